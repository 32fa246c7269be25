"""The parts of a screen as chips in a row; which one is open stays chosen while somebody is elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def choose_part(key: str, title: str, labels: Mapping[str, str]) -> str:
    """The chosen one of ``labels`` (the first to begin with); ``title`` is for who cannot see the chips."""
    first = next(iter(labels))
    if st.session_state.get(key) not in labels:
        st.session_state[key] = first
    chosen = st.pills(
        title,
        list(labels),
        key=key,
        required=True,
        format_func=labels.__getitem__,
        label_visibility="collapsed",
        persist_state="session",
    )
    return str(chosen or first)
