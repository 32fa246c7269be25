"""The way to one's own calendar: of one initiative, or of all that the list shows."""

from __future__ import annotations

from html import escape
from urllib.parse import quote, urlencode

import streamlit as st

from socialmap.ui import session
from socialmap.ui.public_view import PublicView
from socialmap.ui.text import TEXT

AGENDA = "/open/agenda"


def of_one(initiative_id: str) -> None:
    """A link to the moments of one initiative."""
    _link(f"{AGENDA}/{quote(initiative_id, safe='')}.ics", TEXT.open.to_calendar)


def of_view(view: PublicView) -> None:
    """A link to the moments of everything that the map shows in this view."""
    asked = urlencode(view.to_query())
    _link(f"{AGENDA}.ics" + (f"?{asked}" if asked else ""), TEXT.open.all_to_calendar)


def _link(address: str, label: str) -> None:
    address = session.in_municipality(address)
    st.html(f'<p class="agenda"><a href="{escape(address)}" download>{escape(label)}</a></p>')
