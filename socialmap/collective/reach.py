"""Who can reach which place: pairs within each person's own distance, by a grid and not one by one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.walking import DETOUR, PROFILES
from socialmap.model.people import Mobility

Whole = NDArray[np.int64]
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


class Pairs(NamedTuple):
    """Person and place by number, with the whole metres over streets between them."""

    person: Whole
    place: Whole
    distance_m: Whole

    def only(self, chosen: NDArray[np.bool_]) -> Pairs:
        return Pairs(*(column[chosen] for column in self))


def positions_mm(things: Sequence[At]) -> Whole:
    """Whole millimetres in RD New, shape (n, 2), so that distances are computed without noise."""
    metres = np.array([(thing.x_m, thing.y_m) for thing in things], np.float64).reshape(-1, 2)
    rounded: Whole = np.round(metres * 1000).astype(np.int64)
    return rounded


def streets_m(here_mm: Whole, there_mm: Whole) -> Whole:
    """Whole metres over streets, as ``geo.walking.street_m``, for rows that belong together."""
    dx, dy = (here_mm - there_mm).T
    walked = DETOUR * (np.sqrt((dx * dx + dy * dy).astype(np.float64)) / 1000)
    whole = np.floor(walked)
    rounded: Whole = (whole + (walked - whole >= 0.5)).astype(np.int64)
    return rounded


def within_reach(people: Sequence[Mover], places_mm: Whole) -> Pairs:
    """Every pair with at most the person's own greatest distance; in no order."""
    here_mm = positions_mm(people)
    far_m = np.array([PROFILES[person.mobility].far_m for person in people], np.int64)
    found = [
        pairs
        for reach_m in np.unique(far_m).tolist()
        for pairs in _with_one_reach(here_mm, np.flatnonzero(far_m == reach_m), places_mm, reach_m)
    ]
    if not found:
        nothing = np.empty(0, np.int64)
        return Pairs(nothing, nothing, nothing)
    return Pairs(*(np.concatenate(columns) for columns in zip(*found, strict=True)))


def _with_one_reach(here_mm: Whole, people: Whole, places_mm: Whole, reach_m: int) -> Iterator[Pairs]:
    """The pairs of people who all get equally far: places in the nine cells around each of them."""
    if not len(places_mm):
        return
    cell_mm = math.ceil((reach_m + 1) * 1000 / DETOUR)
    origin = np.minimum(here_mm[people].min(axis=0), places_mm.min(axis=0))
    cells, homes = (places_mm - origin) // cell_mm, (here_mm[people] - origin) // cell_mm
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
            distance = streets_m(here_mm[person], places_mm[place])
            yield Pairs(person, place, distance).only(distance <= reach_m)


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
