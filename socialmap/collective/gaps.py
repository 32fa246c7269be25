"""The white spots of every life area at once, from persons who ask and initiatives that run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from socialmap.collective.supply import Centre, SupplyOffer, places_per_week
from socialmap.collective.white_spots import AreaSituation, WhiteSpots, white_spots
from socialmap.geo.footways import STRAIGHT_LINES, Footways
from socialmap.model.values import AreaId, InitiativeId, ResidentId, ThemeId

WINDOW_DAYS = 365

PersonsAsking = Mapping[tuple[AreaId, ThemeId], int]
"""By neighbourhood and life area; what is not in it is nobody."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody in a neighbourhood had a question about a life area, on a day."""

    resident_id: ResidentId
    area_id: AreaId
    group: ThemeId
    on: date


@dataclass(frozen=True, slots=True)
class Inhabited:
    """A neighbourhood: who lives there, and where its middle is."""

    name: str
    inhabitants: int
    centre: Centre


def persons_asking(asked: Iterable[Asked], today: date) -> dict[tuple[AreaId, ThemeId], int]:
    """Different persons per neighbourhood and life area, from 365 days ago up to and including today."""
    since = today - timedelta(days=WINDOW_DAYS)
    persons: dict[tuple[AreaId, ThemeId], set[ResidentId]] = {}
    for one in asked:
        if since <= one.on <= today:
            persons.setdefault((one.area_id, one.group), set()).add(one.resident_id)
    return {where: len(found) for where, found in persons.items()}


def white_spots_by_group(
    areas: Sequence[Inhabited],
    offers: Iterable[SupplyOffer],
    persons: PersonsAsking,
    groups: Iterable[ThemeId],
    *,
    without: Collection[InitiativeId] = (),
    unseen: Collection[tuple[AreaId, ThemeId]] = (),
    footways: Footways = STRAIGHT_LINES,
) -> dict[ThemeId, WhiteSpots]:
    """For each life area, in the order given. ``without``: initiatives that are left out.

    ``unseen``: neighbourhoods of whose questions nothing may be known; they are neither judged nor compared.
    """
    places = places_per_week([area.centre for area in areas], offers, without=without, footways=footways)
    return {
        group: white_spots(
            [
                AreaSituation(
                    id=area.centre.id,
                    name=area.name,
                    inhabitants=area.inhabitants,
                    persons=persons.get((area.centre.id, group), 0),
                    places=places.get((area.centre.id, group), 0),
                )
                for area in areas
                if (area.centre.id, group) not in unseen
            ]
        )
        for group in groups
    }
