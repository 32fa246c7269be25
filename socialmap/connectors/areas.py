"""Neighbourhoods, districts and municipalities from a map file of Statistics Netherlands (CBS)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import shapely
from shapely.geometry.base import BaseGeometry

from socialmap.connectors import area_columns as column
from socialmap.connectors.area_columns import Columns
from socialmap.connectors.figures import (
    FigureRow,
    add_figures,
    figures_of,
    read_figures,
    with_figures,
    with_totals,
)
from socialmap.connectors.guarded import FileKind, parse_file
from socialmap.connectors.parsed import Feature
from socialmap.connectors.plan import Key, Reading, Rejected, Row
from socialmap.errors import ImportRejected
from socialmap.geo.shapes import from_wkt, inner_point, joined, to_wkt
from socialmap.model.area import Area, District, Municipality, Neighbourhood
from socialmap.model.rounding import round_whole
from socialmap.model.sources import CBS_MAP
from socialmap.model.values import AreaId

SOURCE = CBS_MAP
SOURCE_OF_JOINED = "samengevoegd uit buurten"
AnyArea: TypeAlias = Neighbourhood | District | Municipality

_NOT_URBAN = 5
"""Class 5 of CBS: fewer than 500 addresses per square kilometre."""


@dataclass(frozen=True, slots=True)
class _Level:
    prefix: str
    length: int
    columns: tuple[str, ...]
    names: tuple[str, ...]
    kind: str


_NEIGHBOURHOOD = _Level("BU", 8, column.NEIGHBOURHOOD_CODE, column.NEIGHBOURHOOD_NAME, Neighbourhood.kind)
_DISTRICT = _Level("WK", 6, column.DISTRICT_CODE, column.DISTRICT_NAME, District.kind)
_MUNICIPALITY = _Level("GM", 4, column.MUNICIPALITY_CODE, column.MUNICIPALITY_NAME, Municipality.kind)
_LEVELS = (_NEIGHBOURHOOD, _DISTRICT, _MUNICIPALITY)
_CODE = re.compile(r"(?:\d{4})?(BU\d{4}[0-9A-Z]{4}|WK\d{4}[0-9A-Z]{2}|GM\d{4})")


@dataclass(slots=True)
class _Found:
    """What a file says of one area; its parts may lie in several features."""

    code: str
    level: _Level
    line: int
    columns: Columns
    parts: list[BaseGeometry] = field(default_factory=list)

    @property
    def district(self) -> str:
        written = _code_in(self.columns.text(column.DISTRICT_CODE), _DISTRICT)
        return written or f"WK{self.code[2:8]}"

    @property
    def municipality(self) -> str:
        """From the area's own code, because that is where old and new files agree."""
        return f"GM{self.code[2:6]}"


@dataclass(slots=True)
class _Log:
    rejected: list[Rejected] = field(default_factory=list)
    rejected_keys: set[Key] = field(default_factory=set)
    notes: Counter[str] = field(default_factory=Counter)

    def lines(self) -> tuple[str, ...]:
        return tuple(f"{note} ({count}×)" if count > 1 else note for note, count in self.notes.items())


def read_areas(
    path: Path,
    *,
    figures: Sequence[Path] = (),
    year: int | None = None,
    known: Iterable[AnyArea] = (),
) -> Reading:
    """The areas of a GeoJSON or GeoPackage, with figures from other files when there are any.

    ``year`` is the vintage when the file does not say it. ``known`` are the areas that are already stored:
    they count when neighbourhoods are joined to a district or municipality. ``ImportRejected`` when the file
    cannot be used at all.
    """
    parsed = parse_file(path, FileKind.GEOJSON, FileKind.GEOPACKAGE)
    rows = [row for file in figures for row in read_figures(file)]
    return areas_from(parsed.features, figures=rows if figures else None, year=year, known=known)


def areas_from(
    features: Sequence[Feature],
    *,
    figures: Sequence[FigureRow] | None = None,
    year: int | None = None,
    known: Iterable[AnyArea] = (),
) -> Reading:
    """The areas of the features of a map file; districts and municipalities that it lacks are joined."""
    log = _Log()
    stored = {area.id: area for area in known}
    found = _together(features, log)
    if not found and not log.rejected:
        raise ImportRejected(
            "In dit bestand staan geen buurten.", "Kies een bestand met een kolom buurtcode."
        )
    rows = [_row(area, year, log) for _, area in sorted(found.items())]
    rows += _parents(found, rows, stored, log)
    reading = Reading(tuple(rows), tuple(log.rejected), log.lines(), frozenset(log.rejected_keys))
    if figures is not None:
        reading = add_figures(reading, figures)
    return with_totals(reading, stored.values())


def code_of(feature: Feature) -> str:
    """The code of the area that a feature describes (BU…, WK… or GM…); "" when it has none."""
    return _identity(Columns.of(feature.properties))[1]


def _together(features: Sequence[Feature], log: _Log) -> dict[str, _Found]:
    """Usable features by area code; everything else goes to the log."""
    found: dict[str, _Found] = {}
    for feature in features:
        columns = Columns.of(feature.properties)
        level, code = _identity(columns)
        if columns.text(column.WATER).upper() in {"JA", "B"}:
            log.notes["Water is overgeslagen."] += 1
        elif columns.text(column.CURRENT) == "0":
            log.notes["Een gebied dat niet meer bestaat, is overgeslagen."] += 1
        elif level is None or not code:
            reason = "Hier ontbreekt een geldige code. Een buurtcode ziet er zo uit: BU01931340."
            log.rejected.append(Rejected(feature.number, reason, "buurtcode", feature.layer))
        elif feature.problem:
            log.rejected.append(Rejected(feature.number, feature.problem, "geometry", feature.layer))
            log.rejected_keys.add((level.kind, code))
        else:
            if feature.repaired:
                log.notes[feature.repaired] += 1
            area = found.setdefault(code, _Found(code, level, feature.number, columns))
            area.parts.append(shapely.from_wkb(feature.wkb))
    return found


