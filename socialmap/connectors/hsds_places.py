"""Locations of a feed: as facilities and rooms where that is what they are, otherwise as points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from socialmap.connectors.hsds_schedules import opening_hours_in
from socialmap.connectors.hsds_shapes import Document, is_number
from socialmap.connectors.hsds_terms import TermBook
from socialmap.connectors.hsds_values import (
    FeedRecord,
    Outcome,
    Properties,
    Unusable,
    address_in,
    number_in,
    parts_in,
    text_in,
)
from socialmap.connectors.offers import LONGEST_NAME, is_shelter
from socialmap.connectors.places import Spot
from socialmap.connectors.plan import Row
from socialmap.connectors.table import Known, entity_id_of
from socialmap.geo.coordinates import distance_m, in_the_netherlands, point_at
from socialmap.model import wording_feed as words
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Facility, Room
from socialmap.model.values import FacilityId, FacilityTypeId, OrganisationId, Point, RoomId
from socialmap.model.vocabulary import Vocabulary

_SAME_PLACE_M = 100
_FACILITY_NAMES = (
    "opening_hours",
    "wheelchair",
    "wheelchair_toilet",
    "basic",
    "osm_id",
    "checked_on",
    "address",
)
_ROOM_NAMES = ("capacity", "cost_eur", "kitchen", "quiet", "free_at", "contact")


class LocationReader:
    """Reads every location once; services then ask where they are."""

    def __init__(self, known: Known, source: str, terms: TermBook) -> None:
        self._known = known
        self._source = source
        self._terms = terms
        self._types = _type_words(known.vocabulary)
        self._facilities: dict[str, FacilityId] = {}
        self._rooms: dict[str, RoomId] = {}
        self._documents: dict[str, Document] = {}
        self._by_name: defaultdict[str, list[Facility]] = defaultdict(list)
        for facility in known.facilities:
            self._by_name[normalise(facility.name)].append(facility)

    def read(self, record: FeedRecord, outcome: Outcome, organisations: Mapping[str, OrganisationId]) -> None:
        """A location as a facility, when it is one that we know the type of; else kept to be pointed at."""
        document = record.document
        self._documents[document["id"]] = document
        said = Properties(list(self._terms.read(document.get("attributes"))))
        if "facility" in said:
            return  # a room, read when all facilities are there
        types = said.concepts("type")
        guessed = "" if types else self._likely_type(text_in(document, "name"))
        point = point_in(document)
        if point is None or not (types or guessed):
            return
        same = None if types else self._same_place(text_in(document, "name"), point)
        if same is not None:
            self._facilities[document["id"]] = same
            return
        entity_id = FacilityId(entity_id_of(Facility.kind, self._source, document["id"]))
        try:
            entity, given = self._facility(
                document, said, FacilityTypeId((*types, guessed)[0]), point, entity_id
            )
        except Unusable as problem:
            outcome.refuse(record, problem.reasons, (Facility.kind, entity_id))
            return
        operator = organisations.get(str(document.get("organization_id") or ""))
        if operator:
            entity = replace(entity, operator_id=operator)
            given |= {"operator_id"}
        if not types:
            given -= {"type", "basic"}
        self._facilities[document["id"]] = entity_id
        outcome.rows.append(Row(record.line, entity, given, record.sheet))

    def read_room(self, record: FeedRecord, outcome: Outcome) -> None:
        """A location that says it is a room of a facility in the same feed."""
        document = record.document
        said = Properties(list(self._terms.read(document.get("attributes"))))
        facility_id = self._facilities.get(said.text("facility"))
        if facility_id is None:
            return
        entity_id = RoomId(entity_id_of(Room.kind, self._source, document["id"]))
        try:
            fields = said.read(Room, _ROOM_NAMES)
            fields["capacity"] = fields["capacity"] or 0
            room = Room(
                id=entity_id, name=text_in(document, "name"), facility_id=facility_id, source=self._source,
                source_id=document["id"], **fields,
            )  # fmt: skip
        except Unusable as problem:
            outcome.refuse(record, problem.reasons, (Room.kind, entity_id))
            return
        self._rooms[document["id"]] = entity_id
        outcome.rows.append(
            Row(
                record.line,
                room,
                frozenset(fields) | {"name", "facility_id", "source", "source_id"},
                record.sheet,
            )
        )

    def spot(self, at_location: Document, *, address: str = "") -> tuple[Spot, RoomId | None, bool]:
        """Where a service is, in which room, and whether a place was named that we cannot put on the map."""
        location = at_location.get("location")
        if not isinstance(location, dict):
            location = self._documents.get(str(at_location.get("location_id") or ""))
        if location is None:
            return Spot(address=address), None, False
        facility = self._facilities.get(location["id"])
        if facility is not None:
            said = Properties(list(self._terms.read(at_location.get("attributes"))))
            return Spot(facility_id=facility, address=address), self._rooms.get(said.text("room")), False
        if location.get("location_type") == "virtual":
            return Spot(no_fixed_place=True, address=address), None, False
        written = address or postal_text(location)
        point = point_in(location) or self._at_address(location)
        if point is not None:
            return Spot(point=point, address=written), None, False
        return Spot(address=written), None, True

    def _at_address(self, location: Document) -> Point | None:
        if self._known.addresses is None:
            return None
        for address in parts_in(location, "addresses"):
            hit = self._known.addresses.exact(text_in(address, "address_1"))
            if hit is not None and address.get("address_type") != "postal":
                return hit.point
        return None

    def _facility(
        self,
        document: Document,
        said: Properties,
        type_id: FacilityTypeId,
        point: Point,
        entity_id: FacilityId,
    ) -> tuple[Facility, frozenset[str]]:
        name = text_in(document, "name")
        if not normalise(name) or len(name) > LONGEST_NAME:
            raise Unusable(("location.name", words.NAME_TOO_LONG if name else words.MISSING))
        if is_shelter(name):
            raise Unusable(("location.name", words.SHELTER))
        fields = said.read(Facility, _FACILITY_NAMES)
        if "basic" not in said and not said.concepts("type"):
            known_type = self._known.vocabulary.facility_types.get(type_id)
            fields["basic"] = known_type.basic if known_type else False
        fields["address"] = said.text("address") or postal_text(location=document, named=False)
        fields["opening_hours"] = fields["opening_hours"] or opening_hours_in(document.get("schedules"))
        fields |= {
            "name": name,
            "type": type_id,
            "point": point,
            "website": said.text("website") or address_in(document, "url"),
            "phone": next((number_in(phone) for phone in parts_in(document, "phones")), ""),
            "source": self._source,
            "source_id": document["id"],
        }
        given = set(fields) if said.concepts("type") else {name for name, value in fields.items() if value}
        return Facility(id=entity_id, **fields), frozenset(given)

    def _likely_type(self, name: str) -> str:
        """The type whose word stands in a name, such as *Bibliotheek Oost*; empty when there is none."""
        wanted = f" {normalise(name)} "
        return next((type_id for word, type_id in self._types if f" {word} " in wanted), "")

    def _same_place(self, name: str, point: Point) -> FacilityId | None:
        for facility in self._by_name.get(normalise(name), ()):
            if distance_m(facility.point, point) <= _SAME_PLACE_M:
                return facility.id
        return None


def _type_words(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """The words for types of facility, longest first."""
    found: dict[str, str] = {}
    for type_id, concept in vocabulary.facility_types.items():
        for written in (*concept.label.split(" of "), concept.label_en, *concept.alt_labels):
            found.setdefault(normalise(written), type_id)
    return tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def point_in(location: Document) -> Point | None:
    """The point of a location; ``None`` when it has none in the Netherlands."""
    lat, lon = location.get("latitude"), location.get("longitude")
    if not (is_number(lat) and is_number(lon)):
        return None
    point = Point(float(lon or 0), float(lat or 0))
    return point if in_the_netherlands(point) else point_at(point.lon, point.lat)


def postal_text(location: Document, *, named: bool = True) -> str:
    """The address of a location in one line, with its name before it when ``named``."""
    found = parts_in(location, "addresses")
    address = next((one for one in found if one.get("address_type") == "physical"), found[0] if found else {})
    town = " ".join(filter(None, (text_in(address, "postal_code"), text_in(address, "city"))))
    street = " ".join(filter(None, (text_in(address, "address_1"), text_in(address, "address_2"))))
    name = text_in(location, "name") if named else ""
    return ", ".join(filter(None, (name, street, town)))
