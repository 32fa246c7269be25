"""One idea in two, two in one, and people who join later: always as one step that can be taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from socialmap.actions.bundle_flow import NOT_BEGUN
from socialmap.actions.bundle_pool import members_now, size_now
from socialmap.actions.idea_lines import Sight, known_bundle
from socialmap.actions.keep_bundle import fresh, keep, note_members, require_kept
from socialmap.actions.newcomers import new_needs
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotAllowed, UserError, Violation
from socialmap.model import wording_ideas as words
from socialmap.model.people import Need, Resident
from socialmap.model.together import BundleMembers, BundleProposal, BundleStatus
from socialmap.model.values import NeedId
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.store.entries import Stored

HALF = "helft"
"""Half of the people: whoever waits longest stays."""
_UNDOABLE = frozenset({BundleProposal.kind, BundleMembers.kind})


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The ideas that there are now, and the batch that takes it back."""

    bundle_ids: tuple[str, ...]
    batch: str


def ways_to_split(workspace: Workspace, viewer: Viewer, bundle_id: str) -> tuple[Choice, ...]:
    """Which part could be a group of its own: half of the people, or those of one neighbourhood.

    How many are from a neighbourhood is told to an owner only.
    """
    permit(viewer, Right.LEAD_BUNDLES)
    sight = Sight.of(workspace, viewer)
    bundle = known_bundle(sight, bundle_id).entity
    needs = members_now(sight.people, bundle_id)
    note_members(workspace, viewer.actor, "idee splitsen", len(needs))
    persons = {need.resident_id for need in needs}
    if bundle.status not in NOT_BEGUN or len(persons) < 2:
        return ()
    residents, areas = sight.people.all(Resident), sight.pictures.areas.by_id
    counted = Counter(residents[person].area_id for person in persons if person in residents)
    owns = sight.owns(bundle)
    by_area = [
        (area_id, f"{areas[area_id].name}: {sight.number(count, owner=owns)}")
        for area_id, count in counted.items()
        if area_id in areas and count < len(persons)
    ]
    return choices([(HALF, words.HALF_OF_THEM), *sorted(by_area, key=lambda pair: pair[1])])


def split_bundle(workspace: Workspace, viewer: Viewer, bundle_id: str, part: str, version: int) -> Regrouped:
    """Make one part (see ``ways_to_split``) an idea of its own; every question stays in one of both."""
    permit(viewer, Right.LEAD_BUNDLES)
    stored, members = _to_regroup(workspace, viewer, bundle_id)
    people, needs = workspace.projections.people(), members_now(workspace.projections.people(), bundle_id)
    leaving = _part_of(needs, part, people.all(Resident))
    staying = tuple(need.id for need in needs if need.id not in leaving)
    if not leaving or not staying:
        raise InvalidInput([Violation("part", words.CHOOSE_PART)])
    note_members(workspace, viewer.actor, "idee splitsen", len(needs))
    first = replace(stored.entity, size=_persons(needs, staying))
    second = replace(
        stored.entity,
        id=workspace.new_id(BundleProposal.kind),
        size=_persons(needs, leaving),
        proposed_on=workspace.today(),
        lead_ids=(),
        answered_on=None,
    )
    first_members = replace(members.entity, need_ids=staying)
    second_members = BundleMembers(id=second.id, need_ids=leaving)
    for bundle, who in ((first, first_members), (second, second_members)):
        require_kept(bundle, [who], before=stored.entity)
    seen = {
        (BundleProposal.kind, bundle_id): version,
        (BundleMembers.kind, bundle_id): members.version,
    } | fresh(second, second_members)
    batch = keep(
        workspace, viewer.actor, [first, first_members, second, second_members], "idee gesplitst", seen
    )
    return Regrouped((first.id, second.id), batch)


