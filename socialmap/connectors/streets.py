"""Streets and paths from a file of OpenStreetMap, as ways in metres."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from socialmap.connectors.guarded import parse_ways, read_bytes
from socialmap.connectors.parsed import Walkable
from socialmap.errors import ImportRejected
from socialmap.geo.coordinates import array_to_metres, rows_in_the_netherlands
from socialmap.geo.footways import whole_mm
from socialmap.geo.street_network import Ways

CREDIT = "© OpenStreetMap-bijdragers (ODbL)"
_SCALE = 1e-7


@dataclass(frozen=True, slots=True)
class StreetsReading:
    """``digest``: of the bytes of the file. ``abroad``: pieces that were left out."""

    ways: Ways
    digest: str
    abroad: int


def read_streets(path: Path) -> StreetsReading:
    """The ways in a file on which people walk. ``ImportRejected`` when it has none in the Netherlands."""
    content = read_bytes(path)
    parsed = parse_ways(content)
    if parsed.ways is None:
        raise ImportRejected("In dit bestand staan geen straten.", "Kies een bestand van OpenStreetMap.")
    ways, abroad = _in_metres(parsed.ways)
    return StreetsReading(ways, sha256(content).hexdigest(), abroad)


def _in_metres(walkable: Walkable) -> tuple[Ways, int]:
    """What a broken child might hand over is looked at first: compiled code looks no index up twice."""
    try:
        lonlat = np.frombuffer(walkable.lonlat, "<i4").reshape(-1, 2) * _SCALE
        ends = np.frombuffer(walkable.ends, "<i4").reshape(-1, 2).astype(np.int64)
        steps = np.frombuffer(walkable.steps, np.uint8) != 0
        here = rows_in_the_netherlands(lonlat)
        kept = here[ends].all(axis=1)
        if len(steps) != len(ends) or ends.min(initial=0) < 0:
            raise IndexError
    except (ValueError, IndexError) as error:
        raise ImportRejected("Dit bestand is niet te lezen.", "Kies een ander bestand.") from error
    if not kept.any():
        raise ImportRejected("Deze straten liggen niet in Nederland.", "Kies de eigen gemeente.")
    used, joined = np.unique(ends[kept], return_inverse=True)
    at_mm = whole_mm(array_to_metres(lonlat[used]))
    return Ways(at_mm, joined.reshape(-1, 2).astype(np.int64), steps[kept]), int((~kept).sum())
