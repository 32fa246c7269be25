"""Whose question it is: only the colleague who holds a question sees and changes it."""

from __future__ import annotations

from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.geo.areas import AreaBook
from socialmap.model.area import Neighbourhood
from socialmap.model.people import Need, NeedStatus
from socialmap.model.values import AreaId, ProfessionalId
from socialmap.model.wording_needs import CHOOSE_YOUR_NAME
from socialmap.store.entries import Stored

CLOSED = frozenset({NeedStatus.DONE, NeedStatus.STOPPED})


def colleague(name: str) -> ProfessionalId:
    """The colleague who is looking; ``InvalidInput`` when nobody's name was chosen."""
    if not name:
        raise InvalidInput([Violation("colleague", CHOOSE_YOUR_NAME)])
    return ProfessionalId(name)


def held_need(workspace: Workspace, holder: str, need_id: str) -> Stored[Need]:
    """A question that this colleague holds; ``NotFound`` for any other, as if it were not there."""
    stored = workspace.catalogue.find(Need, need_id)
    if stored is None or not holder or stored.entity.held_by != holder:
        raise NotFound("Deze vraag staat niet bij jouw vragen.", "Ga terug naar je lijst.")
    return stored


def held_needs(workspace: Workspace, holder: str) -> list[Need]:
    """Every question that this colleague holds, by id."""
    if not holder:
        return []
    needs = workspace.projections.people().all(Need).values()
    return sorted((need for need in needs if need.held_by == holder), key=lambda need: need.id)


def district_of(areas: AreaBook, area_id: AreaId | None) -> AreaId | None:
    """The district of an area; an area that is in none is its own."""
    area = areas.by_id.get(area_id) if area_id else None
    return (area.district_id if isinstance(area, Neighbourhood) else None) or area_id


def area_name(areas: AreaBook, area_id: AreaId | None) -> str:
    area = areas.by_id.get(area_id) if area_id else None
    return area.name if area else ""
