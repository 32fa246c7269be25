"""Welke gemeente? Asked once where an installation holds several; the answer stands in every address."""

from __future__ import annotations

import streamlit as st

from socialmap.actions.list_colleagues import list_colleagues
from socialmap.ui import session
from socialmap.ui.guard import plain
from socialmap.ui.text import TEXT


def take_over_address() -> None:
    """Go where the address says, and say in the address where we are; nothing where there is one folder."""
    known = {each.id for each in session.municipalities()}
    if not known:
        return
    asked = st.query_params.get(session.MUNICIPALITY_PARAMETER, "")
    if asked in known and asked != session.chosen_municipality():
        _go_to(asked)
    chosen = session.chosen_municipality()
    if chosen and asked != chosen:
        st.query_params[session.MUNICIPALITY_PARAMETER] = chosen


def render() -> None:
    """The first screen: a button for each municipality."""
    words = TEXT.municipality
    with st.container(key="gemeenten"):
        st.title(words.title, anchor=False)
        st.markdown(words.intro)
        for each in session.municipalities():
            if st.button(plain(each.label), key=f"gemeente_{each.id}", width="stretch"):
                _go_to(each.id)
                st.query_params[session.MUNICIPALITY_PARAMETER] = each.id
                st.rerun()


def switch() -> str:
    """The way to another municipality, in the bar above; the short name when one was just chosen."""
    words, chosen = TEXT.municipality, session.chosen_municipality()
    names = {each.id: each.label for each in session.municipalities()}
    if not names:
        return ""
    with st.popover(plain(names[chosen]), key=f"gemeente_keuze_{chosen}"):
        st.caption(words.switch_help)
        for short_name, label in names.items():
            here = short_name == chosen
            if st.button(plain(label), key=f"naar_gemeente_{short_name}", disabled=here):
                _go_to(short_name)
                return short_name
    return ""


def _go_to(short_name: str) -> None:
    """Same role there, as the first colleague: those of the former municipality are not known there."""
    session.choose_municipality(short_name)
    viewer = session.viewer()
    if viewer is not None:
        colleagues = list_colleagues(session.workspace(), viewer)
        session.choose_role(viewer.role, colleagues[0].id if colleagues else "")
