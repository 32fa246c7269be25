"""Pairs of initiatives that may not know each other, and three answers of which each hides the pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.introduce import introduce
from socialmap.actions.show_connections import Connections, PairLine
from socialmap.actions.show_history import undo_change
from socialmap.model.together import IntroductionOutcome
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui.components.doors import to_map
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

PAGE_SIZE = 6
_COUNT, _SAID, _BATCH = "verbinding_aantal", "verbinding_gezegd", "verbinding_terug"


def show(workspace: Workspace, viewer: Viewer, found: Connections) -> None:
    words = TEXT.links
    _said(workspace, viewer)
    if not found.pairs:
        st.html(f'<p class="leeg">{escape(found.nothing)}</p>')
        return
    if not found.may_link:
        st.html(f'<p class="stil">{escape(words.only_look)}</p>')
    count = st.session_state.get(_COUNT, PAGE_SIZE)
    for pair in found.pairs[:count]:
        _card(workspace, viewer, pair, may_link=found.may_link)
    if len(found.pairs) > count:
        st.button(words.more, key="meer_paren", width="stretch", on_click=_more)


def _card(workspace: Workspace, viewer: Viewer, pair: PairLine, *, may_link: bool) -> None:
    words = TEXT.links
    name = f"{pair.first.id}_{pair.second.id}"
    about = f"<p>{escape(words.about.format(theme=pair.both_about))}</p>" if pair.both_about else ""
    with st.container(key=f"paar_{name}"):
        st.html(f'<div class="paar"><h2>{escape(pair.sentence)}</h2>{about}</div>')
        if may_link:
            with st.container(key=f"antwoord_{name}", horizontal=True, gap="small"):
                for outcome, label in words.answers:
                    first = outcome is IntroductionOutcome.KNOW_EACH_OTHER
                    st.button(
                        label,
                        key=f"{outcome}_{name}",
                        type="primary" if first else "secondary",
                        on_click=_answer,
                        args=(workspace, viewer, pair, outcome),
                    )
        with st.container(key=f"kijk_{name}", horizontal=True, gap="small"):
            for one in (pair.first, pair.second):
                label = words.see_first.format(name=one.label)
                if st.button(label, key=f"zie_{one.id}_{name}", type="tertiary"):
                    to_map(open=f"initiative:{one.id}")


def _answer(workspace: Workspace, viewer: Viewer, pair: PairLine, outcome: IntroductionOutcome) -> None:
    decided = introduce(workspace, viewer, pair.first.id, pair.second.id, outcome)
    st.session_state[_SAID], st.session_state[_BATCH] = decided.sentence, decided.batch


def _said(workspace: Workspace, viewer: Viewer) -> None:
    """What was just answered, and the way back from a slip of the thumb."""
    said = st.session_state.get(_SAID)
    if not said:
        return
    with st.container(key="net_gezegd", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="gelukt" role="status">{escape(said)}</p>')
        if st.session_state.get(_BATCH) and may(viewer, Right.CHANGE_OFFERS):
            st.button(TEXT.links.take_back, key="toch_niet", on_click=_take_back, args=(workspace, viewer))


def _take_back(workspace: Workspace, viewer: Viewer) -> None:
    undo_change(workspace, viewer, st.session_state[_BATCH])
    st.session_state[_SAID], st.session_state[_BATCH] = TEXT.links.taken_back, ""


def _more() -> None:
    st.session_state[_COUNT] = st.session_state.get(_COUNT, PAGE_SIZE) + PAGE_SIZE
