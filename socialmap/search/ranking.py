"""The answer to a question: what fits, best first, and what does not and why (domain.md 4.A)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socialmap.search.explaining import explained
from socialmap.search.index import OfferIndex, Scan
from socialmap.search.left_out import nearest_left_out
from socialmap.search.matching import WEIGHTS, Match, NotShown, Weights, scored
from socialmap.search.question import Question

SHOWN_FIRST = 5
SMALL = 2_000
"""Up to so many offers everything that does not fit is listed; above it the nearest ``NOT_SHOWN``."""
NOT_SHOWN = 25


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
        question = index.walked(question)
        small = len(index) <= SMALL
        scan = index.scan(question, today, -1 if small else NOT_SHOWN, weights)
        best = [index.offer(row) for row in best_rows(index, scan, limit)]
        left_out = nearest_left_out(index, question, scan.excluded, len(index) if small else NOT_SHOWN)
    words = index.vocabulary
    matches = (
        explained(question, offer, words, scored(question, offer, words, today, weights)) for offer in best
    )
    return Ranking(
        matches=tuple(matches),
        not_shown=left_out,
        more=scan.matches.shape[1] - len(best),
        more_not_shown=scan.excluded.shape[1] - len(left_out) if scan.complete else None,
    )


def best_rows(index: OfferIndex, scan: Scan, limit: int) -> list[int]:
    """The rows of the best matches, best first; the caller holds the index's lock."""
    rows, keys = scan.matches
    found: list[int] = rows[index.lowest(rows, keys, limit)].tolist()
    return found
