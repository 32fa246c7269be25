"""Mending a signal: other words for who follows it, and taking away what should not be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.correct_signal import bring_back_signal, correct_signal, remove_signal
from socialmap.actions.signal_lines import SignalDetail
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui.components import private_form as form
from socialmap.ui.components.signal_form import LONGEST
from socialmap.ui.private_fields import Fields
from socialmap.ui.saving import follow_others, kept_version, save_form, show_conflict
from socialmap.ui.session import PRIVATE
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_REMOVED = f"{PRIVATE}signaal_weggehaald"
_CORRECTED = f"{PRIVATE}signaal_verbeterd"
_SHORT = frozenset({"title", "where", "we_ask", "addressed_to"})


def show(workspace: Workspace, viewer: Viewer, detail: SignalDetail) -> None:
    """What this viewer may mend: own words; taking away, for who leads signals too."""
    own = bool(viewer.name) and detail.owner_id == viewer.name
    if own:
        _texts(workspace, viewer, detail)
    if own or may(viewer, Right.LEAD_SIGNALS):
        _removal(workspace, viewer, detail)


def was_removed(signal_id: str) -> bool:
    """Was this one taken away a moment ago, and not brought back?"""
    return bool(signal_id) and st.session_state.get(_REMOVED) == signal_id


def show_removed(workspace: Workspace, viewer: Viewer) -> None:
    """What was taken away a moment ago, with the way back."""
    signal_id = st.session_state.get(_REMOVED)
    if not signal_id:
        return
    with st.container(key="signaalweg", horizontal=True, gap="small", vertical_alignment="center"):
        told = f'<p class="gelukt" role="status">{escape(TEXT.signals.removed)}</p>'
        st.html(told, width="content")
        if st.button(TEXT.signals.bring_back, key="zet_terug"):
            del st.session_state[_REMOVED]
            bring_back_signal(workspace, viewer, signal_id)
            st.rerun()


def _texts(workspace: Workspace, viewer: Viewer, detail: SignalDetail) -> None:
    words = TEXT.signals
    fields = Fields(f"woorden_{detail.line.id}_")
    fields.begin({**detail.texts, "gezien": detail.texts})
    kept_version(fields, detail.version)
    seen = fields.got("gezien", detail.texts)
    if st.session_state.get(_CORRECTED) == (detail.line.id, detail.version):
        st.html(f'<p class="gelukt" role="status">{escape(words.saved_texts)}</p>')
    conflict = show_conflict(fields)
    wrong = bool(fields.errors()) or conflict is not None
    with st.expander(words.correct, expanded=wrong, key=fields.key("open")):
        changes = {}
        for name, label in words.labels:
            with form.step(fields, f"woord_{name}", label, None, (name,)):
                if name in _SHORT:
                    typed = form.text(fields, name, label, most=LONGEST, hidden=True, known=seen[name])
                else:
                    typed = form.long_text(fields, name, label, hint="", most=LONGEST, known=seen[name])
                if typed.strip() != seen[name]:
                    changes[name] = typed
                if conflict is not None and name in {each.field for each in conflict.conflicts}:
                    now = detail.texts[name] or words.now_empty
                    told = words.now_stands.format(label=label, text=now)
                    st.html(f'<p class="hint">{escape(told)}</p>')
        if st.button(words.save_texts, key="bewaar_woorden", type="primary"):
            save_form(
                fields,
                lambda version: _correct(workspace, viewer, detail.line.id, changes, version),
                after={},
            )
    follow_others(fields, detail.version)


def _correct(
    workspace: Workspace, viewer: Viewer, signal_id: str, changes: dict[str, str], version: int
) -> None:
    now = correct_signal(workspace, viewer, signal_id, changes, version=version)
    st.session_state[_CORRECTED] = signal_id, now


def _removal(workspace: Workspace, viewer: Viewer, detail: SignalDetail) -> None:
    words = TEXT.signals
    fields = Fields(f"weghalen_{detail.line.id}_")
    fields.begin()
    kept_version(fields, detail.version)
    show_conflict(fields)
    if not fields.got("zeker"):
        st.button(words.remove, key="haal_weg", type="tertiary", on_click=fields.put, args=("zeker", True))
        follow_others(fields, detail.version)
        return
    st.html(f'<p class="hint" role="status">{escape(words.remove_sure)}</p>')
    with st.container(key="weghaalknoppen", horizontal=True, gap="small"):
        if st.button(words.remove_yes, key="haal_echt_weg", type="primary"):
            save_form(fields, lambda version: _remove(workspace, viewer, detail.line.id, version), after={})
        st.button(words.remove_no, key="laat_staan", on_click=fields.clear)


def _remove(workspace: Workspace, viewer: Viewer, signal_id: str, version: int) -> None:
    remove_signal(workspace, viewer, signal_id, version=version)
    st.session_state[_REMOVED] = signal_id
