"""Klopt dit nog?: a round of at most twelve things to check, street by street, one tap each."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.check_offer import check_offer
from socialmap.actions.show_checks import CheckLine, ChecksAnswer, Key, show_checks
from socialmap.actions.show_history import undo_change
from socialmap.model.work import CheckMethod, CheckOutcome
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui import checking_round
from socialmap.ui.components.change_door import ADD_PAGE
from socialmap.ui.components.doors import to_map
from socialmap.ui.desk import ask_change
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_METHOD = "nakijken_hoe"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.REPORT_OFFERS)
    words = TEXT.checks
    answer = show_checks(workspace, viewer, keep=checking_round.current().keys)
    if not checking_round.current().keys:
        checking_round.begin([_key(line) for line in _lines(answer)])
    with st.container(key="nakijken"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        if not answer.streets:
            _nothing()
            return
        _stand(answer)
        method = _how(answer)
        for street in answer.streets:
            st.html(f'<h2 class="straat">{escape(street.street)}</h2>')
            for line in street.lines:
                _card(workspace, viewer, line, method, may_answer=answer.may_answer)
        _at_the_end(answer)


def _key(line: CheckLine) -> Key:
    return line.kind, line.id


def _lines(answer: ChecksAnswer) -> list[CheckLine]:
    return [line for street in answer.streets for line in street.lines]


def _is_done(line: CheckLine) -> bool:
    return not line.waits or _key(line) in checking_round.current().given


def _nothing() -> None:
    words = TEXT.checks
    st.html(f'<p class="leeg">{escape(words.empty)}</p>')
    if st.button(words.to_map, key="nakijken_kaart"):
        to_map()


def _stand(answer: ChecksAnswer) -> None:
    words, lines = TEXT.checks, _lines(answer)
    done = sum(map(_is_done, lines))
    told = [words.stand.format(n=len(lines), m=answer.waiting + done)]
    if done:
        told.append(words.done.format(n=done, m=len(lines)))
    if not answer.may_answer:
        told.append(words.only_look)
    st.html("".join(f'<p class="stand">{escape(line)}</p>' for line in told))


def _how(answer: ChecksAnswer) -> CheckMethod | None:
    """How this round is done, asked once and not needed."""
    if not answer.may_answer:
        return None
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
            _answered(workspace, viewer, line)
            return
        with st.container(key=f"nakijkdaden_{line.id}", horizontal=True, gap="small"):
            if may_answer:
                _answers(workspace, viewer, line, method)
            if st.button(TEXT.checks.look, key=f"bekijk_{line.id}", type="tertiary"):
                to_map(open=f"{line.kind}:{line.id}")


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
        kind = "primary" if outcome is CheckOutcome.CORRECT else "secondary"
        if not st.button(label, key=f"{outcome.name.lower()}_{line.id}", type=kind):
            continue
        if outcome is CheckOutcome.CHANGED:
            ask_change(line.kind, line.id, as_check=True)
            st.switch_page(ADD_PAGE)
        given = check_offer(workspace, viewer, line.id, outcome, method=method)
        checking_round.note(_key(line), given.sentence, given.batch)
        st.rerun()


def _answered(workspace: Workspace, viewer: Viewer, line: CheckLine) -> None:
    words = TEXT.checks
    given = checking_round.current().given.get(_key(line))
    with st.container(key=f"nagekeken_{line.id}", horizontal=True, vertical_alignment="center", gap="small"):
        told = given.sentence if given else words.meanwhile
        st.html(f'<p class="genoteerd" role="status">✓ {escape(told)}</p>')
        if given and given.batch and st.button(words.undo, key=f"toch_niet_{line.id}", type="tertiary"):
            undo_change(workspace, viewer, given.batch)
            checking_round.take_back(_key(line))
            st.rerun()


def _at_the_end(answer: ChecksAnswer) -> None:
    words, lines = TEXT.checks, _lines(answer)
    if not all(map(_is_done, lines)):
        return
    st.html(f'<p class="leeg">{escape(words.round_done if answer.waiting else words.empty)}</p>')
    if answer.waiting and st.button(words.next_round, key="volgende_ronde", type="primary"):
        checking_round.finish()
        st.rerun()


if __name__ == "__main__":
    run_page(render)
