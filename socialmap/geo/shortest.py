"""Shortest ways from one point of a street network, in whole millimetres and no farther than asked.

Dijkstra's algorithm with a binary heap. Compiled, because a search waits for it: networkx takes twenty times
as long (benchmarks/RESULTS_WALKING.md). Whole numbers, so that there and back are equally far.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.compiled import compiled

NOT_REACHED = -1
_NODE_BITS = 32
_NODE_MASK = (1 << _NODE_BITS) - 1


@compiled
def _push(heap: NDArray[np.int64], size: int, key: int) -> None:
    place = size
    while place:
        above = (place - 1) >> 1
        if heap[above] <= key:
            break
        heap[place] = heap[above]
        place = above
    heap[place] = key


@compiled
def _drop_first(heap: NDArray[np.int64], size: int) -> None:
    """Take the lowest key away; ``size`` is how many are left after it."""
    key = heap[size]
    place = 0
    while True:
        below = 2 * place + 1
        if below >= size:
            break
        if below + 1 < size and heap[below + 1] < heap[below]:
            below += 1
        if heap[below] >= key:
            break
        heap[place] = heap[below]
        place = below
    heap[place] = key


@compiled
def shortest_mm(
    first: NDArray[np.int32],
    to: NDArray[np.int32],
    length_mm: NDArray[np.int32],
    barred: NDArray[np.bool_],
    start: int,
    limit_mm: int,
) -> NDArray[np.int32]:
    """Millimetres from ``start`` to every point, ``NOT_REACHED`` beyond ``limit_mm``.

    The pieces from point p go ``to[first[p]:first[p + 1]]``; ``barred`` says per piece that it may not be
    used.
    """
    found = np.full(len(first) - 1, NOT_REACHED, np.int32)
    # Millimetres above, the point below: one number to compare. Each piece is pushed once at most.
    heap = np.empty(len(to) + 1, np.int64)
    heap[0] = start
    size = 1
    while size:
        walked, point = heap[0] >> _NODE_BITS, heap[0] & _NODE_MASK
        size -= 1
        _drop_first(heap, size)
        if found[point] != NOT_REACHED:
            continue
        if walked > limit_mm:
            break
        found[point] = walked
        for piece in range(first[point], first[point + 1]):
            if not barred[piece] and found[to[piece]] == NOT_REACHED:
                _push(heap, size, ((walked + length_mm[piece]) << _NODE_BITS) | to[piece])
                size += 1
    return found


@compiled
def islands(first: NDArray[np.int32], to: NDArray[np.int32], barred: NDArray[np.bool_]) -> NDArray[np.int32]:
    """A number for every point; those that can be walked to from each other have the same."""
    count = len(first) - 1
    found = np.full(count, -1, np.int32)
    waiting = np.empty(count, np.int32)
    number = 0
    for start in range(count):
        if found[start] >= 0:
            continue
        found[start] = number
        waiting[0] = start
        left = 1
        while left:
            left -= 1
            point = waiting[left]
            for piece in range(first[point], first[point + 1]):
                if not barred[piece] and found[to[piece]] < 0:
                    found[to[piece]] = number
                    waiting[left] = to[piece]
                    left += 1
        number += 1
    return found
