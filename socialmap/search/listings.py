"""A place, an organisation or an initiative as the search for doubles sees it: one flat description."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from socialmap.geo.address_words import canonical
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.values import DayPart, FacilityId, Point
from socialmap.search.duplicates import contact_marks

_POSTCODE = re.compile(r"\b([1-9]\d{3}) ?([a-z]{2})\b")
_STREET_AND_NUMBER = re.compile(r"^(.*?[a-z].*?(?: 1\d{3}(?= \d))?) (\d{1,5})(?: ?([a-z])\b)?")
"""The first number is that of the house, but for a year in the name of a street: Plein 1940 12."""
_SHARED_HOSTS = frozenset(
    {"facebook.com", "instagram.com", "linkedin.com", "youtube.com", "sites.google.com"}
)
"""Where everybody may have a page: only the page itself says something."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart; empty where it does not say. ``letter`` belongs to the number."""

    street: str = ""
    number: str = ""
    letter: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A website: its host without ``www``, and host with path, empty for a home page."""

    host: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """``sort``: the type of a facility or an initiative, the kind of an organisation; empty is unknown.

    ``building``: the name of the facility that ``place_id`` names. ``moments``: slot and start, empty text
    when the time is not known. ``ages``: inclusive, ``None`` when open on both sides.
    """

    kind: str
    id: str
    name: str
    sort: str = ""
    place_id: str = ""
    building: str = ""
    point: Point | None = None
    area_id: str = ""
    no_fixed_place: bool = False
    address: Address = Address()
    marks: frozenset[str] = frozenset()
    site: Site = Site()
    moments: frozenset[tuple[DayPart, str]] = frozenset()
    themes: frozenset[str] = frozenset()
    ages: tuple[int, int] | None = None
    only_for: str = ""
    source: str = ""
    source_id: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.id


def listing_of(
    thing: Facility | Organisation | Initiative, facilities: Mapping[FacilityId, Facility]
) -> Listing:
    """The listing of a thing; ``facilities`` tell where an initiative in a building is."""
    if isinstance(thing, Facility):
        return _of_facility(thing)
    if isinstance(thing, Organisation):
        return _of_organisation(thing)
    return _of_initiative(thing, facilities)


def address_of(text: str) -> Address:
    """The parts of a Dutch address.

    >>> address_of("Lindestr. 12-A, 8011 AB Zwolle")
    Address(street='lindestraat', number='12', letter='a', postcode='8011ab')
    """
    written = canonical(text)
    found = _POSTCODE.search(written)
    postcode = "".join(found.groups()) if found else ""
    before = written[: found.start()].strip() if found else written
    parts = _STREET_AND_NUMBER.match(before)
    if parts is None:
        return Address(street=before, postcode=postcode)
    street, number, letter = parts.groups()
    return Address(street, number, letter or "", postcode)


def site_of(text: str) -> Site:
    """
    >>> site_of("https://www.Linde.example/")
    Site(host='linde.example', page='')
    >>> site_of("linde.example/koffie").page
    'linde.example/koffie'
    """
    if not text.strip():
        return Site()
    try:
        parts = urlsplit(text.strip() if "//" in text else f"//{text.strip()}")
        host = (parts.hostname or "").casefold().removeprefix("www.")
    except ValueError:
        return Site()
    path = parts.path.rstrip("/").casefold()
    page = f"{host}{path}" if host and path else ""
    return Site("" if host.removeprefix("nl-nl.") in _SHARED_HOSTS else host, page)


def _of_facility(facility: Facility) -> Listing:
    return Listing(
        kind=facility.kind,
        id=facility.id,
        name=facility.name,
        sort=facility.type,
        point=facility.point,
        address=address_of(facility.address),
        marks=contact_marks(facility.phone),
        site=site_of(facility.website),
        source=facility.source,
        source_id=facility.source_id,
    )


def _of_organisation(organisation: Organisation) -> Listing:
    return Listing(
        kind=organisation.kind,
        id=organisation.id,
        name=organisation.name,
        sort=organisation.sort,
        point=organisation.point,
        address=address_of(organisation.address),
        marks=contact_marks(organisation.phone) | contact_marks(organisation.email),
        site=site_of(organisation.website),
        themes=frozenset(organisation.themes),
        source=organisation.source,
        source_id=organisation.source_id,
    )


def _of_initiative(initiative: Initiative, facilities: Mapping[FacilityId, Facility]) -> Listing:
    facility = facilities.get(initiative.facility_id) if initiative.facility_id else None
    open_ages = initiative.age_min is None and initiative.age_max is None
    return Listing(
        kind=initiative.kind,
        id=initiative.id,
        name=initiative.name,
        sort=initiative.activity_type or "",
        place_id=initiative.facility_id or "",
        building=facility.name if facility else "",
        point=facility.point if facility else initiative.point,
        area_id=initiative.area_id or "",
        no_fixed_place=initiative.no_fixed_place,
        address=address_of(facility.address if facility else initiative.address),
        marks=contact_marks(initiative.contact),
        moments=frozenset(
            (session.slot, session.starts.isoformat("minutes") if session.starts else "")
            for session in initiative.sessions
        ),
        themes=frozenset(initiative.themes),
        ages=None if open_ages else (initiative.age_min or 0, initiative.age_max or 150),
        only_for=initiative.only_for,
        source=initiative.source,
        source_id=initiative.source_id,
    )
