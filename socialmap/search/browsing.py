"""The map and the list: which offers pass the filters, counted per area and gathered into spots."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from socialmap.geo.coordinates import RD_NEW, array_to_metres, array_to_wgs84
from socialmap.model.provision import Access, OfferStatus
from socialmap.model.quadrants import Quadrant, Side
from socialmap.model.values import (
    DAY_PARTS,
    AreaId,
    BarrierId,
    FacilityId,
    InitiativeId,
    Point,
    ThemeId,
    Weekday,
)
from socialmap.search.columns import (
    ACCESSES,
    ALIVE,
    AREA,
    FACILITY,
    FLAGS,
    HAS_POINT,
    LOCATED,
    NONE,
    SIDE_BIT,
    SIDES,
    SIDES_KNOWN,
    STATUS,
    STATUSES,
    X_MM,
    Y_MM,
    mask,
)
from socialmap.search.distances import millimetres
from socialmap.search.index import OfferIndex
from socialmap.search.offer import FREE
from socialmap.search.passing import PASSED, Passed, passing

Rows = NDArray[np.int64]

SPOT_PIXELS = 64
_EDGES = ("west", "south", "east", "north")
APART_FROM_ZOOM = 17
"""From here every address is its own spot."""
_METRES_PER_PIXEL_AT_ZOOM_0 = 156_543.034 * math.cos(math.radians(52.2))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map, in WGS84 degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFilter:
    """What the map shows. Empty means: no filter on this.

    A life area in ``themes`` stands for all its themes; one of them is enough. ``barriers`` are all taken
    away. ``sides`` are all clearly taken (outside the border band), of ``quadrants`` one is enough; an
    offer that was not placed in the quadrants passes neither. ``text``: every word stands in the name.
    """

    box: Box | None = None
    area_id: AreaId | None = None
    themes: tuple[ThemeId, ...] = ()
    statuses: tuple[OfferStatus, ...] = (OfferStatus.ACTIVE,)
    open_on: Weekday | None = None
    free_only: bool = False
    barriers: tuple[BarrierId, ...] = ()
    sides: tuple[Side, ...] = ()
    quadrants: tuple[Quadrant, ...] = ()
    only_social_base: bool = True
    text: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """One mark on the map: ``count`` offers around a point. ``ids`` are given when they share one address."""

    point: Point
    count: int
    ids: tuple[InitiativeId, ...] = ()


def browse(index: OfferIndex, wanted: MapFilter, today: date) -> Rows:
    """Rows of the offers that pass, in no special order. They hold until the index changes: keep its lock."""
    with index.lock:
        area = NONE if wanted.area_id is None else index.areas.find(wanted.area_id)
        if wanted.area_id is not None and area == NONE:
            return np.empty(0, np.int64)
        facts, themes, *_ = index.offers
        passed = np.array([_passed(index, wanted, area, today)], PASSED)
        about = index.order.theme_words(_with_narrower(index, wanted.themes)) if wanted.themes else []
        rows = passing(facts, themes, len(index.ids), passed, np.array(about, np.uint64))
        rows = rows[_on_sides(facts[SIDES, rows], wanted)]
        if wanted.text.strip() and len(rows):
            rows = rows[index.name_text.with_words(wanted.text)[rows]]
        return rows


def _passed(index: OfferIndex, wanted: MapFilter, area: int, today: date) -> Passed:
    barriers = (*wanted.barriers, FREE) if wanted.free_only else wanted.barriers
    return Passed(
        statuses=mask(STATUSES.index(status) for status in wanted.statuses or STATUSES),
        today=today.toordinal(),
        no_access=ACCESSES.index(Access.INDICATION) if wanted.only_social_base else NONE,
        area=area,
        moments=mask(bit for bit, slot in enumerate(DAY_PARTS) if slot.day is wanted.open_on),
        barriers=mask(index.order.barrier_bit[barrier] for barrier in barriers),
        boxed=int(wanted.box is not None),
        **(_edges(wanted.box) if wanted.box else dict.fromkeys(_EDGES, 0)),
    )


def in_areas(index: OfferIndex, rows: Rows, areas: Iterable[AreaId], surface: BaseGeometry | None) -> Rows:
    """Those of the rows that lie in one of the areas, or at a point on a surface in RD New metres.

    The caller holds the index's lock.
    """
    codes = [code for area in areas if (code := index.areas.find(area)) != NONE]
    flags, x, y, area = (index.offers.facts[fact, rows] for fact in (FLAGS, X_MM, Y_MM, AREA))
    inside = np.isin(area, codes)
    if surface is not None:
        inside |= ((flags & HAS_POINT) != 0) & shapely.contains_xy(surface, x / 1_000, y / 1_000)
    found: Rows = rows[inside]
    return found


def in_box(index: OfferIndex, rows: Rows, box: Box) -> Rows:
    """Those of the rows that have a point in the box; the caller holds the index's lock."""
    edges = _edges(box)
    flags, x, y = (index.offers.facts[fact, rows] for fact in (FLAGS, X_MM, Y_MM))
    inside = (x >= edges["west"]) & (x <= edges["east"]) & (y >= edges["south"]) & (y <= edges["north"])
    inside &= (flags & HAS_POINT) != 0
    found: Rows = rows[inside]
    return found


