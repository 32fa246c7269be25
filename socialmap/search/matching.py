"""Does this offer fit this question? The formulae of domain.md 4.A for one question and one offer.

This is the reference: short and exact (fractions, no floats). ``kernel.py`` computes the same whole
numbers for very many offers; a property test holds them together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from socialmap.errors import InvalidInput, Violation
from socialmap.model.freshness import badge, freshness
from socialmap.model.people import PeerWish
from socialmap.model.provision import Access
from socialmap.model.values import InitiativeId, ThemeId, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording import (
    WRONG_WEIGHT,
    Code,
    FreshnessBadge,
    MatchLabel,
    Measured,
    Reason,
    Sign,
    Values,
)
from socialmap.search.distances import Distance, distance_about, minutes_to, travelled
from socialmap.search.offer import LITTLE_LANGUAGE, NO, UNKNOWN, WHEELCHAIR, YES, Offer
from socialmap.search.question import Question, ThemeScope

MOST_LINES = 6
GOOD_SCORE, GOOD_THEME = 75, Fraction(6, 10)
FAIR_SCORE, FAIR_THEME = 50, Fraction(4, 10)
MAIN_TENTHS, SIDE_TENTHS = 8, 2
"""What the main theme counts beside side themes, and what these count together."""
PEERS_ELSEWHERE = Fraction(3, 10)
"""The value of an offer without the peers that somebody would like to meet."""
RELAXED_THEME = Fraction(1, 10)
"""The theme value of what only relaxing brings in; too low for more than *Past misschien*."""
NOTHING, HALF, ALL = Fraction(0), Fraction(1, 2), Fraction(1)
REGION_M = 25_000
"""How far over streets a service comes to people, and how far away an area still counts as here."""
MOST_WEIGHT = 100
GROUPS_OF_ONE_SEX = ("vrouw", "man")


class Part(StrEnum):
    """The seven parts of a score, each between 0 and 1."""

    THEME = "thema"
    NEARNESS = "nabijheid"
    THRESHOLDS = "drempel"
    TIME = "tijd"
    LANGUAGE = "taal"
    PEERS = "lotgenoten"
    FRESHNESS = "actualiteit"


THEME, NEARNESS, THRESHOLDS, TIME, LANGUAGE, PEERS, FRESHNESS = Part


Parts = Mapping[Part, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each part counts: whole numbers from 0 to 100, by default together 100. Else ``InvalidInput``."""

    theme: int = 35
    nearness: int = 20
    thresholds: int = 15
    time: int = 10
    language: int = 10
    peers: int = 5
    freshness: int = 5

    def __post_init__(self) -> None:
        wrong = [part for part, count in self.by_part().items() if not 0 <= count <= MOST_WEIGHT]
        if wrong:
            raise InvalidInput([Violation(part, WRONG_WEIGHT) for part in wrong])

    def by_part(self) -> Mapping[Part, int]:
        return _by_part(self)


