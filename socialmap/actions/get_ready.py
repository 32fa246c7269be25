"""Do beforehand what the first visitor would otherwise wait for, and look whether the data are whole."""

from __future__ import annotations

from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.workspace import Workspace
from socialmap.model.values import ThemeId
from socialmap.privacy.roles import Right, Role, Viewer, permit
from socialmap.search.browsing import MapFilter, browse
from socialmap.store.verification import ChainReport

_ANY_THEME = ThemeId("ontmoeten")


def get_ready(workspace: Workspace, viewer: Viewer) -> ChainReport:
    """Load pictures and words, compile map and search, verify the journals; damage is told, not raised."""
    permit(viewer, Right.CHECK_STORE)
    workspace.words.find(_ANY_THEME)
    pictures = workspace.projections.current()
    browse(pictures.offers, MapFilter(), workspace.today())
    if pictures.areas.neighbourhoods:
        area = pictures.areas.neighbourhoods[0]
        asked = HelpRequest(themes=(_ANY_THEME,), area_id=area.id, limit=1)
        find_help(workspace, Viewer(Role.PROFESSIONAL), asked)
    return workspace.catalogue.verify()
