"""The command that prepares a data folder for a municipality."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from socialmap.cli.context import administrator, workspace_of
from socialmap.cli.moving import Keep, Take, decided
from socialmap.model.wording_start import READY


def add_to(app: typer.Typer) -> None:
    app.command()(start)


def start(
    context: typer.Context,
    municipality: Annotated[str, typer.Argument(help="Naam of code van de gemeente: Zwolle of GM0193.")],
    files: Annotated[
        Path | None, typer.Option("--from", help="Een map met bestanden, in plaats van het internet.")
    ] = None,
    year: Annotated[
        int | None, typer.Option(help="Jaar van de indeling in buurten.", min=1995, max=2100)
    ] = None,
    online: Annotated[
        bool, typer.Option("--online", help="Haal op wat nog ontbreekt bij CBS, Kadaster en OpenStreetMap.")
    ] = False,
    refresh: Annotated[bool, typer.Option("--refresh", help="Haal alles opnieuw op.")] = False,
    take: Take = None,
    keep: Keep = None,
) -> None:
    """Zet een gemeente klaar: buurten met cijfers, voorzieningen en postcodes."""
    from socialmap.actions.start_municipality import Start, start_municipality

    asked = Start(municipality, files, year, refresh, decided(take, keep))
    with workspace_of(context, begin=True, online=online) as workspace:
        started = start_municipality(workspace, administrator(), asked, tell=typer.echo)
    for sentence in started.attributions:
        typer.echo(sentence)
    for batch in started.batches:
        typer.echo(f"Terugdraaien kan met: socialmap undo {batch}")
    typer.echo(READY.format(name=started.name))
