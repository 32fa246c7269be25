"""A facility or an organisation, with what happens there."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.actions.telling import Choice, choices
from socialmap.actions.where_it_went import arrive
from socialmap.actions.workspace import Workspace
from socialmap.geo.coordinates import to_metres
from socialmap.model.dutch import WEEKDAYS, and_list, clock_time, euros, slot_name
from socialmap.model.freshness import badge_of
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation, Room
from socialmap.model.values import FacilityId, OrganisationId, Tri
from socialmap.model.wording_checks import BADGE_MEANING, LEFT_ALONE
from socialmap.model.work import PresenceMoment
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.search.browsing import offers_at

_WHEELCHAIR = {
    Tri.YES: "Je kunt naar binnen met rolstoel of rollator.",
    Tri.NO: "Niet toegankelijk met rolstoel.",
    Tri.UNKNOWN: "We weten niet of je met een rolstoel naar binnen kunt.",
}


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A room in words: how many people, what it costs, when it is free."""

    name: str
    capacity: int
    cost: str
    free: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityDetail:
    id: FacilityId
    name: str
    type: str
    address: str
    area: str
    opening_hours: str
    wheelchair: str
    rooms: tuple[RoomLine, ...]
    offers: tuple[Choice, ...]
    presence: tuple[str, ...]
    contact: tuple[str, ...]
    badge: str
    badge_meaning: str
    version: int
    lon: float
    lat: float
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDetail:
    id: OrganisationId
    name: str
    sort: str
    themes: tuple[str, ...]
    address: str
    contact: tuple[str, ...]
    offers: tuple[Choice, ...]
    partners: tuple[Choice, ...]
    badge: str
    badge_meaning: str
    left_alone: str
    version: int
    may_change: bool


def show_facility(workspace: Workspace, viewer: Viewer, facility_id: str) -> FacilityDetail:
    """One facility; ``NotFound`` if it is not there."""
    permit(viewer, Right.SEE_OFFERS)
    stored = arrive(workspace, viewer, Facility, facility_id)
    facility = stored.entity
    pictures = workspace.projections.current()
    x_m, y_m = to_metres((facility.point,))[0]
    area_id = pictures.areas.locate(facility.point)
    kind = workspace.vocabulary.facility_types.get(facility.type)
    return FacilityDetail(
        id=facility.id,
        name=facility.name,
        type=kind.label if kind else facility.type,
        address=facility.address,
        area=pictures.areas.by_id[area_id].name if area_id else "",
        opening_hours=facility.opening_hours,
        wheelchair=_WHEELCHAIR[facility.wheelchair],
        rooms=tuple(_room(room) for room in pictures.rooms.values() if room.facility_id == facility.id),
        offers=choices(offers_at(pictures.offers, float(x_m), float(y_m))),
        presence=tuple(
            tell_presence(moment)
            for moment in pictures.presence.values()
            if moment.facility_id == facility.id
        ),
        contact=tuple(part for part in (facility.phone, facility.website) if part),
        badge=badge_of(facility, workspace.today()),
        badge_meaning=BADGE_MEANING[badge_of(facility, workspace.today())],
        version=stored.version,
        lon=facility.point.lon,
        lat=facility.point.lat,
        may_change=may(viewer, Right.CHANGE_OFFERS),
    )


def show_organisation(workspace: Workspace, viewer: Viewer, organisation_id: str) -> OrganisationDetail:
    """One organisation with what it runs; ``NotFound`` if it is not there."""
    permit(viewer, Right.SEE_OFFERS)
    stored = arrive(workspace, viewer, Organisation, organisation_id)
    organisation = stored.entity
    pictures = workspace.projections.current()
    themes = workspace.vocabulary.themes
    runs = [
        initiative.entity
        for initiative in workspace.catalogue.all(Initiative)
        if organisation.id in initiative.entity.run_by and initiative.entity.status is not OfferStatus.STOPPED
    ]
    return OrganisationDetail(
        id=organisation.id,
        name=organisation.name,
        sort=organisation.sort.capitalize(),
        themes=tuple(themes[theme].label for theme in organisation.themes if theme in themes),
        address=organisation.address,
        contact=tuple(
            part for part in (organisation.phone, organisation.email, organisation.website) if part
        ),
        offers=choices((initiative.id, initiative.name) for initiative in runs),
        partners=choices(
            (partner, pictures.organisations[partner].name)
            for partner in organisation.partners
            if partner in pictures.organisations
        ),
        badge=badge_of(organisation, workspace.today()),
        badge_meaning=BADGE_MEANING[badge_of(organisation, workspace.today())],
        left_alone=LEFT_ALONE if organisation.do_not_contact and may(viewer, Right.REPORT_OFFERS) else "",
        version=stored.version,
        may_change=may(viewer, Right.CHANGE_OFFERS),
    )


def tell_presence(moment: PresenceMoment) -> str:
    """``dinsdag 7.00 uur: opbouwwerker``."""
    return f"{WEEKDAYS[moment.day]} {clock_time(moment.starts)} uur: {moment.who}"


def _room(room: Room) -> RoomLine:
    if room.cost_eur is None:
        cost = "Vraag na wat het kost"
    else:
        cost = "Gratis" if room.cost_eur == 0 else f"{euros(room.cost_eur)} per dagdeel"
    free = and_list([slot_name(slot) for slot in room.free_at])
    return RoomLine(room.name, room.capacity, cost, f"Vrij op {free}" if free else "Nu niet vrij")
