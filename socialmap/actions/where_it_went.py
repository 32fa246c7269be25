"""Under which id a thing is found now: what was on the map twice answers under both its ids."""

from __future__ import annotations

from typing import TypeVar

from socialmap.actions.workspace import Workspace
from socialmap.model.doubles import Replacement, replacement_id
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.store.entries import Stored

E = TypeVar("E", Facility, Organisation, Initiative)


def where_it_went(workspace: Workspace, viewer: Viewer, kind: str, entity_id: str) -> str:
    """The id of what this went into; ``entity_id`` itself when it did not go anywhere."""
    permit(viewer, Right.SEE_OFFERS)
    found = workspace.catalogue.find(Replacement, replacement_id(kind, entity_id))
    return found.entity.new_id if found else entity_id


def arrive(workspace: Workspace, viewer: Viewer, cls: type[E], entity_id: str) -> Stored[E]:
    """The thing with this id, or what it went into; ``NotFound`` when neither is there."""
    permit(viewer, Right.SEE_OFFERS)
    stored = workspace.catalogue.find(cls, entity_id)
    if stored is not None:
        return stored
    return workspace.catalogue.get(cls, where_it_went(workspace, viewer, cls.kind, entity_id))
