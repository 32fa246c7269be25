"""Wie kan wat? Who may be asked and through whom; and a new talent, with a yes of the person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.change_talent import ask_consent_again, stop_talent
from socialmap.actions.list_talents import ConsentState, TalentLine, list_talents, talent_choices
from socialmap.actions.save_talent import TalentDraft, TalentSaved, save_talent
from socialmap.actions.search_choices import search_choices
from socialmap.errors import InvalidInput
from socialmap.model.dutch import and_list, dutch_date
from socialmap.model.people import Permission
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui import session
from socialmap.ui.components import private_form as form
from socialmap.ui.components import safety_card, talent_change, talent_form
from socialmap.ui.components.looking import look_at
from socialmap.ui.components.talent_form import FIELDS
from socialmap.ui.page import run_page
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

SEARCH = Fields("talentzoek")
PAGE_SIZE = 12
_LIST, _FORM = "lijst", "formulier"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_TALENTS)
    SEARCH.begin({"scherm": _LIST})
    FIELDS.begin(talent_form.FIRST)
    saved: TalentSaved | None = FIELDS.got("bewaard")
    if saved is not None:
        _show_saved(saved)
    elif SEARCH.got("scherm") == _FORM and may(viewer, Right.ADD_TALENTS):
        _show_form(workspace, viewer)
    elif talent_change.is_open() and may(viewer, Right.ADD_TALENTS):
        talent_change.show(workspace, viewer)
        look_at(f"talent wijzigen {FIELDS.got('geweigerd', 0)}")
    else:
        _show_list(workspace, viewer)


def _show_list(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.talent
    with st.container(key="lijstvlak", gap="small"):
        with st.container(key="lijstkop", horizontal=True, gap="small", vertical_alignment="center"):
            st.html(f"<h1>{escape(words.title)}</h1><p>{escape(words.intro)}</p>")
            if may(viewer, Right.ADD_TALENTS):
                st.button(
                    words.add, key="nieuw_talent", type="primary", on_click=SEARCH.put, args=("scherm", _FORM)
                )
        if SEARCH.got("weg"):
            SEARCH.put("weg", False)
            st.html(f'<p class="gelukt" role="status">{escape(words.gone)}</p>')
        with st.container(key="zoekrij", horizontal=True, gap="small", vertical_alignment="bottom"):
            form.text_field(SEARCH, "woord", words.search, hint=words.search_hint, most=60)
            areas = search_choices(workspace, viewer).areas
            area = form.from_list(SEARCH, "buurt", words.area, areas, words.all_areas)
        wanted = str(SEARCH.got("woord", ""))
        if safety_card.below("woord", wanted, kept=TEXT.safety.nothing_kept):
            look_at("veiligheid")
            return
        names = {each.id: each.label for each in areas}
        lines = [
            line for line in list_talents(workspace, viewer, wanted) if not area or line.area == names[area]
        ]
        if not lines:
            st.html(f'<p class="leeg">{escape(words.nothing if wanted else words.empty)}</p>')
            return
        count = words.found_one if len(lines) == 1 else words.found.format(n=len(lines))
        st.html(f'<p class="aantal" role="status">{escape(count)}</p>')
        limit = int(SEARCH.got("aantal", PAGE_SIZE))
        with st.container(key="talenten", gap="small"):
            for line in lines[:limit]:
                _line(workspace, viewer, line)
        if len(lines) > limit:
            st.button(
                words.more, key="meer", width="stretch", on_click=SEARCH.put,
                args=("aantal", limit + PAGE_SIZE),
            )  # fmt: skip
    look_at("talenten")


def _line(workspace: Workspace, viewer: Viewer, line: TalentLine) -> None:
    words = TEXT.talent
    with st.container(key=f"kan_{line.id}", gap="small"):
        st.html(_told(line))
        if not may(viewer, Right.ADD_TALENTS):
            return
        with st.container(key=f"talentdaden_{line.id}", horizontal=True, gap="small"):
            if line.state is not ConsentState.YES and st.button(words.asked_yes, key=f"mag_{line.id}"):
                ask_consent_again(workspace, viewer, line.id, Permission.YES, line.version)
                st.rerun()
            if st.button(words.change, key=f"wijzig_{line.id}"):
                talent_change.begin(workspace, viewer, line.id)
                st.rerun()
            if st.button(words.asked_no, key=f"mag_niet_{line.id}", type="tertiary"):
                stop_talent(workspace, viewer, line.id)
                SEARCH.put("weg", True)
                st.rerun()


def _told(line: TalentLine) -> str:
    """A talent as one card; whoever may not be asked now is marked in words."""
    words = TEXT.talent
    via = words.via_you if line.own else words.via.format(name=line.via)
    when = words.when.format(when=and_list(line.when)) if line.when else words.when_unknown
    facts = [" · ".join(part for part in (line.contact_label, line.area) if part), via]
    if line.state is ConsentState.YES:
        facts.append(when)
        if line.helps_with:
            facts.append(words.helps.format(themes=and_list(line.helps_with)))
        until = words.until.format(date=dutch_date(line.until)) if line.until else ""
        note = f"<small>{escape(until)}</small>"
        mark = ""
    else:
        lapsed = line.state is ConsentState.LAPSED
        label, why = (
            (words.ask_again, words.ask_again_help) if lapsed else (words.ask_first, words.ask_first_help)
        )
        mark = f'<span class="vraagmerk">{escape(label)}</span>'
        note = f"<small>{escape(why)}</small>"
    rows = "".join(f"<p>{escape(fact)}</p>" for fact in facts if fact)
    return f'<article class="talent"><h2>{escape(line.label)} {mark}</h2>{rows}{note}</article>'


def _show_form(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.talent
    with st.container(key="lijstvlak"), st.container(key="werkvorm"):
        st.button(f"← {words.back}", key="terug", type="tertiary", on_click=_back)
        st.html(f"<h1>{escape(words.add)}</h1><p>{escape(words.intro)}</p>")
        draft = talent_form.show(
            search_choices(workspace, viewer), talent_choices(workspace, viewer), session.today()
        )
        with st.container(key="werkknoppen", gap="small"):
            if FIELDS.errors():
                st.html(f'<p class="nogniet" role="alert">{escape(words.not_yet)}</p>')
            with st.container(key="werkrij", horizontal=True, gap="small"):
                if st.button(words.save, key="bewaar_talent", type="primary"):
                    _save(workspace, viewer, draft)
                if st.button(words.save_to_ask, key="talent_nog_vragen"):
                    _save(workspace, viewer, replace(draft, consent=Permission.STILL_TO_ASK, consent_on=None))
        FIELDS.forgive(draft)
    errors = FIELDS.errors()
    step = next((step for field, step in talent_form.STEPS.items() if field in errors), "")
    look_at(f"talent {FIELDS.got('geweigerd', 0)}", f"stap_{step}" if step else "")


def _save(workspace: Workspace, viewer: Viewer, draft: TalentDraft) -> None:
    try:
        saved = save_talent(workspace, viewer, replace(draft, hours_per_month=talent_form.hours(FIELDS)))
    except InvalidInput as error:
        FIELDS.refuse(error, draft)
        st.rerun()
    FIELDS.clear()
    FIELDS.begin(talent_form.FIRST)
    FIELDS.put("bewaard", saved)
    FIELDS.put("gevraagd", draft.consent is Permission.YES)
    st.rerun()


def _show_saved(saved: TalentSaved) -> None:
    words = TEXT.talent
    asked = bool(FIELDS.got("gevraagd"))
    told = words.saved.format(label=saved.label) if asked else words.saved_to_ask
    with st.container(key="klaarvlak", gap="medium"):
        with st.container(key="klaar", gap="small"):
            st.html(f'<div role="status"><h1>{escape(told)}</h1></div>')
        if asked:
            lines = [*saved.wanted, *saved.roles]
            rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
            shown = f"<ul>{rows}</ul>" if lines else f"<p>{escape(words.nothing_wanted)}</p>"
            st.html(f'<section class="vraagnaar"><h2>{escape(words.wanted)}</h2>{shown}</section>')
        with st.container(key="klaar_verder", horizontal=True, gap="small"):
            st.button(words.another, key="nog_een_talent", type="primary", on_click=FIELDS.clear)
            st.button(words.to_list, key="naar_talenten", on_click=_back)
    look_at(f"talent bewaard {saved.id}")


def _back() -> None:
    FIELDS.clear()
    SEARCH.put("scherm", _LIST)


if __name__ == "__main__":
    run_page(render)
