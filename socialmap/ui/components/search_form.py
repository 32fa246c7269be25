"""The form of *Zoek voor iemand*: three fields first, the rest under one fold."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.locate_address import locate_address
from socialmap.actions.search_choices import SearchChoices
from socialmap.actions.telling import Choice
from socialmap.actions.understand_words import HintKind, understand_words
from socialmap.model.dutch import short_day
from socialmap.model.values import Weekday
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import heard_also, safety_card, theme_field
from socialmap.ui.components import search_state as state
from socialmap.ui.components.search_state import ChosenTheme, Themes, got, key, put
from socialmap.ui.guard import plain
from socialmap.ui.marks import svg_of
from socialmap.ui.private_fields import LONGEST_WORDS
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_LONGEST_AGE = len("100-120")
_TAKES = heard_also.Form(got, put, (HintKind.AGE, HintKind.AGE_GROUP))
_SCROLL_TO_FILTER = 12
_WORKING_DAYS = list(Weekday)[:5]


def words_field() -> None:
    """What somebody says, recognised while it is typed."""
    words = TEXT.find
    st.text_input(
        words.words,
        key=key("woorden"),
        placeholder=words.words_hint,
        max_chars=LONGEST_WORDS,
        autocomplete="off",
        live="350ms",
        persist_state="session",
    )


def show(
    workspace: Workspace, viewer: Viewer, choices: SearchChoices, themes: Themes, errors: Mapping[str, str]
) -> None:
    """Everything below the words; ``errors`` has a sentence per field."""
    words = TEXT.find
    if themes.perhaps_acute:
        safety_card.ask(key("woorden"))
    _themes(themes, choices)
    heard_also.show(partial(understand_words, workspace, viewer), choices, _TAKES)
    _error(errors, "themes")
    with st.container(key="zoekplek"):
        _place(workspace, viewer, choices)
        _error(errors, "area_id")
    _one(words.mobility, "mobiliteit", choices.mobilities)
    filled = state.filled_in()
    label = words.more_filled.format(n=filled) if filled else words.more
    with st.expander(label, key=key("meer"), expanded="age" in errors):
        _more(choices, errors)
    with st.container(key="zoekknoppen", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(words.search, key="zoek", type="primary", on_click=_ask)
        st.button(words.clear, key="wis_alles", on_click=state.wipe)


def promise() -> None:
    """What we do not keep, in plain words, and a few sentences to try."""
    words = TEXT.find
    lines = "".join(f"<li>{escape(line)}</li>" for line in words.privacy)
    st.html(f'<div class="belofte"><h2>{escape(words.privacy_title)}</h2><ul>{lines}</ul></div>')
    if not got("woorden"):
        with st.container(key="voorbeelden", gap="small"):
            st.html(f"<b>{escape(words.examples)}</b>")
            for number, sentence in enumerate(words.example_sentences):
                st.button(
                    f"“{sentence}”", key=f"voorbeeld_{number}", type="tertiary", on_click=put,
                    args=("woorden", sentence),
                )  # fmt: skip


def _ask() -> None:
    put("keer", got("keer", 0) + 1)
    put("aantal", state.PAGE_SIZE)
    put("open", None)
    put("dicht", None)
    state.show(state.ANSWER)


def _themes(themes: Themes, choices: SearchChoices) -> None:
    words = TEXT.find
    if themes.chosen:
        with st.container(key="gekozen", gap=None):
            for place, theme in enumerate(themes.chosen):
                _chosen(theme, is_main=place == 0, is_only=len(themes.chosen) == 1)
    if themes.perhaps:
        with st.container(key="misschien", horizontal=True, gap="small", vertical_alignment="center"):
            st.html(escape(words.no_it_is if themes.to_replace else words.perhaps), width="content")
            for theme in themes.perhaps:
                st.button(
                    plain(theme.label), key=f"bedoel_{theme.id}", on_click=state.it_is, args=(theme, themes)
                )
    elif len(got("woorden", "").strip()) > 3 and not themes.chosen:
        st.html(f'<p class="fluister" role="status">{escape(words.not_recognised)}</p>')
    unheard = bool(got("woorden", "").strip()) and not themes.chosen and not themes.perhaps
    if unheard:
        _all_themes(choices)
        return
    label = words.choose_another if themes.chosen else words.choose_theme
    with st.popover(label, key="kies_onderwerp"):
        _all_themes(choices)


def _chosen(theme: ChosenTheme, *, is_main: bool, is_only: bool) -> None:
    """One theme as a row; its mark is drawn here, for asking the server for it would name it in a log."""
    words = TEXT.find
    why = words.chosen_by_hand
    if theme.because:
        why = theme_field.because(theme.because, alike=theme.alike)
    if is_main and not is_only:
        why = f"{why} · {words.mainly}"
    with st.container(key=f"onderwerp_{theme.id}", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(
            f'<div class="onderwerp"><img src="{_drawn(theme.group)}" alt="">'
            f"<span><b>{escape(theme.label)}</b> <small>{escape(why)}</small></span></div>"
        )
        if not is_main:
            st.button(
                words.make_main, key=f"eerst_{theme.id}", type="tertiary", on_click=put,
                args=("eerst", theme.id),
            )  # fmt: skip
        st.button(
            words.remove, key=f"weg_{theme.id}", type="tertiary", on_click=state.take_away, args=(theme,)
        )


def _drawn(group: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode((svg_of(group) or "").encode()).decode("ascii")


def _all_themes(choices: SearchChoices) -> None:
    """First a leefgebied, then a theme in it."""
    words = TEXT.find
    short = dict(TEXT.map_page.short_themes)
    groups = {group.id: group for group in choices.groups}
    st.pills(
        words.choose_theme,
        list(groups),
        key=key("leefgebied"),
        format_func=lambda each: (
            f"![](/assets/marks/{each}.svg) {plain(short.get(each, groups[each].label))}"
        ),
        label_visibility="collapsed",
        persist_state="session",
    )
    opened = groups.get(got("leefgebied", ""))
    if opened is not None:
        whole = Choice(opened.id, words.whole_group.format(group=opened.label))
        _many(opened.label, f"kies_{opened.id}", (whole, *opened.themes))


def _place(workspace: Workspace, viewer: Viewer, choices: SearchChoices) -> None:
    words = TEXT.find
    names = {area.id: area.label for area in choices.areas}
    with st.container(key="buurt_en_adres", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            words.place,
            list(names),
            index=None,
            key=key("buurt"),
            format_func=names.__getitem__,
            placeholder=words.choose_area,
            filter_mode="contains" if len(names) > _SCROLL_TO_FILTER else None,
            on_change=put,
            args=("adres_uitkomst", None),
            persist_state="session",
        )
        st.text_input(
            words.address,
            key=key("adres"),
            placeholder=words.address,
            label_visibility="collapsed",
            autocomplete="off",
            max_chars=80,
            icon=":material/search:",
            on_change=_locate,
            args=(workspace, viewer),
        )
    _told_about_address()


def _locate(workspace: Workspace, viewer: Viewer) -> None:
    """Turn the typed address into a neighbourhood, and forget the address at once."""
    text = got("adres", "")
    put("adres", "")
    if not text.strip():
        return
    found = locate_address(workspace, viewer, text)
    del text
    put("adres_uitkomst", [(hit.area_id, hit.name) for hit in found])
    if len(found) == 1:
        put("buurt", found[0].area_id)


def _told_about_address() -> None:
    words, found = TEXT.find, got("adres_uitkomst")
    if found is None:
        return
    if len(found) == 1:
        sentence = words.address_found.format(area=found[0][1])
    else:
        sentence = words.address_several if found else words.address_unknown
    st.html(f'<p class="fluister" role="status">{escape(sentence)}</p>')
    if len(found) > 1:
        with st.container(key="welke_buurt", horizontal=True, gap="small"):
            for area_id, name in found:
                st.button(plain(name), key=f"buurt_{area_id}", on_click=_choose_area, args=(area_id, name))


def _choose_area(area_id: str, name: str) -> None:
    put("buurt", area_id)
    put("adres_uitkomst", [(area_id, name)])


def _more(choices: SearchChoices, errors: Mapping[str, str]) -> None:
    words = TEXT.find
    _when()
    _many(words.thresholds, "drempels", choices.thresholds)
    _many(words.languages, "talen", choices.languages)
    _one(words.peers, "lotgenoten", choices.peer_wishes)
    with st.container(key="leeftijd_en_wie", horizontal=True, gap="medium", vertical_alignment="top"):
        st.text_input(
            words.age, key=key("leeftijd"), placeholder=words.age_hint, max_chars=_LONGEST_AGE, width=170,
            autocomplete="off", persist_state="session",
        )  # fmt: skip
        _one(words.person, "wie", _as_choices(words.persons), required=False)
    _error(errors, "age")
    st.toggle(words.wheelchair, key=key("rolstoel"), persist_state="session")
    st.toggle(words.social_base, key=key("basis"), help=words.social_base_help, persist_state="session")
    if not got("basis", True):
        _one(words.indication, "indicatie", _as_choices(words.indications))


def _when() -> None:
    """Seven days by three parts of the day."""
    words = TEXT.find
    st.markdown(f"**{words.when}**")
    with st.container(key="weekrooster", gap=None):
        for part, name in words.parts:
            with st.container(
                key=f"dagdeel_{part}", horizontal=True, gap="small", vertical_alignment="center"
            ):
                st.html(f'<span class="dagdeel">{escape(name)}</span>', width="content")
                st.pills(
                    f"{words.when} {name}",
                    [day.value for day in Weekday],
                    key=key(part),
                    selection_mode="multi",
                    label_visibility="collapsed",
                    format_func=lambda day: short_day(Weekday(day)),
                    persist_state="session",
                )
    with st.container(key="snel", horizontal=True, gap="small"):
        st.button(words.weekdays_daytime, key="snel_overdag", type="tertiary", on_click=_daytime)
        st.button(words.do_not_know, key="snel_onbekend", type="tertiary", on_click=_any_time)
    if not state.day_parts():
        st.html(f'<p class="fluister">{escape(words.when_unknown)}</p>')


def _daytime() -> None:
    put("ochtend", [day.value for day in _WORKING_DAYS])
    put("middag", [day.value for day in _WORKING_DAYS])
    put("avond", [])


def _any_time() -> None:
    for part, _ in TEXT.find.parts:
        put(part, [])


def _as_choices(pairs: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(identifier, label) for identifier, label in pairs)


def _one(title: str, name: str, choices: Sequence[Choice], *, required: bool = True) -> None:
    labels = {f"{choice.id}": choice.label for choice in choices}
    st.pills(
        title, list(labels), key=key(name), required=required,
        format_func=lambda each: plain(labels[each]), persist_state="session",
    )  # fmt: skip


def _many(title: str, name: str, choices: Sequence[Choice]) -> None:
    labels = {f"{choice.id}": choice.label for choice in choices}
    st.pills(
        title, list(labels), key=key(name), selection_mode="multi",
        format_func=lambda each: plain(labels[each]), persist_state="session",
    )  # fmt: skip


def _error(errors: Mapping[str, str], field: str) -> None:
    if field in errors:
        st.html(f'<p class="mis" role="alert">{escape(errors[field])}</p>')
