"""No line, no data: what an action of the core writes down before it shows anything."""

from __future__ import annotations

from socialmap.actions.workspace import Workspace
from socialmap.model.work import AuditLine


def note_access(
    workspace: Workspace, actor: str, action: str, things: str, count: int, *, purpose: str
) -> None:
    """Write that ``actor`` is about to see how many things of which kind, and what for. Never what they say.

    ``OutsideError`` when the line cannot be kept; the caller then shows nothing.
    """
    line = AuditLine(
        id=workspace.new_id(AuditLine.kind), action=action, purpose=purpose, things=things, count=count
    )
    workspace.catalogue.save([line], actor=actor, action="inzage", at=workspace.clock())
