"""Who does not fit, and why: at a place, or anywhere (the end of domain.md 4.B)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from socialmap.collective.bundling_inputs import OpenQuestion
from socialmap.collective.gathering import Gathered, Gathering
from socialmap.collective.proposals import Misfit
from socialmap.collective.reach import metres_to, positions_mm, within_reach
from socialmap.geo.footways import Footways
from socialmap.geo.walking import PROFILES
from socialmap.model.values import NeedId, Tri
from socialmap.model.wording_bundling import WhyNot

MOST_MISFITS = 25
"""So many of those who cannot come are told with a new group, the nearest first."""


@dataclass(frozen=True, slots=True)
class Misfits:
    told: tuple[Misfit, ...] = ()
    more: int = 0


def why_not(question: OpenQuestion, group: Gathered, distance_m: int) -> tuple[WhyNot, ...]:
    """Every reason why somebody cannot come to a group; empty when only a place is wanting."""
    found: list[WhyNot] = []
    if distance_m > PROFILES[question.mobility].far_m:
        found.append(WhyNot.TOO_FAR)
    if not question.available:
        found.append(WhyNot.DAY_PART_UNKNOWN)
    elif group.slot not in question.available:
        found.append(WhyNot.DAY_PART)
    if not question.languages:
        found.append(WhyNot.LANGUAGE_UNKNOWN)
    elif group.language not in question.languages:
        found.append(WhyNot.LANGUAGE)
    if question.wheelchair and group.venue.wheelchair is not Tri.YES:
        found.append(WhyNot.WHEELCHAIR)
    if (group.venue.id, group.slot) in question.refused:
        found.append(WhyNot.REFUSED)
    return tuple(found)


def near_misfits(
    left: Sequence[OpenQuestion], groups: Sequence[Gathered], footways: Footways
) -> list[Misfits]:
    """For each group those within their own reach of it that have no place anywhere."""
    pairs = within_reach(left, positions_mm([group.venue for group in groups]), footways)
    # Nearest first per group; of equally near people the longest waiting, as they stand in ``left``.
    order = np.lexsort((pairs.person, pairs.distance_m, pairs.place))
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, group, distance_m in zip(*(column[order].tolist() for column in pairs), strict=True):
        near[group].append((number, distance_m))
    return [
        Misfits(
            tuple(
                _misfit(left[number], group, distance_m) for number, distance_m in near[place][:MOST_MISFITS]
            ),
            max(len(near[place]) - MOST_MISFITS, 0),
        )
        for place, group in enumerate(groups)
    ]


def all_misfits(left: Sequence[OpenQuestion], group: Gathered, footways: Footways) -> tuple[Misfit, ...]:
    """Everybody who is left, longest waiting first, with why they cannot come to this group."""
    return tuple(
        _misfit(question, group, distance_m) for question, distance_m in _distances_to(left, group, footways)
    )


def could_come(people: Sequence[OpenQuestion], group: Gathered, footways: Footways) -> tuple[NeedId, ...]:
    """The people for whom nothing is in the way."""
    return tuple(
        question.id
        for question, distance_m in _distances_to(people, group, footways)
        if not why_not(question, group, distance_m)
    )


def nowhere(gathering: Gathering) -> tuple[Misfit, ...]:
    """Who fits no place at all, longest waiting first, and what is in the way."""
    near, inside, in_time = gathering.can_reach()
    stuck = gathering.waiting & gathering.can_go_nowhere
    return tuple(
        Misfit(question.id, _why_nowhere(question, near[n], inside[n], in_time[n]), None, question.also)
        for n, question in enumerate(gathering.pool)
        if stuck[n]
    )


def _why_nowhere(
    question: OpenQuestion, near: np.bool_, inside: np.bool_, in_time: np.bool_
) -> tuple[WhyNot, ...]:
    found: list[WhyNot] = []
    if not near:
        found.append(WhyNot.NO_ROOM)
    elif not inside:
        found.append(WhyNot.WHEELCHAIR)
    if not question.available:
        found.append(WhyNot.DAY_PART_UNKNOWN)
    elif inside and not in_time:
        found.append(WhyNot.DAY_PART)
    if not question.languages:
        found.append(WhyNot.LANGUAGE_UNKNOWN)
    return tuple(found) or (WhyNot.REFUSED,)


def _misfit(question: OpenQuestion, group: Gathered, distance_m: int) -> Misfit:
    # Whoever could come and still has no place was not among the nearest for whom there is room.
    why = why_not(question, group, distance_m) or (WhyNot.FULL,)
    return Misfit(question.id, why, distance_m, question.also)


def _distances_to(
    people: Sequence[OpenQuestion], group: Gathered, footways: Footways
) -> Iterator[tuple[OpenQuestion, int]]:
    distances_m = metres_to(people, positions_mm([group.venue]), footways)
    return zip(people, distances_m.tolist(), strict=True)
