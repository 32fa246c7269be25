"""Shortest ways from one point of a street network, in whole millimetres and no farther than asked.

scipy's, on whole numbers in floating point: those are exact far beyond the size of a country, so there and
back are equally far. It is loaded where there are streets: half of all searches never need it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

NOT_REACHED = -1
Pieces: TypeAlias = "csr_array"
"""Millimetres from point to point, shape (n, n); every piece goes both ways."""


def pieces_between(
    first: NDArray[np.int32],
    to: NDArray[np.int32],
    length_mm: NDArray[np.int32],
    used: NDArray[np.bool_],
) -> Pieces:
    """The pieces that are ``used``; those from point p go ``to[first[p]:first[p + 1]]``.

    Of several pieces between the same two points the shortest stays.
    """
    from scipy.sparse import csr_array

    count = len(first) - 1
    here = np.repeat(np.arange(count), np.diff(first))[used]
    there, length = to[used], length_mm[used].astype(np.float64)
    order = np.lexsort((length, there, here))
    here, there, length = here[order], there[order], length[order]
    other = np.ones(len(here), np.bool_)
    other[1:] = (here[1:] != here[:-1]) | (there[1:] != there[:-1])
    begin = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(here[other], minlength=count), out=begin[1:])
    return csr_array((length[other], there[other], begin), shape=(count, count))


def shortest_mm(pieces: Pieces, start: int, limit_mm: int) -> NDArray[np.int32]:
    """Millimetres from ``start`` to every point, ``NOT_REACHED`` beyond ``limit_mm``."""
    from scipy.sparse.csgraph import dijkstra

    found = dijkstra(pieces, indices=start, limit=limit_mm)
    return np.where(np.isinf(found), NOT_REACHED, found).astype(np.int32)


def islands(pieces: Pieces) -> NDArray[np.int32]:
    """A number for every point; those that can be walked to from each other have the same."""
    from scipy.sparse.csgraph import connected_components

    numbers: NDArray[np.int32] = connected_components(pieces, directed=False)[1]
    return numbers
