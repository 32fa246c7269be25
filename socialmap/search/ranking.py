"""The answer to a question: what fits, best first, and what does not and why (domain.md 4.A)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from socialmap.search.explaining import explained_match
from socialmap.search.index import OfferIndex
from socialmap.search.matching import WEIGHTS, Match, NotShown, Weights, best_first, not_shown
from socialmap.search.offer import Offer
from socialmap.search.question import Question

SHOWN_FIRST = 5
SMALL = 2_000
"""Up to so many offers everything that does not fit is listed; above it the nearest ``NOT_SHOWN``."""
NOT_SHOWN = 25
_UNKNOWN_M = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Ranking:
    """``matches`` best first, with ``more`` behind them; ``not_shown`` nearest first (unknown place last).

    ``more_not_shown`` is how many more do not fit, ``None`` when there are more and nobody counted them.
    ``safety``: the question is about safety; nothing was searched, show the safety card.
    """

    matches: tuple[Match, ...] = ()
    not_shown: tuple[NotShown, ...] = ()
    more: int = 0
    more_not_shown: int | None = 0
    safety: bool = False


def rank(
    index: OfferIndex,
    question: Question,
    today: date,
    limit: int = SHOWN_FIRST,
    *,
    weights: Weights = WEIGHTS,
) -> Ranking:
    """The ``limit`` best matches with their reasons. ``InvalidInput`` for an unknown theme or threshold."""
    question.check(index.vocabulary)
    if question.is_acute(index.vocabulary):
        return Ranking(safety=True)
    with index.lock:
        small = len(index) <= SMALL
        scan = index.scan(question, today, -1 if small else NOT_SHOWN, weights)
        best = [index.offer(row) for row in lowest(scan.matches, limit, index.ids)]
        most = len(index) if small else NOT_SHOWN
        left_out = [index.offer(row) for row in lowest(_unknown_last(scan.excluded), most, index.ids)]
    matches = sorted(_explained(best, question, index, today, weights), key=best_first)
    listed = sorted((not_shown(question, offer, today) for offer in left_out), key=_nearest_first)
    return Ranking(
        matches=tuple(matches),
        not_shown=tuple(listed),
        more=scan.matches.shape[1] - len(matches),
        more_not_shown=scan.excluded.shape[1] - len(listed) if scan.complete else None,
    )


def lowest(rows_and_keys: NDArray[np.int64], limit: int, ids: Sequence[str]) -> list[int]:
    """The ``limit`` rows with the lowest keys, of equal keys those with the first ids; in no order."""
    rows, keys = rows_and_keys
    if len(rows) <= limit:
        every: list[int] = rows.tolist()
        return every
    if limit <= 0:
        return []
    last = np.partition(keys, limit - 1)[limit - 1]
    found: list[int] = rows[keys < last].tolist()
    return found + nsmallest(limit - len(found), rows[keys == last].tolist(), key=ids.__getitem__)


def _unknown_last(rows_and_metres: NDArray[np.int64]) -> NDArray[np.int64]:
    rows, metres = rows_and_metres
    return np.stack([rows, np.where(metres < 0, _UNKNOWN_M, metres)])


def _explained(
    offers: list[Offer], question: Question, index: OfferIndex, today: date, weights: Weights
) -> list[Match]:
    found = (explained_match(question, offer, index.vocabulary, today, weights) for offer in offers)
    return [match for match in found if isinstance(match, Match)]


def _nearest_first(left_out: NotShown) -> tuple[bool, int, str]:
    return (left_out.distance_m is None, left_out.distance_m or 0, left_out.id)
