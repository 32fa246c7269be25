"""The command about ideas to do together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import AsRole, Colleague, Json, tell, viewer_of, workspace_of
from socialmap.errors import InvalidInput, Violation
from socialmap.model.wording_ideas import KIND_NAMES
from socialmap.privacy.roles import Right, Role, may

if TYPE_CHECKING:
    from socialmap.actions.idea_lines import Idea
    from socialmap.actions.show_bundles import IdeaCounts, IdeasAnswer


def add_to(app: typer.Typer) -> None:
    app.command()(bundles)


def bundles(
    context: typer.Context,
    theme: Annotated[str, typer.Option(help="Alleen dit onderwerp, zoals samen-eten.")] = "",
    role: AsRole = Role.PROFESSIONAL,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Ideeën om samen te doen: wat de open vragen samen laten zien."""
    from socialmap.actions.show_bundles import count_ideas, show_bundles

    with workspace_of(context) as workspace:
        viewer = viewer_of(workspace, role, colleague)
        # Whoever may only count gets the numbers; a role without any right is refused by the action.
        if may(viewer, Right.COUNT_BUNDLES) and not may(viewer, Right.SEE_BUNDLES):
            if theme:
                raise InvalidInput(
                    [Violation("theme", "Deze rol ziet alleen hoeveel ideeën er zijn, van alles samen.")],
                    "Laat --theme weg.",
                )
            counts = count_ideas(workspace, viewer)
            tell(counts, _tell_counts, as_json=as_json)
            return
        answer = show_bundles(workspace, viewer, theme=theme)
    tell(answer, _tell, as_json=as_json)


def _tell_counts(counts: IdeaCounts) -> None:
    typer.echo(f"{counts.running}.")
    for status, number in counts.by_status.items():
        typer.echo(f"  {status}: {number}")


def _tell(answer: IdeasAnswer) -> None:
    typer.echo(f"{answer.running}.")
    for saved in answer.saved:
        where = saved.place or saved.initiative
        typer.echo(f"  {saved.status_label}: {saved.title}, {saved.people}, {where}")
    for sort, ideas in groupby(answer.ideas, key=lambda idea: idea.sort):
        typer.echo(f"\n{KIND_NAMES[sort]}")
        for idea in ideas:
            _tell_idea(idea)


def _tell_idea(idea: Idea) -> None:
    typer.echo(f"  {idea.title}: {idea.sentence}")
    own = ", ".join(member.pseudonym for member in idea.own)
    ask = ", ".join(member.pseudonym for member in idea.ask)
    for line in (
        f"Van jou: {own}" if own else "",
        idea.joins,
        idea.others,
        f"{idea.still_needed} {ask or idea.ask_others}".strip(),
        *idea.leads,
        *idea.missing,
        *idea.not_fitting,
    ):
        if line:
            typer.echo(f"    {line}")
