"""Facilities from OpenStreetMap: what to ask Overpass for, and what its answer says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import shapely

from socialmap.connectors import osm_tags
from socialmap.connectors.osm_tags import Tags, Way, ways_of
from socialmap.connectors.overpass import OSM_ID
from socialmap.connectors.parsed import Feature
from socialmap.connectors.plan import Reading, Row
from socialmap.connectors.table import entity_id_of
from socialmap.geo.coordinates import to_metres
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Facility
from socialmap.model.sources import OPENSTREETMAP
from socialmap.model.values import FacilityId, FacilityTypeId, Point, Tri
from socialmap.model.vocabulary import FacilityType

INTERPRETER = "https://overpass-api.de/api/interpreter"
ANSWER_SECONDS = 180
SAME_WITHIN_M = 75.0
"""A building and the point in it, mapped both, lie no farther apart."""

_NOT_ON_THE_MAP = "Opvang die geheim kan zijn, komt niet op de kaart."
_OUTSIDE = "Een plek buiten de gemeente is overgeslagen."
_NO_TYPE = "Een plek van een soort die wij niet kennen, is overgeslagen."
_SCHOOL = "Een school zonder niveau (basisschool of middelbaar) is overgeslagen."
_PRIVATE = "Een plek die niet openbaar is, is overgeslagen."
_NAMELESS = "Een plek zonder naam heet nu naar zijn soort."
_TWICE = "Een plek stond er dubbel in. Die staat er nu één keer."
_SPECIAL = re.compile(r"([\\.*+?()\[\]{}|^$\"])")


def question(types: Mapping[FacilityTypeId, FacilityType], box: tuple[float, float, float, float]) -> str:
    """The question to Overpass: everything with a tag of domain.md 2.8 in a box (west, south, east, north).

    What may be the secret address of people who hide is not even asked for.
    """
    west, south, east, north = box
    alone: defaultdict[str, dict[str, None]] = defaultdict(dict)
    together: dict[str, None] = {}
    for way in ways_of(types):
        (key, value), *others = way.tags
        if others and key not in {"amenity", "highway", "public_transport"}:
            together["".join(_filter(*tag) for tag in way.tags)] = None
        else:
            alone[key][value] = None
    filters = [f'["{key}"~"^({"|".join(map(_escaped, values))})$"]' for key, values in sorted(alone.items())]
    lines = [f'  nwr{one}["social_facility:for"!~"abus|violence|victim"];' for one in (*filters, *together)]
    area = f"[bbox:{south:.5f},{west:.5f},{north:.5f},{east:.5f}]"
    return "\n".join([f"[out:json][timeout:{ANSWER_SECONDS}]{area};", "(", *lines, ");", "out tags center;"])


def facilities_from(
    features: Iterable[Feature],
    types: Mapping[FacilityTypeId, FacilityType],
    *,
    inside: Callable[[Point], bool],
    today: date,
) -> Reading:
    """The facilities among the elements of an answer; the notes tell what was left out or mended."""
    finding = _Finding(types, ways_of(types), inside, today)
    found = [one for feature in features if (one := finding.read(feature)) is not None]
    kept = list(finding.without_doubles(found))
    notes = (f"{note} ({count}×)" if count > 1 else note for note, count in sorted(finding.notes.items()))
    return Reading(tuple(one.row for one in kept), notes=tuple(notes))


@dataclass(frozen=True, slots=True)
class _Found:
    row: Row
    named: bool
    tags: int


@dataclass(slots=True)
class _Finding:
    types: Mapping[FacilityTypeId, FacilityType]
    ways: Sequence[Way]
    inside: Callable[[Point], bool]
    today: date
    notes: Counter[str] = field(default_factory=Counter)

    def read(self, feature: Feature) -> _Found | None:
        tags = feature.properties
        if osm_tags.is_secret(tags):
            return self._left_out(_NOT_ON_THE_MAP)
        if feature.problem:
            return self._left_out(feature.problem)
        kind = osm_tags.type_of(tags, self.ways)
        if kind is None:
            return self._left_out(_SCHOOL if tags.get("amenity") == "school" else _NO_TYPE)
        if osm_tags.is_private(tags):
            return self._left_out(_PRIVATE)
        place = shapely.from_wkb(feature.wkb)
        point = Point(float(place.x), float(place.y))
        if not self.inside(point):
            return self._left_out(_OUTSIDE)
        mended = osm_tags.mended_type(tags, kind)
        self._note(osm_tags.SPORTS_CLUB if mended != kind else "")
        return self._facility(feature.number, tags, self.types[mended], point)

    def _facility(self, number: int, tags: Tags, kind: FacilityType, point: Point) -> _Found:
        name = osm_tags.name_of(tags)
        if not name:
            self._note(_NAMELESS)
        fields: dict[str, Any] = {
            "name": name or kind.plain_name,
            "type": FacilityTypeId(kind.id),
            "point": point,
            "basic": kind.basic,
            "osm_id": tags[OSM_ID],
            "source": OPENSTREETMAP,
            "source_id": tags[OSM_ID],
        }
        for field_name, (value, note) in (
            ("phone", osm_tags.phone_of(tags)),
            ("website", osm_tags.website_of(tags)),
            ("opening_hours", osm_tags.opening_hours_of(tags)),
        ):
            self._note(note)
            fields |= {field_name: value} if value else {}
        for field_name, keys in (
            ("wheelchair", ("wheelchair",)),
            ("wheelchair_toilet", ("toilets:wheelchair",)),
        ):
            answer = osm_tags.tri_of(tags, keys)
            fields |= {field_name: answer} if answer is not Tri.UNKNOWN else {}
        address, checked = osm_tags.address_of(tags), osm_tags.checked_on(tags, self.today)
        fields |= {"address": address} if address else {}
        fields |= {"checked_on": checked} if checked else {}
        facility_id = FacilityId(entity_id_of(Facility.kind, OPENSTREETMAP, tags[OSM_ID]))
        row = Row(number, Facility(id=facility_id, **fields), frozenset(fields))
        return _Found(row, bool(name), len(tags))

    def without_doubles(self, found: Iterable[_Found]) -> Iterator[_Found]:
        """Of things with one type and one name on one spot only the one that is told most about."""
        together: defaultdict[tuple[str, str], list[_Found]] = defaultdict(list)
        for one in found:
            facility = one.row.entity
            own = normalise(facility.name) if one.named else facility.id
            together[facility.type, own].append(one)
        for group in together.values():
            kept: list[_Found] = []
            for one in sorted(group, key=lambda one: (-one.tags, one.row.entity.source_id)):
                if any(_near(one, other) for other in kept):
                    self._note(_TWICE)
                else:
                    kept.append(one)
            yield from kept

    def _left_out(self, note: str) -> _Found | None:
        self._note(note)
        return None

    def _note(self, note: str) -> None:
        if note:
            self.notes[note] += 1


def _near(one: _Found, other: _Found) -> bool:
    (ax, ay), (bx, by) = to_metres((one.row.entity.point, other.row.entity.point))
    return bool((ax - bx) ** 2 + (ay - by) ** 2 <= SAME_WITHIN_M**2)


def _filter(key: str, value: str) -> str:
    return f'["{key}"~"(^|; ?){_escaped(value)}( ?;|$)"]'


def _escaped(value: str) -> str:
    return _SPECIAL.sub(r"\\\1", value)
