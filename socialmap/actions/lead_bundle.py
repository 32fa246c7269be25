"""Working an idea out with residents: what for, who does what, where and for how much, and each step on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from socialmap.actions.bundle_flow import in_the_way, written
from socialmap.actions.bundle_pool import BEING_WORKED_ON
from socialmap.actions.danger import danger_in
from socialmap.actions.idea_lines import Sight, known_bundle, known_idea
from socialmap.actions.keep_bundle import (
    begun_from,
    free_members,
    fresh,
    keep,
    note_members,
    require_kept,
    require_new,
)
from socialmap.actions.saved_ideas import BundleDraft
from socialmap.actions.teams import first_team
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.errors import EditConflict, FieldConflict, InvalidInput, Violation
from socialmap.graph.projection import may_be_asked
from socialmap.model import wording_ideas as words
from socialmap.model.dutch import slot_name
from socialmap.model.given import given
from socialmap.model.language import told
from socialmap.model.people import Talent
from socialmap.model.provision import OrganisationKind
from socialmap.model.together import ActionKind, BundleProposal, BundleStatus, CollectiveAction
from socialmap.model.values import DAY_PARTS, ProfessionalId, TalentKindId, ThemeId
from socialmap.model.work import Discipline, Professional
from socialmap.privacy.roles import Right, Viewer, permit

_FUNDS = frozenset({OrganisationKind.FUND, OrganisationKind.MUNICIPALITY, OrganisationKind.HOUSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleChoices:
    """What can be picked for an idea. A place is ``facility/room``; ``funds`` are tried first for money."""

    owners: tuple[Choice, ...]
    places: tuple[Choice, ...]
    leads: tuple[Choice, ...]
    partners: tuple[Choice, ...]
    funds: tuple[Choice, ...]
    slots: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A step on. The talk belongs to *besproken met bewoners*, ``action_sort`` and ``goal`` to *gestart*,
    ``reason`` to *past niet*. ``seen``: how the idea stood on the screen, if there was one."""

    to: BundleStatus
    seen: BundleStatus | None = None
    talk_on: date | None = None
    talk_said: str = ""
    action_sort: ActionKind | None = None
    goal: int | None = None
    reason: str = ""


def work_out(workspace: Workspace, viewer: Viewer, key: str) -> str:
    """Keep a computed idea with the viewer as its owner, with everybody in it, in one save; its id."""
    permit(viewer, Right.LEAD_BUNDLES)
    idea = known_idea(Sight.of(workspace, viewer), key)
    note_members(workspace, viewer.actor, "idee uitwerken", len(idea.needs))
    bundle, members = begun_from(workspace, idea)
    bundle = replace(bundle, owner=ProfessionalId(viewer.name) if viewer.name else None)
    require_new(workspace, key)
    require_kept(bundle, [members])
    keep(workspace, viewer.actor, [bundle, members], "idee uitgewerkt", fresh(bundle, members))
    return bundle.id


def change_bundle(
    workspace: Workspace, viewer: Viewer, bundle_id: str, draft: BundleDraft, version: int
) -> int:
    """Save an edit that began at ``version``; the version it has now.

    ``EditConflict`` when somebody else changed the same field; ``InvalidInput`` when something cannot be.
    """
    permit(viewer, Right.LEAD_BUNDLES)
    stored = known_bundle(Sight.of(workspace, viewer), bundle_id)
    tidied: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) and name in _WRITTEN else value
        for name, value in asdict(draft).items()
    }
    changed = replace(stored.entity, **tidied)
    wrong = [*_cannot_be(workspace, changed), *danger_in(workspace, written(changed, stored.entity))]
    require_kept(changed, before=stored.entity, more=wrong)
    keep(workspace, viewer.actor, [changed], "idee aangepast", {(changed.kind, changed.id): version})
    return workspace.catalogue.get(BundleProposal, bundle_id).version


def move_bundle(workspace: Workspace, viewer: Viewer, bundle_id: str, step: NextStep, version: int) -> int:
    """Take an idea a step on, or back. ``InvalidInput`` names what has to come first.

    ``EditConflict`` when somebody took another step since.

    What begins is an action too, until it is taken back. Whoever is in another idea by now stays there.
    """
    permit(viewer, Right.LEAD_BUNDLES)
    stored = known_bundle(Sight.of(workspace, viewer), bundle_id)
    now = stored.entity.status
    if step.seen is not None and step.seen is not now:
        raise EditConflict([FieldConflict("status", now, step.to)], stored.version)
    prepared = _prepared(stored.entity, step)
    wrong = tuple(in_the_way(prepared, step.to, workspace.today(), step.action_sort))
    if wrong:
        raise InvalidInput(wrong)
    moved = replace(prepared, status=step.to)
    danger = danger_in(workspace, written(moved, stored.entity))
    require_kept(moved, before=stored.entity, more=danger)
    begun = [_action(workspace, moved, step)] if step.to is BundleStatus.STARTED else []
    back = stored.entity.status not in BEING_WORKED_ON
    members = free_members(workspace, bundle_id) if back and step.to in BEING_WORKED_ON else []
    mistaken = stored.entity.status is BundleStatus.STARTED and step.to is BundleStatus.DISCUSSED
    keep(
        workspace,
        viewer.actor,
        [moved, *members, *begun],
        f"stand: {words.STATUS_NAMES[step.to].lower()}",
        {(moved.kind, moved.id): version} | fresh(*begun),
        gone=_begun_with(workspace, bundle_id) if mistaken else (),
    )
    return workspace.catalogue.get(BundleProposal, bundle_id).version


