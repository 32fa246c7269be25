"""Mijn vragen: what waits for today, the questions one holds, and one of them with going along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.own_needs import OwnNeed, own_needs
from socialmap.actions.telling import Choice
from socialmap.model import wording_needs as names
from socialmap.model.dutch import dutch_date
from socialmap.model.people import NeedStatus, Permission
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui import passing_on
from socialmap.ui.components import going_along, mutual, need_correction, nudge_card, own_need
from socialmap.ui.components import private_form as form
from socialmap.ui.components.looking import look_at
from socialmap.ui.guard import plain
from socialmap.ui.page import run_page
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

FIELDS = Fields("mijnvragen")
PAGE_SIZE = 10
_CLOSED = {NeedStatus.DONE, NeedStatus.STOPPED}
_FILTERS: dict[str, Callable[[OwnNeed], bool]] = {
    "bezig": lambda need: need.status not in _CLOSED,
    NeedStatus.OPEN.value: lambda need: need.status is NeedStatus.OPEN,
    NeedStatus.NOT_YET.value: lambda need: need.status is NeedStatus.NOT_YET,
    NeedStatus.RUNNING.value: lambda need: need.status is NeedStatus.RUNNING,
    "klaar": lambda need: need.status in _CLOSED,
}


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_OWN_NEEDS)
    FIELDS.begin({"filter": "bezig"})
    needs = own_needs(workspace, viewer)
    opened = next((need for need in needs if need.id == passing_on.shown_need()), None)
    with st.container(key="mijnvragen", gap="small"):
        going = passing_on.going_to()
        if going is not None:
            going_along.choose_whose(workspace, viewer, going, needs)
        if opened is not None:
            own_need.show(workspace, viewer, opened)
        else:
            _list(workspace, viewer, needs)
            if needs:
                mutual.show(workspace, viewer)
    look_at(f"mijn vragen {opened.id if opened else ''} {bool(going)}")


def _list(workspace: Workspace, viewer: Viewer, needs: Sequence[OwnNeed]) -> None:
    words = TEXT.own
    with st.container(key="lijstkop", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f"<h1>{escape(words.title)}</h1><p>{escape(words.intro)}</p>")
        if st.button(words.new, key="nieuwe_vraag", type="primary"):
            st.switch_page(passing_on.NEW_NEED_PAGE)
    nudge_card.show(viewer)
    need_correction.offer_put_back(workspace, viewer)
    if not needs:
        st.html(f'<p class="leeg">{escape(words.empty)}</p>')
        return
    _due([need for need in needs if need.due])
    chosen = form.one(FIELDS, "filter", words.filters, _filters(needs), required=True, hidden=True)
    shown = [need for need in needs if _FILTERS[chosen](need)]
    if not shown:
        st.html(f'<p class="leeg">{escape(words.empty_filter)}</p>')
    limit = int(FIELDS.got("aantal", PAGE_SIZE))
    for need in shown[:limit]:
        st.button(
            _told(need),
            key=f"open_vraag_{need.id}",
            width="stretch",
            on_click=passing_on.show_need,
            args=(need.id,),
        )
    if len(shown) > limit:
        st.button(
            words.more, key="meer", width="stretch", on_click=FIELDS.put, args=("aantal", limit + PAGE_SIZE)
        )


def _due(needs: Sequence[OwnNeed]) -> None:
    """What waits for today: one line each, one click."""
    if not needs:
        return
    words = TEXT.own
    with st.container(key="aan_de_beurt", gap="small"):
        st.html(f"<h2>{escape(words.due_title)}</h2>")
        for need in needs[:PAGE_SIZE]:
            told = words.due_line.format(
                number=need.pseudonym, theme=need.theme_label, about=need.remind_about
            )
            st.button(
                plain(told),
                key=f"beurt_{need.id}",
                width="stretch",
                on_click=passing_on.show_need,
                args=(need.id,),
            )


def _filters(needs: Sequence[OwnNeed]) -> tuple[Choice, ...]:
    words = TEXT.own
    labels = {"bezig": words.all_open, "klaar": words.closed}
    labels |= {status.value: name for status, name in names.STATUS_NAMES.items()}
    counted = {name: sum(map(fits, needs)) for name, fits in _FILTERS.items()}
    return form.as_choices(
        {name: words.filter_count.format(name=labels[name], n=counted[name]) for name in _FILTERS}
    )


def _told(need: OwnNeed) -> str:
    """A row of the list: who, about what, where, how it stands, and what is still to do."""
    words = TEXT.own
    fact = words.fact.format(area=need.area, status=names.STATUS_NAMES[need.status], open_for=need.open_for)
    marks = []
    if need.due:
        marks.append(words.remind_now)
    elif need.remind_on is not None:
        marks.append(words.remind.format(date=dutch_date(need.remind_on)))
    if need.permission is Permission.STILL_TO_ASK:
        marks.append(words.asked_not_yet)
    elif need.permission is Permission.NO:
        marks.append(words.not_linked)
    title = words.line.format(number=need.pseudonym, theme=need.theme_label)
    return f"**{plain(title)}**  \n{plain(' · '.join((fact, *marks)))}"


if __name__ == "__main__":
    run_page(render)
