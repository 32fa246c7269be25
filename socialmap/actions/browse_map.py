"""The list beside the map: which initiatives pass the filters, and the frame in which the map opens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import shapely

from socialmap.actions.projections import Pictures
from socialmap.actions.telling import Choice, choices, moments, place_name
from socialmap.actions.workspace import Workspace
from socialmap.geo.own_areas import covered
from socialmap.geo.shapes import from_wkt, in_metres
from socialmap.model.area import Neighbourhood, OwnArea
from socialmap.model.freshness import badge_of
from socialmap.model.language import told
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Facility, Initiative
from socialmap.model.quadrants import Side
from socialmap.model.values import AreaId, BarrierId, InitiativeId, Point, ThemeId, Weekday
from socialmap.model.vocabulary import Vocabulary
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.browsing import MapFilter, Rows, browse, ids_of, in_areas

_MEETING_GROUP = "ontmoeten"
DEMO_CODE = "GM9999"
"""The municipality code of the invented town; no real one has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """What the map and the list show; empty means no filter. Nothing here is about a person."""

    text: str = ""
    themes: tuple[ThemeId, ...] = ()
    open_on: Weekday | None = None
    free: bool = False
    thresholds: tuple[BarrierId, ...] = ()
    sides: tuple[str, ...] = ()
    social_base_only: bool = True
    area_id: AreaId | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLine:
    """An initiative in the list; ``group`` is the leefgebied that gives its colour."""

    id: InitiativeId
    name: str
    place: str
    when: str
    theme: str
    group: str
    badge: str
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class MapAnswer:
    """The first lines by name, and how many there are in all.

    ``meeting_places``: the first where people meet, by name; only as long as there is no initiative at all.
    """

    lines: tuple[OfferLine, ...]
    total: int
    meeting_places: tuple[Choice, ...] = ()
    more_places: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFrame:
    """The box in WGS84 degrees in which the map opens, what to filter on, and the name of the place.

    ``areas``: neighbourhoods, then own areas.
    """

    west: float
    south: float
    east: float
    north: float
    groups: tuple[Choice, ...]
    thresholds: tuple[Choice, ...]
    areas: tuple[Choice, ...]
    place_name: str
    is_demo: bool


def browse_map(workspace: Workspace, viewer: Viewer, view: MapView) -> MapAnswer:
    """The initiatives that pass the filters, by name."""
    permit(viewer, Right.SEE_OFFERS)
    pictures = workspace.projections.current()
    today = workspace.today()
    with pictures.offers.lock:
        ids = ids_of(pictures.offers, rows_of(pictures, view, today))
    shown = ids[: view.limit]
    stored = workspace.catalogue.many(Initiative, shown)
    lines = tuple(
        _line(stored[offer_id].entity, workspace, pictures, today) for offer_id in shown if offer_id in stored
    )
    if pictures.offers.row_of:
        return MapAnswer(lines, len(ids))
    places = meeting_places(pictures, workspace.vocabulary)
    return MapAnswer(
        lines, 0, choices((each.id, each.name) for each in places[: view.limit]), len(places) > view.limit
    )


def rows_of(pictures: Pictures, view: MapView, today: date) -> Rows:
    """Rows of the offer index that pass the filters of a view; the caller holds the index's lock."""
    known = pictures.offers.vocabulary
    own = pictures.own_areas.get(view.area_id) if view.area_id else None
    wanted = MapFilter(
        area_id=None if own else view.area_id,
        themes=tuple(theme for theme in view.themes if theme in known.themes),
        open_on=view.open_on,
        free_only=view.free,
        barriers=tuple(barrier for barrier in view.thresholds if barrier in known.barriers),
        sides=tuple(Side(side) for side in view.sides if side in set(Side)),
        only_social_base=view.social_base_only,
        text=view.text,
    )
    rows = browse(pictures.offers, wanted, today)
    if own is None:
        return rows
    surface = in_metres(from_wkt(own.boundary)) if own.boundary else None
    return in_areas(pictures.offers, rows, covered(own, pictures.areas).whole, surface)


def places_named(pictures: Pictures, text: str) -> tuple[Facility, ...]:
    """The facilities with every word of the text in their name, by name; none for a text without words."""
    wanted = normalise(text).split()
    if not wanted:
        return ()
    names = {place.id: normalise(place.name) for place in pictures.facilities.values()}
    found = (
        place for place in pictures.facilities.values() if all(word in names[place.id] for word in wanted)
    )
    return tuple(sorted(found, key=lambda place: (names[place.id], place.id)))


def meeting_places(pictures: Pictures, words: Vocabulary) -> tuple[Facility, ...]:
    """The basic facilities for meeting, by name."""
    places = (place for place in pictures.facilities.values() if is_meeting_place(place, words))
    return tuple(sorted(places, key=lambda place: (normalise(place.name), place.id)))


def is_meeting_place(facility: Facility, words: Vocabulary) -> bool:
    """A basic facility for meeting: community centre, village hall, living room of the neighbourhood."""
    kind = words.facility_types.get(facility.type)
    return kind is not None and kind.group == _MEETING_GROUP and kind.may_have_rooms


def map_frame(workspace: Workspace, viewer: Viewer) -> MapFrame:
    """The box around all neighbourhoods and facilities, with the choices of the filters."""
    permit(viewer, Right.SEE_OFFERS)
    pictures = workspace.projections.current()
    words = workspace.vocabulary
    west, south, east, north = _box(pictures)
    named = pictures.areas.municipalities or pictures.areas.districts or pictures.areas.neighbourhoods
    return MapFrame(
        west=west,
        south=south,
        east=east,
        north=north,
        groups=choices((t.id, t.called) for t in words.themes.values() if t.group is None),
        thresholds=choices((barrier.id, barrier.called) for barrier in words.barriers.values()),
        areas=(*_by_name(pictures.areas.neighbourhoods), *_by_name(pictures.own_areas.values())),
        place_name=named[0].name if named else "",
        is_demo=any(area.id == DEMO_CODE for area in pictures.areas.municipalities),
    )


def _when(moments: tuple[str, ...]) -> str:
    """The first moment, and how many more there are."""
    if len(moments) < 2:
        return "".join(moments)
    return told("{first} en nog {more}").format(first=moments[0], more=len(moments) - 1)


def _by_name(areas: Iterable[Neighbourhood | OwnArea]) -> list[Choice]:
    return sorted(choices((area.id, area.name) for area in areas), key=lambda choice: choice.label)


_NETHERLANDS = (3.3, 50.7, 7.3, 53.6)


def _box(pictures: Pictures) -> tuple[float, float, float, float]:
    shapes = [shapely.from_wkt(area.boundary) for area in pictures.areas.neighbourhoods]
    points = [shapely.Point(f.point.lon, f.point.lat) for f in pictures.facilities.values()]
    if not shapes and not points:
        return _NETHERLANDS
    west, south, east, north = shapely.total_bounds(shapes or points).tolist()
    return west, south, east, north


def _line(initiative: Initiative, workspace: Workspace, pictures: Pictures, today: date) -> OfferLine:
    words = workspace.vocabulary
    theme = next((theme for theme in initiative.themes if theme in words.themes), None)
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    point: Point | None = facility.point if facility else initiative.point
    when = moments(initiative)
    return OfferLine(
        id=initiative.id,
        name=initiative.name,
        place=place_name(initiative, pictures),
        when=_when(when),
        theme=words.themes[theme].called if theme else "",
        group=words.top_of(theme) if theme else "",
        badge=badge_of(initiative, today),
        lon=point.lon if point else None,
        lat=point.lat if point else None,
    )
