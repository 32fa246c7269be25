"""GeoJSON to features, with nothing but a JSON reader: no other format can hide behind the name."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, NoReturn

import shapely
from shapely.geometry import shape

from socialmap.connectors.parsed import Feature, Refused, text_of
from socialmap.connectors.polygons import feature
from socialmap.geo.coordinates import WGS84

MOST_FEATURES = 20_000
"""The whole country has about 14.500 neighbourhoods."""


def features_of(content: bytes) -> list[Feature]:
    """The features of a ``FeatureCollection`` or a single ``Feature``; ``Refused`` for anything else."""
    document = _document(content)
    match document.get("type"):
        case "FeatureCollection":
            members = document.get("features")
        case "Feature":
            members = [document]
        case _:
            members = None
    if not isinstance(members, list):
        raise Refused(
            "Dit bestand is geen GeoJSON met gebieden.", "Kies een bestand met een FeatureCollection."
        )
    if len(members) > MOST_FEATURES:
        raise Refused(f"Dit bestand heeft meer dan {MOST_FEATURES} gebieden.", "Kies één gemeente.")
    crs_name = _crs_name(document)
    return [_feature(number, member, crs_name) for number, member in enumerate(members, start=1)]


def _document(content: bytes) -> dict[str, Any]:
    def no_number(name: str) -> NoReturn:
        raise ValueError(name)

    try:
        document = json.loads(content, parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        raise Refused("Dit bestand is geen geldige GeoJSON.", "Download het bestand opnieuw.") from error
    if not isinstance(document, dict):
        raise Refused("Dit bestand is geen GeoJSON met gebieden.")
    return document


def _crs_name(document: dict[str, Any]) -> str:
    """What the ``crs`` member says; without it the standard says WGS84."""
    try:
        name = document["crs"]["properties"]["name"]
    except (KeyError, TypeError):
        return WGS84
    return name if isinstance(name, str) else WGS84


def _feature(number: int, member: object, crs_name: str) -> Feature:
    if not isinstance(member, dict):
        return Feature(number, "", {}, b"", problem="Dit is geen gebied.")
    columns = member.get("properties")
    properties = (
        {str(name): text_of(value) for name, value in columns.items()} if isinstance(columns, dict) else {}
    )
    try:
        geometry = shape(member["geometry"]) if member.get("geometry") else None
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, shapely.errors.ShapelyError):
        return Feature(number, "", properties, b"", problem="De grens van dit gebied is niet te lezen.")
    return replace(feature(number, "", properties, geometry, crs_name), name=text_of(member.get("id")))
