"""Ideas in a list: computed ones in the order of the answer, saved ones with how they stand."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from socialmap.actions.idea_lines import Idea
from socialmap.actions.saved_ideas import SavedIdea
from socialmap.ui.components import idea_state as state
from socialmap.ui.components.idea_state import FIELDS
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

_FIRST = 4


def computed(name: str, title: str, ideas: Sequence[Idea], help_text: str = "") -> None:
    """A part of the list: the first few, and the rest on request."""
    if not ideas:
        return
    _heading(title, help_text)
    limit = int(FIELDS.got(f"toon_{name}", _FIRST))
    with st.container(key=f"ideeen_{name}"):
        for number, idea in enumerate(ideas[:limit]):
            with st.container(key=f"idee_{name}_{number}", horizontal=True, vertical_alignment="center"):
                st.html(_told(idea))
                st.button(
                    TEXT.idea.look, key=f"bekijk_{name}_{number}", on_click=state.open_idea, args=(idea.key,)
                )
    if len(ideas) > limit:
        st.button(TEXT.idea.more, key=f"meer_{name}", on_click=FIELDS.put, args=(f"toon_{name}", len(ideas)))


def saved(name: str, title: str, ideas: Sequence[SavedIdea]) -> None:
    if not ideas:
        return
    if title:
        _heading(title)
    with st.container(key=f"ideeen_{name}"):
        for number, idea in enumerate(ideas):
            with st.container(key=f"idee_{name}_{number}", horizontal=True, vertical_alignment="center"):
                st.html(_told_saved(idea))
                st.button(
                    TEXT.idea.look, key=f"bekijk_{name}_{number}", on_click=state.open_idea, args=(idea.id,)
                )


def mark(group: str) -> str:
    return f'<img src="/assets/marks/{escape(group)}.svg" alt="">'


def _heading(title: str, help_text: str = "") -> None:
    told = f'<p class="stil">{escape(help_text)}</p>' if help_text else ""
    st.html(f'<div class="ideekop"><h2>{escape(title)}</h2>{told}</div>')


def _told(idea: Idea) -> str:
    own = len(idea.own) + len(idea.ask)
    badge = f'<span class="vanjou">{escape(TEXT.idea.own_in_it.format(n=own))}</span>' if own else ""
    return (
        f'<article class="idee">{mark(idea.group)}<div><h3>{escape(idea.title)}{badge}</h3>'
        f"<p>{escape(idea.sentence)}</p></div></article>"
    )


def _told_saved(idea: SavedIdea) -> str:
    facts = " · ".join(filter(None, (idea.people, idea.place or idea.initiative, idea.when)))
    extra = f"<p>{escape(idea.answered)}</p>" if idea.answered else ""
    return (
        f'<article class="idee">{mark(idea.group)}<div><h3>{escape(idea.title)}'
        f'<span class="stand-{escape(idea.status)}">{escape(idea.status_label)}</span></h3>'
        f"<p>{escape(facts)}</p>{extra}</div></article>"
    )
