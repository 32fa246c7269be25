"""Square cells: which rows lie where, and for which rows the place does not count."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from socialmap.search.columns import ALIVE, COMES_TO_PEOPLE, FLAGS, HAS_POINT, LOCATED, ONLINE, X_MM, Y_MM

CELL_MM = 500_000
REGION_CELLS = 10
"""A cell of the region layer is so many cells wide."""
MOST_CELLS = 4_000_000
"""Places far apart (a wrong coordinate) get larger cells instead of more of them."""
OUTSIDE = -1


class Layer(NamedTuple):
    """Cell (column, row) is bucket ``first`` + row × ``columns`` + column."""

    first: int
    cell_mm: int
    columns: int
    rows: int


class Grid(NamedTuple):
    """The rows lie bucket by bucket, so that what is searched together is read together.

    Bucket b is rows ``starts[b]`` to ``starts[b + 1]``. Bucket 0 has the rows for which the place does not
    count: online, or nowhere. The layer ``region`` has those that count in their region (they come to
    people, or only their area is known), the layer ``near`` all others.
    """

    starts: NDArray[np.int32]
    west_mm: int
    south_mm: int
    region: Layer
    near: Layer


def build_grid(facts: NDArray[np.int32], count: int) -> tuple[Grid, NDArray[np.intp], NDArray[np.int32]]:
    """The grid over the first ``count`` rows, with the rows in its order and their buckets; dead rows go."""
    alive = np.flatnonzero(facts[FLAGS, :count] & ALIVE)
    flags = facts[FLAGS, alive]
    # In 64 bits: a place abroad may lie farther off than 32 bits of millimetres.
    x_mm, y_mm = facts[X_MM, alive].astype(np.int64), facts[Y_MM, alive].astype(np.int64)
    placed = (flags & (LOCATED | ONLINE)) == LOCATED
    west, south, region, near = _layers(x_mm[placed], y_mm[placed])
    for_region = placed & ((flags & (HAS_POINT | COMES_TO_PEOPLE)) != HAS_POINT)
    buckets = np.zeros(len(alive), np.int32)
    for layer, here in ((region, for_region), (near, placed & ~for_region)):
        columns, rows = (x_mm[here] - west) // layer.cell_mm, (y_mm[here] - south) // layer.cell_mm
        buckets[here] = layer.first + rows * layer.columns + columns
    most = near.first + near.columns * near.rows
    starts = np.zeros(most + 1, np.int32)
    np.cumsum(np.bincount(buckets, minlength=most), out=starts[1:])
    order = np.argsort(buckets, kind="stable")
    return Grid(starts, west, south, region, near), alive[order], buckets[order]


def bucket_of(grid: Grid, x_mm: int, y_mm: int, flags: int) -> int:
    """The bucket of one row; ``OUTSIDE`` when the grid does not reach that far."""
    if (flags & (LOCATED | ONLINE)) != LOCATED:
        return 0
    layer = grid.near if (flags & (HAS_POINT | COMES_TO_PEOPLE)) == HAS_POINT else grid.region
    column, row = (x_mm - grid.west_mm) // layer.cell_mm, (y_mm - grid.south_mm) // layer.cell_mm
    if 0 <= column < layer.columns and 0 <= row < layer.rows:
        return layer.first + row * layer.columns + column
    return OUTSIDE


def _layers(x_mm: NDArray[np.int64], y_mm: NDArray[np.int64]) -> tuple[int, int, Layer, Layer]:
    """West, south, and the two layers that cover all places."""
    if not len(x_mm):
        return 0, 0, Layer(1, CELL_MM * REGION_CELLS, 1, 1), Layer(2, CELL_MM, 1, 1)
    west, south, east, north = int(x_mm.min()), int(y_mm.min()), int(x_mm.max()), int(y_mm.max())
    cell = CELL_MM
    while ((east - west) // cell + 1) * ((north - south) // cell + 1) > MOST_CELLS:
        cell *= 2
    wide = cell * REGION_CELLS
    region = Layer(1, wide, (east - west) // wide + 1, (north - south) // wide + 1)
    first = 1 + region.columns * region.rows
    return west, south, region, Layer(first, cell, (east - west) // cell + 1, (north - south) // cell + 1)
