"""The share of initiatives in which people do something together, quarter by quarter (domain.md 001-01)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from socialmap.model.quadrants import BORDER
from socialmap.model.rounding import round_whole

QUARTERS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Lifetime:
    """From when to when an initiative ran, and how collective it is (x of domain.md 2.11).

    ``stopped_on``: the first day it no longer ran, ``None`` while it runs.
    """

    started_on: date
    stopped_on: date | None
    x: float

    def runs_on(self, day: date) -> bool:
        return self.started_on <= day and (self.stopped_on is None or day < self.stopped_on)


@dataclass(frozen=True, slots=True)
class QuarterShare:
    """On ``on``, the last day of the quarter or today: how many ran, and how many of those collectively."""

    year: int
    quarter: int
    on: date
    collective: int
    total: int

    @property
    def percent(self) -> int:
        """Whole percents; 0 when nothing ran."""
        return round_whole(100 * self.collective / self.total) if self.total else 0


def collective_share(
    lifetimes: Iterable[Lifetime], today: date, quarters: int = QUARTERS_SHOWN
) -> tuple[QuarterShare, ...]:
    """The last ``quarters`` quarters, oldest first, this one as it is today; empty without initiatives.

    Quarters before the first initiative are left out.
    """
    lives = list(lifetimes)
    shares = [_share(lives, day) for day in reversed(_last_days(today, quarters))]
    return tuple(share for share in shares if share.total)


def _share(lives: list[Lifetime], day: date) -> QuarterShare:
    running = [life for life in lives if life.runs_on(day)]
    together = sum(life.x >= BORDER for life in running)
    return QuarterShare(day.year, (day.month + 2) // 3, day, together, len(running))


def _last_days(today: date, quarters: int) -> list[date]:
    """Today, and the last day of each quarter before it, latest first."""
    days = [today]
    while len(days) < quarters:
        latest = days[-1]
        days.append(date(latest.year, 3 * ((latest.month - 1) // 3) + 1, 1) - timedelta(days=1))
    return days
