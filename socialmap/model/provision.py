"""What there is: facilities with rooms, organisations, and the initiatives that people can join.

``unreached_on``: the days on which somebody tried to check a thing and reached nobody, in order.
``do_not_contact``: they do not want to be phoned or visited by us; whoever wants to join may.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from socialmap.model.values import (
    ActivityTypeId,
    AreaId,
    BarrierId,
    DayPart,
    FacilityId,
    FacilityTypeId,
    InitiativeId,
    LanguageCode,
    Layer,
    OrganisationId,
    Point,
    RoomId,
    TargetGroupId,
    ThemeId,
    Tri,
)


class Access(StrEnum):
    """How one gets in; ``FREE`` and ``SIGN_UP`` count as sociale basis, ``INDICATION`` does not."""

    FREE = "vrij"
    SIGN_UP = "aanmelden"
    TARGET_GROUP = "doelgroep"
    REFERRAL = "verwijzing"
    INDICATION = "indicatie"


class OfferStatus(StrEnum):
    IDEA = "idee"
    ACTIVE = "actief"
    PAUSED = "gepauzeerd"
    STOPPED = "gestopt"


class Purpose(StrEnum):
    COHESION = "samenhang"
    NETWORK = "netwerk"
    TAKING_PART = "meedoen"
    PREVENTION = "voorkomen"
    PRACTICAL_SUPPORT = "praktische_steun"
    INFLUENCE = "invloed"


class Reach(StrEnum):
    ONE_PERSON = "een_persoon"
    GROUP = "groep"
    STREET = "straat_of_flat"
    NEIGHBOURHOOD = "buurt"
    COMMUNITY = "gemeenschap"


class Rhythm(StrEnum):
    WEEKLY = "wekelijks"
    FORTNIGHTLY = "om de week"
    MONTHLY = "maandelijks"
    ONCE = "eenmalig"


class OrganisationKind(StrEnum):
    WELFARE = "welzijn"
    CARE = "zorg"
    HOUSING = "corporatie"
    MUNICIPALITY = "gemeente"
    SCHOOL = "school"
    POLICE = "politie"
    SHOP = "winkel"
    COMPANY = "bedrijf"
    FAITH = "kerk/moskee"
    ASSOCIATION = "vereniging"
    FOUNDATION = "stichting"
    RESIDENTS = "bewonersgroep"
    FUND = "fonds"
    PRIMARY_CARE = "huisarts/eerstelijn"
    MENTAL_HEALTH = "GGZ"
    LANGUAGE_HOUSE = "taalhuis"
    LIBRARY = "bibliotheek"


class CareLine(StrEnum):
    ZEROTH = "nulde"
    FIRST = "eerste"
    BETWEEN = "tussen"
    SECOND = "tweede"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility:
    """A place of the neighbourhood: library, community centre, shop. ``opening_hours`` in OSM syntax."""

    id: FacilityId
    name: str
    type: FacilityTypeId
    point: Point
    address: str = ""
    opening_hours: str = ""
    wheelchair: Tri = Tri.UNKNOWN
    wheelchair_toilet: Tri = Tri.UNKNOWN
    operator_id: OrganisationId | None = None
    basic: bool = False
    phone: str = ""
    website: str = ""
    osm_id: str = ""
    checked_on: date | None = None
    unreached_on: tuple[date, ...] = ()
    source: str = ""
    source_id: str = ""

    kind: ClassVar[str] = "facility"
    layer: ClassVar[Layer] = Layer.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room within a facility; ``cost_eur`` per day part, 0 is free; ``free_at`` when one may use it."""

    id: RoomId
    name: str
    facility_id: FacilityId
    capacity: int
    cost_eur: float | None = None
    kitchen: Tri = Tri.UNKNOWN
    quiet: Tri = Tri.UNKNOWN
    free_at: tuple[DayPart, ...] = ()
    contact: str = ""
    source: str = ""
    source_id: str = ""

    kind: ClassVar[str] = "room"
    layer: ClassVar[Layer] = Layer.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who does it: a welfare organisation, a church, a residents' group, a shop."""

    id: OrganisationId
    name: str
    sort: OrganisationKind
    themes: tuple[ThemeId, ...] = ()
    line: CareLine | None = None
    point: Point | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    partners: tuple[OrganisationId, ...] = ()
    do_not_contact: bool = False
    checked_on: date | None = None
    unreached_on: tuple[date, ...] = ()
    source: str = ""
    source_id: str = ""

    kind: ClassVar[str] = "organisation"
    layer: ClassVar[Layer] = Layer.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A moment at which an initiative takes place; ``on`` only for a one-time or next date."""

    slot: DayPart
    starts: time | None = None
    ends: time | None = None
    rhythm: Rhythm = Rhythm.WEEKLY
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadrantItems:
    """The six placement answers of domain.md 2.11, each -1, -0.5, 0, 0.5 or 1."""

    c1: float
    c2: float
    c3: float
    f1: float
    f2: float
    f3: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """Something people can join or get help from: the *offer* of every search.

    The place is exactly one of ``facility_id`` (with or without ``room_id``), ``point``, ``area_id`` or
    ``no_fixed_place``. ``barriers`` holds only what is known (yes or no) of the sixteen thresholds;
    ``places_free`` is ``None`` when unknown and ignored when ``places_unlimited``. ``contact`` is
    functional ("via …", a general phone number), never a private address. Ages in years, inclusive.
    """

    id: InitiativeId
    name: str
    themes: tuple[ThemeId, ...]
    contact: str
    facility_id: FacilityId | None = None
    room_id: RoomId | None = None
    point: Point | None = None
    address: str = ""
    area_id: AreaId | None = None
    no_fixed_place: bool = False
    sessions: tuple[Session, ...] = ()
    activity_type: ActivityTypeId | None = None
    description: str = ""
    purposes: tuple[Purpose, ...] = ()
    reach: Reach | None = None
    target_groups: tuple[TargetGroupId, ...] = ()
    access: Access = Access.FREE
    age_min: int | None = None
    age_max: int | None = None
    only_for: str = ""
    cost_eur: float | None = None
    languages: tuple[LanguageCode, ...] = (LanguageCode("nl"),)
    barriers: dict[BarrierId, Tri] = field(default_factory=dict)
    home_visit: Tri = Tri.UNKNOWN
    online: Tri = Tri.UNKNOWN
    max_participants: int | None = None
    places_free: int | None = None
    places_unlimited: bool = False
    waiting_list: Tri = Tri.UNKNOWN
    peer_themes: tuple[ThemeId, ...] = ()
    preventive: Tri = Tri.UNKNOWN
    status: OfferStatus = OfferStatus.ACTIVE
    started_on: date | None = None
    stopped_on: date | None = None
    quadrant: QuadrantItems | None = None
    is_example: bool = False
    what_works: str = ""
    what_hinders: str = ""
    run_by: tuple[OrganisationId, ...] = ()
    partners: tuple[OrganisationId, ...] = ()
    do_not_contact: bool = False
    checked_on: date | None = None
    checked_by: str = ""
    unreached_on: tuple[date, ...] = ()
    source: str = ""
    source_id: str = ""

    kind: ClassVar[str] = "initiative"
    layer: ClassVar[Layer] = Layer.PUBLIC
