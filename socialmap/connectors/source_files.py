"""The files of public sources in a folder, each known by what is in it, not by its name."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from socialmap.connectors import area_columns as column
from socialmap.connectors.area_columns import Columns
from socialmap.connectors.areas import code_of
from socialmap.connectors.figures import FigureRow, figures_in
from socialmap.connectors.guarded import FileKind, kind_of, parse, read_bytes
from socialmap.connectors.parsed import Feature, Parsed
from socialmap.connectors.registers import addresses_in, postcodes_in
from socialmap.errors import ImportRejected, NotFound
from socialmap.geo.registers import PostcodeArea, RegisteredAddress
from socialmap.model.values import AreaId
from socialmap.model.wording_start import FOUND_IN_FILE, NOTHING_IN_FILE, REFUSED_FILE

_READABLE = frozenset({".json", ".geojson", ".gpkg", ".csv", ".tsv", ".txt", ".xlsx"})
_MOST_FILES = 200
_YEAR_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class AreaFile:
    """The areas of one file, with the year in its name if there is one."""

    name: str
    year: int | None
    features: tuple[Feature, ...]


@dataclass(slots=True)
class SourceFiles:
    """Everything that was recognised in a folder."""

    areas: list[AreaFile] = field(default_factory=list)
    figures: list[FigureRow] = field(default_factory=list)
    elements: list[Feature] | None = None
    postcodes: list[PostcodeArea] | None = None
    addresses: list[RegisteredAddress] | None = None

    def municipalities(self) -> dict[AreaId, str]:
        """Code → name of every municipality of which there are areas; "" where no file has its name."""
        found: dict[AreaId, str] = {}
        for file in self.areas:
            for feature in file.features:
                code = municipality_of(feature)
                name = Columns.of(feature.properties).text(column.MUNICIPALITY_NAME)
                if code is not None:
                    found[code] = found.get(code) or name
        return found

    def areas_of(self, municipality: AreaId) -> tuple[list[Feature], int | None]:
        """The features of one municipality in one edition of the map, and its year; empty without any.

        The newest edition that has neighbourhoods and counts inhabitants (or any, when the figures stand in
        files of their own): editions are cut anew each year and must not be mixed. Where two files of it
        have the same area, the first by name counts.
        """
        editions: defaultdict[int | None, list[Feature]] = defaultdict(list)
        seen: set[tuple[int | None, str]] = set()
        for file in sorted(self.areas, key=lambda file: file.name):
            own = [one for one in file.features if municipality_of(one) == municipality]
            fresh = [one for one in own if (file.year, code_of(one)) not in seen]
            seen |= {(file.year, code_of(one)) for one in fresh}
            editions[file.year] += fresh

        def use(year: int | None) -> tuple[bool, bool, int]:
            neighbourhoods = [one for one in editions[year] if code_of(one).startswith("BU")]
            counted = bool(self.figures) or any(counts_inhabitants(one) for one in neighbourhoods)
            return bool(neighbourhoods), counted, year or 0

        year = max(editions, key=use, default=None)
        return editions.get(year, []), year


def counts_inhabitants(feature: Feature) -> bool:
    """Does it say how many people live there?"""
    return Columns.of(feature.properties).number(column.INHABITANTS) is not None


def municipality_of(feature: Feature) -> AreaId | None:
    """The municipality that an area lies in, from its own code; ``None`` when it has no code."""
    code = code_of(feature)
    return AreaId(f"GM{code[2:6]}") if code else None


def files_in(folder: Path, *, tell: Callable[[str], None]) -> SourceFiles:
    """Read every file in the folder and below it, in the order of their names.

    ``tell`` hears what each was, also when nothing was recognised in it or when it was refused.
    ``NotFound`` when the folder does not exist.
    """
    if not folder.is_dir():
        raise NotFound("Deze map bestaat niet.", "Kijk of de naam klopt.")
    found = SourceFiles()
    for path in _readable(folder):
        try:
            told = _add(found, path)
        except ImportRejected as refusal:
            tell(REFUSED_FILE.format(file=path.name, reason=refusal.sentence))
            continue
        tell(
            FOUND_IN_FILE.format(file=path.name, what=told)
            if told
            else NOTHING_IN_FILE.format(file=path.name)
        )
    return found


def _readable(folder: Path) -> Iterator[Path]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _READABLE and path.is_file())
    if len(paths) > _MOST_FILES:
        raise ImportRejected(
            f"In deze map staan meer dan {_MOST_FILES} bestanden.", "Maak een map met alleen de bronnen."
        )
    return iter(paths)


def _add(found: SourceFiles, path: Path) -> str:
    """What the file holds, in words; "" when it is nothing that we need."""
    content = read_bytes(path)
    parsed = parse(content)
    year = _year_in(path.name)
    if kind_of(content) is FileKind.OVERPASS:
        found.elements = [*(found.elements or ()), *parsed.features]
        return f"{len(parsed.features)} plekken van OpenStreetMap"
    addresses = addresses_in(parsed)  # before areas, because an address too may say its municipality
    if addresses:
        found.addresses = [*(found.addresses or ()), *addresses]
        return f"{len(addresses)} adressen"
    areas = tuple(feature for feature in parsed.features if code_of(feature))
    if areas:
        found.areas.append(AreaFile(path.name, year, areas))
        return f"{len(areas)} gebieden"
    postcodes = postcodes_in(parsed)
    if postcodes:
        found.postcodes = [*(found.postcodes or ()), *postcodes]
        return f"{len(postcodes)} postcodes"
    figures = _figures(parsed, year)
    found.figures += figures
    return f"cijfers op {len(figures)} regels" if figures else ""


def _figures(parsed: Parsed, year: int | None) -> list[FigureRow]:
    """Rows of figures about neighbourhoods; those without a year get that in the name of the file."""
    rows = _about_areas(figures_in(parsed))
    return [row if row.year is not None else dataclasses.replace(row, year=year) for row in rows]


def _about_areas(rows: Iterable[FigureRow]) -> Iterator[FigureRow]:
    return (row for row in rows if row.code or row.local_number or row.name)


def _year_in(name: str) -> int | None:
    found = _YEAR_IN_NAME.search(name)
    return int(found.group()) if found else None
