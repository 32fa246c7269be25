"""Of two listings of one thing: which stays, what is proposed per question, and what comes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from socialmap.model.provision import Facility, Initiative, Organisation, OrganisationKind, Session
from socialmap.model.values import (
    BarrierId,
    DayPart,
    FacilityId,
    FacilityTypeId,
    InitiativeId,
    LanguageCode,
    OrganisationId,
    Point,
    ThemeId,
    Tri,
)
from socialmap.search.double_choice import Pick, answers, united, which_stays

LINDE = Facility(
    id=FacilityId("linde"),
    name="Buurthuis De Linde",
    type=FacilityTypeId("buurthuis"),
    point=Point(6.05, 52.48),
    address="Lindestraat 12",
    checked_on=date(2026, 1, 1),
)
OTHER = Facility(
    id=FacilityId("osm"),
    name="De Linde",
    type=FacilityTypeId("dorpshuis"),
    point=Point(6.0501, 52.4801),
    phone="038-5550100",
    source="open kaart",
    source_id="n1",
)
COFFEE = Initiative(
    id=InitiativeId("a"),
    name="Koffie",
    themes=(ThemeId("ontmoeten"),),
    contact="via de balie",
    facility_id=LINDE.id,
    sessions=(Session(slot=DayPart.TUESDAY_MORNING, starts=time(10)),),
    barriers={BarrierId("gratis"): Tri.YES},
    cost_eur=0.0,
    checked_on=date(2026, 1, 1),
)


def proposed(first, second):
    return {answer.name: answer.proposed for answer in answers(first, second) if answer.differs}


def test_what_people_typed_stays_before_what_a_list_brought_and_then_the_latest_check():
    newer = replace(OTHER, checked_on=date(2026, 3, 1))
    assert which_stays(newer, LINDE) == (LINDE, newer)
    assert which_stays(replace(LINDE, id="b", checked_on=None), LINDE)[0] is LINDE
    twins = replace(LINDE, id=FacilityId("a")), LINDE
    assert which_stays(*twins) == which_stays(*twins[::-1]) == twins


def test_filled_in_goes_before_empty_without_a_question():
    found = {answer.name: answer for answer in answers(LINDE, OTHER)}
    assert (found["phone"].proposed, found["phone"].picks) == (Pick.SECOND, ())
    assert (found["checked_on"].proposed, found["checked_on"].picks) == (Pick.FIRST, ())
    assert found["name"].picks == (Pick.FIRST, Pick.SECOND)
    assert "source" not in found


def test_the_latest_check_is_proposed():
    later = replace(OTHER, checked_on=date(2026, 2, 1))
    assert proposed(LINDE, OTHER)["name"] is Pick.FIRST
    assert proposed(LINDE, later)["name"] is Pick.SECOND


def test_a_place_with_an_address_goes_before_a_newer_one_without():
    later = replace(OTHER, checked_on=date(2026, 2, 1))
    assert proposed(LINDE, later)["point"] is Pick.FIRST
    in_building = replace(COFFEE, id=InitiativeId("b"), facility_id=None, point=LINDE.point, checked_on=None)
    assert proposed(in_building, COFFEE)["facility_id"] is Pick.SECOND
    whole = united(in_building, COFFEE)
    assert (whole.facility_id, whole.point) == (LINDE.id, None)


def test_a_price_of_nothing_is_an_answer():
    other = replace(COFFEE, id=InitiativeId("b"), cost_eur=2.0, checked_on=None)
    assert {a.name: a.picks for a in answers(COFFEE, other)}["cost_eur"] == (Pick.FIRST, Pick.SECOND)
    assert united(COFFEE, other).cost_eur == 0.0


def test_lists_are_put_together_in_the_order_of_the_one_that_stays():
    other = replace(
        COFFEE,
        id=InitiativeId("b"),
        themes=(ThemeId("eenzaamheid"), ThemeId("ontmoeten")),
        languages=(LanguageCode("ar"), LanguageCode("nl")),
        barriers={BarrierId("gratis"): Tri.NO, BarrierId("lift"): Tri.YES},
        checked_on=None,
    )
    whole = united(COFFEE, other)
    assert whole.themes == ("ontmoeten", "eenzaamheid")
    assert whole.languages == ("nl", "ar")
    assert whole.barriers == {"gratis": Tri.YES, "lift": Tri.YES}
    newer = united(COFFEE, replace(other, checked_on=date(2026, 2, 1)))
    assert newer.barriers == {"gratis": Tri.NO, "lift": Tri.YES}
    alone = united(COFFEE, other, {"themes": Pick.FIRST, "barriers": Pick.SECOND})
    assert (alone.themes, alone.barriers) == (COFFEE.themes, other.barriers)


def test_more_than_four_themes_together_is_a_choice():
    many = replace(
        COFFEE, id=InitiativeId("b"), themes=tuple(map(ThemeId, "vwxyz")), checked_on=date(2025, 1, 1)
    )
    assert proposed(COFFEE, many)["themes"] is Pick.FIRST


def test_one_moment_told_in_two_ways_is_not_two_moments():
    other = replace(COFFEE, id=InitiativeId("b"), sessions=(Session(slot=DayPart.TUESDAY_MORNING),))
    assert proposed(COFFEE, other)["sessions"] is Pick.FIRST
    thursday = replace(other, sessions=(Session(slot=DayPart.THURSDAY_MORNING),))
    assert len(united(COFFEE, thursday).sessions) == 2


def test_two_organisations_that_worked_together_do_not_work_with_themselves():
    one = Organisation(id=OrganisationId("a"), name="Welzijn", sort=OrganisationKind.WELFARE)
    other = replace(one, id=OrganisationId("b"), partners=(one.id, OrganisationId("c")))
    assert united(one, other).partners == ("c",)
