"""The base map of the demo town: readable, complete, small and the same every time."""

import gzip
import math
from collections import Counter
from pathlib import Path
from typing import Any

import mapbox_vector_tile
import pytest
from pmtiles.reader import MemorySource, Reader, all_tiles

from socialmap.demo.basemap import LAYERS, MAX_ZOOM, MIN_ZOOM, write_basemap
from socialmap.demo.ground import load_ground
from socialmap.geo.coordinates import from_metres

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("map") / "meerwold.pmtiles"
    write_basemap(path, load_ground())
    return path.read_bytes()


@pytest.fixture(scope="module")
def reader(written: bytes) -> Reader:
    return Reader(MemorySource(written))


def tile_at(reader: Reader, zoom: int, east_m: float, north_m: float) -> dict[str, Any]:
    point = from_metres(200_000 + east_m, 500_000 + north_m)
    x = int((point.lon + 180) / 360 * 2**zoom)
    y = int((1 - math.asinh(math.tan(math.radians(point.lat))) / math.pi) / 2 * 2**zoom)
    return dict(mapbox_vector_tile.decode(gzip.decompress(reader.get(zoom, x, y))))


def named(tile: dict[str, Any], layer: str) -> set[str]:
    return {feature["properties"].get("name") for feature in tile[layer]["features"]}


def test_the_header_says_what_is_inside(reader: Reader) -> None:
    header = reader.header()
    assert (header["min_zoom"], header["max_zoom"]) == (MIN_ZOOM, MAX_ZOOM)
    assert header["clustered"]
    assert [layer["id"] for layer in reader.metadata()["vector_layers"]] == list(LAYERS)


def test_the_harbour_shows_all_layers(reader: Reader) -> None:
    tile = tile_at(reader, 14, 1_600, 880)
    assert set(tile) == set(LAYERS)
    assert {"Havenkade", "Zuiderkade", "Havenweg"} <= named(tile, "roads")
    assert {"De Wolde", "Lindehaven"} <= named(tile, "water")
    assert "Havenrand" in named(tile, "places")
    assert len(tile["buildings"]["features"]) > 100


def test_a_street_has_a_kind_that_rules_can_paint(reader: Reader) -> None:
    tile = tile_at(reader, 15, 0, 0)
    kinds = {feature["properties"]["kind"] for feature in tile["roads"]["features"]}
    assert kinds <= {"highway", "major_road", "minor_road", "path", "rail"}
    assert {"major_road", "minor_road"} <= kinds


def test_from_far_only_large_things_are_drawn(reader: Reader) -> None:
    tile = tile_at(reader, 11, 0, 0)
    assert "buildings" not in tile
    assert "Kastanjestraat" not in named(tile, "roads")
    assert "Meerwold" in named(tile, "places")


@pytest.mark.parametrize("zoom", range(MIN_ZOOM, MAX_ZOOM + 1))
@pytest.mark.parametrize(("east_m", "north_m"), [(-6_000, 0), (6_500, 0), (0, 6_000), (0, -6_000)])
def test_there_is_land_all_around(reader: Reader, zoom: int, east_m: float, north_m: float) -> None:
    assert "earth" in tile_at(reader, zoom, east_m, north_m)


def test_the_file_is_small_and_repeats_no_tile(written: bytes, reader: Reader) -> None:
    assert len(written) < 1.5 * MEGABYTE
    zooms = Counter(tile[0] for tile, _ in all_tiles(MemorySource(written)))
    assert set(zooms) == set(range(MIN_ZOOM, MAX_ZOOM + 1))
    assert reader.header()["tile_contents_count"] < sum(zooms.values()) / 2


def test_the_same_ground_gives_the_same_bytes(written: bytes, tmp_path: Path) -> None:
    again = tmp_path / "again.pmtiles"
    write_basemap(again, load_ground())
    assert again.read_bytes() == written
