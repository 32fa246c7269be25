"""Figures about neighbourhoods (inhabitants, households, ages) from a second file beside the map."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from socialmap.connectors import area_columns as column
from socialmap.connectors.area_columns import Columns
from socialmap.connectors.guarded import parse_file
from socialmap.connectors.parsed import Parsed
from socialmap.connectors.plan import Reading, Row
from socialmap.errors import ImportRejected
from socialmap.model.area import Area, District, Municipality, Neighbourhood
from socialmap.model.normal_text import normalise
from socialmap.model.rounding import round_half_away, round_whole

_CODE = re.compile(r"(?:BU\d{4}[0-9A-Z]{4}|WK\d{4}[0-9A-Z]{2}|GM\d{4})$")
_WHOLE = ("inhabitants", "households")
_NEARLY = 0.85
_LITTLE_WORDS = frozenset({"de", "het", "en", "bij", "aan", "van", "in", "op", "wijk", "buurt"})
_PERCENT = ("percent_65_plus", "percent_living_alone")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The figures of one area in one year, known by its code, its municipal number or only its name."""

    code: str
    local_number: str
    name: str
    year: int | None
    inhabitants: int | None
    households: int | None
    percent_65_plus: float | None
    percent_living_alone: float | None

    @property
    def known(self) -> Mapping[str, float]:
        """The figures that there are, by the field of ``Area`` where they belong."""
        values = {name: getattr(self, name) for name in (*_WHOLE, *_PERCENT)}
        return {name: value for name, value in values.items() if value is not None}


def read_figures(path: Path) -> tuple[FigureRow, ...]:
    """The figures in a CSV, XLSX, GeoJSON or GeoPackage: one row for each area and year.

    ``ImportRejected`` when there is no figure in it.
    """
    rows = figures_in(parse_file(path))
    if not rows:
        raise ImportRejected("In dit bestand staan geen cijfers over buurten.", "Kies een ander bestand.")
    return rows


def figures_in(parsed: Parsed) -> tuple[FigureRow, ...]:
    """The rows of a parsed file that hold at least one figure."""
    rows = (figures_of(Columns.of(record)) for record in _records(parsed))
    return tuple(row for row in rows if row.known)


def _records(parsed: Parsed) -> Iterator[Mapping[str, str]]:
    for feature in parsed.features:
        yield feature.properties
    for sheet in parsed.sheets:
        if sheet.lines:
            header, *lines = sheet.lines
            for line in lines:
                yield dict(zip(header.cells, line.cells, strict=False))


def figures_of(columns: Columns, code: str = "") -> FigureRow:
    """The figures in the columns of one record; percentages are worked out where only counts are given."""
    inhabitants = columns.number(column.INHABITANTS)
    households = columns.number(column.HOUSEHOLDS)
    year = columns.number(column.YEAR)
    written = columns.text(column.ANY_CODE) or columns.text(column.NEIGHBOURHOOD_CODE)
    found = _CODE.search(written.upper())
    return FigureRow(
        code=code or (found.group() if found else ""),
        local_number=columns.text(column.LOCAL_NUMBER),
        name=normalise(columns.text(column.NEIGHBOURHOOD_NAME)),
        year=columns.year if year is None else round_whole(year),
        inhabitants=None if inhabitants is None else round_whole(inhabitants),
        households=None if households is None else round_whole(households),
        percent_65_plus=_percent(columns, column.PERCENT_65_PLUS, column.COUNT_65_PLUS, inhabitants),
        percent_living_alone=_percent(columns, column.PERCENT_ALONE, column.COUNT_ALONE, households),
    )


def _percent(
    columns: Columns, percent: tuple[str, ...], count: tuple[str, ...], total: float | None
) -> float | None:
    stated = columns.number(percent)
    if stated is None:
        part = columns.number(count)
        if part is None or not total:
            return None
        stated = 100 * part / total
    return round_half_away(stated, 1) if 0 <= stated <= 100 else None


def with_figures(row: Row, figures: FigureRow) -> Row:
    """The row with every figure that is known; what is not known stays as it was.

    The year of an area is that of its boundary, so that of the figures is left out.
    """
    known: dict[str, Any] = dict(figures.known)
    if not known:
        return row
    return dataclasses.replace(
        row, entity=dataclasses.replace(row.entity, **known), given=row.given | known.keys()
    )


def add_figures(reading: Reading, figures: Sequence[FigureRow]) -> Reading:
    """Put figures from another file with the areas of a map, the latest year of each area.

    An area is found by its code; else by the municipal number (in Zwolle ``BRTNR``, ten times which is the
    end of the neighbourhood code), which needs a map of one municipality; else by its name. Names that are
    only nearly the same are taken when no other name fits, and said in the notes.
    """
    areas = [row.entity for row in reading.rows]
    find = _finder(areas)
    found = {area_id for row in figures if (area_id := find(row)) is not None}
    strange = {row.name for row in figures if not row.code and find(row) is None}
    nearly = _nearly_the_same([area for area in areas if area.id not in found], strange)
    latest: dict[str, FigureRow] = {}
    lost: set[str] = set()
    for row in sorted(figures, key=lambda row: row.year or 0):
        area_id = find(row) or (None if row.code else nearly.get(row.name))
        if area_id is None:
            lost.add(row.code or row.name or row.local_number)
        else:
            latest[area_id] = row
    rows = tuple(
        with_figures(row, latest[row.entity.id]) if row.entity.id in latest else row for row in reading.rows
    )
    return dataclasses.replace(reading, rows=rows, notes=(*reading.notes, *_notes(rows, nearly, lost)))


