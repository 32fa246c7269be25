"""Samen in gesprek: the own sheet, and that of the team with its own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui.components import own_sheet, team_sheet
from socialmap.ui.page import run_page
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_PART = "gespreksdeel"
_MINE, _OURS = "mijn", "team"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_TEAM_MEAN)
    words = TEXT.talk
    with st.container(key="gesprek"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        part = _choose_part() if may(viewer, Right.PLACE_DOTS) else _OURS
        if part == _OURS:
            team_sheet.show(workspace, viewer)
        elif not viewer.name:
            st.info(TEXT.stand.choose_name)
        else:
            own_sheet.show(workspace, viewer)


def _choose_part() -> str:
    words = TEXT.talk
    labels = {_MINE: words.mine, _OURS: words.ours}
    if st.session_state.get(_PART) not in labels:
        st.session_state[_PART] = _OURS if st.query_params.get("deel") == _OURS else _MINE
    chosen = st.pills(
        words.parts,
        list(labels),
        key=_PART,
        required=True,
        format_func=labels.__getitem__,
        label_visibility="collapsed",
        persist_state="session",
    )
    return str(chosen or _MINE)


if __name__ == "__main__":
    run_page(render)
