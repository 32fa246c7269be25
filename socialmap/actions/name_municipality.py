"""Which municipality a data folder is of: a short name for an address, and how people call it."""

from __future__ import annotations

from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.model.area import Municipality
from socialmap.privacy.roles import Right, Viewer, permit


def name_municipality(workspace: Workspace, viewer: Viewer) -> Choice:
    """The code and name of the one municipality in the folder; otherwise the name of the folder itself."""
    permit(viewer, Right.SEE_OFFERS)
    found = [stored.entity for stored in workspace.catalogue.all(Municipality)]
    if len(found) == 1:
        return Choice(found[0].id, found[0].name)
    return Choice(workspace.folder.resolve().name, workspace.folder.resolve().name)
