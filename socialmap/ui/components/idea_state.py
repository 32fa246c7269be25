"""Which idea is open, for which theme, and what was just told; forgotten with everything private."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from socialmap.ui.private_fields import Fields
from socialmap.ui.session import PRIVATE

FIELDS = Fields("ideeen")
_OPEN, _TOLD, _LAST, _BATCH = (
    f"{PRIVATE}idee_{name}" for name in ("open", "verteld", "laatst_verteld", "terug")
)
THEME, AREA = "onderwerp", "buurt"


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
    st.session_state[_LAST] = str(st.session_state.pop(_TOLD, ""))
    return str(st.session_state[_LAST])


def tell_again() -> None:
    """What this run told, told by the next one as well."""
    tell(str(st.session_state.get(_LAST, "")))


def keep_batch(batch: str) -> None:
    """What was just regrouped can be taken back while its idea is open."""
    st.session_state[_BATCH] = batch


def batch() -> str:
    return str(st.session_state.get(_BATCH, ""))


def follow_address(themes: Collection[str], areas: Collection[str]) -> None:
    """Do what the address asks and take it away.

    ``thema`` chooses a theme or a leefgebied, ``buurt`` a neighbourhood, ``open`` an idea.
    """
    theme, idea = st.query_params.get("thema", ""), st.query_params.get("open", "")
    area = st.query_params.get("buurt", "")
    if not theme and not idea:
        return
    st.query_params.clear()
    open_idea(idea.removeprefix("bundle:") if idea.startswith("bundle:") else "")
    if theme in themes:
        FIELDS.put(THEME, theme)
        FIELDS.put(AREA, area if area in areas else None)
