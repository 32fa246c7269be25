"""Where people come together near somebody: what to say when no initiative fits, or none is known yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from socialmap.actions.workspace import Workspace
from socialmap.geo.coordinates import to_metres
from socialmap.geo.walking import minutes, street_m
from socialmap.model.provision import Facility
from socialmap.model.values import FacilityId, FacilityTypeId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording import travel
from socialmap.search.question import Question

MOST_PLACES = 3
REACH_M = 2_000
"""Metres over streets; beyond that it is no place of the own neighbourhood."""
_MEETING = ThemeId("ontmoeten")


@dataclass(frozen=True, slots=True)
class NearbyPlace:
    """A place to call or to drop in: its name, what it is, and how far."""

    id: FacilityId
    name: str
    sort: str
    how_far: str
    phone: str


def places_nearby(workspace: Workspace, question: Question) -> tuple[NearbyPlace, ...]:
    """The nearest places with rooms that belong to the theme or to meeting people; empty if none is near."""
    types = _types(workspace.vocabulary, question.theme)
    facilities = workspace.projections.current().facilities.values()
    wanted = [one for one in facilities if one.type in types]
    if not wanted:
        return ()
    metres = to_metres([one.point for one in wanted])
    straight = np.hypot(metres[:, 0] - question.x_m, metres[:, 1] - question.y_m)
    nearest = sorted(zip(straight.tolist(), wanted, strict=True), key=lambda one: (one[0], one[1].id))
    within = ((street_m(far), one) for far, one in nearest if street_m(far) <= REACH_M)
    return tuple(_told(within, workspace.vocabulary, question))[:MOST_PLACES]


def _types(vocabulary: Vocabulary, theme: ThemeId) -> set[FacilityTypeId]:
    groups = {vocabulary.top_of(theme), _MEETING}
    return {
        type_id
        for type_id, kind in vocabulary.facility_types.items()
        if kind.may_have_rooms and kind.group in groups
    }


def _told(
    within: Iterable[tuple[int, Facility]], vocabulary: Vocabulary, question: Question
) -> Iterable[NearbyPlace]:
    for far_m, one in within:
        sort = vocabulary.facility_types[one.type].label
        how_far = travel(far_m, minutes(far_m, question.mobility), question.mobility)
        yield NearbyPlace(one.id, one.name, sort, how_far, one.phone)
