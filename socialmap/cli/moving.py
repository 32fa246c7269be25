"""Commands that bring data in and out: demo, import, export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import administrator, workspace_of
from socialmap.errors import ImportRejected

if TYPE_CHECKING:
    from socialmap.actions.import_file import ImportResult

_SHOWN = 20

importing = typer.Typer(
    help="Lees een bestand in: eerst het plan, met --apply ook echt.", no_args_is_help=True
)
exporting = typer.Typer(help="Neem de openbare gegevens mee.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="Het bestand.")]
Apply = Annotated[bool, typer.Option("--apply", help="Voer het plan ook uit.")]


def add_to(app: typer.Typer) -> None:
    app.command()(demo)
    app.add_typer(importing, name="import")
    app.add_typer(exporting, name="export")


def demo(
    context: typer.Context,
    seed: Annotated[int, typer.Option(help="Een ander getal geeft andere bewoners.")] = 1,
    scale: Annotated[int, typer.Option(help="Zoveel steden naast elkaar.", min=1, max=10_000)] = 1,
) -> None:
    """Maak de verzonnen stad Meerwold, om te oefenen."""
    from socialmap.actions.build_demo import build_demo

    with workspace_of(context, begin=True) as workspace:
        total = build_demo(workspace, administrator(), seed=seed, scale=scale)
        typer.echo(f"Meerwold staat klaar: {total} dingen op de kaart. Alles is verzonnen.")


@importing.command("areas")
def areas(
    context: typer.Context,
    file: File,
    figures: Annotated[
        list[Path] | None, typer.Option(help="Bestand met aantallen inwoners. Mag vaker.")
    ] = None,
    apply: Apply = False,
) -> None:
    """Lees buurten, wijken en gemeenten (CBS, GeoJSON of GeoPackage)."""
    from socialmap.actions.import_file import import_areas

    with workspace_of(context, begin=True) as workspace:
        tell_import(
            import_areas(workspace, administrator(), file, figures=figures or (), apply=apply), applied=apply
        )


@importing.command("table")
def table(
    context: typer.Context,
    file: File,
    source: Annotated[
        str, typer.Option(help="Van wie is deze lijst? Zo herkennen we hem een volgende keer.")
    ] = "",
    apply: Apply = False,
) -> None:
    """Lees initiatieven, voorzieningen en organisaties (CSV of Excel)."""
    from socialmap.actions.import_file import import_table

    with workspace_of(context, begin=True) as workspace:
        tell_import(import_table(workspace, administrator(), file, source=source, apply=apply), applied=apply)


@exporting.command("turtle")
def turtle(context: typer.Context, file: File) -> None:
    """Schrijf de openbare gegevens als Turtle (RDF)."""
    from socialmap.actions.export_dataset import export_turtle

    with workspace_of(context) as workspace:
        size = export_turtle(workspace, administrator(), file)
        typer.echo(f"{file} is geschreven: {size} bytes.")


def tell_import(result: ImportResult, *, applied: bool) -> None:
    """What an import would do, or did; ``ImportRejected`` when nothing in it can be used."""
    plan = result.plan
    typer.echo(
        f"Nieuw: {len(plan.new)} · veranderd: {len(plan.changed)} · gelijk: {plan.unchanged}"
        f" · geweigerd: {plan.rejected_rows} · niet meer genoemd: {len(plan.gone)}"
    )
    for note in plan.notes:
        typer.echo(note)
    for conflict in plan.conflicts[:_SHOWN]:
        typer.echo(
            f"Blijft staan, want door iemand aangepast: {conflict.name}, {conflict.field}:"
            f" {conflict.stored} (bestand: {conflict.offered})"
        )
    refused = _reasons_by_row(result)
    for where, reasons in list(refused.items())[:_SHOWN]:
        typer.echo(f"Geweigerd, {where}: {' '.join(reasons)}", err=True)
    if len(refused) > _SHOWN:
        left = len(refused) - _SHOWN
        typer.echo(
            "En nog 1 geweigerde regel." if left == 1 else f"En nog {left} geweigerde regels.", err=True
        )
    if plan.rejected and not plan.new and not plan.changed and not plan.unchanged:
        raise ImportRejected(
            "Geen enkele regel is te gebruiken.", "Verbeter het bestand en probeer het opnieuw."
        )
    if not applied:
        typer.echo("Er is nog niets veranderd. Voeg --apply toe om dit uit te voeren.")
    elif result.batch:
        typer.echo(f"Klaar. Terugdraaien kan met: socialmap undo {result.batch}")
    else:
        typer.echo("Er was niets te veranderen.")


def _reasons_by_row(result: ImportResult) -> dict[str, list[str]]:
    """Every reason of each refused row, by where it stands."""
    rows: dict[str, list[str]] = {}
    for refused in result.plan.rejected:
        where = f"{refused.sheet}, regel {refused.line}" if refused.sheet else f"regel {refused.line}"
        rows.setdefault(where, []).append(refused.reason)
    return rows
