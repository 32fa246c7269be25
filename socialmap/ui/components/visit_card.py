"""Planning a visit: five questions to take along and a day, which goes into one's own calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.plan_visit import plan_visit
from socialmap.model.dutch import WEEKDAYS, dutch_date
from socialmap.model.values import Weekday
from socialmap.model.wording_visit import CARD_TITLE, VISIT_QUESTIONS
from socialmap.privacy.roles import Viewer
from socialmap.ui import session
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_DAYS_AHEAD = 42
_WORKING_DAYS = 5


def show(workspace: Workspace, viewer: Viewer, initiative_id: str) -> None:
    words = TEXT.falling
    questions = "".join(
        f"<dt>{escape(heading)}</dt><dd>{escape(question)}</dd>" for heading, question in VISIT_QUESTIONS
    )
    st.html(
        f'<section class="bezoek"><h3>{escape(CARD_TITLE)}</h3>'
        f'<p class="stil">{escape(words.visit_intro)}</p><dl>{questions}</dl></section>'
    )
    with st.container(key="bezoekdag", horizontal=True, vertical_alignment="bottom", gap="small"):
        day = st.selectbox(
            words.visit_day,
            working_days(session.today()),
            format_func=day_name,
            key=f"bezoekdag_{initiative_id}",
        )
        visit = plan_visit(workspace, viewer, initiative_id, day)
        st.download_button(
            words.visit_save, visit.calendar, visit.file_name, "text/calendar",
            key=f"bewaar_bezoek_{initiative_id}", type="primary", on_click="ignore",
        )  # fmt: skip
    st.html(f'<p class="stil">{escape(words.visit_saved_where)}</p>')


def working_days(today: date) -> list[date]:
    """The working days of the coming six weeks, from tomorrow on."""
    days = (today + timedelta(days=ahead) for ahead in range(1, _DAYS_AHEAD + 1))
    return [day for day in days if day.weekday() < _WORKING_DAYS]


def day_name(day: date) -> str:
    """
    >>> day_name(date(2026, 3, 3))
    'dinsdag 3 maart 2026'
    """
    return f"{WEEKDAYS[tuple(Weekday)[day.weekday()]]} {dutch_date(day)}"
