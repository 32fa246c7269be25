"""Commands that read what others keep: GeoJSON, RDF, products of a municipality, calendars."""

from __future__ import annotations

from typing import Annotated

import typer

from socialmap.cli.context import Json, administrator, workspace_of
from socialmap.cli.moving import Apply, File, Keep, Source, Take, decided, importing, tell_import


def add_to(_app: typer.Typer) -> None:
    for command in (geojson, rdf, products, calendar):
        importing.command()(command)


def geojson(
    context: typer.Context,
    file: File,
    source: Source = "",
    take: Take = None,
    keep: Keep = None,
    apply: Apply = False,
    as_json: Json = False,
) -> None:
    """Lees initiatieven, voorzieningen en organisaties van een kaart (GeoJSON)."""
    from socialmap.actions.read_places import import_geojson

    with workspace_of(context, begin=True) as workspace:
        result = import_geojson(
            workspace, administrator(), file, source=source, apply=apply, decided=decided(take, keep)
        )
        tell_import(result, applied=apply, as_json=as_json)


def rdf(
    context: typer.Context,
    file: File,
    source: Source = "",
    take: Take = None,
    keep: Keep = None,
    apply: Apply = False,
    as_json: Json = False,
) -> None:
    """Lees gegevens in onze eigen ontologie (Turtle, N-Quads of JSON-LD)."""
    from socialmap.actions.read_rdf import import_rdf

    with workspace_of(context, begin=True) as workspace:
        result = import_rdf(
            workspace, administrator(), file, source=source, apply=apply, decided=decided(take, keep)
        )
        tell_import(result, applied=apply, as_json=as_json)


def products(
    context: typer.Context,
    file: File,
    theme: Annotated[
        str, typer.Option(help="Het onderwerp voor producten waarvan dat niet duidelijk is.")
    ] = "",
    take: Take = None,
    keep: Keep = None,
    apply: Apply = False,
    as_json: Json = False,
) -> None:
    """Lees producten van de gemeente (Samenwerkende Catalogi, XML)."""
    from socialmap.actions.read_products import import_products

    with workspace_of(context) as workspace:
        result = import_products(
            workspace, administrator(), file, theme=theme, apply=apply, decided=decided(take, keep)
        )
        tell_import(result, applied=apply, as_json=as_json)


def calendar(
    context: typer.Context,
    file: File,
    take: Take = None,
    keep: Keep = None,
    apply: Apply = False,
    as_json: Json = False,
) -> None:
    """Lees uit een agenda (.ics) wanneer initiatieven zijn die al op de kaart staan."""
    from socialmap.actions.read_calendar import import_calendar

    with workspace_of(context) as workspace:
        result = import_calendar(workspace, administrator(), file, apply=apply, decided=decided(take, keep))
        tell_import(result, applied=apply, as_json=as_json)
