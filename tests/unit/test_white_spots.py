"""White spots: what is shown, who is counted, and how far supply reaches (domain.md 4.C)."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from socialmap.collective.gaps import Asked, Inhabited, persons_asking, white_spots_by_group
from socialmap.collective.supply import (
    UNKNOWN_DROP_IN_SIZE,
    UNKNOWN_SIZE,
    Centre,
    SupplyOffer,
    places_per_week,
    supply_offer,
)
from socialmap.collective.white_spots import AreaSituation, as_shown, white_spots
from socialmap.model.provision import Access, Initiative, OfferStatus, Rhythm, Session
from socialmap.model.values import AreaId, BarrierId, DayPart, InitiativeId, ResidentId, ThemeId, Tri
from socialmap.model.wording_gaps import SpotCategory
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.disclosure import protect

TODAY = date(2026, 3, 2)
LINDEHOF = Centre(AreaId("BU1"), 200_000.0, 500_000.0, AreaId("WK1"))
MONEY = ThemeId("geld")
G3 = [
    AreaSituation(AreaId("BU1"), "Lindehof", 2_000, 24, 0),
    AreaSituation(AreaId("BU2"), "Vogelweide", 3_000, 30, 90),
    AreaSituation(AreaId("BU3"), "Havenrand", 1_500, 21, 12),
    AreaSituation(AreaId("BU4"), "Oude Kern", 2_500, 6, 60),
    AreaSituation(AreaId("BU5"), "Buitenhoek", 1_000, 3, 0),
]


def offer(name="I1", **facts):
    given = {"groups": (MONEY,), "x_m": 200_000.0, "y_m": 500_000.0, "size": 10} | facts
    return SupplyOffer(id=InitiativeId(name), **given)


def places(*offers, centre=LINDEHOF, **options):
    return places_per_week([centre], offers, **options).get((centre.id, MONEY), 0)


def test_a_hidden_count_takes_its_ratio_and_shortfall_along_and_keeps_its_category():
    spots = white_spots(G3)
    shown = {row.name: row for row in as_shown(spots, protect(spots.counts))}
    assert [row.count for row in shown.values()] == ["24", "21", "<5", "30", "–"]
    for name in ("Oude Kern", "Buitenhoek"):
        assert (shown[name].ratio, shown[name].shortfall) == ("–", "–")
    assert shown["Oude Kern"].category is SpotCategory.AMPLE
    assert shown["Buitenhoek"].category is SpotCategory.UNKNOWN
    assert (shown["Lindehof"].ratio, shown["Vogelweide"].shortfall) == ("1,3", "−0,7")
    assert shown["Oude Kern"].per_1000 == "24,0"


def test_with_everything_shown_the_ratio_is_the_exact_one_in_one_decimal():
    spots = white_spots(G3[:3])
    rows = as_shown(spots, protect(spots.counts))
    assert [row.ratio for row in rows] == [f"{row.ratio:.1f}".replace(".", ",") for row in spots.rows]


def test_the_numbers_of_persons_do_not_stand_in_the_representation():
    spots = white_spots(G3)
    assert "counts" not in repr(spots)
    assert "persons" not in repr(G3[0])


def test_no_neighbourhoods_give_no_white_spots():
    spots = white_spots([])
    assert (spots.rows, spots.per_1000_district) == ((), 0)
    assert as_shown(spots, protect(spots.counts)) == ()


def test_a_neighbourhood_where_nobody_lives_is_no_reason_to_stop():
    spots = white_spots([*G3, AreaSituation(AreaId("BU6"), "Haven", 0, 0, 40)])
    port = next(row for row in spots.rows if row.name == "Haven")
    assert (port.category, port.per_1000) == (SpotCategory.NOTHING_SPECIAL, 0)


def test_persons_are_counted_once_and_up_to_a_year_back():
    def asked(resident, days_ago, group="geld"):
        return Asked(ResidentId(resident), AreaId("BU1"), ThemeId(group), TODAY - timedelta(days=days_ago))

    found = persons_asking(
        [
            asked("B-1", 0), asked("B-1", 200), asked("B-2", 365), asked("B-3", 366), asked("B-4", -1),
            asked("B-1", 3, "wonen"),
        ],
        TODAY,
    )  # fmt: skip
    assert found == {(AreaId("BU1"), MONEY): 2, (AreaId("BU1"), ThemeId("wonen")): 1}


@pytest.mark.parametrize(
    ("rhythms", "times"),
    [
        ((), 1),
        ((Rhythm.WEEKLY,), 1),
        ((Rhythm.WEEKLY, Rhythm.WEEKLY), 2),
        ((Rhythm.FORTNIGHTLY,), Fraction(1, 2)),
        ((Rhythm.MONTHLY,), Fraction(12, 52)),
        ((Rhythm.ONCE,), 0),
        ((Rhythm.ONCE, Rhythm.WEEKLY), 1),
    ],
)
def test_places_a_week_follow_the_rhythm(rhythms, times):
    assert places(offer(rhythms=rhythms)) == 10 * times


def test_an_unknown_size_counts_as_eight_and_a_drop_in_as_fifteen():
    assert places(offer(size=None)) == UNKNOWN_SIZE == 8
    assert places(offer(size=None, drop_in=True)) == UNKNOWN_DROP_IN_SIZE == 15
    assert places(offer(drop_in=True)) == 10


@pytest.mark.parametrize(
    "facts",
    [
        {"status": OfferStatus.PAUSED},
        {"status": OfferStatus.IDEA},
        {"access": Access.INDICATION},
        {"groups": (ThemeId("wonen"),)},
        {"x_m": None, "y_m": None},
        {"x_m": None, "y_m": None, "picks_up": True, "district_id": AreaId("WK2")},
    ],
)
def test_what_does_not_run_is_closed_or_lies_elsewhere_is_no_supply(facts):
    assert places(offer(**facts)) == 0


def test_a_referral_is_no_indication():
    assert places(offer(access=Access.REFERRAL)) == 10


def test_people_who_are_picked_up_in_the_district_count_once_wherever_it_is():
    far = {"x_m": 210_000.0, "picks_up": True, "district_id": AreaId("WK1")}
    near = {"picks_up": True, "district_id": AreaId("WK1")}
    assert places(offer(**far)) == 10
    assert places(offer(**near)) == 10
    assert places(offer("I1", **far), offer("I2", **near), offer("I3")) == 30
    assert places(offer(**far), centre=Centre(AreaId("BU1"), 0.0, 0.0)) == 0


@pytest.mark.parametrize(
    ("straight_m", "reached"), [(769.0, True), (769.6, True), (769.7, False), (1_000.0, False)]
)
def test_reach_is_a_thousand_metres_over_streets(straight_m, reached):
    assert bool(places(offer(x_m=200_000.0 - straight_m))) is reached


def test_an_initiative_of_two_life_areas_is_supply_for_both_and_can_be_left_out():
    both = offer(groups=(MONEY, ThemeId("leren")))
    assert len(places_per_week([LINDEHOF], [both])) == 2
    assert places(both, without={both.id}) == 0


def test_the_supply_of_an_initiative_is_read_from_its_record():
    vocabulary = load_vocabulary()
    initiative = Initiative(
        id=InitiativeId("I1"),
        name="Inloop",
        themes=(ThemeId("schulden"), ThemeId("formulieren-post"), ThemeId("bestaat-niet")),
        contact="via het wijkteam",
        activity_type="inloop",
        barriers={BarrierId("haal_en_breng"): Tri.YES},
        sessions=(Session(slot=DayPart("di-middag"), rhythm=Rhythm.MONTHLY),),
    )
    read = supply_offer(initiative, vocabulary, x_m=1.0, y_m=2.0, district_id=AreaId("WK1"))
    known = [theme for theme in initiative.themes if theme in vocabulary.themes]
    assert read.groups == tuple(dict.fromkeys(vocabulary.top_of(theme) for theme in known))
    assert MONEY in read.groups
    assert (read.picks_up, read.drop_in, read.size) == (True, True, None)
    assert read.places_a_year == 15 * 12


def test_white_spots_of_every_life_area_come_from_persons_and_offers():
    areas = [
        Inhabited("Lindehof", 1_000, LINDEHOF),
        Inhabited("Havenrand", 1_000, Centre(AreaId("BU2"), 205_000.0, 500_000.0, AreaId("WK1"))),
    ]
    persons = {(AreaId("BU1"), MONEY): 9, (AreaId("BU2"), MONEY): 9}
    found = white_spots_by_group(areas, [offer()], persons, [MONEY, ThemeId("wonen")])
    assert [(row.name, row.category.value) for row in found[MONEY].rows] == [
        ("Havenrand", "Witte vlek"),
        ("Lindehof", "In balans"),
    ]
    assert {row.category for row in found[ThemeId("wonen")].rows} == {SpotCategory.UNKNOWN}
    without = white_spots_by_group(areas, [offer()], persons, [MONEY], without={InitiativeId("I1")})
    assert {row.category for row in without[MONEY].rows} == {SpotCategory.WHITE_SPOT}
