"""The streets of a town as a network for whoever walks: prepared once, asked from one start at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
import shapely
from numpy.typing import NDArray

from socialmap.geo.footways import NOWHERE, Attached, Spread, Whole, nowhere
from socialmap.geo.shortest import Pieces, islands, pieces_between, shortest_mm
from socialmap.geo.walking import Traveller

PIECE_MM = 25_000
"""Streets are cut in pieces of at most so long, so that a door always has a point of the street near it."""
FARTHEST_ASIDE_MM = 200_000
"""What lies farther from every street is not on this network: a farm without its lane, another town."""
LEAST_SHARE = 0.02
"""Of the points. A smaller part that nothing leads to is a mistake in the map, or ends at its edge."""
_CELL_MM = 200_000


@dataclass(frozen=True, slots=True)
class Ways:
    """Streets as they are drawn: points in whole millimetres (RD New), shape (n, 2), and what joins them.

    ``ends``: the two points of every piece, shape (m, 2). ``steps``: is the piece a flight of stairs?
    """

    at_mm: Whole
    ends: Whole
    steps: NDArray[np.bool_]

    @property
    def length_m(self) -> float:
        return float(_lengths_mm(self.at_mm, self.ends).sum() / 1000)


class StreetNetwork:
    """Points and pieces in whole millimetres; every piece goes both ways.

    The pieces from point p go ``to[first[p]:first[p + 1]]``. ``joins``: the points where a place may join,
    from which most of the network can be reached without stairs.
    """

    fewest = 1.0

    def __init__(
        self,
        at_mm: NDArray[np.int32],
        first: NDArray[np.int32],
        to: NDArray[np.int32],
        length_mm: NDArray[np.int32],
        steps: NDArray[np.bool_],
        joins: NDArray[np.int32],
    ) -> None:
        self.at_mm = at_mm
        self.first = first
        self.to = to
        self.length_mm = length_mm
        self.steps = steps
        self.joins = joins

    @classmethod
    def prepare(cls, ways: Ways) -> Self:
        """The network of these ways: cut in pieces, without loose ends of the map. Same ways, same arrays."""
        at_mm, ends, steps = _in_pieces(ways)
        first, to, length_mm, piece_steps = _both_ways(at_mm, ends, steps)
        kept = _large(islands(pieces_between(first, to, length_mm, np.ones(len(to), np.bool_))))
        at_mm, ends, steps = _only(kept, at_mm, ends, steps)
        first, to, length_mm, piece_steps = _both_ways(at_mm, ends, steps)
        level = pieces_between(first, to, length_mm, ~piece_steps)
        joins = np.flatnonzero(_large(islands(level))).astype(np.int32)
        return cls(at_mm.astype(np.int32), first, to, length_mm, piece_steps, joins)

    def __len__(self) -> int:
        return len(self.at_mm)

    @property
    def length_m(self) -> float:
        """All streets together."""
        return float(self.length_mm.sum(dtype=np.int64) / 2000)

    def attach(self, at_mm: Whole) -> Attached:
        found = nowhere(len(at_mm))
        if not len(self.joins) or not len(at_mm):
            return found
        (rows, nearest), aside_mm = self._tree.query_nearest(
            shapely.points(at_mm.astype(np.float64)),
            max_distance=FARTHEST_ASIDE_MM,
            return_distance=True,
            all_matches=False,
        )
        found.node[rows] = self.joins[nearest]
        found.aside_mm[rows] = np.ceil(aside_mm)
        return found

    def spread(self, x_mm: int, y_mm: int, traveller: Traveller, limit_m: int) -> Spread | None:
        if not traveller.uses_streets:
            return None
        start = self.attach(np.array([[x_mm, y_mm]], np.int64))
        node, aside_mm = int(start.node[0]), int(start.aside_mm[0])
        if node == NOWHERE:
            return None
        pieces = self.pieces if traveller.takes_steps else self._level_pieces
        return Spread(aside_mm, shortest_mm(pieces, node, limit_m * 1000), limit_m)

    @cached_property
    def pieces(self) -> Pieces:
        """All pieces, for whoever takes stairs."""
        return pieces_between(self.first, self.to, self.length_mm, np.ones(len(self.to), np.bool_))

    @cached_property
    def _level_pieces(self) -> Pieces:
        return pieces_between(self.first, self.to, self.length_mm, ~self.steps)

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(shapely.points(self.at_mm[self.joins].astype(np.float64)))


def _lengths_mm(at_mm: Whole, ends: Whole) -> Whole:
    """Rounded up, so that a way over pieces is never shorter than the straight line."""
    dx, dy = (at_mm[ends[:, 0]] - at_mm[ends[:, 1]]).T.astype(np.float64)
    lengths: Whole = np.ceil(np.hypot(dx, dy)).astype(np.int64)
    return lengths


def _in_pieces(ways: Ways) -> tuple[Whole, Whole, NDArray[np.bool_]]:
    """Long pieces get points in between."""
    cuts = np.maximum(-(-_lengths_mm(ways.at_mm, ways.ends) // PIECE_MM), 1)
    piece = np.repeat(np.arange(len(cuts)), cuts)
    step = np.arange(len(piece)) - np.repeat(np.cumsum(cuts) - cuts, cuts)
    inner = step > 0
    begin, end = ways.at_mm[ways.ends[piece[inner], 0]], ways.at_mm[ways.ends[piece[inner], 1]]
    share = (step[inner] / cuts[piece[inner]])[:, np.newaxis]
    between = np.round(begin + share * (end - begin)).astype(np.int64)
    # The point at which each cut begins: that of the way, or the next of those in between.
    start = ways.ends[piece, 0].copy()
    start[inner] = len(ways.at_mm) + np.arange(len(between))
    stop = np.roll(start, -1)
    last = step == cuts[piece] - 1
    stop[last] = ways.ends[piece[last], 1]
    return np.concatenate((ways.at_mm, between)), np.column_stack((start, stop)), ways.steps[piece]


def _both_ways(
    at_mm: Whole, ends: Whole, steps: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.bool_]]:
    """``first``, ``to``, lengths and stairs, each piece once from either end."""
    here, there = np.concatenate((ends, ends[:, ::-1])).T
    order = np.lexsort((there, here))
    first = np.zeros(len(at_mm) + 1, np.int32)
    np.cumsum(np.bincount(here, minlength=len(at_mm)), out=first[1:])
    lengths = np.tile(_lengths_mm(at_mm, ends), 2)[order]
    return first, there[order].astype(np.int32), lengths.astype(np.int32), np.tile(steps, 2)[order]


def _large(island: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which points lie in a part that is worth keeping."""
    sizes = np.bincount(island, minlength=1)
    return (sizes >= LEAST_SHARE * len(island))[island]


def _only(
    kept: NDArray[np.bool_], at_mm: Whole, ends: Whole, steps: NDArray[np.bool_]
) -> tuple[Whole, Whole, NDArray[np.bool_]]:
    """The kept points with their pieces; neighbours on the ground become neighbours in memory."""
    old = np.flatnonzero(kept)
    x_mm, y_mm = at_mm[old].T
    old = old[np.lexsort((y_mm, x_mm, y_mm // _CELL_MM, x_mm // _CELL_MM))]
    new = np.zeros(len(at_mm), np.int64)
    new[old] = np.arange(len(old))
    chosen = kept[ends[:, 0]]
    return at_mm[old], new[ends[chosen]], steps[chosen]
