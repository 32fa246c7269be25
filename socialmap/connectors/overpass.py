"""An answer of Overpass (OpenStreetMap) to features with one point each and their tags as text."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import shapely

from socialmap.connectors.parsed import Feature, Refused, text_of
from socialmap.geo.coordinates import in_the_netherlands
from socialmap.model.values import Point

MOST_ELEMENTS = 60_000
OSM_ID = "@id"
"""The column with ``node/123``. No tag can have this name, so none can pretend to be it."""
_ELEMENTS = frozenset({"node", "way", "relation"})


def features_of(content: bytes) -> list[Feature]:
    """One feature for each element with tags: a node at its own point, a way or relation at its centre.

    ``Refused`` when it is no such answer, or one that broke off before it was complete.
    """
    document = _document(content)
    if "error" in str(document.get("remark", "")).casefold():
        raise Refused("OpenStreetMap gaf maar een deel van het antwoord.", "Haal het later opnieuw op.")
    elements = document["elements"]
    if len(elements) > MOST_ELEMENTS:
        raise Refused(f"Dit bestand heeft meer dan {MOST_ELEMENTS} plekken.", "Kies één gemeente.")
    found = (_feature(number, element) for number, element in enumerate(elements, start=1))
    return [feature for feature in found if feature is not None]


def _document(content: bytes) -> dict[str, Any]:
    def no_number(name: str) -> NoReturn:
        raise ValueError(name)

    try:
        document = json.loads(content, parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        raise Refused("Dit antwoord van OpenStreetMap is niet heel.", "Haal het opnieuw op.") from error
    if not isinstance(document, dict) or not isinstance(document.get("elements"), list):
        raise Refused("Dit is geen antwoord van OpenStreetMap.")
    return document


def _feature(number: int, element: object) -> Feature | None:
    if not isinstance(element, dict) or element.get("type") not in _ELEMENTS:
        return None
    tags = element.get("tags")
    if not isinstance(tags, dict) or not tags:
        return None
    columns = {str(name): text_of(value) for name, value in tags.items()}
    columns[OSM_ID] = f"{element['type']}/{text_of(element.get('id'))}"
    point = _point(element)
    if point is None:
        return Feature(number, "", columns, b"", problem="Van deze plek is niet bekend waar hij ligt.")
    if not in_the_netherlands(point):
        return Feature(number, "", columns, b"", problem="Deze plek ligt niet in Nederland.")
    return Feature(number, "", columns, shapely.to_wkb(shapely.Point(point.lon, point.lat)))


def _point(element: dict[str, Any]) -> Point | None:
    where = element if element["type"] == "node" else element.get("center")
    if not isinstance(where, dict):
        return None
    lon, lat = where.get("lon"), where.get("lat")
    if isinstance(lon, bool) or isinstance(lat, bool):
        return None
    if not isinstance(lon, int | float) or not isinstance(lat, int | float):
        return None
    return Point(round(float(lon), 7), round(float(lat), 7))
