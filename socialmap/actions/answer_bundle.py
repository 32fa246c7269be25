"""A sociaal makelaar answers an idea without seeing a question: a place, people who could lead, a partner."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socialmap.actions.idea_lines import Sight, known_bundle
from socialmap.actions.keep_bundle import keep, require_kept
from socialmap.actions.lead_bundle import wrong_place_and_leads
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_ideas as words
from socialmap.model.together import BundleProposal
from socialmap.model.values import FacilityId, OrganisationId, RoomId, TalentId
from socialmap.privacy.roles import Right, Viewer, permit


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleAnswer:
    """What there is for an idea; at least one of these."""

    facility_id: FacilityId | None = None
    room_id: RoomId | None = None
    lead_ids: tuple[TalentId, ...] = ()
    partner_id: OrganisationId | None = None


def answer_bundle(
    workspace: Workspace, viewer: Viewer, bundle_id: str, answer: BundleAnswer, version: int
) -> int:
    """Write the answer into the idea with today's date; the version it has now.

    ``EditConflict`` when somebody chose something else meanwhile.
    """
    permit(viewer, Right.ANSWER_BUNDLES)
    stored = known_bundle(Sight.of(workspace, viewer), bundle_id)
    if not (answer.facility_id or answer.lead_ids or answer.partner_id):
        raise InvalidInput([Violation("facility_id", words.ANSWER_SOMETHING)])
    changed = replace(
        stored.entity,
        facility_id=answer.facility_id,
        room_id=answer.room_id,
        lead_ids=answer.lead_ids,
        partner_id=answer.partner_id,
        answered_on=workspace.today(),
    )
    wrong = list(wrong_place_and_leads(workspace, changed))
    if answer.partner_id and answer.partner_id not in workspace.projections.current().organisations:
        wrong.append(Violation("partner_id", words.NOT_IN_LIST))
    require_kept(changed, before=stored.entity, more=wrong)
    keep(workspace, viewer.actor, [changed], "antwoord op idee", {(changed.kind, changed.id): version})
    return workspace.catalogue.get(BundleProposal, bundle_id).version
