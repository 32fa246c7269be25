"""Ideas that are being worked on, as a viewer may see them: how they stand, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from socialmap.actions.bundle_flow import NEXT, NOT_BEGUN
from socialmap.actions.bundle_pool import members_now, size_now
from socialmap.actions.idea_lines import OwnMember, Sight
from socialmap.collective.leading import LEADS_WANTED
from socialmap.model import wording_ideas as words
from socialmap.model.dutch import dutch_date, euros, slot_name
from socialmap.model.given import given
from socialmap.model.provision import Initiative
from socialmap.model.together import BundleKind, BundleProposal, BundleStatus
from socialmap.model.values import (
    DayPart,
    FacilityId,
    InitiativeId,
    OrganisationId,
    ProfessionalId,
    RoomId,
    TalentId,
    ThemeId,
)
from socialmap.model.work import Professional


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleDraft:
    """What may be edited of a saved idea; nothing of it says who is in it."""

    purpose: str = ""
    residents_do: str = ""
    professional_does: str = ""
    goal: int | None = None
    owner: ProfessionalId | None = None
    second_owner: ProfessionalId | None = None
    facility_id: FacilityId | None = None
    room_id: RoomId | None = None
    slot: DayPart | None = None
    lead_ids: tuple[TalentId, ...] = ()
    partner_id: OrganisationId | None = None
    budget_eur: float | None = None
    money_from: OrganisationId | None = None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One of the things an idea needs; ``told`` is what there is, or what is missing."""

    label: str
    done: bool
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedIdea:
    """A saved idea. Names of colleagues, never of residents; ``next_steps`` in the order of offering."""

    id: str
    version: int
    theme: ThemeId
    theme_label: str
    group: ThemeId
    sort: BundleKind
    status: BundleStatus
    status_label: str
    title: str
    people: str
    areas: tuple[str, ...]
    place: str
    room: str
    open_on_map: str
    initiative: str
    when: str
    language: str
    owner: str
    second_owner: str
    is_owner: bool
    leads: tuple[str, ...]
    partner: str
    money_from: str
    budget: str
    proposed_on: date | None
    talk_on: date | None
    talk_said: str
    rejected_because: str
    answered: str
    own: tuple[OwnMember, ...]
    others: str
    tasks: tuple[TaskLine, ...]
    next_steps: tuple[BundleStatus, ...]
    draft: BundleDraft


def draft_of(bundle: BundleProposal) -> BundleDraft:
    return BundleDraft(**{name: getattr(bundle, name) for name in BundleDraft.__slots__})


def tell_saved(sight: Sight, bundle: BundleProposal, version: int) -> SavedIdea:
    """A saved idea for this viewer; its owners see exact numbers (domain.md 4.H item 5)."""
    vocabulary, people = sight.workspace.vocabulary, sight.people
    owns = sight.owns(bundle)
    theme = vocabulary.themes.get(bundle.theme)
    size, needs = size_now(people, bundle), [need.id for need in members_now(people, bundle.id)]
    place, room, opens = sight.place(bundle.facility_id, bundle.room_id)
    offer = _initiative(sight, bundle.initiative_id)
    label = theme.label if theme else ""
    return SavedIdea(
        id=bundle.id,
        version=version,
        theme=bundle.theme,
        theme_label=label,
        group=vocabulary.top_of(bundle.theme) if theme else bundle.theme,
        sort=bundle.sort,
        status=bundle.status,
        status_label=words.STATUS_NAMES[bundle.status],
        title=words.together(label),
        people=sight.number(size, owner=owns),
        areas=sight.areas(needs, size, owner=owns),
        place=place,
        room=room,
        open_on_map=opens or (f"initiative:{bundle.initiative_id}" if offer else ""),
        initiative=offer,
        when=slot_name(bundle.slot) if bundle.slot else "",
        language=vocabulary.languages.get(bundle.language, "") if bundle.language else "",
        owner=_name(sight, bundle.owner),
        second_owner=_name(sight, bundle.second_owner),
        is_owner=owns,
        leads=tuple(told for lead in bundle.lead_ids if (told := sight.lead(lead))),
        partner=_organisation(sight, bundle.partner_id),
        money_from=_organisation(sight, bundle.money_from),
        budget="" if bundle.budget_eur is None else euros(bundle.budget_eur),
        proposed_on=bundle.proposed_on,
        talk_on=bundle.talk_on,
        talk_said=bundle.talk_said,
        rejected_because=bundle.rejected_because,
        answered=_answered(bundle),
        own=sight.own(needs),
        others=sight.others(needs),
        tasks=tuple(_tasks(sight, bundle, place or offer)),
        next_steps=NEXT[bundle.status],
        draft=draft_of(bundle),
    )


def _answered(bundle: BundleProposal) -> str:
    """Both sides see since when an idea lies there, and when it was answered (domain.md 3, S4)."""
    if bundle.answered_on:
        return words.answered_sentence(dutch_date(bundle.answered_on))
    waits = bundle.status in NOT_BEGUN and bundle.proposed_on is not None
    return words.sent_sentence(dutch_date(given(bundle.proposed_on))) if waits else ""


def _tasks(sight: Sight, bundle: BundleProposal, place: str) -> Iterator[TaskLine]:
    """What is there and what is missing; who joins something that exists needs no leader or money."""
    yield TaskLine(words.PLACE, bool(place), place or words.NO_PLACE)
    if bundle.sort is not BundleKind.JOIN:
        short = LEADS_WANTED - len(bundle.lead_ids)
        told = ", ".join(filter(None, map(sight.lead, bundle.lead_ids)))
        wanted = words.missing_leads(short) if short > 0 else ""
        yield TaskLine(words.LEADS, short <= 0, ". ".join(filter(None, (told, wanted))))
        partner = _organisation(sight, bundle.partner_id)
        yield TaskLine(words.PARTNER, bool(partner), partner or words.NO_PARTNER)
        yield _money(sight, bundle)
    asked = bool(bundle.talk_said and bundle.talk_on)
    yield TaskLine(
        words.TALK, asked, dutch_date(bundle.talk_on) if bundle.talk_on and asked else words.NO_TALK
    )


def _money(sight: Sight, bundle: BundleProposal) -> TaskLine:
    if bundle.budget_eur is None:
        return TaskLine(words.MONEY, False, words.NO_MONEY)
    payer = _organisation(sight, bundle.money_from)
    told = payer or (words.MONEY_WANTED if bundle.budget_eur else "")
    return TaskLine(
        words.MONEY,
        bool(payer) or not bundle.budget_eur,
        ". ".join(filter(None, (euros(bundle.budget_eur), told))),
    )


def _initiative(sight: Sight, offer_id: InitiativeId | None) -> str:
    stored = sight.workspace.catalogue.find(Initiative, offer_id) if offer_id else None
    return stored.entity.name if stored else ""


def _name(sight: Sight, professional: ProfessionalId | None) -> str:
    found = sight.people.all(Professional).get(professional) if professional else None
    return found.name if found else ""


def _organisation(sight: Sight, organisation: OrganisationId | None) -> str:
    found = sight.pictures.organisations.get(organisation) if organisation else None
    return found.name if found else ""
