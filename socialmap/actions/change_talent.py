"""A talent that is kept: what somebody says when asked again, what changed, and who wants to stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from socialmap.actions.insisting import insist
from socialmap.actions.save_talent import TalentDraft, wrong_in
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput
from socialmap.model.people import Permission, Talent, VolunteerRole
from socialmap.model.together import BundleProposal
from socialmap.model.work import Leadership
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid
from socialmap.store.entries import Stored


@dataclass(frozen=True, slots=True)
class TalentOpened:
    """A talent as it can be changed, and the version that was read."""

    draft: TalentDraft
    label: str
    version: int


def ask_consent_again(
    workspace: Workspace, viewer: Viewer, talent_id: str, answer: Permission, version: int
) -> None:
    """What the person said when asked again: a yes counts from today; after a no the talent is taken away."""
    permit(viewer, Right.ADD_TALENTS)
    if answer is Permission.NO:
        stop_talent(workspace, viewer, talent_id)
        return
    stored = workspace.catalogue.get(Talent, talent_id)
    on = workspace.today() if answer is Permission.YES else None
    changed = replace(stored.entity, consent=answer, consent_on=on)
    _keep(workspace, viewer.actor, changed, "toestemming gevraagd", version)


def stop_talent(workspace: Workspace, viewer: Viewer, talent_id: str) -> None:
    """Take a talent away, in one save with everything that refers to it. ``NotFound`` when it is gone.

    Stopping never has to wait for somebody else's edit: it is tried again on what is there then.
    """
    permit(viewer, Right.ADD_TALENTS)

    def take_away() -> None:
        workspace.catalogue.get(Talent, talent_id)
        leads = [
            (Leadership.kind, lead.id)
            for lead in workspace.projections.people().all(Leadership).values()
            if lead.talent_id == talent_id
        ]
        freed = list(_without(workspace, talent_id))
        workspace.catalogue.save(
            [changed.entity for changed in freed],
            actor=viewer.actor,
            action="talent weggehaald",
            at=workspace.clock(),
            based_on={(each.entity.kind, each.entity.id): each.version for each in freed},
            gone=[*leads, (Talent.kind, talent_id)],
        )

    insist(take_away)


def open_talent(workspace: Workspace, viewer: Viewer, talent_id: str) -> TalentOpened:
    """A talent to fill in the form with; ``NotFound`` when it is gone."""
    permit(viewer, Right.ADD_TALENTS)
    stored = workspace.catalogue.get(Talent, talent_id)
    talent = stored.entity
    draft = TalentDraft(
        talent=talent.talent,
        contact_label=talent.contact_label,
        consent=talent.consent,
        consent_on=talent.consent_on,
        area_id=talent.area_id,
        mobility=talent.mobility,
        available=talent.available,
        languages=talent.languages,
        hours_per_month=talent.hours_per_month,
        experience_with=talent.experience_with,
        conduct_certificate=talent.conduct_certificate,
    )
    return TalentOpened(draft, workspace.vocabulary.talents[talent.talent].label, stored.version)


def change_talent(
    workspace: Workspace, viewer: Viewer, talent_id: str, draft: TalentDraft, version: int
) -> None:
    """Save an edit that began at ``version``, checked as a new talent is.

    What somebody can do and the yes to it stay as they are: another talent wants a yes of its own.
    """
    permit(viewer, Right.ADD_TALENTS)
    talent = workspace.catalogue.get(Talent, talent_id).entity
    kept = replace(
        draft,
        talent=talent.talent,
        consent=talent.consent,
        consent_on=talent.consent_on,
        experience_with=talent.experience_with,
    )
    wrong = list(wrong_in(workspace, kept))
    if wrong:
        raise InvalidInput(wrong)
    changed = replace(
        talent,
        contact_label=" ".join(draft.contact_label.split()),
        area_id=draft.area_id,
        mobility=draft.mobility,
        available=draft.available,
        languages=draft.languages,
        hours_per_month=draft.hours_per_month,
        conduct_certificate=draft.conduct_certificate,
    )
    require_valid(changed)
    _keep(workspace, viewer.actor, changed, "talent aangepast", version)


def _keep(workspace: Workspace, actor: str, talent: Talent, action: str, version: int) -> None:
    workspace.catalogue.save(
        [talent],
        actor=actor,
        action=action,
        at=workspace.clock(),
        based_on={(Talent.kind, talent.id): version},
    )


def _without(workspace: Workspace, talent_id: str) -> Iterator[Stored[Any]]:
    """What refers to the talent keeps its place without saying who: roles, and ideas of a group."""
    people, catalogue = workspace.projections.people(), workspace.catalogue
    roles = [each.id for each in people.all(VolunteerRole).values() if each.talent_id == talent_id]
    for role in catalogue.many(VolunteerRole, roles).values():
        yield Stored(replace(role.entity, talent_id=None), role.version)
    ideas = [each.id for each in people.all(BundleProposal).values() if talent_id in each.lead_ids]
    for idea in catalogue.many(BundleProposal, ideas).values():
        left = tuple(lead for lead in idea.entity.lead_ids if lead != talent_id)
        yield Stored(replace(idea.entity, lead_ids=left), idea.version)
