"""Splitting an idea, joining two, and taking along who could come too; each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.regroup_bundles import (
    Regrouped,
    merge_bundles,
    split_bundle,
    take_along,
    undo_regrouping,
    ways_to_split,
)
from socialmap.actions.saved_ideas import SavedIdea
from socialmap.actions.show_bundles import show_bundles
from socialmap.actions.telling import Choice
from socialmap.errors import EditConflict, InvalidInput, UserError
from socialmap.model.together import BundleStatus
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import idea_state as state
from socialmap.ui.components import private_form as form
from socialmap.ui.guard import tell
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_NOT_BEGUN = {BundleStatus.IDEA, BundleStatus.DISCUSSED}


def show(workspace: Workspace, viewer: Viewer, idea: SavedIdea) -> None:
    words, fields = TEXT.work, Fields(f"groepen_{idea.id}_")
    fields.begin()
    if state.batch():
        st.html(f'<p class="gelukt" role="status">{escape(words.regrouped)}</p>')
        st.button(words.undo, key="draai_terug", on_click=_undo, args=(workspace, viewer))
    parts = ways_to_split(workspace, viewer, idea.id) if idea.status in _NOT_BEGUN else ()
    others = [
        other
        for other in show_bundles(workspace, viewer, theme=idea.theme).saved
        if other.id != idea.id and other.sort is idea.sort and other.status in _NOT_BEGUN
    ]
    if not parts and not others:
        return
    with st.expander(words.regroup, key=fields.key("groepen")):
        st.html(f'<p class="fluister">{escape(words.regroup_help)}</p>')
        if parts:
            part = form.from_list(fields, "deel", words.split_part, parts, words.choose)
            form.show_error(fields, "part")
            if st.button(words.split, key="splits"):
                _do(fields, lambda: split_bundle(workspace, viewer, idea.id, part, idea.version))
        if others:
            named = tuple(
                Choice(other.id, f"{other.title} · {other.place or other.initiative}") for other in others
            )
            chosen = form.from_list(fields, "ander", words.merge_with, named, words.choose)
            form.show_error(fields, "other")
            other = next((each for each in others if each.id == chosen), None)
            if st.button(words.merge, key="voeg_samen") and other is not None:
                _do(
                    fields,
                    lambda: merge_bundles(workspace, viewer, idea.id, other.id, idea.version, other.version),
                )


def take_along_button(workspace: Workspace, viewer: Viewer, idea: SavedIdea) -> None:
    fields = Fields(f"groepen_{idea.id}_")
    if st.button(TEXT.work.take_along, key="neem_mee"):
        _do(fields, lambda: take_along(workspace, viewer, idea.id, idea.version))


def _do(fields: Fields, regroup: Callable[[], Regrouped]) -> None:
    try:
        done = regroup()
    except InvalidInput as error:
        fields.refuse(error)
    except EditConflict:
        st.warning(TEXT.work.conflict)
        return
    except UserError as error:
        tell(error)
        return
    else:
        fields.clear()
        state.open_idea(done.bundle_ids[0])
        state.keep_batch(done.batch)
    st.rerun()


def _undo(workspace: Workspace, viewer: Viewer) -> None:
    try:
        undo_regrouping(workspace, viewer, state.batch())
        state.tell(TEXT.work.undone)
    except (EditConflict, UserError):
        state.tell(TEXT.work.cannot_undo)
    state.keep_batch("")
