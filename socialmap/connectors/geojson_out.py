"""The public supply as GeoJSON (RFC 7946): every organisation, facility and initiative a feature."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from socialmap.connectors.public_map import PublicMap, Thing
from socialmap.connectors.table_out import DIGITS, Cell, row_of
from socialmap.ontology.namespaces import thing_iri

_LEFT_OUT = frozenset({"lon", "lat"})
_ALWAYS = frozenset({"bron"})
"""By this column a reader of ours sees that a feature is our own."""


def geojson_pieces(supply: PublicMap) -> Iterator[bytes]:
    """A ``FeatureCollection``, a feature a line. What has no point has an empty geometry, as the RFC says."""
    head: dict[str, Any] = {"type": "FeatureCollection"}
    if supply.credits:
        head["attribution"] = list(supply.credits)
    yield _json(head).removesuffix("}").encode("utf-8") + b',"features":['
    for number, thing in enumerate(supply.things):
        yield (b",\n" if number else b"\n") + _json(feature_of(thing, supply)).encode("utf-8")
    yield b"\n]}\n"


def feature_of(thing: Thing, supply: PublicMap) -> dict[str, Any]:
    """One thing; its ``id`` is its name on the web, its properties are what is known."""
    point = supply.point_of(thing)
    geometry = point and {
        "type": "Point",
        "coordinates": [round(point.lon, DIGITS), round(point.lat, DIGITS)],
    }
    cells = row_of(thing, supply).items()
    return {
        "type": "Feature",
        "id": thing_iri(thing.kind, thing.id),
        "geometry": geometry,
        "properties": {
            name: _plain(cell)
            for name, cell in cells
            if name not in _LEFT_OUT and (name in _ALWAYS or cell not in (None, ""))
        },
    }


def _plain(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
