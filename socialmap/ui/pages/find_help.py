"""Zoek voor iemand: what is it about, where, how far; then what fits and why. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.find_help import HelpAnswer, find_help, find_peers
from socialmap.actions.recognise_words import recognise_words
from socialmap.actions.search_choices import SearchChoices, search_choices
from socialmap.errors import InvalidInput
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui.components import found_list, resident_view, safety_card, search_form
from socialmap.ui.components import search_state as state
from socialmap.ui.components.looking import look_at
from socialmap.ui.components.search_state import Themes, got
from socialmap.ui.guard import told_by_field
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.FIND_HELP)
    state.begin()
    state.start_afresh_with_other_words()
    choices = search_choices(workspace, viewer)
    said = recognise_words(workspace, got("woorden", ""))
    asked = state.screen() != state.FORM
    if state.is_acute(said, choices):
        _show_safety(choices)
        look_at("veiligheid")
        return
    themes = state.themes(said, choices)
    errors: Mapping[str, str] = {}
    if asked:
        answer, errors = _answer(workspace, viewer, themes)
        if answer is not None:
            _show_answer(workspace, viewer, choices, themes, answer)
            return
    _show_form(workspace, viewer, choices, themes, errors)


def _answer(
    workspace: Workspace, viewer: Viewer, themes: Themes
) -> tuple[HelpAnswer | None, Mapping[str, str]]:
    """What was found, or what is wrong with which field; then the form comes back as it was filled in."""
    errors: dict[str, str] = {}
    age = None
    try:
        age = state.age()
    except ValueError:
        errors["age"] = TEXT.find.age_wrong
    try:
        answer = find_help(workspace, viewer, state.request(themes.chosen, age))
    except InvalidInput as error:
        errors |= told_by_field(error)
    else:
        if not errors:
            return answer, {}
    state.show(state.FORM)
    return None, errors


def _show_answer(
    workspace: Workspace, viewer: Viewer, choices: SearchChoices, themes: Themes, answer: HelpAnswer
) -> None:
    if answer.safety:
        _show_safety(choices)
    elif state.screen() == state.RESIDENT:
        resident_view.show(workspace, viewer, answer)
    else:
        peers = find_peers(workspace, viewer, state.request(themes.chosen, state.age()))
        found_list.show(workspace, viewer, choices, themes, answer, peers)


def _show_safety(choices: SearchChoices) -> None:
    safety_card.show([got("woorden", "")], state.wipe, lambda: state.without_acute(choices))


def _show_form(
    workspace: Workspace, viewer: Viewer, choices: SearchChoices, themes: Themes, errors: Mapping[str, str]
) -> None:
    with st.container(key="zoekvlak", gap="medium"):
        with st.container(key="zoekvorm"):
            st.title(TEXT.find.title, anchor=False)
            st.markdown(TEXT.find.intro)
            search_form.words_field()
            search_form.show(workspace, viewer, choices, themes, errors)
        with st.container(key="zoekbelofte"):
            search_form.promise()
        look_at(f"vraag {state.number_of_search()}", "zoekplek" if "area_id" in errors else "")


if __name__ == "__main__":
    run_page(render)
