"""The public layer as a feed that can be asked: filters, pages, and one record by its UUID."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cached_property
from typing import Any, TypeVar

from socialmap.connectors.hsds_ids import part_uuid, thing_uuid
from socialmap.connectors.hsds_out import (
    Around,
    location,
    organization,
    postcode_in,
    room_location,
    service,
    terms_named,
)
from socialmap.connectors.hsds_shapes import SHAPES, Document
from socialmap.geo.coordinates import distance_m
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Initiative, Organisation
from socialmap.model.values import FacilityId, Point, Weekday
from socialmap.ontology.namespaces import Scheme

T = TypeVar("T")
MOST_PER_PAGE = 500


@dataclass(frozen=True, slots=True)
class FeedQuery:
    """What may be asked of services; all that is asked must hold. Times and ages as in Open Referral UK."""

    search: str = ""
    taxonomy_term_id: str = ""
    taxonomy_id: str = ""
    organization_id: str = ""
    modified_after: datetime | None = None
    postcode: str = ""
    proximity_m: float | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    start_time: time | None = None
    end_time: time | None = None
    day: Weekday | None = None


@dataclass(frozen=True)
class ServedFeed:
    """One state of the public layer. ``modified`` says when each initiative was last changed."""

    around: Around
    offers: Mapping[str, Initiative]
    modified: Mapping[str, datetime]
    middle_of: Callable[[str], Point | None] = lambda _postcode: None
    """The middle of a postcode by a register, where there is one."""
    _texts: dict[str, str] = field(default_factory=dict)
    _terms: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def uuids(self) -> Mapping[str, str]:
        """UUID of a service → id of the initiative."""
        return {thing_uuid(Initiative.kind, offer_id): offer_id for offer_id in self.offers}

    @cached_property
    def organisation_uuids(self) -> Mapping[str, Organisation]:
        return {thing_uuid(one.kind, one.id): one for one in self.around.organisations.values()}

    def services(self, query: FeedQuery) -> list[Initiative]:
        """The initiatives for which everything holds that is asked, by id."""
        tests = list(self._tests(query))
        return [offer for offer in self.offers.values() if all(test(offer) for test in tests)]

    def service(self, offer: Initiative) -> Document:
        return service(offer, self.around, self.modified.get(offer.id))

    def outside_of_service(self, offer: Initiative) -> Document:
        """Only single fields, and the organisation with single fields."""
        return single_fields("service", self.service(offer))

    def minimal(self, offer: Initiative) -> Document:
        changed = self.modified.get(offer.id)
        identity = {"id": thing_uuid(offer.kind, offer.id)}
        return identity | ({"modified_date": changed.isoformat()} if changed else {})

    def at_locations(self, query: FeedQuery) -> list[Initiative]:
        """The initiatives that are somewhere."""
        return [offer for offer in self.services(query) if self.place_of(offer) is not None]

    def at_location(self, offer: Initiative, *, full: bool = True) -> Document:
        """Where an initiative is, as a record of its own; only for what has a place."""
        whole = self.service(offer)
        (record,) = whole["service_at_locations"]
        record = record | {"service_id": whole["id"]}
        return record if full else single_fields("service_at_location", record)

    def organizations(self, search: str = "") -> list[Organisation]:
        words = normalise(search).split()
        return [
            one
            for _, one in sorted(self.around.organisations.items())
            if all(word in normalise(one.name) for word in words)
        ]

    def organization(self, one: Organisation, *, full_service: bool = False) -> Document:
        record = organization(one, self.around)
        if full_service:
            record["services"] = [
                self.service(offer) for offer in self.offers.values() if one.id in offer.run_by
            ]
        return record

    def everything(self) -> Iterator[tuple[str, Document]]:
        """Every record for a package: services, then also the organisations, places and rooms of none."""
        around = self.around
        yield from (("service", self.service(offer)) for offer in self.offers.values())
        yield from (("organization", organization(one, around)) for one in around.organisations.values())
        yield from (("location", location(one, around)) for one in around.facilities.values())
        yield from (("location", room_location(one, around)) for one in around.rooms.values())
        yield from (("taxonomy", one) for one in around.terms.taxonomies)

    def place_of(self, offer: Initiative) -> Point | None:
        facility = self.around.facilities.get(offer.facility_id) if offer.facility_id else None
        return facility.point if facility else offer.point

    def _tests(self, query: FeedQuery) -> Iterator[Callable[[Initiative], bool]]:
        if words := normalise(query.search).split():
            yield lambda offer: all(word in self._text(offer) for word in words)
        if query.taxonomy_term_id:
            yield lambda offer: query.taxonomy_term_id.lower() in self._named(offer)
        if query.taxonomy_id:
            within = {
                t["id"] for t in self.around.terms.terms if t["taxonomy_id"] == query.taxonomy_id.lower()
            }
            yield lambda offer: not within.isdisjoint(self._named(offer))
        if query.organization_id:
            wanted = self.organisation_uuids.get(query.organization_id.lower())
            yield lambda offer: wanted is not None and wanted.id in offer.run_by
        if after := query.modified_after:
            yield lambda offer: offer.id in self.modified and self.modified[offer.id] >= after
        if query.postcode or query.proximity_m is not None:
            yield self._near(query)
        if (low := query.minimum_age) is not None:
            yield lambda offer: offer.age_min is not None and offer.age_min >= low
        if (high := query.maximum_age) is not None:
            yield lambda offer: offer.age_max is not None and offer.age_max <= high
        if query.start_time or query.end_time or query.day:
            yield lambda offer: any(_fits(session, query) for session in offer.sessions)

    def _near(self, query: FeedQuery) -> Callable[[Initiative], bool]:
        """Within the distance of the middle of a postcode (by a register, else of the places that we know
        there); without a distance, at that postcode."""
        wanted = query.postcode.replace(" ", "").upper()
        at_code = [p for code, places in self._postcodes.items() if code.startswith(wanted) for p in places]
        if query.proximity_m is None:
            here = set(at_code) if wanted else set()
            return lambda offer: self.place_of(offer) in here
        middle = (self.middle_of(wanted) or _middle(at_code)) if wanted else None
        if middle is None:
            return lambda _offer: False
        limit = query.proximity_m

        def near(offer: Initiative) -> bool:
            place = self.place_of(offer)
            return place is not None and distance_m(place, middle) <= limit

        return near

    @cached_property
    def _postcodes(self) -> Mapping[str, list[Point]]:
        """The places that we know at each postcode, from the addresses on the map."""
        found: dict[str, list[Point]] = {}
        placed = [(one.address, one.point) for one in self.around.facilities.values()]
        placed += [(one.address, one.point) for one in self.around.organisations.values() if one.point]
        placed += [(one.address, one.point) for one in self.offers.values() if one.point]
        for address, point in placed:
            code = postcode_in(address)
            if code:
                found.setdefault(code, []).append(point)
        return found

    def _text(self, offer: Initiative) -> str:
        """What is searched: name, description, place, organisations and the words for the themes."""
        if offer.id not in self._texts:
            around = self.around
            place = around.facilities.get(offer.facility_id or FacilityId(""))
            named = [around.organisations[one].name for one in offer.run_by if one in around.organisations]
            themes = [around.terms.label(Scheme.THEMES, theme) for theme in offer.themes]
            parts = (offer.name, offer.description, place.name if place else "", *named, *themes)
            self._texts[offer.id] = normalise(" ".join(parts))
        return self._texts[offer.id]

    def _named(self, offer: Initiative) -> frozenset[str]:
        if offer.id not in self._terms:
            self._terms[offer.id] = terms_named(offer, self.around.terms)
        return self._terms[offer.id]


def at_location_uuid(offer: Initiative) -> str:
    """The UUID under which it stands where an initiative is."""
    return part_uuid(thing_uuid(offer.kind, offer.id), "place")


def _middle(points: Sequence[Point]) -> Point | None:
    if not points:
        return None
    return Point(sum(p.lon for p in points) / len(points), sum(p.lat for p in points) / len(points))


def _fits(session: Any, query: FeedQuery) -> bool:
    starts, ends = session.starts, session.ends
    return (
        (query.day is None or session.slot.day is query.day)
        and (query.start_time is None or (starts is not None and starts >= query.start_time))
        and (query.end_time is None or (ends is not None and ends <= query.end_time))
    )


def single_fields(kind: str, record: Document) -> Document:
    """A record without its lists; the records that it is about one to one are kept so too."""
    shape = SHAPES[kind]
    return {
        name: single_fields(shape.ones[name], value) if name in shape.ones else value
        for name, value in record.items()
        if name not in shape.lists
    }


def page_of(items: Sequence[T], number: int, per_page: int, record: Callable[[T], Document]) -> Document:
    """One page of a list with the header that HSDS asks for; a page beyond the last is empty."""
    pages = max(1, math.ceil(len(items) / per_page))
    here = items[(number - 1) * per_page : number * per_page]
    return {
        "total_items": len(items),
        "total_pages": pages,
        "page_number": number,
        "size": len(here),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not here,
        "contents": [record(one) for one in here],
    }
