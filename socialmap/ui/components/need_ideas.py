"""From one of the own questions to the ideas that it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_bundles import ideas_of_need
from socialmap.privacy.roles import Viewer
from socialmap.ui import passing_on
from socialmap.ui.components import idea_state as state
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def show(workspace: Workspace, viewer: Viewer, need_id: str) -> None:
    """A button for each idea; nothing when there is none."""
    page, ideas = passing_on.open_door(viewer, "samen"), ideas_of_need(workspace, viewer, need_id)
    if not page or not ideas:
        return
    with st.container(key="vraagideeen", gap="small"):
        st.html(f"<h2>{escape(TEXT.idea.of_need)}</h2>")
        for number, idea in enumerate(ideas):
            if st.button(idea.label, key=f"vraagidee_{number}"):
                state.open_idea(idea.id)
                st.switch_page(page)
