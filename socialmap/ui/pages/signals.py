"""Wat valt op?: patterns in the questions, signals of colleagues, and one signal with its steps."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.patterns_here import PatternLine
from socialmap.actions.show_signals import show_signal, show_signals
from socialmap.actions.signal_lines import SignalLine
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui.components import signal_correct, signal_paper, signal_steps
from socialmap.ui.components.doors import to_map
from socialmap.ui.components.looking import look_at
from socialmap.ui.page import run_page
from socialmap.ui.session import PRIVATE
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

WRITE_PAGE = "pages/write_signal.py"
_OPEN = "open"
_SIGNAL = "signal:"
_KNOWN = f"{PRIVATE}signalen_bekend"
_MANY = f"{PRIVATE}signalen_aantal"
_PAGE_SIZE = 8


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_SIGNALS)
    opened = st.query_params.get(_OPEN, "")
    if signal_correct.was_removed(opened.removeprefix(_SIGNAL)):
        del st.query_params[_OPEN]
        opened = ""
    if opened.startswith(_SIGNAL):
        _detail(workspace, viewer, opened.removeprefix(_SIGNAL))
        look_at(f"signaal {opened}")
    else:
        _list(workspace, viewer)
        look_at("signalen")


def _list(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.signals
    answer = show_signals(workspace, viewer)
    with st.container(key="signalen"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        signal_correct.show_removed(workspace, viewer)
        _patterns(viewer, answer.patterns)
        with st.container(key="signalenkop", horizontal=True, gap="small", vertical_alignment="center"):
            st.html(f'<h2 class="kopje">{escape(words.written)}</h2>', width="content")
            if may(viewer, Right.MAKE_SIGNALS) and st.button(words.make, key="maak_signaal", type="primary"):
                st.switch_page(WRITE_PAGE)
        if not answer.signals:
            st.html(f'<p class="leeg">{escape(words.no_signals)}</p>')
        limit = int(st.session_state.get(_MANY, _PAGE_SIZE))
        for line in answer.signals[:limit]:
            _card(line)
        if len(answer.signals) > limit:
            st.button(words.more, key="meer_signalen", on_click=_show_more, args=(limit,))


def _show_more(limit: int) -> None:
    st.session_state[_MANY] = limit + _PAGE_SIZE


def _patterns(viewer: Viewer, patterns: tuple[PatternLine, ...]) -> None:
    words = TEXT.signals
    known: set[str] = st.session_state.get(_KNOWN, set())
    shown = [each for each in patterns if each.id not in known]
    st.html(f'<h2 class="kopje">{escape(words.patterns)}</h2>')
    if not shown:
        st.html(f'<p class="leeg">{escape(words.empty)}</p>')
    elif not any(each.people for each in shown):
        st.html(f'<p class="fluister">{escape(words.of_monday)}</p>')
    for number, pattern in enumerate(shown):
        _pattern(viewer, number, pattern)
    if len(shown) < len(patterns):
        label = words.known_back.format(n=len(patterns) - len(shown))
        st.button(label, key="weer_tonen", type="tertiary", on_click=_forget_known)


def _pattern(viewer: Viewer, number: int, pattern: PatternLine) -> None:
    words = TEXT.signals
    title = words.in_area.format(theme=pattern.label, area=pattern.area)
    people = words.people.format(people=pattern.people[:1].upper() + pattern.people[1:])
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in pattern.sentences[:-1])
    count = f'<p class="mensen">{escape(people)}</p>' if pattern.people else ""
    asked = " gevraagd" if st.query_params.get(_OPEN) == f"pattern:{pattern.id}" else ""
    with st.container(key=f"patroon_{number}", gap="small"):
        st.html(
            f'<article class="patroon{asked}"><header><h3>{escape(title)}</h3>'
            f'<span class="hoe">{escape(dict(words.outcomes)[pattern.outcome])}</span></header>'
            f'{told}{count}<p class="geen-bewijs">{escape(pattern.sentences[-1])}</p></article>'
        )
        with st.container(key=f"patroonknoppen_{number}", horizontal=True, gap="small"):
            if may(viewer, Right.MAKE_SIGNALS) and st.button(words.make, key=f"maak_{number}"):
                st.switch_page(WRITE_PAGE, query_params={"patroon": pattern.id})
            if st.button(words.look_area, key=f"buurt_{number}"):
                to_map(open=f"area:{pattern.area_id}")
            st.button(
                words.known, key=f"bekend_{number}", type="tertiary", on_click=_put_away, args=(pattern.id,)
            )


def _put_away(pattern_id: str) -> None:
    """For as long as this session lasts: to others it may still be news."""
    st.session_state[_KNOWN] = {*st.session_state.get(_KNOWN, ()), pattern_id}


def _forget_known() -> None:
    st.session_state.pop(_KNOWN, None)


def _card(line: SignalLine) -> None:
    with st.container(key=f"signaal_{line.id}", gap="small"):
        st.html(
            f'<article class="signaal"><h3>{escape(line.title)}</h3>{signal_paper.facts_of(line)}'
            f"{signal_paper.steps_of(line)}</article>"
        )
        if st.button(TEXT.signals.look, key=f"bekijk_{line.id}"):
            st.query_params[_OPEN] = f"{_SIGNAL}{line.id}"
            st.rerun()


def _detail(workspace: Workspace, viewer: Viewer, signal_id: str) -> None:
    words = TEXT.signals
    with st.container(key="signalen"):
        if st.button(words.back, key="terug_signalen", type="tertiary"):
            del st.query_params[_OPEN]
            st.rerun()
        detail = show_signal(workspace, viewer, signal_id)
        line = detail.line
        st.html(
            f'<div class="signaal"><h1>{escape(line.title)}</h1>{signal_paper.facts_of(line)}'
            f"{signal_paper.steps_of(line)}</div>"
        )
        with st.container(key="signaalvlak"):
            with st.container(key="signaalblad", gap="small"):
                parts = "".join(
                    f"<section><h2>{escape(heading)}</h2><p>{escape(text)}</p></section>"
                    for heading, text in detail.paper
                )
                st.html(f'<div class="bladdelen">{parts}</div>')
                signal_paper.show_link(detail, words.print)
            with st.container(key="signaalverder", gap="medium"):
                if may(viewer, Right.LEAD_SIGNALS):
                    signal_steps.show(workspace, viewer, detail)
                else:
                    st.html(f'<p class="fluister">{escape(words.only_leads)}</p>')
                if may(viewer, Right.MAKE_SIGNALS):
                    signal_correct.show(workspace, viewer, detail)
                st.html(
                    f'<h2 class="kopje">{escape(words.where_it_goes)}</h2>'
                    f"{signal_paper.routes_of(detail.routes)}"
                )


if __name__ == "__main__":
    run_page(render)
