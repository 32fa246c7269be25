"""An attacker who keeps every weekly release and looks for one person.

Known of the target: neighbourhood, age group and month of registration. Known besides: the true long-run
share of every theme by neighbourhood and age group, so that the blind guess is as good as a blind guess can
be, and whatever the attack adds comes from the releases. The attacker tries many ways of weighing what was
seen; the best of them, chosen afterwards, is what counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from socialmap.privacy.release_tables import Release, Table
from tests.property.generated_towns import AGES, GROUP_OF, GROUPS, THEMES, Town

YEAR_WEEKS = 52
MONTH_WEEKS = 4
QUARTER_IS_OUT_WEEKS = 17
STRENGTHS = np.array([1, 3, 10, 30, 100, 300])
"""How many seen persons the long-run shares weigh as much as; 1 trusts nearly only what was seen."""


@dataclass(frozen=True)
class Seen:
    """All releases as numbers: week × neighbourhood × group, week × district × theme, quarters.

    ``quarters[(district, group)]`` holds per week the last completed quarter's value in that week.
    """

    by_area: np.ndarray
    by_theme: np.ndarray
    by_quarter: np.ndarray


@dataclass
class Score:
    """How often each way of guessing was right: per view, one number per strength."""

    right: dict[str, np.ndarray] = field(default_factory=dict)
    blind: int = 0
    targets: int = 0

    @property
    def best(self) -> str:
        """The view that served the attacker best."""
        return max(self.right, key=lambda view: int(self.right[view].max()))

    @property
    def gain_points(self) -> float:
        """How many percentage points the best way is better than the blind guess."""
        return 100 * (int(self.right[self.best].max()) - self.blind) / self.targets


def read(releases: Sequence[Release], town: Town) -> Seen:
    """The releases as an attacker's numbers; what is not shown is nothing."""
    weeks, areas, districts = len(releases), len(town.district_of), int(town.district_of.max()) + 1
    group_at = {group: place for place, group in enumerate(GROUPS)}
    theme_at = {theme: place for place, theme in enumerate(THEMES)}
    seen = Seen(
        np.zeros((weeks, areas, len(GROUPS))),
        np.zeros((weeks, districts, len(THEMES))),
        np.zeros((weeks, districts, len(GROUPS))),
    )
    for week, release in enumerate(releases):
        latest = max((row.quarter for row in release.rows), default="")
        for cell, shown in release.cells.items():
            table, district, area, quarter = cell.row
            if not shown.value:
                continue
            if table is Table.NEIGHBOURHOOD:
                seen.by_area[week, int(area[2:]), group_at[cell.group]] = shown.value
            elif table is Table.THEME:
                seen.by_theme[week, int(district[2:]), theme_at[cell.theme]] = shown.value
            elif quarter == latest:
                seen.by_quarter[week, int(district[2:]), group_at[cell.group]] = shown.value
    return seen


def attack(town: Town, seen: Seen, groups: Score, themes: Score) -> None:
    """Guess the leefgebied and the theme of everybody in the town; adds to both scores."""
    weeks = len(seen.by_area)
    spread = np.zeros((len(THEMES), len(GROUPS)))
    spread[np.arange(len(THEMES)), GROUP_OF] = 1
    for area, district in enumerate(town.district_of):
        rest = [other for other in np.flatnonzero(town.district_of == district) if other != area]
        of_district = seen.by_theme[:, district] @ spread
        tables = {
            "area": seen.by_area[:, area],
            "district": of_district,
            "district without the rest": of_district - seen.by_area[:, rest].sum(axis=1),
        }
        for first in range(-YEAR_WEEKS, weeks - MONTH_WEEKS, MONTH_WEEKS):
            came = (town.area == area) & (town.week >= first) & (town.week < first + MONTH_WEEKS)
            if not came.any():
                continue
            quarter = seen.by_quarter[min(max(first + QUARTER_IS_OUT_WEEKS, 0), weeks - 1), district]
            group_views = {"quarter": quarter} | {
                f"{name}, {way}": view for name, table in tables.items() for way, view in _views(table, first)
            }
            theme_views = dict(_views(seen.by_theme[:, district], first))
            for age in range(AGES):
                of_age = came & (town.age == age)
                shares = town.shares[area, age]
                _guess(groups, np.bincount(GROUP_OF[town.theme[of_age]], minlength=len(GROUPS)),
                       shares @ spread, group_views)  # fmt: skip
                _guess(themes, np.bincount(town.theme[of_age], minlength=len(THEMES)), shares, theme_views)


def _views(table: np.ndarray, first: int) -> Iterator[tuple[str, np.ndarray]]:
    """What can be read about the persons of a month: differences between weeks, and what stood later."""
    last_week = len(table) - 1
    start, end = max(first, 0), min(max(first + MONTH_WEEKS, 0), last_week)
    before = table[start] if first >= 0 else np.zeros_like(table[0])
    moved = np.flatnonzero((table[end:] != table[start]).any(axis=1))
    after = table[end + moved[0]] if len(moved) else table[end]
    yield "month", table[end] - before
    yield "next move", after - before
    yield "half a year", table[min(end + 26, last_week)] - before
    yield "stand", table[end]
    gone = min(first + MONTH_WEEKS + YEAR_WEEKS, last_week)
    if first + YEAR_WEEKS < last_week:
        yield "a year later", table[max(first + YEAR_WEEKS, 0)] - table[gone]


def _guess(score: Score, came: np.ndarray, shares: np.ndarray, views: dict[str, np.ndarray]) -> None:
    """One guess for all who are alike to the attacker, in every way of weighing."""
    weighed = STRENGTHS[:, None, None] * shares + np.stack(list(views.values()))
    right = came[weighed.argmax(axis=2)]
    score.targets += int(came.sum())
    score.blind += int(came[shares.argmax()])
    for place, name in enumerate(views):
        score.right[name] = score.right.get(name, 0) + right[:, place]
