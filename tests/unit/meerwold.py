"""Meerwold for the tests: its entities by kind, and where things lie."""

from collections.abc import Iterable, Iterator
from typing import Any

import shapely

from socialmap.geo.coordinates import array_to_metres
from socialmap.model.values import Point

Town = dict[str, dict[str, Any]]


def by_kind(entities: Iterable[Any]) -> Town:
    found: Town = {}
    for entity in entities:
        of_kind = found.setdefault(entity.kind, {})
        assert entity.id not in of_kind, entity.id
        of_kind[entity.id] = entity
    return found


def everything(town: Town) -> Iterator[Any]:
    for found in town.values():
        yield from found.values()


def outlines_of(town: Town) -> dict[str, Any]:
    return {area.name: shapely.from_wkt(area.boundary) for area in town["neighbourhood"].values()}


def place_of(town: Town, initiative: Any) -> Point | None:
    if initiative.facility_id:
        found: Point = town["facility"][initiative.facility_id].point
        return found
    return initiative.point


def names_at(outlines: dict[str, Any], point: Point) -> list[str]:
    return [name for name, shape in outlines.items() if shape.contains(shapely.Point(point.lon, point.lat))]


def in_metres(shape: Any) -> Any:
    return shapely.transform(shape, array_to_metres)
