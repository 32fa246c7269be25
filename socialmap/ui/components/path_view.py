"""Zoek een verbinding: one thing and who knows it, and the ways from it to another, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.explain_connection import explain_connection
from socialmap.actions.show_connections import show_thing, things_in_network
from socialmap.privacy.roles import Viewer
from socialmap.ui.components.drawing import show_drawing
from socialmap.ui.components.small_graph import picture_of
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_FROM, _TO = "verbinding_van", "verbinding_naar"


def show(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.links
    names = {each.id: each.label for each in things_in_network(workspace, viewer)}
    with st.container(key="vanaf_naar"):
        start = _choose(names, _FROM, words.from_here)
        goal = _choose(names, _TO, words.to_there)
    if start is None:
        st.html(f'<p class="leeg">{escape(words.choose_first)}</p>')
        return
    if goal is not None:
        answer = explain_connection(workspace, viewer, start, goal)
        st.html(_ways([path.sentence for path in answer.paths] or [answer.sentence]))
    thing = show_thing(workspace, viewer, start)
    st.html(f"<h2>{escape(words.around.format(name=thing.label))}</h2>")
    with st.container(key="netvlak"):
        with st.container(key="nettekening"):
            picture = picture_of(thing, words.picture.format(name=thing.label))
            show_drawing(f'<figure class="net" tabindex="0">{picture}</figure>')
        with st.container(key="netwoorden"):
            knows = (
                f"<section><h3>{escape(words.who_knows)}</h3>{_list(thing.known_by)}</section>"
                if thing.known_by
                else ""
            )
            st.html(
                f'<div class="netzinnen">{knows}<section><h3>{escape(words.in_words)}</h3>'
                f"{_list(thing.drawing.sentences)}</section></div>"
            )


def _choose(names: dict[str, str], key: str, label: str) -> str | None:
    return st.selectbox(
        label,
        list(names),
        index=None,
        key=key,
        format_func=names.__getitem__,
        placeholder=TEXT.links.choose,
        filter_mode="contains",
        persist_state="session",
    )


def _ways(sentences: list[str]) -> str:
    words = TEXT.links
    first, *others = sentences
    more = f"<h3>{escape(words.other_ways)}</h3>{_list(others)}" if others else ""
    title = f"<h2>{escape(words.how)}</h2>"
    return f'<section class="weg">{title}<p class="hoofdweg">{escape(first)}</p>{more}</section>'


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
