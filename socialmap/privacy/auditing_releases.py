"""The auditor of the weekly release: what could somebody who keeps every release work out?

It judges a release by what it shows and by whom it was counted from, however it was made, on four points.

1. **Numbers.** Every number is a multiple of five from the floor up.
2. **Groups.** A row of a table comes out, and later moves, only for a large enough group of persons.
3. **Differences.** Take any two numbers ever shown about one district and one *leefgebied*: of one cell in
   two weeks, of a neighbourhood and the district, of a theme and its *leefgebied*, also the sum over the
   neighbourhoods. The persons that stand in one and not in the other are nobody, or at least the floor.
4. **Bounds.** In the same week the neighbourhoods of a district add up to the persons of a *leefgebied*;
   each of its themes and each quarter has at most as many, all its themes together at least as many. Every
   shown text is an interval; the intervals are narrowed through those sums until nothing moves. A cell
   that is not shown must keep as many possible values as the floor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from math import inf

from socialmap.privacy.disclosure import FLOOR, STEP
from socialmap.privacy.release_tables import (
    TOO_FEW,
    WITHHELD,
    Cell,
    FrozenRelease,
    FrozenRow,
    Row,
    Table,
    Version,
    lowest_value,
)

FIRST_GROUP = 10 * FLOOR
"""A row comes out for the first time with at least this many persons."""

MOVING_GROUP = 40 * FLOOR
"""A row moves only when this many persons came or left since it last did, and a quarter needs as many.

Measured with the attack of ``tests/property/test_release_attack.py``: when single cells move after five
persons, the last of the five is in that week's news, and somebody who knows the month guesses three to
four points better in small neighbourhoods. Below about 150 the composition of the group itself still tells
more than one point; at 200 it stays well under.
"""


class Leak(StrEnum):
    """What is wrong with a release."""

    NUMBER = "getal"
    GROUP = "groep"
    DIFFERENCE = "verschil"
    BOUNDS = "grenzen"


_SENTENCES = {
    Leak.NUMBER: "Een getal is niet afgerond of te klein.",
    Leak.GROUP: "Een rij verandert voor een te kleine groep mensen.",
    Leak.DIFFERENCE: "Twee getallen verschillen maar enkele mensen.",
    Leak.BOUNDS: "Een verborgen getal is uit te rekenen.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that would leak, and where; never how many or who."""

    leak: Leak
    row: Row

    @property
    def sentence(self) -> str:
        return _SENTENCES[self.leak]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the auditor found; a release goes out only when ``ok``."""

    found: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        return not self.found


Interval = tuple[float, float]
Cells = Mapping[Cell, tuple[Version, ...]]
Rows = Mapping[Row, FrozenRow]


def audit(releases: Sequence[FrozenRelease]) -> Findings:
    """Everything in these releases that would leak, each place once; releases in order of their Monday."""
    found: dict[Finding, None] = {}
    before: Rows = {}
    for release in releases:
        rows, cells = release.row_map(), release.cell_map()
        found.update(dict.fromkeys(_wrong_numbers(cells, release.floor)))
        found.update(dict.fromkeys(_small_groups(before, rows, release.floor)))
        families = by_family(cells)
        for family in families.values():
            found.update(dict.fromkeys(_small_differences(family, release.floor)))
            for cell in narrowed_cells(family, rows, release.monday, release.floor):
                found[Finding(Leak.BOUNDS, cell.row)] = None
        before = rows
    return Findings(tuple(found))


def by_family(cells: Cells) -> dict[tuple[str, str], dict[Cell, tuple[Version, ...]]]:
    """The cells of each district and *leefgebied* together."""
    families: defaultdict[tuple[str, str], dict[Cell, tuple[Version, ...]]] = defaultdict(dict)
    for cell, versions in cells.items():
        families[cell.family][cell] = versions
    return families


def is_group(row: Row, before: FrozenRow | None, persons: frozenset[str], floor: int) -> bool:
    """May a row come out, or move, with these persons?"""
    if row.table is Table.QUARTER:
        return before is None and len(persons) * FLOOR >= MOVING_GROUP * floor
    if before is None:
        return len(persons) * FLOOR >= FIRST_GROUP * floor
    return len(persons ^ before.persons) * FLOOR >= MOVING_GROUP * floor


def too_near(members: frozenset[str], view: frozenset[str], floor: int) -> bool:
    """Do two views differ in somebody, but in fewer persons than the floor?"""
    if abs(len(members) - len(view)) >= floor:
        return False
    return 0 < len(members) + len(view) - 2 * len(members & view) < floor


def views_of(family: Cells) -> list[tuple[Row, frozenset[str]]]:
    """Every membership behind a number ever shown, and the sums over the neighbourhoods, each once."""
    views: dict[frozenset[str], Row] = {}
    weeks: defaultdict[date, set[Cell]] = defaultdict(set)
    for cell, versions in family.items():
        for version in versions:
            if version.value:
                views.setdefault(version.members, cell.row)
                if cell.row.table is Table.NEIGHBOURHOOD:
                    weeks[version.since].add(cell)
    for monday, moved in weeks.items():
        parts = neighbourhoods_at(family, monday)
        if len(parts) > 1:
            views.setdefault(frozenset().union(*parts), min(moved).row)
    return [(row, members) for members, row in views.items()]


def neighbourhoods_at(family: Cells, monday: date) -> list[frozenset[str]]:
    """The memberships behind the neighbourhood numbers that stood on a Monday."""
    parts = []
    for cell, versions in family.items():
        if cell.row.table is Table.NEIGHBOURHOOD:
            standing = [version for version in versions if version.since <= monday]
            if standing and standing[-1].value:
                parts.append(standing[-1].members)
    return parts


def narrowed_cells(family: Cells, rows: Rows, monday: date, floor: int) -> list[Cell]:
    """The cells without a number that the sums of this Monday narrow to fewer values than the floor."""
    start = {cell: _interval(cell, versions[-1], rows, monday, floor) for cell, versions in family.items()}
    bounds = _propagate(start)
    return [
        cell
        for cell, (low, high) in bounds.items()
        if not family[cell][-1].value and bounds[cell] != start[cell] and high - low + 1 < floor
    ]


def _interval(cell: Cell, version: Version, rows: Rows, monday: date, floor: int) -> Interval:
    """What a reader knows of a cell's count on this Monday from the cell alone."""
    row = rows.get(cell.row)
    if row is None or row.since != monday or version.value is WITHHELD:
        return 0, inf
    low, high = _values_behind(version.value, floor)
    if version.since == monday:
        return low, high
    # The row moved and the cell did not: fewer persons than the floor came or left.
    return max(0, low - floor + 1), high + floor - 1


