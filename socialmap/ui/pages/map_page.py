"""Kaart: search and themes above, a list and a map in step, the details of one place instead of the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from socialmap.actions.browse_map import MapAnswer, MapFrame, OfferLine, browse_map, map_frame
from socialmap.privacy.roles import Viewer
from socialmap.ui import session
from socialmap.ui.components import map_filters, panels
from socialmap.ui.components.neighbourhood_map import Chosen, Look, MapState, show_map
from socialmap.ui.guard import guarded, plain
from socialmap.ui.page import run_page
from socialmap.ui.public_view import PAGE_SIZE, VIEW_PARAMETER, Opened, PublicView
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_OPENED = "kaart_open"
_LIMIT = "kaart_aantal"
_LOOK = "kaart_blik"


def render(workspace: Workspace, viewer: Viewer) -> None:
    frame = map_frame(workspace, viewer)
    if map_filters.take_over_address():
        st.session_state[_OPENED] = PublicView.from_query(st.query_params).opened
        st.session_state[_LIMIT] = PAGE_SIZE
    st.html(f'<h1 class="alleen-horen">{TEXT.map_page.title}</h1>')
    view = replace(map_filters.show(frame), opened=st.session_state.get(_OPENED))
    map_filters.write_address(view)
    with st.container(key="kaartvlak", horizontal=True, gap="medium"):
        with st.container(key="lijst"):
            chosen: list[Chosen | None] = [None]
            guarded(lambda: chosen.__setitem__(0, _beside_the_map(workspace, viewer, view)))
        with st.container(key="kaart"):
            _draw_map(frame, view, chosen[0])


def _beside_the_map(workspace: Workspace, viewer: Viewer, view: PublicView) -> Chosen | None:
    """The list, or what is open instead of it; gives back what the map should point at."""
    if view.opened is None:
        limit = st.session_state.get(_LIMIT, PAGE_SIZE)
        _list(browse_map(workspace, viewer, view.as_map_view(today=session.today(), limit=limit)), view)
        return None
    st.button(f"← {TEXT.map_page.back_to_list}", key="terug", type="tertiary", on_click=_open, args=(None,))
    return panels.show(workspace, viewer, view.opened, _open)


def _list(answer: MapAnswer, view: PublicView) -> None:
    words = TEXT.map_page
    if not answer.lines:
        st.info(words.empty_filtered if view.is_filtered() else words.empty)
        if view.is_filtered():
            st.button(words.clear, key="toon_alles_leeg", on_click=map_filters.clear)
        return
    st.html(f'<p class="aantal" role="status">{count_sentence(len(answer.lines), answer.total)}</p>')
    for line in answer.lines:
        _row(line)
    if answer.total > len(answer.lines):
        st.button(words.more, key="meer", on_click=_more, width="stretch")


def count_sentence(shown: int, total: int) -> str:
    """How many of how many, so that nothing is cut silently.

    >>> count_sentence(25, 61), count_sentence(3, 3), count_sentence(1, 1)
    ('25 van 61 getoond', '3 gevonden', '1 gevonden')
    """
    words = TEXT.map_page
    if shown < total:
        return words.shown.format(n=shown, m=total)
    return words.shown_one if total == 1 else words.shown_all.format(m=total)


def _row(line: OfferLine) -> None:
    facts = " · ".join(plain(part) for part in (line.place, line.when) if part)
    mark = f"![](/assets/marks/{line.group}.svg)"
    label = f"{mark} **{plain(line.name)}**  \n{facts}  \n:small[{plain(line.theme)} · {plain(line.badge)}]"
    st.button(
        label, key=f"rij_{line.id}", width="stretch", on_click=_open, args=(Opened("initiative", line.id),)
    )


def _open(opened: Opened | None) -> None:
    st.session_state[_OPENED] = opened


def _more() -> None:
    st.session_state[_LIMIT] = st.session_state.get(_LIMIT, PAGE_SIZE) + PAGE_SIZE


def _draw_map(frame: MapFrame, view: PublicView, chosen: Chosen | None) -> None:
    look = st.session_state.setdefault(_LOOK, _first_look(frame))
    opened_area = view.opened.id if view.opened and view.opened.kind == "area" else None
    state = MapState(
        view=look,
        query=urlencode(replace(view, opened=None).to_query()),
        areas="areas" in view.layers,
        area=opened_area or view.area or None,
        chosen=chosen,
        remember=True,
    )
    click = show_map(state, key="wijkkaart", has_basemap=session.basemap_path().is_file())
    if click is not None:
        _open(Opened(click.kind, click.id))
        st.rerun()


def _first_look(frame: MapFrame) -> Look:
    """Where the map begins: as the address says, else the whole area."""
    try:
        lat, lon, zoom = (float(part) for part in st.query_params.get(VIEW_PARAMETER, "").split(","))
    except ValueError:
        return Look(number=1, west=frame.west, south=frame.south, east=frame.east, north=frame.north)
    return Look(number=1, lon=lon, lat=lat, zoom=zoom)


if __name__ == "__main__":
    run_page(render)
