"""Commands that look after the truth: history, undo, check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import Json, administrator, tell, workspace_of
from socialmap.errors import Damaged, OutsideError

if TYPE_CHECKING:
    from socialmap.actions.show_history import HistoryLine

_RESTORE = "Zet een reservekopie terug."


def add_to(app: typer.Typer) -> None:
    app.command()(history)
    app.command()(undo)
    app.command()(check)


def history(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="De id van iets op de kaart.")],  # noqa: A002 - the name in the contract
    as_json: Json = False,
) -> None:
    """Laat zien wie iets wanneer heeft veranderd."""
    from socialmap.actions.show_history import find_history

    with workspace_of(context) as workspace:
        lines = find_history(workspace, administrator(), id)
    tell(lines, _tell_history, as_json=as_json)


def _tell_history(lines: Sequence[HistoryLine]) -> None:
    for line in lines:
        typer.echo(f"{line.entry}  {line.when:%Y-%m-%d %H:%M}  {line.who}  {line.what}  (groep {line.batch})")
        for change in line.changes:
            typer.echo(f"  {change.field}: {change.before or '–'} → {change.after or '–'}")


def undo(
    context: typer.Context,
    entry: Annotated[
        str, typer.Argument(help="Een regel uit de geschiedenis, of een groep zoals een import.")
    ],
) -> None:
    """Maak een wijziging ongedaan. Dat is zelf ook weer een wijziging."""
    from socialmap.actions.show_history import undo_change

    with workspace_of(context) as workspace:
        count = undo_change(workspace, administrator(), entry)
        typer.echo(f"Ongedaan gemaakt: {count} {'wijziging' if count == 1 else 'wijzigingen'}.")


def check(context: typer.Context) -> None:
    """Controleer of de gegevens heel zijn: de keten, elke regel en de huidige stand."""
    from socialmap.actions.check_store import check_store

    try:
        with workspace_of(context) as workspace:
            report = check_store(workspace, administrator())
    except Damaged as error:  # too damaged to open; its own remedy is to run this command
        raise OutsideError(error.sentence, _RESTORE) from error
    for problem in report.problems:
        typer.echo(problem, err=True)
    if not report.ok:
        raise OutsideError("De gegevens zijn beschadigd.", _RESTORE)
    typer.echo(f"Alles klopt: {report.entries} wijzigingen nagekeken.")
