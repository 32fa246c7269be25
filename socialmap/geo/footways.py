"""How far it is from one place to others: over the streets that are loaded, else 1,3 times the straight line.

Everything that asks for a distance asks it here, or (for very many offers) in ``search.kernel`` by the same
formula. Straight-line search boxes stay safe: a way over streets is never shorter than the straight line.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.shortest import NOT_REACHED
from socialmap.geo.walking import DETOUR, Traveller

Whole = NDArray[np.int64]
NOWHERE = -1


class Attached(NamedTuple):
    """Where places join the network: its point (``NOWHERE``: none is near) and the millimetres to it."""

    node: NDArray[np.int32]
    aside_mm: NDArray[np.int32]


class Spread(NamedTuple):
    """How far every point of the network is from one start, ``NOT_REACHED`` beyond ``limit_m``.

    ``aside_mm``: from the start itself to where it joins the network.
    """

    aside_mm: int
    node_mm: NDArray[np.int32]
    limit_m: int


class Footways(Protocol):
    """The streets, or what stands in for them."""

    @property
    def fewest(self) -> float:
        """There are never fewer metres to walk than this, per metre in a straight line."""

    def attach(self, at_mm: Whole) -> Attached:
        """Where places join; ``at_mm`` has shape (n, 2), whole millimetres in RD New."""

    def spread(self, x_mm: int, y_mm: int, traveller: Traveller, limit_m: int) -> Spread | None:
        """From one start; ``None`` when distances from here are estimates."""


class StraightLines:
    """No streets are loaded: every distance is an estimate."""

    fewest = DETOUR

    def attach(self, at_mm: Whole) -> Attached:
        return nowhere(len(at_mm))

    def spread(self, x_mm: int, y_mm: int, traveller: Traveller, limit_m: int) -> Spread | None:
        return None


STRAIGHT_LINES = StraightLines()


class _Remembering:
    """Streets that are asked from the same few starts again and again, in one piece of work."""

    def __init__(self, footways: Footways) -> None:
        self.fewest = footways.fewest
        self.attach = footways.attach
        self.spread = cache(footways.spread)


def remembering(footways: Footways) -> Footways:
    """The same streets, which keep what was asked of them as long as the answer lives."""
    return footways if footways is STRAIGHT_LINES else _Remembering(footways)


def nowhere(count: int) -> Attached:
    """Places that do not join any network."""
    return Attached(np.full(count, NOWHERE, np.int32), np.zeros(count, np.int32))


def whole_mm(metres: NDArray[np.float64]) -> Whole:
    """Whole millimetres, so that distances are computed without noise."""
    return np.round(metres * 1000).astype(np.int64)


def places_mm(metres: Iterable[tuple[float, float]]) -> Whole:
    """Places in RD New metres as whole millimetres, shape (n, 2)."""
    return whole_mm(np.array(list(metres), np.float64).reshape(-1, 2))


def estimated_m(here_mm: Whole, there_mm: Whole) -> Whole:
    """Whole metres, as ``walking.street_m``, for rows that belong together (or one of the two alone)."""
    dx, dy = (here_mm - there_mm).T
    walked = DETOUR * (np.sqrt((dx * dx + dy * dy).astype(np.float64)) / 1000)
    whole = np.floor(walked)
    rounded: Whole = (whole + (walked - whole >= 0.5)).astype(np.int64)
    return rounded


def over_streets_m(spread: Spread, node: int, aside_mm: int, estimate_m: int) -> int:
    """Whole metres from the start of a spread to one place.

    A place that does not join the network is estimated; so is one beyond the limit, but then it is at
    least as far as the limit. A place where the start is, is not a walk.
    """
    if node == NOWHERE or not estimate_m:
        return estimate_m
    walked_mm = int(spread.node_mm[node])
    if walked_mm == NOT_REACHED:
        return max(estimate_m, spread.limit_m)
    return (spread.aside_mm + walked_mm + aside_mm + 500) // 1000


class Destinations:
    """Places that are walked to from several starts; they join the network once."""

    def __init__(self, footways: Footways, at_mm: Whole) -> None:
        self._footways = footways
        self._at_mm = at_mm
        self._attached = footways.attach(at_mm)

    def from_start(
        self, start_mm: Whole, traveller: Traveller, reach_m: int = 0, rows: Whole | None = None
    ) -> Whole:
        """Whole metres from one start, shape (2,), to every place (or to those in ``rows``).

        Exact up to ``traveller.looked_m(reach_m)``; see ``over_streets_m``.
        """
        at_mm, (node, aside_mm) = self._at_mm, self._attached
        if rows is not None:
            at_mm, node, aside_mm = at_mm[rows], node[rows], aside_mm[rows]
        estimate = estimated_m(start_mm, at_mm)
        x_mm, y_mm = start_mm.tolist()
        spread = self._footways.spread(x_mm, y_mm, traveller, traveller.looked_m(reach_m))
        if spread is None:
            return estimate
        walked = np.where(node == NOWHERE, 0, spread.node_mm[node]).astype(np.int64)
        metres = (spread.aside_mm + walked + aside_mm + 500) // 1000
        metres = np.where(walked == NOT_REACHED, np.maximum(estimate, spread.limit_m), metres)
        return np.where((node == NOWHERE) | (estimate == 0), estimate, metres)
