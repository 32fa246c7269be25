"""Vergelijk: two areas side by side, first what differs in sentences, then everything in tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.compare_areas import CompareSection, Comparison, compare_areas, compare_choices
from socialmap.actions.telling import Choice
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_FIRST, _SECOND = "vergelijk_een", "vergelijk_twee"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_OFFERS)
    words = TEXT.compare
    with st.container(key="vergelijk"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        areas = compare_choices(workspace, viewer)
        if len(areas) < 2:
            st.info(words.too_few)
            return
        first, second = _choose(areas)
        answer = compare_areas(workspace, viewer, first, second)
        st.html(_differences(answer) + "".join(_section(answer, section) for section in answer.sections))


def _choose(areas: Sequence[Choice]) -> tuple[str, str]:
    """Two areas; the second list leaves out what the first one shows."""
    words, names = TEXT.compare, {area.id: area.label for area in areas}
    if st.session_state.get(_FIRST) not in names:
        st.session_state[_FIRST] = areas[0].id
    with st.container(key="vergelijkkeuze", horizontal=True, gap="small"):
        first = st.selectbox(words.first, list(names), key=_FIRST, format_func=names.__getitem__)
        others = [area_id for area_id in names if area_id != first]
        if st.session_state.get(_SECOND) not in others:
            st.session_state[_SECOND] = others[0]
        second = st.selectbox(words.second, others, key=_SECOND, format_func=names.__getitem__)
    return str(first), str(second)


def _differences(answer: Comparison) -> str:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in answer.differences)
    notes = "".join(f'<p class="stil">{escape(sentence)}</p>' for sentence in (answer.warning, *answer.notes))
    return (
        f'<section class="deel"><h2>{escape(TEXT.compare.differences)}</h2><ul>{items}</ul>{notes}</section>'
    )


def _section(answer: Comparison, section: CompareSection) -> str:
    help_ = f'<p class="stil">{escape(section.help)}</p>'
    heading = f'<section class="deel"><h2>{escape(section.title)}</h2>{help_}'
    if not section.lines:
        return f"{heading}</section>"
    heads = "".join(f"<th scope=col>{escape(area.label)}</th>" for area in (answer.first, answer.second))
    rows = "".join(
        f"<tr><th scope=row>{escape(line.label)}</th><td>{escape(line.first)}</td>"
        f"<td>{escape(line.second)}</td></tr>"
        for line in section.lines
    )
    return (
        f'{heading}<table class="tweetal"><thead><tr><td></td>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )


if __name__ == "__main__":
    run_page(render)
