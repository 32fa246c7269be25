"""Supply: how many places a week people in a neighbourhood can reach, per life area (A of domain.md 4.C)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.footways import STRAIGHT_LINES, Destinations, Footways, places_mm
from socialmap.geo.walking import ON_FOOT
from socialmap.model.provision import Access, Initiative, OfferStatus, Rhythm
from socialmap.model.values import AreaId, BarrierId, InitiativeId, ThemeId, Tri
from socialmap.model.vocabulary import GroupForm, Vocabulary

REACH_M = 1_000
"""Over streets, from the middle of a neighbourhood."""
UNKNOWN_SIZE = 8
UNKNOWN_DROP_IN_SIZE = 15
WEEKS = 52
TIMES_A_YEAR: Mapping[Rhythm, int] = {
    Rhythm.WEEKLY: WEEKS,
    Rhythm.FORTNIGHTLY: WEEKS // 2,
    Rhythm.MONTHLY: 12,
    Rhythm.ONCE: 0,
}
"""In a year of 52 weeks, so that sums stay whole. One time is an event: it adds nothing to a week."""
PICKS_UP = BarrierId("haal_en_breng")

Rows = NDArray[np.int64]
PlacesPerWeek = dict[tuple[AreaId, ThemeId], Fraction]
"""By neighbourhood and life area; what is not in it is nothing."""


@dataclass(frozen=True, slots=True)
class Centre:
    """The middle of a neighbourhood in RD New metres, and the district it is part of."""

    id: AreaId
    x_m: float
    y_m: float
    district_id: AreaId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyOffer:
    """What counting places reads of an initiative.

    ``groups``: its life areas. ``x_m`` and ``y_m`` in RD New metres, ``None`` without a place; of an
    initiative with only an area, its middle. ``size``: most participants, ``None`` when unknown.
    ``rhythms``: one for each moment; without any it counts as once a week, for unknown is not none.
    """

    id: InitiativeId
    groups: tuple[ThemeId, ...]
    status: OfferStatus = OfferStatus.ACTIVE
    access: Access = Access.FREE
    x_m: float | None = None
    y_m: float | None = None
    district_id: AreaId | None = None
    picks_up: bool = False
    size: int | None = None
    drop_in: bool = False
    rhythms: tuple[Rhythm, ...] = ()

    @property
    def counts(self) -> bool:
        """Does it run, and can people come without an indication?"""
        return self.status is OfferStatus.ACTIVE and self.access is not Access.INDICATION

    @property
    def places_a_year(self) -> int:
        size = self.size
        if size is None:
            size = UNKNOWN_DROP_IN_SIZE if self.drop_in else UNKNOWN_SIZE
        return size * (sum(TIMES_A_YEAR[rhythm] for rhythm in self.rhythms) if self.rhythms else WEEKS)


def supply_offer(
    initiative: Initiative,
    vocabulary: Vocabulary,
    *,
    x_m: float | None = None,
    y_m: float | None = None,
    district_id: AreaId | None = None,
) -> SupplyOffer:
    """The supply of an initiative at a place; themes that do not exist are left out."""
    themes = [theme for theme in initiative.themes if theme in vocabulary.themes]
    activity = (
        None if initiative.activity_type is None else vocabulary.activity_types.get(initiative.activity_type)
    )
    return SupplyOffer(
        id=initiative.id,
        groups=tuple(dict.fromkeys(vocabulary.top_of(theme) for theme in themes)),
        status=initiative.status,
        access=initiative.access,
        x_m=x_m,
        y_m=y_m,
        district_id=district_id,
        picks_up=initiative.barriers.get(PICKS_UP) is Tri.YES,
        size=initiative.max_participants,
        drop_in=activity is not None and activity.group_form is GroupForm.DROP_IN,
        rhythms=tuple(session.rhythm for session in initiative.sessions),
    )


def places_per_week(
    centres: Iterable[Centre],
    offers: Iterable[SupplyOffer],
    *,
    without: Collection[InitiativeId] = (),
    footways: Footways = STRAIGHT_LINES,
) -> PlacesPerWeek:
    """The places within reach of every neighbourhood, exact.

    Within reach: at most 1.000 metres over streets from the middle, or people are picked up and it is in
    the same district. ``without``: initiatives that are left out.
    """
    gone = frozenset(without)
    counted = [offer for offer in offers if offer.counts and offer.places_a_year and offer.id not in gone]
    groups = sorted({group for offer in counted for group in offer.groups})
    book = _OfferBook(counted, groups, footways)
    found: PlacesPerWeek = {}
    for centre in centres:
        sums = book.places_a_year[book.within_reach(centre)].sum(axis=0)
        found |= {
            (centre.id, group): Fraction(places, WEEKS)
            for group, places in zip(groups, sums.tolist(), strict=True)
            if places
        }
    return found


class _OfferBook:
    """Offers in columns, sorted from west to east so that a neighbourhood looks only around itself."""

    def __init__(self, offers: Sequence[SupplyOffer], groups: Sequence[ThemeId], footways: Footways) -> None:
        column = {group: number for number, group in enumerate(groups)}
        self.places_a_year = np.zeros((len(offers), len(groups)), np.int64)
        picking_up: dict[AreaId, list[int]] = defaultdict(list)
        cells = [(row, column[group]) for row, offer in enumerate(offers) for group in offer.groups]
        rows, columns = np.array(cells, np.int64).reshape(-1, 2).T
        places = np.array([offer.places_a_year for offer in offers], np.int64)
        self.places_a_year[rows, columns] = places[rows]
        for row, offer in enumerate(offers):
            if offer.picks_up and offer.district_id is not None:
                picking_up[offer.district_id].append(row)
        self._picking_up = {area: np.array(there, np.int64) for area, there in picking_up.items()}
        placed = [
            (offer.x_m, offer.y_m, row)
            for row, offer in enumerate(offers)
            if offer.x_m is not None and offer.y_m is not None
        ]
        placed.sort()
        self._x_m = np.array([x_m for x_m, _, _ in placed], float)
        self._places = Destinations(footways, places_mm((x_m, y_m) for x_m, y_m, _ in placed))
        self._rows = np.array([row for _, _, row in placed], np.int64)

    def within_reach(self, centre: Centre) -> Rows:
        first, last = np.searchsorted(self._x_m, (centre.x_m - REACH_M, centre.x_m + REACH_M))
        (middle_mm,) = places_mm([(centre.x_m, centre.y_m)])
        here = np.arange(first, last)
        near = self._rows[here[self._places.from_start(middle_mm, ON_FOOT, rows=here) <= REACH_M]]
        fetched = self._picking_up.get(centre.district_id) if centre.district_id is not None else None
        return near if fetched is None else np.union1d(near, fetched)
