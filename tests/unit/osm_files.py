"""One small town as the three kinds of files in which OpenStreetMap comes."""

import json
import struct
import zlib
from xml.sax.saxutils import quoteattr

from socialmap.geo.coordinates import from_metres

# Points near the middle of the country by id, and ways: tags and points.
LON, LAT = 5.4, 52.15
POINTS = {
    11: (LON, LAT),
    12: (LON + 0.001, LAT),
    13: (LON + 0.002, LAT),
    -14: (LON + 0.001, LAT + 0.001),
    15: (LON + 0.002, LAT + 0.001),
    99: (LON + 0.5, LAT),
}
WAYS = (
    ({"highway": "residential", "oneway": "yes", "name": "Dorpsstraat"}, (11, 12, 13)),
    ({"highway": "steps"}, (12, -14)),
    ({"highway": "footway"}, (-14, 15)),
    ({"highway": "motorway"}, (13, 99)),
    ({"highway": "residential", "access": "private"}, (13, 15)),
    ({"building": "yes"}, (11, 12, -14, 11)),
    ({"highway": "path"}, (15, 404)),
)


def as_xml(points=POINTS, ways=WAYS):
    nodes = "".join(f'<node id="{n}" lon="{lon}" lat="{lat}"/>' for n, (lon, lat) in points.items())
    lines = "".join(
        f'<way id="{n}">'
        + "".join(f'<nd ref="{ref}"/>' for ref in refs)
        + "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())
        + "</way>"
        for n, (tags, refs) in enumerate(ways)
    )
    return f'<?xml version="1.0"?><osm version="0.6">{nodes}{lines}</osm>'.encode()


def as_json(points=POINTS, ways=WAYS, *, geometry=False, **more):
    elements = [
        {"type": "way", "id": n, "tags": tags, "nodes": refs}
        | (
            {
                "geometry": [
                    dict(zip(("lon", "lat"), points[r], strict=True)) if r in points else None for r in refs
                ]
            }
            if geometry
            else {}
        )
        for n, (tags, refs) in enumerate(ways)
    ]
    if not geometry:
        elements += [{"type": "node", "id": n, "lon": lon, "lat": lat} for n, (lon, lat) in points.items()]
    return json.dumps({"version": 0.6, "generator": "Overpass API", "elements": elements} | more).encode()


def varint(value):
    out = bytearray()
    value &= (1 << 64) - 1
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def zigzag(value):
    return varint((value << 1) ^ (value >> 63))


def field(number, content):
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def deltas(values):
    return b"".join(zigzag(b - a) for a, b in zip([0, *values], values, strict=False))


def block(kind, content, *, packed=True):
    blob = field(2, len(content)) + field(3, zlib.compress(content)) if packed else field(1, content)
    head = field(1, kind) + field(3, len(blob))
    return struct.pack(">I", len(head)) + head + blob


def header(*features):
    return block(
        b"OSMHeader", b"".join(field(4, each) for each in features or (b"OsmSchema-V0.6", b"DenseNodes"))
    )


def data(points=POINTS, ways=WAYS, *, dense=True, granularity=100, lat_offset=0):
    texts = [b"", *sorted({text.encode() for tags, _ in ways for pair in tags.items() for text in pair})]
    number = {text: place for place, text in enumerate(texts)}
    lons = [round(lon * 1e9 / granularity) for lon, _ in points.values()]
    lats = [round((lat * 1e9 - lat_offset) / granularity) for _, lat in points.values()]
    if dense:
        nodes = field(2, field(1, deltas(points)) + field(8, deltas(lats)) + field(9, deltas(lons)))
    else:
        nodes = b"".join(
            field(1, varint(1 << 3) + zigzag(n) + varint(8 << 3) + zigzag(lat) + varint(9 << 3) + zigzag(lon))
            for n, lat, lon in zip(points, lats, lons, strict=True)
        )
    lines = b"".join(
        field(
            3,
            field(1, n)
            + field(2, b"".join(varint(number[key.encode()]) for key in tags))
            + field(3, b"".join(varint(number[value.encode()]) for value in tags.values()))
            + field(8, deltas(refs)),
        )
        for n, (tags, refs) in enumerate(ways)
    )
    content = field(1, b"".join(field(1, text) for text in texts)) + field(2, nodes) + field(2, lines)
    if granularity != 100:
        content += field(17, granularity)
    return content + (field(19, lat_offset) if lat_offset else b"")


def as_pbf(**options):
    return header() + block(b"OSMData", data(**options))


def along(*lines, steps=()):
    """Points and ways of streets in metres east and north of Lindehof's centre; they meet in shared spots."""
    spots, ways = {}, []
    for kind, some in (("residential", lines), ("steps", steps)):
        for line in some:
            refs = tuple(spots.setdefault(spot, len(spots) + 1) for spot in line)
            ways.append(({"highway": kind}, refs))
    points = {n: from_metres(200_000 + east, 500_000 + north) for (east, north), n in spots.items()}
    return {n: (point.lon, point.lat) for n, point in points.items()}, ways
