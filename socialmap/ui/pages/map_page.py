"""Kaart: search and themes above, a list and a map in step, the details of one place instead of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from socialmap.actions.browse_map import MapAnswer, MapFrame, OfferLine, browse_map, map_frame
from socialmap.actions.read_map_text import MapText, read_map_text
from socialmap.actions.telling import Choice
from socialmap.model.dutch import and_list
from socialmap.model.values import ThemeId
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui import passing_on, session
from socialmap.ui.components import calendar_link, map_filters, panels, safety_card, share_part, theme_field
from socialmap.ui.components.looking import look_at
from socialmap.ui.components.neighbourhood_map import Chosen, Look, MapState, show_map
from socialmap.ui.guard import guarded, plain
from socialmap.ui.page import run_page
from socialmap.ui.public_view import PAGE_SIZE, VIEW_PARAMETER, Opened, PublicView
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_LIMIT = "kaart_aantal"
_LOOK = "kaart_blik"


def render(workspace: Workspace, viewer: Viewer) -> None:
    frame = map_frame(workspace, viewer)
    if map_filters.take_over_address(frame):
        st.session_state[_LIMIT] = PAGE_SIZE
    st.html(f'<h1 class="alleen-horen">{TEXT.map_page.title}</h1>')
    view = map_filters.show(frame)
    within = [ThemeId(theme) for theme in view.themes]
    said = read_map_text(workspace, viewer, view.text, within, map_filters.meant())
    map_filters.write_address(view if said.is_name else replace(view, text=""))
    shown = replace(view, text="", themes=tuple(theme.id for theme in said.themes)) if said.themes else view
    is_nothing = not (said.is_name or said.themes)
    with st.container(key="kaartvlak", horizontal=True, gap="medium"):
        with st.container(key="lijst"):
            chosen: list[Chosen | None] = [None]
            guarded(lambda: chosen.__setitem__(0, _beside_the_map(workspace, viewer, frame, shown, said)))
        with st.container(key="kaart"):
            _draw_map(frame, shown, chosen[0], is_nothing=is_nothing)
    _look_at_what_came(view)


def _beside_the_map(
    workspace: Workspace, viewer: Viewer, frame: MapFrame, view: PublicView, said: MapText
) -> Chosen | None:
    """The list, or what comes instead of it; gives back what the map should point at."""
    if said.acute:
        safety_card.show([view.text], map_filters.clear_text)
        return None
    if view.opened is not None:
        st.button(
            f"← {TEXT.map_page.back_to_list}", key="terug", type="tertiary",
            on_click=map_filters.open_, args=(None,),
        )  # fmt: skip
        return panels.show(workspace, viewer, view.opened, map_filters.open_)
    if not said.is_name:
        if said.perhaps_acute:
            safety_card.ask(map_filters.FIELD)
        _not_a_name(viewer, said)
    if said.is_name or said.themes:
        limit = st.session_state.get(_LIMIT, PAGE_SIZE)
        answer = browse_map(workspace, viewer, view.as_map_view(today=session.today(), limit=limit))
        _list(frame, answer, view, said.places)
        if said.is_name and answer.lines:
            share_part.of_view(view)  # never what words about somebody were taken to mean
    return None


def _not_a_name(viewer: Viewer, said: MapText) -> None:
    """Nothing is called so: say what the words are about, and show the way to a search for somebody."""
    words = TEXT.map_page
    about = words.about.format(themes=and_list([theme.label for theme in said.themes]))
    with st.container(key="geen_naam", gap="small"):
        st.info(plain(about) if said.themes else TEXT.general.nothing_found)
        _why(said)
        if may(viewer, Right.FIND_HELP):
            st.html(f'<p class="fluister">{words.for_somebody}</p>')
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            if may(viewer, Right.FIND_HELP) and st.button(TEXT.frame.find, key="zoek_voor_iemand"):
                passing_on.search_with(map_filters.typed())
            st.button(words.clear_text, key="wis_tekst", type="tertiary", on_click=map_filters.clear_text)


def _why(said: MapText) -> None:
    """By which words each theme was recognised, and what it may be instead: one tap shows that."""
    found = len(said.themes)
    reasons = (
        (f"<b>{escape(theme.label)}</b> " if found > 1 else "")
        + escape(theme_field.because(theme.matched, alike=theme.alike))
        for theme in said.themes
    )
    if found:
        st.html(f'<p class="fluister">{"<br>".join(reasons)}</p>')
    if said.others:
        perhaps = {0: TEXT.find.perhaps, 1: TEXT.find.no_it_is}.get(found, TEXT.map_page.only)
        with st.container(key="of_dit", horizontal=True, gap="small", vertical_alignment="center"):
            st.html(escape(perhaps), width="content")
            for theme in said.others:
                st.button(
                    plain(theme.label), key=f"of_{theme.id}", on_click=map_filters.mean, args=(theme.id,)
                )


def _list(frame: MapFrame, answer: MapAnswer, view: PublicView, places: Sequence[Choice]) -> None:
    words = TEXT.map_page
    if answer.lines:
        st.html(f'<p class="aantal" role="status">{count_sentence(len(answer.lines), answer.total)}</p>')
    elif not places:
        empty = words.empty_but_places if answer.meeting_places else words.empty
        st.info(words.empty_filtered if view.is_filtered() else empty)
        if view.is_filtered():
            st.button(words.clear, key="toon_alles_leeg", on_click=map_filters.clear, args=(frame,))
    for line in answer.lines:
        _row(line)
    panels.links(words.places, places, "facility", map_filters.open_)
    if not view.is_filtered():
        panels.links(words.meeting_places, answer.meeting_places, "facility", map_filters.open_)
    if answer.total > len(answer.lines) or (answer.more_places and not view.is_filtered()):
        st.button(words.more, key="meer", on_click=_more, width="stretch")
    if answer.lines:
        calendar_link.of_view(view)


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
        label,
        key=f"rij_{line.id}",
        width="stretch",
        on_click=map_filters.open_,
        args=(Opened("initiative", line.id),),
    )


def _more() -> None:
    st.session_state[_LIMIT] = st.session_state.get(_LIMIT, PAGE_SIZE) + PAGE_SIZE


def _look_at_what_came(view: PublicView) -> None:
    """Something opened is seen from its beginning; the list from where it was left."""
    opened, row = view.opened, map_filters.chosen_in_list()
    if opened is not None:
        look_at(f"kaart {opened.kind} {opened.id}", "lijst")
    else:
        look_at(f"kaart {map_filters.times_opened()}", f"rij_{row.id}" if row else "")


def _draw_map(frame: MapFrame, view: PublicView, chosen: Chosen | None, *, is_nothing: bool) -> None:
    look = st.session_state.setdefault(_LOOK, _first_look(frame))
    opened_area = view.opened.id if view.opened and view.opened.kind == "area" else None
    state = MapState(
        view=look,
        query=None if is_nothing else urlencode(replace(view, opened=None).to_query()),
        areas="areas" in view.layers,
        area=opened_area or view.area or None,
        chosen=chosen,
        remember=True,
    )
    click = show_map(state, key="wijkkaart", has_basemap=session.basemap_path().is_file())
    if click is not None:
        map_filters.open_(Opened(click.kind, click.id))
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