def _notes(rows: Iterable[Row], nearly: Mapping[str, str], lost: Collection[str]) -> Iterator[str]:
    neighbourhoods = [row.entity for row in rows if isinstance(row.entity, Neighbourhood)]
    counted = sum(area.inhabitants is not None for area in neighbourhoods)
    yield f"Inwoners bekend voor {counted} van {len(neighbourhoods)} buurten."
    names = {str(area.id): area.name for area in neighbourhoods}
    for name, area_id in sorted(nearly.items()):
        yield f"De cijfers van '{name}' staan nu bij {names[area_id]}. Kijk of dat klopt."
    if lost:
        yield f"Cijfers zonder bijpassend gebied: {', '.join(sorted(lost)[:5])} ({len(lost)})."


def _finder(areas: Sequence[Area]) -> Callable[[FigureRow], str | None]:
    codes = {area.id for area in areas}
    neighbourhoods = [area for area in areas if isinstance(area, Neighbourhood)]
    municipalities = {area.municipality_id for area in neighbourhoods}
    prefix = f"BU{next(iter(municipalities), '')}".replace("GM", "") if len(municipalities) == 1 else ""
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for area in neighbourhoods:
        by_name[_joined_name(area.name)].append(area.id)

    def find(row: FigureRow) -> str | None:
        if row.code:
            return row.code if row.code in codes else None
        local = f"{prefix}{int(row.local_number) * 10:04d}" if prefix and row.local_number.isdecimal() else ""
        if local in codes:
            return local
        named = by_name.get(_joined_name(row.name), [])
        return named[0] if len(named) == 1 else None

    return find


def _nearly_the_same(areas: Sequence[Area], names: Collection[str]) -> dict[str, str]:
    """Name → area for names of which exactly one area is left that it can mean.

    Nearly the same: all the telling words of one are words of the other, or few letters differ.
    """
    left = [area for area in areas if isinstance(area, Neighbourhood)]
    found: dict[str, str] = {}
    for name in sorted(names):
        fitting = [area.id for area in left if _fits(name, normalise(area.name))]
        if len(fitting) == 1 and fitting[0] not in found.values():
            found[name] = fitting[0]
    return found


def _fits(name: str, other: str) -> bool:
    words, others = (set(text.split()) - _LITTLE_WORDS for text in (name, other))
    contained = bool(words and others) and (words <= others or others <= words)
    return contained or SequenceMatcher(None, _joined_name(name), _joined_name(other)).ratio() >= _NEARLY


def _joined_name(name: str) -> str:
    return normalise(name).replace(" ", "")


def with_totals(reading: Reading, known: Iterable[Area] = ()) -> Reading:
    """Add up the figures of neighbourhoods for each district and municipality that has none of its own.

    Only when every neighbourhood within has the figure. ``known`` are areas that were already stored.
    """
    everything: dict[str, Area] = {area.id: area for area in known}
    everything |= {row.entity.id: row.entity for row in reading.rows}
    inside: defaultdict[str, list[Area]] = defaultdict(list)
    for area in everything.values():
        if isinstance(area, Neighbourhood):
            for parent in (area.district_id, area.municipality_id):
                inside[parent or ""].append(area)
    return dataclasses.replace(
        reading, rows=tuple(_with_total(row, inside.get(row.entity.id, [])) for row in reading.rows)
    )


def _with_total(row: Row, parts: Sequence[Area]) -> Row:
    if not isinstance(row.entity, District | Municipality) or not parts:
        return row
    totals: dict[str, Any] = {}
    for name in _WHOLE:
        values = [getattr(area, name) for area in parts]
        if getattr(row.entity, name) is None and None not in values:
            totals[name] = sum(values)
    for name, weight in zip(_PERCENT, _WHOLE, strict=True):
        pairs = [(getattr(area, name), getattr(area, weight)) for area in parts]
        # An empty neighbourhood has no percentage, and needs none.
        counted = [(percent, people) for percent, people in pairs if people != 0]
        complete = all(percent is not None and people is not None for percent, people in counted)
        if getattr(row.entity, name) is None and counted and complete:
            total = sum(people for _, people in counted)
            totals[name] = round_half_away(sum(percent * people for percent, people in counted) / total, 1)
    entity = dataclasses.replace(row.entity, **totals)
    return dataclasses.replace(row, entity=entity, given=row.given | totals.keys())
