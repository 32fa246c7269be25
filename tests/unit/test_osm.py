"""Facilities from OpenStreetMap: every oddity that we met, in elements that we wrote ourselves."""

import os
from datetime import date
from pathlib import Path

import pytest

from socialmap.connectors.guarded import FileKind, kind_of, parse, parse_file
from socialmap.connectors.osm import facilities_from, question
from socialmap.connectors.osm_tags import opening_hours_of, phone_of, type_of, ways_of, website_of
from socialmap.connectors.plan import make_plan
from socialmap.errors import ImportRejected
from socialmap.model.sources import OPENSTREETMAP
from socialmap.model.values import Point, Tri
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.rdf.codec import graph_of
from tests.unit.source_server import element, overpass

pytestmark = pytest.mark.usefixtures("read_here")

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
TYPES = load_vocabulary().facility_types
TODAY = date(2026, 3, 2)
HOUSE = {"amenity": "community_centre", "name": "De Lindeboom"}


def read(*elements, inside=lambda point: True):
    features = parse(overpass(*elements).body, FileKind.OVERPASS).features
    return facilities_from(features, TYPES, inside=inside, today=TODAY)


def one(**tags):
    (row,) = read(element(1, 6.1, 52.5, **{**HOUSE, **tags})).rows
    return row.entity


def test_a_node_lies_at_its_point_and_a_way_or_relation_at_its_centre():
    reading = read(
        element(1, 6.101, 52.501, amenity="library", name="Boekerij"),
        element(1, 6.102, 52.502, sort="way", amenity="library", name="Leeszaal"),
        element(1, 6.103, 52.503, sort="relation", leisure="park", name="Lindepark"),
    )
    found = {row.entity.osm_id: (row.entity.type, row.entity.point) for row in reading.rows}
    assert found == {
        "node/1": ("bibliotheek", Point(6.101, 52.501)),
        "way/1": ("bibliotheek", Point(6.102, 52.502)),
        "relation/1": ("park", Point(6.103, 52.503)),
    }
    assert len({row.entity.id for row in reading.rows}) == 3


def test_what_the_tags_say_becomes_a_facility_in_a_graph_of_its_own():
    facility = one(
        addr__street="Lindelaan", addr__housenumber="12", addr__postcode="9998AB", addr__city="Dobberdam",
        opening_hours="Mo,We,Fr 09:00-13:30", contact__phone="+31 38 123 45 67", website="https://lindeboom.example/",
        wheelchair="yes", toilets__wheelchair="no", check_date="2025-11-02",
    )  # fmt: skip
    assert (facility.name, facility.type, facility.basic) == ("De Lindeboom", "buurthuis", True)
    assert facility.address == "Lindelaan 12, 9998AB Dobberdam"
    assert (facility.opening_hours, facility.phone) == ("Mo,We,Fr 09:00-13:30", "+31 38 123 45 67")
    assert (facility.wheelchair, facility.wheelchair_toilet) == (Tri.YES, Tri.NO)
    assert (facility.checked_on, facility.website) == (date(2025, 11, 2), "https://lindeboom.example/")
    assert (facility.source, facility.source_id) == (OPENSTREETMAP, "node/1")
    assert graph_of(facility).endswith("/source/OpenStreetMap")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"amenity": "community_centre"}, "buurthuis"),
        ({"amenity": "community_centre", "community_centre": "youth_centre"}, "jongerencentrum"),
        ({"amenity": "community_centre", "community_centre:for": "adult;senior"}, "ouderencentrum"),
        ({"amenity": "social_facility", "social_facility": "food_bank"}, "voedselbank"),
        ({"amenity": "school", "isced:level": "1"}, "basisschool"),
        ({"amenity": "school", "isced:level": "2;3"}, "middelbare-school"),
        ({"amenity": "social_facility", "social_facility": "ambulatory_care"}, None),
        ({"office": "ngo", "name": "Tribunaal"}, None),
    ],
)
def test_the_most_telling_tags_decide_the_type(tags, expected):
    assert type_of(tags, ways_of(TYPES)) == expected


def test_every_way_to_tag_a_type_leads_to_that_type_or_a_narrower_one():
    ways = ways_of(TYPES)
    for way in ways:
        found = type_of(dict(way.tags), ways)
        assert found is not None
        assert set(way.tags) in [set(other.tags) for other in ways if other.type == found]


