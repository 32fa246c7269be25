"""What the map draws: marks of initiatives and places in a box, and the neighbourhoods. Public layer only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from socialmap.actions.browse_map import MapView, is_meeting_place, meeting_places, places_named, rows_of
from socialmap.actions.projections import Pictures
from socialmap.actions.workspace import Workspace
from socialmap.geo.shapes import for_display, from_geojson, inner_point
from socialmap.model.normal_text import normalise
from socialmap.model.sources import CBS_MAP, OPENSTREETMAP
from socialmap.model.values import FacilityId, InitiativeId, Point
from socialmap.model.vocabulary import Vocabulary
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.browsing import Box, Rows, Spot, count_by_area, facilities_of, in_box, spots

INITIATIVES, FACILITIES, MEETING, PRESENCE = "initiatives", "facilities", "meeting", "presence"
COUNTS_BELOW_ZOOM = 13
"""Farther out than this there is one count per neighbourhood instead of marks."""
PLACES_FROM_ZOOM = 13
_FEW_PLACES = 60
"""So many marks are still told apart when the whole municipality is in view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureRequest:
    """A box in WGS84 degrees at a zoom level, the filters, and which layers to draw."""

    view: MapView
    west: float
    south: float
    east: float
    north: float
    zoom: int
    layers: frozenset[str]


def map_features(workspace: Workspace, viewer: Viewer, request: FeatureRequest) -> dict[str, Any]:
    """A GeoJSON collection; ``kind`` of a feature is initiative, site, cluster, area_count, facility,
    meeting or presence."""
    permit(viewer, Right.SEE_OFFERS)
    pictures = workspace.projections.current()
    features: list[dict[str, Any]] = []
    marked: frozenset[FacilityId] = frozenset()
    if INITIATIVES in request.layers:
        with pictures.offers.lock:
            rows = rows_of(pictures, request.view, workspace.today())
            if request.zoom < COUNTS_BELOW_ZOOM and len(pictures.areas.neighbourhoods) > 1:
                features += _counts(pictures, rows)
            else:
                box = Box(request.west, request.south, request.east, request.north)
                features += _marks(pictures, in_box(pictures.offers, rows, box), request.zoom)
                marked = facilities_of(pictures.offers, rows)
    if request.zoom >= PLACES_FROM_ZOOM:
        features += _places(pictures, request, workspace.vocabulary, marked)
    elif MEETING in request.layers and not pictures.offers.row_of:
        places = meeting_places(pictures, workspace.vocabulary)
        shown = places if len(places) <= _FEW_PLACES else ()
        features += [_feature(each.point, kind="meeting", id=each.id, label=each.name) for each in shown]
    return {"type": "FeatureCollection", "features": features}


def area_features(workspace: Workspace, viewer: Viewer) -> dict[str, Any]:
    """The neighbourhoods, lightened for display, each with a point for its name.

    ``from_cbs``: some come from the map of CBS and Kadaster, which has to be said beside them; ``from_osm``:
    there are places from OpenStreetMap on the map, idem.
    """
    permit(viewer, Right.SEE_OFFERS)
    pictures = workspace.projections.current()
    neighbourhoods = pictures.areas.neighbourhoods
    shapes = for_display({area.id: area.boundary for area in neighbourhoods})
    features = []
    for area in neighbourhoods:
        label = inner_point(from_geojson(shapes[area.id]))
        properties = {"id": area.id, "name": area.name, "label_lon": label.lon, "label_lat": label.lat}
        features.append({"type": "Feature", "geometry": shapes[area.id], "properties": properties})
    from_cbs = any(area.source == CBS_MAP for area in neighbourhoods)
    from_osm = any(place.source == OPENSTREETMAP for place in pictures.facilities.values())
    sources = {"from_cbs": from_cbs, "from_osm": from_osm}
    return {"type": "FeatureCollection", **sources, "features": features}


def _counts(pictures: Pictures, rows: Rows) -> Iterator[dict[str, Any]]:
    for area_id, count in count_by_area(pictures.offers, rows).items():
        area = pictures.areas.by_id.get(area_id)
        if area is not None:
            yield _feature(area.centre, kind="area_count", id=area_id, label=area.name, count=count)


def _marks(pictures: Pictures, rows: Rows, zoom: int) -> Iterator[dict[str, Any]]:
    for spot in spots(pictures.offers, rows, zoom):
        yield _mark(spot, pictures)


def _mark(spot: Spot, pictures: Pictures) -> dict[str, Any]:
    offers = pictures.offers
    if not spot.ids:
        name = f"{spot.point.lon:.5f},{spot.point.lat:.5f}"
        return _feature(spot.point, kind="cluster", id=name, count=spot.count)
    if spot.count == 1:
        (offer_id,) = spot.ids
        return _feature(
            spot.point,
            kind="initiative",
            id=offer_id,
            label=_name(offer_id, pictures),
            group=_group(offer_id, pictures),
        )
    facility_id = offers.offer(offers.row_of[spot.ids[0]]).facility_id
    facility = pictures.facilities.get(facility_id) if facility_id else None
    label = facility.name if facility else _name(spot.ids[0], pictures)
    return _feature(
        spot.point,
        kind="site",
        id=facility_id or spot.ids[0],
        label=label,
        count=spot.count,
        ids=list(spot.ids),
    )


def _name(offer_id: InitiativeId, pictures: Pictures) -> str:
    return pictures.offers.names[pictures.offers.row_of[offer_id]]


def _group(offer_id: InitiativeId, pictures: Pictures) -> str:
    offer = pictures.offers.offer(pictures.offers.row_of[offer_id])
    return pictures.offers.vocabulary.top_of(offer.themes[0]) if offer.themes else ""


def _places(
    pictures: Pictures, request: FeatureRequest, words: Vocabulary, marked: frozenset[FacilityId]
) -> Iterator[dict[str, Any]]:
    """Facilities in the box, save those that already have a mark because of what happens there.

    A text is looked for in their names; what has that name is drawn whatever the layers are.
    """
    present = {moment.facility_id for moment in pictures.presence.values()}
    by_name = bool(normalise(request.view.text))
    layers = request.layers | {FACILITIES, MEETING} if by_name else request.layers
    known = places_named(pictures, request.view.text) if by_name else pictures.facilities.values()
    for facility in known:
        point = facility.point
        if facility.id in marked or not (
            request.west <= point.lon <= request.east and request.south <= point.lat <= request.north
        ):
            continue
        if PRESENCE in layers and facility.id in present:
            yield _feature(point, kind="presence", id=facility.id, label=facility.name)
        elif MEETING in layers and is_meeting_place(facility, words):
            yield _feature(point, kind="meeting", id=facility.id, label=facility.name)
        elif FACILITIES in layers:
            yield _feature(point, kind="facility", id=facility.id, label=facility.name)


def _feature(point: Point, **properties: Any) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": [round(point.lon, 6), round(point.lat, 6)]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
