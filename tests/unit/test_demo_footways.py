"""Meerwold on foot: the Wolde has one bridge, and what lies across it is far."""

from __future__ import annotations

import numpy as np
import pytest
from shapely import LineString, MultiLineString

from socialmap.demo.curves import bend, smooth
from socialmap.demo.files import read_demo
from socialmap.demo.footways import street_network, street_ways
from socialmap.demo.ground import ORIGIN_RD_M, load_ground
from socialmap.demo.town import build_town
from socialmap.geo.coordinates import to_metres
from socialmap.geo.footways import NOWHERE, STRAIGHT_LINES, Destinations, places_mm, whole_mm
from socialmap.geo.network_file import write_streets
from socialmap.geo.street_network import StreetNetwork
from socialmap.geo.walking import ON_FOOT
from tests.unit.meerwold import Town, by_kind, place_of

WEST_BANK, EAST_BANK = (1_914, 872), (2_052, 880)
"""The end of the Havenkade, and the Woldepad across the water."""


@pytest.fixture(scope="module")
def streets() -> StreetNetwork:
    return street_network(load_ground()).network


@pytest.fixture(scope="module")
def town() -> Town:
    return by_kind(build_town())


def spot(drawn: tuple[float, float]) -> tuple[float, float]:
    x, y = bend(drawn)
    return ORIGIN_RD_M[0] + x, ORIGIN_RD_M[1] + y


def metres(footways, start, end) -> int:
    start_mm, end_mm = places_mm([start, end])
    return int(Destinations(footways, end_mm[np.newaxis]).from_start(start_mm, ON_FOOT)[0])


def test_a_hundred_and_fifty_metres_across_the_river_is_a_long_walk(streets: StreetNetwork) -> None:
    west, east = spot(WEST_BANK), spot(EAST_BANK)
    assert 140 < np.hypot(*(np.array(west) - east)) < 165
    assert metres(STRAIGHT_LINES, west, east) < 215
    assert metres(streets, west, east) > 700


def test_there_is_one_bridge_over_the_wolde() -> None:
    river = LineString(smooth(read_demo("landscape")["river"]["line"]))
    ways = street_ways(load_ground())
    lines = (ways.at_mm[ways.ends] / 1000 - np.array(ORIGIN_RD_M)).tolist()
    over = [line for line in lines if LineString(line).intersects(river)]
    middle = MultiLineString(over).centroid
    assert all(LineString(line).distance(middle) < 60 for line in over)


def test_every_place_of_the_town_lies_at_its_streets(streets: StreetNetwork, town: Town) -> None:
    points = [facility.point for facility in town["facility"].values()]
    points += [point for offer in town["initiative"].values() if (point := place_of(town, offer))]
    points += [area.centre for area in town["neighbourhood"].values()]
    attached = streets.attach(whole_mm(to_metres(points)))
    assert (attached.node != NOWHERE).all()
    assert len(streets.joins) == len(streets)


def test_the_same_town_gives_the_same_file(tmp_path) -> None:
    for name in ("een", "twee"):
        write_streets(tmp_path / name, street_network(load_ground()))
    assert (tmp_path / "een").read_bytes() == (tmp_path / "twee").read_bytes()
