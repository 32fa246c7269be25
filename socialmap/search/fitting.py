"""Which offers fit a question well enough to join, full or not (domain.md 4.B step 2)."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from socialmap.model.values import DAY_PARTS, InitiativeId
from socialmap.search.columns import FLAGS, MOMENTS, NO_PLACES_LEFT, as_words, mask
from socialmap.search.index import OfferIndex
from socialmap.search.kernel import DAY_BITS, DISTANCE_BITS, FARTHEST, MOST_SCORE
from socialmap.search.question import Question

LEAST_SCORE = 60
LEAST_TENTHS = 6


class FittingOffer(NamedTuple):
    """An offer somebody could join; no distance without a point, ``full``: no places left."""

    id: InitiativeId
    name: str
    score: int
    distance_m: int | None
    full: bool


def fits(
    index: OfferIndex, question: Question, today: date, at_least: int = LEAST_SCORE
) -> tuple[FittingOffer, ...]:
    """Every offer that fits: best score first, then nearer (unknown last), then id.

    It is about the main theme (similarity 0,6 or more), not excluded other than by *vol*, scores
    ``at_least`` and does not fall on days that cannot. Nothing for a theme about safety. ``InvalidInput``
    for an unknown theme or threshold.
    """
    question.check(index.vocabulary)
    if question.is_acute(index.vocabulary):
        return ()
    available = mask(DAY_PARTS.index(slot) for slot in question.available)
    with index.lock:
        walked = index.walked(replace(question, also_full=True))
        rows, keys = index.scan(walked, today, 0).matches
        scores = MOST_SCORE - (keys >> (DISTANCE_BITS + DAY_BITS) & MOST_SCORE)
        good = (scores >= at_least) & _on_theme(index, question, rows)
        # So few are left that plain numbers are quicker than columns.
        found = [
            _offer(index, row, key)
            for row, key in zip(rows[good].tolist(), keys[good].tolist(), strict=True)
            if _in_time(index, row, available)
        ]
    return tuple(sorted(found, key=_best_first))


def _offer(index: OfferIndex, row: int, key: int) -> FittingOffer:
    distance_m = key >> DAY_BITS & FARTHEST
    return FittingOffer(
        id=index.ids[row],
        name=index.names[row],
        score=MOST_SCORE - (key >> (DISTANCE_BITS + DAY_BITS) & MOST_SCORE),
        distance_m=None if distance_m == FARTHEST else distance_m,
        full=bool(index.offers.facts[FLAGS, row] & NO_PLACES_LEFT),
    )


def _in_time(index: OfferIndex, row: int, available: int) -> bool:
    """A moment fits, or one of both sides is not known."""
    moments = int(index.offers.facts[MOMENTS, row])
    return not available or not moments or bool(moments & available)


def _on_theme(index: OfferIndex, question: Question, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    wanted = as_words(index.order.near((question.theme,))[0] >= LEAST_TENTHS)
    common = np.bitwise_or.reduce(index.offers.themes[:, rows] & wanted[:, np.newaxis], axis=0)
    on_theme: NDArray[np.bool_] = common != 0
    return on_theme


def _best_first(offer: FittingOffer) -> tuple[int, float, InitiativeId]:
    return -offer.score, math.inf if offer.distance_m is None else offer.distance_m, offer.id
