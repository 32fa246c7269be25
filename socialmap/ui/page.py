"""Runs a page file: gives it the workspace and the viewer, and catches what goes wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from socialmap.privacy.roles import Role, Viewer
from socialmap.ui import heard_danger, session
from socialmap.ui.guard import guarded

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

Render = Callable[["Workspace", Viewer], None]


def run_page(render: Render) -> None:
    """Draw a page for the viewer of this session; a page opened without a role is seen as a visitor."""
    viewer = session.viewer() or Viewer(Role.VISITOR)
    guarded(lambda: render(heard_danger.listening(), viewer))
