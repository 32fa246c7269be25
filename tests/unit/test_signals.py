"""Patterns in place and time, their windows, and the five of a week (domain.md 4.E)."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from fractions import Fraction

import pytest

from socialmap.collective.signals import (
    Pattern,
    Place,
    Situation,
    find_patterns,
    for_the_week,
    in_order,
    judge,
    measure,
    poisson_tail,
    registration_factor,
)
from socialmap.collective.windows import count_windows
from socialmap.model.wording_signals import PatternOutcome
from socialmap.ontology.thesaurus import load_vocabulary

VOCABULARY = load_vocabulary()
TODAY = date(2026, 3, 2)
DISTRICTS = {"BU1": "WK1", "BU2": "WK1", "BU3": "WK2"}
PLACES = {"BU1": Place("WK1", 1_500), "BU2": Place("WK1", 7_500), "BU3": Place("WK2", None)}


def situation(**changed) -> Situation:
    """Case a of gold example G5."""
    given = {
        "theme": "slechte-woning",
        "area_id": "BU1",
        "inhabitants": 1_500,
        "inhabitants_total": 9_000,
        "persons": 9,
        "persons_total": 18,
        "earlier": (4, 3, 5, 4),
        "registrations": 100,
        "registrations_earlier": (100, 95, 105, 100),
    }
    return Situation(**{**given, **changed})


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def asked(prefix: str, count: int, theme="slechte-woning", area="BU1", days: int = 1):
    return [(f"{prefix}{n}", theme, area, days_ago(days)) for n in range(count)]


def test_the_tail_of_a_poisson_number_is_exact_where_it_is_tiny_and_where_it_is_huge():
    assert poisson_tail(3, 2.0) == pytest.approx(1 - 5 * math.exp(-2), rel=1e-14)
    assert poisson_tail(60, 1.0) == pytest.approx(math.exp(-1) / math.factorial(60) * 1.0166657, rel=1e-6)
    assert poisson_tail(100_000, 100_000.0) == pytest.approx(0.5, abs=0.002)
    assert poisson_tail(1_000, 1.0) == 0.0
    assert poisson_tail(5, Fraction(0)) == 0.0


def test_four_persons_have_no_numbers_at_all():
    few = judge(situation(persons=4, inhabitants=500, earlier=(0, 0, 1, 0)))
    assert few.outcome is PatternOutcome.TOO_FEW
    assert (few.persons, few.ratio, few.chance) == (None, None, 1.0)
    assert not re.search(r"\d", " ".join(few.sentences))
    assert "persons=" not in repr(few)
    assert "persons=" not in repr(situation())


def test_where_inhabitants_are_not_known_only_time_is_tested():
    unknown = situation(inhabitants_total=0)
    assert measure(unknown).expected is None
    assert judge(unknown).outcome is PatternOutcome.NOW


@pytest.mark.parametrize(
    ("now", "earlier", "factor"),
    [
        (100, (100, 95, 105, 100), 1),
        (500, (100, 100, 100, 100), 2),
        (1, (100, 100, 100, 100), Fraction(1, 2)),
        (3, (0, 0, 0, 0), 2),
        (0, (0, 0, 0, 0), 1),
        (150, (100, 100, 100, 100), Fraction(3, 2)),
    ],
)
def test_the_registration_factor_stays_between_a_half_and_two(now, earlier, factor):
    assert registration_factor(now, earlier) == factor


def test_windows_of_ninety_days_begin_today():
    questions = [
        ("p", "rouw", "BU1", days_ago(days)) for days in (0, 89, 90, 179, 180, 359, 360, 449, 450, -1)
    ]
    counts = count_windows(questions, TODAY, DISTRICTS, VOCABULARY)
    assert counts.by_area["rouw", "BU1"] == (1, 1, 1, 1, 1)
    assert counts.registrations["WK1"] == (2, 2, 1, 1, 2)


def test_a_person_counts_once_per_theme_per_window_and_acute_themes_nowhere():
    questions = [
        *asked("p", 3),
        *asked("p", 3),
        *asked("p", 3, "huiselijk-geweld"),
        *asked("p", 3, area="BU9"),
    ]
    counts = count_windows(questions, TODAY, DISTRICTS, VOCABULARY)
    assert dict(counts.by_area) == {("slechte-woning", "BU1"): (3, 0, 0, 0, 0)}
    assert counts.by_district["slechte-woning", "WK1"] == 3
    assert counts.registrations["WK1"][0] == 9


def test_themes_can_be_counted_together_by_leefgebied():
    questions = [*asked("p", 3, "schulden"), *asked("p", 4, "rondkomen")]
    counts = count_windows(questions, TODAY, DISTRICTS, VOCABULARY, per_group=True)
    assert counts.by_area["geld", "BU1"][0] == 4


def test_only_what_stands_out_is_found_and_only_where_we_know_the_place():
    questions = [
        *asked("a", 9),
        *asked("b", 4, "rouw"),
        *asked("c", 9, "bewegen", "BU3"),
        *(question for window in range(1, 5) for question in asked("z", 30, "koken", days=90 * window + 1)),
        *(question for window in range(1, 5) for question in asked("y", 30, "rouw", "BU2", 90 * window + 1)),
    ]
    found = find_patterns(count_windows(questions, TODAY, DISTRICTS, VOCABULARY), PLACES)
    assert [(one.theme, one.area_id, one.outcome.value) for one in found] == [
        ("slechte-woning", "BU1", "hier en nu"),
        ("bewegen", "BU3", "nu"),
    ]
    assert found[0].persons == 9


def test_the_most_striking_five_are_for_the_week():
    def pattern(outcome: PatternOutcome, chance: float, theme: str) -> Pattern:
        return Pattern(theme=theme, area_id="BU1", outcome=outcome, sentences=(), chance=chance)

    patterns = [
        pattern(PatternOutcome.NOW, 0.001, "a"),
        pattern(PatternOutcome.HERE, 0.02, "b"),
        pattern(PatternOutcome.HERE, 0.01, "c"),
        pattern(PatternOutcome.HERE_AND_NOW, 0.04, "d"),
        pattern(PatternOutcome.NOW, 0.001, "e"),
        pattern(PatternOutcome.NOW, 0.03, "f"),
        pattern(PatternOutcome.NOTHING, 1.0, "g"),
    ]
    assert [one.theme for one in for_the_week(patterns)] == ["d", "c", "b", "a", "e"]
    assert [one.theme for one in in_order(patterns)][-1] == "g"
