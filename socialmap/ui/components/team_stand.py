"""Ons team: the mean of at least five, the arrow to where it wants to go, and what expertise there is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.place_dots import own_dots
from socialmap.actions.show_team import ExpertiseTable, TeamAnswer, show_team
from socialmap.model.language import told
from socialmap.model.together import PositionKind
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui import paper
from socialmap.ui.components import paper_link, team_choice
from socialmap.ui.components.drawing import show_drawing
from socialmap.ui.components.stand_plot import Mark, key_of, picture_of
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_DRAWN = (PositionKind.SELF_NOW, PositionKind.SELF_LATER)
"""What colleagues say of themselves; what they think of the team is told in words, or dots would overlap."""


def show(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.stand
    answer = show_team(workspace, viewer, team_choice.chosen_team())
    if answer.team is None:
        st.info(words.no_team if viewer.name else words.choose_name)
        return
    team_choice.show(answer.teams)
    ours = _marks(answer)
    arrows = [(0, 1)] if len(ours) == len(_DRAWN) else []
    marks = [*ours, *_own_mark(workspace, viewer)]
    picture = picture_of(marks, arrows, words.picture_ours)
    with st.container(key="standvlak"):
        with st.container(key="standbeeld"):
            show_drawing(f'<figure class="stand">{picture}{key_of(marks)}</figure>')
        with st.container(key="standwoorden"):
            st.html(_told(answer))
            on_paper = picture_of(ours, arrows, words.picture_ours)
            paper_link.show("stand", words.print, _sheet(answer, on_paper))
    st.html(_expertise(answer.expertise))


def _marks(answer: TeamAnswer) -> list[Mark]:
    labels = {sort: label for sort, _, label in TEXT.stand.means}
    marks = []
    for sort in _DRAWN:
        spot = answer.standpoints[sort].spot
        if spot is not None:
            later = sort is PositionKind.SELF_LATER
            marks.append(Mark(*spot, sign="wij", label=labels[sort], later=later, square=True))
    return marks


def _own_mark(workspace: Workspace, viewer: Viewer) -> list[Mark]:
    """The viewer's own dot beside the mean; on no paper."""
    if not may(viewer, Right.PLACE_DOTS) or not viewer.name:
        return []
    mine = own_dots(workspace, viewer, team_choice.chosen_team()).dots.get(PositionKind.SELF_NOW)
    label = next(label for sort, _, label in TEXT.stand.questions if sort is PositionKind.SELF_NOW)
    return [Mark(mine.x, mine.y, "ik", label)] if mine else []


def _told(answer: TeamAnswer) -> str:
    words = TEXT.stand
    parts = []
    for sort, question, _ in words.means:
        point = answer.standpoints[sort]
        warning = f'<p class="kampen">{escape(point.two_camps)}</p>' if point.two_camps else ""
        numbers = f'<p class="stil">{escape(point.figures)}</p>' if point.figures else ""
        parts.append(
            f"<section><h2>{escape(question)}</h2><p>{escape(point.text)}</p>{warning}{numbers}</section>"
        )
    wishes = list(dict.fromkeys(answer.wishes))
    if wishes:
        parts.append(f"<section><h2>{escape(words.wishes)}</h2>{_paragraphs(wishes)}</section>")
    if answer.since_last_year:
        parts.append(f"<p>{escape(answer.since_last_year)}</p>")
    if answer.disciplines:
        lines = [f"{name}: {sentence}" for name, sentence in answer.disciplines]
        parts.append(f"<section><h2>{escape(words.disciplines)}</h2>{_paragraphs(lines)}</section>")
    return f'<div class="standtekst">{"".join(parts)}<p class="stil">{escape(answer.stand)}</p></div>'


def _sheet(answer: TeamAnswer, picture: str) -> str:
    words = TEXT.stand
    parts = [(question, answer.standpoints[sort].text) for sort, question, _ in words.means]
    if answer.wishes:
        parts.append((words.wishes, " ".join(dict.fromkeys(answer.wishes))))
    parts.append((words.expertise, _missing(answer.expertise)))
    name = answer.team.label if answer.team else ""
    return paper.sheet_page(
        f"{words.door} · {name}", parts, under=answer.stand, figure=f"<figure>{picture}</figure>"
    )


def _expertise(table: ExpertiseTable) -> str:
    words, short = TEXT.stand, dict(TEXT.map_page.short_themes)
    heads = "".join(
        f'<th scope=col><img src="/assets/marks/{escape(area.id)}.svg" alt="{escape(area.label)}" '
        f'title="{escape(area.label)}"><span aria-hidden="true">'
        f"{escape(short.get(area.id, area.label))}</span></th>"
        for area in table.life_areas
    )
    rows = "".join(
        f"<tr><th scope=row>{escape(line.label)}<small>{escape(line.who)}</small></th>"
        + "".join(
            f'<td aria-label="{escape(area.label)}: {escape(words.looks_after)}">✓</td>'
            if area.id in line.focus
            else "<td></td>"
            for area in table.life_areas
        )
        + "</tr>"
        for line in table.crafts
    )
    return (
        f'<section class="deskundig"><h2>{escape(words.expertise)}</h2>'
        f'<p class="mist">{escape(_missing(table))}</p>'
        f'<div class="schuif" tabindex="0" role="region" aria-label="{escape(words.expertise)}">'
        f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        f'<p class="stil">{escape(words.expertise_help)}</p></section>'
    )


def _missing(table: ExpertiseTable) -> str:
    if not table.missing:
        return table.sentence
    missing = ", ".join(told(each) for each in table.missing)
    return TEXT.stand.missing.format(sentence=told(table.sentence), what=missing)


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