def _values_behind(value: int, floor: int) -> Interval:
    if value == TOO_FEW:
        return 0, floor - 1
    half = STEP // 2
    return (floor if value <= lowest_value(floor) else value - half), value + half


def _propagate(start: Mapping[Cell, Interval]) -> dict[Cell, Interval]:
    """Narrow the intervals through the sums until nothing moves; contradictions teach a reader nothing."""
    bounds = dict(start)
    parts = [cell for cell in bounds if cell.row.table is Table.NEIGHBOURHOOD]
    themes = [cell for cell in bounds if cell.row.table is Table.THEME]
    below = [cell for cell in bounds if cell.row.table is not Table.NEIGHBOURHOOD]
    # Without any neighbourhood that counts, nothing is known of the sum over them.
    people: Interval = (0, inf)
    while True:
        before = dict(bounds)
        low = max([people[0], *(bounds[cell][0] for cell in below)])
        high = people[1]
        if parts:
            low = max(low, sum(bounds[cell][0] for cell in parts))
            high = min(high, sum(bounds[cell][1] for cell in parts))
        if themes:
            high = min(high, sum(bounds[cell][1] for cell in themes))
        people = low, high
        for cell in parts:
            others = [bounds[other] for other in parts if other != cell]
            least = low - sum(most for _, most in others)
            most = high - sum(fewest for fewest, _ in others)
            bounds[cell] = max(bounds[cell][0], least), min(bounds[cell][1], most)
        for cell in below:
            bounds[cell] = bounds[cell][0], min(bounds[cell][1], high)
        for cell in themes:
            least = low - sum(bounds[other][1] for other in themes if other != cell)
            bounds[cell] = max(bounds[cell][0], least), bounds[cell][1]
        if any(least > most for least, most in bounds.values()) or low > high:
            return dict(start)
        if bounds == before:
            return bounds


def _wrong_numbers(cells: Cells, floor: int) -> Iterable[Finding]:
    for cell, versions in cells.items():
        for version in versions:
            if version.value and (version.value % STEP or version.value < min(floor, FLOOR)):
                yield Finding(Leak.NUMBER, cell.row)


def _small_groups(before: Rows, rows: Rows, floor: int) -> Iterable[Finding]:
    for row, frozen in rows.items():
        earlier = before.get(row)
        moved = earlier is None or earlier.since != frozen.since
        if moved and not is_group(row, earlier, frozen.persons, floor):
            yield Finding(Leak.GROUP, row)


def _small_differences(family: Cells, floor: int) -> Iterable[Finding]:
    for (row, view), (_, other) in combinations(views_of(family), 2):
        if too_near(view, other, floor):
            yield Finding(Leak.DIFFERENCE, row)
