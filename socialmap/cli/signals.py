"""Commands about patterns, signals, and the weekly release of counts: signals, release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import AsRole, Colleague, Json, tell, viewer_of, workspace_of
from socialmap.model.dutch import dutch_date
from socialmap.model.wording_release import cells_told
from socialmap.privacy.roles import Role

if TYPE_CHECKING:
    from socialmap.actions.release_counts import ReleaseReport
    from socialmap.actions.show_signals import SignalsAnswer


def add_to(app: typer.Typer) -> None:
    app.command()(signals)
    app.command()(release)


def signals(
    context: typer.Context,
    role: AsRole = Role.COMMUNITY_WORKER,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Wat valt op? Patronen in de vragen, en de signalen van collega's met hun stand."""
    from socialmap.actions.show_signals import show_signals

    with workspace_of(context) as workspace:
        answer = show_signals(workspace, viewer_of(workspace, role, colleague))
    tell(answer, _tell_signals, as_json=as_json)


def release(
    context: typer.Context,
    apply: Annotated[
        bool, typer.Option("--apply/--dry-run", help="Bewaar de stand, of laat alleen zien wat hij wordt.")
    ] = False,
    role: AsRole = Role.ADMINISTRATOR,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """De stand van maandag: de aantallen die buiten het team te zien zijn, nagekeken op herleidbaarheid."""
    from socialmap.actions.release_counts import release_counts

    with workspace_of(context) as workspace:
        report = release_counts(workspace, viewer_of(workspace, role, colleague), apply=apply)
    tell(report, _tell_release, as_json=as_json)


def _tell_signals(answer: SignalsAnswer) -> None:
    if not answer.patterns:
        typer.echo("Er valt nu niets op. Zag je zelf iets? Schrijf het op.")
    for pattern in answer.patterns:
        people = f" ({pattern.people})" if pattern.people else ""
        typer.echo(f"{pattern.outcome}: {pattern.label} in {pattern.area}{people}")
        for sentence in pattern.sentences:
            typer.echo(f"  {sentence}")
    for line in answer.signals:
        typer.echo(f"signaal ({line.status_label}): {line.title}")
        if line.owner:
            typer.echo(f"  {line.owner} volgt dit.")
        if line.waits:
            typer.echo(f"  {line.waits}")
        elif line.report_back_on and not line.told:
            typer.echo(f"  Antwoord voor {dutch_date(line.report_back_on)}.")


def _tell_release(report: ReleaseReport) -> None:
    typer.echo(report.sentence)
    typer.echo(report.verdict)
    for sentence in report.found:
        typer.echo(f"  {sentence}")
    typer.echo(cells_told(report.shown, report.hidden))
    table = ""
    for cell in report.cells:
        if not cell.is_number:
            continue
        if cell.table != table:
            table = cell.table
            typer.echo(table)
        where = f"{cell.place} {cell.quarter}".strip()
        typer.echo(f"  {where}: {cell.about}: {cell.people}")
