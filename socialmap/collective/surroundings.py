"""What a neighbourhood can do without least: its basic facilities, and the kinds of things it lacks (4.C)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.walking import street_m
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
    x_m: float,
    y_m: float,
    types: Iterable[FacilityTypeId],
    places_m: NDArray[np.float64],
    vocabulary: Vocabulary,
) -> tuple[BasicFacility, ...]:
    """The nearest of each basic type around (x_m, y_m), in the order of the vocabulary.

    ``types`` and the rows of ``places_m`` (shape (n, 2), RD New metres) belong together. Empty without any
    facility: then nothing was collected here, and nothing can be called missing.
    """
    straight_m = np.hypot(places_m[:, 0] - x_m, places_m[:, 1] - y_m)
    nearest: dict[FacilityTypeId, float] = {}
    for type_id, metres in zip(types, straight_m.tolist(), strict=True):
        nearest[type_id] = min(metres, nearest.get(type_id, metres))
    if not nearest:
        return ()
    found = []
    for type_id, kind in vocabulary.facility_types.items():
        if kind.basic:
            distance = street_m(nearest[type_id]) if type_id in nearest else None
            reach = reach_of(distance)
            found.append(BasicFacility(type_id, distance, reach, basic_sentence(kind.label, reach)))
    return tuple(found)


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
