"""From the details of a thing to changing it, to saying that it is not right, or to its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui.components import suggestion_form
from socialmap.ui.desk import ask_change, ask_history
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

ADD_PAGE = "pages/add_offer.py"


def show(workspace: Workspace, viewer: Viewer, kind: str, entity_id: str, name: str) -> None:
    """Draw what this viewer may do: change it, or else say what is not right."""
    words = TEXT.keep
    if not may(viewer, Right.CHANGE_OFFERS):
        suggestion_form.show(workspace, viewer, kind, entity_id)
    with st.container(key="aanpassen", horizontal=True, gap="small"):
        if may(viewer, Right.CHANGE_OFFERS):
            st.caption(TEXT.general.wrong)
        if may(viewer, Right.CHANGE_OFFERS) and st.button(words.change, key=f"pas_aan_{entity_id}"):
            ask_change(kind, entity_id)
            st.switch_page(ADD_PAGE)
        if may(viewer, Right.SEE_HISTORY) and st.button(words.history, key=f"geschiedenis_{entity_id}"):
            ask_history(kind, entity_id, name)
            st.switch_page(ADD_PAGE)
