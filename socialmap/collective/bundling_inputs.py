"""What bundling reads: open questions, places, people who could lead, and partners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from socialmap.collective.rooms import Rooms, Venue
from socialmap.geo.footways import STRAIGHT_LINES, Footways
from socialmap.geo.walking import Traveller
from socialmap.model.people import Mobility, Permission
from socialmap.model.provision import OrganisationKind
from socialmap.model.values import (
    DayPart,
    FacilityId,
    InitiativeId,
    LanguageCode,
    NeedId,
    OrganisationId,
    ResidentId,
    TalentId,
    TalentKindId,
    ThemeId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """An open question about the theme of the run; positions in RD New metres.

    Empty ``available`` or ``languages`` mean unknown. ``also``: further questions of the same person that
    were merged into this one. ``refused``: where and when, ``refused_offers``: to what, a colleague said
    that this does not fit.
    """

    id: NeedId
    person: ResidentId
    x_m: float
    y_m: float
    mobility: Mobility
    available: tuple[DayPart, ...]
    languages: tuple[LanguageCode, ...]
    may_be_linked: Permission
    reported_on: date
    wheelchair: bool = False
    also: tuple[NeedId, ...] = ()
    refused: frozenset[tuple[FacilityId, DayPart]] = frozenset()
    refused_offers: frozenset[InitiativeId] = frozenset()

    @property
    def traveller(self) -> Traveller:
        return Traveller(self.mobility, self.wheelchair)

    @property
    def ids(self) -> tuple[NeedId, ...]:
        return (self.id, *self.also)


class Fit(NamedTuple):
    """An initiative that this question fits; ``places`` left, ``None`` without a (known) limit.

    Of what is ``one_to_one`` there is no second group.
    """

    initiative_id: InitiativeId
    name: str
    score: int
    distance_m: int | None
    places: int | None
    one_to_one: bool = False


Fits = Callable[[OpenQuestion], Sequence[Fit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadCandidate:
    """A talent with a valid consent; ``leads``: how many initiatives this person leads already.

    ``person`` is the resident where known, so that somebody can be leader and participant at once.
    """

    id: TalentId
    person: str
    talent: TalentKindId
    x_m: float
    y_m: float
    mobility: Mobility
    available: tuple[DayPart, ...]
    languages: tuple[LanguageCode, ...]
    leads: int
    experience_with: tuple[ThemeId, ...] = ()

    @property
    def traveller(self) -> Traveller:
        return Traveller(self.mobility)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation; ``sort`` finds it when no organisation is about the theme (domain.md 2.9)."""

    id: OrganisationId
    name: str
    themes: tuple[ThemeId, ...]
    x_m: float
    y_m: float
    sort: OrganisationKind | None = None


class Means:
    """All that a town has to start a group with; made once for the runs of all themes."""

    def __init__(
        self,
        venues: Iterable[Venue] = (),
        candidates: Iterable[LeadCandidate] = (),
        partners: Iterable[Partner] = (),
        footways: Footways = STRAIGHT_LINES,
    ) -> None:
        self.footways = footways
        self.rooms = Rooms(venues)
        self.candidates_by_kind: dict[TalentKindId, list[LeadCandidate]] = defaultdict(list)
        for candidate in candidates:
            self.candidates_by_kind[candidate.talent].append(candidate)
        self.partners_by_theme: dict[ThemeId, list[Partner]] = defaultdict(list)
        self.partners_by_sort: dict[OrganisationKind, list[Partner]] = defaultdict(list)
        for partner in sorted(partners, key=lambda partner: partner.id):
            for theme in dict.fromkeys(partner.themes):
                self.partners_by_theme[theme].append(partner)
            if partner.sort is not None:
                self.partners_by_sort[partner.sort].append(partner)
