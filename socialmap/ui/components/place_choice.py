"""Waar is het? A tap on the map, an address, a building, a whole neighbourhood, or no fixed place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from socialmap.actions.browse_map import map_frame
from socialmap.actions.locate_address import area_at, locate_place
from socialmap.actions.search_choices import SearchChoices
from socialmap.model.values import Point
from socialmap.privacy.roles import Viewer
from socialmap.ui import session
from socialmap.ui.components import fields
from socialmap.ui.components.neighbourhood_map import Look, MapClick, MapState, show_map
from socialmap.ui.desk import Desk
from socialmap.ui.guard import plain
from socialmap.ui.public_view import PublicView
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_NEARBY_ZOOM = 17.0
_LANDMARKS = urlencode(PublicView(layers=("meeting",)).to_query())


def show(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    """Draw the ways to say where it is, and the one that was chosen."""
    words = TEXT.add
    ways = dict(words.place_ways_organisation if desk.kind == "organisation" else words.place_ways)
    if desk.kind == "facility":
        ways = {way: label for way, label in ways.items() if way in {"kaart", "adres"}}
    fields.one_of(desk, "place_way", words.place, ways, hidden=True, must=True)
    way = desk.filled["place_way"]
    if way == "adres":
        _address(workspace, viewer, desk)
    if way == "kaart" or (way == "adres" and desk.filled["point"]):
        _map(workspace, viewer, desk, choices)
    elif way == "gebouw":
        buildings = {choice.id: choice.label for choice in choices.facilities}
        hint = words.place_building_hint
        fields.from_list(desk, "facility_id", words.place_building, buildings, hint=hint, hidden=True)
    elif way == "buurt":
        areas = {choice.id: choice.label for choice in choices.areas}
        fields.from_list(desk, "area_id", words.place_area, areas, hint=words.place_area_hint, hidden=True)
    elif way == "geen" and desk.kind == "initiative":
        st.caption(words.place_none)


def told(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> str:
    """Where it is, in a few words; empty as long as that is not known."""
    way, filled = desk.filled["place_way"], desk.filled
    if way == "geen":
        return dict(TEXT.add.place_ways)["geen"] if desk.kind == "initiative" else ""
    if way == "gebouw":
        return next((c.label for c in choices.facilities if c.id == filled["facility_id"]), "")
    if way == "buurt":
        return next((c.label for c in choices.areas if c.id == filled["area_id"]), "")
    if filled["point"] is None:
        return ""
    area = area_at(workspace, viewer, filled["point"])
    near = ", ".join(part for part in (filled["address"], area.name if area else "") if part)
    return near or TEXT.add.place_outside


def _address(workspace: Workspace, viewer: Viewer, desk: Desk) -> None:
    words = TEXT.add
    fields.text(desk, "address_words", words.place_address, hint=words.place_address_hint, hidden=True)
    typed = (desk.filled["address_words"] or "").strip()
    if not typed:
        return
    found = locate_place(workspace, viewer, typed)
    if not found:
        st.caption(words.place_address_unknown)
        return
    st.caption(words.place_address_which)
    with st.container(key=f"adressen_{desk.number}", horizontal=True, gap="small"):
        for number, place in enumerate(found[:5]):
            written = typed if _is_number_in(typed, place.label) else place.label
            st.button(
                plain(written),
                key=desk.key(f"adres_{number}"),
                type="primary" if written == desk.filled["address"] else "secondary",
                on_click=desk.put_point,
                args=(place.point, written),
                kwargs={"show": True},
            )


def _is_number_in(typed: str, street: str) -> bool:
    """Whether the text is this street with a house number, which the list of streets does not know.

    >>> _is_number_in("Lindeplein 3", "Lindeplein"), _is_number_in("linde", "Lindeplein")
    (True, False)
    """
    return typed.casefold().startswith(street.casefold() + " ") and typed[-1:].isalnum()


def _map(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    words, point = TEXT.add, desk.filled["point"]
    area = area_at(workspace, viewer, point) if point else None
    if point is None:
        st.caption(words.place_tap)
    elif area is None:
        st.caption(words.place_tapped_outside)
    else:
        st.caption(words.place_tapped.format(area=area.name))
    with st.container(key="plekkaart"):
        click = show_map(
            MapState(
                view=_look(workspace, viewer, desk),
                mode="tap",
                query=_LANDMARKS,
                tapped=(point.lon, point.lat) if point else None,
            ),
            key=f"plek{desk.number}",
            has_basemap=session.basemap_path().is_file(),
        )
    if click is not None and click.token != desk.last_click:
        _take(desk, click, {choice.id for choice in choices.facilities})
        st.rerun()


def _look(workspace: Workspace, viewer: Viewer, desk: Desk) -> Look:
    """The whole area at first; near the place once that came from an address or was known already."""
    point = desk.filled["point"]
    if point is not None and (desk.map_look > 1 or desk.is_change):
        return Look(number=desk.map_look, lon=point.lon, lat=point.lat, zoom=_NEARBY_ZOOM)
    frame = map_frame(workspace, viewer)
    return Look(number=desk.map_look, west=frame.west, south=frame.south, east=frame.east, north=frame.north)


def _take(desk: Desk, click: MapClick, buildings: set[str]) -> None:
    """A spot is a place; a building that was tapped is that building."""
    desk.last_click = click.token
    if desk.kind == "initiative" and click.id in buildings:
        desk.put("facility_id", click.id)
        desk.put("place_way", "gebouw")
        return
    desk.put_point(Point(round(click.lon, 7), round(click.lat, 7)), "", show=False)
