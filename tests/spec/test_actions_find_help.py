"""Searching for a resident, from the journal to the explained answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.locate_address import locate_address
from socialmap.actions.recognise_words import recognise_words
from socialmap.errors import InvalidInput
from socialmap.geo.coordinates import from_metres
from socialmap.model.people import Mobility
from socialmap.model.values import AreaId, DayPart, ThemeId, ThresholdId
from socialmap.model.wording import Code, FreshnessBadge, MatchLabel
from socialmap.privacy.roles import Role, Viewer
from tests.town import BEZOEK, DE_LINDE, EETTAFEL, HUISKAMER, KOFFIE, LINDEHOF, TAALCAFE, WANDELCLUB

WORKER = Viewer(Role.PROFESSIONAL, "joost")
AT_THE_TABLE = HelpRequest(
    themes=(ThemeId("eenzaamheid"), ThemeId("samen-eten")),
    start=from_metres(200_000, 500_000),
    mobility=Mobility.POOR,
    day_parts=(DayPart.TUESDAY_AFTERNOON, DayPart.THURSDAY_MORNING),
    thresholds=(ThresholdId("durft_niet_alleen"), ThresholdId("geen_geld")),
    age=(78, 78),
)


def signed(match):
    return {f"{reason.sign} {reason.sentence}" for reason in match.reasons}


def test_the_gold_example_gives_its_two_matches_in_order(workspace):
    answer = find_help(workspace, WORKER, AT_THE_TABLE)
    assert [(match.id, match.score, match.label) for match in answer.matches] == [
        (KOFFIE.id, 85, MatchLabel.GOOD),
        (EETTAFEL.id, 52, MatchLabel.FAIR),
    ]
    assert [round(match.exact, 2) for match in answer.matches] == [85.10, 52.22]
    assert [(match.distance_m, match.minutes) for match in answer.matches] == [(325, 7), (130, 3)]
    assert (answer.more, answer.relaxed, answer.safety) == (0, (), False)


@pytest.mark.parametrize(
    ("age", "fits"), [((12, 17), False), ((60, 70), True), ((75, 120), True), ((64, 64), False)]
)
def test_about_how_old_somebody_is_leaves_out_only_what_cannot_fit(workspace, age, fits):
    for_elderly = replace(KOFFIE, age_min=65)
    workspace.catalogue.save(
        [for_elderly], actor="joost", action="begin", at=datetime(2026, 2, 26, tzinfo=UTC)
    )
    answer = find_help(workspace, WORKER, replace(AT_THE_TABLE, age=age))
    assert (KOFFIE.id in {match.id for match in answer.matches}) is fits


def test_a_match_says_why_it_fits_and_what_it_is(workspace):
    koffie, eettafel = find_help(workspace, WORKER, AT_THE_TABLE).matches
    assert {
        "+ Gaat over: Eenzaamheid.",
        "+ 7 minuten lopen.",
        "+ Iemand gaat de eerste keer mee.",
        "+ Op di-middag, dat kan.",
    } <= signed(koffie)
    assert any("Gratis" in line for line in signed(koffie))
    assert {
        "? Vraag na: Iemand gaat de eerste keer mee?",
        "− Kost € 4 per keer.",
        "− Niet op een dag die kan.",
    } <= signed(eettafel)
    assert eettafel.badge == FreshnessBadge.CALL_FIRST
    assert (koffie.place, koffie.contact, koffie.has_buddy) == ("Buurthuis De Linde", KOFFIE.contact, True)
    assert koffie.when == ("dinsdag 14.00–16.00 uur",)
    assert (koffie.lon, koffie.lat) == pytest.approx((DE_LINDE.point.lon, DE_LINDE.point.lat), abs=1e-6)


def test_a_score_is_the_sum_of_its_seven_parts(workspace):
    for match in find_help(workspace, WORKER, AT_THE_TABLE).matches:
        assert len(match.parts) == 7
        assert sum(part.weight for part in match.parts) == 100
        assert sum(part.weight * part.value for part in match.parts) == pytest.approx(match.exact)


def test_what_does_not_fit_is_told_with_every_reason(workspace):
    answer = find_help(workspace, WORKER, AT_THE_TABLE)
    told = {group.code: [(item.id, item.sentences) for item in group.items] for group in answer.not_shown}
    assert told == {
        Code.FULL: [(BEZOEK.id, ("Zit vol.",))],
        Code.TOO_FAR: [(HUISKAMER.id, ("Te ver: 24 minuten lopen.",))],
    }
    assert answer.more_not_shown == 0


def test_what_is_about_something_else_is_nowhere(workspace):
    answer = find_help(workspace, WORKER, AT_THE_TABLE)
    everywhere = {match.id for match in answer.matches} | {
        item.id for group in answer.not_shown for item in group.items
    }
    assert everywhere.isdisjoint({WANDELCLUB.id, TAALCAFE.id})


def test_a_neighbourhood_stands_for_its_centre(workspace):
    in_lindehof = replace(AT_THE_TABLE, start=None, area_id=LINDEHOF.id)
    assert find_help(workspace, WORKER, in_lindehof) == find_help(workspace, WORKER, AT_THE_TABLE)


def test_an_address_becomes_the_neighbourhood_and_the_search_starts_there(workspace):
    (area,) = locate_address(workspace, WORKER, "Lindestraat 3")
    assert (area.area_id, area.name) == (LINDEHOF.id, "Lindehof")
    answer = find_help(workspace, WORKER, replace(AT_THE_TABLE, start=None, area_id=area.area_id))
    assert answer.matches[0].id == KOFFIE.id


def test_words_become_the_theme_that_is_searched(workspace):
    recognised = recognise_words(workspace, "zit de hele dag alleen")
    assert [(theme.id, theme.label, theme.matched) for theme in recognised.themes][:1] == [
        ("eenzaamheid", "Eenzaamheid", "hele dag alleen")
    ]
    assert not recognised.acute


@pytest.mark.parametrize("themes", [("huiselijk-geweld",), ("eenzaamheid", "huiselijk-geweld")])
def test_an_acute_theme_anywhere_gives_the_safety_card_and_nothing_else(workspace, themes):
    answer = find_help(workspace, WORKER, replace(AT_THE_TABLE, themes=themes))
    assert answer.safety
    assert (answer.matches, answer.not_shown, answer.relaxed, answer.more) == ((), (), (), 0)


def test_without_theme_and_place_both_are_asked_for_at_once(workspace):
    with pytest.raises(InvalidInput) as refused:
        find_help(workspace, WORKER, HelpRequest(themes=()))
    assert {violation.field: violation.sentence for violation in refused.value.violations} == {
        "themes": "Kies eerst een onderwerp.",
        "area_id": "Kies een buurt. Dan weten we wat dichtbij is.",
    }


def test_a_neighbourhood_that_does_not_exist_is_asked_for_again(workspace):
    with pytest.raises(InvalidInput, match="Kies een buurt"):
        find_help(
            workspace, WORKER, HelpRequest(themes=(ThemeId("eenzaamheid"),), area_id=AreaId("BU00000000"))
        )


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (replace(AT_THE_TABLE, themes=(ThemeId("bestaat-niet"),)), "Dit onderwerp bestaat niet."),
        (replace(AT_THE_TABLE, thresholds=(ThresholdId("onzin"),)), "Deze drempel bestaat niet."),
    ],
)
def test_a_word_that_is_not_in_the_thesaurus_is_refused(workspace, request_, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        find_help(workspace, WORKER, request_)


def test_a_language_that_cannot_be_one_is_refused(workspace):
    with pytest.raises(InvalidInput) as refused:
        find_help(workspace, WORKER, replace(AT_THE_TABLE, languages=("nl", "onzin")))
    assert [violation.field for violation in refused.value.violations] == ["languages"]


def test_when_nothing_is_near_the_search_looks_farther_and_says_so(workspace):
    alone = HelpRequest(themes=(ThemeId("bewegen"),), area_id=AreaId("BU99980103"), mobility=Mobility.POOR)
    answer = find_help(workspace, WORKER, alone)
    assert [match.id for match in answer.matches] == [WANDELCLUB.id]
    assert answer.relaxed
    assert all(line.startswith("Dichtbij is er niets.") for line in answer.relaxed)


def test_questions_in_three_life_areas_are_better_talked_over_first(workspace):
    def asked(*themes):
        return find_help(workspace, WORKER, replace(AT_THE_TABLE, themes=themes)).many_life_areas

    assert not asked("eenzaamheid", "samen-eten")
    assert asked("eenzaamheid", "nederlands-leren", "schulden")


def test_only_as_many_as_asked_are_shown_and_the_rest_is_counted(workspace):
    answer = find_help(workspace, WORKER, replace(AT_THE_TABLE, limit=1))
    assert [match.id for match in answer.matches] == [KOFFIE.id]
    assert answer.more == 1


def test_what_is_known_by_its_area_alone_is_found_there_but_has_no_spot(workspace):
    around = replace(KOFFIE, facility_id=None, room_id=None, area_id=LINDEHOF.id)
    workspace.catalogue.save([around], actor="x", action="y", at=workspace.clock())
    koffie = next(m for m in find_help(workspace, WORKER, AT_THE_TABLE).matches if m.id == KOFFIE.id)
    assert (koffie.lon, koffie.lat, koffie.distance_m, koffie.minutes) == (None, None, None, None)
    assert "? Vraag na waar dit is." in signed(koffie)
    far_away = replace(AT_THE_TABLE, start=from_metres(240_000, 500_000))
    assert find_help(workspace, WORKER, far_away).relaxed


def test_searching_writes_nothing(workspace):
    before = workspace.catalogue.position()
    find_help(workspace, WORKER, AT_THE_TABLE)
    locate_address(workspace, WORKER, "Lindestraat 3")
    recognise_words(workspace, "zit de hele dag alleen")
    assert workspace.catalogue.position() == before
