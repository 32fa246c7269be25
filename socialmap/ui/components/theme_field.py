"""Waar gaat het vooral om? One theme, from somebody's own words or from the list. The words are not kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

import streamlit as st

from socialmap.actions.recognise_words import WordsAnswer
from socialmap.actions.search_choices import SearchChoices
from socialmap.actions.telling import Choice
from socialmap.ui.components import private_form as form
from socialmap.ui.components.search_state import taken_for_sure
from socialmap.ui.guard import plain
from socialmap.ui.private_fields import LONGEST_WORDS, Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

_SHOWN = 4


def words_field(fields: Fields) -> None:
    words = TEXT.need
    st.text_input(
        words.words,
        key=fields.key("woorden"),
        placeholder=words.words_hint,
        max_chars=LONGEST_WORDS,
        autocomplete="off",
        live="350ms",
        on_change=fields.put,
        args=("onderwerp", None),
        persist_state="session",
    )


def show(fields: Fields, said: WordsAnswer, choices: SearchChoices) -> None:
    """What was recognised, what else it may be, and the list; ``chosen`` says what is chosen."""
    words, labels = TEXT.need, labels_of(choices)
    theme = chosen(fields, said)
    if theme:
        hit = next((hit for hit in said.themes if hit.id == theme), None)
        why = f" <small>{escape(because(hit.matched, alike=hit.alike))}</small>" if hit else ""
        told = escape(words.theme_is.format(theme=labels.get(theme, "")))
        st.html(f'<p class="gekozen-onderwerp" role="status"><b>{told}</b>{why}</p>')
    elif len(fields.got("woorden", "").strip()) > 3 and not said.themes:
        st.html(f'<p class="fluister" role="status">{escape(TEXT.find.not_recognised)}</p>')
    else:
        st.html(f'<p class="fluister">{escape(words.words_not_kept)}</p>')
    others = [hit for hit in said.worth_asking if hit.id != theme and hit.id not in choices.acute_themes]
    if others:
        with st.container(key="of_dit", horizontal=True, gap="small", vertical_alignment="center"):
            st.html(escape(TEXT.find.no_it_is if theme else TEXT.find.perhaps), width="content")
            for hit in others[:_SHOWN]:
                st.button(
                    plain(hit.label), key=f"of_{hit.id}", on_click=fields.put, args=("onderwerp", hit.id)
                )
    take = partial(fields.put, "onderwerp")
    if not theme and not said.themes and fields.got("woorden", "").strip():
        from_list(fields, choices, take)
        return
    label = words.choose_another if theme else TEXT.find.choose_theme
    with st.popover(label, key="kies_onderwerp"):
        from_list(fields, choices, take)


def chosen(fields: Fields, said: WordsAnswer) -> str:
    """The theme chosen by hand, else the first that is sure; empty when there is none."""
    by_hand = str(fields.got("onderwerp", ""))
    return by_hand or next(iter(taken_for_sure(said)), "")


def because(matched: str, *, alike: bool) -> str:
    """By which words a theme was recognised, or which saying is alike (a sentence already)."""
    return matched if alike else TEXT.find.because.format(words=matched)


def labels_of(choices: SearchChoices) -> dict[str, str]:
    labels = {group.id: group.label for group in choices.groups}
    return labels | {theme.id: theme.label for group in choices.groups for theme in group.themes}


def from_list(
    fields: Fields, choices: SearchChoices, take: Callable[[str], None], without: Collection[str] = ()
) -> None:
    """First a leefgebied, then a theme in it; ``take`` gets the one that is tapped."""
    short = dict(TEXT.map_page.short_themes)
    groups = {group.id: group for group in choices.groups}
    names = tuple(Choice(group.id, short.get(group.id, group.label)) for group in choices.groups)
    opened = groups.get(form.one(fields, "leefgebied", TEXT.find.choose_theme, names, hidden=True))
    if opened is None:
        return
    whole = (opened.id, TEXT.find.whole_group.format(group=opened.label))
    with st.container(key="uit_leefgebied", horizontal=True, gap="small"):
        for theme, label in (whole, *((each.id, each.label) for each in opened.themes)):
            if theme not in without:
                st.button(plain(label), key=f"kies_{theme}", on_click=take, args=(theme,))
