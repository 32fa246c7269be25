"""Waar is te weinig?: the neighbourhoods of a district, per leefgebied, on a picture and in words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.map_features import area_features
from socialmap.actions.show_white_spots import (
    GroupSpots,
    Lacking,
    SpotLine,
    WhiteSpotsAnswer,
    show_white_spots,
)
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui.components.doors import door_for, to_map
from socialmap.ui.components.drawing import drawn_text, show_drawing
from socialmap.ui.components.spot_map import FEW_AREAS, UNJUDGED, look_of, picture_of
from socialmap.ui.guard import plain
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_DISTRICT, _GROUP = "tekort_wijk", "tekort_leefgebied"
_SIGNALS, _IDEAS = "schrijf-signaal", "samen"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_NEED_COUNTS)
    words = TEXT.too_little
    answer = show_white_spots(workspace, viewer, district_id=st.session_state.get(_DISTRICT) or "")
    with st.container(key="tekort"):
        st.html(f'<h1>{escape(words.title)}</h1><p class="inleiding">{escape(words.intro)}</p>')
        if not answer.lacking:
            st.info(words.no_areas)
            return
        _choose_district(answer)
        group = _choose_group(answer)
        st.html(f'<p class="stand">{escape(answer.stand)}</p>')
        with st.container(key="tekortvlak"):
            with st.container(key="tekortkaart"):
                _picture(workspace, viewer, group)
            with st.container(key="tekortlijst"):
                if not group.attention and all(look_of(line.category)[0] != UNJUDGED for line in group.lines):
                    st.info(words.empty)
                lacking = {each.id: each for each in answer.lacking}
                for number, line in enumerate(group.lines, start=1):
                    # With many neighbourhoods the picture has numbers in it instead of names.
                    title = line.name if len(group.lines) <= FEW_AREAS else f"{number}. {line.name}"
                    _card(viewer, title, line, lacking[line.id], answer.warning)
                if group.total:
                    st.html(f'<p class="stand">{escape(group.total)}</p>')


def _choose_district(answer: WhiteSpotsAnswer) -> None:
    if len(answer.districts) < 2 or answer.district is None:
        return
    names = {district.id: district.label for district in answer.districts}
    st.session_state.setdefault(_DISTRICT, answer.district.id)
    st.selectbox(TEXT.too_little.district, list(names), key=_DISTRICT, format_func=names.__getitem__)


def _choose_group(answer: WhiteSpotsAnswer) -> GroupSpots:
    """The chosen leefgebied; at first the one that asks most attention."""
    groups = {group.id: group for group in answer.groups}
    if st.session_state.get(_GROUP) not in groups:
        st.session_state[_GROUP] = max(answer.groups, key=_seriousness).id
    short = dict(TEXT.map_page.short_themes)
    st.pills(
        TEXT.too_little.group,
        list(groups),
        key=_GROUP,
        required=True,
        format_func=lambda group: (
            f"![](/assets/marks/{group}.svg) {plain(short.get(group, groups[group].label))}"
        ),
        label_visibility="collapsed",
    )
    return groups[st.session_state[_GROUP]]


def _seriousness(group: GroupSpots) -> tuple[int, int]:
    worst = TEXT.too_little.categories[0][0]
    empty = sum(not line.places for line in group.lines)
    return sum(line.category == worst for line in group.lines), group.attention or empty


def _picture(workspace: Workspace, viewer: Viewer, group: GroupSpots) -> None:
    words = TEXT.too_little
    title = words.map_title.format(group=group.label.lower())
    picture = picture_of(area_features(workspace, viewer)["features"], group.lines, title)
    here = dict.fromkeys(line.category for line in group.lines)
    legend = "".join(
        f'<li><i class="{style}" aria-hidden="true">{drawn_text(sign)}</i>{drawn_text(name)}</li>'
        for style, sign, name in map(look_of, here)
    )
    hidden = f'<p class="stil">{drawn_text(words.not_shown_help)}</p>' if "" in here else ""
    show_drawing(
        f'<figure class="tekortbeeld">{picture}<figcaption><ul class="soorten">{legend}</ul>{hidden}'
        "</figcaption></figure>"
    )


def _card(viewer: Viewer, title: str, line: SpotLine, lacking: Lacking, warning: str) -> None:
    words = TEXT.too_little
    style, sign, name = look_of(line.category)
    # The warning that goes with every category stands above all of them.
    sentence = line.sentence.removesuffix(warning).strip()
    with st.container(key=f"plek_{line.id}"):
        st.html(
            f'<article class="plek"><header><h2>{escape(title)}</h2>'
            f'<span class="soort {style}"><i aria-hidden="true">{escape(sign)}</i>{escape(name)}</span>'
            "</header>"
            f"<p>{escape(sentence)}</p><ul>{_items(line.numbers)}</ul>{_lacking(lacking)}</article>"
        )
        with st.container(key=f"plekdaden_{line.id}", horizontal=True, gap="small"):
            if st.button(words.look, key=f"bekijk_{line.id}"):
                to_map(open=f"area:{line.id}")
            signals, ideas = door_for(viewer, _SIGNALS), door_for(viewer, _IDEAS)
            if signals and may(viewer, Right.MAKE_SIGNALS) and st.button(words.signal, key=f"sein_{line.id}"):
                about = f"{st.session_state[_GROUP]}:{line.id}"
                st.switch_page(f"pages/{signals.file}", query_params={"tekort": about})
            thinks = ideas is not None and may(viewer, Right.SEE_BUNDLES)
            if ideas and thinks and st.button(words.think, key=f"bedenk_{line.id}"):
                asked = {"thema": str(st.session_state[_GROUP]), "buurt": line.id}
                st.switch_page(f"pages/{ideas.file}", query_params=asked)


def _lacking(lacking: Lacking) -> str:
    words = TEXT.too_little
    if not lacking.missing and not lacking.far_basics:
        told = f"<p>{escape(words.nothing_lacking)}</p>"
    else:
        missing = f"<ul>{_items(lacking.missing)}</ul>" if lacking.missing else ""
        far = f"<b>{escape(words.far)}</b><ul>{_items(lacking.far_basics)}</ul>" if lacking.far_basics else ""
        told = missing + far
    return f"<details><summary>{escape(words.lacking)}</summary>{told}</details>"


def _items(sentences: Iterable[str]) -> str:
    return "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)


if __name__ == "__main__":
    run_page(render)
