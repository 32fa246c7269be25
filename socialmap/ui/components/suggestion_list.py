"""What people say is not right: now beside what should stand there, and a decision for each line."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.decide_suggestion import ProposalLine, SuggestionLine, decide, show_suggestions
from socialmap.actions.show_history import undo_change
from socialmap.model.suggestion import REMARK
from socialmap.privacy.roles import Viewer
from socialmap.ui.components.change_door import ADD_PAGE
from socialmap.ui.desk import ask_change
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_LAST = "melding_besloten"


def show(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.suggestion
    st.html(f'<p class="stand">{escape(words.list_intro)}</p>')
    _last_decision(workspace, viewer)
    waiting = show_suggestions(workspace, viewer)
    if not waiting:
        st.html(f'<p class="leeg">{escape(words.list_empty)}</p>')
    for each in waiting:
        with st.container(key=f"nakijk_{each.id}"):
            _suggestion(workspace, viewer, each)


def _last_decision(workspace: Workspace, viewer: Viewer) -> None:
    """What the last decision did, and the way back from it."""
    told, batch = st.session_state.get(_LAST, ("", ""))
    if not told:
        return
    with st.container(key="nagekeken_melding", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="genoteerd" role="status">✓ {escape(told)}</p>')
        if batch and st.button(TEXT.suggestion.undo, key="melding_toch_niet", type="tertiary"):
            undo_change(workspace, viewer, batch)
            st.session_state.pop(_LAST)
            st.rerun()


def _suggestion(workspace: Workspace, viewer: Viewer, suggestion: SuggestionLine) -> None:
    words = TEXT.suggestion
    name = suggestion.name or words.gone
    st.html(f'<article class="nakijk"><h2>{escape(name)}</h2><p>{escape(suggestion.told)}</p></article>')
    for line in suggestion.lines:
        key = f"{suggestion.id}_{line.field}"
        st.html(_difference(line))
        with st.container(key=f"nakijkdaden_{key}", horizontal=True, gap="small"):
            if suggestion.name:
                take = words.read if line.field == REMARK or line.same else words.take
                if st.button(take, key=f"neem_over_{key}", type="primary"):
                    _decide(workspace, viewer, suggestion.id, line.field, accept=True)
            if (
                suggestion.name
                and line.field == REMARK
                and st.button(words.change, key=f"pas_zelf_aan_{key}")
            ):
                ask_change(suggestion.kind, suggestion.thing_id)
                st.switch_page(ADD_PAGE)
            if st.button(words.leave, key=f"laat_{key}"):
                _decide(workspace, viewer, suggestion.id, line.field, accept=False)


def _difference(line: ProposalLine) -> str:
    words = TEXT.suggestion
    label = TEXT.keep.field_name(line.field)
    if line.field == REMARK:
        return f'<dl class="verschil"><dt>{escape(label)}</dt><dd>{escape(line.proposed)}</dd></dl>'
    same = f"<dd>{escape(words.same)}</dd>" if line.same else ""
    return (
        f'<dl class="verschil"><dt>{escape(label)}</dt>'
        f"<dd><b>{escape(words.now)}</b> {escape(line.now or words.nothing)}</dd>"
        f"<dd><b>{escape(words.proposed)}</b> {escape(line.proposed)}</dd>{same}</dl>"
    )


def _decide(workspace: Workspace, viewer: Viewer, suggestion_id: str, field: str, *, accept: bool) -> None:
    decided = decide(workspace, viewer, suggestion_id, field, accept=accept)
    st.session_state[_LAST] = (decided.sentence, decided.batch)
    st.rerun()
