"""The next step of an idea: first the people themselves, then it may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.bundle_flow import NEXT
from socialmap.actions.lead_bundle import NextStep, move_bundle
from socialmap.actions.propose_bundle import take_back_idea
from socialmap.actions.saved_ideas import SavedIdea
from socialmap.model.dutch import dutch_date
from socialmap.model.together import ActionKind, BundleStatus
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import idea_state as state
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.saving import kept_version, save_form, show_conflict
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_SEEN, _FIRST = "stand", "zoals_begonnen"
"""How the idea stood on the screen, and what the fields held at first."""


def show(workspace: Workspace, viewer: Viewer, idea: SavedIdea) -> None:
    """The step that was on the screen; when a colleague took another one meanwhile, that is said."""
    words = TEXT.work
    if not idea.next_steps and not idea.talk_said:
        return
    fields = _fields(idea)
    with st.container(key="ideestap", gap="small"):
        if show_conflict(fields) is not None:
            fields.put(_SEEN, idea.status)
            _typed(fields, idea)
        status = BundleStatus(fields.got(_SEEN, idea.status))
        if idea.talk_said and idea.talk_on and status is not BundleStatus.IDEA:
            said = words.said.format(date=dutch_date(idea.talk_on))
            st.html(f'<p class="gezegd"><b>{escape(said)}</b> {escape(idea.talk_said)}</p>')
        first, *others = NEXT[status] or (None,)
        if first is None:
            return
        _questions(fields, status, first)
        if st.button(_label(status, first), key=f"stap_{first}", type="primary"):
            _move(workspace, viewer, idea, fields, _step(fields, status, first))
        form.show_error(fields, "status")
        for other in others:
            _other(workspace, viewer, idea, fields, status, other)


def follow(idea: SavedIdea) -> None:
    """Show how it stands now to who wrote nothing here. Call last: a press belongs to its screen."""
    fields = Fields(f"stap_{idea.id}_")
    if fields.got(_FIRST) is not None and fields.got(_SEEN) != idea.status and _untouched(fields):
        fields.clear()
        state.tell_again()
        st.rerun()


def _untouched(fields: Fields) -> bool:
    first = fields.got(_FIRST, {})
    return all((fields.got(name) or None) == value for name, value in first.items())


def _fields(idea: SavedIdea) -> Fields:
    """The form of a step, as it was begun; begun again where nothing was written and the step is the same."""
    fields = Fields(f"stap_{idea.id}_")
    changed = fields.got("versie") not in (None, idea.version)
    if changed and fields.got(_SEEN) == idea.status and _untouched(fields):
        fields.clear()
    goal = str(idea.draft.goal) if idea.draft.goal else None
    first = {"talk_on": idea.talk_on, "talk_said": idea.talk_said or None, "goal": goal}
    first |= {"action_sort": None, "rejected_because": None}
    filled = {name: value for name, value in first.items() if value is not None}
    fields.begin({**filled, _SEEN: idea.status, _FIRST: first})
    kept_version(fields, idea.version)
    return fields


def take_back_button(workspace: Workspace, viewer: Viewer, idea: SavedIdea) -> None:
    """For who may put an idea away and does not lead it."""
    fields = _fields(idea)
    with st.container(key="ideestap", gap="small"):
        show_conflict(fields)
        if st.button(_label(idea.status, BundleStatus.IDEA), key="stap_terug"):
            _move(workspace, viewer, idea, fields, _step(fields, idea.status, BundleStatus.IDEA))
        form.show_error(fields, "status")


def _label(status: BundleStatus, to: BundleStatus) -> str:
    words = TEXT.work
    return {(before, after): label for before, after, label in words.back_to}.get(
        (status, to), dict(words.to)[to]
    )


def _typed(fields: Fields, idea: SavedIdea) -> None:
    """What was written for a step that is not on the screen any more."""
    said = str(fields.got("talk_said", ""))
    if said and said != idea.talk_said and BundleStatus.DISCUSSED not in idea.next_steps:
        st.html(f'<p class="gezegd"><b>{escape(TEXT.work.mine)}:</b> {escape(said)}</p>')


def _questions(fields: Fields, status: BundleStatus, to: BundleStatus) -> None:
    """What belongs to a step."""
    words = TEXT.work
    if to is BundleStatus.DISCUSSED and status is BundleStatus.IDEA:
        st.html(f"<h2>{escape(words.ask_first)}</h2><p>{escape(words.ask_first_help)}</p>")
        with form.step(fields, "talk_on", words.talk_on):
            form.day(fields, "talk_on", words.talk_on)
        with form.step(fields, "talk_said", words.talk_said):
            stood = fields.got(_FIRST, {}).get("talk_said") or ""
            form.text(
                fields, "talk_said", words.talk_said, hint=words.talk_hint, most=600, hidden=True, known=stood
            )
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


def _other(
    workspace: Workspace,
    viewer: Viewer,
    idea: SavedIdea,
    fields: Fields,
    status: BundleStatus,
    to: BundleStatus,
) -> None:
    if to is not BundleStatus.REJECTED:
        if st.button(_label(status, to), key=f"stap_{to}"):
            _move(workspace, viewer, idea, fields, _step(fields, status, to))
        return
    words = TEXT.idea
    with st.expander(words.refuse, key=fields.key("past_niet")):
        form.text(fields, "rejected_because", words.refuse_why, hint=words.refuse_hint, most=300)
        form.show_error(fields, "rejected_because")
        if st.button(_label(status, to), key=f"stap_{to}"):
            _move(workspace, viewer, idea, fields, _step(fields, status, to))


def _step(fields: Fields, seen: BundleStatus, to: BundleStatus) -> NextStep:
    sort, goal = fields.got("action_sort"), fields.got("goal")
    return NextStep(
        to=to,
        seen=seen,
        talk_on=fields.got("talk_on"),
        talk_said=str(fields.got("talk_said", "")),
        action_sort=ActionKind(sort) if sort else None,
        goal=int(goal) if goal else None,
        reason=str(fields.got("rejected_because", "")),
    )


def _move(workspace: Workspace, viewer: Viewer, idea: SavedIdea, fields: Fields, step: NextStep) -> None:
    def move(version: int) -> None:
        if step.seen is not BundleStatus.REJECTED:
            move_bundle(workspace, viewer, idea.id, step, version)
        elif not take_back_idea(workspace, viewer, idea.id, version):
            state.open_idea("")
            state.tell(TEXT.work.taken_back)

    save_form(fields, move, after={})
