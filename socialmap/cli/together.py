"""Commands about working together: reciprocity, week."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import AsRole, Colleague, Json, tell, viewer_of, workspace_of
from socialmap.errors import InvalidInput, Violation
from socialmap.model.wording_reciprocity import NOBODY
from socialmap.privacy.roles import Right, Role, Viewer, permit

if TYPE_CHECKING:
    from socialmap.actions.show_reciprocity import ReciprocityAnswer
    from socialmap.actions.show_week import WeekAnswer


def add_to(app: typer.Typer) -> None:
    app.command()(reciprocity)
    app.command()(week)


def reciprocity(
    context: typer.Context,
    colleague: Colleague = "",
    role: AsRole = Role.PROFESSIONAL,
    as_json: Json = False,
) -> None:
    """Wie kan iets voor elkaar betekenen? Alleen rond de bewoners van deze collega."""
    from socialmap.actions.show_reciprocity import show_reciprocity

    permit(Viewer(role), Right.SEE_OWN_NEEDS)
    if not colleague:
        raise InvalidInput(
            [Violation("colleague", "Dit gaat over de bewoners van één collega.")],
            "Zeg van wie, met --colleague en het kenmerk van die collega.",
        )
    with workspace_of(context) as workspace:
        answer = show_reciprocity(workspace, viewer_of(workspace, role, colleague))
    tell(answer, _tell_reciprocity, as_json=as_json)


def _tell_reciprocity(answer: ReciprocityAnswer) -> None:
    circles = (*answer.pairs, *answer.rings)
    for circle in circles:
        typer.echo(" ".join(circle.sentences))
    for each in answer.brings:
        typer.echo(f"{answer.brings_title}: {each.resident}, {', '.join(each.talents)}")
        for sentence in each.sentences:
            typer.echo(f"  {sentence}")
    if circles or answer.brings:
        typer.echo(" ".join(answer.remember))
    else:
        typer.echo(NOBODY)


def week(
    context: typer.Context,
    role: AsRole = Role.COMMUNITY_WORKER,
    colleague: Colleague = "",
    everything: Annotated[bool, typer.Option("--all", help="Ook wat na de eerste vijf komt.")] = False,
    as_json: Json = False,
) -> None:
    """Deze week: hooguit vijf dingen, het dringendste eerst."""
    from socialmap.actions.show_week import show_week

    with workspace_of(context) as workspace:
        answer = show_week(workspace, viewer_of(workspace, role, colleague))
    tell(answer, partial(_tell_week, everything=everything), as_json=as_json)
    if not colleague and not as_json:
        typer.echo(f"Dit is de week van een {role}. Met --colleague komen er eigen afspraken en vragen bij.")


def _tell_week(answer: WeekAnswer, *, everything: bool) -> None:
    for line in (*answer.lines, *(answer.rest if everything else ())):
        typer.echo(line.sentence)
    if answer.sentence and not (answer.lines and everything):
        typer.echo(answer.sentence)
