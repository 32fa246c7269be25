"""A question as the kernel reads it: whole numbers, masks and arrays."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Asked(NamedTuple):
    """A question in whole numbers. ``w_…``: what one step of that part adds, with ``unit`` to a point.

    Steps: theme 1/(100 × sides), nearness 1/(far − near), a threshold 1/wanted, time and language 1/2,
    peers 1/10, freshness 1/275. ``good_theme`` and ``fair_theme`` are in theme steps, ``relaxed`` the theme
    steps of what only the scope brings in. ``youngest`` and ``oldest`` -1, ``available`` 0 when unknown.
    ``aside_mm``: from the start to the streets; ``looked_m``: so far distances over them are known.
    """

    x_mm: int
    y_mm: int
    near_m: int
    far_m: int
    reach_m: int
    region_m: int
    today: int
    available: int
    wanted: int
    wanted_count: int
    youngest: int
    oldest: int
    full_excluded: int
    needs_wheelchair: int
    wheelchair_bit: int
    little_language_bit: int
    languages_known: int
    active_status: int
    indication_access: int
    indication_excluded: int
    peer_wish: int
    theme_word: int
    theme_bit: int
    unit: int
    w_theme: int
    w_near: int
    w_threshold: int
    w_half_time: int
    w_half_language: int
    w_tenth_peers: int
    w_fresh: int
    stale_days: int
    fade_days: int
    good_score: int
    fair_score: int
    good_theme: int
    fair_theme: int
    relaxed: int
    peers_elsewhere: int
    aside_mm: int
    looked_m: int


ASKED = np.dtype([(name, np.int64) for name in Asked._fields])
"""An ``Asked`` as a record, which the kernel passes on by address."""


class Wish(NamedTuple):
    """A question as the kernel reads it.

    ``asked`` holds one record. ``worth[i]`` has the theme steps that every theme gives, by bit, for the
    main theme (i = 0) or side theme i. ``about`` masks all themes that can count, also those that only the
    scope brings in. ``shares_language`` and ``in_group`` are yes or no per code of
    the index. ``walked_mm``: how far each point of the streets is, empty for estimates only. ``detour``:
    street metres per straight metre for an estimate; ``fewest``: at least, for any distance.
    """

    asked: NDArray[np.void]
    worth: NDArray[np.int64]
    about: NDArray[np.uint64]
    shares_language: NDArray[np.uint8]
    in_group: NDArray[np.uint8]
    walked_mm: NDArray[np.int32]
    detour: float
    fewest: float
