"""Ideas as a viewer may see them: who is in one for whoever holds the question, numbers for the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from socialmap.actions.bundle_pool import BEING_WORKED_ON, size_now
from socialmap.actions.computed_ideas import ComputedIdea, computed_idea, key_of
from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.projections import Pictures
from socialmap.actions.workspace import Workspace
from socialmap.collective.proposals import Lead, Misfit
from socialmap.errors import NotFound
from socialmap.model import wording_ideas as words
from socialmap.model.dutch import slot_name
from socialmap.model.given import given
from socialmap.model.people import Need, Resident, Talent
from socialmap.model.together import BundleKind, BundleProposal
from socialmap.model.values import (
    AreaId,
    FacilityId,
    InitiativeId,
    Layer,
    NeedId,
    ResidentId,
    RoomId,
    ThemeId,
)
from socialmap.model.wording_bundling import (
    FIRST_STEP,
    too_few_sentence,
    why_not_sentence,
)
from socialmap.model.work import Professional
from socialmap.privacy.disclosure import FLOOR, number_words
from socialmap.privacy.roles import Viewer, layers_of
from socialmap.store.entries import Stored

ALMOST = 2
"""So many people too few, a group is near enough to show it to everybody."""


@dataclass(frozen=True, slots=True)
class OwnMember:
    """A question that the viewer holds, by its pseudonym; ``sentence`` says why it does not fit, if so."""

    need_id: NeedId
    pseudonym: ResidentId
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """A computed idea. Empty texts: nothing to say, or nothing that this viewer may know.

    ``ready``: enough people to begin. ``open_on_map`` is what the map opens. ``ask`` are own questions of
    people who still have to be asked, ``ask_others`` says how many more there are. ``joins`` says how many
    people with the same question can join what exists. ``saved_id``: the idea that somebody works on
    already, for the same place and time.
    """

    key: str
    theme: ThemeId
    theme_label: str
    group: ThemeId
    sort: BundleKind
    ready: bool
    title: str
    sentence: str
    joins: str
    people: str
    areas: tuple[str, ...]
    place: str
    room: str
    open_on_map: str
    when: str
    language: str
    still_needed: str
    ask: tuple[OwnMember, ...]
    ask_others: str
    own: tuple[OwnMember, ...]
    others: str
    leads: tuple[str, ...]
    partner: str
    missing: tuple[str, ...]
    not_fitting: tuple[str, ...]
    own_not_fitting: tuple[OwnMember, ...]
    saved_id: str
    first_step: str = FIRST_STEP


@dataclass(frozen=True, slots=True)
class Sight:
    """What one viewer may know of the people in ideas."""

    workspace: Workspace = field(repr=False)
    inside: bool
    name: str
    people: PeoplePicture = field(repr=False)
    pictures: Pictures = field(repr=False)

    @classmethod
    def of(cls, workspace: Workspace, viewer: Viewer) -> Sight:
        return cls(
            workspace,
            Layer.CORE in layers_of(viewer),
            viewer.name,
            workspace.projections.people(),
            workspace.projections.current(),
        )

    def holds(self, need: Need) -> bool:
        return self.inside and self.name != "" and need.held_by == self.name

    def exact(self, count: int, *, owner: bool = False) -> bool:
        """May this number of people who gave permission be told as it is?"""
        return self.inside or owner or count == 0 or count >= FLOOR

    def may_know(self, idea: ComputedIdea) -> bool:
        """Outside the core an idea of fewer than five people is not there: it says too much of them."""
        return self.exact(idea.people)

    def may_know_saved(self, bundle: BundleProposal) -> bool:
        """The same of one that is kept; whoever leads it knows of it (domain.md 4.H item 5)."""
        return self.exact(size_now(self.people, bundle), owner=self.owns(bundle))

    def owns(self, bundle: BundleProposal) -> bool:
        return self.name != "" and self.name in {bundle.owner, bundle.second_owner}

    def worth_showing(self, idea: ComputedIdea) -> bool:
        """Almost a group, or somebody of the viewer is in it or could be asked."""
        return idea.still_needed <= ALMOST or bool(self.own(idea.needs)) or bool(self.own(idea.could_ask))

    def number(self, count: int, *, owner: bool = False) -> str:
        return words.people_words(count) if self.exact(count, owner=owner) else number_words(count)

    def own(self, needs: Iterable[NeedId]) -> tuple[OwnMember, ...]:
        """The viewer's own among these questions, one line for each person."""
        found: dict[ResidentId, OwnMember] = {}
        for need in self._known(needs):
            if self.holds(need):
                found.setdefault(need.resident_id, OwnMember(need.id, need.resident_id))
        return tuple(found.values())

    def persons(self, needs: Iterable[NeedId]) -> set[ResidentId]:
        return {need.resident_id for need in self._known(needs)}

    def others(self, needs: Collection[NeedId]) -> str:
        """How many of these are with a colleague; only for who may know exact numbers inside."""
        if not self.inside:
            return ""
        own = {member.pseudonym for member in self.own(needs)}
        count = len(self.persons(needs) - own)
        return words.at_colleagues(count) if count else ""

    def areas(self, needs: Iterable[NeedId], count: int, *, owner: bool = False) -> tuple[str, ...]:
        """The neighbourhoods these people are from, by name, where their number may be told."""
        if not self.exact(count, owner=owner):
            return ()
        residents, areas = self.people.all(Resident), self.pictures.areas.by_id
        ids: set[AreaId] = {
            residents[person].area_id for person in self.persons(needs) if person in residents
        }
        return tuple(sorted(areas[area_id].name for area_id in ids if area_id in areas))

    def leads(self, leads: Iterable[Lead]) -> tuple[str, ...]:
        """Who to ask; that somebody has the same question is told to whoever holds it."""
        return tuple(
            self.lead(lead.talent, lead=lead, own_person=self._holds_person(lead.person)) for lead in leads
        )

    def lead(self, talent_id: str, *, lead: Lead | None = None, own_person: bool = False) -> str:
        talent = self.people.all(Talent).get(talent_id)
        if talent is None:
            return ""
        kind = self.workspace.vocabulary.talents.get(talent.talent)
        via = self.people.all(Professional).get(talent.via) if talent.via else None
        return words.lead_line(
            talent.contact_label or (kind.label if kind else talent.talent),
            lead.role if lead else None,
            via.name if via else "",
            member=bool(lead and lead.also_participant and own_person),
        )

    def misfits(
        self, found: Sequence[Misfit], more: int = 0
    ) -> tuple[tuple[str, ...], tuple[OwnMember, ...]]:
        """The reasons with how many people each holds for, and the viewer's own one by one."""
        needs = self.people.all(Need)
        own: list[OwnMember] = []
        counted: Counter[str] = Counter()
        for misfit in found:
            need = needs.get(misfit.need)
            told = " ".join(misfit.sentences)
            if need is not None and self.holds(need):
                own.append(OwnMember(need.id, need.resident_id, told))
            else:
                counted.update(map(why_not_sentence, misfit.why[:1]))
        lines = [words.misfit_counted(self.number(count), why) for why, count in counted.most_common()]
        if more:
            lines.append(words.more_misfits(self.number(more)))
        return tuple(lines), tuple(own)

    def place(self, facility_id: FacilityId | None, room_id: RoomId | None) -> tuple[str, str, str]:
        """The name of a facility, of a room in it, and what the map opens."""
        facility = self.pictures.facilities.get(facility_id) if facility_id else None
        room = self.pictures.rooms.get(room_id) if room_id else None
        opens = f"facility:{facility.id}" if facility else ""
        return facility.name if facility else "", room.name if room else "", opens

    def _holds_person(self, person: str) -> bool:
        return any(self.holds(need) for need in self.people.all(Need).values() if need.resident_id == person)

    def _known(self, needs: Iterable[NeedId]) -> list[Need]:
        every = self.people.all(Need)
        return [every[need] for need in needs if need in every]


