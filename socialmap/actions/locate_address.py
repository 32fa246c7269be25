"""Where something is: an address, a place name or a point on the map, and the neighbourhood around it."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.actions.workspace import Workspace
from socialmap.errors import OutsideError
from socialmap.geo.areas import AreaBook
from socialmap.geo.registers import AddressHit
from socialmap.model.values import AreaId, Point
from socialmap.privacy.roles import Right, Viewer, permit

_MOST_AROUND = 5
"""Neighbourhoods to choose from when only a postcode of four digits is known."""


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """A neighbourhood that an address may lie in."""

    area_id: AreaId
    name: str


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place for an initiative: a known address or street, with its point."""

    label: str
    point: Point


def locate_address(workspace: Workspace, viewer: Viewer, text: str) -> tuple[AreaChoice, ...]:
    """Neighbourhoods that fit what was typed (a name, a code, a street, an address); empty if none does.

    For a resident's address: only the neighbourhood comes back, nothing is kept or logged. Where the
    administrator chose so, an address that is not known here is asked outside.
    """
    permit(viewer, Right.FIND_HELP)
    areas = workspace.projections.current().areas
    named = areas.like(text) or areas.inside(text)
    hits = _hits(workspace, text) if not named else workspace.projections.current().addresses.find(text)
    found = dict.fromkeys([*named, *(area_id for hit in hits for area_id in _around(areas, hit))])
    return tuple(AreaChoice(area_id, areas.by_id[area_id].name) for area_id in found)


def locate_place(workspace: Workspace, viewer: Viewer, text: str) -> tuple[PlaceChoice, ...]:
    """Points of a typed address of an initiative, best first; empty if the address is not known here."""
    permit(viewer, Right.SEE_OFFERS)
    hits = _hits(workspace, text)
    return tuple(PlaceChoice(hit.label, hit.point) for hit in hits)


def area_at(workspace: Workspace, viewer: Viewer, point: Point) -> AreaChoice | None:
    """The neighbourhood around a point; ``None`` outside all of them."""
    permit(viewer, Right.SEE_OFFERS)
    areas = workspace.projections.current().areas
    area_id = areas.locate(point)
    return AreaChoice(area_id, areas.by_id[area_id].name) if area_id else None


def _hits(workspace: Workspace, text: str) -> tuple[AddressHit, ...]:
    """What is known here; else what the online geocoder says, when there is one and it answers."""
    pictures = workspace.projections.current()
    known = pictures.addresses.find(text)
    if workspace.geocoder is None or any(not hit.within_m for hit in known):
        return known
    try:
        asked = workspace.geocoder.find(text, [area.id for area in pictures.areas.municipalities])
    except OutsideError:  # without the internet there is still what we know ourselves
        return known
    return asked or known


def _around(areas: AreaBook, hit: AddressHit) -> tuple[AreaId, ...]:
    """The neighbourhood of a hit, and when it is not exact those near it."""
    here = areas.locate(hit.point)
    near = areas.near(hit.point, hit.within_m)[:_MOST_AROUND] if hit.within_m else ()
    return tuple(dict.fromkeys((here, *near) if here else near))
