"""What a weekly release shows, when it moves, and what the auditor sees (trust.md section 3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from socialmap.errors import InvalidInput, UserError
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.auditing_releases import FIRST_GROUP, MOVING_GROUP, Leak, audit, narrowed_cells
from socialmap.privacy.release_tables import (
    Asked,
    Cell,
    FrozenCell,
    FrozenRelease,
    FrozenRow,
    Row,
    Table,
    Version,
    count_persons,
    monday_of,
    quarter_bounds,
    quarter_of,
    released_value,
)
from socialmap.privacy.releases import approved, as_released, next_release, without_person

VOCABULARY = load_vocabulary()
DISTRICTS = {"BU1": "WK1", "BU2": "WK1"}
MONDAY = date(2026, 3, 2)
LINDE, HAVEN = Row(Table.NEIGHBOURHOOD, "WK1", "BU1"), Row(Table.NEIGHBOURHOOD, "WK1", "BU2")
DISTRICT = Row(Table.THEME, "WK1")


def people(prefix: str, count: int) -> frozenset[str]:
    return frozenset(f"{prefix}{n}" for n in range(count))


def asked(prefix: str, count: int, theme: str, area: str = "BU1", on: date = MONDAY - timedelta(days=10)):
    return [Asked(person, theme, area, on) for person in sorted(people(prefix, count))]


def counted(*questions):
    return count_persons([one for some in questions for one in some], DISTRICTS, VOCABULARY, MONDAY)


def release_of(*cells: tuple[Cell, Version], monday: date = MONDAY) -> FrozenRelease:
    rows = {
        cell.row: frozenset().union(*(v.members for c, v in cells if c.row == cell.row)) for cell, _ in cells
    }
    return FrozenRelease(
        monday,
        5,
        tuple(FrozenRow(row, monday, persons) for row, persons in rows.items()),
        tuple(FrozenCell(cell, (version,)) for cell, version in cells),
    )


def test_a_person_counts_once_per_cell_and_acute_themes_and_strangers_do_not_count():
    questions = [
        *asked("p", 6, "schulden"),
        *asked("p", 6, "rondkomen"),
        *asked("p", 6, "huiselijk-geweld"),
        *asked("p", 6, "schulden", "BU9"),
        *asked("old", 6, "schulden", on=MONDAY - timedelta(days=366)),
        *asked("today", 6, "schulden", on=MONDAY),
    ]
    cells = counted(questions)
    assert cells[Cell(LINDE, "geld")] == people("p", 6)
    assert cells[Cell(DISTRICT, "geld", "schulden")] == people("p", 6)
    assert {cell.group for cell in cells} == {"geld"}


def test_only_quarters_that_are_over_and_wholly_in_the_year_are_counted():
    days = [date(2025, 2, 20), date(2025, 5, 1), date(2025, 12, 31), date(2026, 2, 1)]
    cells = counted(*(asked(f"p{day}", 6, "schulden", on=day) for day in days))
    assert {cell.row.quarter for cell in cells if cell.row.table is Table.QUARTER} == {"2025-K2", "2025-K4"}


@pytest.mark.parametrize(
    ("day", "quarter", "bounds"),
    [
        (date(2026, 1, 1), "2026-K1", (date(2026, 1, 1), date(2026, 4, 1))),
        (date(2025, 12, 31), "2025-K4", (date(2025, 10, 1), date(2026, 1, 1))),
    ],
)
def test_a_quarter_has_its_name_and_its_days(day, quarter, bounds):
    assert quarter_of(day) == quarter
    assert quarter_bounds(quarter) == bounds


def test_nobody_and_a_few_look_the_same_and_numbers_are_rounded():
    cells = counted(asked("a", 42, "schulden"), asked("b", 3, "rouw"), asked("c", 8, "bewegen"))
    release = as_released(next_release(cells, None, MONDAY))
    assert release.shown(Cell(LINDE, "geld")).text == "ongeveer 40"
    assert release.shown(Cell(LINDE, "zin")).text == "<5"
    assert release.shown(Cell(LINDE, "werk")).text == "<5"
    assert release.shown(Cell(LINDE, "gezond")).value == 10
    assert release.shown(Cell(HAVEN, "geld")).text == "–"


def test_a_row_with_too_few_persons_is_not_out():
    few = next_release(counted(asked("a", FIRST_GROUP - 1, "schulden")), None, MONDAY)
    assert not few.rows
    assert as_released(few).shown(Cell(LINDE, "geld")).text == "–"
    assert next_release(counted(asked("a", FIRST_GROUP, "schulden")), None, MONDAY).rows


def test_a_row_stands_still_until_a_large_group_came():
    first = next_release(counted(asked("a", 60, "schulden")), None, MONDAY)
    later = next_release(
        counted(asked("a", 60, "schulden"), asked("b", MOVING_GROUP - 1, "bewegen")),
        first,
        MONDAY + timedelta(weeks=1),
    )
    assert later.rows == first.rows
    assert later.cells == first.cells
    moved = next_release(
        counted(asked("a", 60, "schulden"), asked("b", MOVING_GROUP, "bewegen")),
        later,
        MONDAY + timedelta(weeks=2),
    )
    shown = as_released(moved)
    assert shown.shown(Cell(LINDE, "gezond")).value == MOVING_GROUP
    assert shown.shown(Cell(LINDE, "geld")).since == MONDAY


def test_a_cell_of_a_moving_row_stands_still_when_four_persons_came():
    first = next_release(counted(asked("a", 60, "schulden")), None, MONDAY)
    cells = counted(
        asked("a", 60, "schulden"), asked("n", 4, "schulden"), asked("b", MOVING_GROUP, "bewegen")
    )
    moved = next_release(cells, first, MONDAY + timedelta(weeks=1))
    assert moved.cell_map()[Cell(LINDE, "geld")] == first.cell_map()[Cell(LINDE, "geld")]


def test_a_cell_never_comes_back_to_nearly_what_it_said_before():
    """60, then 70, then 61: the first and the last differ in one person, so the last is not told."""
    busy = [asked(f"b{week}", MOVING_GROUP, "bewegen", on=MONDAY - timedelta(days=9)) for week in range(3)]
    first = next_release(counted(asked("a", 60, "schulden"), busy[0]), None, MONDAY)
    more = next_release(counted(asked("a", 70, "schulden"), busy[1]), first, MONDAY + timedelta(weeks=1))
    back = next_release(counted(asked("a", 61, "schulden"), busy[2]), more, MONDAY + timedelta(weeks=2))
    values = [version.value for version in back.cell_map()[Cell(LINDE, "geld")]]
    assert values == [60, 70]
    assert audit([first, more, back]).ok


def test_a_quarter_never_moves_once_it_is_out():
    on = date(2025, 11, 3)
    cells = counted(asked("a", MOVING_GROUP, "schulden", on=on))
    first = next_release(cells, None, MONDAY)
    row = Row(Table.QUARTER, "WK1", quarter="2025-K4")
    more = counted(asked("a", MOVING_GROUP, "schulden", on=on), asked("b", MOVING_GROUP, "schulden", on=on))
    later = next_release(more, first, MONDAY + timedelta(weeks=1))
    assert later.row_map()[row] == first.row_map()[row]


def test_a_monday_is_released_once_and_another_day_is_refused():
    cells = counted(asked("a", 60, "schulden"))
    first = next_release(cells, None, MONDAY)
    assert next_release({}, first, MONDAY) is first
    assert monday_of(date(2026, 3, 8)) == monday_of(MONDAY) == MONDAY
    with pytest.raises(InvalidInput, match="maandag"):
        next_release(cells, None, date(2026, 3, 3))
    with pytest.raises(InvalidInput, match="ondergrens"):
        next_release(cells, None, MONDAY, floor=4)


def test_a_theme_that_is_nearly_its_whole_leefgebied_is_withheld():
    """63 persons ask about money, 61 of them about debts: the two without debts would stand apart."""
    cells = counted(asked("a", 61, "schulden"), asked("b", 2, "rondkomen"))
    made = next_release(cells, None, MONDAY)
    release = as_released(made)
    assert release.shown(Cell(LINDE, "geld")).value == 65
    assert release.shown(Cell(DISTRICT, "geld", "schulden")).text == "–"
    assert approved(made, None) is made


def test_the_sum_over_neighbourhoods_counts_as_a_number_that_was_told():
    cells = counted(asked("a", 60, "schulden"), asked("b", 60, "schulden", "BU2"), asked("c", 2, "rondkomen"))
    made = next_release(cells, None, MONDAY)
    assert as_released(made).shown(Cell(DISTRICT, "geld", "schulden")).text == "–"
    assert audit([made]).ok


def test_a_hidden_neighbourhood_is_not_worked_out_from_its_district():
    """13 to 17 and 8 to 12 here, a theme of 33 to 37 in the district: the third must be four or more."""
    themes = Cell(DISTRICT, "geld", "schulden")
    parts = [Cell(Row(Table.NEIGHBOURHOOD, "WK1", f"BU{n}"), "geld") for n in range(3)]
    versions = [
        Version(MONDAY, 15, people("a", 17)),
        Version(MONDAY, 10, people("b", 12)),
        Version(MONDAY, 0, people("c", 4)),
    ]
    told = Version(MONDAY, 35, people("a", 17) | people("b", 12) | people("c", 4))
    leaking = release_of(*zip(parts, versions, strict=True), (themes, told))
    assert narrowed_cells(leaking.cell_map(), leaking.row_map(), MONDAY, 5) == [parts[2]]
    assert Leak.BOUNDS in {finding.leak for finding in audit([leaking]).found}
    silent = release_of(*zip(parts, versions, strict=True), (themes, Version(MONDAY, None, told.members)))
    assert narrowed_cells(silent.cell_map(), silent.row_map(), MONDAY, 5) == []


def test_the_release_withholds_what_would_work_a_hidden_neighbourhood_out():
    others = [asked(f"x{n}", 40, "bewegen", f"BU{n}") for n in (1, 2, 3)]
    money = [asked("a", 17, "schulden"), asked("b", 12, "schulden", "BU2"), asked("c", 4, "schulden", "BU3")]
    cells = count_persons(
        [one for some in (*others, *money) for one in some],
        {**DISTRICTS, "BU3": "WK1"},
        VOCABULARY,
        MONDAY,
    )
    made = next_release(cells, None, MONDAY)
    release = as_released(made)
    assert release.shown(Cell(Row(Table.NEIGHBOURHOOD, "WK1", "BU3"), "geld")).text in {"<5", "–"}
    assert release.shown(Cell(DISTRICT, "geld", "schulden")).text == "–"
    assert approved(made, None) is made


def test_a_refusal_says_what_is_wrong_and_nothing_about_anybody():
    cell = Cell(LINDE, "geld")
    wrong = release_of((cell, Version(MONDAY, 63, people("a", 63))))
    with pytest.raises(UserError, match="niet afgerond") as refused:
        approved(wrong, None)
    assert "63" not in str(refused.value)
    assert "a6" not in str(refused.value)


def test_a_higher_floor_shows_less_and_never_a_number_between():
    assert [released_value(persons, 7) for persons in (6, 7, 12, 13)] == [0, 10, 10, 15]
    cells = counted(asked("a", 120, "schulden"), asked("b", 6, "bewegen"))
    release = as_released(next_release(cells, None, MONDAY, floor=7))
    assert release.shown(Cell(LINDE, "gezond")).text == "<7"


def test_an_erased_person_is_replaced_by_a_mark_and_the_numbers_stay():
    first = next_release(counted(asked("a", 60, "schulden")), None, MONDAY)
    erased = without_person(first, "a7", "gewist-1")
    assert "a7" not in repr(erased)
    assert as_released(erased) == as_released(first)
    assert audit([erased]).ok


def test_no_person_stands_in_what_leaves_the_core():
    made = next_release(counted(asked("canary", 60, "schulden")), None, MONDAY)
    assert "canary" not in repr(as_released(made))
