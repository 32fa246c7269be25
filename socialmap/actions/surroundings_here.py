"""What neighbourhoods lack: basic facilities that are far, and kinds of things that are not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socialmap.actions.browse_map import is_meeting_place
from socialmap.actions.projections import Pictures
from socialmap.actions.workspace import Workspace
from socialmap.collective.surroundings import BasicFacility, KindsHere, basic_facilities, missing_kinds
from socialmap.geo.coordinates import to_metres
from socialmap.model.area import Neighbourhood
from socialmap.model.people import InformalNetwork
from socialmap.model.provision import Facility, Initiative, OrganisationKind
from socialmap.model.quadrants import Quadrant
from socialmap.model.values import AreaId, FacilityId, OrganisationId, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording_gaps import BasicReach
from socialmap.search.offer import Offer

_RESIDENTS_GROUP = "bewonersgroep"


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked up for every neighbourhood: the groups of residents, and where somebody is present."""

    residents_groups: frozenset[OrganisationId]
    with_presence: frozenset[FacilityId]

    @classmethod
    def of(cls, pictures: Pictures) -> Known:
        return cls(
            frozenset(
                organisation.id
                for organisation in pictures.organisations.values()
                if organisation.sort is OrganisationKind.RESIDENTS
            ),
            frozenset(moment.facility_id for moment in pictures.presence.values()),
        )


def missing_here(
    workspace: Workspace,
    known: Known,
    offers: Sequence[Offer],
    facilities: Sequence[Facility],
    networks: Sequence[InformalNetwork] | None,
) -> tuple[str, ...]:
    """A sentence for each kind that a neighbourhood lacks. ``networks``: ``None`` for who may not see them;
    then key figures are not judged."""
    here = KindsHere(
        meeting_place=_tri(is_meeting_place(facility, workspace.vocabulary) for facility in facilities),
        residents_group=_tri([_has_residents_group(workspace, known, offers)]),
        key_figure=Tri.UNKNOWN if networks is None else _tri(bool(each.key_figure) for each in networks),
        presence=_tri(facility.id in known.with_presence for facility in facilities),
        resident_initiative=_tri(
            offer.sides is not None and offer.sides.isdisjoint(Quadrant.RO.opposite_sides) for offer in offers
        ),
    )
    return tuple(kind.sentence for kind in missing_kinds(here))


def far_basics(
    areas: Sequence[Neighbourhood], pictures: Pictures, vocabulary: Vocabulary
) -> dict[AreaId, tuple[str, ...]]:
    """For each neighbourhood a sentence per basic facility whose nearest one is far from its middle."""
    return {
        area_id: tuple(basic.sentence for basic in basics if basic.reach is not BasicReach.NEAR)
        for area_id, basics in basics_around(areas, pictures, vocabulary).items()
    }


def basics_around(
    areas: Sequence[Neighbourhood], pictures: Pictures, vocabulary: Vocabulary
) -> dict[AreaId, tuple[BasicFacility, ...]]:
    """The nearest facility of each basic type, from the middle of each neighbourhood."""
    facilities = list(pictures.facilities.values())
    types = [facility.type for facility in facilities]
    places_m = to_metres([facility.point for facility in facilities])
    middles_m = to_metres([area.centre for area in areas])
    around = basic_facilities(middles_m, types, places_m, vocabulary, pictures.footways)
    return {area.id: basics for area, basics in zip(areas, around, strict=True)}


def _tri(found: Iterable[bool]) -> Tri:
    return Tri.YES if any(found) else Tri.NO


def _has_residents_group(workspace: Workspace, known: Known, offers: Sequence[Offer]) -> bool:
    stored = workspace.catalogue.many(Initiative, [offer.id for offer in offers])
    return any(
        initiative.entity.activity_type == _RESIDENTS_GROUP
        or not known.residents_groups.isdisjoint(initiative.entity.run_by)
        for initiative in stored.values()
    )
