"""The ground plan of the demo town: neighbourhood outlines, streets and house numbers, in metres."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from shapely import Polygon
from shapely.geometry import Point as ShapelyPoint
from shapely.ops import unary_union

from socialmap.demo.curves import Position, length_m, offset_at, smooth
from socialmap.demo.files import read_demo

ORIGIN_RD_M = (200_000.0, 500_000.0)
"""Where position (0, 0) of the first town lies in RD New."""

_GRID_M = 100
_HOUSE_SPACING_M = 4.0
_FRONT_GARDEN_M = 15.0
_MUNICIPAL_MARGIN_M = 40.0


@dataclass(frozen=True, slots=True)
class AreaPlan:
    """One area: its closed outline, its population-weighted centre, and the grid points inside it."""

    id: str
    outline: tuple[Position, ...]
    centre: Position
    grid: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class StreetPlan:
    """One street; ``look`` is main, minor or path, ``houses`` is rows, dense, farms or none."""

    name: str
    line: tuple[Position, ...]
    look: str
    houses: str

    def at_number(self, number: int) -> Position:
        """The front door of a house: even numbers on the right, four metres of street per number."""
        along = min(number * _HOUSE_SPACING_M + 6.0, length_m(self.line) - 4.0)
        aside = _FRONT_GARDEN_M if number % 2 else -_FRONT_GARDEN_M
        return offset_at(self.line, along, aside)


@dataclass(frozen=True, slots=True)
class Ground:
    """The whole plan: the neighbourhoods by code, the areas around them, and the streets by name."""

    neighbourhoods: Mapping[str, AreaPlan]
    district: AreaPlan
    municipality: AreaPlan
    streets: Mapping[str, StreetPlan]


def spot(row: Mapping[str, Any], ground: Ground) -> Position | None:
    """Where a row of a data file lies: its fixed spot (``at`` or ``pin``), else its house, else ``None``."""
    fixed = row.get("pin") or row.get("at")
    if isinstance(fixed, list):
        return (float(fixed[0]), float(fixed[1]))
    if "street" in row:
        return ground.streets[row["street"]].at_number(row["number"])
    return None


def address(row: Mapping[str, Any]) -> str:
    """Street and house number, or empty."""
    return f"{row['street']} {row['number']}" if "street" in row else ""


@cache
def load_ground() -> Ground:
    """Read areas.toml and streets.toml. The plan does not depend on a seed."""
    tables = read_demo("areas")
    edges = {name: smooth(points) for name, points in tables["edges"].items()}
    neighbourhoods = {
        row["id"]: _neighbourhood(row["id"], _ring(row["ring"], edges), tuple(map(float, row["centre"])))
        for row in tables["neighbourhood"]
    }
    whole = unary_union([Polygon(plan.outline) for plan in neighbourhoods.values()])
    return Ground(
        neighbourhoods=neighbourhoods,
        district=_area(tables["district"]["id"], whole),
        municipality=_area(tables["municipality"]["id"], whole.buffer(_MUNICIPAL_MARGIN_M, quad_segs=2)),
        streets=_streets(edges),
    )


def _ring(names: Sequence[str], edges: Mapping[str, tuple[Position, ...]]) -> tuple[Position, ...]:
    ring: list[Position] = []
    for name in names:
        edge = edges[name[1:]][::-1] if name.startswith("-") else edges[name]
        ring.extend(edge if not ring else edge[1:])
    return tuple(ring)


def _neighbourhood(area_id: str, outline: tuple[Position, ...], centre: tuple[float, ...]) -> AreaPlan:
    shape = Polygon(outline)
    west, south, east, north = (round(bound / _GRID_M) * _GRID_M for bound in shape.bounds)
    grid = tuple(
        (float(x), float(y))
        for x in range(west, east + 1, _GRID_M)
        for y in range(south, north + 1, _GRID_M)
        if shape.contains(ShapelyPoint(x, y))
    )
    return AreaPlan(area_id, outline, (centre[0], centre[1]), grid)


def _area(area_id: str, shape: Polygon) -> AreaPlan:
    outline = tuple((round(x, 1), round(y, 1)) for x, y in shape.exterior.coords)
    return AreaPlan(area_id, outline, (round(shape.centroid.x, 1), round(shape.centroid.y, 1)))


def _streets(edges: Mapping[str, tuple[Position, ...]]) -> dict[str, StreetPlan]:
    tables = read_demo("streets")
    looks = tables["looks"]
    streets: dict[str, StreetPlan] = {}
    for area, rows in tables.items():
        if area == "looks":
            continue
        for name, line in rows.items():
            look = "main" if name in looks["main"] else "path" if name in looks["path"] else "minor"
            streets[name] = StreetPlan(
                name, edges[line] if isinstance(line, str) else smooth(line), look, _houses(name, area, looks)
            )
    return streets


def _houses(name: str, area: str, looks: Mapping[str, Sequence[str]]) -> str:
    if name in looks["without_houses"]:
        return "none"
    if name in looks["farms"]:
        return "farms"
    return "dense" if area in looks["dense"] else "rows"
