"""Nieuwe vraag: six things and no name, in a minute; then the question whether it can be done together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.hand_over import start_handover
from socialmap.actions.list_talents import talent_choices
from socialmap.actions.own_needs import OwnNeed, own_needs, set_goes_well
from socialmap.actions.recognise_words import recognise_words
from socialmap.actions.record_need import NeedDraft, NeedRecorded, record_need
from socialmap.actions.search_choices import SearchChoices, search_choices
from socialmap.actions.understand_words import understand_words
from socialmap.errors import InvalidInput
from socialmap.model.values import TalentKindId
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui import passing_on, session
from socialmap.ui.components import need_form, nudge_card, safety_card
from socialmap.ui.components import private_form as form
from socialmap.ui.components.looking import look_at
from socialmap.ui.components.need_form import FIELDS
from socialmap.ui.page import run_page
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.RECORD_NEEDS)
    FIELDS.begin(need_form.FIRST)
    saved: NeedRecorded | None = FIELDS.got("bewaard")
    if saved is not None:
        _show_saved(workspace, viewer, saved)
        return
    said = recognise_words(workspace, FIELDS.got("woorden", ""))
    choices = search_choices(workspace, viewer)
    if FIELDS.got("veiligheid") or said.acute:
        words = [str(FIELDS.got("woorden", ""))]
        safety_card.show(words, FIELDS.clear, lambda: _without_acute(choices))
        look_at("veiligheid")
        return
    with st.container(key="werkvlak", gap="medium"):
        with st.container(key="werkvorm"):
            st.title(TEXT.need.title, anchor=False)
            st.markdown(TEXT.need.intro)
            own = own_needs(workspace, viewer) if FIELDS.got("wie") == need_form.KNOWN else ()
            talents = talent_choices(workspace, viewer)
            understand = partial(understand_words, workspace, viewer)
            draft = need_form.show(choices, talents, own, said, understand, session.today())
            _buttons(workspace, viewer, draft, choices)
            FIELDS.forgive(draft)
        with st.container(key="werkernaast"):
            _promise()
        refused = FIELDS.got("geweigerd", 0)
        look_at(f"vraag {FIELDS.key('')} {refused}", _first_wrong())


def _buttons(workspace: Workspace, viewer: Viewer, draft: NeedDraft, choices: SearchChoices) -> None:
    words = TEXT.need
    with st.container(key="werkknoppen", gap="small"):
        if FIELDS.errors():
            st.html(f'<p class="nogniet" role="alert">{escape(words.not_yet)}</p>')
        with st.container(key="werkrij", horizontal=True, gap="small", vertical_alignment="center"):
            if st.button(words.save, key="bewaar_vraag", type="primary"):
                _save(workspace, viewer, draft)
                st.rerun()
            if st.button(words.save_and_search, key="bewaar_en_zoek"):
                saved = _save(workspace, viewer, draft)
                if saved is not None and not saved.safety:
                    _search(workspace, viewer, saved, choices)
                st.rerun()
            st.button(words.stop, key="stop_vraag", type="tertiary", on_click=FIELDS.clear)


def _save(workspace: Workspace, viewer: Viewer, draft: NeedDraft) -> NeedRecorded | None:
    try:
        saved = record_need(workspace, viewer, draft)
    except InvalidInput as error:
        FIELDS.refuse(error, draft)
        return None
    if saved.safety:
        FIELDS.put("veiligheid", True)
        return saved
    FIELDS.clear()
    FIELDS.begin(need_form.FIRST)
    FIELDS.put("bewaard", saved)
    passing_on.keep_nudge(saved.nudge)
    return saved


def _search(workspace: Workspace, viewer: Viewer, saved: NeedRecorded, choices: SearchChoices) -> None:
    need = _own(workspace, viewer, saved)
    if need is not None:
        FIELDS.clear()
        passing_on.search_for(need, choices)


def _own(workspace: Workspace, viewer: Viewer, saved: NeedRecorded) -> OwnNeed | None:
    return next((need for need in own_needs(workspace, viewer) if need.id == saved.need_id), None)


def _first_wrong() -> str:
    errors = FIELDS.errors()
    step = next((step for field, step in need_form.STEPS.items() if field in errors), "")
    return f"stap_{step}" if step else ""


def _without_acute(choices: SearchChoices) -> None:
    """Back to the form without a theme of danger that was chosen by hand; all the rest stays."""
    FIELDS.put("veiligheid", None)
    for name in ("onderwerp", "ook"):
        if FIELDS.got(name) in choices.acute_themes:
            FIELDS.put(name, None)


def _promise() -> None:
    words = TEXT.need
    lines = "".join(f"<li>{escape(line)}</li>" for line in words.promise)
    st.html(f'<div class="belofte"><h2>{escape(words.promise_title)}</h2><ul>{lines}</ul></div>')


def _show_saved(workspace: Workspace, viewer: Viewer, saved: NeedRecorded) -> None:
    words = TEXT.need
    with st.container(key="klaarvlak", gap="medium"):
        with st.container(key="klaar", gap="small"):
            lines = (f"{saved.theme} · {saved.area}", saved.instead, words.saved_help)
            told = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
            title = escape(words.saved.format(number=saved.pseudonym))
            st.html(f'<div role="status"><h1>{title}</h1>{told}</div>')
        nudge_card.show(viewer)
        _go_on(workspace, viewer, saved)
        _goes_well(workspace, viewer, saved)
        look_at(f"bewaard {saved.need_id}")


def _go_on(workspace: Workspace, viewer: Viewer, saved: NeedRecorded) -> None:
    words, going = TEXT.need, passing_on.going_to()
    with st.container(key="klaar_verder", horizontal=True, gap="small"):
        if going is not None and st.button(
            words.go_together.format(name=going.name), key="ga_samen", type="primary"
        ):
            start_handover(workspace, viewer, saved.need_id, going.initiative_id)
            passing_on.stop_going()
            _to_own(saved)
        if st.button(words.search, key="zoek_voor_deze", type="secondary" if going else "primary"):
            _search(workspace, viewer, saved, search_choices(workspace, viewer))
        st.button(words.another, key="nog_een_vraag", on_click=_again)
        if st.button(words.to_own, key="naar_mijn_vragen", type="tertiary"):
            _to_own(saved)


def _again() -> None:
    FIELDS.clear()
    passing_on.keep_nudge(None)


def _to_own(saved: NeedRecorded) -> None:
    FIELDS.clear()
    passing_on.show_need(saved.need_id)
    st.switch_page(passing_on.OWN_NEEDS_PAGE)


def _goes_well(workspace: Workspace, viewer: Viewer, saved: NeedRecorded) -> None:
    """What somebody likes to do, kept with every tap; asked after saving because nobody has to know it."""
    words = TEXT.need
    need = _own(workspace, viewer, saved)
    if need is None:
        return
    if FIELDS.key("graag") not in st.session_state:
        FIELDS.put("graag", [choice.id for choice in need.goes_well])
    with st.container(key="graag", gap="small"):
        st.html(f"<h2>{escape(words.goes_well_saved)}</h2><p>{escape(words.goes_well_why)}</p>")
        with (
            st.container(key="graagvak"),
            st.expander(TEXT.own.goes_well_choose, key=FIELDS.key("graag_open")),
        ):
            talents = talent_choices(workspace, viewer)
            chosen = form.some(FIELDS, "graag", words.goes_well_saved, talents, hidden=True)
        if set(chosen) != {choice.id for choice in need.goes_well}:
            set_goes_well(workspace, viewer, need.id, tuple(map(TalentKindId, chosen)), need.version)
            st.rerun()


if __name__ == "__main__":
    run_page(render)
