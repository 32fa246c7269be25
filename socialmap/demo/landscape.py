"""What the base map shows around the streets: river and canals, green, railway, roads, villages, polder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import shapely
from shapely import LineString, Polygon
from shapely.geometry import Point as Dot
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from socialmap.demo.curves import bend, smooth
from socialmap.demo.files import read_demo
from socialmap.demo.ground import Ground
from socialmap.demo.houses import houses_along, landmarks

REACH_M = 4_600.0
"""How far from the origin the country is drawn; beyond it the map shows bare land."""

_PARCEL_M = (420.0, 130.0)
_SIDE_STREET_M = 115.0
_OWN_QUARTERS = 2
"""The first built-up areas of landscape.toml lie in the district itself, which has streets of its own."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing on the base map: its layer and kind as Protomaps names them, and the zoom it appears at."""

    layer: str
    kind: str
    shape: BaseGeometry
    min_zoom: int
    name: str = ""
    tags: dict[str, Any] = field(default_factory=dict)


def landscape(ground: Ground) -> list[Feature]:
    """Everything there is to draw, in metres, in drawing order within each layer."""
    tables = read_demo("landscape")
    water = list(_water(tables))
    wet = unary_union([feature.shape for feature in water if feature.shape.area])
    built = [_polygon(row["ring"]) for row in tables["built"]] + _village_shapes(tables)
    town = unary_union(built)
    green = list(_green(tables, wet))
    leafy = unary_union([feature.shape for feature in green])
    rail = _rail(tables)
    side_streets = list(_side_streets(tables, wet.union(leafy).union(rail.buffer(20))))
    roads = [*_roads(tables, ground), *side_streets]
    closed = unary_union([wet.buffer(4), leafy, rail.buffer(12)])
    lines = [(feature.shape, feature.kind) for feature in roads if feature.kind != "rail"]
    return [
        *_polder(unary_union([town, wet.buffer(15), leafy])),
        *(Feature("landuse", "residential", shape.difference(wet), 10) for shape in built),
        *green,
        *water,
        *roads,
        *(
            Feature("buildings", "building", shape, 14)
            for shape in (*landmarks(), *houses_along(ground, lines, [s.shape for s in side_streets], closed))
        ),
        *_names(tables),
    ]


def walked(ground: Ground) -> list[BaseGeometry]:
    """The lines on which people walk: streets, paths and side streets, also across the river; no highway."""
    tables = read_demo("landscape")
    wet = unary_union([feature.shape for feature in _water(tables) if feature.shape.area])
    leafy = unary_union([feature.shape for feature in _green(tables, wet)])
    closed = wet.union(leafy).union(_rail(tables).buffer(20))
    roads = [*_roads(tables, ground), *_side_streets(tables, closed)]
    no_pavement = unary_union([_polygon(row["ring"]) for row in tables["unwalked"]])
    return [
        road.shape if road.kind == "path" else road.shape.difference(no_pavement)
        for road in roads
        if road.kind not in {"highway", "rail"}
    ]


def _rail(tables: dict[str, Any]) -> LineString:
    return LineString(smooth(tables["rail"]["line"]))


def _polygon(ring: Sequence[Sequence[float]]) -> Polygon:
    closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
    return Polygon(smooth(closed)).buffer(0)


def _water(tables: dict[str, Any]) -> Iterator[Feature]:
    river = LineString(smooth(tables["river"]["line"]))
    name = tables["river"]["name"]
    yield Feature("water", "river", river.buffer(tables["river"]["width"] / 2), 9, name)
    yield Feature("water", "river", river, 12, name)
    for row in tables["canal"]:
        line = LineString(smooth(row["line"]))
        yield Feature("water", "canal", line.buffer(row["width"] / 2, cap_style="flat"), 11, row["name"])
        yield Feature("water", "canal", line, 14, row["name"])
    for row in tables["water"]:
        yield Feature("water", row["kind"], _polygon(row["ring"]), 11, row["name"])


def _green(tables: dict[str, Any], wet: BaseGeometry) -> Iterator[Feature]:
    for row in tables["green"]:
        dry = _polygon(row["ring"]).difference(wet)
        yield Feature("landuse", row["kind"], dry, 11, row["name"])


