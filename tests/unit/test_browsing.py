"""What the map and the list show."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from socialmap.geo.coordinates import distance_m, from_metres
from socialmap.model.provision import Access, OfferStatus
from socialmap.model.quadrants import Quadrant, Side
from socialmap.model.values import DayPart, Weekday
from socialmap.search.browsing import (
    Box,
    MapFilter,
    browse,
    count_by_area,
    ids_around,
    ids_of,
    rows_by_area,
    spots,
)
from socialmap.search.index import OfferIndex
from tests.unit.offers import TODAY, VOCABULARY, X_M, Y_M, offer, yes

OFFERS = (
    offer("koffie", 0.0, name="Koffie in de Linde", area_id="BU1", moments=(DayPart.TUESDAY_AFTERNOON,)),
    offer("soep", 0.0, name="Soep, café en praatje", area_id="BU1", barriers=yes("gratis")),
    offer(
        "schuld", 800.0, themes=("schulden",), area_id="BU2", sides=frozenset({Side.INDIVIDUAL, Side.FORMAL})
    ),
    offer("tuin", 900.0, themes=("groen-en-tuin",), sides=frozenset({Side.COLLECTIVE, Side.INFORMAL})),
    offer("inloop", 5_000.0, sides=frozenset({Side.COLLECTIVE}), barriers=yes("gratis", "prikkelarm")),
    offer("wmo", 100.0, access=Access.INDICATION),
    offer("pauze", 100.0, status=OfferStatus.PAUSED),
    offer("voorbij", 100.0, last_day=TODAY - timedelta(days=1)),
    offer("nergens", None, area_id="BU2"),
)


@pytest.fixture
def index():
    built = OfferIndex(VOCABULARY)
    for each in OFFERS:
        built.put_offer(each)
    return built


def shown(index, **chosen):
    return set(ids_of(index, browse(index, MapFilter(**chosen), TODAY)))


ALWAYS = {"koffie", "soep", "schuld", "tuin", "inloop", "nergens"}


def around(x_m, y_m, metres):
    low, high = from_metres(x_m - metres, y_m - metres), from_metres(x_m + metres, y_m + metres)
    return Box(low.lon, low.lat, high.lon, high.lat)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ALWAYS),
        ({"only_social_base": False}, ALWAYS | {"wmo"}),
        ({"statuses": (OfferStatus.PAUSED,)}, {"pauze"}),
        ({"themes": ("geld",)}, {"schuld"}),
        ({"themes": ("schulden", "groen-en-tuin")}, {"schuld", "tuin"}),
        ({"themes": ("ontmoeten",), "free_only": True}, {"soep", "inloop"}),
        ({"barriers": ("gratis", "prikkelarm")}, {"inloop"}),
        ({"open_on": Weekday.TUESDAY}, {"koffie"}),
        ({"area_id": "BU2"}, {"schuld", "nergens"}),
        ({"area_id": "BU9"}, set()),
        ({"sides": (Side.INFORMAL,)}, {"tuin"}),
        ({"sides": (Side.COLLECTIVE,)}, {"tuin", "inloop"}),
        ({"quadrants": (Quadrant.RO,)}, {"tuin", "inloop"}),
        ({"quadrants": (Quadrant.RB, Quadrant.LB)}, {"schuld", "inloop"}),
        ({"text": "linde"}, {"koffie"}),
        ({"text": "CAFE soep"}, {"soep"}),
        ({"text": "praatje linde"}, set()),
        ({"box": around(X_M, Y_M, 500)}, {"koffie", "soep"}),
    ],
)
def test_a_filter_leaves_what_it_says(index, chosen, expected):
    assert shown(index, **chosen) == expected


def test_a_name_that_changes_is_found_at_once(index):
    assert shown(index, text="lindeboom") == set()
    index.put_offer(replace(OFFERS[0], name="De Lindeboom"))
    assert shown(index, text="lindeboom") == {"koffie"}
    index.remove("koffie")
    assert shown(index, text="lindeboom") == set()


def test_the_list_is_in_order_of_name(index):
    assert ids_of(index, browse(index, MapFilter(themes=("ontmoeten",)), TODAY))[-2:] == ("koffie", "soep")


def test_offers_are_counted_per_area(index):
    assert count_by_area(index, browse(index, MapFilter(), TODAY)) == {"BU1": 2, "BU2": 2}


def test_the_rows_of_an_area_are_those_of_its_filter(index):
    by_area = rows_by_area(index, browse(index, MapFilter(), TODAY))
    assert {area: {index.ids[row] for row in rows} for area, rows in by_area.items()} == {
        "BU1": {"koffie", "soep"},
        "BU2": {"schuld", "nergens"},
    }


def test_around_a_middle_is_everything_near_or_in_one_of_the_areas_whether_it_runs_or_not(index):
    here = np.array([[X_M, Y_M]])
    assert set(ids_around(index, here, 850, ())) == {"koffie", "soep", "schuld", "wmo", "pauze", "voorbij"}
    assert set(ids_around(index, here, 50, ("BU2", "BU9"))) == {"koffie", "soep", "schuld", "nergens"}
    assert ids_around(index, np.empty((0, 2)), 850, ()) == []


def test_around_a_middle_is_nothing_that_was_removed(index):
    index.remove("koffie")
    assert ids_around(index, np.array([[X_M, Y_M]]), 50, ("BU1",)) == ["soep"]


def test_two_offers_at_one_address_are_one_spot_with_both_ids(index):
    found = spots(index, browse(index, MapFilter(box=around(X_M, Y_M, 500)), TODAY), zoom=18)
    assert [(spot.count, set(spot.ids)) for spot in found] == [(2, {"koffie", "soep"})]
    assert distance_m(found[0].point, from_metres(X_M, Y_M)) < 0.1


def test_far_out_everything_gathers_and_what_has_no_point_is_not_on_the_map(index):
    (spot,) = spots(index, browse(index, MapFilter(), TODAY), zoom=8)
    assert (spot.count, spot.ids) == (5, ())


def test_an_empty_map_has_no_spots():
    empty = OfferIndex(VOCABULARY)
    assert spots(empty, browse(empty, MapFilter(text="iets"), TODAY), zoom=10) == ()
