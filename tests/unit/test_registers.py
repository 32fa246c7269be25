"""Addresses and postcodes that were brought in, and how a typed address reads."""

import os
from pathlib import Path

import pytest
import shapely

from socialmap.connectors.guarded import parse, parse_file
from socialmap.connectors.registers import (
    ADDRESSES_FILE,
    addresses_in,
    keep_registers,
    kept_registers,
    postcodes_in,
)
from socialmap.geo.address_words import canonical, without_postcode
from socialmap.geo.addresses import AddressBook
from socialmap.geo.registers import PostcodeArea, RegisterBook, RegisteredAddress
from socialmap.model.values import Point
from tests.unit.map_files import feature, geojson, square

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
needs_real_data = pytest.mark.skipif(
    not (REAL / "postcodes_nl").is_dir(), reason="real data not here; set SOCIALMAP_REAL_DATA"
)


def at(street, number, lon, postcode="9998AB", place="Dobberdam"):
    return RegisteredAddress(street, number, Point(lon, 52.5), postcode, place)


BOOK = RegisterBook(
    [
        PostcodeArea("9998", Point(6.1, 52.5), "Dobberdam"),
        PostcodeArea("9997", Point(6.3, 52.5), "Oosterdob"),
        PostcodeArea("9996", Point(6.4, 52.5), "Oosterdob"),
    ],
    [
        at("Kerkstraat", "1", 6.10), at("Kerkstraat", "12", 6.11), at("Kerkstraat", "12A", 6.12),
        at("Kerkstraat", "12-2", 6.13), at("Kerkstraat", "3", 6.30, "9997CD", "Oosterdob"),
        at("Plein 1940", "12", 6.15, "9998EF"),
    ],
)  # fmt: skip


def lons(text):
    return [hit.point.lon for hit in BOOK.find(text)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Kerkstraat 12, Dobberdam", [6.11]),
        ("kerkstr 12a dobberdam", [6.12]),
        ("Kerkstraat 12 A Dobberdam", [6.12]),
        ("Kerkstraat 12, 9998 AB Dobberdam", [6.11]),
        ("Kerkstraat 3 9997cd", [6.30]),
        ("Plein 1940 12", [6.15]),
        ("Kerkstraat 99 Dobberdam", [6.11]),
    ],
)
def test_an_address_is_found_however_it_is_typed(typed, expected):
    assert lons(typed) == expected


def test_a_street_that_two_places_have_gives_both_unless_the_place_is_said():
    assert lons("Kerkstraat 1") == [6.10, 6.30]
    assert lons("Kerkstraat 1 Oosterdob") == [6.30]


def test_a_whole_postcode_means_an_address_in_its_middle_and_four_digits_the_area():
    assert lons("9998EF") == [6.15]
    (hit,) = BOOK.find("9998")
    assert (hit.point.lon, hit.within_m > 0) == (6.1, True)
    (unknown_letters,) = BOOK.find("9997 ZZ")
    assert unknown_letters.within_m > 0


def test_a_place_means_its_postcodes_and_nonsense_means_nothing():
    assert lons("oosterdob") == [6.4, 6.3]
    for typed in ("", "Bestaatnietstraat 12", "9000", "12", "Kerk"):
        assert BOOK.find(typed) == ()


@pytest.mark.parametrize(
    ("typed", "rest", "postcode"),
    [
        ("kerkstraat 1200", "kerkstraat 1200", None),
        ("kerkstraat 12 9998ab dobberdam", "kerkstraat 12 dobberdam", "9998ab"),
        ("9998 ab", "", "9998ab"),
        ("9998", "", "9998"),
        ("plein 1940 12", "plein 1940 12", None),
        ("0123 ab", "0123 ab", None),
    ],
)
def test_a_postcode_is_told_from_a_house_number(typed, rest, postcode):
    found_rest, found = without_postcode(canonical(typed))
    assert (found_rest, found.whole if found else None) == (rest, postcode)


