"""Kennen deze twee elkaar?: pairs to introduce, what stands apart, and the way from one thing to another."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_connections import Connections, show_connections
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui.components import pair_cards, path_view
from socialmap.ui.components.doors import to_map
from socialmap.ui.components.parts import choose_part
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_PART = "verbindingsdeel"
_PAIRS, _WHOLE, _PATH = "paren", "geheel", "weg"
_MOST = 5


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_CONNECTIONS)
    words = TEXT.links
    with st.container(key="verbindingen"):
        heading = st.empty()
        parts = {_PAIRS: words.pairs, _WHOLE: words.whole, _PATH: words.path}
        part = choose_part(_PART, words.parts, parts)
        title = words.title if part == _PAIRS else parts[part]
        intro = f'<p class="inleiding">{escape(words.intro)}</p>' if part == _PAIRS else ""
        heading.html(f"<h1>{escape(title)}</h1>{intro}")
        if part == _PATH:
            path_view.show(workspace, viewer)
        elif part == _WHOLE:
            _whole(show_connections(workspace, viewer))
        else:
            pair_cards.show(workspace, viewer, show_connections(workspace, viewer))


def _whole(found: Connections) -> None:
    words = TEXT.links
    more = [words.more_islands.format(n=found.more_islands)] if found.more_islands else []
    st.html(_section(words.islands, (found.apart, *found.islands, *more)))
    if found.new_link is not None:
        with st.container(key="nieuwe_band"):
            st.html(_section(words.new_link, (found.new_link.sentence,)))
            with st.container(key="band_ends", horizontal=True, gap="small"):
                for one in (found.new_link.first, found.new_link.second):
                    if st.button(
                        words.see_first.format(name=one.label), key=f"band_{one.id}", type="tertiary"
                    ):
                        to_map(open=f"initiative:{one.id}")
    if found.hangs_on:
        st.html(_section(words.hinges, found.hangs_on[:_MOST], words.hinges_help))
    if found.bridges:
        st.html(_section(words.bridges, found.bridges[:_MOST]))


def _section(title: str, lines: Iterable[str], note: str = "") -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    below = f'<p class="stil">{escape(note)}</p>' if note else ""
    return f'<section class="samenhang"><h2>{escape(title)}</h2><ul>{items}</ul>{below}</section>'


if __name__ == "__main__":
    run_page(render)
