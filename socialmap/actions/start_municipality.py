"""Prepare the data folder of a municipality: boundaries, figures, facilities, postcodes, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import shapely

from socialmap.actions.import_file import AREAS, ImportResult, carry_out
from socialmap.actions.workspace import Workspace
from socialmap.connectors.areas import AnyArea, areas_from
from socialmap.connectors.http_gateway import Client, MissingThere
from socialmap.connectors.locatieserver import municipalities_named, same_municipality
from socialmap.connectors.osm import INTERPRETER, facilities_from, question
from socialmap.connectors.parsed import Feature
from socialmap.connectors.plan import NOTHING_DECIDED, Decided
from socialmap.connectors.registers import keep_registers
from socialmap.connectors.source_files import SourceFiles, counts_inhabitants, files_in
from socialmap.connectors.source_shelf import YEARS, Box, Shelf
from socialmap.errors import InvalidInput, NotFound, OutsideError, UserError, Violation
from socialmap.model import wording_start as words
from socialmap.model.area import Neighbourhood
from socialmap.model.provision import Facility
from socialmap.model.sources import ATTRIBUTIONS, CBS_MAP, CBS_POSTCODES, OPENSTREETMAP
from socialmap.model.values import AreaId
from socialmap.privacy.roles import Right, Viewer, permit

SOURCES_FOLDER = "bronnen"
_CODE = re.compile(r"(?:GM)?(\d{1,4})", re.IGNORECASE)
_MOST_SHOWN = 20

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Start:
    """What is asked: a name or code, a folder with files instead of the internet, and which edition.

    ``refresh``: ask everything anew, also what was fetched before. ``decided``: what to do where a person
    filled in something else than a source says now.
    """

    municipality: str
    files: Path | None = None
    year: int | None = None
    refresh: bool = False
    decided: Decided = NOTHING_DECIDED


@dataclass(frozen=True, slots=True)
class Started:
    """What the folder now holds of the municipality, and the batches that can be undone."""

    code: AreaId
    name: str
    neighbourhoods: int
    counted: int
    facilities: int
    postcodes: int
    addresses: int
    batches: tuple[str, ...]
    attributions: tuple[str, ...]


def start_municipality(workspace: Workspace, viewer: Viewer, asked: Start, *, tell: Tell) -> Started:
    """Bring in everything that registers know; ``tell`` hears each step in Dutch while it happens.

    ``UserError`` when the internet may not be asked and there are no files, or when the folder belongs to
    another municipality; ``OutsideError`` when a source does not answer: asked again, it goes on from there.
    """
    permit(viewer, Right.PREPARE_FOLDER)
    permit(viewer, Right.IMPORT)
    if asked.files is None:
        if workspace.gateway is None:
            raise UserError(words.ONLINE_IS_OFF, words.TURN_ONLINE_ON)
        try:
            code, folder = _fetched(workspace, asked, workspace.gateway, tell)
        except OutsideError as failure:
            remedy = words.GO_ON_LATER if failure.retry else failure.remedy
            raise OutsideError(failure.sentence, remedy, retry=failure.retry) from None
    else:
        code, folder = None, asked.files
    tell(words.READING_FILES)
    files = files_in(folder, tell=tell)
    code = code or _chosen(asked.municipality, files.municipalities())
    _not_another(workspace, code)
    return _brought_in(workspace, viewer, files, code, asked, tell)


def _fetched(workspace: Workspace, asked: Start, client: Client, tell: Tell) -> tuple[AreaId, Path]:
    """Ask the sources for what is not in the folder yet; the municipality and where its pages are."""
    tell(words.LOOKING_UP)
    code = _code(asked.municipality)
    if code is None:
        code = _chosen(asked.municipality, municipalities_named(asked.municipality, client))
    _not_another(workspace, code)
    shelf = Shelf(workspace.folder / SOURCES_FOLDER / code, client, tell)
    if asked.refresh:
        shelf.clear()
    features, year = _fetched_areas(shelf, code, asked.year, tell)
    box = _box(features)
    tell(words.FETCHING_FACILITIES)
    shelf.facilities(INTERPRETER, question(workspace.vocabulary.facility_types, box))
    tell(words.FETCHING_POSTCODES)
    try:
        shelf.postcodes(box, year)
    except OutsideError as failure:  # a good map without them; asked again the next time
        tell(words.NO_POSTCODES.format(reason=failure.sentence))
    return code, shelf.folder


def _fetched_areas(shelf: Shelf, code: AreaId, year: int | None, tell: Tell) -> tuple[list[Feature], int]:
    """The newest edition that exists and counts inhabitants, unless one year was asked for."""
    best: tuple[list[Feature], int] | None = None
    for edition in (year,) if year else YEARS:
        tell(words.FETCHING_AREAS.format(year=edition))
        try:
            shelf.areas(code, edition)
        except MissingThere:
            tell(words.NO_EDITION.format(year=edition))
            continue
        features, _ = files_in(shelf.folder, tell=lambda _: None).areas_of(code)
        if not features:
            raise NotFound(words.UNKNOWN_MUNICIPALITY, words.CHECK_NAME)
        best = best or (features, edition)
        if any(counts_inhabitants(feature) for feature in features):
            return features, edition
        tell(words.NO_FIGURES_YET.format(year=edition))
    if best is None:
        raise NotFound(words.NO_EDITION_AT_ALL, words.ANOTHER_YEAR)
    return best


def _code(text: str) -> AreaId | None:
    """``GM0193`` from GM0193, gm0193, 0193 or 193; ``None`` for a name."""
    found = _CODE.fullmatch(text.strip())
    return AreaId(f"GM{found[1].zfill(4)}") if found else None


def _chosen(asked: str, known: dict[AreaId, str]) -> AreaId:
    """The one municipality that is meant; ``NotFound`` or ``InvalidInput`` with the choice otherwise."""
    code = _code(asked)
    fitting = [one for one, name in known.items() if one == code or same_municipality(name, asked)]
    if len(fitting) > 1:
        options = ", ".join(f"{one} ({known[one]})" for one in sorted(fitting))
        raise InvalidInput(
            [Violation("gemeente", words.SEVERAL_MUNICIPALITIES)], words.CHOOSE_CODE.format(options=options)
        )
    if not fitting:
        raise NotFound(words.UNKNOWN_MUNICIPALITY, words.CHECK_NAME)
    return fitting[0]


def _not_another(workspace: Workspace, code: AreaId) -> None:
    stored = [area.id for area in workspace.projections.current().areas.municipalities]
    if stored and code not in stored:
        raise UserError(words.ANOTHER_MUNICIPALITY, words.ANOTHER_FOLDER)


def _box(features: Iterable[Feature]) -> Box:
    shapes = [shapely.from_wkb(feature.wkb) for feature in features if feature.wkb]
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(shapes))
    return west, south, east, north


def _brought_in(
    workspace: Workspace, viewer: Viewer, files: SourceFiles, code: AreaId, asked: Start, tell: Tell
) -> Started:
    features, edition = files.areas_of(code)
    if not features:
        raise NotFound(words.NOT_IN_FILES, words.CHECK_NAME)
    stored = workspace.projections.current().areas
    known: list[AnyArea] = [*stored.neighbourhoods, *stored.districts, *stored.municipalities]
    reading = areas_from(features, figures=files.figures or None, year=asked.year or edition, known=known)
    result = carry_out(workspace, viewer, reading, AREAS, apply=True, decided=asked.decided)
    batches = [_carried_out(result, tell)]
    if result.plan.gone:
        tell("  " + words.AREAS_GONE.format(total=len(result.plan.gone)))
    areas = workspace.projections.current().areas
    counted = sum(area.inhabitants is not None for area in areas.neighbourhoods)
    tell(
        words.AREAS_DONE.format(
            neighbourhoods=len(areas.neighbourhoods), counted=counted, year=_years(areas.neighbourhoods)
        )
    )
    batches.append(_facilities(workspace, viewer, files.elements, asked.decided, tell))
    postcodes, addresses = _registers(workspace, files, tell)
    used = [CBS_MAP]
    used += [OPENSTREETMAP] if files.elements is not None else []
    used += [CBS_POSTCODES] if postcodes and asked.files is None else []
    name = next(area.name for area in areas.municipalities if area.id == code)
    return Started(
        code=code,
        name=name,
        neighbourhoods=len(areas.neighbourhoods),
        counted=counted,
        facilities=workspace.catalogue.count(Facility),
        postcodes=postcodes,
        addresses=addresses,
        batches=tuple(batch for batch in batches if batch),
        attributions=tuple(ATTRIBUTIONS[source].sentence for source in used),
    )


def _facilities(
    workspace: Workspace, viewer: Viewer, elements: list[Feature] | None, decided: Decided, tell: Tell
) -> str:
    if elements is None:
        tell(words.NO_FACILITIES)
        return ""
    areas = workspace.projections.current().areas
    reading = facilities_from(
        elements,
        workspace.vocabulary.facility_types,
        inside=lambda point: areas.locate(point) is not None,
        today=workspace.today(),
    )
    result = carry_out(workspace, viewer, reading, (Facility,), apply=True, decided=decided)
    batch = _carried_out(result, tell)
    plan = result.plan
    tell(
        words.FACILITIES_DONE.format(
            total=len(plan.new) + len(plan.changed) + plan.unchanged,
            new=len(plan.new),
            changed=len(plan.changed),
            gone=len(plan.gone),
        )
    )
    return batch


def _registers(workspace: Workspace, files: SourceFiles, tell: Tell) -> tuple[int, int]:
    """Keep what lies in the municipality; what a file does not mention stays as it was."""
    areas = workspace.projections.current().areas
    postcodes = addresses = None
    if files.postcodes is not None:
        once = {one.digits: one for one in files.postcodes if areas.locate(one.point) is not None}
        postcodes = list(once.values())
        tell(words.POSTCODES_DONE.format(total=len(postcodes)))
    if files.addresses is not None:
        inside = areas.locate_many([one.point for one in files.addresses])
        addresses = [one for one, area in zip(files.addresses, inside, strict=True) if area is not None]
        tell(words.ADDRESSES_DONE.format(total=len(addresses)))
    keep_registers(workspace.folder, postcodes, addresses)
    workspace.projections.take_registers()
    return len(postcodes or ()), len(addresses or ())


def _carried_out(result: ImportResult, tell: Tell) -> str:
    for note in result.plan.notes:
        tell(f"  {note}")
    for conflict in result.plan.conflicts[:_MOST_SHOWN]:
        tell("  " + words.KEPT_BY_HAND.format(name=conflict.name, field=conflict.field, key=conflict.key))
    for refused in result.plan.rejected[:_MOST_SHOWN]:
        tell("  " + words.REJECTED.format(line=refused.line, reason=refused.reason))
    return result.batch


def _years(areas: Iterable[Neighbourhood]) -> str:
    years = sorted({area.year for area in areas if area.year is not None})
    return " en ".join(map(str, years)) or words.YEAR_UNKNOWN
