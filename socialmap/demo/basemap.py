"""The demo town's own base map: one PMTiles file with vector tiles in the layers that Protomaps uses."""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import mapbox_vector_tile
import numpy as np
import shapely
from numpy.typing import NDArray
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from socialmap.demo.ground import ORIGIN_RD_M, Ground
from socialmap.demo.landscape import REACH_M, Feature, landscape
from socialmap.geo.coordinates import RD_NEW, array_to_wgs84

MIN_ZOOM, MAX_ZOOM = 10, 15
LAYERS = ("earth", "landuse", "water", "roads", "buildings", "places")

_EXTENT = 4_096
_BUFFER = 96 / _EXTENT
"""Share of a tile that is drawn beyond its edge, so that lines and labels join."""
_SCREEN_PIXELS = 1_400
_TILE_PIXELS = 256
_PIXEL_M_AT_ZOOM_0 = 95_300.0
"""Metres per screen pixel at zoom 0 and 52.5 degrees north."""

Tile = tuple[int, int, int]


def write_basemap(path: Path, ground: Ground) -> None:
    """Write the base map of the first demo town to `path`. Same ground, same bytes.

    Tiles cover the drawn country and a wide screen of bare land around it at every zoom level.
    """
    features = landscape(ground)
    shapes = np.array([feature.shape for feature in features])
    world = shapely.transform(shapes, _to_world)
    tiles: dict[Tile, bytes] = {}
    for zoom in range(MIN_ZOOM, MAX_ZOOM + 1):
        tiles |= _tiles_at(zoom, features, world)
    with path.open("wb") as file:
        _write(file, tiles)


def _to_world(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Metres from the town's origin → the unit square of Web Mercator, y downwards."""
    degrees = array_to_wgs84(xy + np.array(ORIGIN_RD_M), RD_NEW)
    latitude = np.radians(degrees[:, 1])
    y = (1 - np.arcsinh(np.tan(latitude)) / math.pi) / 2
    return np.column_stack((degrees[:, 0] / 360 + 0.5, y))


def _tiles_at(zoom: int, features: Sequence[Feature], world: NDArray[np.object_]) -> dict[Tile, bytes]:
    shown = [index for index, feature in enumerate(features) if feature.min_zoom <= zoom]
    size = 1 / 2**zoom
    shapes = shapely.simplify(world[shown], size / _EXTENT * 3)
    tree = STRtree(shapes)
    bare = _encode({})
    tiles: dict[Tile, bytes] = {}
    for tile in _covered(zoom):
        x, y = tile[1] * size, tile[2] * size
        edge = size * _BUFFER
        frame = (x - edge, y - edge, x + size + edge, y + size + edge)
        hits = np.sort(tree.query(shapely.box(*frame)))
        layers: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for hit, shape in zip(hits, _in_tile(shapes[hits], frame, (x, y), size), strict=True):
            feature = features[shown[hit]]
            if not shape.is_empty:
                layers[feature.layer].append({"geometry": shape, "properties": _tags(feature)})
        tiles[tile] = _encode(layers) if layers else bare
    return tiles


def _in_tile(
    shapes: NDArray[np.object_],
    frame: tuple[float, float, float, float],
    corner: tuple[float, float],
    size: float,
) -> list[BaseGeometry]:
    """The shapes cut at the frame, in whole tile units; a sliver that collapses becomes empty."""
    cut = shapely.clip_by_rect(shapes, *frame)
    whole = shapely.transform(cut, lambda xy: np.round((xy - corner) * (_EXTENT / size)))
    mended = np.where(shapely.is_valid(whole), whole, shapely.buffer(whole, 0))
    return list(shapely.orient_polygons(mended))


def _tags(feature: Feature) -> dict[str, Any]:
    named = {"name": feature.name} if feature.name else {}
    return {"kind": feature.kind, **named, **feature.tags, "min_zoom": feature.min_zoom}


def _covered(zoom: int) -> Iterator[Tile]:
    """The tiles of the drawn country and one screen around it."""
    reach = REACH_M + _SCREEN_PIXELS * _PIXEL_M_AT_ZOOM_0 / 2**zoom
    corners = _to_world(np.array([[-reach, reach], [reach, -reach]]))
    (west, north), (east, south) = np.floor(corners * 2**zoom).astype(int).tolist()
    for x in range(west, east + 1):
        for y in range(north, south + 1):
            yield (zoom, x, y)


def _encode(layers: dict[str, list[dict[str, Any]]]) -> bytes:
    edge = _EXTENT * _BUFFER
    land = shapely.box(-edge, -edge, _EXTENT + edge, _EXTENT + edge)
    drawn = [{"name": "earth", "features": [{"geometry": land, "properties": {"kind": "earth"}}]}]
    drawn += [{"name": name, "features": layers[name]} for name in LAYERS if layers.get(name)]
    options = {"extents": _EXTENT, "y_coord_down": True, "check_winding_order": False}
    return gzip.compress(mapbox_vector_tile.encode(drawn, default_options=options), mtime=0)


def _write(file: Any, tiles: dict[Tile, bytes]) -> None:
    writer: Any = Writer(file)  # type: ignore[no-untyped-call]  # pmtiles has no annotations
    for tile_id, tile in sorted((zxy_to_tileid(*tile), tile) for tile in tiles):
        writer.write_tile(tile_id, tiles[tile])
    corners = array_to_wgs84(
        np.array([[-REACH_M, -REACH_M], [REACH_M, REACH_M], [0.0, 0.0]]) + np.array(ORIGIN_RD_M), RD_NEW
    )
    (west, south), (east, north), (lon, lat) = (np.round(corners * 1e7).astype(int)).tolist()
    header = {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_lon_e7": west,
        "min_lat_e7": south,
        "max_lon_e7": east,
        "max_lat_e7": north,
        "center_zoom": 14,
        "center_lon_e7": lon,
        "center_lat_e7": lat,
    }
    fields = {"kind": "String", "name": "String", "kind_detail": "String", "min_zoom": "Number"}
    metadata = {
        "name": "Meerwold",
        "description": "Ondergrond van een verzonnen dorp",
        "attribution": "Meerwold bestaat niet",
        "vector_layers": [
            {"id": name, "minzoom": MIN_ZOOM, "maxzoom": MAX_ZOOM, "fields": fields} for name in LAYERS
        ],
    }
    writer.finalize(header, metadata)
