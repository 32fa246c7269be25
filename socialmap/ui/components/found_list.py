"""What was found for somebody: what was asked, a list beside a map, and what did not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from socialmap.actions.find_help import HelpAnswer, HelpMatch, LeftOutGroup
from socialmap.actions.map_features import area_features
from socialmap.actions.search_choices import SearchChoices
from socialmap.model.people import Mobility
from socialmap.model.wording import ALL_IS_FULL_OR_FAR, DROP_IN, place_to_drop_in
from socialmap.privacy.roles import Viewer
from socialmap.ui import session
from socialmap.ui.components import found_card, nudge_card, panels, routes, safety_card
from socialmap.ui.components import search_state as state
from socialmap.ui.components.looking import look_at
from socialmap.ui.components.neighbourhood_map import Chosen, Look, MapState, Pin, show_map
from socialmap.ui.components.search_state import Themes, got, key, put
from socialmap.ui.guard import guarded
from socialmap.ui.public_view import Opened
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_AROUND_ONE_PLACE_DEG = 0.002
"""So that a single pin is not seen from too near: about 150 metres to each side."""


def show(
    workspace: Workspace,
    viewer: Viewer,
    choices: SearchChoices,
    themes: Themes,
    answer: HelpAnswer,
    peers: tuple[HelpMatch, ...],
) -> None:
    with st.container(key="zoekantwoord"):
        _heading(choices, themes)
        shown = _on_this_way(answer, peers)
        with st.container(key="kaartvlak", horizontal=True, gap="medium"):
            with st.container(key="lijst"):
                chosen: list[Chosen | None] = [None]
                guarded(
                    lambda: chosen.__setitem__(
                        0, _beside_the_map(workspace, viewer, answer, peers, ask=themes.perhaps_acute)
                    )
                )
            with st.container(key="kaart"):
                _draw_map(workspace, viewer, shown, chosen[0])
        opened: Opened | None = got("open")
        place = f"{got('geopend', 0)} {opened.id if opened else ''}"
        look_at(f"lijst {state.number_of_search()} {place}", _part_left(shown))


def _on_this_way(answer: HelpAnswer, peers: tuple[HelpMatch, ...]) -> HelpAnswer:
    """What the list and the map show on the way that is open."""
    if routes.chosen() == routes.NEARBY:
        return answer
    return replace(answer, matches=peers if routes.chosen() == routes.PEERS else (), more=0)


def _part_left(answer: HelpAnswer) -> str:
    """What to look at: an opened place, or where in the list it was; empty for the beginning."""
    if got("open") is not None:
        return "lijst"
    closed: Opened | None = got("dicht")
    if closed is None:
        return ""
    for number, match in enumerate(answer.matches, start=1):
        if match.id == closed.id:
            return f"gevonden_{number}"
    return "niet_getoond"


def _heading(choices: SearchChoices, themes: Themes) -> None:
    words = TEXT.found
    with st.container(key="zoekkop", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f"<h1>{escape(words.title)}</h1><p>{escape(words.intro)}</p>"
            f'<p class="gezocht"><span>{escape(words.asked)}</span> {_asked(choices, themes)}</p>'
        )
        with st.container(key="zoekdaden", horizontal=True, gap="small", width="content"):
            st.button(
                words.show_resident, key="naar_bewoner", type="primary", on_click=state.show,
                args=(state.RESIDENT,),
            )  # fmt: skip
            st.button(words.change, key="pas_aan", on_click=state.show, args=(state.FORM,))
            st.button(TEXT.find.clear, key="wis_alles", on_click=state.wipe)


def _asked(choices: SearchChoices, themes: Themes) -> str:
    """The question in a few words, so that it need not be looked up again."""
    main, *others = (theme.label for theme in themes.chosen)
    areas = {area.id: area.label for area in choices.areas}
    mobilities = {str(each.id): each.label for each in choices.mobilities}
    filled = state.filled_in()
    told = [
        main,
        *(TEXT.found.also.format(theme=label) for label in others),
        areas.get(got("buurt", ""), ""),
        mobilities[str(got("mobiliteit", Mobility.WALKING))].lower(),
        TEXT.found.wishes.format(n=filled) if filled > 1 else TEXT.found.one_wish if filled else "",
    ]
    return " · ".join(f"<b>{escape(part)}</b>" for part in told if part)


def _beside_the_map(
    workspace: Workspace, viewer: Viewer, answer: HelpAnswer, peers: tuple[HelpMatch, ...], *, ask: bool
) -> Chosen | None:
    """The list, or one place instead of it; gives back what the map should point at."""
    opened: Opened | None = got("open")
    if opened is None:
        if ask:
            safety_card.ask(key("woorden"))
        nudge_card.show(viewer)
        routes.choose(len(answer.matches) + answer.more, len(peers))
        if routes.chosen() == routes.CIRCLE:
            routes.show_circle()
        elif routes.chosen() == routes.PEERS:
            _peers(viewer, peers)
        else:
            _list(viewer, answer)
        return None
    st.button(f"← {TEXT.map_page.back_to_list}", key="terug", type="tertiary", on_click=_open, args=(None,))
    return panels.show(workspace, viewer, opened, _open)


def _peers(viewer: Viewer, peers: tuple[HelpMatch, ...]) -> None:
    words = TEXT.route
    st.html(f'<p class="fluister">{escape(words.peers_intro if peers else words.peers_empty)}</p>')
    _cards(viewer, peers)


def _cards(viewer: Viewer, matches: Sequence[HelpMatch]) -> None:
    mobility = Mobility(got("mobiliteit", Mobility.WALKING))
    for number, match in enumerate(matches, start=1):
        found_card.show(viewer, match, number, mobility, _open)


def _list(viewer: Viewer, answer: HelpAnswer) -> None:
    words = TEXT.found
    if answer.many_life_areas:
        st.html(
            f'<p class="advies"><b>{escape(words.team_first)}</b> <span>{escape(words.team_why)}</span></p>'
        )
    for sentence in answer.relaxed:
        st.html(f'<p class="ruimer">{escape(sentence)}</p>')
    if answer.matches:
        st.html(f'<p class="aantal" role="status">{escape(_count(answer))}</p>')
    else:
        st.html(f'<p class="ruimer">{escape(ALL_IS_FULL_OR_FAR if answer.not_shown else words.empty)}</p>')
        _drop_in(answer)
        st.button(words.change, key="pas_aan_leeg", on_click=state.show, args=(state.FORM,))
    _cards(viewer, answer.matches)
    st.html(f'<p class="fluister">{escape(answer.distances)}</p>')
    if answer.more:
        st.button(words.more, key="meer", on_click=_more, width="stretch")
    _left_out(answer)


def _drop_in(answer: HelpAnswer) -> None:
    """Places to call or visit, when no initiative fits."""
    if answer.nearby:
        lines = (place_to_drop_in(one.name, one.sort, one.how_far, one.phone) for one in answer.nearby)
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        st.html(f'<p class="ruimer">{escape(DROP_IN)}</p><ul class="langsgaan">{items}</ul>')


def _count(answer: HelpAnswer) -> str:
    words, shown = TEXT.found, len(answer.matches)
    if answer.more:
        return words.count.format(n=shown, m=shown + answer.more)
    return words.count_one if shown == 1 else words.count_all.format(m=shown)


def _left_out(answer: HelpAnswer) -> None:
    words = TEXT.found
    with st.container(key="niet_getoond", gap="small"):
        st.html(f"<h2>{escape(words.left_out)}</h2>")
        if not answer.not_shown:
            st.html(f'<p class="fluister">{escape(words.nothing_left_out)}</p>')
            return
        st.html(f'<p class="fluister">{escape(words.left_out_intro)}</p>')
        for group in answer.not_shown:
            _group(group)
        if answer.more_not_shown is None:
            st.html(f'<p class="fluister">{escape(words.left_out_uncounted)}</p>')
        elif answer.more_not_shown:
            st.html(f'<p class="fluister">{escape(words.left_out_more.format(n=answer.more_not_shown))}</p>')


def _group(group: LeftOutGroup) -> None:
    words = TEXT.found
    title = dict(words.left_out_groups)[group.code]
    with st.expander(f"{title} ({len(group.items)})", key=key(f"groep_{group.code}")):
        for item in group.items:
            with st.container(key=f"weggelaten_{item.id}", horizontal=True, vertical_alignment="center"):
                reasons = "".join(f"<li>{escape(sentence)}</li>" for sentence in item.sentences)
                st.html(f'<div class="weggelaten"><b>{escape(item.name)}</b><ul>{reasons}</ul></div>')
                st.button(
                    words.look_anyway, key=f"toch_{item.id}", type="tertiary", on_click=_open,
                    args=(Opened("initiative", item.id),),
                )  # fmt: skip


def _open(opened: Opened | None) -> None:
    """Count what is opened: who goes back before it is drawn comes to another list than the one left."""
    put("geopend", got("geopend", 0) + (opened is not None))
    put("dicht", got("open"))
    put("open", opened)


def _more() -> None:
    put("aantal", got("aantal", state.PAGE_SIZE) + state.PAGE_SIZE)


def _draw_map(workspace: Workspace, viewer: Viewer, answer: HelpAnswer, chosen: Chosen | None) -> None:
    pins = _pins(answer.matches, chosen)
    elsewhere = chosen is not None and chosen.lon is not None and chosen.id not in {pin.id for pin in pins}
    view = MapState(
        view=_look(workspace, viewer, pins),
        mode="results",
        query=None,
        area=got("buurt"),
        chosen=chosen,
        pins=() if elsewhere else pins,
    )
    click = show_map(view, key=key("kaart"), has_basemap=session.basemap_path().is_file())
    if click is not None and click.kind == "initiative":
        _open(Opened(click.kind, click.id))
        st.rerun()


def _pins(matches: Sequence[HelpMatch], chosen: Chosen | None) -> list[Pin]:
    """One pin per place, with the numbers of all that is there; it opens the first of them."""
    places: dict[tuple[float, float], list[tuple[int, HelpMatch]]] = {}
    for number, match in enumerate(matches, start=1):
        if match.lon is not None and match.lat is not None:
            places.setdefault((match.lon, match.lat), []).append((number, match))
    pins = []
    for (lon, lat), here in places.items():
        first, *others = (str(number) for number, _ in here)
        numbers = f"{first}+" if len(others) > 1 else "·".join((first, *others))
        open_here = next((match for _, match in here if chosen and match.id == chosen.id), here[0][1])
        names = ", ".join(match.name for _, match in here)
        pins.append(Pin(numbers, open_here.id, names, here[0][1].group, lon, lat))
    return pins


def _look(workspace: Workspace, viewer: Viewer, pins: list[Pin]) -> Look:
    """Around the pins and the neighbourhood; worked out once per search, so that the map stays put."""
    number = state.number_of_search() * 100 + int(got("aantal", state.PAGE_SIZE)) // state.PAGE_SIZE
    number = number * 10 + (routes.chosen() == routes.PEERS)
    known: Look | None = got("blik")
    if known is not None and known.number == number:
        return known
    spots = [(pin.lon, pin.lat) for pin in pins]
    for feature in area_features(workspace, viewer)["features"]:
        if feature["properties"]["id"] == got("buurt"):
            spots += _corners(feature["geometry"]["coordinates"])
    lons, lats = zip(*spots, strict=True)
    edge = _AROUND_ONE_PLACE_DEG
    look = Look(number, min(lons) - edge, min(lats) - edge / 2, max(lons) + edge, max(lats) + edge / 2)
    put("blik", look)
    return look


def _corners(coordinates: Any) -> list[tuple[float, float]]:
    """All corners of a GeoJSON shape, however deep its lists are."""
    if isinstance(coordinates[0], int | float):
        return [(coordinates[0], coordinates[1])]
    return [corner for part in coordinates for corner in _corners(part)]
