"""When a team sees its answers: a stand, never the newest answer by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from socialmap.collective.expertise import CRAFTS, expertise
from socialmap.collective.rounds import Given, stand_of
from socialmap.model.values import ProfessionalId, ThemeId
from socialmap.model.work import Discipline, Professional
from socialmap.ontology.thesaurus import load_vocabulary

THURSDAY = date(2026, 2, 26)
MONDAY = date(2026, 3, 2)
EVERYBODY = [ProfessionalId(name) for name in "abcdefg"]


def given(names: str, on: date = THURSDAY, what: int = 1) -> list[Given[int]]:
    return [Given(on, ProfessionalId(name), what) for name in names]


def test_when_everybody_answered_the_team_sees_it_at_once() -> None:
    stand = stand_of(given("abcdefg"), EVERYBODY, THURSDAY)
    assert (stand.on, len(stand.answers)) == (THURSDAY, 7)


@pytest.mark.parametrize(("today", "seen"), [(THURSDAY, 0), (date(2026, 3, 1), 0), (MONDAY, 6)])
def test_when_somebody_is_missing_it_waits_for_monday(today: date, seen: int) -> None:
    stand = stand_of(given("abcdef"), EVERYBODY, today)
    assert (len(stand.answers), stand.given) == (seen, 6)


def test_an_answer_on_a_monday_waits_for_the_next_one() -> None:
    assert stand_of(given("abcde", MONDAY), EVERYBODY, MONDAY).on is None
    assert stand_of(given("abcde", MONDAY), EVERYBODY, MONDAY + timedelta(days=7)).on == date(2026, 3, 9)


def test_four_answers_are_never_a_stand() -> None:
    later = THURSDAY + timedelta(days=400)
    assert stand_of(given("abcd"), EVERYBODY, later).on is None
    assert stand_of(given("abcd"), EVERYBODY[:4], later).on is None


def test_who_comes_late_or_changes_does_not_move_the_stand() -> None:
    late = [*given("abcdef"), *given("g", MONDAY), *given("a", MONDAY, 2)]
    for today in (MONDAY, MONDAY + timedelta(days=14)):
        stand = stand_of(late, EVERYBODY, today)
        assert set(stand.answers) == set(EVERYBODY[:6])
        assert set(stand.answers.values()) == {1}
    assert stand_of(late, EVERYBODY, MONDAY).given == 7


def test_five_other_answers_move_it_on_the_next_monday() -> None:
    changed = [*given("abcdef"), *given("abcde", MONDAY, 2)]
    assert set(stand_of(changed, EVERYBODY, MONDAY + timedelta(days=6)).answers.values()) == {1}
    moved = stand_of(changed, EVERYBODY, MONDAY + timedelta(days=7))
    assert (moved.on, sum(moved.answers.values())) == (date(2026, 3, 9), 11)


def test_an_answer_that_went_back_is_no_other_answer() -> None:
    there_and_back = [*given("abcde"), *given("abcde", MONDAY, 2), *given("a", MONDAY, 1)]
    stand = stand_of(there_and_back, EVERYBODY, MONDAY + timedelta(days=7))
    assert set(stand.answers.values()) == {1}


def test_a_discipline_with_a_figure_of_its_own_protects_who_is_in_it_and_who_is_not() -> None:
    crafts = dict.fromkeys(map(ProfessionalId, "abcdef"), Discipline.SOCIAL_WORK)
    crafts |= dict.fromkeys(map(ProfessionalId, "ghijk"), Discipline.YOUTH_CARE)
    first = given("abcdefghijk")
    for moved, follows in (("abcde", True), ("abcdg", False), ("abcdeg", False), ("abcdefghijk", True)):
        answers = [*first, *given(moved, MONDAY, 2)]
        stand = stand_of(answers, (), MONDAY + timedelta(days=7), crafts)
        assert (2 in stand.answers.values()) is follows


def test_a_day_after_today_counts_as_today() -> None:
    assert stand_of(given("abcdefg", MONDAY + timedelta(days=300)), EVERYBODY, MONDAY).on == MONDAY


def colleague(name: str, craft: Discipline, *focus: str, second: Discipline | None = None) -> Professional:
    return Professional(
        id=ProfessionalId(name),
        name=name,
        discipline=craft,
        second_discipline=second,
        focus=tuple(map(ThemeId, focus)),
    )


def test_what_nobody_has_is_missing_in_the_team() -> None:
    words = load_vocabulary()
    found = expertise(
        [
            colleague("ana", Discipline.SOCIAL_WORK, "geld", second=Discipline.YOUTH_CARE),
            colleague("bo", Discipline.TEAM_LEAD, "werk"),
        ],
        words,
    )
    assert [craft.discipline for craft in found.crafts] == [Discipline.SOCIAL_WORK, Discipline.YOUTH_CARE]
    assert Discipline.COMMUNITY_WORK in found.missing_crafts
    assert Discipline.TEAM_LEAD not in found.missing_crafts
    assert "geld" not in found.missing_focus
    assert len(found.missing_focus) == 11
    assert expertise([], words).missing_crafts == CRAFTS
