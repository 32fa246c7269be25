"""What a team does together with residents: bundles, signals, actions, positions and conversations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from socialmap.model.values import (
    AreaId,
    DayPart,
    FacilityId,
    InitiativeId,
    LanguageCode,
    Layer,
    NeedId,
    OrganisationId,
    ProfessionalId,
    RoomId,
    TalentId,
    TeamId,
    ThemeId,
)


class BundleKind(StrEnum):
    JOIN = "aansluiten"
    EXTEND = "uitbreiden"
    NEW = "nieuw"


class BundleStatus(StrEnum):
    IDEA = "idee"
    DISCUSSED = "besproken_met_bewoners"
    STARTED = "gestart"
    RUNNING = "loopt"
    STOPPED = "gestopt"
    REJECTED = "afgewezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleProposal:
    """An idea to do something together. Its members are kept apart (``BundleMembers``, layer core).

    ``answered_on``: when a *sociaal makelaar* last said what there is for it: a place, a leader, a partner.
    """

    id: str
    theme: ThemeId
    sort: BundleKind
    size: int
    initiative_id: InitiativeId | None = None
    facility_id: FacilityId | None = None
    room_id: RoomId | None = None
    slot: DayPart | None = None
    language: LanguageCode | None = None
    lead_ids: tuple[TalentId, ...] = ()
    partner_id: OrganisationId | None = None
    owner: ProfessionalId | None = None
    second_owner: ProfessionalId | None = None
    proposed_on: date | None = None
    purpose: str = ""
    goal: int | None = None
    budget_eur: float | None = None
    money_from: OrganisationId | None = None
    residents_do: str = ""
    professional_does: str = ""
    talk_on: date | None = None
    talk_said: str = ""
    status: BundleStatus = BundleStatus.IDEA
    rejected_because: str = ""
    answered_on: date | None = None

    kind: ClassVar[str] = "bundle"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleMembers:
    """Which needs a bundle brings together; never leaves the core."""

    id: str
    need_ids: tuple[NeedId, ...] = ()

    kind: ClassVar[str] = "bundle_members"
    layer: ClassVar[Layer] = Layer.CORE


class SignalKind(StrEnum):
    MISSING_OFFER = "aanbod_ontbreekt"
    SERVICE_DISAPPEARS = "dienst_verdwijnt"
    NOT_ACCESSIBLE = "voorziening_niet_toegankelijk"
    HOME_AND_BLOCK = "woning_en_woonblok"
    SAFETY = "veiligheid_overlast"
    SCHOOL_AND_YOUTH = "school_en_jeugd"
    RULES_AND_WAITING = "geldregels_en_wachttijd"
    HEALTH = "gezondheid"
    TENSION = "samenleven_spanning"


class Scale(StrEnum):
    COMPLEX = "straat_of_complex"
    NEIGHBOURHOOD = "buurt"
    DISTRICT = "wijk"
    WIDER = "meer_wijken"


class CauseLevel(StrEnum):
    PERSON = "persoon"
    SURROUNDINGS = "omgeving"
    SYSTEM = "systeem"


class SignalSource(StrEnum):
    FIGURES = "cijfers"
    WORKER = "werker"
    GROUP = "groep"
    RESIDENT = "bewoner"
    PARTNER = "partner"


class SignalChoice(StrEnum):
    SELF = "zelf"
    TOGETHER = "samen"
    RAISE = "aankaarten"


class Dimension(StrEnum):
    OWN_STRENGTH = "eigen_kracht"
    HELP_OF_OTHERS = "hulp_van_anderen"
    INFLUENCE = "invloed"


class CloseReason(StrEnum):
    """Why a signal is closed; not every signal has to become something that is done together."""

    SOLVED = "opgelost"
    ELSEWHERE = "loopt elders"
    NOTHING_NEEDED = "geen vervolg nodig"
    INSUFFICIENT = "onvoldoende"


class SignalStatus(StrEnum):
    NOTICED = "opgemerkt"
    DEEPENED = "verdiept"
    PLACED = "thuisgebracht"
    IN_HAND = "in_behandeling"
    REPORTED_BACK = "teruggekoppeld"
    CLOSED = "afgesloten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A worker's signal: what we see, where, and what we ask of whom.

    ``about_building``: about a building or service, so that ``where`` may be precise however few people.
    """

    id: str
    title: str
    sort: SignalKind
    scale: Scale
    cause: CauseLevel
    origin: SignalSource
    what_we_see: str
    where: str
    about_building: bool = False
    noticed_on: date | None = None
    how_often: str = ""
    consequence: str = ""
    possible_cause: str = ""
    already_done: str = ""
    residents_say: str = ""
    we_ask: str = ""
    addressed_to: str = ""
    choice: SignalChoice | None = None
    owner: ProfessionalId | None = None
    report_back_on: date | None = None
    reported_back: str = ""
    dimension: Dimension | None = None
    themes: tuple[ThemeId, ...] = ()
    area_ids: tuple[AreaId, ...] = ()
    status: SignalStatus = SignalStatus.NOTICED
    closed_because: str = ""

    kind: ClassVar[str] = "signal"
    layer: ClassVar[Layer] = Layer.SHELL


