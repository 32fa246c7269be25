"""Polygons of areas: WKT and GeoJSON both ways, repair, a point inside, and a lighter form for display."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from socialmap.geo.coordinates import array_to_metres
from socialmap.model.values import Point

METRES_PER_DEGREE = 111_000
"""Of latitude; good enough to say how much detail a picture may lose."""
SLIVER_M2 = 1_000.0
"""A smaller hole between joined areas is a fault of the drawing, not a piece of the country."""


def from_wkt(wkt: str) -> BaseGeometry:
    """The geometry of a WKT text; ``ValueError`` when it cannot be read."""
    try:
        return shapely.from_wkt(wkt)
    except shapely.errors.ShapelyError as error:
        raise ValueError("no WKT geometry") from error


def to_wkt(geometry: BaseGeometry) -> str:
    """WKT with coordinates to about a centimetre."""
    return str(shapely.to_wkt(geometry, rounding_precision=7, trim=True))


def polygons_only(geometry: BaseGeometry) -> BaseGeometry | None:
    """The valid polygon or multipolygon within ``geometry``, in a fixed order; ``None`` without surface.

    Self-crossing borders are repaired; lines and points that a repair leaves over are dropped.
    """
    flat = shapely.force_2d(geometry)
    valid = flat if shapely.is_valid(flat) else shapely.make_valid(flat)
    parts = [part for part in shapely.get_parts(_flattened(valid)) if part.area > 0]
    if not parts:
        return None
    merged = parts[0] if len(parts) == 1 else shapely.union_all(parts)
    return shapely.normalize(merged)


def _flattened(geometry: BaseGeometry) -> BaseGeometry:
    if geometry.geom_type != "GeometryCollection":
        return geometry if geometry.geom_type in {"Polygon", "MultiPolygon"} else shapely.MultiPolygon()
    polygons = [
        polygon
        for part in shapely.get_parts(geometry)
        for polygon in shapely.get_parts(part)
        if polygon.geom_type == "Polygon"
    ]
    return shapely.MultiPolygon(polygons)


def inner_point(geometry: BaseGeometry) -> Point:
    """The centroid, or a point that surely lies inside when the centroid falls outside the shape."""
    centre = shapely.centroid(geometry)
    if not shapely.covers(geometry, centre):
        centre = shapely.point_on_surface(geometry)
    return Point(round(float(centre.x), 7), round(float(centre.y), 7))


def in_metres(geometry: BaseGeometry) -> BaseGeometry:
    """The same shape in RD New metres."""

    def convert(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        return array_to_metres(lonlat)

    return shapely.transform(geometry, convert)


def joined(geometries: Sequence[BaseGeometry]) -> BaseGeometry:
    """One shape for several, without the borders between them and the slivers where those did not meet."""
    union = polygons_only(shapely.union_all(list(geometries)))
    if union is None:
        raise ValueError("no surface to join")
    parts = [
        shapely.Polygon(part.exterior, [hole for hole in part.interiors if _area_m2(hole) >= SLIVER_M2])
        for part in shapely.get_parts(union)
    ]
    return shapely.normalize(parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts))


def _area_m2(ring: BaseGeometry) -> float:
    return float(shapely.area(in_metres(shapely.Polygon(ring))))


def for_display(boundaries: Mapping[str, str], tolerance_m: float = 5.0) -> dict[str, dict[str, Any]]:
    """Id → GeoJSON geometry, with borders simplified to within ``tolerance_m`` metres.

    Borders that areas share stay shared, so that no slivers show between them. ``boundaries`` is id → WKT.
    """
    shapes = [from_wkt(wkt) for wkt in boundaries.values()]
    if not shapes:
        return {}
    tolerance = tolerance_m / METRES_PER_DEGREE
    if shapely.coverage_is_valid(shapes):
        simple = shapely.coverage_simplify(shapes, tolerance)
    else:
        simple = shapely.simplify(shapes, tolerance, preserve_topology=True)
    return dict(zip(boundaries, map(to_geojson, simple), strict=True))


def to_geojson(geometry: BaseGeometry) -> dict[str, Any]:
    """The GeoJSON geometry, coordinates to six decimals (a decimetre)."""
    rounded = shapely.transform(geometry, lambda lonlat: np.round(lonlat, 6))
    geojson: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return geojson


def from_geojson(geometry: Mapping[str, Any]) -> BaseGeometry:
    """The geometry of a GeoJSON geometry object; ``ValueError`` when it cannot be read."""
    try:
        return shapely.from_geojson(json.dumps(geometry))
    except (shapely.errors.ShapelyError, TypeError) as error:
        raise ValueError("no GeoJSON geometry") from error
