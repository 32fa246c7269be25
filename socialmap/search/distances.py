"""How far an offer is from where a question starts, and how that distance was found."""

from __future__ import annotations

import math
from typing import NamedTuple

from socialmap.geo.footways import NOWHERE, Footways, over_streets_m
from socialmap.geo.shortest import NOT_REACHED
from socialmap.geo.walking import Traveller, minutes, street_m
from socialmap.model.wording import Measured
from socialmap.search.offer import Offer
from socialmap.search.question import Question, Walk


class Distance(NamedTuple):
    """Whole metres; ``measured`` is ``None`` where no streets are loaded, for then all are estimates."""

    metres: int
    measured: Measured | None


def walk_of(question: Question, footways: Footways) -> Walk:
    """The ways from the start of a question, as far as it looks."""
    traveller = Traveller(question.mobility, question.needs_wheelchair_access)
    limit_m = traveller.looked_m(question.reach_m)
    return Walk(footways.spread(millimetres(question.x_m), millimetres(question.y_m), traveller, limit_m))


def distance_about(question: Question, offer: Offer) -> Distance | None:
    """From the start to the offer, or to the middle of its area if it has no point: that is estimated.

    ``None`` when nothing is known.
    """
    if offer.x_m is None or offer.y_m is None:
        return None
    dx_mm = millimetres(offer.x_m) - millimetres(question.x_m)
    dy_mm = millimetres(offer.y_m) - millimetres(question.y_m)
    estimate_m = street_m(math.sqrt(dx_mm * dx_mm + dy_mm * dy_mm) / 1000)
    if question.spread is None or not offer.exact:
        return Distance(estimate_m, measured(question, NOWHERE, estimate_m))
    metres = over_streets_m(question.spread, offer.node, offer.aside_mm, estimate_m)
    return Distance(metres, measured(question, offer.node, metres))


def measured(question: Question, node: int, metres: int) -> Measured | None:
    """How the distance to an offer was found.

    ``node``: where it joins the streets, ``NOWHERE`` without a point of its own.
    """
    if question.walk is None:
        return None
    spread = question.spread
    if spread is None or node == NOWHERE:
        return Measured.ESTIMATED
    if spread.node_mm[node] != NOT_REACHED:
        return Measured.OVER_STREETS
    return Measured.AT_LEAST if metres == spread.limit_m else Measured.ESTIMATED


def distance_about_m(question: Question, offer: Offer) -> int | None:
    """The metres of ``distance_about``."""
    found = distance_about(question, offer)
    return None if found is None else found.metres


def millimetres(metres: float) -> int:
    """Whole millimetres, so that distances are computed without noise."""
    return round(metres * 1000)


def minutes_to(question: Question, distance_m: int | None) -> int | None:
    return None if distance_m is None else minutes(distance_m, question.mobility)


def travelled(question: Question, distance_m: int, measured: Measured | None = None) -> dict[str, object]:
    """The values with which a sentence tells a distance."""
    values: dict[str, object] = {
        "distance_m": distance_m,
        "minutes": minutes(distance_m, question.mobility),
        "mobility": question.mobility,
    }
    return values if measured is None else values | {"measured": measured}
