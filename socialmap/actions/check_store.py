"""Is everything that was ever accepted still there, whole and in order?"""

from __future__ import annotations

from socialmap.actions.workspace import Workspace
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.store.verification import ChainReport


def check_store(workspace: Workspace, viewer: Viewer) -> ChainReport:
    """Recompute the hash chain, every entry and the current state; damage is reported, not raised."""
    permit(viewer, Right.CHECK_STORE)
    return workspace.catalogue.verify()
