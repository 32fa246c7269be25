"""Who can reach which place: pairs within each person's own distance, by a grid and not one by one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.footways import STRAIGHT_LINES, Destinations, Footways, Whole, estimated_m, places_mm
from socialmap.geo.walking import DETOUR, PROFILES, Traveller
from socialmap.model.people import Mobility

_PAIRS_AT_ONCE = 1 << 22


class At(Protocol):
    """Something with a place in RD New metres."""

    @property
    def x_m(self) -> float: ...

    @property
    def y_m(self) -> float: ...


class Mover(At, Protocol):
    """Somebody with a place and a way to get about."""

    @property
    def mobility(self) -> Mobility: ...

    @property
    def traveller(self) -> Traveller:
        """Only asked for where streets are loaded."""


class Pairs(NamedTuple):
    """Person and place by number, with the whole metres over streets between them."""

    person: Whole
    place: Whole
    distance_m: Whole

    def only(self, chosen: NDArray[np.bool_]) -> Pairs:
        return Pairs(*(column[chosen] for column in self))


def positions_mm(things: Sequence[At]) -> Whole:
    """Whole millimetres in RD New, shape (n, 2), so that distances are computed without noise."""
    return places_mm((thing.x_m, thing.y_m) for thing in things)


def metres_to(people: Sequence[Mover], at_mm: Whole, footways: Footways) -> Whole:
    """Whole metres from each person to one place, shape (1, 2)."""
    here_mm = positions_mm(people)
    pairs = Pairs(np.arange(len(people)), np.zeros(len(people), np.int64), estimated_m(here_mm, at_mm))
    if footways is STRAIGHT_LINES:
        return pairs.distance_m
    return _walked(pairs, people, Destinations(footways, at_mm)).distance_m


def within_reach(people: Sequence[Mover], at_mm: Whole, footways: Footways = STRAIGHT_LINES) -> Pairs:
    """Every pair of a person and a place with at most the person's own greatest distance; in no order."""
    here_mm = positions_mm(people)
    far_m = np.array([PROFILES[person.mobility].far_m for person in people], np.int64)
    found = [
        pairs
        for reach_m in np.unique(far_m).tolist()
        for pairs in _with_one_reach(
            here_mm, np.flatnonzero(far_m == reach_m), at_mm, reach_m, footways.fewest
        )
    ]
    if not found:
        nothing = np.empty(0, np.int64)
        return Pairs(nothing, nothing, nothing)
    pairs = Pairs(*(np.concatenate(columns) for columns in zip(*found, strict=True)))
    if footways is STRAIGHT_LINES:
        return pairs
    walked = _walked(pairs, people, Destinations(footways, at_mm))
    return walked.only(walked.distance_m <= far_m[walked.person])


def _walked(pairs: Pairs, people: Sequence[Mover], places: Destinations) -> Pairs:
    """The same pairs with the distance over streets; who starts at one spot starts once."""
    starts = [(person.x_m, person.y_m, person.traveller) for person in people]
    number = {start: place for place, start in enumerate(dict.fromkeys(starts))}
    first = np.array([number[start] for start in starts], np.int64)[pairs.person]
    order = np.argsort(first, kind="stable")
    distance_m = np.empty(len(order), np.int64)
    edges = np.searchsorted(first[order], np.arange(len(number) + 1))
    for (x_m, y_m, traveller), (begin, end) in zip(number, pairwise(edges.tolist()), strict=True):
        rows = order[begin:end]
        if len(rows):
            (start_mm,) = places_mm([(x_m, y_m)])
            distance_m[rows] = places.from_start(start_mm, traveller, rows=pairs.place[rows])
    return pairs._replace(distance_m=distance_m)


def _with_one_reach(
    here_mm: Whole, people: Whole, at_mm: Whole, reach_m: int, fewest: float
) -> Iterator[Pairs]:
    """The pairs of people who all get equally far: places in the nine cells around each of them.

    Also pairs that are a little too far: the caller measures. ``fewest``: metres to walk per straight metre.
    """
    if not len(at_mm):
        return
    cell_mm = math.ceil((reach_m + 1) * 1000 / fewest)
    most_m = reach_m if fewest == DETOUR else math.ceil((reach_m + 1) * DETOUR / fewest)
    origin = np.minimum(here_mm[people].min(axis=0), at_mm.min(axis=0))
    cells, homes = (at_mm - origin) // cell_mm, (here_mm[people] - origin) // cell_mm
    # One empty line between the columns, so that a cell above the last is not the first of the next column.
    lines = int(max(cells[:, 1].max(), homes[:, 1].max())) + 3
    keys = cells[:, 0] * lines + cells[:, 1] + 1
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    for column in (-1, 0, 1):
        middle = (homes[:, 0] + column) * lines + homes[:, 1] + 1
        first, last = np.searchsorted(keys, middle - 1, "left"), np.searchsorted(keys, middle + 1, "right")
        for some in _portions(last - first):
            counts = last[some] - first[some]
            person = np.repeat(people[some], counts)
            place = order[ranges(first[some], counts)]
            distance_m = estimated_m(here_mm[person], at_mm[place])
            yield Pairs(person, place, distance_m).only(distance_m <= most_m)


def _portions(counts: Whole) -> Iterator[slice]:
    """Slices with so many pairs at once that memory stays small."""
    total = np.cumsum(counts)
    cuts = np.searchsorted(total, np.arange(_PAIRS_AT_ONCE, int(total[-1]), _PAIRS_AT_ONCE))
    edges = [0, *np.unique(cuts[cuts > 0]).tolist(), len(counts)]
    for start, end in pairwise(edges):
        yield slice(start, end)


def ranges(first: Whole, counts: Whole) -> Whole:
    """``first[i]``, ``first[i] + 1``, … ``counts[i]`` times, one after the other."""
    before = np.cumsum(counts) - counts
    numbers: Whole = np.arange(int(counts.sum())) + np.repeat(first - before, counts)
    return numbers
