"""One row of the index: an offer to numbers and back."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from socialmap.model.quadrants import Side
from socialmap.model.rounding import round_whole
from socialmap.model.values import DAY_PARTS, DayPart
from socialmap.search import columns as fact
from socialmap.search.columns import (
    ACCESSES,
    ALIVE,
    COMES_TO_PEOPLE,
    HAS_POINT,
    HOME_VISIT,
    LOCATED,
    MAYBE_STOPPED,
    NO_PLACES_LEFT,
    NONE,
    ONLINE,
    SIDE_BIT,
    SIDES_KNOWN,
    STATUSES,
    WAITING_LIST,
    mask,
    set_bits,
)
from socialmap.search.distances import millimetres
from socialmap.search.offer import NO, YES, Offer

if TYPE_CHECKING:
    from socialmap.search.index import OfferIndex

_DAY_PART_BIT = {slot: bit for bit, slot in enumerate(DAY_PARTS)}
_STATUS_CODE = {status: code for code, status in enumerate(STATUSES)}
_ACCESS_CODE = {access: code for code, access in enumerate(ACCESSES)}


def write(index: OfferIndex, row: int, offer: Offer) -> None:
    """Put an offer in a row; money is kept in whole cents and places in whole millimetres."""
    order, answers = index.order, offer.barriers.items()
    index.offers.themes[:, row] = order.theme_words(offer.themes)
    index.offers.peers[:, row] = order.theme_words(offer.peer_themes)
    index.offers.facts[: fact.BUCKET, row] = (
        _flags(offer),
        0 if offer.x_m is None else millimetres(offer.x_m),
        0 if offer.y_m is None else millimetres(offer.y_m),
        _STATUS_CODE[offer.status],
        _ACCESS_CODE[offer.access],
        NONE if offer.age_min is None else offer.age_min,
        NONE if offer.age_max is None else offer.age_max,
        index.groups.of(offer.only_for),
        index.languages.of(offer.languages),
        mask(_DAY_PART_BIT[slot] for slot in offer.moments),
        mask(order.barrier_bit[barrier] for barrier, said in answers if said is YES),
        mask(order.barrier_bit[barrier] for barrier, said in answers if said is NO),
        NONE if offer.cost_eur is None else round_whole(offer.cost_eur * 100),
        0 if offer.checked_on is None else offer.checked_on.toordinal(),
        0 if offer.last_day is None else offer.last_day.toordinal(),
        NONE if offer.area_id is None else index.areas.of(offer.area_id),
        NONE if offer.facility_id is None else index.facilities.of(offer.facility_id),
        0 if offer.sides is None else SIDES_KNOWN | sum(SIDE_BIT[side] for side in offer.sides),
    )


def _flags(offer: Offer) -> int:
    located = offer.x_m is not None and offer.y_m is not None
    known = (
        (ALIVE, True),
        (LOCATED, located),
        (HAS_POINT, located and offer.exact),
        (NO_PLACES_LEFT, offer.no_places_left),
        (WAITING_LIST, offer.waiting_list),
        (HOME_VISIT, offer.home_visit),
        (ONLINE, offer.online),
        (COMES_TO_PEOPLE, offer.comes_to_people),
        (MAYBE_STOPPED, offer.maybe_stopped),
    )
    return sum(bit for bit, holds in known if holds)


def read(index: OfferIndex, row: int) -> Offer:
    """The offer in a row; its themes and moments in the order of the vocabulary and the week."""
    barriers = index.order.barriers
    facts: list[int] = index.offers.facts[:, row].tolist()
    flags, area = facts[fact.FLAGS], facts[fact.AREA]
    facility, cost = facts[fact.FACILITY], facts[fact.COST_CENTS]
    located = bool(flags & LOCATED)
    answers = {barriers[bit]: YES for bit in set_bits(facts[fact.YES])}
    answers |= {barriers[bit]: NO for bit in set_bits(facts[fact.NO])}
    return Offer(
        id=index.ids[row],
        name=index.names[row],
        themes=index.themes(index.offers.themes[:, row]),
        x_m=facts[fact.X_MM] / 1000 if located else None,
        y_m=facts[fact.Y_MM] / 1000 if located else None,
        exact=bool(flags & HAS_POINT) or not located,
        area_id=None if area == NONE else index.areas.values[area],
        facility_id=None if facility == NONE else index.facilities.values[facility],
        status=STATUSES[facts[fact.STATUS]],
        access=ACCESSES[facts[fact.ACCESS]],
        no_places_left=bool(flags & NO_PLACES_LEFT),
        waiting_list=bool(flags & WAITING_LIST),
        age_min=known(facts[fact.AGE_MIN]),
        age_max=known(facts[fact.AGE_MAX]),
        only_for=index.groups.values[facts[fact.ONLY_FOR]],
        languages=index.languages.values[facts[fact.LANGUAGES]],
        moments=_moments(facts[fact.MOMENTS]),
        last_day=_day(facts[fact.LAST_DAY]),
        barriers=answers,
        home_visit=bool(flags & HOME_VISIT),
        online=bool(flags & ONLINE),
        cost_eur=None if cost == NONE else cost / 100,
        peer_themes=index.themes(index.offers.peers[:, row]),
        checked_on=_day(facts[fact.CHECKED]),
        maybe_stopped=bool(flags & MAYBE_STOPPED),
        sides=_sides(facts[fact.SIDES]),
        node=int(index.offers.feet[fact.NODE, row]),
        aside_mm=int(index.offers.feet[fact.ASIDE_MM, row]),
    )


def known(code: int) -> int | None:
    """A fact that can be missing."""
    return None if code == NONE else code


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


@lru_cache(maxsize=1 << 12)
def _moments(mask: int) -> tuple[DayPart, ...]:
    return tuple(DAY_PARTS[bit] for bit in set_bits(mask))


@lru_cache(maxsize=1 << 12)
def _sides(mask: int) -> frozenset[Side] | None:
    return frozenset(side for side, bit in SIDE_BIT.items() if mask & bit) if mask & SIDES_KNOWN else None
