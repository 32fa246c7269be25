"""What a neighbourhood can do without least: its basic facilities, and the kinds of things it lacks (4.C)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import shapely
from numpy.typing import NDArray

from socialmap.geo.footways import STRAIGHT_LINES, Destinations, Footways, whole_mm
from socialmap.geo.walking import ON_FOOT, street_m
from socialmap.model.values import FacilityTypeId, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording_gaps import BasicReach, MissingKind, basic_sentence

FAR_FOR_OLDER_PEOPLE_M = 500
NOT_WALKABLE_M = 1_000


@dataclass(frozen=True, slots=True)
class BasicFacility:
    """The nearest facility of a basic type; ``distance_m`` over streets, ``None`` when there is none."""

    type: FacilityTypeId
    distance_m: int | None
    reach: BasicReach
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsHere:
    """Is this kind of thing here? ``UNKNOWN``: the viewer may not see it, so it is not judged."""

    meeting_place: Tri
    residents_group: Tri
    key_figure: Tri
    presence: Tri
    resident_initiative: Tri


def reach_of(distance_m: int | None) -> BasicReach:
    """What a distance over streets means; ``None``: no such facility is known.

    >>> reach_of(500).value, reach_of(501).value, reach_of(1001).value
    ('op loopafstand', 'ver voor ouderen', 'niet op loopafstand')
    """
    if distance_m is None:
        return BasicReach.NOT_KNOWN
    if distance_m > NOT_WALKABLE_M:
        return BasicReach.NOT_WALKABLE
    return BasicReach.FAR_FOR_OLDER_PEOPLE if distance_m > FAR_FOR_OLDER_PEOPLE_M else BasicReach.NEAR


def basic_facilities(
    middles_m: NDArray[np.float64],
    types: Iterable[FacilityTypeId],
    places_m: NDArray[np.float64],
    vocabulary: Vocabulary,
    footways: Footways = STRAIGHT_LINES,
) -> list[tuple[BasicFacility, ...]]:
    """For each row of ``middles_m`` the nearest of each basic type, in the order of the vocabulary.

    ``types`` and the rows of ``places_m`` belong together; both arrays have shape (n, 2), RD New metres.
    Nothing for anybody without any facility: then nothing was collected here, and nothing can be called
    missing.
    """
    rows: defaultdict[FacilityTypeId, list[int]] = defaultdict(list)
    for row, type_id in enumerate(types):
        rows[type_id].append(row)
    if not rows:
        return [()] * len(middles_m)
    basics = {type_id: kind.label for type_id, kind in vocabulary.facility_types.items() if kind.basic}
    nearest = _nearest_m if footways is STRAIGHT_LINES else partial(_nearest_on_foot_m, footways)
    found_m = nearest(middles_m, places_m, [rows[type_id] for type_id in basics])
    columns = [
        _column(type_id, label, distances_m)
        for (type_id, label), distances_m in zip(basics.items(), found_m, strict=True)
    ]
    return [tuple(column[row] for column in columns) for row in range(len(middles_m))]


def _nearest_m(
    middles_m: NDArray[np.float64], places_m: NDArray[np.float64], groups: Sequence[Sequence[int]]
) -> list[list[int | None]]:
    """Per group of places the metres from each middle to the nearest of them, ``None`` for an empty group."""
    return [_nearest_of_m(middles_m, places_m[rows]) for rows in groups]


def _nearest_of_m(middles_m: NDArray[np.float64], places_m: NDArray[np.float64]) -> list[int | None]:
    if not len(places_m) or not len(middles_m):
        return [None] * len(middles_m)
    nearest = shapely.STRtree(shapely.points(places_m)).nearest(shapely.points(middles_m))
    return [street_m(metres) for metres in np.hypot(*(places_m[nearest] - middles_m).T).tolist()]


def _nearest_on_foot_m(
    footways: Footways,
    middles_m: NDArray[np.float64],
    places_m: NDArray[np.float64],
    groups: Sequence[Sequence[int]],
) -> list[list[int | None]]:
    """The same over streets: what is nearest in a straight line may lie across the water."""
    places = Destinations(footways, whole_mm(places_m))
    away_m = [places.from_start(start_mm, ON_FOOT) for start_mm in whole_mm(middles_m)]
    return [[int(metres[rows].min()) if rows else None for metres in away_m] for rows in groups]


def _column(type_id: FacilityTypeId, label: str, distances_m: Iterable[int | None]) -> list[BasicFacility]:
    judged = ((distance_m, reach_of(distance_m)) for distance_m in distances_m)
    return [
        BasicFacility(type_id, distance_m, reach, basic_sentence(label, reach))
        for distance_m, reach in judged
    ]


def missing_kinds(here: KindsHere) -> tuple[MissingKind, ...]:
    """The kinds that are certainly not here; each has its ``sentence``."""
    known = (
        (MissingKind.MEETING_PLACE, here.meeting_place),
        (MissingKind.RESIDENTS_GROUP, here.residents_group),
        (MissingKind.KEY_FIGURE, here.key_figure),
        (MissingKind.PRESENCE, here.presence),
        (MissingKind.RESIDENT_INITIATIVE, here.resident_initiative),
    )
    return tuple(kind for kind, answer in known if answer is Tri.NO)
