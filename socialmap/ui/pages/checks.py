"""Klopt dit nog?: a round of at most twelve things to check, street by street, and what others reported."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.check_offer import check_offer
from socialmap.actions.decide_suggestion import show_suggestions
from socialmap.actions.show_checks import CheckLine, ChecksAnswer, show_checks
from socialmap.actions.show_history import undo_change
from socialmap.model.work import CheckMethod, CheckOutcome
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui import checking_round
from socialmap.ui.components import ask_them, suggestion_list
from socialmap.ui.components.change_door import ADD_PAGE
from socialmap.ui.components.doors import to_map
from socialmap.ui.components.parts import choose_part
from socialmap.ui.desk import KINDS, ask_change
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_PART, _METHOD, _ASKED = "nakijken_deel", "nakijken_hoe", "nakijken_vraag_hun"
_REPORTED = "meldingen"
_ON_THE_MAP = KINDS[:2]
"""An organisation is opened from what it does."""


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.REPORT_OFFERS)
    words = TEXT.checks
    kind = st.session_state.get(_PART, KINDS[0])
    kind = kind if kind in KINDS else KINDS[0]
    answer = show_checks(workspace, viewer, kind=kind, keep=checking_round.current(kind).ids)
    if not checking_round.current(kind).ids:
        checking_round.begin(kind, [line.id for line in _lines(answer)])
    with st.container(key="nakijken"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        if _choose(workspace, viewer, answer) == _REPORTED:
            suggestion_list.show(workspace, viewer)
        else:
            _round(workspace, viewer, kind, answer)


def _choose(workspace: Workspace, viewer: Viewer, answer: ChecksAnswer) -> str:
    words = TEXT.checks
    labels = {
        kind: words.part_counted.format(part=label, n=answer.waiting[kind]) for kind, label in words.parts
    }
    if may(viewer, Right.CHECK_OFFERS):
        waiting = len(show_suggestions(workspace, viewer))
        labels[_REPORTED] = words.part_counted.format(part=words.reported, n=waiting)
    return choose_part(_PART, words.what, labels)


def _round(workspace: Workspace, viewer: Viewer, kind: str, answer: ChecksAnswer) -> None:
    _gone(workspace, viewer, kind, answer)
    if answer.streets:
        _stand(kind, answer)
        method = _how() if answer.may_answer else None
        for street in answer.streets:
            st.html(f'<h2 class="straat">{escape(street.street)}</h2>')
            for line in street.lines:
                _card(workspace, viewer, line, method, may_answer=answer.may_answer)
    if all(map(_is_done, _lines(answer))):
        _at_the_end(kind, left=answer.waiting[kind])


def _lines(answer: ChecksAnswer) -> list[CheckLine]:
    return [line for street in answer.streets for line in street.lines]


def _is_done(line: CheckLine) -> bool:
    return not line.waits or line.id in checking_round.current(line.kind).given


def _stand(kind: str, answer: ChecksAnswer) -> None:
    words, lines = TEXT.checks, _lines(answer)
    done = sum(map(_is_done, lines))
    whole = answer.waiting[kind] + done
    stand = words.stand_all if whole == len(lines) else words.stand
    told = [stand.format(n=len(lines), m=whole)]
    if done:
        told.append(words.done.format(n=done, m=len(lines)))
    if not answer.may_answer:
        told.append(words.only_look)
    st.html("".join(f'<p class="stand">{escape(line)}</p>' for line in told))


def _how() -> CheckMethod | None:
    """How this round is done, asked once and not needed."""
    labels = dict(TEXT.checks.methods)
    chosen = st.pills(
        TEXT.checks.how, list(labels), key=_METHOD, format_func=labels.__getitem__, persist_state="session"
    )
    return CheckMethod(chosen) if chosen else None


def _card(
    workspace: Workspace, viewer: Viewer, line: CheckLine, method: CheckMethod | None, *, may_answer: bool
) -> None:
    with st.container(key=f"nakijk_{line.id}"):
        st.html(_told(line))
        if _is_done(line):
            _answered(workspace, viewer, line.kind, line.id)
            return
        with st.container(key=f"nakijkdaden_{line.id}", horizontal=True, gap="small"):
            if may_answer:
                _answers(workspace, viewer, line, method)
                _ask_button(line)
            if line.kind in _ON_THE_MAP and st.button(
                TEXT.checks.look, key=f"bekijk_{line.id}", type="tertiary"
            ):
                to_map(open=f"{line.kind}:{line.id}")
        if may_answer and st.session_state.get(_ASKED) == line.id:
            ask_them.show(workspace, viewer, line.kind, line.id)


def _ask_button(line: CheckLine) -> None:
    """Opens *Vraag het hun zelf* under the card; pressed again it closes."""
    is_open = st.session_state.get(_ASKED) == line.id
    label = TEXT.confirm.close if is_open else TEXT.confirm.ask
    asked = "" if is_open else line.id
    st.button(label, key=f"vraag_hun_{line.id}", type="tertiary", on_click=_ask, args=(asked,))


def _ask(thing_id: str) -> None:
    ask_them.forget()
    st.session_state[_ASKED] = thing_id


def _told(line: CheckLine) -> str:
    tried = f'<p class="geprobeerd">{escape(line.tried)}</p>' if line.tried else ""
    where = " · ".join(part for part in (line.place, line.contact) if part)
    return (
        f'<article class="nakijk"><header><h3>{escape(line.name)}</h3>'
        f'<span class="etiket" title="{escape(line.badge_meaning)}">{escape(line.badge)}</span></header>'
        f"<p>{escape(where)}</p><p>{escape(line.last)}</p>{tried}</article>"
    )


def _answers(workspace: Workspace, viewer: Viewer, line: CheckLine, method: CheckMethod | None) -> None:
    for outcome, label in TEXT.checks.answers:
        pressed = st.button(
            label,
            key=f"{outcome.name.lower()}_{line.id}",
            type="primary" if outcome is CheckOutcome.CORRECT else "secondary",
        )
        if not pressed:
            continue
        if outcome is CheckOutcome.CHANGED:
            ask_change(line.kind, line.id, as_check=True)
            st.switch_page(ADD_PAGE)
        given = check_offer(workspace, viewer, line.kind, line.id, outcome, method=method)
        noted = checking_round.Given(line.name, given.sentence, given.batch)
        checking_round.note(line.kind, line.id, noted)
        st.rerun()


def _answered(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> None:
    words = TEXT.checks
    given = checking_round.current(kind).given.get(thing_id)
    with st.container(key=f"nagekeken_{thing_id}", horizontal=True, vertical_alignment="center", gap="small"):
        told = given.sentence if given else words.meanwhile
        st.html(f'<p class="genoteerd" role="status">✓ {escape(told)}</p>')
        if given and given.batch and st.button(words.undo, key=f"toch_niet_{thing_id}", type="tertiary"):
            undo_change(workspace, viewer, given.batch)
            checking_round.take_back(kind, thing_id)
            st.rerun()


def _gone(workspace: Workspace, viewer: Viewer, kind: str, answer: ChecksAnswer) -> None:
    """What is not there any more because of an answer of this round, so that it can be brought back."""
    here = {line.id for line in _lines(answer)}
    for thing_id, given in checking_round.current(kind).given.items():
        if thing_id not in here:
            with st.container(key=f"nakijk_{thing_id}"):
                st.html(f'<article class="nakijk"><h2>{escape(given.name)}</h2></article>')
                _answered(workspace, viewer, kind, thing_id)


def _at_the_end(kind: str, *, left: int) -> None:
    words = TEXT.checks
    st.html(f'<p class="leeg">{escape(words.round_done if left else words.empty)}</p>')
    if not left:
        if st.button(words.to_map, key="nakijken_kaart"):
            to_map()
    elif st.button(words.next_round, key="volgende_ronde", type="primary"):
        checking_round.finish(kind)
        st.rerun()


if __name__ == "__main__":
    run_page(render)
