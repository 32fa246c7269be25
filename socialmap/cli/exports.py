"""Commands that write the public data: one file per format for other programs, a package for people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from socialmap.cli.context import administrator, workspace_of
from socialmap.cli.moving import File, exporting
from socialmap.model.values import AreaId, ThemeId


def add_to(_app: typer.Typer) -> None:
    for command in (geojson, csv, xlsx, turtle, jsonld, nquads, calendar, dcat, template, package):
        exporting.command()(command)


def geojson(context: typer.Context, file: File) -> None:
    """Schrijf wat er is als GeoJSON, voor een kaart."""
    _write(context, "geojson", file)


def csv(context: typer.Context, file: File) -> None:
    """Schrijf wat er is als CSV, voor een rekenblad."""
    _write(context, "csv", file)


def xlsx(context: typer.Context, file: File) -> None:
    """Schrijf wat er is als Excel, een blad per soort."""
    _write(context, "xlsx", file)


def turtle(context: typer.Context, file: File) -> None:
    """Schrijf de openbare gegevens als Turtle (RDF)."""
    _write(context, "ttl", file)


def jsonld(context: typer.Context, file: File) -> None:
    """Schrijf de openbare gegevens als JSON-LD (RDF)."""
    _write(context, "jsonld", file)


def nquads(context: typer.Context, file: File) -> None:
    """Schrijf de openbare gegevens als N-Quads (RDF), met de bron van elke zin."""
    _write(context, "nq", file)


def calendar(
    context: typer.Context,
    file: File,
    initiative: Annotated[str, typer.Option(help="Alleen dit initiatief (id).")] = "",
    theme: Annotated[list[str] | None, typer.Option(help="Alleen dit onderwerp (id). Mag vaker.")] = None,
    area: Annotated[str, typer.Option(help="Alleen deze buurt (code).")] = "",
) -> None:
    """Schrijf wanneer er iets is als agenda (iCalendar, .ics)."""
    from socialmap.actions.browse_map import MapView
    from socialmap.actions.public_files import export_calendar

    view = MapView(
        themes=tuple(ThemeId(one) for one in theme or ()),
        area_id=AreaId(area) if area else None,
        social_base_only=False,
    )
    with workspace_of(context) as workspace:
        written = export_calendar(workspace, administrator(), file, initiative=initiative, view=view)
        typer.echo(f"{file} is geschreven: {written.moments} momenten.")
        if written.without_date:
            typer.echo(
                f"{written.without_date} momenten staan er niet in: ze zijn niet elke week, en de datum is"
                " niet bekend."
            )


def dcat(
    context: typer.Context,
    file: File,
    address: Annotated[str, typer.Option(help="Het adres van de app, zoals https://kaart.gemeente.nl.")],
    contact: Annotated[str, typer.Option(help="Mailadres of webadres voor vragen over de gegevens.")] = "",
) -> None:
    """Beschrijf de gegevens voor een catalogus als data.overheid.nl (DCAT-AP-NL)."""
    from socialmap.actions.public_files import export_description

    with workspace_of(context) as workspace:
        size = export_description(workspace, administrator(), file, address=address, contact=contact)
        typer.echo(f"{file} is geschreven: {size} bytes.")


def template(context: typer.Context, file: File) -> None:
    """Schrijf een leeg Excel-bestand met onze koppen, om in te vullen en in te lezen."""
    from socialmap.actions.import_list import export_template

    with workspace_of(context, begin=True) as workspace:
        size = export_template(workspace, administrator(), file)
        typer.echo(f"{file} is geschreven: {size} bytes.")


def package(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="Een map, of een bestand dat eindigt op .zip.")],
    area: Annotated[str, typer.Option(help="De wijk of buurt: naam of code.")],
) -> None:
    """Maak een wijkpakket: een gids om te lezen en te printen, en een lijst, zonder internet."""
    from socialmap.actions.take_along import export_package

    with workspace_of(context) as workspace:
        taken = export_package(workspace, administrator(), path, area)
        typer.echo(f"{path} is geschreven: {taken.area}, {taken.told}.")


def _write(context: typer.Context, form: str, file: Path) -> None:
    from socialmap.actions.public_files import FileForm, export_open_file

    with workspace_of(context) as workspace:
        size = export_open_file(workspace, administrator(), FileForm(form), file)
        typer.echo(f"{file} is geschreven: {size} bytes.")
