"""Schrijf het signaal: a short form, where it can go and why, and the own signals with their A4."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.save_signal import IN_DANGER, SignalDraft, open_signal, propose_route, save_signal
from socialmap.actions.show_signals import own_signal, own_signals
from socialmap.errors import InvalidInput, Violation
from socialmap.model.dutch import dutch_date
from socialmap.model.together import SignalChoice
from socialmap.model.wording import NOT_KEPT_HERE
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui.components import private_form as form
from socialmap.ui.components import signal_correct, signal_form, signal_paper
from socialmap.ui.components.looking import look_at
from socialmap.ui.components.signal_steps import addressee
from socialmap.ui.page import run_page
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

FIELDS = Fields("signaal")
_NOWHERE = "||"
_OPENED = "pas_aan"
SIGNALS_PAGE = "pages/signals.py"
_STEPS = (
    ("title", "kop"), ("what_we_see", "zien"), ("area_ids", "buurt"), ("where", "waar"), ("sort", "soort"),
    ("scale", "schaal"), ("cause", "oorzaak"), ("residents_say", "zeggen"), ("already_done", "deden"),
    ("we_ask", "vragen"), ("how_often", "vaak"),
    ("consequence", "gevolg"), ("possible_cause", "denk"), ("addressed_to", "aan"),
)  # fmt: skip


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.MAKE_SIGNALS)
    _begin(workspace, viewer)
    words = TEXT.write_signal
    with st.container(key="werkvlak", gap="medium"):
        with st.container(key="werkvorm"):
            st.html(
                f"<h1>{escape(words.title)}</h1><p>{escape(words.intro)}</p>"
                f'<p class="fluister">{escape(words.enough)}</p>'
            )
            draft, readable = signal_form.show(workspace, viewer, FIELDS)
            FIELDS.forgive(draft)
            choice, addressed = _routes(workspace, viewer, draft)
            with st.container(key="werkknoppen", gap="small"):
                if FIELDS.errors():
                    st.html(f'<p class="nogniet" role="status">{escape(words.not_yet)}</p>')
                if st.button(words.save, key="bewaar_signaal", type="primary"):
                    addressed_draft = replace(draft, addressed_to=addressed)
                    _save(workspace, viewer, addressed_draft, choice, readable=readable)
        with st.container(key="werkernaast", gap="small"):
            _own(workspace, viewer)
    errors = FIELDS.errors()
    step = next((step for field, step in _STEPS if field in errors), "")
    look_at(f"signaal schrijven {FIELDS.got('geweigerd', 0)}", f"stap_{step}" if step else "")


def _begin(workspace: Workspace, viewer: Viewer) -> None:
    """Fill the form from what the address names, once."""
    note, pattern, spot = (st.query_params.get(name, "") for name in ("notitie", "patroon", "tekort"))
    source = f"{note}|{pattern}|{spot}"
    if FIELDS.got("van", _NOWHERE) != source and source != _NOWHERE:
        FIELDS.clear()
        draft = open_signal(workspace, viewer, note_id=note, pattern_id=pattern, spot_id=spot)
        FIELDS.begin({**signal_form.filled_from(draft), "van": source})
    else:
        FIELDS.begin({"van": source})


def _routes(workspace: Workspace, viewer: Viewer, draft: SignalDraft) -> tuple[SignalChoice | None, str]:
    words = TEXT.write_signal
    routes = propose_route(workspace, viewer, draft)
    with st.container(key="signaalroute", gap="small"):
        if not routes:
            st.html(f'<p class="fluister">{escape(words.routes_first)}</p>')
            return None, ""
        if routes[0].to in IN_DANGER:
            st.html(f'<p class="mis">{escape(NOT_KEPT_HERE)}</p>')
            return None, ""
        st.html(f'<h2 class="kopje">{escape(words.routes)}</h2>{signal_paper.routes_of(routes)}')
        if not may(viewer, Right.LEAD_SIGNALS):
            st.html(f'<p class="fluister">{escape(words.only_leads)}</p>')
            return None, ""
        flow = TEXT.signals
        with form.step(FIELDS, "keuze", flow.choice, None, ("choice",)):
            choice = form.one(FIELDS, "keuze", flow.choice, form.as_choices(flow.choices), hidden=True)
        with form.step(FIELDS, "aan", flow.addressed_to, None, ("addressed_to",)):
            addressed = addressee(FIELDS, "", [one.to for one in routes])
    return (SignalChoice(choice) if choice else None), addressed


def _save(
    workspace: Workspace,
    viewer: Viewer,
    draft: SignalDraft,
    choice: SignalChoice | None,
    *,
    readable: bool,
) -> None:
    van = FIELDS.got("van", _NOWHERE)
    try:
        if not readable:
            raise InvalidInput([Violation("people", TEXT.write_signal.people_wrong)])
        kept = save_signal(workspace, viewer, draft, choice=choice)
    except InvalidInput as error:
        FIELDS.refuse(error, draft)
    else:
        FIELDS.clear()
        FIELDS.begin({"van": van, "bewaard": kept})
    st.rerun()


def _own(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.write_signal
    kept, lines = str(FIELDS.got("bewaard", "")), own_signals(workspace, viewer)
    if kept in {line.id for line in lines}:
        detail = own_signal(workspace, viewer, kept)
        due = detail.line.report_back_on
        with st.container(key="signaalbewaard", gap="small"):
            if due:
                sentence = words.saved.format(date=dutch_date(due))
                st.html(f'<p class="gelukt" role="status">{escape(sentence)}</p>')
            signal_paper.show_link(detail, words.print)
            _open_button(viewer, kept)
    st.html(f'<div class="zijkop"><h2>{escape(words.own)}</h2><p>{escape(words.own_help)}</p></div>')
    signal_correct.show_removed(workspace, viewer)
    if not lines:
        st.html(f'<p class="leeg">{escape(words.empty)}</p>')
    for line in lines[:8]:
        with st.container(key=f"signaal_{line.id}", gap="small"):
            facts = signal_paper.facts_of(line)
            st.html(f'<article class="signaal"><h3>{escape(line.title)}</h3>{facts}</article>')
            if line.id != kept:
                _open_button(viewer, line.id)
            if FIELDS.got(_OPENED) != line.id:
                st.button(
                    TEXT.signals.correct,
                    key=f"verbeter_{line.id}",
                    type="tertiary",
                    on_click=FIELDS.put,
                    args=(_OPENED, line.id),
                )
            else:
                signal_correct.show(workspace, viewer, own_signal(workspace, viewer, line.id))


def _open_button(viewer: Viewer, signal_id: str) -> None:
    if may(viewer, Right.SEE_SIGNALS) and st.button(TEXT.write_signal.open, key=f"open_{signal_id}"):
        st.switch_page(SIGNALS_PAGE, query_params={"open": f"signal:{signal_id}"})


if __name__ == "__main__":
    run_page(render)
