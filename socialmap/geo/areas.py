"""In which neighbourhood does a point lie, and which ones are near?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from socialmap.geo.coordinates import to_metres
from socialmap.geo.shapes import from_wkt, in_metres
from socialmap.model.area import Area, District, Municipality, Neighbourhood
from socialmap.model.normal_text import normalise
from socialmap.model.values import AreaId, Point


class AreaBook:
    """All areas by id, and an index over the neighbourhoods. Never changes; build a new one instead."""

    def __init__(self, areas: Iterable[Neighbourhood | District | Municipality]) -> None:
        self.by_id: dict[AreaId, Area] = {area.id: area for area in sorted(areas, key=lambda area: area.id)}
        self.neighbourhoods = tuple(a for a in self.by_id.values() if isinstance(a, Neighbourhood))
        self.districts = tuple(a for a in self.by_id.values() if isinstance(a, District))
        self.municipalities = tuple(a for a in self.by_id.values() if isinstance(a, Municipality))
        self._shapes: list[BaseGeometry] = [from_wkt(area.boundary) for area in self.neighbourhoods]
        shapely.prepare(self._shapes)
        self._tree = shapely.STRtree(self._shapes)

    def __len__(self) -> int:
        return len(self.by_id)

    def locate(self, point: Point) -> AreaId | None:
        """The neighbourhood of a point; on a shared border the lowest code; ``None`` outside all of them."""
        for row in sorted(map(int, self._tree.query(shapely.Point(point.lon, point.lat)))):
            if shapely.intersects_xy(self._shapes[row], point.lon, point.lat):
                return self.neighbourhoods[row].id
        return None

    def locate_many(self, points: Sequence[Point]) -> list[AreaId | None]:
        """``locate`` for many points at once, in the same order."""
        lonlat = np.array([(point.lon, point.lat) for point in points]).reshape(-1, 2)
        return [None if row < 0 else self.neighbourhoods[row].id for row in self.rows_of(lonlat)]

    def rows_of(self, lonlat: NDArray[np.float64]) -> NDArray[np.int64]:
        """Position in ``neighbourhoods`` of each of (n, 2) degrees, longitude first; -1 outside them."""
        rows = np.full(len(lonlat), -1, dtype=np.int64)
        # The polygons ask the points: a prepared polygon answers ten times as fast as a prepared point.
        areas, found = shapely.STRtree(shapely.points(lonlat)).query(self._shapes, predicate="intersects")
        order = np.argsort(-areas, kind="stable")
        rows[found[order]] = areas[order]
        return rows

    def near(self, point: Point, metres: float) -> tuple[AreaId, ...]:
        """Neighbourhoods within ``metres`` in a straight line of the point, nearest first."""
        here = shapely.Point(to_metres((point,))[0])
        rows = self._tree_in_metres.query(here, predicate="dwithin", distance=metres)
        shapes = self._tree_in_metres.geometries
        by_distance = sorted((float(shapely.distance(shapes[row], here)), int(row)) for row in rows)
        return tuple(self.neighbourhoods[row].id for _, row in by_distance)

    def shares_inside(self, shape: BaseGeometry) -> dict[AreaId, float]:
        """Of each neighbourhood that the shape (WGS84) touches, which part of its surface lies inside it."""
        rows = sorted(map(int, self._tree.query(shape)))
        return {
            self.neighbourhoods[row].id: shapely.area(self._shapes[row].intersection(shape))
            / shapely.area(self._shapes[row])
            for row in rows
        }

    def centre(self, area_id: AreaId) -> Point | None:
        """The middle of an area; ``None`` when it is not in the book."""
        area = self.by_id.get(area_id)
        return area.centre if area else None

    def named(self, text: str) -> tuple[AreaId, ...]:
        """Areas with this code or name, whatever the case and accents; neighbourhoods first, then by code."""
        wanted = normalise(text)
        return self._by_name.get(wanted, ())

    def like(self, text: str) -> tuple[AreaId, ...]:
        """Neighbourhoods with this name or code, else those whose name has all the words, by name."""
        here = {area.id for area in self.neighbourhoods}
        exact = tuple(area_id for area_id in self.named(text) if area_id in here)
        words = normalise(text).split()
        if exact or not words:
            return exact
        found = (area for area in self.neighbourhoods if set(words) <= set(normalise(area.name).split()))
        return tuple(area.id for area in sorted(found, key=lambda area: (area.name, area.id)))

    def inside(self, text: str) -> tuple[AreaId, ...]:
        """The neighbourhoods of the district (*wijk*) with this name or code; empty if there is none."""
        named = set(self.named(text))
        found = (area for area in self.neighbourhoods if area.district_id in named)
        return tuple(area.id for area in sorted(found, key=lambda area: (area.name, area.id)))

    @cached_property
    def _by_name(self) -> dict[str, tuple[AreaId, ...]]:
        found: defaultdict[str, dict[AreaId, None]] = defaultdict(dict)
        for area in (*self.neighbourhoods, *self.districts, *self.municipalities):
            found[normalise(area.id)][area.id] = None
            found[normalise(area.name)][area.id] = None
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def _tree_in_metres(self) -> shapely.STRtree:
        return shapely.STRtree([in_metres(shape) for shape in self._shapes])
