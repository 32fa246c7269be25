"""Commands that bring data in and out: demo, import, export."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from socialmap.cli.context import Json, administrator, print_json, tell, workspace_of
from socialmap.errors import ImportRejected, InvalidInput, Violation

if TYPE_CHECKING:
    from socialmap.actions.import_file import Decided, ImportResult
    from socialmap.actions.import_streets import StreetsPlan

_SHOWN = 20

importing = typer.Typer(
    help="Lees een bestand in: eerst het plan, met --apply ook echt.", no_args_is_help=True
)
exporting = typer.Typer(help="Neem de openbare gegevens mee.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="Het bestand.")]
Source = Annotated[str, typer.Option(help="Van wie is dit? Zo herkennen we het een volgende keer.")]
Apply = Annotated[bool, typer.Option("--apply", help="Voer het plan ook uit.")]
Take = Annotated[
    list[str] | None,
    typer.Option(help="Neem over wat het bestand zegt waar iemand iets aanpaste: soort/id/veld, of alles."),
]
Keep = Annotated[
    list[str] | None,
    typer.Option(help="Houd wat iemand aanpaste, en vraag het niet meer: soort/id/veld, of alles."),
]


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
    take: Take = None,
    keep: Keep = None,
    apply: Apply = False,
    as_json: Json = False,
) -> None:
    """Lees buurten, wijken en gemeenten (CBS, GeoJSON of GeoPackage)."""
    from socialmap.actions.import_file import import_areas

    with workspace_of(context, begin=True) as workspace:
        result = import_areas(
            workspace,
            administrator(),
            file,
            figures=figures or (),
            apply=apply,
            decided=decided(take, keep),
        )
        tell_import(result, applied=apply, as_json=as_json)


@importing.command("table")
def table(
    context: typer.Context,
    file: File,
    source: Source = "",
    column: Annotated[
        list[str] | None,
        typer.Option(help="Wat een kolom betekent, zoals 'Naam activiteit=naam'. Mag vaker."),
    ] = None,
    take: Take = None,
    keep: Keep = None,
    apply: Apply = False,
    as_json: Json = False,
) -> None:
    """Lees initiatieven, voorzieningen en organisaties (CSV of Excel)."""
    from socialmap.actions.import_file import import_table

    with workspace_of(context, begin=True) as workspace:
        result = import_table(
            workspace,
            administrator(),
            file,
            source=source,
            columns=_columns(column),
            apply=apply,
            decided=decided(take, keep),
        )
        tell_import(result, applied=apply, as_json=as_json)


@importing.command("streets")
def streets(context: typer.Context, file: File, apply: Apply = False, as_json: Json = False) -> None:
    """Lees straten en paden (OpenStreetMap: .osm.pbf, .osm of JSON); afstanden gaan dan over straat."""
    from socialmap.actions.import_streets import import_streets

    with workspace_of(context, begin=True) as workspace:
        plan = import_streets(workspace, administrator(), file, apply=apply)
    tell(plan, partial(_tell_streets, asked=apply), as_json=as_json)


def _tell_streets(plan: StreetsPlan, *, asked: bool) -> None:
    typer.echo(
        f"Straten ({plan.change}): {plan.kilometres} kilometer in {plan.points} punten,"
        f" stukken trap: {plan.steps}."
    )
    if plan.abroad:
        typer.echo(f"Buiten Nederland, overgeslagen: {plan.abroad} stukken.")
    if plan.places:
        typer.echo(
            f"Van de {plan.places} plekken op de kaart liggen er {plan.places_on_streets} bij een straat."
        )
    if plan.applied:
        typer.echo("Klaar. Afstanden gaan nu over straat.")
    elif asked:
        typer.echo("Er was niets te veranderen.")
    else:
        typer.echo("Er is nog niets veranderd. Voeg --apply toe om dit uit te voeren.")


def _columns(pairs: list[str] | None) -> dict[str, str]:
    """Header → what it means; ``InvalidInput`` for what is not written as the one is the other."""
    found = {}
    for pair in pairs or ():
        title, equals, meaning = pair.rpartition("=")
        if not (equals and title.strip() and meaning.strip()):
            raise InvalidInput([Violation("column", "Schrijf een kolom als 'Kop in het bestand=naam'.")])
        found[title.strip()] = meaning.strip()
    return found


def decided(take: list[str] | None, keep: list[str] | None) -> Decided:
    """What the options say about conflicts."""
    from socialmap.actions.import_file import Decided

    return Decided(frozenset(take or ()), frozenset(keep or ()))


def tell_import(result: ImportResult, *, applied: bool, as_json: bool = False) -> None:
    """What an import would do, or did; ``ImportRejected`` when nothing in it can be used."""
    plan = result.plan
    if as_json:
        print_json(_as_document(result))
        return
    typer.echo(
        f"Nieuw: {len(plan.new)} · veranderd: {len(plan.changed)} · gelijk: {plan.unchanged}"
        f" · geweigerd: {plan.rejected_rows} · niet meer genoemd: {len(plan.gone)}"
    )
    for note in plan.notes:
        typer.echo(note)
    for conflict in plan.conflicts[:_SHOWN]:
        typer.echo(
            f"Blijft staan, want door iemand aangepast: {conflict.name}, {conflict.field}:"
            f" {conflict.stored} (bestand: {conflict.offered})  [{conflict.key}]"
        )
    if plan.conflicts:
        typer.echo("Beslis met --take of --keep, en wat tussen [ ] staat. Of met 'alles'.")
    _tell_suggested(result)
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


def _tell_suggested(result: ImportResult) -> None:
    """Every theme that no file named, with its reason: nothing is taken over without being said."""
    suggested = result.plan.suggested
    for one in suggested[:_SHOWN]:
        themes = ", ".join(f"{each.label} ({each.because})" for each in one.themes)
        typer.echo(f"Onderwerp voorgesteld, {_where(one)}, {one.name}: {themes}")
    if len(suggested) > _SHOWN:
        typer.echo(f"En nog {len(suggested) - _SHOWN} voorgesteld; met --json zie je ze allemaal.")


def _as_document(result: ImportResult) -> dict[str, Any]:
    """The plan for another program: what is new and changed by key, and all that asks for a person."""
    plan = result.plan
    return {
        "batch": result.batch,
        "new": [f"{entity.kind}/{entity.id}" for entity in plan.new],
        "changed": {
            f"{change.after.kind}/{change.after.id}": [field.field for field in change.fields]
            for change in plan.changed
        },
        "unchanged": plan.unchanged,
        "gone": [f"{kind}/{entity_id}" for kind, entity_id in plan.gone],
        "conflicts": [{"key": conflict.key, **asdict(conflict)} for conflict in plan.conflicts],
        "suggested": plan.suggested,
        "rejected": plan.rejected,
        "notes": plan.notes,
    }


def _reasons_by_row(result: ImportResult) -> dict[str, list[str]]:
    """Every reason of each refused row, by where it stands."""
    rows: dict[str, list[str]] = {}
    for refused in result.plan.rejected:
        rows.setdefault(_where(refused), []).append(refused.reason)
    return rows


def _where(one: Any) -> str:
    return f"{one.sheet}, regel {one.line}" if one.sheet else f"regel {one.line}"
