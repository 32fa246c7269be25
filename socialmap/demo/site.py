"""One town on its own piece of land: turns plans, texts and "days ago" into points, names and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from socialmap.demo.curves import Position
from socialmap.demo.files import read_demo
from socialmap.demo.ground import ORIGIN_RD_M, Ground, load_ground, spot
from socialmap.demo.naming import Names
from socialmap.geo.coordinates import RD_NEW, array_to_wgs84
from socialmap.model.values import AreaId, Point
from socialmap.model.work import CheckOutcome

SOURCE = "demo"
OFFER_FILES = ("lindehof", "vogelweide", "oude-kern", "havenrand", "buitenhoek")
_PITCH_M = (3_000.0, 2_400.0)


class Site:
    """Everything that differs between one town and the next: place, names, dates and chance."""

    def __init__(self, copy: int, seed: int, today: date) -> None:
        self.copy = copy
        self.today = today
        self.ground: Ground = load_ground()
        self.names = Names(copy)
        self.chance = Random(f"{seed}/{copy}")  # noqa: S311  # a demo town, not a secret
        positions, xy = _all_positions()
        column, row = _spiral(copy)
        moved = xy + np.array(ORIGIN_RD_M) + np.array(_PITCH_M) * (column, row)
        degrees = array_to_wgs84(moved, RD_NEW).tolist()
        self._degrees: dict[Position, tuple[float, float]] = dict(zip(positions, degrees, strict=True))

    def key(self, name: str) -> str:
        """The id in this town of something that is called `name` in the data files."""
        return name if self.copy == 0 else f"{name}-{self.copy}"

    def area(self, number: int) -> AreaId:
        """The id of the neighbourhood with this number, 1 to 5."""
        return AreaId(self.key(list(self.ground.neighbourhoods)[number - 1]))

    @property
    def municipality(self) -> AreaId:
        return AreaId(self.key(read_demo("areas")["municipality"]["id"]))

    def point(self, position: Position) -> Point:
        lon, lat = self._degrees[position]
        return Point(lon, lat)

    def spot(self, row: dict[str, Any]) -> Point | None:
        position = spot(row, self.ground)
        return None if position is None else self.point(position)

    def wkt(self, line: Sequence[Position]) -> str:
        """The coordinates of a line as WKT writes them, without brackets."""
        return ", ".join(["{} {}".format(*self._degrees[position]) for position in line])

    def ago(self, days: int) -> date:
        """`days` before today; in the towns beside the first, a little more or less."""
        return self.today - timedelta(days=days if self.copy == 0 else self._jittered(days))

    def unreached_on(self, kind: str, name: str) -> tuple[date, ...]:
        """The days of people.toml on which nobody was reached at this thing, in order."""
        rows = read_demo("people")["checks"]["rows"]
        days = [row[2] for row in rows if (row[0], row[1], row[5]) == (kind, name, CheckOutcome.NO_ANSWER)]
        return tuple(sorted(map(self.day_of_check, days)))

    def day_of_check(self, days: int) -> date:
        """The same in every town, because a check and what was checked both know the day."""
        return self.today - timedelta(days=days)

    def ahead(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def phone(self, series: int, number: int) -> str:
        """A number that belongs to nobody: 038-555 and four digits."""
        return f"038-555 {(series + 3 * self.copy) % 100:02d} {number:02d}"

    def _jittered(self, days: int) -> int:
        return max(0, days + self.chance.randint(-15, 45))


@cache
def _all_positions() -> tuple[tuple[Position, ...], NDArray[np.float64]]:
    """Every position that a town can need, once, so that one projection does for all of them."""
    positions = tuple(dict.fromkeys(_positions(load_ground())))
    return positions, np.array(positions)


def _positions(ground: Ground) -> Iterator[Position]:
    for area in (ground.municipality, ground.district, *ground.neighbourhoods.values()):
        yield from (*area.outline, area.centre, *area.grid)
    for street in ground.streets.values():
        yield from street.line
    for row in rows_with_a_place():
        position = spot(row, ground)
        if position is not None:
            yield position


def rows_with_a_place() -> Iterable[dict[str, Any]]:
    """The rows of the data files that may stand at a spot: facilities, organisations, initiatives."""
    yield from read_demo("facilities")["facility"]
    yield from read_demo("organisations")["organisation"]
    yield from offer_rows()


def offer_rows() -> Iterator[dict[str, Any]]:
    """All initiatives as written, in the order of the files."""
    for name in OFFER_FILES:
        yield from read_demo(f"initiatives/{name}")["initiative"]


def _spiral(copy: int) -> tuple[int, int]:
    """Column and row of the n-th town on a square spiral around the first, so that more towns move none."""
    if copy == 0:
        return (0, 0)
    ring = int(((copy**0.5) + 1) // 2)
    side, step = divmod(copy - (2 * ring - 1) ** 2, 2 * ring)
    along = step - ring + 1
    return ((ring, along), (-along, ring), (-ring, -along), (along, -ring))[side % 4]
