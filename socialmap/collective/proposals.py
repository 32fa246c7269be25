"""What bundling answers: joins, second groups, new groups, and who has no place and why (domain.md 4.B)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from socialmap.model.people import VolunteerRoleKind
from socialmap.model.together import BundleStatus
from socialmap.model.values import (
    DayPart,
    FacilityId,
    InitiativeId,
    LanguageCode,
    NeedId,
    OrganisationId,
    ResidentId,
    RoomId,
    TalentId,
    ThemeId,
)
from socialmap.model.wording_bundling import (
    FIRST_STEP,
    NotBundledReason,
    WhyNot,
    group_sentence,
    not_bundled_sentence,
    second_group_sentence,
    too_few_sentence,
    why_not_sentence,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person, by the question that waits longest; ``also`` are merged questions."""

    need: NeedId
    person: ResidentId
    distance_m: int
    also: tuple[NeedId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A question takes a free place in something that exists."""

    need: NeedId
    person: ResidentId
    initiative_id: InitiativeId
    name: str
    score: int
    distance_m: int | None
    also: tuple[NeedId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """So many people fit only what is full that a second group is worth asking for.

    One need per person, longest waiting first; ``also`` are further questions of the same people.
    """

    initiative_id: InitiativeId
    name: str
    needs: tuple[NeedId, ...]
    also: tuple[NeedId, ...] = ()
    status: BundleStatus = BundleStatus.IDEA

    @property
    def sentence(self) -> str:
        return second_group_sentence(self.name)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Somebody who cannot come to a place, with every reason; no distance where no place is meant."""

    need: NeedId
    why: tuple[WhyNot, ...]
    distance_m: int | None = None
    also: tuple[NeedId, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(map(why_not_sentence, self.why))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Somebody to ask as *trekker*; ``leads`` as many initiatives already."""

    talent: TalentId
    person: str
    role: VolunteerRoleKind
    also_participant: bool
    distance_m: int
    leads: int


class FoundBy(StrEnum):
    """How a partner was found: through its themes, or through its kind (domain.md 2.9)."""

    THEME = "thema"
    KIND = "soort"


@dataclass(frozen=True, slots=True)
class NearestPartner:
    id: OrganisationId
    name: str
    distance_m: int
    found_by: FoundBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where, when and in which language a group can meet."""

    venue: FacilityId
    venue_name: str
    room_id: RoomId | None
    slot: DayPart
    language: LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGroup:
    """An idea for a new group, longest waiting member first.

    ``asked_too_much``: people who fit and lead enough already, never proposed. ``not_fitting``: those
    within reach who have no place anywhere, nearest first, with ``more_not_fitting`` behind them.
    """

    spot: Spot
    members: tuple[Member, ...]
    mean_distance_m: int
    leads: tuple[Lead, ...]
    asked_too_much: tuple[TalentId, ...]
    partner: NearestPartner | None
    score: int
    missing: tuple[str, ...]
    not_fitting: tuple[Misfit, ...] = ()
    more_not_fitting: int = 0
    first_step: str = FIRST_STEP
    status: BundleStatus = BundleStatus.IDEA

    @property
    def needs(self) -> tuple[NeedId, ...]:
        return tuple(member.need for member in self.members)

    @property
    def sentence(self) -> str:
        return group_sentence(
            len(self.members), self.spot.venue_name, self.spot.slot, misfits=bool(self.not_fitting)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TooFew:
    """The best group that cannot start yet; ``could_ask``: who still has to be asked and could come."""

    spot: Spot
    members: tuple[Member, ...]
    still_needed: int
    could_ask: tuple[NeedId, ...] = ()
    not_fitting: tuple[Misfit, ...] = ()
    first_step: str = FIRST_STEP

    @property
    def needs(self) -> tuple[NeedId, ...]:
        return tuple(member.need for member in self.members)

    @property
    def sentence(self) -> str:
        return too_few_sentence(len(self.members), self.still_needed, self.spot.venue_name, self.spot.slot)


@dataclass(frozen=True, slots=True)
class NotBundled:
    """A question that is not for a group; ``chore``: a service for odd jobs can do it."""

    need: NeedId
    reason: NotBundledReason
    chore: bool = False

    @property
    def sentence(self) -> str:
        return not_bundled_sentence(self.reason, chore=self.chore)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundling:
    """The answer of one run for one theme: all of it ideas.

    ``joins`` in the order of handling, ``new`` with the highest score first, ``maybe_too`` are the questions
    of people who still have to be asked (never counted).
    """

    theme: ThemeId
    joins: tuple[Join, ...] = ()
    extensions: tuple[Extension, ...] = ()
    new: tuple[NewGroup, ...] = ()
    too_few: TooFew | None = None
    maybe_too: tuple[NeedId, ...] = ()
    not_bundled: tuple[NotBundled, ...] = ()
    no_place: tuple[Misfit, ...] = ()
    first_step: str = FIRST_STEP
