"""Which rows pass the filters of the map: one look at every row, in whole numbers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from socialmap.search.columns import (
    ACCESS,
    ALIVE,
    AREA,
    FLAGS,
    HAS_POINT,
    LAST_DAY,
    MOMENTS,
    NONE,
    STATUS,
    X_MM,
    Y_MM,
    YES,
)
from socialmap.search.compiled import compiled


class Passed(NamedTuple):
    """The filters as codes and bits of the columns.

    ``statuses`` are bits; ``no_access`` is a code to leave out and ``area`` one to keep, -1 for no filter;
    of ``moments`` one is enough, ``barriers`` are all needed. The box counts when ``boxed``, in millimetres.
    """

    statuses: int
    today: int
    no_access: int
    area: int
    moments: int
    barriers: int
    boxed: int
    west: int
    south: int
    east: int
    north: int


PASSED = np.dtype([(name, np.int64) for name in Passed._fields])


@compiled
def passing(
    facts: NDArray[np.int32],
    themes: NDArray[np.uint64],
    filled: int,
    passed: NDArray[np.void],
    about: NDArray[np.uint64],
) -> NDArray[np.int64]:
    """Which of the first ``filled`` rows pass; of the themes ``about`` one is enough, empty for no filter."""
    asked = passed[0]
    rows = np.empty(filled, np.int64)
    count = 0
    for row in range(filled):
        flags, last_day = facts[FLAGS, row], facts[LAST_DAY, row]
        if not flags & ALIVE or not (asked.statuses >> facts[STATUS, row]) & 1:
            continue
        if (last_day != 0 and last_day < asked.today) or facts[ACCESS, row] == asked.no_access:
            continue
        if asked.area != NONE and facts[AREA, row] != asked.area:
            continue
        if asked.boxed:
            x_mm, y_mm = facts[X_MM, row], facts[Y_MM, row]
            inside = asked.west <= x_mm <= asked.east and asked.south <= y_mm <= asked.north
            if not inside or not flags & HAS_POINT:
                continue
        if asked.moments and not facts[MOMENTS, row] & asked.moments:
            continue
        if facts[YES, row] & asked.barriers != asked.barriers:
            continue
        if len(about):
            common = np.uint64(0)
            for word in range(len(about)):
                common |= themes[word, row] & about[word]
            if not common:
                continue
        rows[count] = row
        count += 1
    return rows[:count]
