"""Which listings on the whole map are perhaps one thing, and which only look so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.geo.coordinates import from_metres
from socialmap.model.language import Language, speaking
from socialmap.model.provision import (
    Facility,
    Initiative,
    Organisation,
    OrganisationKind,
    Session,
)
from socialmap.model.values import (
    DayPart,
    FacilityId,
    FacilityTypeId,
    InitiativeId,
    OrganisationId,
    Point,
    ThemeId,
)
from socialmap.model.wording_doubles import DoubleLabel, DoublePart
from socialmap.search.doubles import find_doubles
from socialmap.search.listings import address_of, listing_of, site_of

TUESDAY, THURSDAY = (Session(slot=slot) for slot in (DayPart.TUESDAY_MORNING, DayPart.THURSDAY_MORNING))


def east(metres: float) -> Point:
    return from_metres(203_000 + metres, 503_000)


def facility(
    name: str, metres: float = 0, *, named: str = "x", sort: str = "buurthuis", **more: str
) -> Facility:
    return Facility(id=FacilityId(named), name=name, type=FacilityTypeId(sort), point=east(metres), **more)


LINDE = facility("Buurthuis De Linde", named="linde", address="Lindestraat 12", phone="038-5550100")


def organisation(name: str, *, named: str = "x", **more: str) -> Organisation:
    return Organisation(id=OrganisationId(named), name=name, sort=OrganisationKind.WELFARE, **more)


def group(name: str, *sessions: Session, named: str = "x", **more: object) -> Initiative:
    given = {"themes": (ThemeId("ontmoeten"),), "contact": "", "facility_id": LINDE.id} | more
    return Initiative(id=InitiativeId(named), name=name, sessions=sessions, **given)


def found(*things):
    return find_doubles(listing_of(thing, {LINDE.id: LINDE}) for thing in things)


def label_of(*things):
    doubles = found(*things)
    return doubles[0].label if doubles else None


@pytest.mark.parametrize(
    ("name", "metres", "more"),
    [
        ("Buurthuis De Linde", 20, {}),
        ("St. Buurthuis de Linde", 20, {}),
        ("Linde, De (buurthuis)", 20, {}),
        ("Wijkcentrum De Linde", 10, {"address": "Lindestr. 12"}),
        ("De Linde", 40, {"address": "Lindestraat 12, 8011 AB Zwolle"}),
        ("Buurthuis de Lidne", 10, {"address": "Lindestraat 12"}),
        ("BUURT HUIS DE LINDE", 60, {"phone": "+31 38 555 01 00"}),
        ("Dorpshuis De Linde", 100, {"phone": "(038) 5550100"}),
    ],
)
def test_one_building_under_two_names_is_found(name, metres, more):
    assert label_of(LINDE, facility(name, metres, **more)) is not None


@pytest.mark.parametrize(
    ("name", "metres", "more"),
    [
        ("Buurthuis De Linde", 1_200, {}),
        ("Bibliotheek De Linde", 0, {"sort": "bibliotheek", "address": "Lindestraat 12"}),
        ("Buurthuis De Bron", 0, {"address": "Lindestraat 12", "phone": "038-5550100"}),
        ("Buurthuis De Linde Zuid", 2_500, {}),
    ],
)
def test_another_building_is_not(name, metres, more):
    assert found(LINDE, facility(name, metres, **more)) == ()


def test_a_close_match_at_one_address_is_almost_certain_and_says_why():
    (double,) = found(LINDE, facility("Buurthuis de Linde", 10, address="Lindestraat 12"))
    assert double.label is DoubleLabel.ALMOST_CERTAIN
    assert double.score == sum(part.points for part in double.parts)
    assert {part.what for part in double.parts} >= {DoublePart.NAME, DoublePart.ADDRESS, DoublePart.PLACE}
    assert "Het adres is hetzelfde." in [part.sentence for part in double.parts]
    assert double.distance_m == 10


def test_noord_and_zuid_side_by_side_are_two():
    assert found(facility("Buurttuin Noord", named="n"), facility("Buurttuin Zuid", 50)) == ()


def test_two_organisations_in_one_building_are_two():
    at = {"address": "Lindestraat 12", "phone": "038-5550100", "website": "https://linde.example"}
    first = organisation("Taalmaatjes Lindehof", named="taal", **at)
    second = organisation("Vrienden van De Linde", **at)
    assert found(first, second, organisation("Bewonersgroep Lindehof", named="b", **at)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stichting Welzijn Dobberdam", "Welzijn Dobberdam"),
        ("Welzijn Dobberdam", "Dobberdam, Welzijn (St.)"),
        ("CJG", "Centrum voor Jeugd en Gezin"),
    ],
)
def test_an_organisation_under_two_names_is_found(one, other):
    same = {"phone": "038-5550200"}
    assert label_of(organisation(one, named="1", **same), organisation(other, named="2", **same)) is not None


def test_two_groups_in_one_building_at_other_times_are_two():
    assert found(group("Yoga", TUESDAY, named="di"), group("Yoga", THURSDAY)) == ()
    assert found(group("Koffieochtend", TUESDAY, named="di"), group("Bingo", TUESDAY)) == ()
    ages = {"age_min": 4, "age_max": 8}
    older = {"age_min": 9, "age_max": 12}
    assert (
        found(group("Kinderdisco", TUESDAY, named="k", **ages), group("Kinderdisco", TUESDAY, **older)) == ()
    )


def test_one_group_under_two_names_is_found():
    one = group("Koffie in de Linde", TUESDAY, named="koffie")
    assert label_of(one, group("Koffieochtend De Linde", TUESDAY)) is DoubleLabel.LIKELY
    by_point = group("Koffieochtend De Linde", facility_id=None, point=east(40))
    assert label_of(one, by_point) is DoubleLabel.LIKELY


def test_the_two_sides_of_a_bus_stop_are_two():
    stops = [facility("Lindestraat", metres, named=str(metres), sort="ov-halte") for metres in (0, 20)]
    assert found(*stops) == ()


def test_things_of_two_kinds_are_never_one():
    same = {"address": "Lindestraat 12", "phone": "038-5550100"}
    assert found(LINDE, organisation("Buurthuis De Linde", **same)) == ()


def test_a_number_that_many_have_says_little():
    many = [
        organisation(f"Groep {word}", named=word, phone="038-5550100")
        for word in ("aap", "noot", "mies", "wim")
    ]
    (double,) = found(*many, organisation("Groep Noot", named="noot-2", phone="038-5550100"))
    (phone,) = [part for part in double.parts if part.what is DoublePart.PHONE]
    assert (phone.points, phone.sentence.endswith("Maar dat hebben er meer.")) == (3, True)


def test_a_pair_that_was_told_apart_stays_away():
    other = facility("De Linde", 10, address="Lindestraat 12")
    listings = [listing_of(each, {}) for each in (LINDE, other)]
    pair = frozenset((("facility", LINDE.id), ("facility", other.id)))
    assert find_doubles(listings)
    assert find_doubles(listings, told_apart=[pair]) == ()


def test_one_row_of_a_list_under_two_ids_is_found_whatever_else():
    other = replace(LINDE, id=FacilityId("b"), source="lijst", source_id="7", point=east(900))
    assert label_of(replace(LINDE, source="lijst", source_id="7"), other) is not None


@pytest.mark.parametrize(
    ("written", "street", "number", "letter", "postcode"),
    [
        ("Lindestr. 12-A, 8011 AB Zwolle", "lindestraat", "12", "a", "8011ab"),
        ("Plein 1940 12", "plein 1940", "12", "", ""),
        ("2e Dwarsstraat 3", "2e dwarsstraat", "3", "", ""),
        ("Lindestraat", "lindestraat", "", "", ""),
        ("", "", "", "", ""),
    ],
)
def test_an_address_is_taken_apart(written, street, number, letter, postcode):
    address = address_of(written)
    assert (address.street, address.number, address.letter, address.postcode) == (
        street,
        number,
        letter,
        postcode,
    )


@pytest.mark.parametrize(
    ("written", "host", "page"),
    [
        ("https://www.Linde.example/", "linde.example", ""),
        ("linde.example/koffie?x=1", "linde.example", "linde.example/koffie"),
        ("https://www.facebook.com/delinde", "", "facebook.com/delinde"),
        ("http://[geen adres", "", ""),
        (" ", "", ""),
    ],
)
def test_a_website_is_a_host_and_a_page(written, host, page):
    assert (site_of(written).host, site_of(written).page) == (host, page)


def test_the_reasons_that_are_kept_are_told_in_the_language_that_is_spoken():
    things = (LINDE, facility("Buurthuis de Linde", 10, address="Lindestraat 12"))
    with speaking(Language.ENGLISH):
        (english,) = found(*things)
    (dutch,) = found(*things)
    assert "They are 10 metres apart." in [part.sentence for part in english.parts]
    assert "Ze liggen 10 meter uit elkaar." in [part.sentence for part in dutch.parts]
