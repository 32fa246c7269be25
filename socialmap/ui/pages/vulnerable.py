"""Wat kan wegvallen?: initiatives on few shoulders or little money, why, and what could be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_vulnerable import VulnerableAnswer, VulnerableLine, show_vulnerable
from socialmap.model.language import told
from socialmap.model.wording_checks import LEFT_ALONE
from socialmap.model.wording_footing import FootingLevel
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui.components import falling_away, visit_card
from socialmap.ui.components.doors import to_map
from socialmap.ui.page import run_page
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_LEVEL, _COUNT, _OPEN = "wegvallen_niveau", "wegvallen_aantal", "wegvallen_open"
_WHAT_IF, _VISIT = "proef", "bezoek"
_PAGE_SIZE = 8
_SIGN_STYLES = {"+": "plus", "?": "navragen", "−": "min"}
_LEVEL_STYLES = {
    FootingLevel.VULNERABLE: "kwetsbaar",
    FootingLevel.ATTENTION: "let-op",
    FootingLevel.FIRM: "stevig",
}


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_VULNERABLE)
    words = TEXT.falling
    answer = show_vulnerable(workspace, viewer)
    with st.container(key="wegvallen"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        if not answer.lines:
            st.info(words.nothing)
            return
        if answer.counts[FootingLevel.FIRM] == len(answer.lines):
            st.info(words.empty)
        level = _choose_level(answer)
        lines = [line for line in answer.lines if line.level is level]
        if not lines:
            st.info(words.empty_level)
            return
        st.html(f'<p class="stand">{escape(dict(words.level_meaning)[level])} {escape(words.score_help)}</p>')
        count = st.session_state.get(_COUNT, _PAGE_SIZE)
        for line in lines[:count]:
            _card(workspace, viewer, line)
        if len(lines) > count:
            st.button(words.more, key="meer_wegvallen", on_click=_more, width="stretch")


def _choose_level(answer: VulnerableAnswer) -> FootingLevel:
    """The chosen level; at first the most serious one in which there is something."""
    words = TEXT.falling
    if _LEVEL not in st.session_state:
        st.session_state[_LEVEL] = answer.lines[0].level
    chosen = st.pills(
        words.levels,
        list(FootingLevel),
        key=_LEVEL,
        required=True,
        format_func=lambda level: words.level_counted.format(level=told(level), n=answer.counts[level]),
        label_visibility="collapsed",
        on_change=_from_the_top,
    )
    return chosen or answer.lines[0].level


def _card(workspace: Workspace, viewer: Viewer, line: VulnerableLine) -> None:
    words = TEXT.falling
    opened = st.session_state.get(_OPEN)
    with st.container(key=f"rust_{line.id}"):
        st.html(_told(line))
        with st.container(key=f"rustdaden_{line.id}", horizontal=True, gap="small"):
            if line.leaders_known:
                _toggle(words.what_if, line, _WHAT_IF)
            if line.may_visit:
                _toggle(words.visit, line, _VISIT)
            if st.button(words.look, key=f"bekijk_{line.id}", type="tertiary"):
                to_map(open=f"initiative:{line.id}")
        if opened == (_WHAT_IF, line.id):
            falling_away.show(workspace, viewer, line.id)
        elif opened == (_VISIT, line.id):
            visit_card.show(workspace, viewer, line.id)


def _told(line: VulnerableLine) -> str:
    words = TEXT.falling
    names = dict(words.signs)
    reasons = "".join(
        f'<li class="{_SIGN_STYLES[reason.sign]}"><span aria-hidden="true">{escape(reason.sign)}</span>'
        f'<span class="voorgelezen">{escape(names[reason.sign])}: </span>{escape(reason.sentence)}</li>'
        for reason in line.reasons
    )
    impact = f'<p class="gemist">{escape(line.impact)}</p>' if line.impact else ""
    alone = "" if line.may_visit else f'<p class="gemist">{escape(LEFT_ALONE)}</p>'
    mark = f'<img src="/assets/marks/{escape(line.group)}.svg" alt="">' if line.group else ""
    return (
        f'<article class="rust"><header>{mark}'
        f"<div><h2>{escape(line.name)}</h2><p>{escape(line.place)}</p></div>"
        f'<span class="niveau {_LEVEL_STYLES[line.level]}">{escape(line.level)}'
        f"<small>{escape(words.score.format(score=line.score))}</small></span></header>"
        f'{impact}{alone}<ul class="redenen">{reasons}</ul></article>'
    )


def _toggle(label: str, line: VulnerableLine, what: str) -> None:
    """Opens a part under the card; pressed again it closes."""
    is_open = st.session_state.get(_OPEN) == (what, line.id)
    st.button(
        TEXT.falling.close if is_open else label, key=f"{what}_{line.id}", on_click=_open,
        args=(None if is_open else (what, line.id),),
    )  # fmt: skip


def _open(what: tuple[str, str] | None) -> None:
    st.session_state[_OPEN] = what


def _more() -> None:
    st.session_state[_COUNT] = st.session_state.get(_COUNT, _PAGE_SIZE) + _PAGE_SIZE


def _from_the_top() -> None:
    st.session_state[_COUNT], st.session_state[_OPEN] = _PAGE_SIZE, None


if __name__ == "__main__":
    run_page(render)
