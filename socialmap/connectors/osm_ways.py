"""Which ways of OpenStreetMap people walk on, gathered from whatever file they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from socialmap.connectors.parsed import Refused, Walkable

STEPS = "steps"
WALKED = frozenset(
    {
        "footway", "path", "pedestrian", "living_street", "residential", "unclassified", "service", "track",
        "road", "cycleway", "tertiary", "tertiary_link", "secondary", "secondary_link", "primary",
        "primary_link", "crossing", STEPS,
    }
)  # fmt: skip
"""Values of ``highway``. A fietspad is one of them: people walk there where there is no pavement."""
ONLY_IF_ALLOWED = frozenset({"trunk", "trunk_link", "bridleway", "busway", "bus_guideway"})
"""Not for people on foot, unless a sign says so. A motorway never is, a ferry does not always sail."""
_ALLOWED = frozenset({"yes", "designated", "permissive", "destination", "customers"})
_FORBIDDEN = frozenset({"no", "private", "use_sidepath", "military", "agricultural", "forestry"})
_SPACE = 2**31
MOST_POINTS = 3_000_000
"""A large city has less than a million."""


def is_walked(tags: Mapping[str, str]) -> bool:
    """May somebody walk here? One-way traffic does not count for people on foot.

    >>> is_walked({"highway": "residential", "oneway": "yes"}), is_walked({"highway": "motorway"})
    (True, False)
    """
    kind, foot, access = tags.get("highway", ""), tags.get("foot", ""), tags.get("access", "")
    if foot in _ALLOWED:
        return kind in WALKED or kind in ONLY_IF_ALLOWED
    forbidden = foot in _FORBIDDEN or access in _FORBIDDEN or tags.get("motorroad") == "yes"
    return kind in WALKED and not forbidden and tags.get("indoor") != "yes"


class WayCollector:
    """Takes points and ways as they come and joins them at the end."""

    def __init__(self) -> None:
        self._ids: list[NDArray[np.int64]] = []
        self._lonlat: list[NDArray[np.int64]] = []
        self._ways: list[NDArray[np.int64]] = []
        self._steps: list[bool] = []

    def add_points(self, ids: NDArray[np.int64], lonlat: NDArray[np.int64]) -> None:
        """Points with their ids; ``lonlat`` has shape (n, 2), ten-millionths of a degree."""
        self._ids.append(ids)
        self._lonlat.append(lonlat)

    def add_way(self, tags: Mapping[str, str], points: Sequence[int] | NDArray[np.int64]) -> None:
        """A way by the ids of its points; forgotten when nobody walks there."""
        if len(points) > 1 and is_walked(tags):
            self._ways.append(np.asarray(points, np.int64))
            self._steps.append(tags["highway"] == STEPS)

    def walkable(self) -> Walkable:
        """The pieces between points of which the file says where they are. ``Refused`` without any."""
        if not self._ways:
            raise Refused(
                "In dit bestand staan geen straten waar mensen lopen.",
                "Kies een bestand van OpenStreetMap met wegen (highway) en hun punten.",
            )
        starts = np.concatenate([way[:-1] for way in self._ways])
        stops = np.concatenate([way[1:] for way in self._ways])
        steps = np.repeat(self._steps, [len(way) - 1 for way in self._ways])
        used = np.unique(np.concatenate((starts, stops)))
        if len(used) > MOST_POINTS:
            raise Refused("In dit bestand staan te veel straten.", "Kies één gemeente.")
        used, lonlat = self._placed(used)
        known = np.isin(starts, used) & np.isin(stops, used) & (starts != stops)
        if not known.any():
            raise Refused(
                "Van deze straten staat niet in het bestand waar ze liggen.",
                "Neem bij het downloaden ook de punten (nodes) van de wegen mee.",
            )
        ends = np.column_stack([np.searchsorted(used, each[known]) for each in (starts, stops)])
        return Walkable(
            lonlat.astype("<i4").tobytes(),
            ends.astype("<i4").tobytes(),
            steps[known].astype(np.uint8).tobytes(),
        )

    def _placed(self, used: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Those of the points that are in the file, with where they are; of two with one id the last."""
        ids = np.concatenate(self._ids) if self._ids else np.empty(0, np.int64)
        lonlat = np.concatenate(self._lonlat) if self._lonlat else np.empty((0, 2), np.int64)
        order = np.argsort(ids, kind="stable")
        place = np.searchsorted(ids[order], used, "right") - 1
        here = place >= 0
        here[here] = ids[order[place[here]]] == used[here]
        found = lonlat[order[place[here]]]
        sane = (np.abs(found) < _SPACE).all(axis=1)
        return used[here][sane], found[sane]