def test_what_is_kept_comes_back_the_same(tmp_path):
    keep_registers(
        tmp_path, [PostcodeArea("9998", Point(6.1, 52.5), 'Dob; "dam"')], [at("Laan\nvan", "1", 6.1)]
    )
    book = kept_registers(tmp_path)
    assert [hit.label for hit in book.find("9998")] == ['9998 Dob; "dam"']
    assert [hit.point for hit in book.find("laan van 1")] == [Point(6.1, 52.5)]
    keep_registers(tmp_path, None, None)
    assert kept_registers(tmp_path).find("9998")


def test_a_file_that_was_damaged_loses_its_broken_rows_only(tmp_path):
    (tmp_path / ADDRESSES_FILE).write_text(
        "straat;huisnummer;postcode;plaats;lon;lat\nA-laan;1;;;x;52.5\nkort\nB-laan;1;;;6.1;52.5\n",
        encoding="utf-8",
    )
    book = kept_registers(tmp_path)
    assert (book.find("a-laan 1"), len(book.find("b-laan 1"))) == ((), 1)
    assert kept_registers(tmp_path / "leeg").find("9998") == ()


def test_postcodes_come_from_polygons_geonames_or_a_table(tmp_path):
    polygons = geojson(tmp_path, feature({"postcode": 9998, "aantal_inwoners": 4000}, square()))
    (one,) = postcodes_in(parse_file(polygons))
    assert (one.digits, round(one.point.lon, 3)) == ("9998", 6.105)
    geonames = b"NL\t9998\tDobberdam\tOverijssel\t15\tGemeente Dobberdam\t9998\t\t\t52.5\t6.1\t\n"
    assert postcodes_in(parse(geonames)) == [PostcodeArea("9998", Point(6.1, 52.5), "Dobberdam")]
    header = b"id,postcode,woonplaats,latitude,longitude,soort\n"
    table = header + b"1,9998,Dobberdam,52.5,6.1,Adres\n2,9990,Dobberdam,52.5,6.1,Postbus\n"
    assert postcodes_in(parse(table)) == [PostcodeArea("9998", Point(6.1, 52.5), "Dobberdam")]


def test_addresses_come_from_points_or_a_table_in_degrees_or_metres(tmp_path):
    columns = {"straatnaam": "Kerkstraat", "huisnummer": 12, "huisletter": "A", "toevoeging": "2",
               "postcode": "9998 ab", "woonplaats": "Dobberdam"}  # fmt: skip
    points = geojson(tmp_path, feature(columns, shapely.Point(6.11, 52.5)), feature(columns, square()))
    (one,) = addresses_in(parse_file(points))
    assert one == RegisteredAddress("Kerkstraat", "12A-2", Point(6.11, 52.5), "9998AB", "Dobberdam")
    table = b"straat;huisnummer;postcode;plaats;x;y\nKerkstraat;12;9998AB;Dobberdam;202000;503000\n;1;;;1;1\n"
    (other,) = addresses_in(parse(table))
    assert 6.0 < other.point.lon < 6.3


def test_the_address_book_also_knows_the_registers():
    book = AddressBook([], [], BOOK)
    assert [hit.point.lon for hit in book.find("kerkstraat 12 dobberdam")] == [6.11]
    exact = book.exact("Kerkstraat 12, 9998 AB Dobberdam")
    assert exact is not None
    assert exact.point.lon == 6.11
    assert book.exact("9998") is None  # an area is no place for an initiative


@needs_real_data
@pytest.mark.parametrize(("name", "count"), [("NL.txt", 25), ("4pp.csv", 25)])
def test_the_real_postcodes_know_zwolle(name, count):
    found = postcodes_in(parse_file(REAL / "postcodes_nl" / name))
    zwolle = [one for one in found if one.place == "Zwolle"]
    assert len(found) > 4_000
    assert len(zwolle) >= count


@needs_real_data
def test_the_real_addresses_of_a_geopackage_are_read():
    found = addresses_in(parse_file(REAL / "pdok_ogcapi" / "bag-wgs84.gpkg"))
    assert len(found) > 1_500
    assert all(one.street and one.postcode[:1].isdecimal() for one in found if one.postcode)
