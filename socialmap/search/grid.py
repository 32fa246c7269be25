"""Square cells of half a kilometre: which rows lie where, and for which rows the place does not count."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from socialmap.search.columns import ALIVE, COMES_TO_PEOPLE, FLAGS, HAS_POINT, X_MM, Y_MM

CELL_MM = 500_000
MOST_CELLS = 4_000_000
"""Places far apart (a wrong coordinate) get larger cells instead of more of them."""
OUTSIDE = -1


class Grid(NamedTuple):
    """The rows lie bucket by bucket, so that what is searched together is read together.

    Bucket b is rows ``starts[b]`` to ``starts[b + 1]``. Bucket 0 has the rows without a point and those that
    come to people; cell (column, row) is bucket 1 + row × ``columns`` + column.
    """

    starts: NDArray[np.int32]
    west_mm: int
    south_mm: int
    cell_mm: int
    columns: int
    rows: int


def build_grid(facts: NDArray[np.int32], count: int) -> tuple[Grid, NDArray[np.intp], NDArray[np.int32]]:
    """The grid over the first ``count`` rows, with the rows in its order and their buckets; dead rows go."""
    alive = np.flatnonzero(facts[FLAGS, :count] & ALIVE)
    has_cell = (facts[FLAGS, alive] & (HAS_POINT | COMES_TO_PEOPLE)) == HAS_POINT
    x_mm, y_mm = facts[X_MM, alive[has_cell]], facts[Y_MM, alive[has_cell]]
    west, south, cell, wide, high = _extent(x_mm, y_mm)
    buckets = np.zeros(len(alive), np.int32)
    # In 64 bits: a place abroad may lie farther off than 32 bits of millimetres.
    columns, rows = (x_mm.astype(np.int64) - west) // cell, (y_mm.astype(np.int64) - south) // cell
    buckets[has_cell] = 1 + rows * wide + columns
    starts = np.zeros(wide * high + 2, np.int32)
    np.cumsum(np.bincount(buckets, minlength=wide * high + 1), out=starts[1:])
    order = np.argsort(buckets, kind="stable")
    return Grid(starts, west, south, cell, wide, high), alive[order], buckets[order]


def bucket_of(grid: Grid, x_mm: int, y_mm: int, flags: int) -> int:
    """The bucket of one row; ``OUTSIDE`` when the grid does not reach that far."""
    if not flags & HAS_POINT or flags & COMES_TO_PEOPLE:
        return 0
    column, row = (x_mm - grid.west_mm) // grid.cell_mm, (y_mm - grid.south_mm) // grid.cell_mm
    if 0 <= column < grid.columns and 0 <= row < grid.rows:
        return 1 + row * grid.columns + column
    return OUTSIDE


def _extent(x_mm: NDArray[np.int32], y_mm: NDArray[np.int32]) -> tuple[int, int, int, int, int]:
    if not len(x_mm):
        return 0, 0, CELL_MM, 1, 1
    west, south, east, north = int(x_mm.min()), int(y_mm.min()), int(x_mm.max()), int(y_mm.max())
    cell = CELL_MM
    while ((east - west) // cell + 1) * ((north - south) // cell + 1) > MOST_CELLS:
        cell *= 2
    return west, south, cell, (east - west) // cell + 1, (north - south) // cell + 1
