"""Commands for feeds of services: import and export of HSDS and Open Referral UK."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import Json, administrator, workspace_of
from socialmap.cli.moving import Apply, File, Keep, Source, Take, decided, exporting, importing, tell_import

if TYPE_CHECKING:
    from socialmap.actions.export_feed import Exported

_ADDRESSES = ("https://", "http://")


def add_to(_app: typer.Typer) -> None:
    importing.command("hsds")(import_hsds)
    exporting.command("hsds")(export_hsds)
    exporting.command("oruk")(export_oruk)


def import_hsds(
    context: typer.Context,
    feed: Annotated[
        str, typer.Argument(help="Een JSON-bestand, een zip, een map met CSV's, of het adres van een feed.")
    ],
    source: Source = "",
    theme: Annotated[str, typer.Option(help="Het onderwerp voor aanbod waarvan dat niet duidelijk is.")] = "",
    take: Take = None,
    keep: Keep = None,
    apply: Apply = False,
    as_json: Json = False,
) -> None:
    """Lees een feed met aanbod (HSDS of Open Referral UK), uit een bestand of van een adres."""
    from socialmap.actions.read_feed import import_feed, import_feed_by_address

    online = feed.lower().startswith(_ADDRESSES)
    with workspace_of(context, begin=True, online=online) as workspace:
        read = (
            partial(import_feed_by_address, workspace, administrator(), feed)
            if online
            else partial(import_feed, workspace, administrator(), Path(feed))
        )
        result = read(source=source, theme=theme, apply=apply, decided=decided(take, keep))
        tell_import(result, applied=apply, as_json=as_json)


def export_hsds(context: typer.Context, file: File) -> None:
    """Schrijf het openbare aanbod als HSDS 3.0: .json, .ndjson of .zip (tabellen met profiel)."""
    from socialmap.actions import export_feed

    with workspace_of(context) as workspace:
        _tell(file, export_feed.export_hsds(workspace, administrator(), file))


def export_oruk(context: typer.Context, file: File) -> None:
    """Schrijf het openbare aanbod als Open Referral UK 3.0: .json of .ndjson."""
    from socialmap.actions import export_feed

    with workspace_of(context) as workspace:
        _tell(file, export_feed.export_oruk(workspace, administrator(), file))


def _tell(file: Path, written: Exported) -> None:
    typer.echo(f"{file} is geschreven: {written.services} keer aanbod, {written.size} bytes.")
