"""What stands on an invitation card: plain, friendly, and nothing about why somebody gets it."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.actions.telling import moments, place_name, price
from socialmap.actions.where_it_went import arrive
from socialmap.actions.workspace import Workspace
from socialmap.model.provision import Access, Initiative
from socialmap.privacy.roles import Right, Viewer, permit


@dataclass(frozen=True, slots=True)
class Invitation:
    """The card of one initiative; ``walk_in``: people can just come. ``id`` is that of its public page."""

    name: str
    when: tuple[str, ...]
    place: str
    address: str
    cost: str
    contact: str
    walk_in: bool
    id: str = ""


def invitation(workspace: Workspace, viewer: Viewer, initiative_id: str) -> Invitation:
    """The card; ``NotFound`` if the initiative is not there. Who goes along is written on it by hand."""
    permit(viewer, Right.SEE_OFFERS)
    initiative = arrive(workspace, viewer, Initiative, initiative_id).entity
    pictures = workspace.projections.current()
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    return Invitation(
        name=initiative.name,
        when=moments(initiative),
        place=place_name(initiative, pictures),
        address=initiative.address or (facility.address if facility else ""),
        cost=price(initiative),
        contact=initiative.contact,
        walk_in=initiative.access is Access.FREE,
        id=initiative.id,
    )
