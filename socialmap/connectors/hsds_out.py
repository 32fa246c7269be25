"""Initiatives, places and organisations as HSDS 3.0 records; what HSDS cannot hold goes into attributes.

``checked_by`` stays here: a feed is read by anybody, and the name of a colleague is not for anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from socialmap.connectors.hsds_ids import UNKNOWN_ORGANISATION, part_uuid, thing_uuid
from socialmap.connectors.hsds_schedules import opening_schedules, schedule_of
from socialmap.connectors.hsds_shapes import Document, is_mail, is_uri
from socialmap.connectors.hsds_terms import TermBook
from socialmap.model import wording_feed as words
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation, Room
from socialmap.model.values import AreaId, FacilityId, OrganisationId, Point, RoomId, Tri
from socialmap.ontology.namespaces import Scheme

STATUS = {
    OfferStatus.ACTIVE: "active",
    OfferStatus.IDEA: "inactive",
    OfferStatus.STOPPED: "defunct",
    OfferStatus.PAUSED: "temporarily closed",
}
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Z]{2})\b")
_PHONE = re.compile(r"(?<![\w+])(?:\+|\(?0)[\d\s()\-]{7,16}\d(?!\d)")
_INITIATIVE_VALUES = (
    "access", "purposes", "reach", "home_visit", "online", "max_participants", "places_free",
    "places_unlimited", "waiting_list", "preventive", "started_on", "stopped_on", "is_example",
    "what_works", "what_hinders", "no_fixed_place", "address", "source", "source_id",
)  # fmt: skip
_FACILITY_VALUES = (
    "opening_hours", "wheelchair", "wheelchair_toilet", "basic", "osm_id", "checked_on", "address", "source",
    "source_id",
)  # fmt: skip
_ROOM_VALUES = ("capacity", "cost_eur", "kitchen", "quiet", "free_at", "contact", "source", "source_id")
_ORGANISATION_VALUES = ("sort", "line", "checked_on", "address", "source", "source_id")


@dataclass(frozen=True, slots=True)
class Around:
    """What a record needs beside the entity itself: the places and organisations that it names."""

    terms: TermBook
    facilities: Mapping[FacilityId, Facility] = field(default_factory=dict)
    rooms: Mapping[RoomId, Room] = field(default_factory=dict)
    organisations: Mapping[OrganisationId, Organisation] = field(default_factory=dict)
    area_names: Mapping[AreaId, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    municipality: str = ""


def service(offer: Initiative, around: Around, modified: datetime | None = None) -> Document:
    """An initiative as a fully nested service."""
    owner = thing_uuid(offer.kind, offer.id)
    known = [o for o in offer.run_by if o in around.organisations]
    record: Document = {
        "id": owner,
        "name": offer.name,
        "description": offer.description,
        "status": STATUS[offer.status],
        "eligibility_description": offer.only_for,
        "minimum_age": offer.age_min,
        "maximum_age": offer.age_max,
        "fees": words.FREE if offer.cost_eur == 0 else "",
        "wait_time": words.WAITING if offer.waiting_list is Tri.YES else "",
        "assured_date": offer.checked_on.isoformat() if offer.checked_on else "",
        "last_modified": modified.isoformat() if modified else "",
        "email": next(filter(is_mail, offer.contact.split()), ""),
        "schedules": [
            schedule_of(session, part_uuid(owner, "schedule", str(number)), around.terms)
            for number, session in enumerate(offer.sessions)
        ],
        "languages": [_language(owner, code, around) for code in offer.languages],
        "cost_options": [] if offer.cost_eur is None else [_cost(owner, offer.cost_eur)],
        "contacts": [{"id": part_uuid(owner, "contact"), "title": offer.contact}],
        "phones": _phones(owner, _PHONE.findall(offer.contact)),
        "service_areas": _service_areas(owner, offer, around),
        "service_at_locations": _at_locations(owner, offer, around),
        "attributes": list(_initiative_attributes(owner, offer, around.terms)),
    }
    if known:
        record["organization_id"] = thing_uuid(Organisation.kind, known[0])
        record["organization"] = organization(around.organisations[known[0]], around)
    return _filled(record)


def organization(organisation: Organisation, around: Around) -> Document:
    owner = thing_uuid(organisation.kind, organisation.id)
    terms = around.terms
    attributes = [
        *_values(owner, organisation, _ORGANISATION_VALUES, terms),
        *(terms.concept(owner, "themes", Scheme.THEMES, theme) for theme in organisation.themes),
        *_links(owner, "partners", organisation.partners, terms),
        *_unless_native(owner, organisation, terms),
    ]
    place = organisation.point
    locations = [] if place is None else [_bare_location(owner, place, organisation.address, around)]
    return _filled(
        {
            "id": owner,
            "name": organisation.name,
            "description": words.SORT_OF_ORGANISATION.format(sort=organisation.sort.value),
            "email": organisation.email if is_mail(organisation.email) else "",
            "website": organisation.website if is_uri(organisation.website) else "",
            "phones": _phones(owner, [organisation.phone] if organisation.phone else []),
            "locations": locations,
            "attributes": attributes,
        }
    )


def unknown_organization() -> Document:
    """The organisation of a service in a table where none is known."""
    return {
        "id": UNKNOWN_ORGANISATION,
        "name": words.UNKNOWN_ORGANISATION,
        "description": words.UNKNOWN_ORGANISATION_SAYS,
    }


def location(facility: Facility, around: Around) -> Document:
    owner = thing_uuid(facility.kind, facility.id)
    terms = around.terms
    record = _bare_location(owner, facility.point, facility.address, around, location_id=owner)
    record |= {
        "name": facility.name,
        "description": words.SORT_OF_PLACE.format(sort=terms.label(Scheme.FACILITY_TYPES, facility.type)),
        "url": facility.website if is_uri(facility.website) else "",
        "phones": _phones(owner, [facility.phone] if facility.phone else []),
        "schedules": list(opening_schedules(facility.opening_hours, owner)),
        "attributes": [
            terms.concept(owner, "type", Scheme.FACILITY_TYPES, facility.type),
            *_values(owner, facility, _FACILITY_VALUES, terms),
            *_unless_native(owner, facility, terms),
        ],
    }
    if facility.operator_id in around.organisations:
        record["organization_id"] = thing_uuid(Organisation.kind, str(facility.operator_id))
    if facility.wheelchair is not Tri.UNKNOWN:
        record["accessibility"] = [
            {"id": part_uuid(owner, "accessibility"), "description": words.WHEELCHAIR[facility.wheelchair]}
        ]
    if facility.osm_id:
        record |= {"external_identifier": facility.osm_id, "external_identifier_type": "OpenStreetMap"}
    return _filled(record)


def room_location(room: Room, around: Around) -> Document:
    """A room as a location of its own, where its facility is; only in a package."""
    owner = thing_uuid(room.kind, room.id)
    facility = around.facilities.get(room.facility_id)
    record: Document = {"id": owner, "location_type": "physical", "name": room.name}
    if facility:
        record |= {"latitude": facility.point.lat, "longitude": facility.point.lon}
    record["attributes"] = [
        around.terms.property(owner, "facility", thing_uuid(Facility.kind, room.facility_id)),
        *_values(owner, room, _ROOM_VALUES, around.terms),
    ]
    return record


def _at_locations(owner: str, offer: Initiative, around: Around) -> list[Document]:
    facility = around.facilities.get(offer.facility_id) if offer.facility_id else None
    if facility is None and offer.point is None:
        return []
    record: Document = {"id": part_uuid(owner, "place")}
    if facility:
        record["location"] = location(facility, around)
    elif offer.point:
        record["location"] = _bare_location(owner, offer.point, offer.address, around)
    room = around.rooms.get(offer.room_id) if offer.room_id else None
    if room:
        room_id = thing_uuid(Room.kind, room.id)
        record |= {"description": room.name}
        record["attributes"] = [around.terms.property(record["id"], "room", room_id)]
    record["location_id"] = record["location"]["id"]
    return [record]


def terms_named(offer: Initiative, terms: TermBook) -> frozenset[str]:
    """The UUIDs of the terms that the attributes of a service name."""
    owner = thing_uuid(offer.kind, offer.id)
    return frozenset(one["taxonomy_term_id"] for one in _initiative_attributes(owner, offer, terms))


def postcode_in(address: str) -> str:
    """The postcode in an address, without a space; empty when there is none."""
    match = _POSTCODE.search(address)
    return f"{match[1]}{match[2]}" if match else ""


def _bare_location(
    owner: str, point: Point, address: str, around: Around, *, location_id: str = ""
) -> Document:
    place = location_id or part_uuid(owner, "location")
    record: Document = {
        "id": place,
        "location_type": "physical",
        "latitude": point.lat,
        "longitude": point.lon,
    }
    return record | ({"addresses": [_address(place, address, around)]} if address else {})


def _address(owner: str, text: str, around: Around) -> Document:
    """An address in parts. What we do not know is "-": HSDS requires the field, our profile does not."""
    match = _POSTCODE.search(text)
    street = text[: match.start()] if match else text
    town = text[match.end() :].strip(" ,") if match else ""
    return {
        "id": part_uuid(owner, "address"),
        "address_1": street.strip(" ,") or text,
        "city": town or around.municipality or words.UNKNOWN_PART,
        "state_province": words.UNKNOWN_PART,
        "postal_code": f"{match[1]} {match[2]}" if match else words.UNKNOWN_PART,
        "country": "NL",
        "address_type": "physical",
    }


def _service_areas(owner: str, offer: Initiative, around: Around) -> list[Document]:
    if offer.area_id is None:
        return []
    return [
        {
            "id": part_uuid(owner, "area"),
            "name": around.area_names.get(offer.area_id, offer.area_id),
            "extent": offer.area_id,
            "extent_type": "text",
        }
    ]


def _initiative_attributes(owner: str, offer: Initiative, terms: TermBook) -> Iterator[Document]:
    for name, scheme in (
        ("themes", Scheme.THEMES),
        ("target_groups", Scheme.TARGET_GROUPS),
        ("peer_themes", Scheme.THEMES),
    ):
        for concept_id in getattr(offer, name):
            yield terms.concept(owner, name, scheme, concept_id)
    if offer.activity_type:
        yield terms.concept(owner, "activity_type", Scheme.ACTIVITY_TYPES, offer.activity_type)
    for barrier, known in offer.barriers.items():
        if known is not Tri.UNKNOWN:
            yield terms.concept(owner, "barriers", Scheme.BARRIERS, barrier, known.value)
    yield from _values(owner, offer, _INITIATIVE_VALUES, terms)
    if offer.quadrant:
        yield from _values(owner, offer.quadrant, ("c1", "c2", "c3", "f1", "f2", "f3"), terms)
    yield from _links(owner, "run_by", offer.run_by, terms)
    yield from _links(owner, "partners", offer.partners, terms)


_ALWAYS = frozenset({"access", "sort", "c1", "c2", "c3", "f1", "f2", "f3"})
"""Said even when nothing special: by ``access`` and ``sort`` a reader sees that the record is one of ours."""


def _values(owner: str, thing: Any, names: Iterable[str], terms: TermBook) -> Iterator[Document]:
    """The values that say something: not those that are unknown, empty or no."""
    for name in names:
        value = getattr(thing, name)
        if name in _ALWAYS or not _says_nothing(value):
            for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
                yield terms.property(owner, name, as_text(one), number)


def _says_nothing(value: Any) -> bool:
    return value is None or value is False or value is Tri.UNKNOWN or value in ("", ())


def as_text(value: Any) -> str:
    """A value of a property as it stands in an attribute.

    >>> as_text(True), as_text(2.5), as_text(Tri.NO)
    ('ja', '2.5', 'nee')
    """
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _links(owner: str, name: str, ids: Iterable[OrganisationId], terms: TermBook) -> Iterator[Document]:
    for number, organisation_id in enumerate(ids):
        yield terms.property(owner, name, thing_uuid(Organisation.kind, organisation_id), number)


def _unless_native(owner: str, thing: Facility | Organisation, terms: TermBook) -> Iterator[Document]:
    """A web or mail address that HSDS would not take for one."""
    if thing.website and not is_uri(thing.website):
        yield terms.property(owner, "website", thing.website)
    email = getattr(thing, "email", "")
    if email and not is_mail(email):
        yield terms.property(owner, "email", email)


def _language(owner: str, code: str, around: Around) -> Document:
    name = around.languages.get(code, code)
    return {"id": part_uuid(owner, "language", code), "name": name, "code": code}


def _cost(owner: str, amount: float) -> Document:
    return {"id": part_uuid(owner, "cost"), "amount": amount, "currency": "EUR"}


def _phones(owner: str, numbers: Iterable[str]) -> list[Document]:
    return [
        {"id": part_uuid(owner, "phone", str(position)), "number": number.strip()}
        for position, number in enumerate(dict.fromkeys(numbers))
    ]


def _filled(record: Document) -> Document:
    """The record without what is empty; the fields that HSDS requires are never that."""
    return {name: value for name, value in record.items() if value not in (None, "", [])}
