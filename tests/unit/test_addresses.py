"""A typed address becomes a point, offline."""

import pytest

from socialmap.geo.addresses import AddressBook
from socialmap.model.area import Street
from socialmap.model.provision import Facility
from socialmap.model.values import FacilityId, FacilityTypeId, Point


def street(name, lat):
    return Street(id=f"s-{name}", name=name, line=f"LINESTRING (6.1 {lat}, 6.2 {lat})")


HOUSE = Facility(
    id=FacilityId("f1"),
    name="Buurthuis De Brug",
    type=FacilityTypeId("buurthuis"),
    point=Point(6.11, 52.5),
    address="Lindelaan 12, 9999 AB Meerwold",
)
BOOK = AddressBook(
    [
        street("Lindelaan", 52.5),
        street("Dorpsstraat", 52.6),
        street("Plein 1940", 52.7),
        street("Café-pad", 52.8),
    ],
    [HOUSE],
)
LINDELAAN = Point(6.15, 52.5)


def test_the_exact_address_of_a_facility_comes_before_its_street():
    first, second = BOOK.find("lindelaan 12")
    assert first.point == HOUSE.point
    assert (second.label, second.point) == ("Lindelaan", LINDELAAN)


def test_another_number_in_the_street_gives_the_middle_of_the_street():
    assert [hit.point for hit in BOOK.find("Lindelaan 99 b, 9999 AB Meerwold")] == [LINDELAAN]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("DORPSSTR. 3", "Dorpsstraat"),
        ("lindeln 4", "Lindelaan"),
        ("plein 1940", "Plein 1940"),
        ("Plein 1940 8", "Plein 1940"),
        ("cafe pad 1", "Café-pad"),
        ("dorp", "Dorpsstraat"),
        ("dorpstraat 5", "Dorpsstraat"),
    ],
)
def test_case_accents_abbreviations_and_a_slip_of_the_finger_do_not_matter(text, label):
    assert label in [hit.label for hit in BOOK.find(text)]


def test_a_facility_is_found_by_its_name():
    (hit,) = BOOK.find("buurthuis de brug")
    assert hit.point == HOUSE.point


@pytest.mark.parametrize("text", ["", "  ", "12", "Kanariestraat 1", "x"])
def test_what_is_not_there_gives_nothing(text):
    assert BOOK.find(text) == ()


def test_an_address_in_a_file_must_be_exact():
    assert BOOK.exact("Lindelaan 12, Meerwold").point == HOUSE.point
    assert BOOK.exact("Dorpsstr. 3").label == "Dorpsstraat"
    assert BOOK.exact("dorp") is None
