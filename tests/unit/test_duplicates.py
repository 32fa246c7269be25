"""Warning for something that is already on the map: domain.md 4.K."""

import time

import numpy as np
import pytest

from socialmap.geo.coordinates import from_metres
from socialmap.search.duplicates import (
    Candidate,
    KnownOffer,
    KnownOffers,
    Why,
    alike,
    contact_marks,
    likely_same,
)

HERE = from_metres(203_000, 503_000)


def east(metres):
    return from_metres(203_000 + metres, 503_000)


def known(name, metres, contact="", offer_id="x"):
    return KnownOffers([KnownOffer(offer_id, name, east(metres), contact)])


def test_koffieochtend_de_linde_forty_metres_away_gives_a_warning():
    (found,) = likely_same(Candidate("Koffieochtend De Linde", HERE), known("Koffie in de Linde", 40))
    assert (found.similarity, found.distance_m, found.why) == (0.80, 40, (Why.NAME_AND_PLACE,))


def test_wandelclub_and_eettafel_in_the_same_building_give_no_warning():
    assert round(alike("Wandelclub De Brug", "Eettafel De Brug"), 2) == 0.65
    assert likely_same(Candidate("Wandelclub De Brug", HERE), known("Eettafel De Brug", 0)) == ()


def test_two_gardens_nine_hundred_metres_apart_give_no_warning():
    assert round(alike("Buurttuin Zuid", "Buurttuin Noord"), 2) == 0.76
    assert likely_same(Candidate("Buurttuin Zuid", HERE), known("Buurttuin Noord", 900)) == ()


@pytest.mark.parametrize(("metres", "warned"), [(149, True), (150, True), (151, False)])
def test_a_hundred_and_fifty_metres_is_still_the_same_place(metres, warned):
    found = likely_same(Candidate("Koffie in de Linde", HERE), known("Koffie in de Linde", metres))
    assert bool(found) is warned


@pytest.mark.parametrize(
    "contact", ["bel 038-1234567", "+31 38 123 45 67", "0031381234567", "+31 (0)38 1234567", "(038) 123 4567"]
)
def test_the_same_phone_number_warns_however_it_is_written_and_however_far(contact):
    offers = known("Iets heel anders", 5_000, "via het buurthuis, 038 123 45 67")
    (found,) = likely_same(Candidate("Naailes", HERE, contact), offers)
    assert found.why == (Why.PHONE,)


def test_the_same_mail_address_warns_without_a_place():
    offers = known("Repair Café", 0, "Info@Linde.Example")
    (found,) = likely_same(Candidate("Naailes", None, "mail info@linde.example."), offers)
    assert (found.why, found.distance_m) == ((Why.MAIL,), None)


def test_a_name_without_a_place_is_no_reason_to_warn():
    assert likely_same(Candidate("Koffie in de Linde", None), known("Koffie in de Linde", 0)) == ()


def test_a_postcode_a_year_or_a_time_is_not_a_phone_number():
    assert contact_marks("sinds 2019, 8011 AB 12, van 10.00-12.00 uur") == frozenset()


def test_the_initiative_that_is_being_edited_does_not_warn_for_itself():
    offers = known("Koffie in de Linde", 0, "038-1234567", offer_id="linde")
    assert likely_same(Candidate("Koffie in de Linde", HERE, "038-1234567"), offers, leave_out="linde") == ()


def test_a_change_is_known_at_once_and_a_removed_initiative_is_forgotten():
    offers = known("Koffie in de Linde", 0, "038-1234567", offer_id="linde")
    offers.put(KnownOffer("linde", "Soep in de Linde", east(10), "038-7654321"))
    assert likely_same(Candidate("Naailes", HERE, "038-1234567"), offers) == ()
    assert [same.id for same in likely_same(Candidate("Naailes", HERE, "038-7654321"), offers)] == ["linde"]
    offers.remove("linde")
    assert likely_same(Candidate("Soep in de Linde", HERE, "038-7654321"), offers) == ()
    assert len(offers) == 0


def test_a_like_name_next_door_comes_before_the_same_number_elsewhere():
    offers = KnownOffers(
        [
            KnownOffer("a", "Naailes", east(4_000), "038-1234567"),
            KnownOffer("b", "Koffie in de Linde", east(20), ""),
        ]
    )
    found = likely_same(Candidate("Koffieochtend De Linde", HERE, "038-1234567"), offers)
    assert [same.id for same in found] == ["b", "a"]


def test_typing_stays_quick_among_fifty_thousand_initiatives_that_share_one_number():
    rng = np.random.default_rng(7)
    spread = rng.uniform(0, 20_000, (50_000, 2))
    points = [from_metres(200_000 + x, 500_000 + y) for x, y in spread[:200]]
    offers = KnownOffers(
        KnownOffer(f"i{n}", f"Koffie {n}", points[n % 200], "038-1234567") for n in range(50_000)
    )
    begin = time.process_time()
    found = likely_same(Candidate("Koffie 12", points[12], "038-1234567"), offers)
    assert found[0].similarity == 1.0
    assert time.process_time() - begin < 1.0
