"""The three fixed tables in which people are counted outside the core, and how a release is kept.

Only these: neighbourhood × *leefgebied*, district × theme, district × quarter × *leefgebied*. There are no
filters and no shapes of one's own, because two overlapping selections are what an attacker subtracts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from socialmap.model.values import AreaId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.privacy.disclosure import FLOOR, NOT_SHOWN, STEP, rounded_to_step

WINDOW = timedelta(days=365)
"""A *stand van maandag* counts the persons with a question in the year before that Monday."""

WITHHELD = None
TOO_FEW = 0


class Table(StrEnum):
    """The fixed tables, in the order in which they are released: the finest area first."""

    NEIGHBOURHOOD = "buurt_leefgebied"
    QUARTER = "wijk_kwartaal_leefgebied"
    THEME = "wijk_thema"


class Asked(NamedTuple):
    """One question of one person: an opaque id, a theme, the neighbourhood, the day it was reported."""

    person: str
    theme: ThemeId
    area_id: AreaId
    on: date


class Row(NamedTuple):
    """One row of a table; ``neighbourhood`` and ``quarter`` are empty where the table has none."""

    table: Table
    district: AreaId
    neighbourhood: AreaId = AreaId("")
    quarter: str = ""


class Cell(NamedTuple):
    """One cell: its row, the *leefgebied*, and the theme (empty where the table counts *leefgebieden*)."""

    row: Row
    group: ThemeId
    theme: ThemeId = ThemeId("")

    @property
    def family(self) -> tuple[AreaId, ThemeId]:
        """Cells with the same district and *leefgebied* say something about each other."""
        return self.row.district, self.group


Counted = Mapping[Cell, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Version:
    """What a cell said since a Monday: ``value`` and the persons it was counted from.

    ``value``: a multiple of five, ``TOO_FEW`` (shown as ``<5``) or ``WITHHELD`` (shown as ``–``).
    """

    since: date
    value: int | None
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """The persons of a row on the Monday it last moved."""

    row: Row
    since: date
    persons: frozenset[str]


@dataclass(frozen=True, slots=True)
class FrozenCell:
    """All that a cell has ever said, oldest first, never empty."""

    cell: Cell
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class FrozenRelease:
    """One weekly release as the core keeps it, with every membership it was counted from. Layer core."""

    monday: date
    floor: int
    rows: tuple[FrozenRow, ...] = ()
    cells: tuple[FrozenCell, ...] = ()

    def row_map(self) -> dict[Row, FrozenRow]:
        return {frozen.row: frozen for frozen in self.rows}

    def cell_map(self) -> dict[Cell, tuple[Version, ...]]:
        return {frozen.cell: frozen.versions for frozen in self.cells}


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell outside the core. ``value`` is ``None`` unless a number is shown; ``since``: a Monday."""

    text: str
    value: int | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """The *stand van maandag* that leaves the core: texts only, no persons."""

    monday: date
    floor: int = FLOOR
    rows: Mapping[Row, date] = field(default_factory=dict)
    cells: Mapping[Cell, Shown] = field(default_factory=dict)

    def shown(self, cell: Cell) -> Shown:
        """What a cell says. In a row that is out, a cell nobody stands in reads like one with a few.

        ``–`` for a row that has too few persons to be out.
        """
        if cell.row not in self.rows:
            return Shown(NOT_SHOWN)
        return self.cells.get(cell) or Shown(f"<{self.floor}", None, self.rows[cell.row])


def released_value(persons: int, floor: int) -> int:
    """The value of a cell: ``TOO_FEW`` under the floor, else the nearest multiple of five from the floor up.

    >>> [released_value(persons, 5) for persons in (4, 5, 7, 8)], released_value(7, 7)
    ([0, 5, 5, 10], 10)
    """
    if persons < floor:
        return TOO_FEW
    return max(rounded_to_step(persons), lowest_value(floor))


def lowest_value(floor: int) -> int:
    """The smallest number a release can show: the first multiple of five from the floor up."""
    return -(-floor // STEP) * STEP


def quarter_of(day: date) -> str:
    """``2026-K1``."""
    return f"{day.year}-K{(day.month + 2) // 3}"


def quarter_bounds(quarter: str) -> tuple[date, date]:
    """The first day of a quarter and of the next one."""
    year, number = int(quarter[:4]), int(quarter[-1])
    first = date(year, 3 * number - 2, 1)
    return first, date(year + (number == 4), 1 if number == 4 else 3 * number + 1, 1)


def monday_of(day: date) -> date:
    """The Monday of this week, also on a Monday itself."""
    return day - timedelta(days=day.weekday())


def count_persons(
    asked: Iterable[Asked], districts: Mapping[AreaId, AreaId], vocabulary: Vocabulary, monday: date
) -> Counted:
    """The persons per cell on a Monday; a person once per cell, however many questions.

    ``districts``: neighbourhood → district; a question from elsewhere is not counted, nor one on an acute
    or unknown theme. Counts the year before ``monday``; of the quarters only those wholly inside it.
    """
    counted: defaultdict[Cell, set[str]] = defaultdict(set)
    standing: dict[tuple[AreaId, ThemeId], tuple[Cell, ...]] = {}
    by_quarter: dict[tuple[AreaId, ThemeId, str], Cell] = {}
    first = monday - WINDOW
    complete = {quarter for quarter in _quarters(first, monday) if _is_within(quarter, first, monday)}
    for person, theme, area_id, on in asked:
        if not first <= on < monday:
            continue
        place = (area_id, theme)
        if place not in standing:
            standing[place] = _standing_cells(area_id, theme, districts, vocabulary)
        cells = standing[place]
        for cell in cells:
            counted[cell].add(person)
        quarter = quarter_of(on)
        if cells and quarter in complete:
            when = (area_id, theme, quarter)
            if when not in by_quarter:
                row = Row(Table.QUARTER, cells[0].row.district, quarter=quarter)
                by_quarter[when] = Cell(row, cells[0].group)
            counted[by_quarter[when]].add(person)
    return {cell: frozenset(persons) for cell, persons in counted.items()}


def _quarters(first: date, after: date) -> set[str]:
    return {quarter_of(first + timedelta(days=days)) for days in range((after - first).days)}


def _is_within(quarter: str, first: date, after: date) -> bool:
    begins, ends = quarter_bounds(quarter)
    return begins >= first and ends <= after


def _standing_cells(
    area_id: AreaId, theme: ThemeId, districts: Mapping[AreaId, AreaId], vocabulary: Vocabulary
) -> tuple[Cell, ...]:
    concept = vocabulary.themes.get(theme)
    if area_id not in districts or concept is None or concept.acute:
        return ()
    district, group = districts[area_id], vocabulary.top_of(theme)
    return (
        Cell(Row(Table.NEIGHBOURHOOD, district, area_id), group),
        Cell(Row(Table.THEME, district), group, theme),
    )