def known_idea(sight: Sight, key: str) -> ComputedIdea:
    """The idea with this key, if this viewer may know of it; ``NotFound`` otherwise, or when it changed."""
    idea = computed_idea(sight.workspace, key)
    if not sight.may_know(idea):
        raise NotFound(words.IDEA_GONE, words.IDEA_GONE_REMEDY)
    return idea


def known_bundle(sight: Sight, bundle_id: str) -> Stored[BundleProposal]:
    """A saved idea that this viewer may know of; ``NotFound`` for any other, as if it were not there."""
    stored = sight.workspace.catalogue.find(BundleProposal, bundle_id)
    if stored is None or not sight.may_know_saved(stored.entity):
        raise NotFound(words.IDEA_GONE, words.IDEA_GONE_REMEDY)
    return stored


def tell_idea(sight: Sight, idea: ComputedIdea) -> Idea:
    """A computed idea for this viewer."""
    vocabulary = sight.workspace.vocabulary
    theme = vocabulary.themes[idea.theme]
    spot, number = idea.spot, sight.number(idea.people)
    place, room, opens = (
        sight.place(spot.venue, spot.room_id)
        if spot
        else (idea.initiative_name, "", _offer(idea.initiative_id))
    )
    ask, others = sight.own(idea.could_ask), sight.others(idea.could_ask)
    not_fitting, own_not_fitting = sight.misfits(idea.not_fitting, idea.more_not_fitting)
    return Idea(
        key=idea.key,
        theme=idea.theme,
        theme_label=theme.label,
        group=vocabulary.top_of(idea.theme),
        sort=idea.sort,
        ready=idea.still_needed == 0,
        title=words.together(theme.label),
        sentence=_sentence(sight, idea, number),
        joins=_joins(sight, idea),
        people=number,
        areas=sight.areas(idea.needs, idea.people),
        place=place,
        room=room,
        open_on_map=opens,
        when=slot_name(spot.slot) if spot else "",
        language=vocabulary.languages.get(spot.language, spot.language) if spot else "",
        still_needed=words.still_needed_sentence(idea.still_needed, ask=bool(ask or others))
        if idea.still_needed
        else "",
        ask=ask,
        ask_others=others or (words.ASK_COLLEAGUES if idea.still_needed and not ask else ""),
        own=sight.own(idea.needs),
        others=sight.others(idea.needs),
        leads=sight.leads(idea.leads),
        partner=idea.partner.name if idea.partner else "",
        missing=idea.missing,
        not_fitting=not_fitting,
        own_not_fitting=own_not_fitting,
        saved_id=_saved(sight, idea),
    )


