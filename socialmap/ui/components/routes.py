"""Three ways on a result: the own circle first, what is nearby, and people who go through the same."""

from __future__ import annotations

import streamlit as st

from socialmap.ui.components.search_state import got, key
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

CIRCLE, NEARBY, PEERS = "kring", "buurt", "lotgenoten"


def chosen() -> str:
    """The way that is open; nearby at first."""
    return str(got("route", NEARBY))


def choose(nearby: int, peers: int) -> None:
    """The three tabs, with how much is in the last two."""
    words = TEXT.route
    labels = {
        CIRCLE: words.circle,
        NEARBY: words.with_count.format(name=words.nearby, n=nearby),
        PEERS: words.with_count.format(name=words.peers, n=peers),
    }
    st.segmented_control(
        words.label,
        list(labels),
        key=key("route"),
        default=None if key("route") in st.session_state else NEARBY,
        required=True,
        format_func=labels.__getitem__,
        label_visibility="collapsed",
        width="stretch",
        wrap=False,
        persist_state="session",
    )


def show_circle() -> None:
    """What to ask first, together with the resident; nothing to fill in."""
    words = TEXT.route
    questions = "".join(f"<li>{escape(question)}</li>" for question in words.circle_questions)
    st.html(
        f'<section class="kring"><h2>{escape(words.circle_title)}</h2>'
        f"<p><b>{escape(words.circle_tip)}</b></p><ul>{questions}</ul>"
        f"<p>{escape(words.circle_why)}</p><p>{escape(words.circle_none)}</p></section>"
    )
