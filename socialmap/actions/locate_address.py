"""Where something is: an address, a place name or a point on the map, and the neighbourhood around it."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.actions.workspace import Workspace
from socialmap.model.values import AreaId, Point
from socialmap.privacy.roles import Right, Viewer, permit


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

    For a resident's address: only the neighbourhood comes back, nothing is kept or logged.
    """
    permit(viewer, Right.FIND_HELP)
    pictures = workspace.projections.current()
    located = [pictures.areas.locate(hit.point) for hit in pictures.addresses.find(text)]
    found = dict.fromkeys([*pictures.areas.like(text), *(area_id for area_id in located if area_id)])
    return tuple(AreaChoice(area_id, pictures.areas.by_id[area_id].name) for area_id in found)


def locate_place(workspace: Workspace, viewer: Viewer, text: str) -> tuple[PlaceChoice, ...]:
    """Points of a typed address of an initiative, best first; empty if the address is not known here."""
    permit(viewer, Right.SEE_OFFERS)
    hits = workspace.projections.current().addresses.find(text)
    return tuple(PlaceChoice(hit.label, hit.point) for hit in hits)


def area_at(workspace: Workspace, viewer: Viewer, point: Point) -> AreaChoice | None:
    """The neighbourhood around a point; ``None`` outside all of them."""
    permit(viewer, Right.SEE_OFFERS)
    areas = workspace.projections.current().areas
    area_id = areas.locate(point)
    return AreaChoice(area_id, areas.by_id[area_id].name) if area_id else None
