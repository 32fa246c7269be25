"""Waar staan we?: own dots that only their owner sees, and the mean of a team from five answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui.components import own_dots, team_stand
from socialmap.ui.components.parts import choose_part
from socialmap.ui.page import run_page
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_PART = "standdeel"
_ME, _US = "ik", "team"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_TEAM_MEAN)
    words = TEXT.stand
    places_dots = may(viewer, Right.PLACE_DOTS)
    with st.container(key="standpagina"):
        intro = words.intro if places_dots else words.intro_lead
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(intro)}</p>')
        part = choose_part(_PART, words.parts, {_ME: words.me, _US: words.us}) if places_dots else _US
        if part == _US:
            team_stand.show(workspace, viewer)
        elif not viewer.name:
            st.info(words.choose_name)
        else:
            own_dots.show(workspace, viewer)
            st.button(words.see_team, key="bekijk_team", on_click=_to_team)


def _to_team() -> None:
    st.session_state[_PART] = _US


if __name__ == "__main__":
    run_page(render)
