"""Dubbele vermeldingen: what is perhaps on the map twice, one pair at a time, and three answers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_doubles import DoubleLine, DoublesAnswer, show_double, show_doubles
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui.components import double_pair
from socialmap.ui.components.looking import look_at
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_LATER = "dubbel_later"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.CHANGE_OFFERS)
    words = TEXT.double
    with st.container(key="dubbel"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        double_pair.show_said(workspace, viewer)
        with st.spinner(words.busy):
            answer = show_doubles(workspace, viewer)
        if not answer.lines:
            st.html(f'<p class="leeg">{escape(answer.nothing)}</p>')
            return
        later: list[str] = st.session_state.setdefault(_LATER, [])
        left = [line for line in answer.lines if double_pair.name_of(line) not in later]
        if not left:
            st.html(f'<p class="leeg">{escape(words.all_later.format(n=len(answer.lines)))}</p>')
            st.button(words.show_later, key="dubbel_weer", type="primary", on_click=later.clear)
            return
        _pair(workspace, viewer, answer, left[0])


def _pair(workspace: Workspace, viewer: Viewer, answer: DoublesAnswer, line: DoubleLine) -> None:
    words = TEXT.double
    counted = " · ".join(
        text.format(n=answer.counts[label]) for label, text in words.counts if answer.counts[label]
    )
    where = words.where.format(n=answer.lines.index(line) + 1, m=len(answer.lines))
    st.html(f'<p class="aantal">{escape(where)} · {escape(counted)}</p>')
    detail = show_double(workspace, viewer, line.kind, (line.first.id, line.second.id))
    if detail is None:
        st.html(f'<p class="mis" role="alert">{escape(words.gone)}</p>')
        return
    double_pair.show(workspace, viewer, detail, later=lambda: _put_off(line))
    look_at(f"dubbel {double_pair.step_of(line)}")


def _put_off(line: DoubleLine) -> None:
    st.session_state[_LATER] = [*st.session_state.get(_LATER, []), double_pair.name_of(line)]


if __name__ == "__main__":
    run_page(render)
