"""The command about what is perhaps on the map twice: doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from socialmap.cli.context import AsRole, Colleague, Json, tell, viewer_of, workspace_of
from socialmap.privacy.roles import Role

if TYPE_CHECKING:
    from socialmap.actions.show_doubles import DoubleLine, DoublesAnswer


def add_to(app: typer.Typer) -> None:
    app.command()(doubles)


def doubles(
    context: typer.Context,
    role: AsRole = Role.BROKER,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Wat staat misschien dubbel op de kaart? Met waarom; het waarschijnlijkste eerst."""
    from socialmap.actions.show_doubles import show_doubles

    with workspace_of(context) as workspace:
        answer = show_doubles(workspace, viewer_of(workspace, role, colleague))
    tell(answer, _tell, as_json=as_json)


def _tell(answer: DoublesAnswer) -> None:
    for line in answer.lines:
        typer.echo(f"{line.label[:1].upper()}{line.label[1:]} ({line.score} punten)")
        typer.echo(f"  {_named(line.first.label, line.first_place, line.first.id)}")
        typer.echo(f"  {_named(line.second.label, line.second_place, line.second.id)}")
        typer.echo(f"  {_reasons(line)}")
    if answer.nothing:
        typer.echo(answer.nothing)


def _named(name: str, place: str, identifier: str) -> str:
    where = f", {place}" if place else ""
    return f"{name}{where} [{identifier}]"


def _reasons(line: DoubleLine) -> str:
    return " ".join(f"{reason.sign} {reason.sentence}" for reason in line.reasons)
