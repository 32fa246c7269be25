"""The formulae of ``matching.py`` for very many offers at once, in whole numbers and without Python objects.

All parts have one common denominator (``Asked.unit``), so scores are exact and equal to the reference.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.shortest import NOT_REACHED
from socialmap.search.columns import (
    ACCESS,
    AGE_MAX,
    AGE_MIN,
    ALIVE,
    ASIDE_MM,
    CHECKED,
    COMES_TO_PEOPLE,
    FLAGS,
    HAS_POINT,
    LANGUAGES,
    LAST_DAY,
    LOCATED,
    LOOSE,
    MOMENTS,
    NO,
    NO_PLACES_LEFT,
    NODE,
    NONE,
    ONLINE,
    ONLY_FOR,
    STATUS,
    WAITING_LIST,
    WORD,
    X_MM,
    Y_MM,
    YES,
    Offers,
)
from socialmap.search.compiled import compiled
from socialmap.search.grid import Grid
from socialmap.search.wish import Asked, Wish

SCORE_BITS, DISTANCE_BITS, DAY_BITS = 12, 24, 22
MOST_SCORE = (1 << SCORE_BITS) - 1
FARTHEST = (1 << DISTANCE_BITS) - 1
LATEST_DAY = (1 << DAY_BITS) - 1
NO_DISTANCE = -1
EVERYWHERE_MM = 1 << 40
GLADLY, RATHER_NOT, NO_PREFERENCE = 0, 1, 2
REASONS = NOT_ACTIVE, FULL, OTHER_AGE, OTHER_GROUP, OTHER_LANGUAGE, TOO_FAR, NO_WHEELCHAIR, INDICATION = (
    tuple(1 << bit for bit in range(8))
)
"""Why an offer is excluded, as bits in the order of ``matching.exclusions``."""
AROUND = 1 << len(REASONS)
"""Beside those: the distance is that to the middle of its area."""
SPREAD = np.uint64(0x03F79D71B4CB0A89)
"""A de Bruijn sequence: times a single bit, its six highest bits tell where that bit stands."""
POSITION = np.zeros(WORD, np.int64)
for _bit in range(WORD):
    POSITION[(int(SPREAD) << _bit & (1 << WORD) - 1) >> 58] = _bit


Found = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""Matches and excluded offers while scanning, with room for more, and how many there are of each."""


@compiled
def _is_about(themes: NDArray[np.uint64], about: NDArray[np.uint64], row: int) -> bool:
    common = np.uint64(0)
    for word in range(len(about)):
        common |= themes[word, row] & about[word]
    return bool(common)


@compiled
def _theme_steps(
    themes: NDArray[np.uint64], worth: NDArray[np.int64], about: NDArray[np.uint64], row: int
) -> int:
    total = 0
    for which in range(len(worth)):
        most = 0
        for word in range(len(about)):
            common = themes[word, row] & about[word]
            while common:
                lowest = common & (~common + np.uint64(1))
                place = POSITION[(lowest * SPREAD) >> np.uint64(58)]
                most = max(most, worth[which, WORD * word + place])
                common ^= lowest
        total += most
    return total


