"""Samen de eerste keer: five small steps with a day and who, and how it went. Every answer is good."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.hand_over import drop_step, start_handover, take_step, tell_outcome
from socialmap.actions.own_needs import HandoverLine, OwnNeed, StepLine
from socialmap.actions.search_choices import SearchChoices
from socialmap.errors import InvalidInput
from socialmap.model import wording_needs as names
from socialmap.model.dutch import dutch_date
from socialmap.model.given import given
from socialmap.model.people import NeedStatus
from socialmap.model.values import ThresholdId
from socialmap.model.work import Face, HandoverOutcome
from socialmap.privacy.roles import Viewer
from socialmap.ui import passing_on, session
from socialmap.ui.components import private_form as form
from socialmap.ui.guard import plain
from socialmap.ui.passing_on import GoingTo
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_CHOOSE = Fields("meegaan")
_WAITING = {NeedStatus.OPEN, NeedStatus.NOT_YET, NeedStatus.RUNNING}


def choose_whose(workspace: Workspace, viewer: Viewer, going: GoingTo, needs: tuple[OwnNeed, ...]) -> None:
    """With whom: one of the own questions, or a new one."""
    words = TEXT.go_along
    _CHOOSE.begin({"vraag": passing_on.searched_for()})
    with st.container(key="meegaan", gap="small"):
        st.html(f"<h2>{escape(words.whose.format(name=going.name))}</h2><p>{escape(words.whose_help)}</p>")
        waiting = {
            str(need.id): TEXT.own.line.format(number=need.pseudonym, theme=need.theme_label)
            for need in sorted(needs, key=lambda each: each.reported_on, reverse=True)
            if need.status in _WAITING
        }
        chosen = form.from_list(
            _CHOOSE, "vraag", words.choose, form.as_choices(waiting), words.choose, hidden=True
        )
        form.show_error(_CHOOSE, "vraag")
        with st.container(key="meegaan_knoppen", horizontal=True, gap="small"):
            if st.button(words.begin, key="meegaan_begin", type="primary"):
                _begin(workspace, viewer, going, chosen)
            if st.button(words.new, key="meegaan_nieuw"):
                st.switch_page(passing_on.NEW_NEED_PAGE)
            st.button(words.cancel, key="meegaan_niet", type="tertiary", on_click=_cancel)


def _begin(workspace: Workspace, viewer: Viewer, going: GoingTo, need_id: str) -> None:
    if not need_id:
        _CHOOSE.put("fouten", {"vraag": TEXT.go_along.choose_first})
        st.rerun()
    start_handover(workspace, viewer, need_id, going.initiative_id)
    _cancel()
    passing_on.show_need(need_id)
    st.rerun()


def _cancel() -> None:
    _CHOOSE.clear()
    passing_on.stop_going()


def show(workspace: Workspace, viewer: Viewer, need: OwnNeed, choices: SearchChoices) -> None:
    """Every initiative that somebody goes along to with this question."""
    words = TEXT.go_along
    st.html(f"<h2>{escape(words.title)}</h2><p>{escape(words.intro)}</p>")
    if not need.handovers:
        st.html(f'<p class="fluister">{escape(words.none)}</p>')
    for handover in need.handovers:
        _one(workspace, viewer, need, handover, choices)


def _one(
    workspace: Workspace, viewer: Viewer, need: OwnNeed, handover: HandoverLine, choices: SearchChoices
) -> None:
    words, fields = TEXT.go_along, Fields(f"stappen_{handover.id}_")
    fields.begin()
    with st.container(key=f"samen_naar_{handover.id}", gap="small"):
        st.html(f"<h3>{escape(words.to.format(name=handover.name))}</h3>")
        if handover.outcome is not None:
            _ended(handover)
            return
        if not any(step.on for step in handover.steps):
            st.html(f'<p class="fluister">{escape(words.empty)}</p>')
        with st.container(
            key=f"dag_{handover.id}", horizontal=True, gap="small", vertical_alignment="center"
        ):
            st.html(f"<span>{escape(words.when)}</span>", width="content")
            with st.container(key=f"dagveld_{handover.id}"):
                today = session.today()
                on = form.day(fields, "dag", words.when, latest=today, first=today) or today
        for number, step in enumerate(handover.steps, start=1):
            _step(workspace, viewer, handover, step, number, on)
        _outcome(workspace, viewer, handover, fields, need, choices)


def _step(
    workspace: Workspace, viewer: Viewer, handover: HandoverLine, step: StepLine, number: int, on: date
) -> None:
    words = TEXT.go_along
    taken = step.on is not None
    with st.container(
        key=f"trede_{handover.id}_{number}", horizontal=True, gap="small", vertical_alignment="center"
    ):
        mark, look = ("✓", "gezet") if taken else (str(number), "open")
        if step.on is not None:
            told = (words.step_on if step.who else words.step_on_unknown).format(
                date=dutch_date(step.on), who=step.who
            )
        else:
            told = words.not_taken
        st.html(
            f'<div class="trede {look}"><span aria-hidden="true">{mark}</span>'
            f"<div><b>{escape(step.label)}</b><small>{escape(told)}</small></div></div>"
        )
        if taken:
            if st.button(words.take_back, key=f"terug_{handover.id}_{number}", type="tertiary"):
                drop_step(workspace, viewer, handover.id, step.step, handover.version)
                st.rerun()
        elif st.button(step.label, key=f"zet_{handover.id}_{number}"):
            take_step(workspace, viewer, handover.id, step.step, on, handover.version)
            st.rerun()


def _outcome(
    workspace: Workspace,
    viewer: Viewer,
    handover: HandoverLine,
    fields: Fields,
    need: OwnNeed,
    choices: SearchChoices,
) -> None:
    words = TEXT.go_along
    with st.container(key=f"uitkomst_{handover.id}", gap="small"):
        st.html(f'<p class="vraag">{escape(words.how)}</p><p class="fluister">{escape(words.how_intro)}</p>')
        outcome = form.one(fields, "uitkomst", words.how, form.as_choices(names.OUTCOME_NAMES), hidden=True)
        form.show_error(fields, "uitkomst")
        if not outcome:
            return
        face = form.one(fields, "gezicht", words.face, form.as_choices(names.FACE_NAMES))
        hard: tuple[str, ...] = ()
        if outcome == HandoverOutcome.NOT_YET:
            others = tuple(each for each in choices.thresholds if each.id not in need.thresholds)
            hard = form.some(fields, "lastig", words.hard, others)
            st.html(f'<p class="fluister">{escape(words.open_again)}</p>')
        if st.button(words.save, key=f"vertel_{handover.id}", type="primary"):
            try:
                tell_outcome(
                    workspace,
                    viewer,
                    handover.id,
                    HandoverOutcome(outcome),
                    Face(face) if face else None,
                    handover.version,
                    tuple(map(ThresholdId, hard)),
                )
            except InvalidInput as error:
                fields.refuse(error)
            else:
                fields.clear()
            st.rerun()


def _ended(handover: HandoverLine) -> None:
    face = names.FACE_NAMES[handover.face] if handover.face else ""
    told = ". ".join(part for part in (names.OUTCOME_NAMES[given(handover.outcome)], face) if part)
    steps = ", ".join(f"{plain_step(step)}" for step in handover.steps if step.on)
    rows = "".join(f"<p>{escape(line)}</p>" for line in (f"{told}.", steps) if line)
    st.html(f'<div class="afloop">{rows}</div>')


def plain_step(step: StepLine) -> str:
    """A step that was taken, with its day."""
    return f"{step.label} op {dutch_date(step.on)}" if step.on else plain(step.label)