def ids_of(index: OfferIndex, rows: Rows) -> tuple[InitiativeId, ...]:
    """The ids of rows, by name and then by id."""
    with index.lock:
        found = [(index.names[row].casefold(), index.ids[row]) for row in rows.tolist()]
    return tuple(offer_id for _, offer_id in sorted(found))


def offers_at(index: OfferIndex, x_m: float, y_m: float) -> tuple[tuple[InitiativeId, str], ...]:
    """Id and name of every offer at exactly this place in RD New metres that has not stopped, by name."""
    with index.lock:
        facts = index.offers.facts[:, : len(index.ids)]
        here = (facts[X_MM] == millimetres(x_m)) & (facts[Y_MM] == millimetres(y_m))
        here &= (facts[FLAGS] & (ALIVE | HAS_POINT)) == ALIVE | HAS_POINT
        here &= facts[STATUS] != STATUSES.index(OfferStatus.STOPPED)
        found = [(index.ids[row], index.names[row]) for row in np.flatnonzero(here).tolist()]
    return tuple(sorted(found, key=lambda offer: (offer[1].casefold(), offer[0])))


def facilities_of(index: OfferIndex, rows: Rows) -> frozenset[FacilityId]:
    """The facilities where these offers take place."""
    with index.lock:
        codes = np.unique(index.offers.facts[FACILITY, rows])
        return frozenset(index.facilities.values[code] for code in codes.tolist() if code != NONE)


def count_by_area(index: OfferIndex, rows: Rows) -> dict[AreaId, int]:
    """How many of the rows lie in each area; areas without any, and rows without an area, are left out."""
    with index.lock:
        codes = index.offers.facts[AREA, rows]
        counts = np.bincount(codes[codes != NONE], minlength=len(index.areas.values))
        return {area: count for area, count in zip(index.areas.values, counts.tolist(), strict=True) if count}


def rows_by_area(index: OfferIndex, rows: Rows) -> dict[AreaId, list[int]]:
    """The rows in each area; rows without an area are left out. The caller holds the index's lock."""
    found: defaultdict[AreaId, list[int]] = defaultdict(list)
    for row, code in zip(rows.tolist(), index.offers.facts[AREA, rows].tolist(), strict=True):
        if code != NONE:
            found[index.areas.values[code]].append(row)
    return found


