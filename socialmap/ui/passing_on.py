"""What one screen hands to the next about somebody: only in this session, never in an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from socialmap.actions.own_needs import OwnNeed
from socialmap.actions.record_need import Nudge
from socialmap.actions.search_choices import SearchChoices
from socialmap.privacy.roles import Viewer, may
from socialmap.ui.components import search_state
from socialmap.ui.session import PRIVATE

FIND_PAGE = "pages/find_help.py"
NEW_NEED_PAGE = "pages/new_need.py"
OWN_NEEDS_PAGE = "pages/own_needs.py"
_GOING = f"{PRIVATE}meegaan_naar"
_NUDGE = f"{PRIVATE}duwtje"
_SHOWN = f"{PRIVATE}vraag_open"
_SEARCHED = f"{PRIVATE}vraag_gezocht"


@dataclass(frozen=True, slots=True)
class GoingTo:
    """The initiative that somebody wants to go along to."""

    initiative_id: str
    name: str


def go_along_to(initiative_id: str, name: str) -> None:
    st.session_state[_GOING] = GoingTo(initiative_id, name)


def going_to() -> GoingTo | None:
    going: GoingTo | None = st.session_state.get(_GOING)
    return going


def stop_going() -> None:
    st.session_state.pop(_GOING, None)


def show_need(need_id: str) -> None:
    """Which of the own questions *Mijn vragen* has open; empty for the list."""
    st.session_state[_SHOWN] = need_id


def shown_need() -> str:
    return str(st.session_state.get(_SHOWN, ""))


def keep_nudge(nudge: Nudge | None) -> None:
    """Show the nudge until somebody chooses; nothing of it is stored."""
    st.session_state[_NUDGE] = nudge


def nudge() -> Nudge | None:
    kept: Nudge | None = st.session_state.get(_NUDGE)
    return kept


def search_for(need: OwnNeed, choices: SearchChoices) -> NoReturn:
    """Open *Zoek voor iemand* with this question filled in and its answer on the screen.

    Where only the district is known, the neighbourhood is asked first.
    """
    groups = {theme.id: group.id for group in choices.groups for theme in group.themes}
    sides = {str(side): groups[side] for side in need.side_themes if side in groups}
    search_state.fill_in(
        themes={str(need.theme): str(need.group), **sides},
        area_id=next((area.id for area in choices.areas if area.id == need.area_id), ""),
        mobility=need.mobility,
        day_parts=need.available,
        thresholds=need.thresholds,
        languages=need.languages,
        peer_wish=need.peer_wish,
        wheelchair=need.wheelchair,
        age_group=need.age_group,
    )
    st.session_state[_SEARCHED] = need.id
    st.switch_page(FIND_PAGE)


def searched_for() -> str:
    """The question that was last searched for; empty when there is none."""
    return str(st.session_state.get(_SEARCHED, ""))


def search_with(words: str) -> NoReturn:
    """Open *Zoek voor iemand* with these words, unless a search is filled in there already."""
    search_state.begin()
    if not search_state.got("woorden"):
        search_state.put("woorden", words)
    st.switch_page(FIND_PAGE)


def open_door(viewer: Viewer, url_path: str) -> str:
    """The file of a screen behind *Samen werken*; empty when it is not there or not for this viewer."""
    from socialmap.ui.navigation import TOGETHER

    for door in TOGETHER:
        if door.url_path == url_path and may(viewer, door.right):
            return f"pages/{door.file}"
    return ""