def _identity(columns: Columns) -> tuple[_Level | None, str]:
    """The finest level of which the record has a column, and its code; "" when the code is not valid."""
    stated = _CODE.fullmatch(columns.text(column.ANY_CODE).upper())
    if stated:
        code = stated.group(1)
        return next(level for level in _LEVELS if code.startswith(level.prefix)), code
    for level in _LEVELS:
        if columns.has(level.columns):
            return level, _code_in(columns.text(level.columns), level)
    return None, ""


def _code_in(text: str, level: _Level) -> str:
    """The code with its letters; old files have only its digits, without the zeros in front."""
    written = text.upper().replace(" ", "")
    if re.fullmatch(r"\d{2,8}", written) and len(written) <= level.length:
        written = level.prefix + written.zfill(level.length)
    match = _CODE.fullmatch(written)
    return match.group(1) if match and match.group(1).startswith(level.prefix) else ""


def _row(area: _Found, year: int | None, log: _Log) -> Row:
    shape = area.parts[0]
    if len(area.parts) > 1:
        shape = joined(area.parts)
        log.notes["Een gebied stond er in meer stukken. Die zijn samengevoegd."] += 1
    name = area.columns.text(area.level.names)
    if not name:
        log.notes["Een gebied zonder naam kreeg zijn code als naam."] += 1
    fields: dict[str, Any] = {
        "name": name or area.code,
        "boundary": to_wkt(shape),
        "centre": inner_point(shape),
        "source": SOURCE,
        "source_id": area.code,
    }
    vintage = _vintage(area.columns) or year
    if vintage is not None:
        fields["year"] = vintage
    cls: type[AnyArea] = Municipality
    if area.level is _NEIGHBOURHOOD:
        cls = Neighbourhood
        if not area.columns.text(column.MUNICIPALITY_CODE):
            log.notes["De gemeente ontbrak, en is afgeleid uit de buurtcode."] += 1
        fields |= {"district_id": AreaId(area.district), "municipality_id": AreaId(area.municipality)}
        urbanity = area.columns.number(column.URBANITY)
        if urbanity is not None:
            fields["rural"] = round_whole(urbanity) == _NOT_URBAN
    elif area.level is _DISTRICT:
        cls = District
        fields["municipality_id"] = AreaId(area.municipality)
    row = Row(area.line, cls(id=AreaId(area.code), **fields), frozenset(fields))
    return with_figures(row, figures_of(area.columns, area.code))


def _vintage(columns: Columns) -> int | None:
    year = columns.number(column.YEAR)
    dated = re.match(r"((?:19|20)\d\d)BU", columns.values.get("jaarstatcode", ""))
    if dated:
        return int(dated.group(1))
    return columns.year if year is None else round_whole(year)


def _parents(
    found: Mapping[str, _Found], rows: Sequence[Row], stored: Mapping[AreaId, AnyArea], log: _Log
) -> Iterator[Row]:
    """Districts and municipalities that neither file nor store has as such, joined from their parts."""
    inside: defaultdict[str, dict[str, Neighbourhood]] = defaultdict(dict)
    fresh = [row.entity for row in rows if isinstance(row.entity, Neighbourhood)]
    touched = {parent for area in fresh for parent in (area.district_id, area.municipality_id)}
    for area in (*(a for a in stored.values() if isinstance(a, Neighbourhood)), *fresh):
        for parent in (area.district_id, area.municipality_id):
            if parent in touched and parent is not None:
                inside[parent][area.id] = area
    for code, parts in sorted(inside.items()):
        before = stored.get(AreaId(code))
        if code in found or (before is not None and before.source != SOURCE_OF_JOINED):
            continue
        log.notes["Een wijk of gemeente is samengevoegd uit haar buurten."] += 1
        yield _joined(code, [parts[part] for part in sorted(parts)], found, before)


def _in_words(parts: Sequence[Neighbourhood]) -> str:
    """The neighbourhood with the lowest code, as people know it, and how many there are beside it."""
    others = len(parts) - 1
    more = "" if not others else " en 1 andere buurt" if others == 1 else f" en {others} andere buurten"
    return f"{parts[0].name}{more}"


def _joined(
    code: str, parts: Sequence[Neighbourhood], found: Mapping[str, _Found], before: Area | None
) -> Row:
    level = _DISTRICT if code.startswith("WK") else _MUNICIPALITY
    shape = joined([from_wkt(part.boundary) for part in parts])
    named = (found[part.id].columns.text(level.names) for part in parts if part.id in found)
    own_name = f"Wijk {code[-2:]}: {_in_words(parts)}" if level is _DISTRICT else code
    is_told = before is not None and not before.name.startswith(own_name.partition(":")[0] + ":")
    fallback = before.name if before is not None and is_told else own_name
    fields: dict[str, Any] = {
        "name": next((name for name in named if name), fallback),
        "boundary": to_wkt(shape),
        "centre": inner_point(shape),
        "source": SOURCE_OF_JOINED,
        "source_id": code,
    }
    years = {part.year for part in parts}
    if len(years) == 1 and None not in years:
        fields["year"] = parts[0].year
    if level is _DISTRICT:
        fields["municipality_id"] = parts[0].municipality_id
        return Row(0, District(id=AreaId(code), **fields), frozenset(fields))
    return Row(0, Municipality(id=AreaId(code), **fields), frozenset(fields))
