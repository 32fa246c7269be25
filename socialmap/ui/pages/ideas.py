"""Ideeën om samen te doen: existing first, then what could begin, and what is being worked on."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.idea_lines import Idea
from socialmap.actions.saved_ideas import SavedIdea
from socialmap.actions.show_bundles import IdeasAnswer, count_ideas, show_bundles
from socialmap.actions.telling import Choice
from socialmap.errors import NotFound
from socialmap.model.together import BundleKind
from socialmap.model.wording_ideas import KIND_NAMES
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui import passing_on
from socialmap.ui.components import idea_cards, idea_view, saved_idea_view
from socialmap.ui.components import idea_state as state
from socialmap.ui.components import private_form as form
from socialmap.ui.components.doors import to_map
from socialmap.ui.components.idea_state import AREA, FIELDS, THEME
from socialmap.ui.components.looking import look_at
from socialmap.ui.guard import tell
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_EVERY = "alle"
_OWN = "alleen_mijn"
_COMPUTED = "~"
"""The key of a computed idea has this in it, the id of a saved one has not."""


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.COUNT_BUNDLES)
    if not may(viewer, Right.SEE_BUNDLES):
        _counts(workspace, viewer)
        return
    FIELDS.begin()
    everything = show_bundles(workspace, viewer)
    known = (*everything.themes, *everything.groups)
    state.follow_address({theme.id for theme in known}, {area.id for area in everything.areas})
    with st.container(key="ideeen"):
        name = state.opened()
        if name:
            _one(workspace, viewer, name)
        else:
            _list(viewer, everything)
    look_at(f"ideeen {name}")


def _one(workspace: Workspace, viewer: Viewer, name: str) -> None:
    st.button(f"← {TEXT.idea.back}", key="terug", type="tertiary", on_click=state.open_idea, args=("",))
    _just_told()
    try:
        if _COMPUTED in name:
            idea_view.show(workspace, viewer, name)
        else:
            saved_idea_view.show(workspace, viewer, name)
    except NotFound as error:
        tell(error)


def _list(viewer: Viewer, answer: IdeasAnswer) -> None:
    words = TEXT.idea
    st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
    _just_told()
    theme, only_own = _filters(viewer, answer)
    area = _area(answer)
    ideas = [
        idea for idea in answer.ideas if _about(idea, theme, area) and (not only_own or idea.own or idea.ask)
    ]
    saved = [idea for idea in answer.saved if _about(idea, theme, area) and (not only_own or idea.own)]
    st.html(f'<p class="stand">{escape(answer.running)}.</p>')
    if not ideas and not saved:
        _empty(viewer, filtered=bool(theme or area or only_own))
    idea_cards.saved("bezig", words.working_on, saved)
    for sort in BundleKind:
        ready = [idea for idea in ideas if idea.sort is sort and idea.ready]
        idea_cards.computed(sort.value, KIND_NAMES[sort], ready)
    almost: list[Idea] = [idea for idea in ideas if not idea.ready]
    idea_cards.computed("bijna", words.almost, almost, words.almost_help)
    _rest(viewer, answer, theme)


def _filters(viewer: Viewer, answer: IdeasAnswer) -> tuple[str, bool]:
    words = TEXT.idea
    with st.container(key="ideefilter", horizontal=True, gap="medium", vertical_alignment="bottom"):
        if FIELDS.got(THEME) is None:
            FIELDS.put(THEME, _EVERY)
        groups = [group for group in answer.groups if group.id == FIELDS.got(THEME)]
        themes = (Choice(_EVERY, words.every_theme), *groups, *answer.themes)
        theme = form.from_list(FIELDS, THEME, words.theme, themes, words.every_theme)
        own = may(viewer, Right.SEE_OWN_NEEDS) and form.switch(FIELDS, _OWN, words.only_own)
    return ("" if theme == _EVERY else theme), own


def _area(answer: IdeasAnswer) -> str:
    """The name of the neighbourhood that a white spot asked for, with a way out; empty for all of them."""
    words, names = TEXT.idea, {area.id: area.label for area in answer.areas}
    area = names.get(FIELDS.got(AREA), "")
    if area:
        with st.container(key="ideebuurt", horizontal=True, vertical_alignment="center"):
            st.html(f'<p class="stand">{escape(words.only_area.format(area=area))}</p>')
            st.button(words.every_area, key="alle_buurten", on_click=FIELDS.put, args=(AREA, None))
    return area


def _about(idea: Idea | SavedIdea, theme: str, area: str) -> bool:
    return theme in {"", idea.theme, idea.group} and (not area or area in idea.areas)


def _empty(viewer: Viewer, *, filtered: bool) -> None:
    words = TEXT.idea
    st.html(f'<p class="leeg">{escape(words.empty)}</p>')
    new = passing_on.open_door(viewer, "nieuwe-vraag")
    if filtered:
        st.button(words.all_themes, key="alle_ideeen", on_click=_show_all)
    elif new and st.button(words.empty_next, key="eerste_vraag"):
        st.switch_page(new)
    elif not new and st.button(words.empty_map, key="ideeen_kaart"):
        to_map()


def _rest(viewer: Viewer, answer: IdeasAnswer, theme: str) -> None:
    """What found no idea, and what was laid aside; folded."""
    words = TEXT.idea
    nowhere = answer.nowhere if not theme else ()
    if nowhere:
        with st.expander(words.nowhere.format(n=len(nowhere)), key=FIELDS.key("nergens")):
            idea_view.own_buttons(viewer, "nergens", nowhere)
    aside = [idea for idea in answer.laid_aside if _about(idea, theme, "")]
    if aside:
        with st.expander(words.laid_aside.format(n=len(aside)), key=FIELDS.key("weg")):
            idea_cards.saved("weg", "", aside)


def _just_told() -> None:
    sentence = state.take_told()
    if sentence:
        st.html(f'<p class="gelukt" role="status">{escape(sentence)}</p>')


def _counts(workspace: Workspace, viewer: Viewer) -> None:
    words, counts = TEXT.idea, count_ideas(workspace, viewer)
    rows = "".join(
        f"<li><b>{number}</b> {escape(status)}</li>" for status, number in counts.by_status.items()
    )
    told = (
        f'<ul class="ideetellingen">{rows}</ul>'
        if rows
        else f'<p class="leeg">{escape(words.counts_none)}</p>'
    )
    with st.container(key="ideeen"):
        st.html(
            f'<h1>{escape(words.counts_title)}</h1><p class="inleiding">{escape(counts.running)}.</p>{told}'
            f'<p class="stil">{escape(words.counts_help)}</p>'
        )


def _show_all() -> None:
    FIELDS.put(THEME, _EVERY)
    FIELDS.put(AREA, None)
    FIELDS.put(_OWN, False)


if __name__ == "__main__":
    run_page(render)