def bundle_choices(workspace: Workspace, viewer: Viewer, theme: ThemeId) -> BundleChoices:
    """What can be picked for an idea about a theme; people who lead only with their consent."""
    permit(viewer, Right.SEE_BUNDLES)
    pictures = workspace.projections.current()
    organisations = sorted(pictures.organisations.values(), key=lambda each: (each.name, each.id))
    return BundleChoices(
        owners=choices(_owners(workspace)),
        places=choices(_places(workspace)),
        leads=choices(_leads(workspace, theme)),
        partners=choices((each.id, each.name) for each in organisations),
        funds=choices(
            (each.id, each.name) for each in sorted(organisations, key=lambda each: each.sort not in _FUNDS)
        ),
        slots=choices((slot, slot_name(slot)) for slot in DAY_PARTS),
    )


_WRITTEN = frozenset({"purpose", "residents_do", "professional_does"})


def _prepared(bundle: BundleProposal, step: NextStep) -> BundleProposal:
    """The idea with what the step brings along."""
    if step.to is BundleStatus.DISCUSSED:
        return replace(
            bundle,
            talk_on=step.talk_on or bundle.talk_on,
            talk_said=step.talk_said.strip() or bundle.talk_said,
        )
    if step.to is BundleStatus.STARTED:
        return replace(bundle, goal=step.goal or bundle.goal)
    if step.to is BundleStatus.REJECTED:
        return replace(bundle, rejected_because=step.reason.strip())
    if step.to is BundleStatus.IDEA:
        return replace(bundle, rejected_because="")
    return bundle


def _begun_with(workspace: Workspace, bundle_id: str) -> list[tuple[str, str]]:
    """The action that was written down in the same save in which this idea began."""
    catalogue = workspace.catalogue
    began = [
        entry.batch
        for entry in catalogue.history(BundleProposal.kind, bundle_id)
        if any(change.field == "status" for change in entry.changes)
    ]
    return [
        (CollectiveAction.kind, action_id)
        for action_id in workspace.projections.people().all(CollectiveAction)
        if catalogue.history(CollectiveAction.kind, action_id)[0].batch in began[-1:]
    ]


def _action(workspace: Workspace, bundle: BundleProposal, step: NextStep) -> CollectiveAction:
    return CollectiveAction(
        id=workspace.new_id(CollectiveAction.kind),
        sort=given(step.action_sort),
        goal=given(bundle.goal),
        on=workspace.today(),
        story=bundle.purpose,
        team_id=first_team(workspace.projections.people(), bundle.owner),
    )


def _cannot_be(workspace: Workspace, bundle: BundleProposal) -> Iterator[Violation]:
    """What was chosen and is in no list, and a second owner of the same trade."""
    people, pictures = workspace.projections.people(), workspace.projections.current()
    colleagues = people.all(Professional)
    for field, chosen in (("owner", bundle.owner), ("second_owner", bundle.second_owner)):
        if chosen is not None and chosen not in colleagues:
            yield Violation(field, words.NOT_IN_LIST)
    first, second = (colleagues.get(each) if each else None for each in (bundle.owner, bundle.second_owner))
    if first is not None and second is not None and first.discipline is second.discipline:
        yield Violation("second_owner", words.OTHER_DISCIPLINE)
    for field, organisation in (("partner_id", bundle.partner_id), ("money_from", bundle.money_from)):
        if organisation is not None and organisation not in pictures.organisations:
            yield Violation(field, words.NOT_IN_LIST)
    yield from wrong_place_and_leads(workspace, bundle)


def wrong_place_and_leads(workspace: Workspace, bundle: BundleProposal) -> Iterator[Violation]:
    """A place that is not there, or somebody who may not be asked."""
    people, pictures, today = (
        workspace.projections.people(),
        workspace.projections.current(),
        workspace.today(),
    )
    room = pictures.rooms.get(bundle.room_id) if bundle.room_id else None
    elsewhere = bundle.room_id is not None and (room is None or room.facility_id != bundle.facility_id)
    if elsewhere or (bundle.facility_id is not None and bundle.facility_id not in pictures.facilities):
        yield Violation("facility_id", words.NOT_IN_LIST)
    talents = people.all(Talent)
    if not all(lead in talents and may_be_asked(talents[lead], today) for lead in bundle.lead_ids):
        yield Violation("lead_ids", words.NOT_IN_LIST)


def _owners(workspace: Workspace) -> Iterator[tuple[str, str]]:
    found = workspace.projections.people().all(Professional).values()
    for each in sorted(found, key=lambda each: (each.name, each.id)):
        if each.discipline is not Discipline.TEAM_LEAD:
            yield each.id, f"{each.name} ({told(each.discipline)})"


def _places(workspace: Workspace) -> Iterator[tuple[str, str]]:
    pictures = workspace.projections.current()
    found = [
        (pictures.facilities[room.facility_id], room)
        for room in pictures.rooms.values()
        if room.facility_id in pictures.facilities
    ]
    for facility, room in sorted(found, key=lambda pair: (pair[0].name, pair[1].name, pair[1].id)):
        yield f"{facility.id}/{room.id}", f"{facility.name} · {room.name}"


def _leads(workspace: Workspace, theme: ThemeId) -> Iterator[tuple[str, str]]:
    """Everybody who said yes and has a part to play in a group about the theme."""
    vocabulary, people, today = workspace.vocabulary, workspace.projections.people(), workspace.today()
    if theme not in vocabulary.themes:
        return
    for talent in sorted(people.all(Talent).values(), key=lambda each: each.id):
        kind = vocabulary.talents.get(TalentKindId(talent.talent))
        if kind is None or not may_be_asked(talent, today):
            continue
        if theme in (talent.experience_with or kind.helps_with) or kind.hosts_groups:
            yield talent.id, f"{words.began(talent.contact_label or kind.called)} ({kind.called.lower()})"
