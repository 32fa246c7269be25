"""The ways of an answer of Overpass in JSON: with its points (``out; >; out skel``) or with ``out geom``."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
import numpy as np

from socialmap.connectors.osm_ways import WayCollector
from socialmap.connectors.parsed import Refused, Walkable

_SCALE = 10**7


_Id = Annotated[int, msgspec.Meta(ge=-(2**62), le=2**62)]
_Degrees = Annotated[float, msgspec.Meta(ge=-180, le=180)]


class _Place(msgspec.Struct):
    lat: _Degrees
    lon: _Degrees


class _Element(msgspec.Struct):
    type: str
    id: _Id
    lat: _Degrees | None = None
    lon: _Degrees | None = None
    nodes: list[_Id] = []
    geometry: list[_Place | None] = []
    tags: dict[str, str] = {}


class _Answer(msgspec.Struct):
    elements: list[_Element]
    remark: Any = None


def ways_of(content: bytes) -> Walkable:
    """The walkable ways; ``Refused`` when it is no such answer, or one that broke off."""
    try:
        answer = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("Dit antwoord van Overpass is niet te lezen.", "Download het opnieuw.") from error
    if answer.remark:
        raise Refused(
            "Overpass kon de vraag niet helemaal beantwoorden.",
            "Vraag een kleiner gebied en probeer opnieuw.",
        )
    collector = WayCollector()
    places: dict[int, tuple[float, float]] = {}
    for element in answer.elements:
        if element.type == "node" and element.lat is not None and element.lon is not None:
            places[element.id] = (element.lon, element.lat)
        elif element.type == "way":
            collector.add_way(element.tags, element.nodes)
            if len(element.geometry) == len(element.nodes):
                known = zip(element.nodes, element.geometry, strict=True)
                places |= {point: (at.lon, at.lat) for point, at in known if at is not None}
    degrees = np.array(list(places.values()), np.float64).reshape(-1, 2)
    collector.add_points(np.array(list(places), np.int64), np.round(degrees * _SCALE).astype(np.int64))
    return collector.walkable()
