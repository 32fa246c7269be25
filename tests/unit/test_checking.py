"""Klopt dit nog?: every step from just checked to maybe stopped and back, day by day, and the round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from socialmap.collective.checking import ToCheck, a_round, urgency, waits
from socialmap.model.freshness import badge_of, maybe_stopped, unreached_since_check
from socialmap.model.wording import FreshnessBadge

START = date(2025, 1, 1)


@dataclass(frozen=True)
class Record:
    checked_on: date | None = START
    unreached_on: tuple[date, ...] = ()


def after(days: int) -> date:
    return START + timedelta(days=days)


def tried(*days: int, checked: int | None = 0) -> Record:
    return Record(None if checked is None else after(checked), tuple(after(day) for day in days))


@pytest.mark.parametrize(
    ("days", "badge", "on_the_list"),
    [
        (0, FreshnessBadge.FRESH, False),
        (90, FreshnessBadge.FRESH, False),
        (91, FreshnessBadge.FAIRLY, False),
        (179, FreshnessBadge.FAIRLY, False),
        (180, FreshnessBadge.FAIRLY, True),
        (181, FreshnessBadge.CALL_FIRST, True),
        (364, FreshnessBadge.CALL_FIRST, True),
        (365, FreshnessBadge.OUTDATED, True),
    ],
)
def test_a_record_grows_old_by_the_day(days: int, badge: FreshnessBadge, on_the_list: bool) -> None:
    assert badge_of(Record(), after(days)) is badge
    assert waits(Record(), after(days)) is on_the_list


def test_what_was_never_checked_waits_from_the_first_day() -> None:
    assert waits(Record(None), START)
    assert badge_of(Record(None), START) is FreshnessBadge.OUTDATED


@pytest.mark.parametrize(
    ("record", "stopped"),
    [
        (tried(200, 210), False),
        (tried(200, 210, 220), True),
        (tried(200, 210, 220, 230), True),
        (tried(200, 210, 220, checked=210), False),
        (tried(200, 210, 220, checked=220), False),
        (tried(200, 210, 220, 230, 240, checked=210), True),
        (tried(200, 210, 220, checked=None), True),
    ],
)
def test_three_times_in_a_row_since_the_last_check_is_maybe_stopped(record: Record, stopped: bool) -> None:
    assert maybe_stopped(record) is stopped
    assert (badge_of(record, after(250)) is FreshnessBadge.MAYBE_STOPPED) is stopped


def test_a_newer_check_from_anywhere_settles_what_was_tried_before() -> None:
    record = tried(200, 210, 220)
    assert badge_of(replace(record, checked_on=after(230)), after(231)) is FreshnessBadge.FRESH
    assert unreached_since_check(replace(record, checked_on=after(205))) == (after(210), after(220))


def test_who_was_not_reached_is_asked_again_after_a_week() -> None:
    record = tried(200)
    assert not waits(record, after(200))
    assert not waits(record, after(206))
    assert waits(record, after(207))


def test_what_may_have_stopped_stays_on_the_list_until_somebody_says_so() -> None:
    assert waits(tried(200, 210, 220), after(400))


def test_never_checked_goes_first_then_days_times_use() -> None:
    today = after(400)
    never, old, used = Record(None), Record(START), Record(after(200))
    assert urgency(never, 0, today) < urgency(old, 5, today)
    assert urgency(never, 1, today) < urgency(never, 0, today)
    assert urgency(used, 2, today) < urgency(old, 0, today) < urgency(used, 0, today)


def to_check(name: str, street: str, days: int) -> ToCheck:
    return ToCheck(kind="initiative", id=name, street=street, urgency=(0.0, -float(days)))


def test_a_round_goes_street_by_street_from_what_waits_longest() -> None:
    waiting = [
        to_check("c", "Kade", 200),
        to_check("a", "Lindestraat", 300),
        to_check("b", "Kade", 400),
        to_check("d", "Lindestraat", 190),
        to_check("e", "Dorpsplein", 200),
    ]
    told = [(stop.street, [each.id for each in stop.checks]) for stop in a_round(waiting)]
    assert told == [("Kade", ["b", "c"]), ("Lindestraat", ["a", "d"]), ("Dorpsplein", ["e"])]


def test_a_round_is_twelve_things_and_equally_old_ones_stand_by_id() -> None:
    waiting = [to_check(f"{number:02d}", "Kade", 200) for number in reversed(range(20))]
    (stop,) = a_round(waiting)
    assert [each.id for each in stop.checks] == [f"{number:02d}" for number in range(12)]
    assert a_round([]) == ()
