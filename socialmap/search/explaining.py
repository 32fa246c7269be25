"""Why does this match stand here? All reasons in the order of domain.md 4.A: fits, to ask, does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from socialmap.model.people import PeerWish
from socialmap.model.values import DAY_PARTS, BarrierId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording import Code, FreshnessBadge, Reason, Sign
from socialmap.search.distances import travelled
from socialmap.search.matching import (
    FRESHNESS,
    GROUPS_OF_ONE_SEX,
    NEARNESS,
    PEERS,
    TIME,
    WEIGHTS,
    Match,
    NotShown,
    Weights,
    age_fits,
    group_fits,
    indication_fits,
    match,
    shares_language,
    tenths_of,
)
from socialmap.search.offer import FREE, NO, PICK_UP, UNKNOWN, WHEELCHAIR, YES, Offer
from socialmap.search.question import Question

PLUS, ASK, MINUS = Sign
FAR = Fraction(3, 10)
"""Below this nearness the walk is told as a minus."""


def explained_match(
    question: Question, offer: Offer, vocabulary: Vocabulary, today: date, weights: Weights = WEIGHTS
) -> Match | NotShown | None:
    """``matching.match`` with its reasons."""
    found = match(question, offer, vocabulary, today, weights)
    return explained(question, offer, vocabulary, found) if isinstance(found, Match) else found


def explained(question: Question, offer: Offer, vocabulary: Vocabulary, found: Match) -> Match:
    """The match with its reasons."""
    reasons = (
        *_fits(question, offer, vocabulary, found),
        *_to_ask(question, offer, vocabulary, found),
        *_does_not_fit(question, offer, vocabulary, found),
    )
    return replace(found, reasons=reasons)


def _fits(question: Question, offer: Offer, vocabulary: Vocabulary, found: Match) -> Iterator[Reason]:
    yield _theme_line(question, offer, vocabulary)
    if found.distance_m is not None and _within_reach(question, found) and not _is_far(found):
        yield Reason(PLUS, Code.NEAR, travelled(question, found.distance_m, found.measured))
    services = (
        (offer.picks_up, Code.PICKED_UP),
        (offer.home_visit, Code.AT_HOME),
        (offer.online, Code.ONLINE),
    )
    for offered, code in services:
        if offered:
            yield Reason(PLUS, code)
    for barrier in _barriers_of_interest(question, vocabulary):
        if offer.answer(barrier) is YES and barrier != PICK_UP:
            yield Reason(PLUS, Code.BARRIER, {"label": vocabulary.barriers[barrier].label})
    slots = tuple(slot for slot in DAY_PARTS if slot in question.available and slot in offer.moments)
    if slots:
        yield Reason(PLUS, Code.MOMENT, {"slots": slots})
    if question.peer_wish is PeerWish.GLADLY and found.parts[PEERS] == 1:
        yield Reason(PLUS, Code.PEERS)
    if found.badge is FreshnessBadge.FRESH:
        yield Reason(PLUS, Code.CHECKED, {"on": offer.checked_on})


def _to_ask(question: Question, offer: Offer, vocabulary: Vocabulary, found: Match) -> Iterator[Reason]:
    if found.distance_m is None and not offer.comes_to_people:
        yield Reason(ASK, Code.ASK_PLACE)
    for barrier in _barriers_of_interest(question, vocabulary):
        if offer.answer(barrier) is UNKNOWN:
            yield Reason(ASK, Code.ASK_BARRIER, {"label": vocabulary.barriers[barrier].label})
    if group_fits(question, offer) is UNKNOWN:
        code = Code.ASK_ALSO_FOR if offer.only_for in GROUPS_OF_ONE_SEX else Code.ASK_ONLY_FOR
        yield Reason(ASK, code, {"only_for": offer.only_for})
    if age_fits(question, offer) is UNKNOWN:
        yield Reason(ASK, Code.ASK_AGE)
    if indication_fits(question, offer) is UNKNOWN:
        yield Reason(ASK, Code.ASK_INDICATION)
    if not question.available or not offer.moments:
        yield Reason(ASK, Code.ASK_DAY)
    if shares_language(question, offer) is UNKNOWN:
        yield Reason(ASK, Code.ASK_LANGUAGE)


def _does_not_fit(question: Question, offer: Offer, vocabulary: Vocabulary, found: Match) -> Iterator[Reason]:
    if offer.cost_eur and offer.answer(FREE) is not YES:
        yield Reason(MINUS, Code.COST, {"cost_eur": offer.cost_eur})
    for barrier in question.barriers(vocabulary):
        told_as_cost = barrier == FREE and offer.cost_eur
        if offer.answer(barrier) is NO and not told_as_cost:
            yield Reason(MINUS, Code.NO_BARRIER, {"label": vocabulary.barriers[barrier].label})
    if found.parts[TIME] == 0:
        yield Reason(MINUS, Code.NO_MOMENT)
    if found.distance_m is not None and _is_far(found):
        yield Reason(MINUS, Code.FAR, travelled(question, found.distance_m, found.measured))
    if shares_language(question, offer) is NO:
        yield Reason(MINUS, Code.LITTLE_LANGUAGE)
    if offer.no_places_left:
        yield Reason(MINUS, Code.WAITING_LIST)
    if found.parts[PEERS] == 0:
        yield Reason(MINUS, Code.PEER_GROUP)
    if found.parts[FRESHNESS] == 0:
        yield Reason(MINUS, Code.MAYBE_STOPPED if offer.maybe_stopped else Code.NOT_CHECKED)


def _theme_line(question: Question, offer: Offer, vocabulary: Vocabulary) -> Reason:
    """Names the theme asked when the offer has it, else the theme of the offer that is nearest to it."""
    if question.theme in offer.themes:
        return Reason(PLUS, Code.THEME, {"theme": vocabulary.themes[question.theme].label})

    def nearest(theme: ThemeId) -> tuple[int, int]:
        main = tenths_of(vocabulary, question.theme, theme)
        return main, max((tenths_of(vocabulary, side, theme) for side in question.side_themes), default=0)

    theme = max(offer.themes, key=nearest)
    return Reason(PLUS, Code.LIKE_THEME, {"theme": vocabulary.themes[theme].label})


def _barriers_of_interest(question: Question, vocabulary: Vocabulary) -> tuple[BarrierId, ...]:
    """The thresholds of the person, and access by wheelchair when that is needed."""
    wanted = question.barriers(vocabulary)
    return (*wanted, WHEELCHAIR) if question.wheelchair and WHEELCHAIR not in wanted else wanted


def _within_reach(question: Question, found: Match) -> bool:
    return found.distance_m is not None and found.distance_m <= question.profile.far_m


def _is_far(found: Match) -> bool:
    return found.parts[NEARNESS] < FAR
