"""The streets of the first demo town as a network: over the Wolde there is one bridge."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from socialmap.demo.ground import ORIGIN_RD_M, Ground
from socialmap.demo.landscape import walked
from socialmap.geo.footways import whole_mm
from socialmap.geo.network_file import StoredStreets
from socialmap.geo.street_network import StreetNetwork, Ways

CREDIT = "Meerwold (verzonnen)"
_AROUND_M = 800.0
_GRID_M = 0.1
"""Of the drawing; what ends on a line to within this, meets it."""
_GAP_M = 15.0
"""A street that ends so close to another one was drawn to end on it."""


def street_network(ground: Ground) -> StoredStreets:
    """Prepared like an imported file. Same ground, same arrays."""
    ways = street_ways(ground)
    digest = sha256(ways.at_mm.tobytes() + ways.ends.tobytes()).hexdigest()
    return StoredStreets(StreetNetwork.prepare(ways), digest, CREDIT)


def street_ways(ground: Ground) -> Ways:
    """Every piece between two bends or crossings. The town has no stairs."""
    lines = _in_town(walked(ground), ground)
    joined = shapely.get_parts(shapely.union_all([*lines, *_closed_gaps(lines)], grid_size=_GRID_M))
    points, first = shapely.get_coordinates(joined), np.cumsum(shapely.get_num_coordinates(joined))
    at_mm, number = np.unique(whole_mm(points + np.array(ORIGIN_RD_M)), axis=0, return_inverse=True)
    ends = np.column_stack((number[:-1], number[1:]))
    ends = np.delete(ends, first[:-1] - 1, axis=0)  # from the last point of one line to the first of the next
    ends = ends[ends[:, 0] != ends[:, 1]]
    return Ways(at_mm, ends, np.zeros(len(ends), np.bool_))


def _in_town(lines: list[BaseGeometry], ground: Ground) -> list[LineString]:
    """Without the roads of the country around it, which cross the river elsewhere."""
    near = Polygon(ground.municipality.outline).buffer(_AROUND_M)
    parts = shapely.get_parts(shapely.intersection(lines, near))
    return [part for part in parts if part.geom_type == "LineString" and part.length]


def _closed_gaps(lines: list[LineString]) -> list[LineString]:
    """From the ends of lines to the nearest other line that is close by and not touched yet."""
    tree = shapely.STRtree(lines)
    found = []
    for number, line in enumerate(lines):
        for end in shapely.points([line.coords[0], line.coords[-1]]):
            near = [lines[other] for other in tree.query(end, "dwithin", _GAP_M) if other != number]
            if near and all(end.distance(other) for other in near):
                nearest = min(near, key=end.distance)
                found.append(LineString(nearest_points(end, nearest)))
    return found
