"""Saving ideas: a computed one with everybody in it at once, a changed one merged with other changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from socialmap.actions.auditing import note_access
from socialmap.actions.bundle_flow import about_persons
from socialmap.actions.bundle_pool import BEING_WORKED_ON, in_ideas
from socialmap.actions.computed_ideas import ComputedIdea, key_of
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model.people import Need
from socialmap.model.registry import Entity
from socialmap.model.together import BundleMembers, BundleProposal
from socialmap.model.wording_ideas import SAVED_ALREADY
from socialmap.rdf.checking import findings_in

Seen = Mapping[tuple[str, str], int]


def begun_from(workspace: Workspace, idea: ComputedIdea) -> tuple[BundleProposal, BundleMembers]:
    """A computed idea as something to keep: the idea without people, and who is in it apart."""
    spot = idea.spot
    bundle = BundleProposal(
        id=workspace.new_id(BundleProposal.kind),
        theme=idea.theme,
        sort=idea.sort,
        size=idea.people,
        initiative_id=idea.initiative_id,
        facility_id=spot.venue if spot else None,
        room_id=spot.room_id if spot else None,
        slot=spot.slot if spot else None,
        language=spot.language if spot else None,
        lead_ids=tuple(lead.talent for lead in idea.leads),
        partner_id=idea.partner.id if idea.partner else None,
        proposed_on=workspace.today(),
    )
    return bundle, BundleMembers(id=bundle.id, need_ids=idea.needs)


def require_kept(
    bundle: BundleProposal,
    members: Iterable[BundleMembers] = (),
    *,
    before: BundleProposal | None = None,
    more: Iterable[Violation] = (),
) -> None:
    """``InvalidInput`` with everything that keeps this idea from being saved."""
    wrong = [*more, *about_persons(bundle, before)]
    told = {violation.field for violation in wrong}
    shapes = findings_in([bundle, *members]).violations
    wrong += [violation for violation in shapes if violation.field not in told]
    if wrong:
        raise InvalidInput(wrong)


def require_new(workspace: Workspace, key: str) -> None:
    """Nobody works on this computed idea already; ``InvalidInput`` otherwise."""
    saved = workspace.projections.people().all(BundleProposal).values()
    if any(bundle.status in BEING_WORKED_ON and key_of(bundle) == key for bundle in saved):
        raise InvalidInput([Violation("key", SAVED_ALREADY)])


def free_members(workspace: Workspace, bundle_id: str) -> list[BundleMembers]:
    """Who was in an idea that nobody worked on, without those who are in another one by now."""
    people = workspace.projections.people()
    kept, taken, needs = people.all(BundleMembers).get(bundle_id), in_ideas(people), people.all(Need)
    if kept is None:
        return []
    free = (
        need
        for need in kept.need_ids
        if need in needs and (needs[need].resident_id, needs[need].theme) not in taken
    )
    return [replace(kept, need_ids=tuple(free))]


def keep(
    workspace: Workspace,
    actor: str,
    entities: Sequence[Entity],
    action: str,
    seen: Seen,
    gone: Collection[tuple[str, str]] = (),
) -> str:
    """Save what belongs together, and remove what is ``gone``; the batch by which it can be taken back."""
    saved = workspace.catalogue.save(
        list(entities), actor=actor, action=action, at=workspace.clock(), based_on=seen, gone=gone
    )
    return saved.batch


def note_members(workspace: Workspace, actor: str, action: str, count: int) -> None:
    """Write down that questions are about to be put together, before it is done."""
    note_access(workspace, actor, action, Need.kind, count, purpose="Een idee van vragen maken.")


def fresh(*entities: Entity) -> dict[tuple[str, str], int]:
    """For entities that have to be new."""
    return {(entity.kind, str(entity.id)): 0 for entity in entities}