@lru_cache
def _by_part(weights: Weights) -> Mapping[Part, int]:
    return dict(zip(Part, (getattr(weights, each.name) for each in fields(weights)), strict=True))


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An offer that fits: ``exact`` is the sum of weight × part, ``score`` its whole number, half up.

    ``reasons`` are all of them, in the order in which they are shown; ``explanation`` the first six.
    ``minutes`` is ``None`` without a point and where minutes are not shown. ``measured``: how the distance
    was found, ``None`` without streets.
    """

    id: InitiativeId
    name: str
    distance_m: int | None
    minutes: int | None
    parts: Mapping[Part, Fraction]
    exact: Fraction
    score: int
    label: MatchLabel
    checked_on: date | None
    badge: FreshnessBadge
    measured: Measured | None = None
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def explanation(self) -> tuple[Reason, ...]:
        return self.reasons[:MOST_LINES]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotShown:
    """An offer about the theme that does not fit, with every reason why."""

    id: InitiativeId
    name: str
    distance_m: int | None
    minutes: int | None
    reasons: tuple[Reason, ...]


def similarity(asked: ThemeId, offer: Offer, vocabulary: Vocabulary) -> int:
    """How near the nearest theme of the offer is to the one asked, in tenths."""
    return max([tenths_of(vocabulary, asked, theme) for theme in offer.themes], default=0)


@lru_cache(maxsize=1 << 14)
def tenths_of(vocabulary: Vocabulary, a: ThemeId, b: ThemeId) -> int:
    """The similarity of two themes in whole tenths."""
    return round(10 * vocabulary.similarity(a, b))


def theme_value(question: Question, offer: Offer, vocabulary: Vocabulary) -> Fraction:
    """T of step 2: the main theme, or for 0,8 the main theme and for 0,2 the mean of the side themes.

    0 means: not a candidate.
    """
    main = similarity(question.theme, offer, vocabulary)
    value = Fraction(main, 10)
    if question.side_themes:
        sides = [similarity(side, offer, vocabulary) for side in question.side_themes]
        tenths = MAIN_TENTHS * main * len(sides) + SIDE_TENTHS * sum(sides)
        value = Fraction(tenths, 100 * len(sides))
    if not value and any(in_scope(question, theme, vocabulary) for theme in offer.themes):
        return RELAXED_THEME
    return value


def in_scope(question: Question, theme: ThemeId, vocabulary: Vocabulary) -> bool:
    """Does relaxing bring this theme in? ``WIDER``: every life area that is related to the one asked."""
    if question.scope is ThemeScope.WIDER:
        return vocabulary.top_of(theme) in related_groups(vocabulary.top_of(question.theme), vocabulary)
    return question.scope is ThemeScope.ANY


def related_groups(group: ThemeId, vocabulary: Vocabulary) -> frozenset[ThemeId]:
    """The life areas that have a theme related to one of this life area; itself included."""
    linked = {group}
    for pair in vocabulary.related:
        groups = {vocabulary.top_of(theme) for theme in pair}
        if group in groups:
            linked |= groups
    return frozenset(linked)


def nearness(question: Question, offer: Offer, distance_m: int | None) -> Fraction:
    if offer.comes_to_people:
        return ALL
    if distance_m is None:
        return HALF
    profile = question.profile
    reach = profile.far_m - profile.near_m
    return Fraction(min(max(profile.far_m - distance_m, 0), reach), reach)


def thresholds_taken_away(question: Question, offer: Offer, vocabulary: Vocabulary) -> Fraction:
    wanted = question.barriers(vocabulary)
    if not wanted:
        return ALL
    return Fraction(sum(offer.answer(barrier) is YES for barrier in wanted), len(wanted))


def time_fits(question: Question, offer: Offer) -> Fraction:
    if not question.available or not offer.moments:
        return HALF
    return ALL if any(slot in offer.moments for slot in question.available) else NOTHING


def shares_language(question: Question, offer: Offer) -> Tri:
    if not question.languages:
        return UNKNOWN
    return YES if any(code in offer.languages for code in question.languages) else NO


def language_fits(question: Question, offer: Offer) -> Fraction:
    """1 with a shared language, else a half: little language is needed, or nothing is known of the person."""
    return ALL if shares_language(question, offer) is YES else HALF


def peers_fit(question: Question, offer: Offer) -> Fraction:
    if question.peer_wish is PeerWish.GLADLY:
        return ALL if question.theme in offer.peer_themes else PEERS_ELSEWHERE
    return NOTHING if question.peer_wish is PeerWish.RATHER_NOT and offer.peer_themes else ALL


def parts(
    question: Question, offer: Offer, vocabulary: Vocabulary, today: date, distance_m: int | None
) -> dict[Part, Fraction]:
    """The seven parts of step 4."""
    return {
        THEME: theme_value(question, offer, vocabulary),
        NEARNESS: nearness(question, offer, distance_m),
        THRESHOLDS: thresholds_taken_away(question, offer, vocabulary),
        TIME: time_fits(question, offer),
        LANGUAGE: language_fits(question, offer),
        PEERS: peers_fit(question, offer),
        FRESHNESS: freshness(offer.checked_on, today),
    }


def exact_score(values: Mapping[Part, Fraction], weights: Weights = WEIGHTS) -> Fraction:
    """The sum of weight × part, over the common denominator of the parts."""
    counts, unit = weights.by_part(), math.lcm(*[value.denominator for value in values.values()])
    points = [counts[part] * each.numerator * unit // each.denominator for part, each in values.items()]
    return Fraction(sum(points), unit)


def half_up(value: Fraction) -> int:
    """The nearest whole number of something that is not negative; a half goes up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def label_of(
    question: Question, offer: Offer, words: Vocabulary, values: Parts, score: int, distance_m: int | None
) -> MatchLabel:
    """The label of step 4; what only a wider search brought within reach is never more than *misschien*."""
    if distance_m is not None and distance_m > question.profile.far_m and not offer.comes_to_people:
        return MatchLabel.MAYBE
    a_no = any(offer.answer(barrier) is NO for barrier in question.barriers(words))
    if (
        score >= GOOD_SCORE
        and values[THEME] >= GOOD_THEME
        and values[TIME] > 0
        and not a_no
        and values[FRESHNESS] > 0
    ):
        return MatchLabel.GOOD
    if score >= FAIR_SCORE and values[THEME] >= FAIR_THEME:
        return MatchLabel.FAIR
    return MatchLabel.MAYBE


