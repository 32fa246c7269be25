"""The weekly release of counts of people: the only numbers about persons that leave the core.

Why not simply show every number from five up, fresh? Because the difference of two such numbers is a
number too. Somebody who knows in which neighbourhood and in which month a neighbour came, and reads the
table every Monday, sees 12 become 13 and knows the theme. So:

- **Fixed tables** (``release_tables.py``), counted in persons, rounded to five. Nobody and a few look the
  same (``<5``), because the step from none to some is one person's.
- **Frozen.** What is shown belongs to the persons counted on one Monday. A cell says something else only
  after at least the floor came or left since *any* number it ever showed: otherwise week 1 and week 30 can
  differ in one person, although every step between them was large enough.
- **Whole rows, in large groups.** Freezing single cells is not enough: the arrival that completes five
  would move the cell that same week. So a row (a neighbourhood, or a district) moves as a whole, once
  ``MOVING_GROUP`` persons came or left. The week of a move then tells nothing about one of them, and the
  change tells no more than the composition of a group of two hundred. A quarter is released once, after it
  has ended, and never again.
- **No sums, and no cell that makes a sum tell.** Totals are not released. Where a district's theme or
  quarter would, with the neighbourhoods, narrow a hidden cell, or differ from them in a few persons, it is
  withheld (``–``). The auditor (``auditing_releases.py``) then looks at everything once more.

What remains is what a table is for: where most people of a neighbourhood ask about housing, a guess of
"housing" is right more often. Withholding itself follows the data, in rare cells; no number hangs on it.
Small areas pay the price: with under ``FIRST_GROUP`` persons a year a neighbourhood has no row, only its
district. Memberships are kept inside the core (layer *kern*) as opaque ids and never leave it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from socialmap.errors import InvalidInput, UserError, Violation
from socialmap.model.language import told
from socialmap.privacy.auditing_releases import (
    audit,
    by_family,
    is_group,
    narrowed_cells,
    neighbourhoods_at,
    too_near,
    views_of,
)
from socialmap.privacy.disclosure import FLOOR, NOT_SHOWN, checked_floor
from socialmap.privacy.release_tables import (
    TOO_FEW,
    WITHHELD,
    Cell,
    Counted,
    FrozenCell,
    FrozenRelease,
    FrozenRow,
    Release,
    Row,
    Shown,
    Table,
    Version,
    released_value,
)

Versions = dict[Cell, tuple[Version, ...]]


def next_release(
    counted: Counted, previous: FrozenRelease | None, monday: date, *, floor: int = FLOOR
) -> FrozenRelease:
    """The release of a Monday, from the persons per cell then and the release before it.

    A Monday that was already released gives ``previous`` back: once a week. ``InvalidInput`` for another
    day of the week, or a floor out of bounds. The answer is layer core; ``as_released`` is what may leave.
    """
    checked_floor(floor)
    if monday.weekday() != 0:
        raise InvalidInput([Violation("monday", "Kies een maandag.")])
    if previous is not None and monday <= previous.monday:
        return previous
    rows = previous.row_map() if previous else {}
    cells = previous.cell_map() if previous else {}
    moving = _moving_rows(counted, rows, monday, floor)
    rows.update(moving)
    asked = _new_versions(counted, cells, moving, monday, floor)
    standing = by_family(cells)
    wanted: defaultdict[tuple[str, str], dict[Cell, Version]] = defaultdict(dict)
    for cell, version in asked.items():
        wanted[cell.family][cell] = version
    # Also where no cell changes: that a row moved and its cells did not is news too.
    touched = {cell.family for cell in (*asked, *cells) if cell.row in moving}
    for family in touched:
        cells.update(_settle(standing.get(family, {}), wanted[family], rows, monday, floor))
    return FrozenRelease(
        monday,
        floor,
        tuple(rows[row] for row in sorted(rows)),
        tuple(FrozenCell(cell, cells[cell]) for cell in sorted(cells)),
    )


def approved(proposed: FrozenRelease, previous: FrozenRelease | None) -> FrozenRelease:
    """The proposed release if the auditor finds nothing; ``UserError`` otherwise. Nothing is said of whom."""
    findings = audit([previous, proposed] if previous else [proposed])
    if findings.ok:
        return proposed
    why = " ".join(dict.fromkeys(finding.sentence for finding in findings.found))
    raise UserError(f"Deze stand gaat niet naar buiten. {why}", "De vorige stand blijft staan.")


def as_released(frozen: FrozenRelease) -> Release:
    """What may leave the core: a text per cell and since when, without any person."""
    rows = {row.row: row.since for row in frozen.rows}
    cells = {}
    for cell, versions in frozen.cell_map().items():
        value, since = versions[-1].value, versions[-1].since
        if value is WITHHELD:
            cells[cell] = Shown(NOT_SHOWN, None, since)
        elif value == TOO_FEW:
            cells[cell] = Shown(f"<{frozen.floor}", None, rows[cell.row])
        else:
            cells[cell] = Shown(told("ongeveer {n}").format(n=value), value, since)
    return Release(frozen.monday, frozen.floor, rows, cells)


def without_person(frozen: FrozenRelease, person: str, new_id: str) -> FrozenRelease:
    """The release after a person's data were erased: ``new_id``, which means nothing, stands in their place.

    The numbers were told already; the place is kept so that the auditor still sees how they differ.
    """

    def replaced(persons: frozenset[str]) -> frozenset[str]:
        return (persons - {person}) | {new_id} if person in persons else persons

    return replace(
        frozen,
        rows=tuple(replace(row, persons=replaced(row.persons)) for row in frozen.rows),
        cells=tuple(
            FrozenCell(
                cell.cell, tuple(replace(said, members=replaced(said.members)) for said in cell.versions)
            )
            for cell in frozen.cells
        ),
    )


def _moving_rows(
    counted: Counted, rows: dict[Row, FrozenRow], monday: date, floor: int
) -> dict[Row, FrozenRow]:
    """The rows whose group is large enough to come out or to move this week."""
    persons: defaultdict[Row, set[str]] = defaultdict(set)
    for cell, members in counted.items():
        persons[cell.row] |= members
    moving = {}
    for row in persons.keys() | rows.keys():
        now = frozenset(persons[row])
        if is_group(row, rows.get(row), now, floor):
            moving[row] = FrozenRow(row, monday, now)
    return moving


def _new_versions(
    counted: Counted, cells: Versions, moving: dict[Row, FrozenRow], monday: date, floor: int
) -> dict[Cell, Version]:
    """What the cells of the moving rows would say now, where enough persons came or left."""
    asked = {}
    for cell in counted.keys() | cells.keys():
        if cell.row not in moving:
            continue
        members = counted.get(cell, frozenset())
        said = cells.get(cell)
        if said is None or len(members ^ said[-1].members) >= floor:
            asked[cell] = Version(monday, released_value(len(members), floor), members)
    return asked


def _settle(
    cells: Versions, wanted: dict[Cell, Version], rows: dict[Row, FrozenRow], monday: date, floor: int
) -> Versions:
    """The cells of one district and *leefgebied* with those new versions that tell nothing together."""
    settled = dict(cells)
    seen = [members for _, members in views_of(cells)]
    order = sorted(wanted, key=lambda cell: (list(Table).index(cell.row.table), cell))
    finest = [cell for cell in order if cell.row.table is Table.NEIGHBOURHOOD]
    for cell in finest:
        _admit(settled, cell, wanted[cell], seen, floor)
    for cell in reversed(finest):
        parts = neighbourhoods_at(settled, monday)
        together: frozenset[str] = frozenset().union(*parts)
        if not any(too_near(together, view, floor) for view in seen):
            break
        _hold_back(settled, cell, cells, monday)
    seen = [members for _, members in views_of(settled)]
    for cell in order[len(finest) :]:
        _admit(settled, cell, wanted[cell], seen, floor)
    for _ in range(3 * len(settled)):
        narrowed = narrowed_cells(settled, rows, monday, floor)
        if not narrowed:
            break
        _hold_back(settled, _culprit(settled, narrowed, monday), cells, monday)
    return settled


def _admit(settled: Versions, cell: Cell, version: Version, seen: list[frozenset[str]], floor: int) -> None:
    """Let a cell say something new, unless it would differ from a number ever shown in a few persons."""
    said = settled.get(cell, ())
    if not version.value:
        settled[cell] = (*said, version)
    elif not any(too_near(version.members, view, floor) for view in seen):
        settled[cell] = (*said, version)
        seen.append(version.members)
    elif not said:
        settled[cell] = (replace(version, value=WITHHELD),)


def _hold_back(settled: Versions, cell: Cell, before: Versions, monday: date) -> None:
    """Take back what a cell would newly say, so that what it said before stands; else withhold it."""
    *earlier, newest = settled[cell]
    if newest.value and newest.since == monday:
        kept = before.get(cell, (replace(newest, value=WITHHELD),))
    elif newest.value:
        kept = (*earlier, newest, replace(newest, since=monday, value=WITHHELD))
    else:
        kept = (*earlier, replace(newest, since=monday, value=WITHHELD))
    settled[cell] = kept


def _culprit(settled: Versions, narrowed: list[Cell], monday: date) -> Cell:
    """The cell to hold back so that the narrowed ones are free again: the district's before the finest.

    First numbers that are new, then the narrowed cells themselves, then numbers that stood already. A hidden
    neighbourhood is squeezed by the largest theme or quarter, a hidden theme by its neighbours.
    """
    squeezed_parts = any(cell.row.table is Table.NEIGHBOURHOOD for cell in narrowed)
    direction = -1 if squeezed_parts else 1

    def reluctance(cell: Cell) -> tuple[bool, int, int, Cell]:
        newest = settled[cell][-1]
        old = newest.since != monday
        return old, -list(Table).index(cell.row.table), direction * (newest.value or 0), cell

    told = sorted((cell for cell, said in settled.items() if said[-1].value), key=reluctance)
    if told and settled[told[0]][-1].since == monday:
        return told[0]
    hidden = [cell for cell in narrowed if settled[cell][-1].value is not WITHHELD]
    return (hidden or told or narrowed)[0]
