"""Is there one single offer that fits a question well or fairly (the impact of domain.md 4.D)?"""

from __future__ import annotations

from datetime import date

from socialmap.model.values import InitiativeId
from socialmap.search.index import OfferIndex
from socialmap.search.kernel import DAY_BITS, DISTANCE_BITS, SCORE_BITS
from socialmap.search.question import Question

_LABEL_BITS = SCORE_BITS + DISTANCE_BITS + DAY_BITS
_FAIR = 1
"""Labels in an order key: 0 is *Past goed*, 1 *Past redelijk*, 2 *Past misschien*."""


def only_fit(index: OfferIndex, question: Question, today: date) -> InitiativeId | None:
    """The only offer labelled *Past goed* or *Past redelijk*; ``None`` when there are none or several.

    Also ``None`` for a theme about safety. ``InvalidInput`` for an unknown theme or threshold.
    """
    question.check(index.vocabulary)
    if question.is_acute(index.vocabulary):
        return None
    with index.lock:
        rows, keys = index.scan(index.walked(question), today, 0).matches
        fitting = rows[keys >> _LABEL_BITS <= _FAIR]
        return index.ids[int(fitting[0])] if len(fitting) == 1 else None
