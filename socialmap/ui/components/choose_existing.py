"""Find something that is there already, to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.search_choices import SearchChoices
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui.desk import ask_change
from socialmap.ui.guard import plain
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_MOST = 8


def show(workspace: Workspace, viewer: Viewer, choices: SearchChoices) -> None:
    """Draw a search by name and what it finds."""
    words = TEXT.keep
    typed = st.text_input(words.existing_search, key="bestaand", placeholder=words.existing_hint).strip()
    if not typed:
        if may(viewer, Right.CHANGE_OFFERS) and st.button(words.doubles, key="naar_dubbel", type="tertiary"):
            st.switch_page("pages/doubles.py")
        return
    view = MapView(text=typed, social_base_only=False, limit=_MOST)
    found: list[tuple[str, str, str]] = [
        ("initiative", line.id, line.name) for line in browse_map(workspace, viewer, view).lines
    ]
    for kind, known in (("facility", choices.facilities), ("organisation", choices.organisations)):
        found += [(kind, c.id, c.label) for c in known if typed.casefold() in c.label.casefold()][:_MOST]
    if not found:
        st.info(words.existing_none)
    for kind, entity_id, name in found:
        label = f"**{plain(name)}** · {dict(words.kinds)[kind]}"
        st.button(
            label,
            key=f"bestaand_{kind}_{entity_id}",
            width="stretch",
            on_click=ask_change,
            args=(kind, entity_id),
        )
