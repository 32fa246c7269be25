"""Generated towns with people who come with a question, week after week, for attacks on the releases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.release_tables import Asked

VOCABULARY = load_vocabulary()
GROUPS = tuple(theme for theme, concept in VOCABULARY.themes.items() if concept.group is None)
THEMES = tuple(
    theme for theme, concept in VOCABULARY.themes.items() if concept.group is not None and not concept.acute
)
GROUP_OF = np.array([GROUPS.index(VOCABULARY.top_of(theme)) for theme in THEMES])
AGES = 3
FIRST_MONDAY = date(2026, 1, 5)
YEAR_WEEKS = 52
COMMON = {
    # Shares of the thirteen leefgebieden: a few that many ask about, or nearly as many everywhere.
    "steep": np.array([22, 15, 12, 10, 8, 7, 6, 5, 4, 4, 3, 2, 2]) / 100,
    "flat": np.array([16, 12, 10, 9, 8, 8, 8, 7, 6, 5, 4, 4, 3]) / 100,
}


@dataclass(frozen=True)
class Town:
    """Who came where, when (week from the first release, negative before it), how old, and for what.

    ``shares[buurt, age]``: the true long-run share of every theme, better than any public source.
    """

    district_of: np.ndarray
    area: np.ndarray
    week: np.ndarray
    age: np.ndarray
    theme: np.ndarray
    shares: np.ndarray

    def area_id(self, area: int) -> str:
        return f"BU{area:02d}"

    @property
    def districts(self) -> dict[str, str]:
        return {self.area_id(area): f"WK{district}" for area, district in enumerate(self.district_of)}

    def asked(self) -> list[Asked]:
        """One question per person, on a day of their week."""
        return [
            Asked(f"P{n}", THEMES[t], self.area_id(a), FIRST_MONDAY + timedelta(weeks=int(w), days=n % 7))
            for n, (a, w, t) in enumerate(zip(self.area, self.week, self.theme, strict=True))
        ]


def build_town(
    seed: int, a_year: tuple[int, int], kind: str, *, weeks: int, districts: int = 2, areas: int = 5
) -> Town:
    """A town whose neighbourhoods get between ``a_year`` persons a year; the year before is there too."""
    rng = np.random.default_rng(seed)
    count = districts * areas
    shares = np.zeros((count, AGES, len(THEMES)))
    within = np.zeros(len(THEMES))
    for group in range(len(GROUPS)):
        mine = np.flatnonzero(group == GROUP_OF)
        within[mine] = (1 / np.arange(1, len(mine) + 1)) / np.sum(1 / np.arange(1, len(mine) + 1))
    for area in range(count):
        here = rng.dirichlet(COMMON[kind] * 80)
        for age in range(AGES):
            of_age = rng.dirichlet(here * 80 + 0.05)
            shares[area, age] = of_age[GROUP_OF] * within
    people = []
    for area in range(count):
        expected = rng.uniform(*a_year) * (weeks + YEAR_WEEKS) / YEAR_WEEKS
        for age in range(AGES):
            size = rng.poisson(expected / AGES)
            themes = rng.choice(len(THEMES), size, p=shares[area, age])
            came = rng.integers(-YEAR_WEEKS, weeks, size)
            people.append(np.stack([np.full(size, area), came, np.full(size, age), themes]))
    area_of, week, age_of, theme_of = np.concatenate(people, axis=1)
    return Town(np.repeat(np.arange(districts), areas), area_of, week, age_of, theme_of, shares)
