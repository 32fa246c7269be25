"""One of the own questions: how it stands, permission, the reminder, what goes well, and going along."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.list_talents import talent_choices
from socialmap.actions.own_needs import (
    OwnNeed,
    set_goes_well,
    set_permission,
    set_reminder,
    set_status,
)
from socialmap.actions.search_choices import search_choices
from socialmap.errors import EditConflict
from socialmap.model import wording_needs as names
from socialmap.model.dutch import dutch_date
from socialmap.model.people import NeedStatus, Permission
from socialmap.model.values import TalentKindId
from socialmap.privacy.roles import Viewer
from socialmap.ui import passing_on, session
from socialmap.ui.components import going_along, need_correction, need_ideas
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def show(workspace: Workspace, viewer: Viewer, need: OwnNeed) -> None:
    words = TEXT.own
    choices = search_choices(workspace, viewer)
    st.button(f"← {words.back}", key="terug", type="tertiary", on_click=passing_on.show_need, args=("",))
    facts = words.fact.format(area=need.area, status=names.STATUS_NAMES[need.status], open_for=need.open_for)
    title = words.line.format(number=need.pseudonym, theme=need.theme_label)
    st.html(
        f'<div class="vraagkop"><h1>{escape(title)}</h1><p>{escape(facts)}</p>'
        f"<p>{escape(words.since.format(date=dutch_date(need.reported_on)))}</p></div>"
    )
    with st.container(key="vraagdaden", horizontal=True, gap="small"):
        searching = st.button(TEXT.need.search, key="zoek_voor", type="primary")
        door = passing_on.open_door(viewer, "samen") if need.together else ""
        together = bool(door) and st.button(words.together, key="samen_voor")
    with st.container(key="vraagvlak", gap="medium"):
        with st.container(key="vraagstand", gap="medium"):
            changed = _settings(workspace, viewer, need)
            need_correction.show(workspace, viewer, need, choices)
        # Only now: somebody may choose and go on faster than the screen follows, and both must count.
        if searching:
            passing_on.search_for(need, choices)
        if together:
            st.switch_page(door, query_params={"thema": need.theme})
        if changed:
            st.rerun()
        with st.container(key="vraagsamen", gap="small"):
            going_along.show(workspace, viewer, need, choices)
            if need.together:
                need_ideas.show(workspace, viewer, need.id)


def _settings(workspace: Workspace, viewer: Viewer, need: OwnNeed) -> bool:
    """Keep each choice at once; was there any? The fields follow the version: they show what is kept."""
    fields = Fields(f"eigen_{need.id}_{need.version}_")
    fields.begin(
        {
            "stand": need.status.value,
            "toestemming": need.permission.value,
            "graag": [choice.id for choice in need.goes_well],
        }
    )
    try:
        changed = (
            _status(workspace, viewer, need, fields)
            or _permission(workspace, viewer, need, fields)
            or _reminder(workspace, viewer, need)
            or _goes_well(workspace, viewer, need, fields)
        )
    except EditConflict:
        fields.clear()
        st.warning(TEXT.own.conflict)
        return False
    if changed:
        fields.clear()
    return changed


def _status(workspace: Workspace, viewer: Viewer, need: OwnNeed, fields: Fields) -> bool:
    words = TEXT.own
    with form.step(fields, "stand", words.status):
        labels = form.as_choices(names.STATUS_NAMES)
        chosen = form.one(fields, "stand", words.status, labels, required=True, hidden=True)
        st.html(f'<p class="fluister">{escape(words.status_help)}</p>')
    if chosen == need.status or not chosen:
        return False
    set_status(workspace, viewer, need.id, NeedStatus(chosen), need.version)
    return True


def _permission(workspace: Workspace, viewer: Viewer, need: OwnNeed, fields: Fields) -> bool:
    words = TEXT.own
    with form.step(fields, "toestemming", words.permission):
        labels = form.as_choices(names.PERMISSION_NAMES)
        chosen = form.one(fields, "toestemming", words.permission, labels, required=True, hidden=True)
        now = dict(words.permission_now)[need.permission]
        st.html(
            f'<p class="fluister">{escape(now)}</p>'
            f'<p class="voorlezen"><b>{escape(TEXT.need.ask_like_this)}</b> {escape(TEXT.need.spoken)}</p>'
        )
    if chosen == need.permission or not chosen:
        return False
    set_permission(workspace, viewer, need.id, Permission(chosen))
    return True


def _reminder(workspace: Workspace, viewer: Viewer, need: OwnNeed) -> bool:
    words = TEXT.own
    with st.container(key="stap_herinnering", gap="small"):
        told = words.no_reminder
        if need.remind_on is not None:
            told = words.reminder_on.format(date=dutch_date(need.remind_on))
        st.html(f'<p class="vraag">{escape(words.reminder)}</p><p class="fluister">{escape(told)}</p>')
        with st.container(key="herinneringen", horizontal=True, gap="small"):
            for days, label in words.reminders:
                if st.button(label, key=f"herinner_{days}"):
                    on = session.today() + timedelta(days=days)
                    set_reminder(workspace, viewer, need.id, on, need.version)
                    return True
            if need.remind_on is not None and st.button(
                words.reminder_off, key="herinner_niet", type="tertiary"
            ):
                set_reminder(workspace, viewer, need.id, None, need.version)
                return True
    return False


def _goes_well(workspace: Workspace, viewer: Viewer, need: OwnNeed, fields: Fields) -> bool:
    words = TEXT.own
    kept = {choice.id for choice in need.goes_well}
    with form.step(fields, "graag", words.goes_well):
        told = " · ".join(choice.label for choice in need.goes_well) or words.goes_well_why
        st.html(f'<p class="fluister">{escape(told)}</p>')
        with st.container(key="graagvak"), st.expander(words.goes_well_choose, key="graag_open"):
            talents = talent_choices(workspace, viewer)
            chosen = form.some(fields, "graag", words.goes_well, talents, hidden=True)
    if set(chosen) == kept:
        return False
    set_goes_well(workspace, viewer, need.id, tuple(map(TalentKindId, chosen)), need.version)
    return True
