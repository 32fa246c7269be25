"""What falls away when one leader stops: a simulation that changes nothing (domain.md 4.D).

It speaks of initiatives and neighbourhoods. The leader goes in and does not come out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from socialmap.collective.white_spots import WhiteSpots
from socialmap.model.values import AreaId, InitiativeId, ThemeId
from socialmap.model.wording_gaps import (
    HINGE,
    SpotCategory,
    one_left_sentence,
    stops_sentence,
    worse_sentence,
)

HINGE_FROM = 3

SpotsWithout = Callable[[Collection[InitiativeId]], Mapping[ThemeId, WhiteSpots]]
"""The white spots of every life area when these initiatives are left out (``gaps.white_spots_by_group``)."""


@dataclass(frozen=True, slots=True)
class Led:
    """An active initiative and the keys of everybody who leads it."""

    id: InitiativeId
    name: str
    leaders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shaken:
    """An initiative that loses a leader."""

    id: InitiativeId
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class WorseSpot:
    """A neighbourhood and life area that get a worse category."""

    area_id: AreaId
    group: ThemeId
    before: SpotCategory
    after: SpotCategory
    sentence: str


@dataclass(frozen=True, slots=True)
class FallingAway:
    """What happens: initiatives by name, neighbourhoods with the worst category first.

    ``hinge``: three or more initiatives rest on the same shoulders; then ``hinge_sentence`` says so.
    """

    stops: tuple[Shaken, ...]
    one_left: tuple[Shaken, ...]
    worse: tuple[WorseSpot, ...]
    hinge: bool
    hinge_sentence: str


def falling_away(
    leader: str, initiatives: Iterable[Led], spots_without: SpotsWithout, labels: Mapping[ThemeId, str]
) -> FallingAway:
    """What falls away without this leader. ``labels``: of the life areas, in the order to list them."""
    led = sorted(
        (one for one in initiatives if leader in one.leaders), key=lambda one: (one.name.casefold(), one.id)
    )
    stops = [one for one in led if len(one.leaders) == 1]
    one_left = [one for one in led if len(one.leaders) == 2]
    hinge = len(led) >= HINGE_FROM
    return FallingAway(
        stops=tuple(Shaken(one.id, one.name, stops_sentence(one.name)) for one in stops),
        one_left=tuple(Shaken(one.id, one.name, one_left_sentence(one.name)) for one in one_left),
        worse=_worse([one.id for one in stops], spots_without, labels),
        hinge=hinge,
        hinge_sentence=HINGE if hinge else "",
    )


def _worse(
    stopping: list[InitiativeId], spots_without: SpotsWithout, labels: Mapping[ThemeId, str]
) -> tuple[WorseSpot, ...]:
    if not stopping:
        return ()
    before, after = spots_without(()), spots_without(stopping)
    found: list[tuple[int, str, int, WorseSpot]] = []
    for place, (group, label) in enumerate(labels.items()):
        was = {row.id: row.category for row in before[group].rows}
        for row in after[group].rows:
            if row.category.rank < was[row.id].rank:
                sentence = worse_sentence(row.name, label, was[row.id], row.category)
                spot = WorseSpot(row.id, group, was[row.id], row.category, sentence)
                found.append((row.category.rank, row.name.casefold(), place, spot))
    found.sort(key=lambda one: (*one[:3], one[3].area_id))
    return tuple(spot for *_, spot in found)
