"""The ways of an ``.osm.pbf`` file (OpenStreetMap's protocol buffers), read with nothing but zlib and numpy.

Format: wiki.openstreetmap.org/wiki/PBF_Format. No library in another language touches the bytes: they come
from outside, and what goes wrong here ends in a sentence.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from socialmap.connectors.osm_ways import WayCollector
from socialmap.connectors.parsed import Refused, Walkable

MOST_BLOCK_BYTES = 33_554_432
"""The format allows no larger block, packed or not."""
_MOST_HEADER_BYTES = 65_536
_KNOWN_FEATURES = {b"OsmSchema-V0.6", b"DenseNodes"}
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_NANO = 100
"""Nanodegrees in a ten-millionth of a degree."""

Field = tuple[int, int, bytes]
"""Its number, its value when that is a number, and its bytes when it has a length."""


class _Broken(Exception):
    """The bytes are not what they say."""


def ways_of(content: bytes) -> Walkable:
    """The walkable ways of all blocks; ``Refused`` when they cannot be read."""
    collector = WayCollector()
    try:
        for kind, block in _blocks(content):
            if kind == b"OSMHeader":
                _check_features(block)
            elif kind == b"OSMData":
                _read_block(block, collector)
        return collector.walkable()
    except (_Broken, LookupError, ValueError, OverflowError, zlib.error) as error:
        raise Refused("Dit OSM-bestand is beschadigd.", "Download het bestand opnieuw.") from error


def _blocks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    while place < len(content):
        size = int.from_bytes(content[place : place + 4], "big")
        head = content[place + 4 : place + 4 + size]
        if not 0 < size <= _MOST_HEADER_BYTES or len(head) != size:
            raise _Broken
        place += 4 + size
        kind, packed = b"", 0
        for number, value, text in _fields(head):
            if number == 1:
                kind = text
            elif number == 3:
                packed = value
        blob = content[place : place + packed]
        if packed > MOST_BLOCK_BYTES or len(blob) != packed:
            raise _Broken
        place += packed
        yield kind, _unpacked(blob)


def _unpacked(blob: bytes) -> bytes:
    for number, _, text in _fields(blob):
        if number == 1:
            return text
        if number == 3:
            reader = zlib.decompressobj()
            found = reader.decompress(text, MOST_BLOCK_BYTES)
            if not reader.eof:
                raise _Broken
            return found
        if number in {4, 5, 6, 7}:
            raise Refused(
                "Dit OSM-bestand is ingepakt op een manier die we niet lezen.",
                "Kies een bestand met zlib, zoals van Geofabrik of BBBike.",
            )
    raise _Broken


def _check_features(block: bytes) -> None:
    if any(number == 4 and text not in _KNOWN_FEATURES for number, _, text in _fields(block)):
        raise Refused(
            "Dit OSM-bestand heeft ook de geschiedenis of iets anders dat we niet lezen.",
            "Kies een gewoon uittreksel.",
        )


def _read_block(block: bytes, collector: WayCollector) -> None:
    texts: list[bytes] = []
    groups: list[bytes] = []
    scale, origin = _NANO, [0, 0]
    for number, value, text in _fields(block):
        if number == 1:
            texts = [each for inner, _, each in _fields(text) if inner == 1]
        elif number == 2:
            groups.append(text)
        elif number == 17:
            scale = value
        elif number in {19, 20}:
            origin[20 - number] = _signed(value)
    nanodegrees = np.array(origin, np.int64), scale
    highway = next((place for place, text in enumerate(texts) if text == b"highway"), None)
    for group in groups:
        for number, _, text in _fields(group):
            if number == 1:
                _one_point(text, nanodegrees, collector)
            elif number == 2:
                _dense_points(text, nanodegrees, collector)
            elif number == 3 and highway is not None:
                _way(text, texts, highway, collector)


def _one_point(node: bytes, nanodegrees: tuple[NDArray[np.int64], int], collector: WayCollector) -> None:
    values = {number: _zigzag(value) for number, value, _ in _fields(node)}
    lonlat = np.array([[values[9], values[8]]]) if {8, 9} <= values.keys() else np.empty((0, 2))
    _add(np.array([values.get(1, 0)])[: len(lonlat)], lonlat.astype(np.int64), nanodegrees, collector)


def _dense_points(dense: bytes, nanodegrees: tuple[NDArray[np.int64], int], collector: WayCollector) -> None:
    columns = {number: np.cumsum(_zigzags(text)) for number, _, text in _fields(dense) if number in {1, 8, 9}}
    if columns:
        _add(columns[1], np.column_stack((columns[9], columns[8])), nanodegrees, collector)


def _add(
    ids: NDArray[np.int64],
    lonlat: NDArray[np.int64],
    nanodegrees: tuple[NDArray[np.int64], int],
    collector: WayCollector,
) -> None:
    origin, scale = nanodegrees
    collector.add_points(ids, (origin + scale * lonlat + _NANO // 2) // _NANO)


def _way(way: bytes, texts: list[bytes], highway: int, collector: WayCollector) -> None:
    parts = {number: text for number, _, text in _fields(way) if number in {2, 3, 8}}
    keys = _varints(parts.get(2, b"")).tolist()
    if highway not in keys or 8 not in parts:
        return
    values = _varints(parts.get(3, b"")).tolist()
    tags = {texts[key].decode(): texts[value].decode() for key, value in zip(keys, values, strict=True)}
    collector.add_way(tags, np.cumsum(_zigzags(parts[8])))


def _fields(message: bytes) -> Iterator[Field]:
    """The fields of a message of protocol buffers, in their order."""
    place, end = 0, len(message)
    while place < end:
        key, place = _varint(message, place)
        number, wire = key >> 3, key & 7
        if wire == _VARINT:
            value, place = _varint(message, place)
            yield number, value, b""
        elif wire == _BYTES:
            size, place = _varint(message, place)
            if place + size > end:
                raise _Broken
            yield number, 0, message[place : place + size]
            place += size
        elif wire in {_FIXED32, _FIXED64}:
            place += 4 if wire == _FIXED32 else 8
        else:
            raise _Broken


def _varint(message: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[place]
        value |= (byte & 0x7F) << shift
        place += 1
        if byte < 0x80:
            return value, place
        shift += 7
        if shift > 63:
            raise _Broken


def _varints(packed: bytes) -> NDArray[np.uint64]:
    """All numbers of a packed field at once."""
    octets = np.frombuffer(packed, np.uint8)
    stops = np.flatnonzero(octets < 0x80)
    if len(octets) and (not len(stops) or stops[-1] != len(octets) - 1):
        raise _Broken
    starts = np.concatenate(([0], stops[:-1] + 1))[: len(stops)]
    sizes = stops - starts + 1
    found = np.zeros(len(stops), np.uint64)
    for byte in range(int(sizes.max(initial=0))):
        if byte > 9:
            raise _Broken
        long = sizes > byte
        bits = (octets[starts[long] + byte] & 0x7F).astype(np.uint64)
        found[long] |= bits << np.uint64(7 * byte)
    return found


def _zigzags(packed: bytes) -> NDArray[np.int64]:
    found = _varints(packed)
    return (found >> np.uint64(1)).astype(np.int64) ^ -(found & np.uint64(1)).astype(np.int64)


def _zigzag(value: int) -> int:
    return (value >> 1) ^ -(value & 1)


def _signed(value: int) -> int:
    """A negative number stands in 64 bits."""
    return value - (1 << 64) if value >> 63 else value
