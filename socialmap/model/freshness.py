"""How recently a record was checked: its badge and its value between 0 and 1 (domain.md 4.A and 4.K)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Protocol

from socialmap.model.wording import FreshnessBadge

FRESH_DAYS = 90
FAIRLY_FRESH_DAYS = 180
STALE_DAYS = 365
MOST_UNREACHED = 3
"""So many tries in a row at which nobody was reached make a thing *Mogelijk gestopt*."""


class Checkable(Protocol):
    """An initiative, a facility or an organisation: what people check."""

    @property
    def checked_on(self) -> date | None: ...

    @property
    def unreached_on(self) -> tuple[date, ...]: ...


def days_since(checked_on: date | None, today: date) -> int | None:
    """Whole days since the last check; a check in the future counts as today. ``None``: never checked."""
    return None if checked_on is None else max((today - checked_on).days, 0)


def unreached_since_check(record: Checkable) -> tuple[date, ...]:
    """The days in a row on which nobody was reached: those after the last check, in order."""
    checked_on = record.checked_on
    return tuple(day for day in sorted(record.unreached_on) if checked_on is None or day > checked_on)


def maybe_stopped(record: Checkable) -> bool:
    return len(unreached_since_check(record)) >= MOST_UNREACHED


def badge_of(record: Checkable, today: date) -> FreshnessBadge:
    """The badge of a record: that it may have stopped goes before its age."""
    return FreshnessBadge.MAYBE_STOPPED if maybe_stopped(record) else badge(record.checked_on, today)


def badge(checked_on: date | None, today: date) -> FreshnessBadge:
    """The badge of an age.

    >>> badge(date(2025, 6, 10), date(2026, 3, 2)).value
    'Bel eerst even'
    """
    age = days_since(checked_on, today)
    if age is None or age >= STALE_DAYS:
        return FreshnessBadge.OUTDATED
    if age > FAIRLY_FRESH_DAYS:
        return FreshnessBadge.CALL_FIRST
    return FreshnessBadge.FAIRLY if age > FRESH_DAYS else FreshnessBadge.FRESH


def freshness(checked_on: date | None, today: date) -> Fraction:
    """1 up to 90 days after a check, 0 from 365 days or without one, linear between."""
    age = days_since(checked_on, today)
    if age is None or age >= STALE_DAYS:
        return Fraction(0)
    fade_days = STALE_DAYS - FRESH_DAYS
    return Fraction(min(STALE_DAYS - age, fade_days), fade_days)
