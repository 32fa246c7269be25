"""White spots as one would first write it: every neighbourhood beside every question and initiative.

It gives the same answer as the engine, which the measurement checks on the size it can do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from benchmarks.towns_in_memory import VOCABULARY, Towns
from socialmap.actions.map_features import is_meeting_place
from socialmap.collective.gaps import WINDOW_DAYS
from socialmap.collective.supply import REACH_M, WEEKS, SupplyOffer, supply_offer
from socialmap.collective.surroundings import KindsHere, missing_kinds, reach_of
from socialmap.collective.white_spots import AreaSituation, WhiteSpots, white_spots
from socialmap.demo.town import STORY_DATE
from socialmap.geo.coordinates import to_metres
from socialmap.geo.walking import street_m
from socialmap.model.area import Municipality, Neighbourhood
from socialmap.model.people import InformalNetwork, Need, Resident
from socialmap.model.provision import Facility, Initiative, Organisation, OrganisationKind
from socialmap.model.quadrants import Quadrant, position, strict_sides
from socialmap.model.values import AreaId, ThemeId, Tri
from socialmap.model.wording_gaps import BasicReach, basic_sentence
from socialmap.model.work import PresenceMoment

Metres = tuple[float, float]


class Told(NamedTuple):
    """A question of the last year: who, about which life area, from where."""

    person: str
    group: ThemeId
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class Placed:
    """An initiative with its supply and where it is."""

    initiative: Initiative
    offer: SupplyOffer
    area_id: AreaId | None


@dataclass(frozen=True, slots=True)
class Lack:
    """What a neighbourhood lacks, in whole sentences."""

    missing: tuple[str, ...]
    far_basics: tuple[str, ...]


class PlainWhiteSpots:
    """Holds towns as lists and walks through them."""

    def __init__(self, towns: Towns) -> None:
        self.towns = towns
        self.areas: list[Neighbourhood] = list(towns.all(Neighbourhood).values())
        self.groups = [name for name, theme in VOCABULARY.themes.items() if theme.group is None]
        self.middles = dict(zip(towns.all(Neighbourhood), _metres(self.areas, "centre"), strict=True))
        self.facilities: list[Facility] = list(towns.all(Facility).values())
        self.facilities_m = _metres(self.facilities, "point")
        locate = towns.pictures.areas.locate
        self.area_of = {each.id: locate(each.point) for each in self.facilities}
        self.told = list(self._told())
        self.placed = [self._placed(initiative) for initiative in towns.all(Initiative).values()]

    def spots(self) -> Mapping[ThemeId, WhiteSpots]:
        """Every neighbourhood judged, for every life area."""
        return {
            group: white_spots([self._situation(area, group) for area in self.areas]) for group in self.groups
        }

    def lacking(self) -> Mapping[AreaId, Lack]:
        """What each neighbourhood lacks."""
        return {area.id: Lack(self._missing(area), tuple(self._far_basics(area))) for area in self.areas}

    def _situation(self, area: Neighbourhood, group: ThemeId) -> AreaSituation:
        return AreaSituation(
            id=area.id,
            name=area.name,
            inhabitants=area.inhabitants or 0,
            persons=len({t.person for t in self.told if t.area_id == area.id and t.group == group}),
            places=self._places(area, group),
        )

    def _places(self, area: Neighbourhood, group: ThemeId) -> Fraction:
        places = 0
        for placed in self.placed:
            offer = placed.offer
            if group in offer.groups and offer.counts and self._reaches(offer, area):
                places += offer.places_a_year
        return Fraction(places, WEEKS)

    def _reaches(self, offer: SupplyOffer, area: Neighbourhood) -> bool:
        placed = offer.x_m is not None and offer.y_m is not None
        if placed and _street_m((offer.x_m, offer.y_m), self.middles[area.id]) <= REACH_M:
            return True
        return offer.picks_up and offer.district_id is not None and offer.district_id == area.district_id

    def _far_basics(self, area: Neighbourhood) -> Iterator[str]:
        for type_id, kind in VOCABULARY.facility_types.items():
            if not kind.basic:
                continue
            distances = [
                _street_m(at, self.middles[area.id])
                for facility, at in zip(self.facilities, self.facilities_m, strict=True)
                if facility.type == type_id
            ]
            reach = reach_of(min(distances, default=None))
            if reach is not BasicReach.NEAR:
                yield basic_sentence(kind.label, reach)

    def _missing(self, area: Neighbourhood) -> tuple[str, ...]:
        running = [p.initiative for p in self.placed if p.area_id == area.id and p.offer.counts]
        here = [each for each in self.facilities if self.area_of[each.id] == area.id]
        found = KindsHere(
            meeting_place=_tri(any(is_meeting_place(each, VOCABULARY) for each in here)),
            residents_group=_tri(any(self._of_residents(one) for one in running)),
            key_figure=_tri(
                any(
                    each.key_figure
                    for each in self.towns.all(InformalNetwork).values()
                    if each.area_id == area.id
                )
            ),
            presence=_tri(
                any(
                    moment.facility_id == each.id
                    for moment in self.towns.all(PresenceMoment).values()
                    for each in here
                )
            ),
            resident_initiative=_tri(any(_by_residents(one) for one in running)),
        )
        return tuple(kind.sentence for kind in missing_kinds(found))

    def _of_residents(self, initiative: Initiative) -> bool:
        organisations: Mapping[str, Organisation] = self.towns.all(Organisation)
        run_by = (organisations[each] for each in initiative.run_by if each in organisations)
        return initiative.activity_type == "bewonersgroep" or any(
            each.sort is OrganisationKind.RESIDENTS for each in run_by
        )

    def _told(self) -> Iterator[Told]:
        residents = self.towns.all(Resident)
        for need in self.towns.all(Need).values():
            recent = 0 <= (STORY_DATE - need.reported_on).days <= WINDOW_DAYS
            if recent and not VOCABULARY.themes[need.theme].acute:
                area_id = residents[need.resident_id].area_id
                yield Told(need.resident_id, VOCABULARY.top_of(need.theme), area_id)

    def _placed(self, initiative: Initiative) -> Placed:
        place = self.towns.places.resolve(initiative)
        area = self.towns.pictures.areas.by_id.get(place.area_id) if place.area_id else None
        nowhere = isinstance(area, Municipality) and not place.exact
        offer = supply_offer(
            initiative,
            VOCABULARY,
            x_m=None if nowhere else place.x_m,
            y_m=None if nowhere else place.y_m,
            district_id=area.district_id if isinstance(area, Neighbourhood) else None,
        )
        return Placed(initiative, offer, place.area_id)


def _metres(things: list, field: str) -> list[Metres]:
    return [tuple(row) for row in to_metres([getattr(thing, field) for thing in things]).tolist()]


def _street_m(one: Metres, other: Metres) -> int:
    return street_m(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _by_residents(initiative: Initiative) -> bool:
    if initiative.quadrant is None:
        return False
    return strict_sides(*position(initiative.quadrant)).isdisjoint(Quadrant.RO.opposite_sides)


def _tri(holds: bool) -> Tri:
    return Tri.YES if holds else Tri.NO