def test_a_tennis_club_tagged_as_community_centre_is_a_sports_club():
    reading = read(element(1, 6.1, 52.5, **HOUSE, club="sport", sport="tennis;padel"))
    assert [row.entity.type for row in reading.rows] == ["sporthal"]
    assert any("sportvereniging" in note for note in reading.notes)


@pytest.mark.parametrize("key", ["phone", "contact:phone"])
@pytest.mark.parametrize("number", ["+31 6 10000000", "06-10000000", "0031610000000", "+31610000000"])
def test_a_mobile_number_is_left_out_and_reported_without_saying_it(key, number):
    reading = read(element(1, 6.1, 52.5, **{**HOUSE, key: number}))
    (row,) = reading.rows
    assert row.entity.phone == ""
    assert "phone" not in row.given
    assert any("06-nummer" in note for note in reading.notes)
    assert "10000000" not in repr(reading)


def test_beside_a_mobile_number_the_other_one_stays():
    phone, note = phone_of({"phone": "+31 6 10000000; +31 38 123 45 67"})
    assert phone == "+31 38 123 45 67"
    assert note


@pytest.mark.parametrize(
    "hours", ["Mo-Fr", "ma-vr 9:00-17:00", "op afspraak", "Mo-Fr 9-17", "9:00", "x" * 400 + " 09:00-10:00"]
)
def test_hours_without_hours_or_in_a_form_of_their_own_are_left_out(hours):
    value, note = opening_hours_of({"opening_hours": hours})
    assert (value, bool(note)) == ("", True)


@pytest.mark.parametrize(
    "hours",
    ["Mo-Fr 09:00-17:00", "24/7", "Mo,We 09:00-12:00,13:00-17:00; PH off", "sunrise-sunset",
     "Sa[1] 10:00-12:00", 'Th 14:00-16:00 "op afspraak"', "Apr-Sep: Mo-Su 08:00-20:00"],
)  # fmt: skip
def test_hours_in_the_syntax_of_openstreetmap_are_kept(hours):
    assert opening_hours_of({"opening_hours": hours}) == (hours, "")


@pytest.mark.parametrize(
    ("written", "kept"),
    [("www.lindeboom.example", "https://www.lindeboom.example"), ("javascript:alert(1)", ""),
     ("https://x", ""), ("http://lindeboom.example/a?b=1", "http://lindeboom.example/a?b=1"),
     ("javascript://x.nl/%0aalert(1)", ""), ("https://naam@lindeboom.example", "")],
)  # fmt: skip
def test_a_website_gets_its_scheme_or_is_left_out(written, kept):
    for key in ("website", "contact:website", "url"):
        value, note = website_of({key: written})
        assert value == kept
        assert bool(note) is (value != written)


@pytest.mark.parametrize(
    "tags",
    [
        {"social_facility": "shelter", "social_facility:for": "abused"},
        {"social_facility": "group_home", "social_facility:for": "victim;woman"},
        {"social_facility": "shelter", "social_facility:for": "women"},
        {"social_facility": "shelter", "name": "Blijf van mijn Lijf"},
        {"social_facility": "shelter", "operator": "Vrouwenopvang Oost"},
    ],
)
def test_a_secret_address_never_comes_on_the_map_and_is_not_named(tags):
    reading = read(element(1, 6.1, 52.5, amenity="social_facility", **tags))
    assert reading.rows == ()
    assert reading.notes == ("Opvang die geheim kan zijn, komt niet op de kaart.",)


def test_a_shelter_for_the_homeless_stays():
    tags = {"amenity": "social_facility", "social_facility": "shelter", "social_facility:for": "homeless"}
    (row,) = read(element(1, 6.1, 52.5, **tags)).rows
    assert row.entity.type == "opvang"


