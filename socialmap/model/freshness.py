"""How recently a record was checked: its badge and its value between 0 and 1 (domain.md 4.A)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from socialmap.model.wording import FreshnessBadge

FRESH_DAYS = 90
FAIRLY_FRESH_DAYS = 180
STALE_DAYS = 365


def days_since(checked_on: date | None, today: date) -> int | None:
    """Whole days since the last check; a check in the future counts as today. ``None``: never checked."""
    return None if checked_on is None else max((today - checked_on).days, 0)


def badge(checked_on: date | None, today: date) -> FreshnessBadge:
    """The freshness badge.

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
