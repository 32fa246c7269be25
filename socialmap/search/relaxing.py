"""Never an empty answer while there is anything: look wider step by step, and say so.

Day parts and thresholds never exclude an offer in domain.md 4.A, they only cost points; so what is left to
relax is distance, then the theme, then both. What excludes for good (full, not active, age, language,
wheelchair, indication) is never given up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from socialmap.geo.walking import PROFILES
from socialmap.model.wording import Code, Reason, Sign
from socialmap.search.distances import travelled
from socialmap.search.index import OfferIndex
from socialmap.search.matching import WEIGHTS, Weights
from socialmap.search.question import Question, ThemeScope
from socialmap.search.ranking import SHOWN_FIRST, Ranking, rank

ANYWHERE_M = 1_000_000
"""Farther than any two places in the country."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A ranking, and what was given up to get it: empty when nothing was.

    No matches means that everything there is, is excluded for another reason than distance or theme.
    """

    ranking: Ranking
    relaxed: tuple[Reason, ...] = ()


def find(
    index: OfferIndex,
    question: Question,
    today: date,
    limit: int = SHOWN_FIRST,
    *,
    weights: Weights = WEIGHTS,
) -> Answer:
    """The ranking of the question, or of the first wider question that gives a match."""
    asked = rank(index, question, today, limit, weights=weights)
    if asked.matches or asked.safety:
        return Answer(asked)
    for wider, reasons in wider_questions(question):
        found = rank(index, wider, today, limit, weights=weights)
        if found.matches:
            return Answer(found, reasons)
    return Answer(asked)


def wider_questions(question: Question) -> Iterator[tuple[Question, tuple[Reason, ...]]]:
    """Every step, the smallest concession first: twice and four times as far; related life areas nearby, then
    farther; the same theme anywhere; anything nearby; anything anywhere.
    """
    far_m = PROFILES[question.mobility].far_m
    steps = (
        (2 * far_m, ThemeScope.ASKED),
        (4 * far_m, ThemeScope.ASKED),
        (far_m, ThemeScope.WIDER),
        (4 * far_m, ThemeScope.WIDER),
        (ANYWHERE_M, ThemeScope.ASKED),
        (4 * far_m, ThemeScope.ANY),
        (ANYWHERE_M, ThemeScope.ANY),
    )
    for reach_m, scope in steps:
        yield replace(question, far_m=reach_m, scope=scope), tuple(_reasons(question, reach_m, scope))


def _reasons(question: Question, reach_m: int, scope: ThemeScope) -> Iterator[Reason]:
    if scope is ThemeScope.WIDER:
        yield Reason(Sign.ASK, Code.WIDER_THEME)
    elif scope is ThemeScope.ANY:
        yield Reason(Sign.ASK, Code.ANY_THEME)
    if reach_m == ANYWHERE_M:
        yield Reason(Sign.ASK, Code.ANY_DISTANCE)
    elif reach_m > PROFILES[question.mobility].far_m:
        yield Reason(Sign.ASK, Code.WIDER_DISTANCE, travelled(question, reach_m))
