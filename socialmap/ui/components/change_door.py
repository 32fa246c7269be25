"""From the details of a thing to changing it, or to its history."""

from __future__ import annotations

import streamlit as st

from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui.desk import ask_change, ask_history
from socialmap.ui.text import TEXT

ADD_PAGE = "pages/add_offer.py"


def show(viewer: Viewer, kind: str, entity_id: str, name: str) -> None:
    """Draw the buttons that this viewer may use; none for a visitor."""
    words = TEXT.keep
    with st.container(key="aanpassen", horizontal=True, gap="small"):
        if may(viewer, Right.REPORT_OFFERS):
            may_mend = may(viewer, Right.CHANGE_OFFERS)
            st.caption(TEXT.general.wrong if may_mend else TEXT.general.wrong_tell)
        if may(viewer, Right.CHANGE_OFFERS) and st.button(words.change, key=f"pas_aan_{entity_id}"):
            ask_change(kind, entity_id)
            st.switch_page(ADD_PAGE)
        if may(viewer, Right.SEE_HISTORY) and st.button(words.history, key=f"geschiedenis_{entity_id}"):
            ask_history(kind, entity_id, name)
            st.switch_page(ADD_PAGE)