@compiled
def _street_m(
    facts: NDArray[np.int32],
    feet: NDArray[np.int32],
    asked: Asked,
    streets: tuple[NDArray[np.int32], float],
    row: int,
) -> int:
    """As ``distances.distance_about_m``; ``streets`` are ``walked_mm`` and ``detour`` of the wish."""
    walked_mm, detour = streets
    if not facts[FLAGS, row] & LOCATED:
        return NO_DISTANCE
    dx, dy = facts[X_MM, row] - asked.x_mm, facts[Y_MM, row] - asked.y_mm
    walked = detour * (math.sqrt(np.float64(dx * dx + dy * dy)) / 1000.0)
    whole = math.floor(walked)
    estimate = int(whole) + (1 if walked - whole >= 0.5 else 0)
    if not len(walked_mm) or not facts[FLAGS, row] & HAS_POINT or feet[NODE, row] == NONE or not estimate:
        return estimate
    to_node = np.int64(walked_mm[feet[NODE, row]])
    if to_node == NOT_REACHED:
        return max(estimate, asked.looked_m)
    return int((asked.aside_mm + to_node + feet[ASIDE_MM, row] + 500) // 1000)


@compiled
def _why_not(facts: NDArray[np.int32], asked: Asked, row: int, distance: int, fits: tuple[int, int]) -> int:
    """Every reason of step 3, 0 for none; ``fits``: the codes of the row's languages and group do."""
    # Without branches, which would be guessed wrong too often: a bit times yes or no.
    flags, last_day = facts[FLAGS, row], facts[LAST_DAY, row]
    low, high = facts[AGE_MIN, row], facts[AGE_MAX, row]
    speaks, in_group = fits
    over = (last_day != 0) & (last_day < asked.today)
    why = NOT_ACTIVE * (over | (facts[STATUS, row] != asked.active_status))
    full = flags & (NO_PLACES_LEFT | WAITING_LIST) == NO_PLACES_LEFT
    why |= FULL * ((asked.full_excluded != 0) & full)
    other_age = ((low >= 0) & (asked.oldest < low)) | ((high >= 0) & (asked.youngest > high))
    why |= OTHER_AGE * ((asked.youngest >= 0) & other_age)
    why |= OTHER_GROUP * (in_group == 0)
    needs_language = (speaks == 0) & (facts[YES, row] & asked.little_language_bit == 0)
    why |= OTHER_LANGUAGE * ((asked.languages_known != 0) & needs_language)
    in_region = flags & (COMES_TO_PEOPLE | HAS_POINT) != HAS_POINT
    reach_m = asked.region_m if in_region else asked.reach_m
    why |= TOO_FAR * ((distance > reach_m) & (flags & ONLINE == 0))
    no_wheelchair = facts[NO, row] & asked.wheelchair_bit != 0
    why |= NO_WHEELCHAIR * ((asked.needs_wheelchair != 0) & no_wheelchair)
    indication = facts[ACCESS, row] == asked.indication_access
    return int(why | INDICATION * ((asked.indication_excluded != 0) & indication))


@compiled
def _peer_tenths(peers: NDArray[np.uint64], asked: Asked, row: int) -> int:
    if asked.peer_wish == GLADLY:
        named = (peers[asked.theme_word, row] >> np.uint64(asked.theme_bit)) & np.uint64(1)
        return 10 if named else int(asked.peers_elsewhere)
    if asked.peer_wish == RATHER_NOT:
        for word in range(len(peers)):
            if peers[word, row]:
                return 0
    return 10


@compiled
def _near(facts: NDArray[np.int32], asked: Asked, row: int, distance: int) -> int:
    """Nearness × its weight × unit."""
    reach = asked.far_m - asked.near_m
    if facts[FLAGS, row] & COMES_TO_PEOPLE or 0 <= distance <= asked.near_m:
        return int(asked.w_near * reach)
    if distance == NO_DISTANCE:
        return int(asked.w_near * reach // 2)
    return int(asked.w_near * max(asked.far_m - distance, 0))


@compiled
def _order_key(
    facts: NDArray[np.int32], asked: Asked, row: int, distance: int, so_far: tuple[int, int, int]
) -> int:
    """``so_far``: the theme steps, the points for peers and for language."""
    theme, peers, language = so_far
    total = _near(facts, asked, row, distance) + asked.w_theme * theme + peers + language

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
    if distance > asked.far_m and not facts[FLAGS, row] & COMES_TO_PEOPLE:
        label = 2
    far = FARTHEST if distance == NO_DISTANCE else min(distance, FARTHEST - 1)
    key = (label << SCORE_BITS) | (MOST_SCORE - score)
    key = (key << DISTANCE_BITS) | far
    return int((key << DAY_BITS) | (LATEST_DAY - checked))


@compiled
def _take(offers: Any, wish: Any, found: Found, listed: NDArray[np.int32], span: tuple[int, int]) -> None:
    """Judge rows ``span[0]`` up to ``span[1]`` without those that are listed apart; or of the listed ones."""
    # Taken out of their tuples once: inside the loop that would count a reference per row.
    facts, themes, peers, feet = offers
    asked_as_array, worth, about, shares_language, in_group, walked_mm, detour, _ = wish
    matches, excluded, counts = found
    asked = asked_as_array[0]
    apart = len(listed) > 0
    matched, left_out = counts[0], counts[1]
    for place in range(span[0], span[1]):
        row = int(listed[place]) if apart else place
        if not _is_about(themes, about, row) or not facts[FLAGS, row] & ALIVE:
            continue
        if not apart and facts[LOOSE, row]:
            continue
        distance = _street_m(facts, feet, asked, (walked_mm, detour), row)
        speaks = shares_language[facts[LANGUAGES, row]]
        why = _why_not(facts, asked, row, distance, (speaks, in_group[facts[ONLY_FOR, row]]))
        exact = facts[FLAGS, row] & HAS_POINT
        if why:
            excluded[0, left_out] = row
            excluded[1, left_out] = distance
            excluded[2, left_out] = why if exact else why | AROUND
            left_out += 1
        else:
            theme = _theme_steps(themes, worth, about, row)
            if theme == 0:
                theme = asked.relaxed
            if not exact:
                distance = NO_DISTANCE
            language = asked.w_half_language * (2 if asked.languages_known and speaks else 1)
            points = asked.w_tenth_peers * _peer_tenths(peers, asked, row)
            matches[0, matched] = row
            matches[1, matched] = _order_key(facts, asked, row, distance, (theme, points, language))
            matched += 1
    counts[0] = matched
    counts[1] = left_out


@compiled
def _surely_nearest(excluded: NDArray[np.int64], count: int, sure_m: float) -> int:
    """How many excluded offers are nearer than anything that was not looked at."""
    sure = 0
    for place in range(count):
        if 0 <= excluded[1, place] <= sure_m and not excluded[2, place] & AROUND:
            sure += 1
    return sure


@compiled
def _take_ring(
    offers: Any, wish: Any, found: Found, grid: Any, ring: tuple[tuple[int, int, int, int], int, int]
) -> bool:
    """Judge the cells of a layer within a radius that were not within the radius before; was that all?"""
    starts, west_mm, south_mm, _, _ = grid
    (first_bucket, cell_mm, columns, rows), radius, before = ring
    asked = wish[0][0]
    x_mm, y_mm = asked.x_mm - west_mm, asked.y_mm - south_mm
    west, east = max((x_mm - radius) // cell_mm, 0), min((x_mm + radius) // cell_mm, columns - 1)
    south, north = max((y_mm - radius) // cell_mm, 0), min((y_mm + radius) // cell_mm, rows - 1)
    done_west, done_east = (x_mm - before) // cell_mm, (x_mm + before) // cell_mm
    done_south, done_north = (y_mm - before) // cell_mm, (y_mm + before) // cell_mm
    nothing = starts[:0]
    for line in range(south, north + 1):
        known = before >= 0 and done_south <= line <= done_north
        # Cells of one line lie together; those seen before are left out in the middle.
        for first, last in (
            (west, min(done_west - 1, east) if known else east),
            (max(done_east + 1, west) if known else east + 1, east),
        ):
            if first <= last:
                bucket = first_bucket + line * columns
                _take(offers, wish, found, nothing, (starts[bucket + first], starts[bucket + last + 1]))
    return bool(west == 0 and south == 0 and east == columns - 1 and north == rows - 1)


@compiled
def _scan(
    offers: Any, grid: Any, loose: NDArray[np.int32], wish: Any, nearest_excluded: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], bool]:
    starts, _, _, region, near = grid
    asked, fewest = wish[0][0], wish[-1]
    room = starts[-1] + len(loose)
    matches, excluded = np.empty((2, room), np.int64), np.empty((3, room), np.int64)
    counts = np.zeros(2, np.int64)
    found = (matches, excluded, counts)
    _take(offers, wish, found, starts[:0], (0, starts[1]))
    _take(offers, wish, found, loose, (0, len(loose)))
    radius, region_radius, before, region_before = EVERYWHERE_MM, EVERYWHERE_MM, -1, -1
    if nearest_excluded >= 0:
        radius = math.ceil((asked.reach_m + 1) * 1000 / fewest)
        region_radius = math.ceil((asked.region_m + 1) * 1000 / fewest)
    while True:
        all_near = _take_ring(offers, wish, found, grid, (near, radius, before))
        all_region = _take_ring(offers, wish, found, grid, (region, region_radius, region_before))
        complete = all_near and all_region
        enough = _surely_nearest(excluded, counts[1], fewest * radius / 1000.0) >= nearest_excluded >= 0
        if complete or enough:
            return matches, excluded, counts, complete
        before, region_before = radius, region_radius
        radius *= 2
        region_radius = max(radius, region_radius)


def scan(
    offers: Offers, grid: Grid, loose: NDArray[np.int32], wish: Wish, nearest_excluded: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], bool]:
    """Every offer that matches, and the excluded ones within reach with the nearest beyond it.

    Matches are (row, order key), excluded ones (row, distance or ``NO_DISTANCE``, bits why not), a column
    for each.
    Looks further in growing squares until at least ``nearest_excluded`` excluded ones are surely the nearest,
    or until there is nothing more (then the third value is true); -1 looks everywhere at once.
    """
    # Plain tuples: the compiler's cache of an older version must not ask for our classes.
    starts, west_mm, south_mm, region, near = grid
    plain_grid = (starts, west_mm, south_mm, tuple(region), tuple(near))
    matches, excluded, (matched, left_out), complete = _scan(
        tuple(offers), plain_grid, loose, tuple(wish), nearest_excluded
    )
    return matches[:, :matched], excluded[:, :left_out], complete
