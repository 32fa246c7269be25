"""Residents by pseudonym, their needs and talents, and the informal ties of a street.

Nothing here can hold an identity: there is no field for a name, address, birth date or free text about
a person (architecture A5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from socialmap.model.values import (
    AreaId,
    DayPart,
    InitiativeId,
    LanguageCode,
    Layer,
    NeedId,
    NetworkId,
    Point,
    ProfessionalId,
    ResidentId,
    TalentId,
    TalentKindId,
    ThemeId,
    ThresholdId,
    Tri,
)


class Mobility(StrEnum):
    """How far somebody gets; the profile table is in ``search/matching.py``."""

    POOR = "slecht_ter_been"
    WALKING = "lopend"
    CYCLING = "fiets"
    TRANSIT = "ov_auto"


class AgeGroup(StrEnum):
    AGE_0_11 = "0-11"
    AGE_12_17 = "12-17"
    AGE_18_26 = "18-26"
    AGE_27_44 = "27-44"
    AGE_45_64 = "45-64"
    AGE_65_74 = "65-74"
    AGE_75_PLUS = "75+"


class OwnNetwork(StrEnum):
    NOBODY = "niemand"
    ONE_OR_TWO = "een_of_twee"
    MORE = "meer"
    UNKNOWN = "onbekend"


class Permission(StrEnum):
    """May this be linked to others? Asked per need and per talent, withdrawn at any time."""

    YES = "ja"
    STILL_TO_ASK = "nog_vragen"
    NO = "nee"


class PeerWish(StrEnum):
    """Would this person like to meet people with the same experience?"""

    GLADLY = "graag"
    RATHER_NOT = "liever_niet"
    NO_PREFERENCE = "geen_voorkeur"


class AskedBy(StrEnum):
    SELF = "zelf"
    RELATIVE = "naaste"
    PROFESSIONAL = "professional"


class Origin(StrEnum):
    REFERRED = "aangemeld"
    CAME_IN = "zelf_gekomen"
    OUTREACH = "erop_af"
    VIA_GROUP = "via_groep"
    SOCIAL_PRESCRIPTION = "welzijn_op_recept"


class NeedStatus(StrEnum):
    OPEN = "open"
    NOT_YET = "nog_niet"
    RUNNING = "loopt"
    DONE = "afgerond"
    STOPPED = "gestopt"


class NetworkKind(StrEnum):
    STREET_APP = "straatapp"
    NEXTDOOR = "nextdoor"
    FACEBOOK = "facebookgroep"
    SCHOOL_PARENTS = "ouders bij school"
    COMMUNITY = "gemeenschap"
    SPORT_PARENTS = "sportouders"
    FLAT = "flat"


class VolunteerRoleKind(StrEnum):
    LEAD = "trekker"
    CONTENT = "inhoud"
    HOST = "gastrol"
    HELP = "hulp"
    BOARD = "bestuur"
    TREASURER = "penningmeester"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """A person with a generated pseudonym (B-014), known only by what decides whether something fits."""

    id: ResidentId
    area_id: AreaId
    rounded_point: Point | None = None
    age_group: AgeGroup | None = None
    languages: tuple[LanguageCode, ...] = ()
    mobility: Mobility | None = None
    own_network: OwnNetwork = OwnNetwork.UNKNOWN

    kind: ClassVar[str] = "resident"
    layer: ClassVar[Layer] = Layer.CORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A question of a resident. Empty ``available`` means *weet niet*."""

    id: NeedId
    resident_id: ResidentId
    theme: ThemeId
    reported_on: date
    mobility: Mobility
    available: tuple[DayPart, ...]
    may_be_linked: Permission
    side_themes: tuple[ThemeId, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    thresholds: tuple[ThresholdId, ...] = ()
    peer_wish: PeerWish = PeerWish.NO_PREFERENCE
    wheelchair: bool = False
    has_indication: Tri = Tri.UNKNOWN
    asked_by: AskedBy = AskedBy.SELF
    origin: Origin | None = None
    goes_well: tuple[TalentKindId, ...] = ()
    status: NeedStatus = NeedStatus.OPEN
    remind_on: date | None = None
    closed_on: date | None = None
    held_by: ProfessionalId | None = None

    kind: ClassVar[str] = "need"
    layer: ClassVar[Layer] = Layer.CORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Talent:
    """What somebody can and wants to do, reached through a worker; consent lapses after twelve months."""

    id: TalentId
    resident_id: ResidentId | None = None
    contact_label: str = ""
    talent: TalentKindId
    consent: Permission
    consent_on: date | None = None
    available: tuple[DayPart, ...] = ()
    area_id: AreaId | None = None
    mobility: Mobility | None = None
    languages: tuple[LanguageCode, ...] = ()
    hours_per_month: float | None = None
    experience_with: tuple[ThemeId, ...] = ()
    conduct_certificate: str = ""
    via: ProfessionalId | None = None

    kind: ClassVar[str] = "talent"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class InformalNetwork:
    """A street app, the parents at the school gate: described by area and by role, not by name."""

    id: NetworkId
    name: str
    sort: NetworkKind
    area_id: AreaId
    key_figure: str = ""
    members_estimate: int | None = None

    kind: ClassVar[str] = "network"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedItem:
    """Something that can be borrowed, and through whom."""

    id: str
    sort: str
    lent_via: str = ""
    area_id: AreaId | None = None

    kind: ClassVar[str] = "shared_item"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerRole:
    """A role in an initiative, filled or still open."""

    id: str
    initiative_id: InitiativeId
    role: VolunteerRoleKind
    filled: bool = False
    talent_id: TalentId | None = None
    professional_id: ProfessionalId | None = None

    kind: ClassVar[str] = "volunteer_role"
    layer: ClassVar[Layer] = Layer.SHELL
