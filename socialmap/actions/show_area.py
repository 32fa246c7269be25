"""What we know of one neighbourhood: its story, what there is, what is missing. No figure about a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from socialmap.actions.browse_map import MapView, rows_of
from socialmap.actions.projections import Pictures
from socialmap.actions.show_place import tell_presence
from socialmap.actions.surroundings_here import Known, far_basics, missing_here
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotFound
from socialmap.model.area import Neighbourhood
from socialmap.model.dutch import and_list, slot_name
from socialmap.model.people import InformalNetwork
from socialmap.model.provision import Facility
from socialmap.model.values import AreaId, Layer, ThemeId
from socialmap.privacy.roles import Right, Viewer, layers_of, permit
from socialmap.search.browsing import ids_of
from socialmap.search.offer import Offer


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many active initiatives a leefgebied has here."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPanel:
    """A neighbourhood in words; ``missing`` and ``far_basics`` are whole sentences, ``district`` its wijk."""

    id: AreaId
    name: str
    story: str
    story_on: date | None
    figures: tuple[str, ...]
    supply: tuple[GroupCount, ...]
    offers: tuple[Choice, ...]
    places: tuple[Choice, ...]
    free_rooms: tuple[str, ...]
    presence: tuple[str, ...]
    missing: tuple[str, ...]
    far_basics: tuple[str, ...]
    district: Choice | None


def show_area(workspace: Workspace, viewer: Viewer, area_id: str) -> AreaPanel:
    """One neighbourhood; ``NotFound`` for anything else."""
    permit(viewer, Right.SEE_OFFERS)
    pictures = workspace.projections.current()
    area = pictures.areas.by_id.get(AreaId(area_id))
    if not isinstance(area, Neighbourhood):
        raise NotFound("Deze buurt kennen we niet.", "Kies een buurt op de kaart.")
    with pictures.offers.lock:
        rows = rows_of(pictures, MapView(area_id=area.id), workspace.today())
        offers = [pictures.offers.offer(row) for row in rows.tolist()]
        ids = ids_of(pictures.offers, rows)
    names = {offer.id: offer.name for offer in offers}
    here = [f for f in pictures.facilities.values() if pictures.areas.locate(f.point) == area.id]
    networks = _networks(workspace, area) if Layer.SHELL in layers_of(viewer) else None
    return AreaPanel(
        id=area.id,
        name=area.name,
        story=area.story,
        story_on=area.story_on,
        figures=tuple(_figures(area)),
        supply=_supply(offers, workspace),
        offers=choices((offer_id, names[offer_id]) for offer_id in ids),
        places=choices(sorted(((f.id, f.name) for f in here), key=lambda pair: pair[1])),
        free_rooms=tuple(_free_rooms(here, pictures)),
        presence=tuple(_presence(here, pictures)),
        missing=missing_here(workspace, Known.of(pictures), offers, here, networks),
        far_basics=far_basics([area], pictures, workspace.vocabulary)[area.id],
        district=_district(area, pictures),
    )


def _district(area: Neighbourhood, pictures: Pictures) -> Choice | None:
    wijk = pictures.areas.by_id.get(area.district_id) if area.district_id else None
    return Choice(wijk.id, wijk.name) if wijk else None


def _figures(area: Neighbourhood) -> Iterator[str]:
    if area.inhabitants is not None:
        yield f"{area.inhabitants:,} inwoners".replace(",", ".")
    if area.percent_65_plus is not None:
        yield f"{area.percent_65_plus:.0f}% is 65 jaar of ouder"
    if area.percent_living_alone is not None:
        yield f"{area.percent_living_alone:.0f}% woont alleen"


def _supply(offers: Iterable[Offer], workspace: Workspace) -> tuple[GroupCount, ...]:
    """Every leefgebied, also those with nothing: an initiative counts once in each of its leefgebieden."""
    words = workspace.vocabulary
    counted = Counter(group for offer in offers for group in {words.top_of(theme) for theme in offer.themes})
    tops = [theme for theme in words.themes.values() if theme.group is None]
    return tuple(GroupCount(top.id, top.label, counted[ThemeId(top.id)]) for top in tops)


def _free_rooms(facilities: Iterable[Facility], pictures: Pictures) -> Iterator[str]:
    for facility in facilities:
        for room in pictures.rooms.values():
            if room.facility_id == facility.id and room.free_at:
                free = and_list([slot_name(slot) for slot in room.free_at])
                yield f"{room.name} in {facility.name}, {room.capacity} mensen: {free}"


def _presence(facilities: Iterable[Facility], pictures: Pictures) -> Iterator[str]:
    names = {facility.id: facility.name for facility in facilities}
    for moment in pictures.presence.values():
        if moment.facility_id in names:
            yield f"{names[moment.facility_id]}, {tell_presence(moment)}"


def _networks(workspace: Workspace, area: Neighbourhood) -> list[InformalNetwork]:
    return [s.entity for s in workspace.catalogue.all(InformalNetwork) if s.entity.area_id == area.id]
