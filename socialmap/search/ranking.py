"""The answer to a question: what fits, best first, and what does not and why (domain.md 4.A)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
        best = [index.offer(row) for row in lowest(scan.matches[0], scan.matches[1], limit)]
        rows, distances = scan.excluded
        known = np.where(distances < 0, _UNKNOWN_M, distances)
        left_out = [index.offer(row) for row in lowest(rows, known, len(index) if small else NOT_SHOWN)]
    matches = sorted(_explained(best, question, index, today, weights), key=best_first)[:limit]
    nearest = sorted((not_shown(question, offer, today) for offer in left_out), key=_nearest_first)
    listed = nearest if small else nearest[:NOT_SHOWN]
    return Ranking(
        matches=tuple(matches),
        not_shown=tuple(listed),
        more=scan.matches.shape[1] - len(matches),
        more_not_shown=scan.excluded.shape[1] - len(listed) if scan.complete else None,
    )


def lowest(rows: NDArray[np.int64], keys: NDArray[np.int64], limit: int) -> list[int]:
    """The rows with the ``limit`` lowest keys, and all that share the last of these keys; in no order."""
    if limit <= 0:
        return []
    if len(rows) > limit:
        rows = rows[keys <= np.partition(keys, limit - 1)[limit - 1]]
    found: list[int] = rows.tolist()
    return found


def _explained(
    offers: list[Offer], question: Question, index: OfferIndex, today: date, weights: Weights
) -> list[Match]:
    found = (explained_match(question, offer, index.vocabulary, today, weights) for offer in offers)
    return [match for match in found if isinstance(match, Match)]


def _nearest_first(left_out: NotShown) -> tuple[bool, int, str]:
    return (left_out.distance_m is None, left_out.distance_m or 0, left_out.id)
