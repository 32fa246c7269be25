"""From the geometry of a map file to a valid polygon in WGS84, or the reason why there is none."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from socialmap.connectors.parsed import Feature
from socialmap.geo.coordinates import WGS84, array_to_wgs84, crs_by_place, crs_of
from socialmap.geo.shapes import polygons_only

_NO_SHAPE = "Dit gebied heeft geen grens op de kaart."
A_POINT = "Dit is een punt of een lijn. Een gebied heeft een grens nodig."
_UNREADABLE = "De grens van dit gebied is niet te lezen."
_ELSEWHERE = "Dit gebied ligt niet in Nederland."


def feature(
    number: int, layer: str, properties: dict[str, str], geometry: BaseGeometry | None, crs_name: str
) -> Feature:
    """A feature with its polygon in WGS84. ``crs_name`` is what the file says; its coordinates decide."""
    if geometry is None or geometry.is_empty:
        return Feature(number, layer, properties, b"", problem=_NO_SHAPE)
    if geometry.geom_type not in {"Polygon", "MultiPolygon"}:
        return Feature(number, layer, properties, _point(geometry, crs_name), problem=A_POINT)
    flat = shapely.force_2d(geometry)
    xy = shapely.get_coordinates(flat)
    if not np.isfinite(xy).all():
        return Feature(number, layer, properties, b"", problem=_UNREADABLE)
    lonlat = _in_wgs84(xy, crs_name)
    if lonlat is None:
        return Feature(number, layer, properties, b"", problem=_ELSEWHERE)
    placed = shapely.set_coordinates(flat, lonlat)
    polygon = polygons_only(placed)
    if polygon is None:
        return Feature(number, layer, properties, b"", problem=_UNREADABLE)
    repaired = "" if shapely.is_valid(flat) else "De grens kruiste zichzelf en is hersteld."
    return Feature(number, layer, properties, shapely.to_wkb(polygon), repaired=repaired)


def _point(geometry: BaseGeometry, crs_name: str) -> bytes:
    """A single point in WGS84, for whoever can use one; empty for anything else."""
    if geometry.geom_type != "Point":
        return b""
    xy = shapely.get_coordinates(shapely.force_2d(geometry))
    lonlat = _in_wgs84(xy, crs_name) if np.isfinite(xy).all() else None
    return b"" if lonlat is None else shapely.to_wkb(shapely.Point(lonlat[0]))


def _in_wgs84(xy: NDArray[np.float64], crs_name: str) -> NDArray[np.float64] | None:
    """Degrees, longitude first. Files name the wrong system, or turn the axes: the Netherlands decide."""
    (x, y) = xy[0].tolist()
    crs = crs_by_place(x, y)
    if crs is None and crs_by_place(y, x) == WGS84:
        return array_to_wgs84(xy[:, ::-1], WGS84)
    if crs is None:
        crs = crs_of(crs_name)
    if crs is None:
        return None
    lonlat = array_to_wgs84(xy, crs)
    (lon, lat) = lonlat[0].tolist()
    return lonlat if crs_by_place(lon, lat) == WGS84 else None
