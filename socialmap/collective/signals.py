"""Patterns: a theme that stands out in a neighbourhood, beside other places and before (domain.md 4.E).

A pattern is a reason to talk, never a proof. The counts of persons it comes from stay out of every text and
out of ``repr``; a pattern of fewer than five persons has no numbers at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from socialmap.collective.windows import EARLIER_WINDOWS, WindowCounts
from socialmap.model.rounding import round_half_away
from socialmap.model.values import AreaId, ThemeId
from socialmap.model.wording_signals import PatternOutcome, pattern_sentences
from socialmap.privacy.disclosure import FLOOR

FEWEST_PERSONS = FLOOR
STRIKING = Fraction(3, 2)
"""How many times the expected number stands out, in place and in time."""
PRETENDED_PERSONS = 5
"""As if this many ordinary questions were there already, so that small neighbourhoods do not jump out."""
LARGEST_CHANCE = 0.05
LOWEST_FACTOR, HIGHEST_FACTOR = Fraction(1, 2), Fraction(2)
MOST_A_WEEK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A theme in a neighbourhood, with what it is compared to. Layer core: counts of persons.

    ``earlier`` and ``registrations_earlier``: the four windows before this one. ``inhabitants_total`` and
    ``persons_total`` are of the district; 0 inhabitants there means not known: then place is not tested.
    """

    theme: ThemeId
    area_id: AreaId
    inhabitants: int
    inhabitants_total: int
    persons: int = field(repr=False)
    persons_total: int = field(repr=False)
    earlier: tuple[int, ...] = field(repr=False)
    registrations: int
    registrations_earlier: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """The numbers of both tests, unrounded. Layer core; not for any screen below five persons.

    ``expected`` (E), ``ratio`` (RR) and ``chance_here`` are ``None`` when inhabitants are not known.
    """

    expected: Fraction | None = field(repr=False)
    ratio: Fraction | None = field(repr=False)
    chance_here: float | None = field(repr=False)
    mean_before: Fraction = field(repr=False)
    factor: Fraction = field(repr=False)
    expected_now: Fraction = field(repr=False)
    chance_now: float = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What the two tests say. ``sentences`` hold no number; ``persons`` is ``None`` below the floor.

    ``chance``: the smallest chance among the tests that stand out, 1 when none does. RR in two decimals.
    """

    theme: ThemeId
    area_id: AreaId
    outcome: PatternOutcome
    sentences: tuple[str, ...]
    persons: int | None = field(default=None, repr=False)
    ratio: float | None = field(default=None, repr=False)
    chance: float = field(default=1.0, repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a neighbourhood lies, and how many people live there (``None``: not known)."""

    district_id: AreaId
    inhabitants: int | None


def measure(situation: Situation) -> Measures:
    """E, RR and p for place; m, R, E_t and p for time.

    R is the number of questions now over the mean of the four windows before, between a half and two. With
    no questions at all before, R is two if there are some now (the limit), and one if there are none.
    """
    expected = ratio = chance_here = None
    if situation.inhabitants_total > 0:
        expected = Fraction(situation.inhabitants * situation.persons_total, situation.inhabitants_total)
        ratio = Fraction(situation.persons + PRETENDED_PERSONS) / (expected + PRETENDED_PERSONS)
        chance_here = poisson_tail(situation.persons, expected)
    mean_before = _mean(situation.earlier)
    factor = registration_factor(situation.registrations, situation.registrations_earlier)
    expected_now = max(mean_before * factor, Fraction(1))
    chance_now = poisson_tail(situation.persons, expected_now)
    return Measures(expected, ratio, chance_here, mean_before, factor, expected_now, chance_now)


def judge(situation: Situation) -> Pattern:
    """The pattern of one theme in one neighbourhood, whatever comes out."""
    if situation.persons < FEWEST_PERSONS:
        return _pattern(situation, PatternOutcome.TOO_FEW)
    found = measure(situation)
    here = (
        found.ratio is not None
        and found.chance_here is not None
        and found.ratio >= STRIKING
        and found.chance_here <= LARGEST_CHANCE
    )
    now = situation.persons >= STRIKING * found.expected_now and found.chance_now <= LARGEST_CHANCE
    outcome = {
        (True, True): PatternOutcome.HERE_AND_NOW,
        (True, False): PatternOutcome.HERE,
        (False, True): PatternOutcome.NOW,
        (False, False): PatternOutcome.NOTHING,
    }[here, now]
    chances = [found.chance_here] * here + [found.chance_now] * now
    return _pattern(
        situation,
        outcome,
        persons=situation.persons,
        ratio=None if found.ratio is None else round_half_away(float(found.ratio), 2),
        chance=min((chance for chance in chances if chance is not None), default=1.0),
    )