def ids_around(
    index: OfferIndex, middles_m: NDArray[np.float64], reach_m: float, areas: Iterable[AreaId]
) -> list[InitiativeId]:
    """Every offer in one of the areas, and every other one that can be within reach of one of the middles.

    ``middles_m``: shape (n, 2), RD New metres; ``reach_m`` in a straight line. Those in the corners of the
    box around all middles come along: the caller measures.
    """
    with index.lock:
        facts = index.offers.facts[:, : len(index.ids)]
        near = np.isin(facts[AREA], [code for area in areas if (code := index.areas.find(area)) != NONE])
        if len(middles_m):
            low, high = middles_m.min(axis=0) - reach_m, middles_m.max(axis=0) + reach_m
            inside = (facts[FLAGS] & LOCATED) != 0
            for fact, least, most in zip((X_MM, Y_MM), low, high, strict=True):
                inside &= (facts[fact] >= millimetres(least)) & (facts[fact] <= millimetres(most))
            near |= inside
        return [index.ids[row] for row in np.flatnonzero(near & index.alive()).tolist()]


def spots(index: OfferIndex, rows: Rows, zoom: int) -> tuple[Spot, ...]:
    """The rows gathered for a zoom level, west to east; rows without a point are not on the map."""
    with index.lock:
        rows = rows[(index.offers.facts[FLAGS, rows] & HAS_POINT) != 0]
        if not len(rows):
            return ()
        x = index.offers.facts[X_MM, rows].astype(np.int64)
        y = index.offers.facts[Y_MM, rows].astype(np.int64)
        cell = 1 if zoom >= APART_FROM_ZOOM else _cell_mm(zoom)
        _, first, group, counts = np.unique(
            (x // cell << 32) + y // cell, return_index=True, return_inverse=True, return_counts=True
        )
        apart = np.zeros(len(counts), bool)
        np.logical_or.at(apart, group, (x != x[first][group]) | (y != y[first][group]))
        centres = np.column_stack([np.bincount(group, metres) / counts for metres in (x / 1000, y / 1000)])
        # Rows by group, so that every address finds its own without looking through all.
        by_group = rows[np.argsort(group, kind="stable")].tolist()
        ends = np.cumsum(counts).tolist()
        return tuple(
            Spot(
                Point(lon, lat),
                count,
                () if spread else tuple(index.ids[row] for row in by_group[end - count : end]),
            )
            for (lon, lat), count, end, spread in zip(
                array_to_wgs84(centres, RD_NEW).tolist(), counts.tolist(), ends, apart.tolist(), strict=True
            )
        )


def _cell_mm(zoom: int) -> int:
    return max(int(SPOT_PIXELS * 1000 * _METRES_PER_PIXEL_AT_ZOOM_0 / 2**zoom), 1)


def _with_narrower(index: OfferIndex, themes: tuple[ThemeId, ...]) -> list[ThemeId]:
    chosen = set(themes)
    return [
        theme for theme in index.order.themes if theme in chosen or index.vocabulary.top_of(theme) in chosen
    ]


def _edges(box: Box) -> dict[str, int]:
    """The box in whole millimetres, a little larger: RD axes turn a little against degrees."""
    corners = array_to_metres(
        np.array([[lon, lat] for lon in (box.west, box.east) for lat in (box.south, box.north)])
    )
    low, high = corners.min(axis=0) * 1000, corners.max(axis=0) * 1000
    edges = (*np.ceil(low).astype(int).tolist(), *np.floor(high).astype(int).tolist())
    return dict(zip(_EDGES, edges, strict=True))


def _on_sides(sides: NDArray[np.int32], wanted: MapFilter) -> NDArray[np.bool_]:
    """Clearly on all wanted sides, and in one of the wanted quadrants: on neither of its opposite sides."""
    needed = _bits(wanted.sides)
    passes: NDArray[np.bool_] = (sides & needed) == needed
    if wanted.quadrants:
        placed = (sides & SIDES_KNOWN) != 0
        not_against = [(sides & _bits(quadrant.opposite_sides)) == 0 for quadrant in wanted.quadrants]
        passes &= placed & np.any(not_against, axis=0)
    return passes


def _bits(sides: Iterable[Side]) -> int:
    return sum(SIDE_BIT[side] for side in set(sides))
