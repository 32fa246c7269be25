"""Waar helpt dit bij? Themes from people's own words, or from the list; at most four."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.recognise_words import RecognisedTheme, recognise_words
from socialmap.actions.search_choices import SearchChoices
from socialmap.model.wording_suggested import why
from socialmap.ui.components import safety_card
from socialmap.ui.desk import SAID, Desk
from socialmap.ui.guard import plain
from socialmap.ui.private_fields import LONGEST_WORDS
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

MOST = 4
_SHOWN = 5
_TELLING = ("name", "description")


def show(workspace: Workspace, desk: Desk, choices: SearchChoices, *, from_name: bool) -> None:
    """Draw the choice; ``from_name`` also looks in the name and the description of what is added."""
    words = TEXT.add
    labels = {group.id: group.label for group in choices.groups}
    labels |= {theme.id: theme.label for group in choices.groups for theme in group.themes}
    group_of = {group.id: group.id for group in choices.groups}
    group_of |= {theme.id: group.id for group in choices.groups for theme in group.themes}
    chosen: list[str] = desk.filled["themes"]
    if chosen:
        with st.container(key=f"gekozen_{desk.number}", horizontal=True, gap="small"):
            for theme in chosen:
                label = f"{_mark(group_of.get(theme, ''))} {plain(labels.get(theme, theme))} ✕"
                st.button(
                    label,
                    key=desk.key(f"weg_{theme}"),
                    type="primary",
                    help=words.theme_remove.format(theme=labels.get(theme, theme)),
                    on_click=_remove,
                    args=(desk, theme),
                )
    if len(chosen) >= MOST:
        st.caption(words.themes_full)
        return
    _words_field(desk)
    _suggest(workspace, desk, choices, group_of, from_name=from_name)
    with st.popover(words.themes_list, key=desk.key("lijst")):
        _whole_list(desk, choices)


def _words_field(desk: Desk) -> None:
    SAID.begin()
    words, key = TEXT.add, SAID.key(desk.words)
    st.text_input(
        words.themes_words,
        key=key,
        placeholder=words.themes_hint,
        max_chars=LONGEST_WORDS,
        autocomplete="off",
        label_visibility="collapsed",
        persist_state="session",
    )
    safety_card.below(key, SAID.got(desk.words, ""))


def _suggest(
    workspace: Workspace, desk: Desk, choices: SearchChoices, group_of: dict[str, str], *, from_name: bool
) -> None:
    """What the words may be about. Nothing is matched on a theme of danger, so none is offered."""
    words, typed = TEXT.add, SAID.got(desk.words, "")
    told = [desk.filled[field] or "" for field in _TELLING if field in desk.filled] if from_name else []
    found = [
        *recognise_words(workspace, typed).worth_asking,
        *(theme for text in told for theme in recognise_words(workspace, text).likely),
    ]
    offered: dict[str, RecognisedTheme] = {}
    for hit in found:
        if hit.id not in desk.filled["themes"] and hit.id not in choices.acute_themes:
            offered.setdefault(hit.id, hit)
    if offered:
        shown = list(offered.values())[:_SHOWN]
        st.caption(words.themes_suggested)
        with st.container(key=f"voorstel_{desk.number}", horizontal=True, gap="small"):
            for hit in shown:
                st.button(
                    f"{_mark(group_of.get(hit.id, ''))} {plain(hit.label)}",
                    key=desk.key(f"erbij_{hit.id}"),
                    on_click=_add,
                    args=(desk, hit.id),
                )
        st.html(f'<p class="fluister">{escape(told_why(shown))}</p>')
    elif typed and not found:
        st.caption(words.themes_unknown)


def told_why(hits: Sequence[RecognisedTheme]) -> str:
    """For each theme the words that led there; themes with the same words together."""
    labels: dict[str, list[str]] = {}
    for hit in hits:
        labels.setdefault(why(hit.matched, alike=hit.alike), []).append(hit.label)
    return " · ".join(f"{', '.join(called)}: {reason}" for reason, called in labels.items())


def _whole_list(desk: Desk, choices: SearchChoices) -> None:
    words = TEXT.add
    groups = {group.id: group for group in choices.groups}
    short = dict(TEXT.map_page.short_themes)
    opened = st.pills(
        words.themes_list,
        list(groups),
        key=desk.key("leefgebied"),
        format_func=lambda group: f"{_mark(group)} {plain(short.get(group, groups[group].label))}",
        label_visibility="collapsed",
    )
    if opened is None:
        return
    group = groups[opened]
    with st.container(key=f"uitlijst_{desk.number}", horizontal=True, gap="small"):
        whole = (group.id, words.themes_all.format(group=group.label))
        for theme, label in (whole, *((theme.id, theme.label) for theme in group.themes)):
            if theme not in desk.filled["themes"] and theme not in choices.acute_themes:
                st.button(plain(label), key=desk.key(f"lijst_{theme}"), on_click=_add, args=(desk, theme))


def _add(desk: Desk, theme: str) -> None:
    desk.put("themes", list(dict.fromkeys([*desk.filled["themes"], theme]))[:MOST])
    SAID.put(desk.words, "")


def _remove(desk: Desk, theme: str) -> None:
    desk.put("themes", [kept for kept in desk.filled["themes"] if kept != theme])


def _mark(group: str) -> str:
    return f"![](/assets/marks/{group}.svg)" if group else ""
