"""Veldnotities: what was seen or heard in the street, and the own notes again."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.recognise_words import WordsAnswer, recognise_words
from socialmap.actions.search_choices import SearchChoices, search_choices
from socialmap.actions.write_field_note import (
    LONGEST,
    NoteDraft,
    NoteLine,
    change_field_note,
    own_notes,
    remove_field_note,
    write_field_note,
)
from socialmap.model.dutch import dutch_date
from socialmap.model.values import AreaId, ThemeId
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui import passing_on, session
from socialmap.ui.components import private_form as form
from socialmap.ui.components import safety_card, theme_choice, theme_field
from socialmap.ui.components.looking import look_at
from socialmap.ui.page import run_page
from socialmap.ui.private_fields import Fields
from socialmap.ui.saving import follow_others, kept_version, save_form, show_conflict
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

FIELDS = Fields("notitie")
PAGE_SIZE = 10
_CHANGED = "wijzigt"
_STEPS = {"text": "tekst", "area_id": "buurt", "on": "dag"}


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.WRITE_FIELD_NOTES)
    FIELDS.begin()
    words = TEXT.note
    notes = own_notes(workspace, viewer)
    with st.container(key="werkvlak", gap="medium"):
        with st.container(key="werkvorm"):
            st.html(f"<h1>{escape(words.title)}</h1><p>{escape(words.intro)}</p>")
            if FIELDS.got(_CHANGED):
                st.html(f'<p class="hint" role="status">{escape(words.changing)}</p>')
            draft = _form(workspace, viewer)
            with st.container(key="werkknoppen", gap="small"):
                if FIELDS.got("bewaard") and not draft.text:
                    st.html(f'<p class="gelukt" role="status">{escape(words.saved)}</p>')
                show_conflict(FIELDS)
                if st.button(words.save, key="bewaar_notitie", type="primary"):
                    _save(workspace, viewer, draft, notes)
                if FIELDS.got(_CHANGED):
                    st.button(words.stop, key="stop_notitie", type="tertiary", on_click=FIELDS.clear)
            FIELDS.forgive(draft)
        with st.container(key="werkernaast", gap="small"):
            _own(workspace, viewer, notes)
    errors = FIELDS.errors()
    step = next((step for field, step in _STEPS.items() if field in errors), "")
    look_at(f"notities {FIELDS.got('geweigerd', 0)}", f"stap_{step}" if step else "")


def _form(workspace: Workspace, viewer: Viewer) -> NoteDraft:
    words, choices = TEXT.note, search_choices(workspace, viewer)
    with form.step(FIELDS, "tekst", words.text, None, ("text", "colleague")):
        text = form.long_text(FIELDS, "tekst", words.text, hint=words.text_hint, most=LONGEST)
        said = recognise_words(workspace, text)
        if said.perhaps_acute:
            safety_card.ask(FIELDS.key("tekst"))
    with form.step(FIELDS, "themas", words.themes, None, ("themes",)):
        themes = _themes(said, choices, unheard=bool(text.strip()) and not said.themes)
    with form.step(FIELDS, "buurt", words.area, None, ("area_id",)):
        area = form.from_list(FIELDS, "buurt", words.area, choices.areas, words.choose_area, hidden=True)
    with form.step(FIELDS, "waar", words.heard_at, None, ("heard_at",)):
        heard_at = form.one(FIELDS, "gehoord", words.heard_at, form.as_choices(words.places), hidden=True)
    with form.step(FIELDS, "dag", words.on, None, ("on",)):
        today = session.today()
        on = form.day(FIELDS, "dag", words.on, latest=today, first=today)
    return NoteDraft(
        text=text,
        area_id=AreaId(area) if area else None,
        on=on,
        themes=tuple(map(ThemeId, themes)),
        heard_at=heard_at,
    )


def _themes(said: WordsAnswer, choices: SearchChoices, *, unheard: bool) -> tuple[str, ...]:
    """What is read in the text, to tap, and the list to choose from; never somebody in danger."""
    words, labels = TEXT.note, theme_field.labels_of(choices)
    heard = [each for each in said.worth_asking if each.id not in choices.acute_themes]
    offered = {each.id: each.label for each in (*heard, *FIELDS.got("eerder", ()))}
    offered |= {theme: labels[theme] for theme in FIELDS.got("zelf", ())}
    themes: tuple[str, ...] = ()
    if heard:
        st.html(f'<p class="fluister">{escape(words.themes_help)}</p>')
    if offered:
        FIELDS.put("themas", [each for each in FIELDS.got("themas", ()) if each in offered])
        themes = form.some(FIELDS, "themas", words.themes, form.as_choices(offered), hidden=True)
    if heard:
        st.html(f'<p class="fluister">{escape(theme_choice.told_why(heard))}</p>')
    without = {*offered, *choices.acute_themes}
    if unheard and not offered:
        st.html(f'<p class="fluister" role="status">{escape(TEXT.find.not_recognised)}</p>')
        theme_field.from_list(FIELDS, choices, _take_theme, without)
    else:
        label = TEXT.find.choose_another if offered else TEXT.find.choose_theme
        with st.popover(label, key="kies_onderwerp"):
            theme_field.from_list(FIELDS, choices, _take_theme, without)
    return themes


def _take_theme(theme: str) -> None:
    FIELDS.put("zelf", (*FIELDS.got("zelf", ()), theme))
    FIELDS.put("themas", [*FIELDS.got("themas", ()), theme])


def _save(workspace: Workspace, viewer: Viewer, draft: NoteDraft, notes: tuple[NoteLine, ...]) -> None:
    seen: NoteLine | None = FIELDS.got(_CHANGED)

    def keep(version: int) -> None:
        if seen is None:
            write_field_note(workspace, viewer, draft)
            return
        now = next((note for note in notes if note.id == seen.id), seen)
        was, mine = asdict(_draft_of(seen)), asdict(draft)
        changes = {name: value for name, value in mine.items() if value != was[name]}
        mended = replace(_draft_of(now), **changes)
        change_field_note(workspace, viewer, seen.id, mended, version=version)

    save_form(FIELDS, keep, draft, after={"buurt": draft.area_id, "bewaard": True})


def _draft_of(note: NoteLine) -> NoteDraft:
    return NoteDraft(
        text=note.text,
        area_id=note.area_id,
        on=note.on,
        themes=tuple(ThemeId(theme.id) for theme in note.themes),
        heard_at=note.heard_at,
    )


def _begin_change(note: NoteLine) -> None:
    FIELDS.clear()
    FIELDS.begin(
        {
            "tekst": note.text,
            "buurt": note.area_id,
            "gehoord": note.heard_at or None,
            "dag": note.on,
            "themas": [theme.id for theme in note.themes],
            "eerder": note.themes,
            _CHANGED: note,
        }
    )
    kept_version(FIELDS, note.version)


def _mend(workspace: Workspace, viewer: Viewer, note: NoteLine) -> None:
    """The two ways to mend an own note; taking it away asks once more."""
    words = TEXT.note
    asked = Fields(f"notitieweg_{note.id}_")
    asked.begin()
    kept_version(asked, note.version)
    show_conflict(asked)
    with st.container(key=f"notitieknoppen_{note.id}", horizontal=True, gap="small"):
        if not asked.got("zeker"):
            st.button(
                words.change,
                key=f"pas_aan_{note.id}",
                type="tertiary",
                on_click=_begin_change,
                args=(note,),
            )
            st.button(
                words.remove,
                key=f"haal_weg_{note.id}",
                type="tertiary",
                on_click=asked.put,
                args=("zeker", True),
            )
            follow_others(asked, note.version)
            return
        if st.button(words.remove_yes, key=f"haal_echt_weg_{note.id}"):
            save_form(
                asked,
                lambda version: remove_field_note(workspace, viewer, note.id, version=version),
                after={},
            )
        st.button(words.remove_no, key=f"laat_staan_{note.id}", type="tertiary", on_click=asked.clear)


def _own(workspace: Workspace, viewer: Viewer, notes: tuple[NoteLine, ...]) -> None:
    words = TEXT.note
    st.html(f'<div class="zijkop"><h2>{escape(words.own)}</h2><p>{escape(words.own_help)}</p></div>')
    if not notes:
        st.html(f'<p class="leeg">{escape(words.empty)}</p>')
    limit = int(FIELDS.got("aantal", PAGE_SIZE))
    signals = passing_on.open_door(viewer, "schrijf-signaal")
    for note in notes[:limit]:
        with st.container(key=f"notitie_{note.id}", gap="small"):
            st.html(_told(note))
            if signals and st.button(words.signal, key=f"signaal_{note.id}", type="tertiary"):
                st.switch_page(signals, query_params={"notitie": note.id})
            _mend(workspace, viewer, note)
    if len(notes) > limit:
        st.button(words.more, key="meer", on_click=FIELDS.put, args=("aantal", limit + PAGE_SIZE))


def _told(note: NoteLine) -> str:
    heard = dict(TEXT.note.places).get(note.heard_at, "")
    facts = " · ".join(part for part in (note.area, dutch_date(note.on), heard) if part)
    chips = "".join(f"<span>{escape(theme.label)}</span>" for theme in note.themes)
    return (
        f'<article class="notitie"><small>{escape(facts)}</small><p>{escape(note.text)}</p>'
        f'<div class="chips">{chips}</div></article>'
    )


if __name__ == "__main__":
    run_page(render)
