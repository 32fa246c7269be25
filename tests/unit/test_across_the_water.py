"""What lies across the river is far for everything that asks how far: supply, basics, groups, partners."""

from dataclasses import replace

import numpy as np

from socialmap.collective.bundling import bundle
from socialmap.collective.bundling_inputs import Means
from socialmap.collective.coverage import CoverageOffer, unserved_target_groups
from socialmap.collective.supply import Centre, SupplyOffer, places_per_week
from socialmap.collective.surroundings import basic_facilities
from socialmap.geo.footways import STRAIGHT_LINES
from socialmap.model.people import Mobility
from socialmap.model.wording_gaps import BasicReach
from socialmap.ontology.thesaurus import load_vocabulary
from tests.unit.drawn_streets import RIVER, network
from tests.unit.offers import X_M, Y_M
from tests.unit.test_bundling import asked, partner, venue

WORDS = load_vocabulary()
STREETS = network(*RIVER)
MIDDLE = Centre("BU1", X_M, Y_M)
ACROSS = {"x_m": X_M, "y_m": Y_M + 100}
HERE = {"x_m": X_M, "y_m": Y_M}


def supply(footways):
    return places_per_week(
        [MIDDLE], [SupplyOffer(id="I1", groups=("geld",), size=10, **ACROSS)], footways=footways
    )


def test_supply_across_the_river_is_not_within_reach():
    assert supply(STRAIGHT_LINES) == {("BU1", "geld"): 10}
    assert supply(STREETS) == {}


def test_the_nearest_basic_facility_is_the_one_on_this_side():
    middle = np.array([[X_M, Y_M]])
    places = np.array([[X_M, Y_M + 100], [X_M - 400, Y_M]])
    for footways, metres, reach in (
        (STRAIGHT_LINES, 130, BasicReach.NEAR),
        (STREETS, 400, BasicReach.NEAR),
    ):
        (found,) = basic_facilities(middle, ["huisarts", "huisarts"], places, WORDS, footways)
        doctor = next(one for one in found if one.type == "huisarts")
        assert (doctor.distance_m, doctor.reach) == (metres, reach)
    (found,) = basic_facilities(middle, ["huisarts"], places[:1], WORDS, STREETS)
    assert {one.type: one.reach for one in found}["huisarts"] is BasicReach.NOT_WALKABLE


def test_a_target_group_is_not_served_from_across_the_river():
    offer = CoverageOffer(id="I1", groups=("geld",), target_groups=("jongeren",), barriers={}, **ACROSS)
    for footways, unserved in ((STRAIGHT_LINES, False), (STREETS, True)):
        found = unserved_target_groups(X_M, Y_M, [offer], WORDS, footways)
        assert any(each.target_group == "jongeren" for each in found) is unserved


def run(footways, venues, questions=5, partners=(), **changes):
    people = [asked(number, **HERE, **changes) for number in range(1, questions + 1)]
    means = Means(venues, (), partners, footways)
    return bundle("nederlands-leren", people, means, lambda _: (), WORDS)


def test_a_group_meets_on_this_side_of_the_river():
    across, here = replace(venue(id="OVER"), **ACROSS), replace(venue(id="HIER"), x_m=X_M - 300, y_m=Y_M)
    assert [group.spot.venue for group in run(STRAIGHT_LINES, [across, here]).new] == ["OVER"]
    found = run(STREETS, [across, here]).new
    assert [(group.spot.venue, group.mean_distance_m) for group in found] == [("HIER", 300)]


def test_who_goes_by_bike_crosses_the_bridge():
    across = replace(venue(id="OVER"), **ACROSS)
    assert run(STREETS, [across]).new == ()
    (group,) = run(STREETS, [across], mobility=Mobility.CYCLING).new
    assert group.mean_distance_m == 1_300


def test_whoever_cannot_come_hears_how_far_it_really_is():
    across = replace(venue(id="OVER"), **ACROSS)
    found = run(STREETS, [across], questions=2)
    assert [each.need for each in found.no_place] == ["V1", "V2"]


def test_the_nearest_partner_is_on_this_side():
    across = replace(partner("OVER", "nederlands-leren"), **ACROSS)
    here = replace(partner("HIER", "nederlands-leren"), x_m=X_M - 500, y_m=Y_M)
    meeting = replace(venue(), **HERE)
    for footways, expected in ((STRAIGHT_LINES, ("OVER", 130)), (STREETS, ("HIER", 500))):
        (group,) = run(footways, [meeting], partners=[here, across]).new
        assert (group.partner.id, group.partner.distance_m) == expected