def find_patterns(counts: WindowCounts, places: Mapping[AreaId, Place]) -> tuple[Pattern, ...]:
    """Everything that stands out, the most striking first; neighbourhoods that ``places`` lacks do not count.

    Order: hier en nu, hier, nu; then the smallest chance, theme, area.
    """
    inhabitants, unknown = dict[AreaId, int](), set[AreaId]()
    for place in places.values():
        inhabitants[place.district_id] = inhabitants.get(place.district_id, 0) + (place.inhabitants or 0)
        if place.inhabitants is None:
            unknown.add(place.district_id)
    found = []
    for (theme, area_id), windows in counts.by_area.items():
        if windows[0] < FEWEST_PERSONS or area_id not in places:
            continue
        district = places[area_id].district_id
        registrations = counts.registrations[district]
        pattern = judge(
            Situation(
                theme=theme,
                area_id=area_id,
                inhabitants=places[area_id].inhabitants or 0,
                inhabitants_total=0 if district in unknown else inhabitants[district],
                persons=windows[0],
                persons_total=counts.by_district[theme, district],
                earlier=windows[1:],
                registrations=registrations[0],
                registrations_earlier=registrations[1:],
            )
        )
        if pattern.outcome.is_signal:
            found.append(pattern)
    return in_order(found)


def in_order(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """The most striking first."""
    return tuple(sorted(patterns, key=lambda one: (one.outcome.rank, one.chance, one.theme, one.area_id)))


def for_the_week(patterns: Sequence[Pattern]) -> tuple[Pattern, ...]:
    """At most five, the most striking."""
    return in_order(pattern for pattern in patterns if pattern.outcome.is_signal)[:MOST_A_WEEK]


def registration_factor(now: int, earlier: Sequence[int]) -> Fraction:
    """R: an outreach month must not look like a rising problem."""
    mean = _mean(earlier)
    if mean == 0:
        return HIGHEST_FACTOR if now > 0 else Fraction(1)
    return min(max(now / mean, LOWEST_FACTOR), HIGHEST_FACTOR)


def poisson_tail(at_least: int, mean: Fraction | float) -> float:
    """P(X ≥ ``at_least``) for a Poisson number X with this mean (0 or more).

    Above the mean the tail itself is summed, so that nothing cancels; else one minus what lies below.
    Terms are exponentials of logarithms, so that a mean of many thousands neither over- nor underflows.

    >>> round(poisson_tail(9, 3.0), 4), round(poisson_tail(4, 1.0), 4), poisson_tail(0, 0.0)
    (0.0038, 0.019, 1.0)
    """
    expected = float(mean)
    if at_least <= 0:
        return 1.0
    if expected == 0:
        return 0.0
    if at_least <= expected:
        return max(0.0, 1.0 - math.fsum(_probability(count, expected) for count in range(at_least)))
    terms = [_probability(at_least, expected)]
    count = at_least
    while terms[-1] > terms[0] * 1e-18:
        count += 1
        terms.append(terms[-1] * expected / count)
    return math.fsum(terms)


def _probability(count: int, expected: float) -> float:
    return math.exp(count * math.log(expected) - expected - math.lgamma(count + 1))


def _mean(windows: Sequence[int]) -> Fraction:
    return Fraction(sum(windows), EARLIER_WINDOWS)


def _pattern(
    situation: Situation,
    outcome: PatternOutcome,
    *,
    persons: int | None = None,
    ratio: float | None = None,
    chance: float = 1.0,
) -> Pattern:
    return Pattern(
        theme=situation.theme,
        area_id=situation.area_id,
        outcome=outcome,
        sentences=pattern_sentences(outcome),
        persons=persons,
        ratio=ratio,
        chance=chance,
    )
