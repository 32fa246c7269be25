"""The formulae of ``matching.py`` for very many offers at once, in whole numbers and without Python objects.

All parts have one common denominator (``Asked.unit``), so scores are exact and equal to the reference.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from socialmap.search.columns import (
    ACCESS,
    AGE_MAX,
    AGE_MIN,
    ALIVE,
    CHECKED,
    COMES_TO_PEOPLE,
    FLAGS,
    HAS_POINT,
    LANGUAGES,
    LAST_DAY,
    LOOSE,
    MOMENTS,
    NO,
    NO_PLACES_LEFT,
    ONLY_FOR,
    STATUS,
    WAITING_LIST,
    X_MM,
    Y_MM,
    YES,
    Offers,
)
from socialmap.search.grid import Grid

SCORE_BITS, DISTANCE_BITS, DAY_BITS = 12, 24, 22
MOST_SCORE = (1 << SCORE_BITS) - 1
FARTHEST = (1 << DISTANCE_BITS) - 1
LATEST_DAY = (1 << DAY_BITS) - 1
NO_DISTANCE = -1
EVERYWHERE_MM = 1 << 40
GLADLY, RATHER_NOT, NO_PREFERENCE = 0, 1, 2


class Asked(NamedTuple):
    """A question in whole numbers. ``w_…``: what one step of that part adds, with ``unit`` to a point.

    Steps: theme 1/(100 × sides), nearness 1/(far − near), a threshold 1/wanted, time and language 1/2,
    peers 1/10, freshness 1/275. ``good_theme`` and ``fair_theme`` are in theme steps, ``relaxed`` the theme
    steps of what only the scope brings in. ``youngest`` and ``oldest`` -1, ``available`` 0 when unknown.
    """

    x_mm: int
    y_mm: int
    near_m: int
    far_m: int
    today: int
    sides: int
    available: int
    wanted: int
    wanted_count: int
    youngest: int
    oldest: int
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


ASKED = np.dtype([(name, np.int64) for name in Asked._fields])
"""An ``Asked`` as a record, which the kernel passes on by address."""


class Wish(NamedTuple):
    """A question as the kernel reads it.

    ``asked`` holds one record. ``levels[i, l]`` masks the themes with similarity ``tenths[l]`` to the main
    theme (i = 0) or side theme i. ``masks`` are all themes that can count, and those that only the scope
    brings in. ``shares_language`` and ``other_group`` are yes or no per code of the index. ``detour``:
    street metres per straight metre.
    """

    asked: NDArray[np.void]
    levels: NDArray[np.uint64]
    tenths: NDArray[np.int64]
    masks: NDArray[np.uint64]
    shares_language: NDArray[np.uint8]
    other_group: NDArray[np.uint8]
    detour: float


class Found(NamedTuple):
    """Matches as (row, order key) and excluded offers as (row, distance or -1); ``counts`` of both."""

    matches: NDArray[np.int64]
    excluded: NDArray[np.int64]
    counts: NDArray[np.int64]


@njit(cache=True, nogil=True)
def _similarity(themes: NDArray[np.uint64], wish: Wish, which: int, row: int) -> int:
    levels = wish.levels
    for level in range(levels.shape[1]):
        for word in range(levels.shape[2]):
            if themes[word, row] & levels[which, level, word]:
                return int(wish.tenths[level])
    return 0


@njit(cache=True, nogil=True)
def _hits(themes: NDArray[np.uint64], masks: NDArray[np.uint64], which: int, row: int) -> bool:
    common = np.uint64(0)
    for word in range(masks.shape[1]):
        common |= themes[word, row] & masks[which, word]
    return bool(common)


@njit(cache=True, nogil=True)
def _theme_steps(themes: NDArray[np.uint64], wish: Wish, row: int) -> int:
    asked = wish.asked[0]
    main = _similarity(themes, wish, 0, row)
    if asked.sides == 0:
        steps = 10 * main
    else:
        total = 0
        for side in range(asked.sides):
            total += _similarity(themes, wish, side + 1, row)
        steps = 8 * main * asked.sides + 2 * total
    if steps == 0 and _hits(themes, wish.masks, 1, row):
        return int(asked.relaxed)
    return int(steps)


@njit(cache=True, nogil=True)
def _street_m(facts: NDArray[np.int32], wish: Wish, row: int) -> int:
    if not facts[FLAGS, row] & HAS_POINT:
        return NO_DISTANCE
    asked = wish.asked[0]
    dx, dy = facts[X_MM, row] - asked.x_mm, facts[Y_MM, row] - asked.y_mm
    walked = wish.detour * (math.sqrt(np.float64(dx * dx + dy * dy)) / 1000.0)
    whole = math.floor(walked)
    return int(whole) + (1 if walked - whole >= 0.5 else 0)


@njit(cache=True, nogil=True)
def _excluded(facts: NDArray[np.int32], wish: Wish, row: int, distance: int) -> bool:
    asked = wish.asked[0]
    flags = facts[FLAGS, row]
    if facts[STATUS, row] != asked.active_status:
        return True
    if facts[LAST_DAY, row] != 0 and facts[LAST_DAY, row] < asked.today:
        return True
    if flags & NO_PLACES_LEFT and not flags & WAITING_LIST:
        return True
    if asked.youngest >= 0:
        low, high = facts[AGE_MIN, row], facts[AGE_MAX, row]
        if (low >= 0 and asked.oldest < low) or (high >= 0 and asked.youngest > high):
            return True
    if wish.other_group[facts[ONLY_FOR, row]]:
        return True
    if (
        asked.languages_known
        and not wish.shares_language[facts[LANGUAGES, row]]
        and not facts[YES, row] & asked.little_language_bit
    ):
        return True
    if distance > asked.far_m and not flags & COMES_TO_PEOPLE:
        return True
    if asked.needs_wheelchair and facts[NO, row] & asked.wheelchair_bit:
        return True
    return bool(asked.indication_excluded and facts[ACCESS, row] == asked.indication_access)


@njit(cache=True, nogil=True)
def _peer_tenths(peers: NDArray[np.uint64], wish: Wish, row: int) -> int:
    asked = wish.asked[0]
    if asked.peer_wish == GLADLY:
        named = (peers[asked.theme_word, row] >> np.uint64(asked.theme_bit)) & np.uint64(1)
        return 10 if named else int(asked.peers_elsewhere)
    if asked.peer_wish == RATHER_NOT:
        for word in range(len(peers)):
            if peers[word, row]:
                return 0
    return 10


@njit(cache=True, nogil=True)
def _near(facts: NDArray[np.int32], wish: Wish, row: int, distance: int) -> int:
    """Nearness × its weight × unit."""
    asked = wish.asked[0]
    reach = asked.far_m - asked.near_m
    if facts[FLAGS, row] & COMES_TO_PEOPLE or 0 <= distance <= asked.near_m:
        return int(asked.w_near * reach)
    if distance == NO_DISTANCE:
        return int(asked.w_near * reach // 2)
    return int(asked.w_near * (asked.far_m - distance))


@njit(cache=True, nogil=True)
def _order_key(facts: NDArray[np.int32], peer_tenths: int, wish: Wish, place: tuple[int, int, int]) -> int:
    """``place`` is the row, its distance and its theme steps."""
    row, distance, theme = place
    asked = wish.asked[0]
    total = _near(facts, wish, row, distance) + asked.w_theme * theme + asked.w_tenth_peers * peer_tenths

    kept = facts[YES, row] & asked.wanted
    met = 0 if asked.wanted_count else 1
    while kept:
        kept &= kept - 1
        met += 1
    total += asked.w_threshold * met

    time = 1
    if asked.available and facts[MOMENTS, row]:
        time = 2 if facts[MOMENTS, row] & asked.available else 0
    total += asked.w_half_time * time

    shares = asked.languages_known and wish.shares_language[facts[LANGUAGES, row]]
    total += asked.w_half_language * (2 if shares else 1)

    checked = facts[CHECKED, row]
    fresh = min(max(asked.stale_days - (asked.today - checked), 0), asked.fade_days) if checked else 0
    total += asked.w_fresh * fresh

    score = (2 * total + asked.unit) // (2 * asked.unit)
    label = 2
    if score >= asked.good_score and theme >= asked.good_theme and time > 0 and fresh > 0:
        label = 0
    if label == 0 and facts[NO, row] & asked.wanted:
        label = 2
    if label == 2 and score >= asked.fair_score and theme >= asked.fair_theme:
        label = 1
    far = FARTHEST if distance == NO_DISTANCE else min(distance, FARTHEST - 1)
    key = (label << SCORE_BITS) | (MOST_SCORE - score)
    key = (key << DISTANCE_BITS) | far
    return int((key << DAY_BITS) | (LATEST_DAY - checked))


@njit(cache=True, nogil=True)
def _take(
    offers: Offers, wish: Wish, found: Found, source: NDArray[np.int32], span: tuple[int, int, int]
) -> None:
    """Judge the rows ``source[span[0]:span[1]]``; with ``span[2]`` without those that are listed apart."""
    facts, themes = offers.facts, offers.themes
    first, end, skip_loose = span
    for place in range(first, end):
        row = source[place]
        if not _hits(themes, wish.masks, 0, row):
            continue
        if (skip_loose and facts[LOOSE, row]) or not facts[FLAGS, row] & ALIVE:
            continue
        theme = _theme_steps(themes, wish, row)
        distance = _street_m(facts, wish, row)
        if _excluded(facts, wish, row, distance):
            count = found.counts[1]
            found.excluded[0, count] = row
            found.excluded[1, count] = distance
            found.counts[1] = count + 1
        else:
            count = found.counts[0]
            peers = _peer_tenths(offers.peers, wish, row)
            found.matches[0, count] = row
            found.matches[1, count] = _order_key(facts, peers, wish, (row, distance, theme))
            found.counts[0] = count + 1


@njit(cache=True, nogil=True)
def _surely_nearest(found: Found, sure_m: float) -> int:
    """How many excluded offers are nearer than anything that was not looked at."""
    sure = 0
    for place in range(found.counts[1]):
        if 0 <= found.excluded[1, place] <= sure_m:
            sure += 1
    return sure


@njit(cache=True, nogil=True)
def scan(
    offers: Offers, grid: Grid, loose: NDArray[np.int32], wish: Wish, nearest_excluded: int
) -> tuple[Found, bool]:
    """Every offer that matches, and the excluded ones within reach with the nearest beyond it.

    Looks further in growing squares until at least ``nearest_excluded`` excluded ones are surely the nearest,
    or until there is nothing more (then the second value is true); -1 looks everywhere at once.
    """
    asked = wish.asked[0]
    room = len(grid.order) + len(loose)
    found = Found(np.empty((2, room), np.int64), np.empty((2, room), np.int64), np.zeros(2, np.int64))
    _take(offers, wish, found, grid.order, (0, grid.starts[1], 1))
    _take(offers, wish, found, loose, (0, len(loose), 0))
    radius = EVERYWHERE_MM
    if nearest_excluded >= 0:
        radius = math.ceil((asked.far_m + 1) * 1000 / wish.detour)
    done_west, done_east, done_south, done_north = 0, -1, 0, -1
    complete = False
    while not complete:
        west = max((asked.x_mm - radius - grid.west_mm) // grid.cell_mm, 0)
        east = min((asked.x_mm + radius - grid.west_mm) // grid.cell_mm, grid.columns - 1)
        south = max((asked.y_mm - radius - grid.south_mm) // grid.cell_mm, 0)
        north = min((asked.y_mm + radius - grid.south_mm) // grid.cell_mm, grid.rows - 1)
        for line in range(south, north + 1):
            known = done_south <= line <= done_north
            # Cells of one line lie together in the order; those seen before are left out in the middle.
            for first, last in (
                (west, min(done_west - 1, east) if known else east),
                (max(done_east + 1, west) if known else east + 1, east),
            ):
                if first <= last:
                    bucket = 1 + line * grid.columns
                    start, end = grid.starts[bucket + first], grid.starts[bucket + last + 1]
                    _take(offers, wish, found, grid.order, (start, end, 1))
        complete = west == 0 and south == 0 and east == grid.columns - 1 and north == grid.rows - 1
        if _surely_nearest(found, wish.detour * radius / 1000.0) >= nearest_excluded >= 0:
            break
        if west <= east and south <= north:
            done_west, done_east, done_south, done_north = west, east, south, north
        radius *= 2
    return found, complete
