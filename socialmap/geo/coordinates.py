"""WGS84 points and RD New metres; the only file that names a coordinate system."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer, network

from socialmap.model.values import Point

WGS84 = "EPSG:4326"
RD_NEW = "EPSG:28992"
WEB_MERCATOR = "EPSG:3857"
_MILLIMETRE = 3
_CENTIMETRE_IN_DEGREES = 7
_BY_NUMBER = {
    "4326": WGS84,
    "4258": WGS84,
    "4979": WGS84,
    "28992": RD_NEW,
    "7415": RD_NEW,
    "3857": WEB_MERCATOR,
    "900913": WEB_MERCATOR,
}
_BOX = {WGS84: (3.0, 50.5, 7.5, 53.8), RD_NEW: (-10_000.0, 290_000.0, 300_000.0, 640_000.0)}
"""Where the Netherlands lie: west, south, east, north."""
_IN_THE_MIDDLE = {WGS84: (5.4, 52.1), RD_NEW: (155_000, 463_000), WEB_MERCATOR: (600_000, 6_800_000)}


@lru_cache(maxsize=4)
def _transformer(source: str, target: str) -> Transformer:
    network.set_network_enabled(active=False)  # type: ignore[attr-defined]  # pyproj has no __all__ here
    general = Transformer.from_crs(source, target, always_xy=True)
    # Every new thread looks the general one up anew in a database (40 ms, and each press of a button is a
    # new thread); the steps that it takes in the Netherlands are there at once.
    general.transform(*_IN_THE_MIDDLE[source])
    return Transformer.from_pipeline(general.get_last_used_operation().definition)


def to_metres(points: Sequence[Point]) -> NDArray[np.float64]:
    """RD New coordinates of the points, shape (n, 2), metres rounded to the millimetre."""
    if not points:
        return np.empty((0, 2))
    lon = np.fromiter((p.lon for p in points), float, len(points))
    lat = np.fromiter((p.lat for p in points), float, len(points))
    return array_to_metres(np.column_stack((lon, lat)))


def array_to_metres(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """RD New coordinates of an (n, 2) array of degrees, longitude first, rounded to the millimetre."""
    x, y = _transformer(WGS84, RD_NEW).transform(lonlat[:, 0], lonlat[:, 1])
    return np.round(np.column_stack((x, y)), _MILLIMETRE)


def from_metres(x_m: float, y_m: float) -> Point:
    """The WGS84 point at RD New metres."""
    lon, lat = _transformer(RD_NEW, WGS84).transform(x_m, y_m)
    return Point(float(lon), float(lat))


def distance_m(a: Point, b: Point) -> float:
    """Straight-line metres between two points, in RD New."""
    (ax, ay), (bx, by) = to_metres((a, b))
    return math.hypot(ax - bx, ay - by)


def crs_of(name: str) -> str | None:
    """The coordinate system that a file names, in any usual spelling; ``None`` when we do not know it.

    ETRS89 counts as WGS84: in the Netherlands they lie less than a metre apart.

    >>> crs_of("urn:ogc:def:crs:OGC:1.3:CRS84"), crs_of("urn:ogc:def:crs:EPSG::28992")
    ('EPSG:4326', 'EPSG:28992')
    """
    if "CRS84" in name.upper():
        return WGS84
    numbers = re.findall(r"\d+", name)
    return _BY_NUMBER.get(numbers[-1]) if numbers else None


def crs_by_place(x: float, y: float) -> str | None:
    """The coordinate system in which (x, y) lies in the Netherlands: degrees or RD New, else ``None``.

    The two boxes do not overlap, so a file that names no system, or the wrong one, can still be read.
    """
    for crs, (west, south, east, north) in _BOX.items():
        if west <= x <= east and south <= y <= north:
            return crs
    return None


def array_to_wgs84(xy: NDArray[np.float64], crs: str) -> NDArray[np.float64]:
    """Degrees, longitude first, rounded to about a centimetre, for an (n, 2) array in ``crs``."""
    if crs != WGS84:
        xy = np.column_stack(_transformer(crs, WGS84).transform(xy[:, 0], xy[:, 1]))
    return np.round(xy, _CENTIMETRE_IN_DEGREES)


def in_the_netherlands(point: Point) -> bool:
    """Roughly: in the box around the country, in which RD New can be trusted."""
    return crs_by_place(point.lon, point.lat) == WGS84


def rows_in_the_netherlands(lonlat: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The same for each row of an (n, 2) array of degrees, longitude first."""
    west, south, east, north = _BOX[WGS84]
    inside: NDArray[np.bool_] = (lonlat >= (west, south)) & (lonlat <= (east, north))
    return inside[:, 0] & inside[:, 1]


def point_at(x: float, y: float) -> Point | None:
    """The WGS84 point of two bare numbers: degrees in either order, or RD New; else ``None``."""
    for first, second in ((x, y), (y, x)):
        crs = crs_by_place(first, second)
        if crs is not None:
            ((lon, lat),) = array_to_wgs84(np.array([[first, second]]), crs)
            return Point(float(lon), float(lat))
    return None
