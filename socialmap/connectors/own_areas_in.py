"""Own areas from GeoJSON: each polygon with a name is one."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import shapely

from socialmap.connectors.cells import clean, single_line
from socialmap.connectors.guarded import FileKind, parse_file
from socialmap.connectors.parsed import Feature
from socialmap.connectors.plan import Reading, Rejected, Row
from socialmap.geo.shapes import to_wkt
from socialmap.model.area import OwnArea
from socialmap.model.normal_text import normalise
from socialmap.model.values import AreaId
from socialmap.model.wording_areas import FEATURE_WITHOUT_NAME, SAME_NAME_TWICE

SOURCE = "eigen"
_NAMES = ("naam", "name", "titel", "title")
_GIVEN = frozenset({"name", "boundary", "source", "source_id"})


def read_own_areas(path: Path) -> Reading:
    """The polygons of a GeoJSON file. The name is the key: the same name in a newer file is the same area.

    ``ImportRejected`` when the file cannot be used at all.
    """
    features = parse_file(path, FileKind.GEOJSON).features
    counted = Counter(normalise(_name(feature)) for feature in features)
    rows, rejected = [], []
    for feature in features:
        name = _name(feature)
        if not normalise(name):
            rejected.append(Rejected(feature.number, FEATURE_WITHOUT_NAME, "naam", feature.layer))
        elif feature.problem:
            rejected.append(Rejected(feature.number, feature.problem, "geometry", feature.layer))
        elif counted[normalise(name)] > 1:
            rejected.append(Rejected(feature.number, SAME_NAME_TWICE, "naam", feature.layer))
        else:
            rows.append(Row(feature.number, _area(name, feature), _GIVEN))
    return Reading(tuple(rows), tuple(rejected), whole=False)


def _name(feature: Feature) -> str:
    said = {name.strip().casefold(): text for name, text in feature.properties.items()}
    told = (single_line(clean(said.get(name, ""))) for name in _NAMES)
    return next((name for name in told if name), "")


def _area(name: str, feature: Feature) -> OwnArea:
    key = normalise(name)
    digest = hashlib.sha256(key.encode()).hexdigest()[:12]
    return OwnArea(
        id=AreaId(f"{OwnArea.kind}-{digest}"),
        name=name,
        boundary=to_wkt(shapely.from_wkb(feature.wkb)),
        source=SOURCE,
        source_id=key,
    )