def _saved(sight: Sight, idea: ComputedIdea) -> str:
    saved = sight.people.all(BundleProposal).values()
    return next(
        (each.id for each in saved if each.status in BEING_WORKED_ON and key_of(each) == idea.key), ""
    )


def _offer(offer_id: InitiativeId | None) -> str:
    return f"initiative:{offer_id}" if offer_id else ""


def _sentence(sight: Sight, idea: ComputedIdea, number: str) -> str:
    single = idea.people == 1 and sight.exact(idea.people)
    if idea.sort is BundleKind.JOIN:
        return words.joins_sentence(number, single, idea.initiative_name)
    if idea.sort is BundleKind.EXTEND:
        return words.second_group_for(number, single, idea.initiative_name)
    spot = given(idea.spot)  # a new group has a place and a time
    if not idea.still_needed:
        return words.new_group_sentence(number, spot.venue_name, spot.slot)
    return too_few_sentence(idea.people, idea.still_needed, spot.venue_name, spot.slot)


def _joins(sight: Sight, idea: ComputedIdea) -> str:
    """How many can join what exists, next to a new or a second group; only where that number may be told."""
    count = len(idea.joining)
    if not count or not sight.exact(count):
        return ""
    what = idea.exists[0] if len(idea.exists) == 1 else words.WHAT_EXISTS
    return words.joins_sentence(words.people_words(count), count == 1, what)


def labels_of(workspace: Workspace, themes: Iterable[ThemeId]) -> Mapping[ThemeId, str]:
    """The names of themes, in the order of their names."""
    known = workspace.vocabulary.themes
    return dict(sorted(((theme, known[theme].label) for theme in set(themes)), key=lambda item: item[1]))