def merge_bundles(
    workspace: Workspace, viewer: Viewer, bundle_id: str, other_id: str, version: int, other_version: int
) -> Regrouped:
    """Bring the people of the other idea into this one; the other is laid aside, with its texts."""
    permit(viewer, Right.LEAD_BUNDLES)
    (stored, members), (other, others) = (
        _to_regroup(workspace, viewer, each) for each in (bundle_id, other_id)
    )
    if bundle_id == other_id or stored.entity.theme != other.entity.theme:
        raise InvalidInput([Violation("other", words.SAME_THEME)])
    if stored.entity.sort is not other.entity.sort:
        raise InvalidInput([Violation("other", words.SAME_KIND)])
    people = workspace.projections.people()
    needs = (*members_now(people, bundle_id), *members_now(people, other_id))
    note_members(workspace, viewer.actor, "ideeën samenvoegen", len(needs))
    together = tuple(dict.fromkeys(need.id for need in needs))
    merged = replace(stored.entity, size=_persons(needs, together))
    merged_members = replace(members.entity, need_ids=together)
    laid_aside = replace(
        other.entity,
        status=BundleStatus.REJECTED,
        rejected_because=words.MERGED_INTO_ANOTHER,
    )
    nobody = replace(others.entity, need_ids=())
    require_kept(merged, [merged_members], before=stored.entity)
    seen = {
        (BundleProposal.kind, bundle_id): version,
        (BundleMembers.kind, bundle_id): members.version,
        (BundleProposal.kind, other_id): other_version,
        (BundleMembers.kind, other_id): others.version,
    }
    batch = keep(
        workspace, viewer.actor, [merged, merged_members, laid_aside, nobody], "ideeën samengevoegd", seen
    )
    return Regrouped((bundle_id,), batch)


def take_along(workspace: Workspace, viewer: Viewer, bundle_id: str, version: int) -> Regrouped:
    """Bring in everybody who could join now and said yes."""
    permit(viewer, Right.LEAD_BUNDLES)
    sight = Sight.of(workspace, viewer)
    stored = known_bundle(sight, bundle_id)
    found = new_needs(sight, stored.entity)
    if not found:
        raise UserError(words.NOBODY_NEW, words.IDEA_GONE_REMEDY)
    kept = workspace.catalogue.find(BundleMembers, bundle_id)
    needs = members_now(sight.people, bundle_id)
    note_members(workspace, viewer.actor, "mensen erbij", len(found))
    together = tuple(dict.fromkeys((*(need.id for need in needs), *found)))
    size = size_now(sight.people, stored.entity) + len(sight.persons(found))
    changed, members = replace(stored.entity, size=size), BundleMembers(id=bundle_id, need_ids=together)
    require_kept(changed, [members], before=stored.entity)
    seen = {
        (changed.kind, changed.id): version,
        (members.kind, members.id): kept.version if kept else 0,
    }
    return Regrouped((bundle_id,), keep(workspace, viewer.actor, [changed, members], "mensen erbij", seen))


def undo_regrouping(workspace: Workspace, viewer: Viewer, batch: str) -> None:
    """Take back a split, a merge or people who joined, as a whole.

    ``EditConflict`` when something of it was changed since, so that nobody who withdrew comes back.
    """
    permit(viewer, Right.LEAD_BUNDLES)
    if not workspace.catalogue.kinds_in(batch) <= _UNDOABLE:
        raise NotAllowed(words.NOT_A_REGROUPING, words.IDEA_GONE_REMEDY)
    workspace.catalogue.undo(batch, actor=viewer.actor, at=workspace.clock())


def _to_regroup(
    workspace: Workspace, viewer: Viewer, bundle_id: str
) -> tuple[Stored[BundleProposal], Stored[BundleMembers]]:
    stored = known_bundle(Sight.of(workspace, viewer), bundle_id)
    if stored.entity.status not in NOT_BEGUN:
        raise InvalidInput([Violation("status", words.ONLY_BEFORE_START)])
    return stored, workspace.catalogue.get(BundleMembers, bundle_id)


def _part_of(needs: Sequence[Need], part: str, residents: dict[str, Resident]) -> tuple[NeedId, ...]:
    """The questions that go to the second group."""
    if part == HALF:
        order = sorted(needs, key=lambda need: (need.reported_on, need.id))
        persons = list(dict.fromkeys(need.resident_id for need in order))
        chosen = set(persons[(len(persons) + 1) // 2 :])
    else:
        chosen = {
            need.resident_id
            for need in needs
            if need.resident_id in residents and residents[need.resident_id].area_id == part
        }
    return tuple(need.id for need in needs if need.resident_id in chosen)


def _persons(needs: Sequence[Need], chosen: Sequence[NeedId]) -> int:
    return len({need.resident_id for need in needs if need.id in set(chosen)})
