"""The next step of an idea: first the people themselves, then it may begin."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.lead_bundle import NextStep, move_bundle
from socialmap.actions.saved_ideas import SavedIdea
from socialmap.errors import EditConflict, InvalidInput
from socialmap.model.dutch import dutch_date
from socialmap.model.together import ActionKind, BundleStatus
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def show(workspace: Workspace, viewer: Viewer, idea: SavedIdea) -> None:
    words, labels = TEXT.work, dict(TEXT.work.to)
    if not idea.next_steps and not idea.talk_said:
        return
    fields = Fields(f"stap_{idea.id}_{idea.status}_")
    fields.begin({"talk_on": idea.talk_on, "talk_said": idea.talk_said, "goal": idea.draft.goal})
    with st.container(key="ideestap", gap="small"):
        if idea.talk_said and idea.talk_on and idea.status is not BundleStatus.IDEA:
            said = words.said.format(date=dutch_date(idea.talk_on))
            st.html(f'<p class="gezegd"><b>{escape(said)}</b> {escape(idea.talk_said)}</p>')
        first, *others = idea.next_steps or (None,)
        if first is None:
            return
        _questions(workspace, fields, first)
        if st.button(labels[first], key=f"stap_{first}", type="primary"):
            _move(workspace, viewer, idea, fields, _step(fields, first))
        form.show_error(fields, "status")
        for other in others:
            _other(workspace, viewer, idea, fields, other)


def _questions(workspace: Workspace, fields: Fields, to: BundleStatus) -> None:
    """What belongs to a step."""
    words = TEXT.work
    if to is BundleStatus.DISCUSSED:
        st.html(f"<h2>{escape(words.ask_first)}</h2><p>{escape(words.ask_first_help)}</p>")
        with form.step(fields, "talk_on", words.talk_on):
            form.day(fields, "talk_on", words.talk_on)
        with form.step(fields, "talk_said", words.talk_said):
            form.text(fields, "talk_said", words.talk_said, hint=words.talk_hint, most=600, hidden=True)
        for name in ("owner", "purpose"):
            form.show_error(fields, name)
    elif to is BundleStatus.STARTED:
        st.html(f"<h2>{escape(words.next_step)}</h2>")
        with form.step(fields, "action_sort", words.action_sort):
            form.one(
                fields, "action_sort", words.action_sort, form.as_choices(words.action_sorts), hidden=True
            )
        with form.step(fields, "goal", words.goal):
            form.one(fields, "goal", words.goal, form.as_choices(words.goals), hidden=True)
        for name in ("talk_said", "owner", "purpose"):
            form.show_error(fields, name)
    else:
        st.html(f"<h2>{escape(words.next_step)}</h2>")


def _other(workspace: Workspace, viewer: Viewer, idea: SavedIdea, fields: Fields, to: BundleStatus) -> None:
    labels = dict(TEXT.work.to)
    if to is not BundleStatus.REJECTED:
        if st.button(labels[to], key=f"stap_{to}"):
            _move(workspace, viewer, idea, fields, _step(fields, to))
        return
    words = TEXT.idea
    with st.expander(words.refuse, key=fields.key("past_niet")):
        form.text(fields, "rejected_because", words.refuse_why, hint=words.refuse_hint, most=300)
        form.show_error(fields, "rejected_because")
        if st.button(labels[to], key=f"stap_{to}"):
            _move(workspace, viewer, idea, fields, _step(fields, to))


def _step(fields: Fields, to: BundleStatus) -> NextStep:
    sort, goal = fields.got("action_sort"), fields.got("goal")
    return NextStep(
        to=to,
        talk_on=fields.got("talk_on"),
        talk_said=str(fields.got("talk_said", "")),
        action_sort=ActionKind(sort) if sort else None,
        goal=int(goal) if goal else None,
        reason=str(fields.got("rejected_because", "")),
    )


def _move(workspace: Workspace, viewer: Viewer, idea: SavedIdea, fields: Fields, step: NextStep) -> None:
    try:
        move_bundle(workspace, viewer, idea.id, step, idea.version)
    except InvalidInput as error:
        fields.refuse(error)
        st.rerun()
    except EditConflict:
        st.warning(TEXT.work.conflict)
        return
    fields.clear()
    st.rerun()
