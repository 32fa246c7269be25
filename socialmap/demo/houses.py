"""Rows of houses along the streets, farms along the lanes, and the buildings everybody knows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from socialmap.demo.curves import Position, bend, length_m, offset_at
from socialmap.demo.files import read_demo
from socialmap.demo.ground import Ground, spot

_OPEN_AIR = frozenset(
    {
        "park", "speeltuin", "beweegplek", "ov-halte", "buurttuin", "sportveld", "markt", "weggeefkast",
        "buurtboekenkast", "openbaar-toilet", "kinderboerderij",
    }
)  # fmt: skip
_ROAD_WIDTH_M = {"highway": 26.0, "major_road": 13.0, "minor_road": 9.0, "path": 4.0}
_ROWS = {"rows": (11.0, 9.0, 5.6, (4, 9), 6.0), "dense": (9.0, 11.0, 5.0, (5, 11), 2.0)}
"""Per kind of street: metres from the road's middle, depth, width of a house, houses in a row, gap."""
_FARM_EVERY_M = 170.0
_CELL_M = 60.0


class _Plots:
    """What is built already, so that no two houses stand on one spot."""

    def __init__(self, closed: BaseGeometry) -> None:
        self._closed = closed
        self._cells: dict[tuple[int, int], list[Polygon]] = {}
        shapely.prepare(closed)

    def claim(self, shape: Polygon) -> bool:
        """Take the plot if it is free."""
        west, south, east, north = (int(bound // _CELL_M) for bound in shape.bounds)
        cells = [(x, y) for x in range(west, east + 1) for y in range(south, north + 1)]
        taken = any(shape.intersects(other) for cell in cells for other in self._cells.get(cell, ()))
        if taken or self._closed.intersects(shape):
            return False
        for cell in cells:
            self._cells.setdefault(cell, []).append(shape)
        return True


def landmarks() -> Iterator[Polygon]:
    """Towers, the church, the mill, and a building for every indoor facility."""
    for row in read_demo("landscape")["landmark"]:
        x, y, width, depth, turn = row["box"]
        yield _box(bend((x, y)), width, depth, turn)


def houses_along(
    ground: Ground,
    roads: Sequence[tuple[LineString, str]],
    side_streets: Sequence[LineString],
    closed: BaseGeometry,
) -> Iterator[Polygon]:
    """Buildings that keep clear of `roads` and of everything in `closed` (water, green, railway)."""
    chance = Random("houses")  # noqa: S311  # a street picture, not a secret
    lanes = [line.buffer(_ROAD_WIDTH_M[kind] / 2, cap_style="flat") for line, kind in roads]
    plots = _Plots(shapely.union_all([closed, *lanes, *(shape.buffer(6) for shape in landmarks())]))
    wanted = [*_facility_buildings(ground)]
    for street in ground.streets.values():
        if street.houses in _ROWS:
            wanted.extend(_rows(street.line, street.houses, chance))
        elif street.houses == "farms":
            wanted.extend(_farms(street.line, chance))
    for line in side_streets:
        wanted.extend(_rows(list(line.coords), "rows", chance))
    for shape in wanted:
        if plots.claim(shape):
            yield shape


def _facility_buildings(ground: Ground) -> Iterator[Polygon]:
    for row in read_demo("facilities")["facility"]:
        where = spot(row, ground)
        if where is not None and row["type"] not in _OPEN_AIR:
            turn = _direction(ground.streets[row["street"]].line, where)
            yield _box(where, 20.0, 13.0, turn)


def _rows(line: Sequence[Position], kind: str, chance: Random) -> Iterator[Polygon]:
    setback, depth, house, (fewest, most), gap = _ROWS[kind]
    total = length_m(line)
    for side in (1, -1):
        along = 8.0
        while along < total - 20:
            row = house * chance.randint(fewest, most)
            end = min(along + row, total - 8)
            front = setback + chance.choice((0.0, 0.0, 1.5))
            corners = [(along, front), (end, front), (end, front + depth), (along, front + depth)]
            shape = Polygon([offset_at(line, at, side * aside) for at, aside in corners])
            if end - along > 2 * house and shape.is_valid:
                yield shape
            along = end + gap + chance.random() * 4


def _farms(line: Sequence[Position], chance: Random) -> Iterator[Polygon]:
    along, side = 40.0, 1
    while along < length_m(line) - 40:
        where = offset_at(line, along, side * 28)
        turn = _direction(line, where)
        yield _box(where, 15, 11, turn)
        yield _box(offset_at(line, along + chance.uniform(-8, 8), side * 58), 34, 16, turn + 90)
        along += _FARM_EVERY_M * chance.uniform(0.5, 1.3)
        side = -side


def _direction(line: Sequence[Position], near: Position) -> float:
    """Degrees, counter-clockwise from east, of the piece of the line nearest to a position."""
    a, b = min(pairwise(line), key=lambda piece: math.dist(piece[0], near) + math.dist(piece[1], near))
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def _box(centre: Position, width: float, depth: float, turn: float) -> Polygon:
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [
        (-width / 2, -depth / 2),
        (width / 2, -depth / 2),
        (width / 2, depth / 2),
        (-width / 2, depth / 2),
    ]
    return Polygon([(centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos) for x, y in corners])
