"""What white spots are worked out from: neighbourhoods, supply, and the persons a viewer may know of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from socialmap.actions.area_scope import Scope, scope_of
from socialmap.actions.auditing import note_access
from socialmap.actions.last_release import latest_release
from socialmap.actions.projections import Pictures
from socialmap.actions.workspace import Workspace
from socialmap.collective.gaps import (
    WINDOW_DAYS,
    Asked,
    Inhabited,
    PersonsAsking,
    persons_asking,
    white_spots_by_group,
)
from socialmap.collective.supply import (
    REACH_M,
    Centre,
    PlacesPerWeek,
    SupplyOffer,
    places_per_week,
    supply_offer,
)
from socialmap.collective.white_spots import WhiteSpots
from socialmap.geo.coordinates import to_metres
from socialmap.geo.footways import STRAIGHT_LINES, Footways, remembering
from socialmap.model.area import District, Municipality, Neighbourhood
from socialmap.model.people import Need, Resident
from socialmap.model.provision import Initiative
from socialmap.model.values import AreaId, InitiativeId, ThemeId
from socialmap.privacy.disclosure import NOT_SHOWN
from socialmap.privacy.release_tables import Cell, Release, Row, Shown, Table
from socialmap.search.browsing import ids_around
from socialmap.search.places import Place

CellId = tuple[AreaId, ThemeId]
_LAST_YEAR = timedelta(days=WINDOW_DAYS)
_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class KnownPersons:
    """Persons per neighbourhood and leefgebied, as far as the viewer may know.

    ``released``: outside the core, what the last weekly release says of each cell; ``None`` inside the
    core. ``unseen``: cells of which nothing may be said; they are not compared with the others.
    """

    persons: PersonsAsking = field(repr=False)
    released: Mapping[CellId, Shown] | None
    unseen: frozenset[CellId]
    monday: date | None = None


@dataclass(frozen=True, slots=True)
class SpotBasis:
    """One district, an own area, or all neighbourhoods where there are no districts.

    ``offers`` are those around them. Of an own area no persons are known: its counts could be subtracted.
    """

    district: District | None
    neighbourhoods: tuple[Neighbourhood, ...]
    areas: tuple[Inhabited, ...]
    offers: tuple[SupplyOffer, ...]
    known: KnownPersons
    labels: Mapping[ThemeId, str]
    footways: Footways = field(default=STRAIGHT_LINES, repr=False)
    own_area: Scope | None = None

    def places(self, without: Collection[InitiativeId] = ()) -> PlacesPerWeek:
        """The places within reach of each neighbourhood; ``without``: initiatives that are left out."""
        return places_per_week(
            [area.centre for area in self.areas], self.offers, without=without, footways=self.footways
        )

    def spots(self, without: Collection[InitiativeId] = ()) -> dict[ThemeId, WhiteSpots]:
        """The white spots of every leefgebied, among the neighbourhoods whose questions are known."""
        return white_spots_by_group(
            self.areas,
            self.offers,
            self.known.persons,
            self.labels,
            without=without,
            unseen=self.known.unseen,
            footways=self.footways,
        )


def spot_basis(
    workspace: Workspace,
    action: str,
    *,
    inside_as: str,
    district_id: str = "",
    release: Release | None = None,
) -> SpotBasis:
    """Gather everything.

    ``inside_as``: the actor who may see the core, and then it is written down first that she looks, under
    ``action``; empty for anybody else, who gets the last release (or the ``release`` given).
    ``district_id``: empty or unknown is the first district by name; it may be an own area, of which nothing
    about persons is read.
    """
    pictures = workspace.projections.current()
    own = scope_of(pictures, district_id) if AreaId(district_id) in pictures.own_areas else None
    district = None if own else district_of(pictures, district_id)
    here = (
        own.neighbourhoods
        if own
        else tuple(
            area
            for area in pictures.areas.neighbourhoods
            if district is None or area.district_id == district.id
        )
    )
    words = workspace.vocabulary
    labels = {theme_id: theme.label for theme_id, theme in words.themes.items() if theme.group is None}
    areas = inhabited_of(here)
    if own:
        known = _released(None, here, labels)
    elif inside_as:
        known = _counted(workspace, inside_as, here, action)
    else:
        known = _released(release or latest_release(workspace), here, labels)
    offers = tuple(supply_around(workspace, pictures, areas))
    return SpotBasis(district, here, areas, offers, known, labels, remembering(pictures.footways), own)


def district_of(pictures: Pictures, district_id: str) -> District | None:
    """The district with this id, else the first by name; ``None`` where there are none."""
    by_name = sorted(pictures.areas.districts, key=lambda one: (one.name.casefold(), one.id))
    return next((one for one in by_name if one.id == district_id), by_name[0] if by_name else None)


def inhabited_of(neighbourhoods: tuple[Neighbourhood, ...]) -> tuple[Inhabited, ...]:
    """The neighbourhoods as supply and questions are compared with them."""
    middles = to_metres([area.centre for area in neighbourhoods]).tolist()
    return tuple(
        Inhabited(area.name, area.inhabitants or 0, Centre(area.id, x_m, y_m, area.district_id))
        for area, (x_m, y_m) in zip(neighbourhoods, middles, strict=True)
    )


def supply_around(
    workspace: Workspace, pictures: Pictures, areas: tuple[Inhabited, ...]
) -> Iterable[SupplyOffer]:
    """What may be within reach. What is elsewhere is not read: a folder may hold a whole country."""
    middles_m = np.array([(area.centre.x_m, area.centre.y_m) for area in areas]).reshape(-1, 2)
    districts = {area.centre.district_id for area in areas if area.centre.district_id is not None}
    near = ids_around(pictures.offers, middles_m, REACH_M, districts | {area.centre.id for area in areas})
    for start in range(0, len(near), _AT_ONCE):
        for stored in workspace.catalogue.many(Initiative, near[start : start + _AT_ONCE]).values():
            place = pictures.places.resolve(stored.entity)
            x_m, y_m = placed(place, pictures)
            yield supply_offer(
                stored.entity,
                workspace.vocabulary,
                x_m=x_m,
                y_m=y_m,
                district_id=_district_id(place.area_id, pictures),
            )


def placed(place: Place, pictures: Pictures) -> tuple[float | None, float | None]:
    """Where something is in RD New metres; something of a whole municipality is nowhere in particular."""
    whole = not place.exact and isinstance(
        pictures.areas.by_id.get(place.area_id or AreaId("")), Municipality
    )
    return (None, None) if whole else (place.x_m, place.y_m)


def _district_id(area_id: AreaId | None, pictures: Pictures) -> AreaId | None:
    area = pictures.areas.by_id.get(area_id) if area_id else None
    if isinstance(area, Neighbourhood):
        return area.district_id
    return area.id if isinstance(area, District) else None


def _counted(workspace: Workspace, actor: str, here: tuple[Neighbourhood, ...], action: str) -> KnownPersons:
    people, words, today = workspace.projections.people(), workspace.vocabulary, workspace.today()
    residents = people.all(Resident)
    ids = {area.id for area in here}
    asked = []
    for need in people.all(Need).values():
        resident, theme = residents.get(need.resident_id), words.themes.get(need.theme)
        recent = today - _LAST_YEAR <= need.reported_on <= today
        if resident and theme and recent and resident.area_id in ids and not theme.acute:
            group = words.top_of(need.theme)
            asked.append(Asked(resident.id, resident.area_id, group, need.reported_on))
    note_access(
        workspace, actor, action, Need.kind, len(asked),
        purpose="Personen tellen per buurt en leefgebied.",
    )  # fmt: skip
    return KnownPersons(persons_asking(asked, today), None, frozenset())


def _released(
    release: Release | None, here: tuple[Neighbourhood, ...], labels: Mapping[ThemeId, str]
) -> KnownPersons:
    """A cell that is not in a release, or that says nothing, is unseen."""
    shown: dict[CellId, Shown] = {}
    for area in here:
        row = Row(Table.NEIGHBOURHOOD, area.district_id or AreaId(""), area.id)
        for group in labels:
            shown[area.id, group] = release.shown(Cell(row, group)) if release else Shown(NOT_SHOWN)
    return KnownPersons(
        persons={cell: each.value for cell, each in shown.items() if each.value is not None},
        released=shown,
        unseen=frozenset(cell for cell, each in shown.items() if each.text == NOT_SHOWN),
        monday=release.monday if release else None,
    )
