"""After saving: what was saved, where it lands, and where to go next."""

from __future__ import annotations

from html import escape

import streamlit as st

from socialmap.actions.save_offer import Saved
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui.desk import ask_change, ask_history, shelf
from socialmap.ui.guard import plain
from socialmap.ui.text import TEXT

MAP_PAGE, FIND_PAGE, CHECKS_PAGE = "pages/map_page.py", "pages/find_help.py", "pages/checks.py"


def show(viewer: Viewer, saved: Saved, kind: str) -> None:
    """The whole screen after *Bewaar*."""
    words = TEXT.keep
    with st.container(key="bewaard", gap="small"):
        _told(saved)
        for hint in saved.hints:
            st.html(f'<p class="hint"><b>{words.hint}</b> {escape(hint.sentence)}</p>')
        with st.container(key="bewaard_verder", horizontal=True, gap="small"):
            if shelf().from_check:
                st.page_link(CHECKS_PAGE, label=TEXT.checks.back_to_list)
            to_map(kind, saved.id)
            if may(viewer, Right.FIND_HELP):
                st.page_link(FIND_PAGE, label=words.to_search)
        with st.container(horizontal=True, gap="small"):
            if may(viewer, Right.ADD_OFFERS):
                st.button(words.add_more, key="nog_iets", type="primary", on_click=close)
            st.button(words.change, key="weer_aanpassen", on_click=ask_change, args=(kind, saved.id))
            args = (kind, saved.id, saved.name)
            st.button(words.history, key="naar_geschiedenis", on_click=ask_history, args=args)


def show_above(saved: Saved, kind: str) -> None:
    """The same in short, above the next form."""
    with st.container(key="bewaard_kort", gap="small"):
        _told(saved)
        to_map(kind, saved.id)


def to_map(kind: str, entity_id: str) -> None:
    """A link to the map with this thing open; organisations are not on the map themselves."""
    opened = {} if kind == "organisation" else {"open": f"{kind}:{entity_id}"}
    st.page_link(MAP_PAGE, label=TEXT.keep.to_map, query_params=opened)


def close() -> None:
    shelf().saved = None


def _told(saved: Saved) -> None:
    words = TEXT.keep
    lines = " ".join(part for part in (words.saved_findable, saved.placed) if part)
    st.markdown(f"**{plain(words.saved.format(name=saved.name))}**  \n{plain(lines)}")
