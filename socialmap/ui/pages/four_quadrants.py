"""Hoe is het aanbod verdeeld?: the four quadrants, life areas, for whom nothing is near, and thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.compare_areas import compare_choices
from socialmap.actions.show_coverage import CoverageAnswer, Dot, ThresholdLine, Unreached, show_coverage
from socialmap.model.quadrants import Quadrant
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui.components.doors import to_map
from socialmap.ui.components.drawing import show_drawing
from socialmap.ui.components.quadrant_plot import picture_of, trend_of
from socialmap.ui.page import run_page
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_AREA = "vakken_buurt"
_DEEPEST_TINT = 12
"""So many initiatives in one field of the grid give it its fullest colour."""


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_OFFERS)
    words = TEXT.spread
    answer = show_coverage(workspace, viewer, area_id=_chosen_area(workspace, viewer))
    with st.container(key="verdeling"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        _choose_area(answer)
        if not answer.count:
            st.info(words.nothing)
        else:
            with st.container(key="vakkenvlak"):
                with st.container(key="vakkenlinks"):
                    _plot(answer)
                with st.container(key="vakkenrechts"):
                    _grid(answer)
        _trend(answer)
        st.html(_unreached(answer.unreached))
        if answer.count:
            st.html(_thresholds(answer.thresholds))


def _chosen_area(workspace: Workspace, viewer: Viewer) -> str:
    """Empty for everything, also when the area that was chosen has gone meanwhile."""
    chosen = st.session_state.get(_AREA) or ""
    return chosen if any(chosen == area.id for area in compare_choices(workspace, viewer)) else ""


def _choose_area(answer: CoverageAnswer) -> None:
    names = {"": TEXT.spread.everything} | {area.id: area.label for area in answer.areas}
    if len(names) > 1:
        st.selectbox(TEXT.spread.area, list(names), key=_AREA, format_func=names.__getitem__)


def _plot(answer: CoverageAnswer) -> None:
    words = TEXT.spread
    st.html(f"<h2>{escape(words.plot_title)}</h2>")
    show_drawing(f'<figure class="vakken-plot">{picture_of(answer.dots, answer.shares)}</figure>')
    st.html(
        f'<div class="vakken-plot"><p>{escape(answer.shares_sentence)}</p>'
        f'<p class="stil">{escape(words.plot_help)}</p>{_as_list(answer.dots)}</div>'
    )


def _as_list(dots: Sequence[Dot]) -> str:
    names = sorted((offer.label for dot in dots for offer in dot.offers), key=str.casefold)
    return f"<details><summary>{escape(TEXT.spread.list_title)}</summary><ul>{_items(names)}</ul></details>"


def _grid(answer: CoverageAnswer) -> None:
    words = TEXT.spread
    heads = "".join(f"<th scope=col>{escape(quadrant.dutch_name)}</th>" for quadrant in Quadrant)
    rows = "".join(
        f'<tr><th scope=row><img src="/assets/marks/{line.id}.svg" alt="">{escape(line.label)}'
        + (f"<small>{escape(line.note)}</small>" if line.note else "")
        + f"</th>{''.join(map(_cell, line.counts))}</tr>"
        for line in answer.grid
    )
    st.html(
        f'<section class="raster"><h2>{escape(words.grid_title)}</h2>'
        f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f'<p class="stil">{escape(words.grid_help)}</p></section>'
    )
    if not answer.empty:
        st.html(f'<p class="stil">{escape(words.no_empty)}</p>')
        return
    with st.expander(words.show_empty.format(n=len(answer.empty)), key="lege_vakken"):
        for number, field in enumerate(answer.empty):
            with st.container(key=f"leegvak_{number}", horizontal=True, vertical_alignment="center"):
                st.html(f"<p>{escape(field.sentence)}</p>")
                if st.button(words.look, key=f"lijst_{field.group}_{field.quadrant}", type="tertiary"):
                    to_map(**_address(field.group, answer))


def _address(group: str, answer: CoverageAnswer) -> dict[str, str]:
    """The list of the whole leefgebied: that of an empty field would be empty."""
    chosen = {"buurt": answer.area.id} if answer.area else {}
    return {"thema": group, **chosen}


def _cell(count: int) -> str:
    if not count:
        return f'<td class="leeg" title="{escape(TEXT.spread.nothing_here)}">0</td>'
    tint = round(10 + 50 * min(count, _DEEPEST_TINT) / _DEEPEST_TINT)
    return f'<td style="--tint:{tint}%">{count}</td>'


def _trend(answer: CoverageAnswer) -> None:
    words = TEXT.spread
    if not answer.count:
        return
    told = answer.trend_sentence or words.trend_none
    st.html(
        f'<section class="deel"><h2>{escape(words.trend_title)}</h2>'
        f'<p class="stil">{escape(words.trend_help)}</p></section>'
    )
    if answer.trend_sentence:
        show_drawing(f'<figure class="trendbeeld">{trend_of(answer.trend, told)}</figure>')
    st.html(f"<p>{escape(told)}</p>")


def _unreached(areas: Sequence[Unreached]) -> str:
    words = TEXT.spread
    if not areas:
        return ""
    told = "".join(
        f"<details{' open' if len(areas) == 1 else ''}><summary>"
        f"{escape(words.people_counted.format(area=area.name, n=len(area.sentences)))}</summary>"
        f"<ul>{_items(area.sentences)}</ul></details>"
        if area.sentences
        else f"<p>{escape(words.people_none.format(area=area.name))}</p>"
        for area in areas
    )
    return (
        f'<section class="deel"><h2>{escape(words.people_title)}</h2>'
        f'<p class="stil">{escape(words.people_help)}</p>{told}</section>'
    )


def _thresholds(lines: Sequence[ThresholdLine]) -> str:
    words = TEXT.spread
    legend = "".join(
        f'<li><i class="{style}"></i>{escape(answer)}</li>'
        for style, answer in zip(("ja", "nee", "vraagteken"), words.answers, strict=True)
    )
    rows = "".join(_threshold(line) for line in lines)
    return (
        f'<section class="deel"><h2>{escape(words.thresholds_title)}</h2>'
        f'<p class="stil">{escape(words.thresholds_help)}</p>'
        f'<ul class="soorten">{legend}</ul><ul class="drempels">{rows}</ul></section>'
    )


def _threshold(line: ThresholdLine) -> str:
    parts = "".join(
        f'<i class="{style}" style="flex-grow:{count}"></i>'
        for style, count in (("ja", line.yes), ("nee", line.no), ("vraagteken", line.unknown))
        if count
    )
    return (
        f'<li><span class="balk" aria-hidden="true">{parts}</span><span>{escape(line.sentence)}</span></li>'
    )


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


if __name__ == "__main__":
    run_page(render)