class IntroductionOutcome(StrEnum):
    """What was decided about two initiatives that may not know each other."""

    KNOW_EACH_OTHER = "kennen_elkaar"
    INVITED = "voorgesteld"
    LET_BE = "laat_maar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Two initiatives that do something alike, nearby; whoever answered is not asked again."""

    id: str
    initiative_ids: tuple[InitiativeId, ...]
    outcome: IntroductionOutcome
    on: date

    kind: ClassVar[str] = "introduction"
    layer: ClassVar[Layer] = Layer.SHELL


class ActionKind(StrEnum):
    BUNDLE = "bundelen"
    CONNECT = "verbinden"
    GROUP_OFFER = "groepsaanbod"
    JOINT_ACTION = "gezamenlijke_actie"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectiveAction:
    """Something a team did together: which kind of action, for which of the three goals.

    Without a ``team_id`` it counts for no team: who made it is in none, or it is not known.
    """

    id: str
    sort: ActionKind
    goal: int
    dimension: Dimension | None = None
    on: date
    story: str = ""
    team_id: TeamId | None = None

    kind: ClassVar[str] = "action"
    layer: ClassVar[Layer] = Layer.SHELL


class PositionKind(StrEnum):
    SELF_NOW = "zelf_nu"
    TEAM_NOW = "team_nu"
    SELF_LATER = "zelf_straks"
    TEAM_LATER = "team_straks"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadrantPosition:
    """One dot of one respondent in one round; x and y between -1 and 1. Only its owner sees it."""

    id: str
    respondent: ProfessionalId
    team_id: TeamId | None = None
    year: int
    sort: PositionKind
    x: float
    y: float

    kind: ClassVar[str] = "position"
    layer: ClassVar[Layer] = Layer.CORE


class WeekMarkKind(StrEnum):
    LOOKED_AT = "bekeken"
    NEXT_WEEK = "volgende_week"
    DONE = "gelukt"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMark:
    """What one colleague did with a line of *Deze week*, for herself; ``target`` never names a resident."""

    id: str
    professional_id: ProfessionalId
    sort: WeekMarkKind
    target: str
    on: date

    kind: ClassVar[str] = "week_mark"
    layer: ClassVar[Layer] = Layer.CORE


class ConversationMode(StrEnum):
    INDIVIDUAL = "individueel"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The conversation sheet: what we do, what we want more of, what holds us back, one agreement."""

    id: str
    mode: ConversationMode
    on: date
    respondent: ProfessionalId | None = None
    team_id: TeamId | None = None
    already: tuple[str, ...] = ()
    want_more: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    certainty: int | None = None
    learning_wishes: tuple[str, ...] = ()
    agreement: str = ""
    agreement_on: date | None = None

    kind: ClassVar[str] = "conversation"
    layer: ClassVar[Layer] = Layer.CORE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseBasis:
    """What the counts of one Monday were made from: whom each number counted. It never leaves the core.

    ``frozen`` is one text (``privacy/release_text.py``): nobody asks the graph about its parts.
    """

    id: str
    on: date
    frozen: str

    kind: ClassVar[str] = "release"
    layer: ClassVar[Layer] = Layer.CORE
