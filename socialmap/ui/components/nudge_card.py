"""Kan dit samen met anderen? One click, never in the way; nothing of the answer is stored."""

from __future__ import annotations

import streamlit as st

from socialmap.privacy.roles import Viewer
from socialmap.ui import passing_on
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT


def show(viewer: Viewer) -> None:
    """The card, while there is something to ask."""
    nudge = passing_on.nudge()
    if nudge is None:
        return
    words = TEXT.nudge
    with st.container(key="duwtje", gap="small"):
        st.html(f"<h2>{escape(words.title)}</h2><p>{escape(nudge.sentence)}</p>")
        with st.container(key="duwtje_knoppen", horizontal=True, gap="small"):
            together = passing_on.open_door(viewer, "samen")
            if together and st.button(words.look, key="duwtje_samen", type="primary"):
                passing_on.keep_nudge(None)
                st.switch_page(together, query_params={"thema": nudge.theme})
            st.button(words.later, key="duwtje_later", on_click=passing_on.keep_nudge, args=(None,))
            st.button(
                words.no, key="duwtje_nee", type="tertiary", on_click=passing_on.keep_nudge, args=(None,)
            )
