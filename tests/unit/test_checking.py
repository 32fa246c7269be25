"""Klopt dit nog?: every step from just checked to maybe stopped and back, day by day, and the round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from socialmap.collective.checking import TERM_DAYS, ToCheck, a_round, urgency, waits
from socialmap.model.freshness import badge_of, maybe_stopped, unreached_since_check
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.wording import FreshnessBadge
from tests.town import DE_LINDE, KOFFIE, WELZIJN

START = date(2025, 1, 1)


def record(checked_on: date | None = START, unreached_on: tuple[date, ...] = ()) -> Initiative:
    return replace(KOFFIE, checked_on=checked_on, unreached_on=unreached_on)


def after(days: int) -> date:
    return START + timedelta(days=days)


def tried(*days: int, checked: int | None = 0) -> Initiative:
    return record(None if checked is None else after(checked), tuple(after(day) for day in days))


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
    assert badge_of(record(), after(days)) is badge
    assert waits(record(), after(days)) is on_the_list


@pytest.mark.parametrize("kind", [DE_LINDE, WELZIJN], ids=lambda thing: thing.kind)
def test_a_place_and_an_organisation_have_a_year(kind: Facility | Organisation) -> None:
    thing = replace(kind, checked_on=START)
    assert not waits(thing, after(364))
    assert waits(thing, after(365))
    assert badge_of(thing, after(181)) is FreshnessBadge.CALL_FIRST


def test_every_kind_that_is_checked_has_a_term() -> None:
    assert set(TERM_DAYS) == {cls.kind for cls in (Initiative, Facility, Organisation)}


def test_who_wants_to_be_left_alone_is_never_on_the_list() -> None:
    assert not waits(replace(record(None), do_not_contact=True), START)
    assert not waits(replace(WELZIJN, checked_on=None, do_not_contact=True), START)
    assert waits(replace(DE_LINDE, checked_on=None), START)


def test_what_was_never_checked_waits_from_the_first_day() -> None:
    assert waits(record(None), START)
    assert badge_of(record(None), START) is FreshnessBadge.OUTDATED


@pytest.mark.parametrize(
    ("thing", "stopped"),
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
def test_three_times_in_a_row_since_the_last_check_is_maybe_stopped(thing: Initiative, stopped: bool) -> None:
    assert maybe_stopped(thing) is stopped
    assert (badge_of(thing, after(250)) is FreshnessBadge.MAYBE_STOPPED) is stopped


def test_a_newer_check_from_anywhere_settles_what_was_tried_before() -> None:
    thing = tried(200, 210, 220)
    assert badge_of(replace(thing, checked_on=after(230)), after(231)) is FreshnessBadge.FRESH
    assert unreached_since_check(replace(thing, checked_on=after(205))) == (after(210), after(220))


def test_who_was_not_reached_is_asked_again_after_a_week() -> None:
    thing = tried(200)
    assert not waits(thing, after(200))
    assert not waits(thing, after(206))
    assert waits(thing, after(207))


def test_what_may_have_stopped_stays_on_the_list_until_somebody_says_so() -> None:
    assert waits(tried(200, 210, 220), after(400))


def test_never_checked_goes_first_then_days_times_use() -> None:
    today = after(400)
    never, old, used = record(None), record(START), record(after(200))
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
