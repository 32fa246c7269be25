"""What does not fit, nearest first, told from the bits of the kernel: no whole offers are read for it.

A property test holds it equal to ``matching.not_shown``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from socialmap.model.wording import Code, Reason
from socialmap.search import kernel
from socialmap.search.columns import AGE_MIN, NODE, NONE, ONLY_FOR, set_bits
from socialmap.search.distances import Distance, measured, minutes_to, travelled
from socialmap.search.explaining import MINUS
from socialmap.search.index import OfferIndex
from socialmap.search.matching import NotShown, why_no_indication
from socialmap.search.question import Question
from socialmap.search.rows import known

_UNKNOWN_M = np.iinfo(np.int64).max
_ALWAYS_THE_SAME = {
    bit.bit_length() - 1: Reason(MINUS, code)
    for bit, code in (
        (kernel.NOT_ACTIVE, Code.NOT_ACTIVE),
        (kernel.FULL, Code.FULL),
        (kernel.OTHER_LANGUAGE, Code.LANGUAGE),
        (kernel.NO_WHEELCHAIR, Code.WHEELCHAIR),
    )
}


def nearest_left_out(
    index: OfferIndex, question: Question, excluded: NDArray[np.int64], most: int
) -> tuple[NotShown, ...]:
    """The nearest ``most`` of the excluded of a scan, unknown place last; the caller holds the lock."""
    rows, metres, why = excluded
    unknown = (metres == kernel.NO_DISTANCE) | (why & kernel.AROUND != 0)
    chosen = excluded[:, index.lowest(rows, np.where(unknown, _UNKNOWN_M, metres), most)]
    # The ages and the group, which lie beside each other.
    limits = index.offers.facts[AGE_MIN : ONLY_FOR + 1, chosen[0]]
    nodes = index.offers.feet[NODE, chosen[0]]
    return tuple(
        [
            _told(index, question, node, *each)
            for node, *each in zip(nodes.tolist(), *chosen.tolist(), *limits.tolist(), strict=True)
        ]
    )


def _told(
    index: OfferIndex, question: Question, node: int, row: int, about_m: int, why: int, *limits: int
) -> NotShown:
    around = why & kernel.AROUND
    about = Distance(about_m, measured(question, NONE if around else node, about_m))
    distance_m = None if around or about_m == kernel.NO_DISTANCE else about_m
    reasons = [
        _ALWAYS_THE_SAME.get(place) or _reason(index, question, 1 << place, about, limits)
        for place in set_bits(why ^ around)
    ]
    return NotShown(
        id=index.ids[row],
        name=index.names[row],
        distance_m=distance_m,
        minutes=minutes_to(question, distance_m),
        reasons=tuple(reasons),
    )


def _reason(
    index: OfferIndex, question: Question, bit: int, about: Distance, limits: tuple[int, ...]
) -> Reason:
    """``limits``: youngest, oldest and the code of the only group."""
    youngest, oldest, group = limits
    if bit == kernel.TOO_FAR:
        return Reason(MINUS, Code.TOO_FAR, travelled(question, *about))
    if bit == kernel.OTHER_AGE:
        return Reason(MINUS, Code.NOT_FOR, {"age_min": known(youngest), "age_max": known(oldest)})
    if bit == kernel.OTHER_GROUP:
        return Reason(MINUS, Code.NOT_FOR, {"only_for": index.groups.values[group]})
    return Reason(MINUS, why_no_indication(question))
