"""From a computed idea: invite somebody to lead it, or say that it does not fit."""

from __future__ import annotations

from dataclasses import replace

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
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_ideas as words
from socialmap.model.together import BundleStatus
from socialmap.model.values import ProfessionalId
from socialmap.model.work import Discipline, Professional
from socialmap.privacy.disclosure import FLOOR
from socialmap.privacy.roles import Right, Viewer, permit


def propose_bundle(workspace: Workspace, viewer: Viewer, key: str, to: str = "") -> str:
    """Keep a computed idea for a community worker ``to`` lead, or for whoever takes it up; its id.

    It stays an *idee*: nothing begins before the residents were asked. ``NotFound`` when it changed. Of fewer
    than five people only its owner is told outside the team, so it needs one.
    """
    permit(viewer, Right.PROPOSE_BUNDLES)
    idea = known_idea(Sight.of(workspace, viewer), key)
    invited = {choice.id for choice in _community_workers(workspace)}
    if to and to not in invited:
        raise InvalidInput([Violation("owner", words.NOT_IN_LIST)])
    if not to and idea.people < FLOOR:
        raise InvalidInput([Violation("owner", words.CHOOSE_WHOM)])
    note_members(workspace, viewer.actor, "idee voorstellen", len(idea.needs))
    bundle, members = begun_from(workspace, idea)
    bundle = replace(bundle, owner=ProfessionalId(to) if to else None)
    require_kept(bundle, [members])
    require_new(workspace, key)
    keep(workspace, viewer.actor, [bundle, members], "idee voorgesteld", fresh(bundle, members))
    return bundle.id


def refuse_idea(workspace: Workspace, viewer: Viewer, key: str, reason: str) -> str:
    """Lay a computed idea aside, with why it does not fit; its questions stay open. Gives its id."""
    permit(viewer, Right.PROPOSE_BUNDLES)
    idea = known_idea(Sight.of(workspace, viewer), key)
    note_members(workspace, viewer.actor, "idee wegzetten", len(idea.needs))
    bundle, members = begun_from(workspace, idea)
    bundle = replace(bundle, status=BundleStatus.REJECTED, rejected_because=reason.strip())
    danger = danger_in(workspace, {"rejected_because": bundle.rejected_because})
    require_kept(bundle, [members], more=danger)
    keep(workspace, viewer.actor, [bundle, members], "past niet", fresh(bundle, members))
    return bundle.id


def take_back_idea(workspace: Workspace, viewer: Viewer, bundle_id: str, version: int) -> str:
    """Make an idea again of one that was put away; its id, or "" when it never was more than computed.

    That one is gone then: its people are in the pool again. ``InvalidInput`` when it was not put away, or
    when all of its people are in other ideas by now.
    """
    permit(viewer, Right.PROPOSE_BUNDLES)
    stored = known_bundle(Sight.of(workspace, viewer), bundle_id)
    members = free_members(workspace, bundle_id)
    if stored.entity.status is not BundleStatus.REJECTED:
        raise InvalidInput([Violation("status", words.NOT_NOW)])
    seen = {(stored.entity.kind, bundle_id): version}
    if stored.version == 1 and not stored.entity.owner:
        gone = [(stored.entity.kind, bundle_id), *((each.kind, each.id) for each in members)]
        keep(workspace, viewer.actor, [], "past toch", seen, gone=gone)
        return ""
    if not any(each.need_ids for each in members):
        raise InvalidInput([Violation("status", words.PEOPLE_ELSEWHERE)])
    idea = replace(stored.entity, status=BundleStatus.IDEA, rejected_because="")
    keep(workspace, viewer.actor, [idea, *members], "past toch", seen)
    return bundle_id


def who_can_lead(workspace: Workspace, viewer: Viewer) -> tuple[Choice, ...]:
    """The community workers who can be invited, by name."""
    permit(viewer, Right.PROPOSE_BUNDLES)
    return _community_workers(workspace)


def _community_workers(workspace: Workspace) -> tuple[Choice, ...]:
    found = [
        each
        for each in workspace.projections.people().all(Professional).values()
        if Discipline.COMMUNITY_WORK in {each.discipline, each.second_discipline}
    ]
    return choices((each.id, each.name) for each in sorted(found, key=lambda each: (each.name, each.id)))
