"""*Wijzig*: a talent that is kept, changed on top of what it is now; the person's yes stays as it was."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.change_talent import TalentOpened, change_talent, open_talent
from socialmap.actions.save_talent import TalentDraft
from socialmap.actions.search_choices import search_choices
from socialmap.errors import NotFound
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import talent_form
from socialmap.ui.components.talent_form import CHANGE
from socialmap.ui.saving import kept_version, save_form, show_conflict
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_OPEN, _FIRST = "welke", "eerst"
_CHANGEABLE = (
    "contact_label", "area_id", "mobility", "available", "languages", "hours_per_month",
    "conduct_certificate",
)  # fmt: skip


def begin(workspace: Workspace, viewer: Viewer, talent_id: str) -> None:
    """Open the form with the talent as it is kept."""
    opened = open_talent(workspace, viewer, talent_id)
    CHANGE.clear()
    CHANGE.begin({**talent_form.as_kept(opened.draft), _OPEN: talent_id, _FIRST: opened.draft})
    kept_version(CHANGE, opened.version)


def is_open() -> bool:
    return bool(CHANGE.got(_OPEN))


def show(workspace: Workspace, viewer: Viewer) -> None:
    words, talent_id = TEXT.talent, str(CHANGE.got(_OPEN))
    try:
        opened = open_talent(workspace, viewer, talent_id)
    except NotFound:
        CHANGE.clear()
        raise
    with st.container(key="lijstvlak"), st.container(key="werkvorm"):
        st.button(f"← {words.back}", key="terug", type="tertiary", on_click=CHANGE.clear)
        st.html(f"<h1>{escape(opened.label)}</h1><p>{escape(words.change_help)}</p>")
        draft = talent_form.show_change(search_choices(workspace, viewer))
        with st.container(key="werkknoppen", gap="small"):
            show_conflict(CHANGE)
            if CHANGE.errors():
                st.html(f'<p class="nogniet" role="alert">{escape(words.not_yet)}</p>')
            with st.container(key="werkrij", horizontal=True, gap="small"):
                if st.button(words.save, key="bewaar_wijziging", type="primary"):
                    save_form(
                        CHANGE,
                        lambda version: change_talent(
                            workspace, viewer, talent_id, _on_top(opened, draft), version
                        ),
                        draft,
                        after={},
                    )
                st.button(words.stop_change, key="stop_wijziging", type="tertiary", on_click=CHANGE.clear)
        CHANGE.forgive(draft)


def _on_top(opened: TalentOpened, draft: TalentDraft) -> TalentDraft:
    """What is kept now with only what was changed here: nobody else's edit is undone."""
    first: TalentDraft = CHANGE.got(_FIRST)
    mine = replace(draft, hours_per_month=talent_form.hours(CHANGE))
    changed = [name for name in _CHANGEABLE if getattr(mine, name) != getattr(first, name)]
    return replace(opened.draft, **{name: getattr(mine, name) for name in changed})
