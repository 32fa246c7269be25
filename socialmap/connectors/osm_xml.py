"""The ways of an ``.osm`` file: the XML that OpenStreetMap, JOSM and Overpass write."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

import numpy as np

from socialmap.connectors.osm_ways import WayCollector
from socialmap.connectors.parsed import Refused, Walkable

_SCALE = 10**7


def ways_of(content: bytes) -> Walkable:
    """The walkable ways; ``Refused`` when it is not such a file, or declares a document type."""
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
        return reading.walkable()
    except (expat.ExpatError, KeyError, ValueError, OverflowError) as error:
        raise Refused("Dit OSM-bestand is niet te lezen.", "Download het bestand opnieuw.") from error


def _refuse(*_: object) -> NoReturn:
    raise Refused("Dit bestand is geen gewoon OSM-bestand.", "Download het bestand opnieuw.")


class _Reading:
    """What stands in the file so far, and the way that is being read."""

    def __init__(self) -> None:
        self._collector = WayCollector()
        self._ids: list[int] = []
        self._lonlat: list[tuple[float, float]] = []
        self._points: list[int] = []
        self._tags: dict[str, str] = {}
        self._in_way = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "node":
            if "lat" in attributes and "lon" in attributes:  # a deleted one has no place
                self._ids.append(int(attributes["id"]))
                lon, lat = float(attributes["lon"]), float(attributes["lat"])
                if not (abs(lon) <= 180 and abs(lat) <= 90):
                    raise ValueError(name)
                self._lonlat.append((lon, lat))
        elif name == "way":
            self._points, self._tags, self._in_way = [], {}, attributes.get("action") != "delete"
        elif self._in_way and name == "nd":
            self._points.append(int(attributes["ref"]))
        elif self._in_way and name == "tag":
            self._tags[attributes["k"]] = attributes["v"]

    def end(self, name: str) -> None:
        if name == "way" and self._in_way:
            self._collector.add_way(self._tags, self._points)
            self._in_way = False

    def walkable(self) -> Walkable:
        degrees = np.array(self._lonlat, np.float64).reshape(-1, 2)
        self._collector.add_points(np.array(self._ids, np.int64), np.round(degrees * _SCALE).astype(np.int64))
        return self._collector.walkable()
