"""The command about what is still right: checks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import AsRole, Colleague, Json, tell, viewer_of, workspace_of
from socialmap.model.wording_checks import ALL_CHECKED
from socialmap.privacy.roles import Role

if TYPE_CHECKING:
    from socialmap.actions.show_checks import ChecksAnswer


def add_to(app: typer.Typer) -> None:
    app.command()(checks)


def checks(
    context: typer.Context,
    kind: Annotated[str, typer.Option(help="initiative, facility of organisation.")] = "initiative",
    role: AsRole = Role.BROKER,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Klopt dit nog? Wat wacht om nagekeken te worden, per straat."""
    from socialmap.actions.show_checks import show_checks

    with workspace_of(context) as workspace:
        answer = show_checks(workspace, viewer_of(workspace, role, colleague), kind=kind)
    tell(answer, partial(_tell_checks, kind=kind), as_json=as_json)


def _tell_checks(answer: ChecksAnswer, kind: str) -> None:
    for street in answer.streets:
        typer.echo(street.street)
        for line in street.lines:
            told = " ".join(part for part in (line.last, line.tried) if part)
            typer.echo(f"  {line.name}, {line.place}  [{line.badge}]  {told}")
    if answer.streets:
        typer.echo(f"Er wachten er {answer.waiting[kind]}.")
    else:
        typer.echo(ALL_CHECKED)
