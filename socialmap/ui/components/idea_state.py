"""Which idea is open, for which theme, and what was just told; forgotten with everything private."""

from __future__ import annotations

import streamlit as st

from socialmap.ui.private_fields import Fields
from socialmap.ui.session import PRIVATE

FIELDS = Fields("ideeen")
_OPEN, _TOLD, _BATCH = (f"{PRIVATE}idee_{name}" for name in ("open", "verteld", "terug"))
THEME = "onderwerp"


def open_idea(name: str) -> None:
    """Show the idea with this key or id; empty for the list."""
    st.session_state[_OPEN] = name
    st.session_state.pop(_BATCH, None)


def opened() -> str:
    return str(st.session_state.get(_OPEN, ""))


def tell(sentence: str) -> None:
    """Say something once, on the next screen."""
    st.session_state[_TOLD] = sentence


def take_told() -> str:
    return str(st.session_state.pop(_TOLD, ""))


def keep_batch(batch: str) -> None:
    """What was just regrouped can be taken back while its idea is open."""
    st.session_state[_BATCH] = batch


def batch() -> str:
    return str(st.session_state.get(_BATCH, ""))


def follow_address(themes: set[str]) -> None:
    """Do what the address asks and take it away: ``thema`` chooses a theme, ``open`` an idea."""
    theme, idea = st.query_params.get("thema", ""), st.query_params.get("open", "")
    if not theme and not idea:
        return
    st.query_params.clear()
    open_idea(idea.removeprefix("bundle:") if idea.startswith("bundle:") else "")
    if theme in themes:
        FIELDS.put(THEME, theme)
