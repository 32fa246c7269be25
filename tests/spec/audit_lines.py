"""The lines that actions of the core left, in the order in which they were written."""

from __future__ import annotations

from socialmap.actions.workspace import Workspace
from socialmap.model.change import Position
from socialmap.model.work import AuditLine


def audit(workspace: Workspace, since: Position | None = None) -> list[tuple[str, str, int]]:
    """Of each line what was looked at, the kind of things, and how many."""
    changes, _ = workspace.catalogue.changes_since(since or Position())
    lines = [change.entity for change in changes if isinstance(change.entity, AuditLine)]
    return [(line.action, line.things, line.count) for line in lines]
