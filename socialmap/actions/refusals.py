"""What does not fit whom: a refused idea is not offered to the same people again, and hides nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from socialmap.actions.people_picture import PeoplePicture
from socialmap.model.people import Need
from socialmap.model.together import BundleKind, BundleMembers, BundleProposal, BundleStatus
from socialmap.model.values import DayPart, FacilityId, InitiativeId, ResidentId, ThemeId

Asked = tuple[ResidentId, ThemeId]
"""Somebody with a question about a theme, through whichever need."""


@dataclass(frozen=True, slots=True)
class Refusals:
    """Per person and theme: where and when, and what there is already, that a colleague said does not fit."""

    spots: Mapping[Asked, frozenset[tuple[FacilityId, DayPart]]] = field(default_factory=dict)
    offers: Mapping[Asked, frozenset[InitiativeId]] = field(default_factory=dict)


NOTHING_REFUSED = Refusals()


def refusals_of(people: PeoplePicture) -> Refusals:
    """From the ideas that were put away; one that was merged into another has nobody in it any more."""
    members, needs = people.all(BundleMembers), people.all(Need)
    spots: dict[Asked, set[tuple[FacilityId, DayPart]]] = defaultdict(set)
    offers: dict[Asked, set[InitiativeId]] = defaultdict(set)
    for bundle in people.all(BundleProposal).values():
        if bundle.status is not BundleStatus.REJECTED or bundle.id not in members:
            continue
        for need_id in members[bundle.id].need_ids:
            if need_id not in needs:
                continue
            asked = needs[need_id].resident_id, bundle.theme
            if bundle.sort is not BundleKind.NEW and bundle.initiative_id is not None:
                offers[asked].add(bundle.initiative_id)
            elif bundle.facility_id is not None and bundle.slot is not None:
                spots[asked].add((bundle.facility_id, bundle.slot))
    return Refusals(
        {asked: frozenset(found) for asked, found in spots.items()},
        {asked: frozenset(found) for asked, found in offers.items()},
    )
