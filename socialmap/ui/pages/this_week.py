"""Deze week: at most five things, one line each, one click to the thing itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.agreements import tick_off
from socialmap.actions.show_week import WeekLine, show_week
from socialmap.actions.week_marks import bring_back, put_off
from socialmap.model.wording_week import more
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui import passing_on
from socialmap.ui.components.doors import door_for, to_door, to_map
from socialmap.ui.page import run_page
from socialmap.ui.session import PRIVATE
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_LATER, _ALL = f"{PRIVATE}week_later", f"{PRIVATE}week_alles"
_SCREENS = {
    "bundle": "samen",
    "signal": "signalen",
    "pattern": "signalen",
    "need": "mijn-vragen",
    "coverage": "vier-vakken",
    "conversation": "gesprek",
}
"""What a line is about → the address of the screen that shows it."""
_TO_CHECK = "controleren"
_CHECKS = "klopt-dit-nog"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_WEEK)
    words = TEXT.week
    answer = show_week(workspace, viewer)
    later: set[tuple[str, str]] = st.session_state.setdefault(_LATER, set())
    whole = (*answer.lines, *answer.rest)
    waiting = [line for line in whole if _name(line) not in later]
    away = answer.put_off + len(whole) - len(waiting)
    first, rest = waiting[: len(answer.lines)], waiting[len(answer.lines) :]
    with st.container(key="dezeweek"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        if not waiting:
            _nothing(words.all_put_away if away else answer.sentence)
        for line in first:
            _row(workspace, viewer, line)
        if rest and st.session_state.get(_ALL):
            for line in rest:
                _row(workspace, viewer, line)
        elif rest:
            st.button(
                words.more.format(more=more(len(rest))),
                key="week_meer",
                on_click=_show_all,
                width="stretch",
            )
        if away:
            st.button(
                words.back_again.format(n=away),
                key="week_terug",
                type="tertiary",
                on_click=_show_again,
                args=(workspace, viewer),
            )


def _nothing(sentence: str) -> None:
    st.html(f'<p class="leeg">{escape(sentence)}</p>')
    if st.button(TEXT.week.go_map, key="week_kaart"):
        to_map()


def _name(line: WeekLine) -> tuple[str, str]:
    return str(line.news), f"{line.kind}/{line.id}"


def _row(workspace: Workspace, viewer: Viewer, line: WeekLine) -> None:
    words = TEXT.week
    kinds = dict(words.kinds)
    name = f"{line.news}_{line.kind}_{line.id}"
    with st.container(key=f"weekregel_{name}"):
        st.html(
            f'<div class="weekregel"><span class="soortje">{escape(kinds[line.news])}</span>'
            f"<p>{escape(line.sentence)}</p></div>"
        )
        with st.container(key=f"weekdaad_{name}", horizontal=True, gap="small"):
            if line.asks and st.button(words.done, key=f"gelukt_{name}", type="primary"):
                tick_off(workspace, viewer, line.id)
                st.rerun()
            if (
                not line.asks
                and _leads_somewhere(viewer, line)
                and st.button(words.look, key=f"bekijk_{name}", type="primary")
            ):
                _open(viewer, line)
            later = words.not_yet if line.asks else words.next_week
            st.button(later, key=f"later_{name}", on_click=_put_away, args=(workspace, viewer, line))


def _leads_somewhere(viewer: Viewer, line: WeekLine) -> bool:
    return line.kind == "initiative" or door_for(viewer, _SCREENS[line.kind]) is not None


def _open(viewer: Viewer, line: WeekLine) -> None:
    """To the thing itself; which question of a resident it is stays in the session, never in an address."""
    checks = door_for(viewer, _CHECKS) if line.news == _TO_CHECK else None
    if checks is not None:
        to_door(checks)
    if line.kind == "initiative":
        to_map(open=f"initiative:{line.id}")
    door = door_for(viewer, _SCREENS[line.kind])
    if door is None:
        return
    if line.kind == "need":
        passing_on.show_need(line.id)
        to_door(door)
    st.switch_page(f"pages/{door.file}", query_params=_address(line))


def _address(line: WeekLine) -> dict[str, str]:
    return {"deel": "team"} if line.kind == "conversation" else {"open": f"{line.kind}:{line.id}"}


def _put_away(workspace: Workspace, viewer: Viewer, line: WeekLine) -> None:
    """Until next week; a resident's question, or without a name, only until this session ends."""
    if not put_off(workspace, viewer, line.news, line.kind, line.id):
        st.session_state[_LATER] = {*st.session_state.get(_LATER, ()), _name(line)}


def _show_again(workspace: Workspace, viewer: Viewer) -> None:
    st.session_state[_LATER] = set()
    bring_back(workspace, viewer)


def _show_all() -> None:
    st.session_state[_ALL] = True


if __name__ == "__main__":
    run_page(render)
