"""Features with a point as rows of a table: their properties are columns, their place one column more."""

from __future__ import annotations

from collections.abc import Iterable

import shapely

from socialmap.connectors.parsed import Feature, Line, Sheet

GEOMETRY = "geometry"
NUMBER = "id"


def sheet_of_features(features: Iterable[Feature]) -> Sheet:
    """One sheet; the number of a line is that of its feature. An outline counts as the point in its middle.

    What has no place in the file keeps an empty cell: it may still name an address, or a place that we know.
    """
    features = list(features)
    titles = dict.fromkeys(name for one in features for name in one.properties)
    header = [*titles, GEOMETRY, *([] if NUMBER in titles else [NUMBER])]
    lines = [
        Line(
            one.number,
            [
                *(one.properties.get(name, "") for name in titles),
                _point(one.wkb),
                *([] if NUMBER in titles else [one.name]),
            ],
        )
        for one in features
    ]
    return Sheet("", [Line(0, header), *lines])


def _point(wkb: bytes) -> str:
    if not wkb:
        return ""
    shape = shapely.from_wkb(wkb)
    point = shape if shape.geom_type == "Point" else shape.representative_point()
    return f"POINT ({point.x!r} {point.y!r})"
