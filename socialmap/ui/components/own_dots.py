"""Ik: up to four own dots, each with two sliders in steps of a tenth; what is not set stays empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.place_dots import OwnDots, Spot, own_dots, place_dots
from socialmap.errors import InvalidInput
from socialmap.model.together import PositionKind
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import private_form as form
from socialmap.ui.components import team_choice
from socialmap.ui.components.drawing import show_drawing
from socialmap.ui.components.stand_plot import Mark, key_of, picture_of
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_STEPS = tuple(step / 10 for step in range(-10, 11))
_ARROWS = ((PositionKind.SELF_NOW, PositionKind.SELF_LATER), (PositionKind.TEAM_NOW, PositionKind.TEAM_LATER))
_OF_TEAM = frozenset({PositionKind.TEAM_NOW, PositionKind.TEAM_LATER})
_LATER = frozenset({PositionKind.SELF_LATER, PositionKind.TEAM_LATER})


def show(workspace: Workspace, viewer: Viewer) -> None:
    kept = own_dots(workspace, viewer, team_choice.chosen_team())
    team_choice.show(kept.teams)
    fields = Fields(f"stippen_{kept.team.id if kept.team else ''}_{viewer.name}")
    fields.begin(_first(kept))
    with st.container(key="standvlak"):
        with st.container(key="standvorm"):
            dots = _form(fields, kept)
            _buttons(workspace, viewer, fields, kept, dots)
        with st.container(key="standbeeld"):
            _picture(dots, kept)


def number_words(value: float) -> str:
    """
    >>> number_words(-0.4), number_words(0.0), number_words(1.0)
    ('−0,4', '0', '+1')
    """
    if not value:
        return "0"
    text = f"{abs(value):.1f}".removesuffix(".0").replace(".", ",")
    return f"{'−' if value < 0 else '+'}{text}"


def _first(kept: OwnDots) -> dict[str, object]:
    found: dict[str, object] = {}
    for sort in PositionKind:
        dot = kept.dots.get(sort)
        found[f"{sort}_aan"] = dot is not None or sort is PositionKind.SELF_NOW
        found[f"{sort}_x"], found[f"{sort}_y"] = (dot.x, dot.y) if dot else (0.0, 0.0)
    return found


def _form(fields: Fields, kept: OwnDots) -> dict[PositionKind, Spot]:
    words = TEXT.stand
    dots: dict[PositionKind, Spot] = {}
    for sort, question, _ in words.questions:
        with st.container(key=f"stipvraag_{sort}", gap="xsmall"):
            st.html(f'<h2 id="{sort}">{escape(question)}</h2>')
            if sort is not PositionKind.SELF_NOW and sort not in kept.dots:
                st.toggle(
                    f"{words.set_dot}: {question}", key=fields.key(f"{sort}_aan"), persist_state="session"
                )
            if fields.got(f"{sort}_aan"):
                dots[sort] = (_slider(fields, f"{sort}_x"), _slider(fields, f"{sort}_y"))
            else:
                st.html(f'<p class="stil">{escape(words.may_stay_empty)}</p>')
            form.show_error(fields, sort)
    return dots


def _slider(fields: Fields, name: str) -> float:
    words = TEXT.stand
    st.select_slider(
        words.across if name.endswith("x") else words.upright,
        _STEPS,
        key=fields.key(name),
        format_func=number_words,
        persist_state="session",
    )
    return float(fields.got(name, 0.0))


def _buttons(
    workspace: Workspace,
    viewer: Viewer,
    fields: Fields,
    kept: OwnDots,
    dots: dict[PositionKind, Spot],
) -> None:
    words = TEXT.stand
    for name in ("dots", "colleague"):
        form.show_error(fields, name)
    if fields.got("bewaard"):
        st.html(f'<p class="gelukt" role="status">{escape(words.saved)}</p>')
    if not st.button(words.save, key="bewaar_stippen", type="primary"):
        return
    try:
        place_dots(
            workspace,
            viewer,
            dots,
            team_id=kept.team.id if kept.team else "",
            seen={sort: dot.version for sort, dot in kept.dots.items()},
        )
    except InvalidInput as error:
        fields.refuse(error)
        fields.put("bewaard", False)
    else:
        fields.put("fouten", {})
        fields.put("bewaard", True)
    st.rerun()


def _picture(dots: dict[PositionKind, Spot], kept: OwnDots) -> None:
    words = TEXT.stand
    labels = {sort: label for sort, _, label in words.questions}
    sorts = [sort for sort, _, _ in words.questions if sort in dots]
    marks = [
        Mark(
            *dots[sort],
            sign="team" if sort in _OF_TEAM else "ik",
            label=labels[sort],
            later=sort in _LATER,
            square=sort in _OF_TEAM,
        )
        for sort in sorts
    ]
    arrows = [(sorts.index(a), sorts.index(b)) for a, b in _ARROWS if a in sorts and b in sorts]
    show_drawing(
        f'<figure class="stand">{picture_of(marks, arrows, words.picture_mine)}{key_of(marks)}</figure>'
    )
    now = kept.dots.get(PositionKind.SELF_NOW)
    told = now.sentence if now else words.nothing_saved
    st.html(f'<p class="standzin">{escape(told)}</p>')
