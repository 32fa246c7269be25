"""The way to a sheet for paper, which opens beside the app."""

from __future__ import annotations

import streamlit as st

from socialmap.ui import paper
from socialmap.ui.session import PRIVATE
from socialmap.ui.showing import escape


def show(name: str, label: str, page: str) -> None:
    """Lay the page ready, every time the same address for this session, and link to it."""
    key = f"{PRIVATE}blad_{name}"
    token = paper.lay_ready(page, st.session_state.get(key, ""))
    st.session_state[key] = token
    st.html(
        f'<a class="naar-blad" href="{paper.ADDRESS}{escape(token)}" target="_blank" rel="noopener">'
        f"{escape(label)}</a>"
    )
