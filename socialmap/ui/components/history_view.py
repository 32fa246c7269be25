"""Geschiedenis: who changed what and when, with a way back for every line."""

from __future__ import annotations

import html
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import streamlit as st

from socialmap.actions.show_history import HistoryLine, history_of, undo_change
from socialmap.actions.telling_values import tell_value
from socialmap.errors import EditConflict
from socialmap.model.dutch import clock_time, dutch_date
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui.desk import shelf
from socialmap.ui.guard import plain
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_HERE = ZoneInfo("Europe/Amsterdam")


def show(workspace: Workspace, viewer: Viewer, kind: str, entity_id: str, name: str) -> None:
    """Draw the history of one thing, newest first."""
    words, here = TEXT.keep, shelf()
    lines = history_of(workspace, viewer, kind, entity_id)
    may_undo = may(viewer, Right.CHANGE_OFFERS)
    st.button(f"← {words.history_back}", key="terug_geschiedenis", type="tertiary", on_click=_close)
    st.title(plain(words.history_title.format(name=name)), anchor=False)
    st.markdown(words.history_intro if may_undo else words.history_intro_look)
    if here.told:
        st.info(plain(here.told))
        here.told = ""
    for line in lines:
        with st.container(key=f"regel_{line.entry.replace(':', '_')}", gap="xsmall"):
            st.html(_told(workspace, viewer, line))
            if may_undo:
                st.button(
                    words.undo,
                    key=f"ongedaan_{line.entry}",
                    on_click=_undo,
                    args=(workspace, viewer, line.undo),
                )


def dutch_moment(at: datetime) -> str:
    """
    >>> from datetime import UTC
    >>> dutch_moment(datetime(2026, 3, 2, 13, 5, tzinfo=UTC))
    '2 maart 2026 om 14.05 uur'
    """
    local = at.astimezone(_HERE)
    return f"{dutch_date(local.date())} om {clock_time(local.time())} uur"


def field_told(workspace: Workspace, viewer: Viewer, field: str) -> str:
    """The name of a field; of one threshold, that threshold."""
    name, _, key = field.partition(".")
    return tell_value(workspace, viewer, name, key) if key else TEXT.keep.field_name(name)


def _told(workspace: Workspace, viewer: Viewer, line: HistoryLine) -> str:
    words = TEXT.keep
    headline = words.history_line.format(what=line.what[:1].upper() + line.what[1:], who=line.who)
    rows = "".join(
        f"<dt>{html.escape(field_told(workspace, viewer, change.field))}</dt>"
        f"<dd><s>{html.escape(change.before or words.history_nothing)}</s> <span>→</span> "
        f"{html.escape(change.after or words.history_nothing)}</dd>"
        for change in line.changes
    )
    return (
        f'<div class="gebeurd"><p><b>{html.escape(headline)}</b><br>{dutch_moment(line.when)}</p>'
        f"<dl>{rows}</dl></div>"
    )


def _undo(workspace: Workspace, viewer: Viewer, entry: str) -> None:
    here = shelf()
    try:
        undo_change(workspace, viewer, entry)
        here.told = TEXT.keep.undone
    except EditConflict:
        here.told = TEXT.keep.undo_clash


def _close() -> None:
    shelf().history = None
