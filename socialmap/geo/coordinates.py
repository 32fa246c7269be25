"""WGS84 points and RD New metres; the only file that names a coordinate system."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer, network

from socialmap.model.values import Point

WGS84 = "EPSG:4326"
RD_NEW = "EPSG:28992"
_MILLIMETRE = 3


@lru_cache(maxsize=2)
def _transformer(source: str, target: str) -> Transformer:
    network.set_network_enabled(active=False)
    return Transformer.from_crs(source, target, always_xy=True)


def to_metres(points: Sequence[Point]) -> NDArray[np.float64]:
    """RD New coordinates of the points, shape (n, 2), metres rounded to the millimetre."""
    if not points:
        return np.empty((0, 2))
    lon = np.fromiter((p.lon for p in points), float, len(points))
    lat = np.fromiter((p.lat for p in points), float, len(points))
    x, y = _transformer(WGS84, RD_NEW).transform(lon, lat)
    return np.round(np.column_stack((x, y)), _MILLIMETRE)


def from_metres(x_m: float, y_m: float) -> Point:
    """The WGS84 point at RD New metres."""
    lon, lat = _transformer(RD_NEW, WGS84).transform(x_m, y_m)
    return Point(float(lon), float(lat))


def distance_m(a: Point, b: Point) -> float:
    """Straight-line metres between two points, in RD New."""
    (ax, ay), (bx, by) = to_metres((a, b))
    return math.hypot(ax - bx, ay - by)