def group_fits(question: Question, offer: Offer) -> Tri:
    """Is the one group an offer is for, this person's group?"""
    if not offer.only_for:
        return YES
    if not question.person_is or offer.only_for not in GROUPS_OF_ONE_SEX:
        return UNKNOWN
    return YES if question.person_is == offer.only_for else NO


def age_fits(question: Question, offer: Offer) -> Tri:
    if offer.age_min is None and offer.age_max is None:
        return YES
    if question.ages is None:
        return UNKNOWN
    low = offer.age_min if offer.age_min is not None else -math.inf
    high = offer.age_max if offer.age_max is not None else math.inf
    youngest, oldest = question.ages
    if oldest < low or youngest > high:
        return NO
    return YES if low <= youngest and oldest <= high else UNKNOWN


def indication_fits(question: Question, offer: Offer) -> Tri:
    """May this person come, as far as an indication goes? Never unknown within the social base."""
    if offer.access is not Access.INDICATION:
        return YES
    return NO if question.only_social_base else question.has_indication


def too_far(question: Question, offer: Offer, about_m: int | None) -> bool:
    """Does distance exclude? ``about_m`` is the distance to the offer or to the middle of its area.

    What comes to people or has only an area is never too far in its own region: domain.md 4.A is about one
    municipality, and a visiting service at the other end of the country helps nobody.
    """
    if about_m is None or offer.online:
        return False
    in_region = offer.comes_to_people or not offer.exact
    return about_m > (max(question.reach_m, REGION_M) if in_region else question.reach_m)


def exclusions(question: Question, offer: Offer, today: date, about: Distance | None) -> tuple[Reason, ...]:
    """Every reason of step 3 why the offer is not shown; empty when it may be."""
    found: list[Reason] = []

    def exclude(code: Code, values: Values | None = None) -> None:
        found.append(Reason(Sign.MINUS, code, values or {}))

    if not offer.runs_on(today):
        exclude(Code.NOT_ACTIVE)
    if offer.no_places_left and not offer.waiting_list and not question.also_full:
        exclude(Code.FULL)
    if age_fits(question, offer) is NO:
        exclude(Code.NOT_FOR, {"age_min": offer.age_min, "age_max": offer.age_max})
    if group_fits(question, offer) is NO:
        exclude(Code.NOT_FOR, {"only_for": offer.only_for})
    if shares_language(question, offer) is NO and offer.answer(LITTLE_LANGUAGE) is not YES:
        exclude(Code.LANGUAGE)
    if about is not None and too_far(question, offer, about.metres):
        exclude(Code.TOO_FAR, travelled(question, *about))
    if question.needs_wheelchair_access and offer.answer(WHEELCHAIR) is NO:
        exclude(Code.WHEELCHAIR)
    if indication_fits(question, offer) is NO:
        exclude(why_no_indication(question))
    return tuple(found)


def why_no_indication(question: Question) -> Code:
    return Code.NOT_SOCIAL_BASE if question.has_indication is YES else Code.INDICATION


def not_shown(question: Question, offer: Offer, today: date) -> NotShown:
    about = distance_about(question, offer)
    distance = about.metres if about is not None and offer.exact else None
    return NotShown(
        id=offer.id,
        name=offer.name,
        distance_m=distance,
        minutes=minutes_to(question, distance),
        reasons=exclusions(question, offer, today, about),
    )


def match(
    question: Question, offer: Offer, vocabulary: Vocabulary, today: date, weights: Weights = WEIGHTS
) -> Match | NotShown | None:
    """The offer as a match without its reasons, or why it is not shown; ``None``: about something else."""
    if not theme_value(question, offer, vocabulary):
        return None
    left_out = not_shown(question, offer, today)
    return left_out if left_out.reasons else scored(question, offer, vocabulary, today, weights)


def scored(
    question: Question, offer: Offer, vocabulary: Vocabulary, today: date, weights: Weights = WEIGHTS
) -> Match:
    """The match of an offer that nothing excludes, without its reasons."""
    about = distance_about(question, offer) if offer.exact else None
    distance = None if about is None else about.metres
    values = parts(question, offer, vocabulary, today, distance)
    exact = exact_score(values, weights)
    score = half_up(exact)
    return Match(
        id=offer.id,
        name=offer.name,
        distance_m=distance,
        minutes=minutes_to(question, distance),
        parts=values,
        exact=exact,
        score=score,
        label=label_of(question, offer, vocabulary, values, score, distance),
        checked_on=offer.checked_on,
        badge=FreshnessBadge.MAYBE_STOPPED if offer.maybe_stopped else badge(offer.checked_on, today),
        measured=None if about is None else about.measured,
    )
