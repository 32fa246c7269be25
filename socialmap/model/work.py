"""The work of a team: who works where, and what they write down and decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from socialmap.model.values import (
    AreaId,
    FacilityId,
    InitiativeId,
    Layer,
    NeedId,
    NetworkId,
    OrganisationId,
    ProfessionalId,
    TalentId,
    TeamId,
    ThemeId,
    Tri,
    Weekday,
)


class Discipline(StrEnum):
    SOCIAL_WORK = "maatschappelijk werk"
    COMMUNITY_WORK = "opbouwwerk"
    SOCIAL_BROKER = "sociaal makelaar"
    YOUTH_WORK = "jongerenwerk"
    ELDERLY_WORK = "ouderenwerk"
    LEGAL_ADVICE = "sociaal raadslieden"
    YOUTH_CARE = "jeugd"
    MENTAL_HEALTH = "ggz"
    COMMUNITY_NURSING = "wijkverpleging"
    WMO = "Wmo-consulent"
    WORK_AND_INCOME = "werk en inkomen"
    TEAM_LEAD = "teamleider"


class FundingKind(StrEnum):
    SUBSIDY = "subsidie"
    AREA_BUDGET = "buurtbudget"
    FUND = "fonds"
    SPONSOR = "sponsor"
    OWN = "eigen bijdrage"
    NONE = "geen"


class TeamModel(StrEnum):
    WITHIN = "binnen_team"
    SHELL = "schil"
    APART = "apart"


class TeamRole(StrEnum):
    """What a team does for an initiative."""

    FACILITATES = "faciliteert"
    SUPPORTS = "ondersteunt"
    INITIATES = "start zelf"


class CheckOutcome(StrEnum):
    CORRECT = "klopt"
    CHANGED = "aangepast"
    STOPPED = "gestopt"
    NO_ANSWER = "niet bereikt"


class CheckMethod(StrEnum):
    VISIT = "bezoek"
    PHONE = "telefoon"
    MAIL = "mail"
    WEBSITE = "website"


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional:
    """A colleague; ``focus`` are top groups of the thesaurus."""

    id: ProfessionalId
    name: str
    discipline: Discipline
    second_discipline: Discipline | None = None
    focus: tuple[ThemeId, ...] = ()
    profile: str = ""
    leads_groups: bool = False
    driver: bool = False
    organisation_id: OrganisationId | None = None
    team_ids: tuple[TeamId, ...] = ()

    kind: ClassVar[str] = "professional"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    id: TeamId
    name: str
    area_ids: tuple[AreaId, ...]
    model: TeamModel = TeamModel.WITHIN
    assignment: str = ""

    kind: ClassVar[str] = "team"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSupport:
    """A team supports, facilitates or starts an initiative."""

    id: str
    team_id: TeamId
    initiative_id: InitiativeId
    role: TeamRole

    kind: ClassVar[str] = "team_support"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceMoment:
    """Where and when we can be found in the neighbourhood; ``who`` is a role text."""

    id: str
    facility_id: FacilityId
    day: Weekday
    starts: time
    ends: time | None = None
    who: str

    kind: ClassVar[str] = "presence"
    layer: ClassVar[Layer] = Layer.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """A colleague knows an initiative, network or organisation (exactly one), since the last contact."""

    id: str
    professional_id: ProfessionalId
    initiative_id: InitiativeId | None = None
    network_id: NetworkId | None = None
    organisation_id: OrganisationId | None = None
    last_contact: date

    kind: ClassVar[str] = "acquaintance"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """Money for an initiative; no ``until`` means structural."""

    id: str
    initiative_id: InitiativeId
    organisation_id: OrganisationId
    sort: FundingKind
    amount_eur: float | None = None
    since: date | None = None
    until: date | None = None

    kind: ClassVar[str] = "funding"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """What an initiative stands on besides people and money; ``place_until``: the end of a contract.

    Of ``volunteers`` and ``volunteers_needed`` none means unknown, 0 that there are none.
    """

    id: str
    initiative_id: InitiativeId
    money_needed: Tri = Tri.UNKNOWN
    place_until: date | None = None
    volunteers: int | None = None
    volunteers_needed: int | None = None

    kind: ClassVar[str] = "footing"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Leadership:
    """Somebody leads an initiative: a talent (a resident, through a worker) or a professional."""

    id: str
    initiative_id: InitiativeId
    talent_id: TalentId | None = None
    professional_id: ProfessionalId | None = None

    kind: ClassVar[str] = "leadership"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """One check of a record: when, by which role, how, and what came out."""

    id: str
    object_kind: str
    object_id: str
    on: date
    by: str
    method: CheckMethod | None = None
    outcome: CheckOutcome

    kind: ClassVar[str] = "verification"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNote:
    """What a worker heard in the street, at most 500 characters and checked for names."""

    id: str
    area_id: AreaId
    on: date
    themes: tuple[ThemeId, ...] = ()
    text: str = ""
    heard_at: str = ""
    written_by: ProfessionalId | None = None

    kind: ClassVar[str] = "field_note"
    layer: ClassVar[Layer] = Layer.CORE


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """Somebody was about to see things of the core: which, how many and what for; never what they say.

    Who and when stand in the journal entry that holds this line. It is written before the things are shown.
    """

    id: str
    action: str
    purpose: str
    things: str
    count: int

    kind: ClassVar[str] = "audit_line"
    layer: ClassVar[Layer] = Layer.CORE


class HandoverStep(StrEnum):
    DISCUSSED = "besproken"
    CONTACTED = "contact gelegd"
    MET = "samen kennisgemaakt"
    WENT_TOGETHER = "eerste keer samen"
    CALLED = "na twee weken gebeld"


class HandoverOutcome(StrEnum):
    COMES = "komt"
    SOMETIMES = "komt_soms"
    NOT_YET = "nog_niet"
    DOES_NOT_FIT = "past_niet"
    STOPPED = "gestopt"


class Face(StrEnum):
    HAPPY = "blij"
    NEUTRAL = "neutraal"
    NOT = "niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    step: HandoverStep
    on: date
    by: ProfessionalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmHandover:
    """Going along the first time, in five small steps."""

    id: str
    need_id: NeedId
    initiative_id: InitiativeId
    steps: tuple[StepTaken, ...] = ()
    outcome: HandoverOutcome | None = None
    face: Face | None = None

    kind: ClassVar[str] = "handover"
    layer: ClassVar[Layer] = Layer.CORE
