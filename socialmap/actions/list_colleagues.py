"""Which colleagues do the same work as the viewer; for choosing who you are."""

from __future__ import annotations

from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.model.work import Discipline, Professional
from socialmap.privacy.roles import Right, Role, Viewer, permit

_ROLES = {
    Discipline.COMMUNITY_WORK: Role.COMMUNITY_WORKER,
    Discipline.SOCIAL_BROKER: Role.BROKER,
    Discipline.TEAM_LEAD: Role.TEAM_LEAD,
}


def list_colleagues(workspace: Workspace, viewer: Viewer) -> tuple[Choice, ...]:
    """Colleagues in the viewer's role, by discipline and name; none for who has no such role."""
    permit(viewer, Right.SEE_OFFERS)
    found = [
        stored.entity
        for stored in workspace.catalogue.all(Professional)
        if _ROLES.get(stored.entity.discipline, Role.PROFESSIONAL) is viewer.role
    ]
    order = list(Discipline)
    found.sort(key=lambda colleague: (order.index(colleague.discipline), colleague.name))
    return choices((colleague.id, colleague.name) for colleague in found)


def is_colleague(workspace: Workspace, name: str) -> bool:
    """Does somebody who works here have this id?"""
    return workspace.catalogue.find(Professional, name) is not None
