"""Two people changed the same thing: both values side by side, and a person decides per question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from socialmap.actions.telling_values import tell_value
from socialmap.errors import EditConflict
from socialmap.privacy.roles import Viewer
from socialmap.ui.components.history_view import field_told
from socialmap.ui.desk import Desk
from socialmap.ui.guard import plain
from socialmap.ui.settling import question_of
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

MINE, THEIRS = "mijn", "ander"
_GONE = "deleted"


def is_gone(conflict: EditConflict) -> bool:
    """Whether the other took the whole thing away."""
    return any(each.field == _GONE for each in conflict.conflicts)


def show(workspace: Workspace, viewer: Viewer, desk: Desk, conflict: EditConflict) -> frozenset[str]:
    """Draw the choices; gives back the questions that are left to the other."""
    words = TEXT.keep
    st.header(words.conflict_title, anchor=False)
    st.markdown(words.conflict_gone if is_gone(conflict) else words.conflict_intro)
    if is_gone(conflict):
        return frozenset()
    left: set[str] = set()
    for question, values in _questions(conflict).items():
        told = {
            MINE: _told(workspace, viewer, [(field, mine) for field, _, mine in values]),
            THEIRS: _told(workspace, viewer, [(field, theirs) for field, theirs, _ in values]),
        }
        captions = {MINE: words.conflict_mine, THEIRS: words.conflict_theirs}
        picked = st.radio(
            field_told(workspace, viewer, question),
            [MINE, THEIRS],
            key=desk.key(f"keuze_{question}"),
            format_func=told.__getitem__,
            captions=[captions[MINE], captions[THEIRS]],
        )
        if picked == THEIRS:
            left.add(question)
    return frozenset(left)


def _questions(conflict: EditConflict) -> dict[str, list[tuple[str, Any, Any]]]:
    grouped: dict[str, list[tuple[str, Any, Any]]] = {}
    for each in conflict.conflicts:
        grouped.setdefault(question_of(each.field), []).append((each.field, each.stored, each.offered))
    return grouped


def _told(workspace: Workspace, viewer: Viewer, values: list[tuple[str, Any]]) -> str:
    parts = []
    for field, value in values:
        if value is True:
            parts.append(field_told(workspace, viewer, field))
        elif value not in (None, False):
            parts.append(tell_value(workspace, viewer, field.partition(".")[0], value))
    return plain(", ".join(part for part in parts if part) or TEXT.keep.conflict_empty)