def _roads(tables: dict[str, Any], ground: Ground) -> Iterator[Feature]:
    kinds = {"main": ("major_road", 11), "minor": ("minor_road", 13), "path": ("path", 14)}
    for street in ground.streets.values():
        kind, zoom = kinds[street.look]
        yield Feature("roads", kind, LineString(street.line), zoom, street.name)
    for row in tables["road"]:
        zoom = 9 if row["kind"] == "highway" else 10
        yield Feature("roads", row["kind"], LineString(smooth(row["line"])), zoom, row["name"])
    for row in tables["footpath"]:
        yield Feature("roads", "path", LineString(smooth(row["line"])), 14, row["name"])
    yield Feature("roads", "rail", _rail(tables), 10, tables["rail"]["name"])


def _side_streets(tables: dict[str, Any], closed: BaseGeometry) -> Iterator[Feature]:
    """Unnamed streets that make the other quarters and the villages look lived in."""
    quarters = [_polygon(row["ring"]) for row in tables["built"][_OWN_QUARTERS:]] + _village_shapes(tables)
    for turn, quarter in enumerate(quarters):
        inside = quarter.buffer(-25).difference(closed.buffer(20))
        for line in _hatching(inside, angle=9.0 * (turn % 5) - 18.0):
            yield Feature("roads", "minor_road", line, 13)


def _hatching(shape: BaseGeometry, angle: float) -> Iterator[LineString]:
    centre = shape.centroid
    west, south, east, north = shapely.affinity.rotate(shape, -angle, centre).bounds
    lines: list[LineString] = []
    for step, x in enumerate(_steps(west, east, _SIDE_STREET_M)):
        lines.append(LineString(bend((x, y)) for y in _steps(south, north, 40)))
        if step % 2:
            continue
        y = south + (north - south) * (step + 1) / (2 + (east - west) / _SIDE_STREET_M)
        lines.append(LineString(bend((at, y)) for at in _steps(west, east, 40)))
    for line in lines:
        for part in shapely.get_parts(shapely.affinity.rotate(line, angle, centre).intersection(shape)):
            if part.length > 60:
                yield part


def _steps(start: float, stop: float, size: float) -> list[float]:
    count = max(2, int((stop - start) // size) + 1)
    return [start + (stop - start) * i / (count - 1) for i in range(count)]


def _village_shapes(tables: dict[str, Any]) -> list[Polygon]:
    return [
        Polygon(smooth(list(Dot(row["at"]).buffer(row["radius"], quad_segs=2).exterior.coords)))
        for row in tables["village"]
    ]


def _polder(taken: BaseGeometry) -> Iterator[Feature]:
    """Long narrow parcels with ditches between them, as the Dutch lowlands have."""
    chance = Random("polder")  # noqa: S311  # a landscape, not a secret
    width, depth = _PARCEL_M
    fields: list[Polygon] = []
    ditches: list[LineString] = []
    for x in _steps(-REACH_M, REACH_M, width):
        shift = chance.uniform(0, depth)
        for y in _steps(-REACH_M, REACH_M, depth):
            low = y + shift
            parcel = [(x, low), (x + width, low), (x + width, low + depth), (x, low + depth), (x, low)]
            ditches.append(LineString(bend(corner) for corner in parcel[:3]))
            if chance.random() < 0.3:
                fields.append(Polygon(bend(corner) for corner in parcel))
    yield Feature("landuse", "farmland", unary_union(fields).difference(taken), 13)
    for part in shapely.get_parts(shapely.difference(ditches, taken)):
        if part.length > 20:
            yield Feature("water", "ditch", part, 14)


def _names(tables: dict[str, Any]) -> Iterator[Feature]:
    areas = read_demo("areas")
    market = Dot(bend(tables["town"]["at"]))
    yield Feature("places", "locality", market, 8, areas["municipality"]["name"], {"kind_detail": "town"})
    for row in areas["neighbourhood"]:
        yield Feature("places", "neighbourhood", Dot(row["centre"]), 13, row["name"])
    for row in tables["built"][_OWN_QUARTERS:]:
        if row["name"]:
            yield Feature("places", "neighbourhood", _polygon(row["ring"]).centroid, 13, row["name"])
    for row in tables["village"]:
        tags = {"kind_detail": "village"}
        yield Feature("places", "locality", Dot(bend(row["at"])), 10, row["name"], tags)