def test_what_cannot_be_placed_lies_elsewhere_or_is_not_for_everybody_is_left_out_and_counted():
    nowhere = {"type": "way", "id": 5, "tags": HOUSE}
    reading = read(
        element(1, 6.1, 52.5, **HOUSE),
        element(2, 6.9, 52.5, **HOUSE),
        element(3, 2.3, 48.8, **HOUSE),
        element(4, 6.1, 52.5, leisure="playground", access="private"),
        nowhere,
        element(6, 6.1, 52.5, amenity="school", name="De Springplank"),
        element(7, 6.1, 52.5, office="ngo", name="Tribunaal"),
        {"type": "node", "id": 8, "lat": 52.5, "lon": 6.1},
        "geen element",
        inside=lambda point: point.lon < 6.5,
    )
    assert [row.entity.osm_id for row in reading.rows] == ["node/1"]
    assert len(reading.notes) == 6


def test_a_place_without_a_name_is_called_after_its_type():
    reading = read(element(1, 6.1, 52.5, leisure="playground"), element(2, 6.1, 52.5, leisure="playground"))
    assert [row.entity.name for row in reading.rows] == ["Speeltuin", "Speeltuin"]
    assert any("(2×)" in note for note in reading.notes)


def test_a_building_and_the_point_in_it_are_one_place_and_two_branches_are_two():
    reading = read(
        element(1, 6.1, 52.5, amenity="library", name="Boekerij"),
        element(2, 6.1003, 52.5001, sort="way", amenity="library", name="Boekerij", wheelchair="yes"),
        element(3, 6.12, 52.5, amenity="library", name="Boekerij"),
    )
    assert sorted(row.entity.osm_id for row in reading.rows) == ["node/3", "way/2"]


def test_the_same_answer_twice_changes_nothing():
    elements = [element(1, 6.1, 52.5, **HOUSE, wheelchair="yes"), element(2, 6.1, 52.51, leisure="park")]
    stored = {row.key: row.entity for row in read(*elements).rows}
    assert make_plan(read(*reversed(elements)), stored).to_save == ()


def test_what_a_mapper_does_not_say_leaves_what_people_filled_in():
    (row,) = read(element(1, 6.1, 52.5, **HOUSE)).rows
    assert row.given.isdisjoint({"phone", "opening_hours", "wheelchair", "website", "address", "checked_on"})


@pytest.mark.parametrize(
    "content",
    [overpass(remark="runtime error: Query timed out").body, overpass(HOUSE).body[:-5], b'{"elements": 1}',
     b'{"elements": [NaN]}', b'{"elements": ' + b"[" * 100_000],
)  # fmt: skip
def test_an_answer_that_broke_off_or_is_none_is_refused(content):
    with pytest.raises(ImportRejected):
        parse(content, FileKind.OVERPASS)


def test_an_answer_is_known_by_what_is_in_it():
    assert kind_of(overpass().body) is FileKind.OVERPASS
    assert kind_of(b'{"type": "FeatureCollection"}') is FileKind.GEOJSON


def test_the_question_asks_for_every_type_in_a_box_but_not_for_secret_addresses():
    asked = question(TYPES, (6.1, 52.4, 6.2, 52.6))
    assert asked.startswith("[out:json][timeout:180][bbox:52.40000,6.10000,52.60000,6.20000];")
    assert asked.endswith("out tags center;")
    for way in ways_of(TYPES):
        assert way.tags[0][0] in asked
        assert way.tags[0][1] in asked
    lines = [line for line in asked.splitlines() if "nwr" in line]
    assert all('["social_facility:for"!~"abus|violence|victim"]' in line for line in lines)
    assert '["leisure"~"(^|; ?)garden( ?;|$)"]["garden:type"~"(^|; ?)community( ?;|$)"]' in asked


@pytest.mark.skipif(not (REAL / "osm").is_dir(), reason="real data not here; set SOCIALMAP_REAL_DATA")
def test_the_recorded_answer_gives_five_places_without_a_mobile_number():
    parsed = parse_file(REAL / "osm" / "overpass_denhaag_zoetermeer.json", FileKind.OVERPASS)
    reading = facilities_from(parsed.features, TYPES, inside=lambda point: True, today=TODAY)
    types = sorted(row.entity.type for row in reading.rows)
    assert types == ["buurthuis", "buurthuis", "buurthuis", "sporthal", "woonzorgcentrum"]
    assert all(not row.entity.website or row.entity.website.startswith("http") for row in reading.rows)
    hours = [row.entity.opening_hours for row in reading.rows if row.entity.opening_hours]
    assert len(hours) == 1
    assert any("(3×)" in note for note in reading.notes)
