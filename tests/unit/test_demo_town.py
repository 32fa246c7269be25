"""The demo town: the same every time, whole, believable, and recognisably fictional."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import fields
from datetime import date, time, timedelta
from itertools import combinations
from typing import Any

import pytest
import shapely

from socialmap.demo.naming import Names
from socialmap.demo.site import Site
from socialmap.demo.town import STORY_DATE, build_town
from socialmap.geo.coordinates import distance_m, to_metres
from socialmap.model.people import Permission
from socialmap.model.registry import ENTITIES
from socialmap.model.values import PartOfDay, Weekday
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.free_text import suspicions
from tests.unit.meerwold import Town, by_kind, everything, in_metres, names_at, outlines_of, place_of

REFERENCES = {
    "municipality_id": "municipality",
    "district_id": "district",
    "area_id": "neighbourhood",
    "operator_id": "organisation",
    "organisation_id": "organisation",
    "facility_id": "facility",
    "room_id": "room",
    "initiative_id": "initiative",
    "network_id": "network",
    "team_id": "team",
    "team_ids": "team",
    "professional_id": "professional",
    "held_by": "professional",
    "via": "professional",
    "talent_id": "talent",
    "resident_id": "resident",
    "run_by": "organisation",
    "partners": "organisation",
    "area_ids": "neighbourhood",
}
PRINTED = (
    "import hashlib; from socialmap.demo.town import build_town; "
    "print(hashlib.sha256(repr(list(build_town(7))).encode()).hexdigest())"
)


@pytest.fixture(scope="module")
def town() -> Town:
    return by_kind(build_town())


@pytest.fixture(scope="module")
def outlines(town: Town) -> dict[str, Any]:
    return outlines_of(town)


def ids_in(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (() if value is None else (value,))


def test_the_same_seed_gives_the_same_bytes_in_another_process() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", PRINTED],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            check=True,
        ).stdout.strip()
        for hash_seed in ("1", "2")
    }
    here = hashlib.sha256(repr(list(build_town(7))).encode()).hexdigest().encode()
    assert digests == {here}


def test_another_seed_gives_other_needs_but_the_same_initiatives() -> None:
    one, other = by_kind(build_town(1)), by_kind(build_town(2))
    assert one["initiative"] == other["initiative"]
    assert one["need"] != other["need"]


def test_entities_come_in_the_order_of_the_registry(town: Town) -> None:
    order = [entity.kind for entity in ENTITIES]
    kinds = list(town)
    assert kinds == sorted(kinds, key=order.index)


def test_the_town_is_as_large_as_promised(town: Town) -> None:
    size = {kind: len(found) for kind, found in town.items()}
    assert size["neighbourhood"] == 5
    assert 60 <= size["initiative"] <= 70
    assert 40 <= size["facility"] <= 50
    assert (size["resident"], size["need"]) == (179, 219)
    assert size["talent"] >= 40
    assert size["professional"] == 12
    assert [area.inhabitants for area in town["neighbourhood"].values()] == [2000, 3000, 1500, 2500, 1000]


def test_every_reference_leads_somewhere(town: Town) -> None:
    for entity in everything(town):
        for spec in fields(entity):
            kind = REFERENCES.get(spec.name)
            if kind is None:
                continue
            for name in ids_in(getattr(entity, spec.name)):
                places = town[kind].keys() | (town["district"].keys() if kind == "neighbourhood" else set())
                assert name in places, (entity.kind, entity.id, spec.name, name)
    for check in town["verification"].values():
        assert check.object_id in town[check.object_kind]


def test_every_word_exists_in_the_thesaurus(town: Town) -> None:
    words = load_vocabulary()
    thresholds = {barrier.threshold for barrier in words.barriers.values()}
    for entity in everything(town):
        themes = {
            *getattr(entity, "themes", ()),
            *getattr(entity, "focus", ()),
            *getattr(entity, "side_themes", ()),
        }
        assert themes <= words.themes.keys()
        assert set(getattr(entity, "languages", ())) <= words.languages.keys()
    for initiative in town["initiative"].values():
        assert initiative.activity_type in words.activity_types
        assert set(initiative.target_groups) <= words.target_groups.keys()
        assert set(initiative.barriers) <= words.barriers.keys()
    for need in town["need"].values():
        assert not words.themes[need.theme].acute
        assert set(need.thresholds) <= thresholds
        assert set(need.goes_well) <= words.talents.keys()
    for talent in town["talent"].values():
        assert talent.talent in words.talents
    for facility in town["facility"].values():
        assert facility.basic == words.facility_types[facility.type].basic, facility.id
    for room in town["room"].values():
        assert words.facility_types[town["facility"][room.facility_id].type].may_have_rooms, room.id


def test_an_initiative_has_exactly_one_kind_of_place(town: Town) -> None:
    for offer in town["initiative"].values():
        places = (offer.facility_id, offer.point, offer.area_id, offer.no_fixed_place or None)
        assert sum(place is not None for place in places) == 1, offer.id
        if offer.room_id:
            assert town["room"][offer.room_id].facility_id == offer.facility_id
        assert 1 <= len(offer.themes) <= 4
        assert 0 < len(offer.description) <= 300


def test_a_session_starts_in_its_own_part_of_the_day(town: Town) -> None:
    for offer in town["initiative"].values():
        for session in offer.sessions:
            assert session.starts < session.ends
            hours = {
                PartOfDay.MORNING: (time(0), time(12)),
                PartOfDay.AFTERNOON: (time(12), time(17)),
                PartOfDay.EVENING: (time(17), time(23, 59)),
            }[session.slot.part]
            assert hours[0] <= session.starts < hours[1], offer.id
            if session.on:
                assert session.on.isoweekday() == 1 + list(Weekday).index(session.slot.day)


def test_what_is_asked_from_a_person_agrees_with_price_and_size(town: Town) -> None:
    for offer in town["initiative"].values():
        if offer.cost_eur == 0:
            assert offer.barriers["gratis"] == "ja"
        if offer.max_participants:
            assert offer.barriers["kleine_groep"] == ("ja" if offer.max_participants <= 8 else "nee")
            assert (offer.places_free or 0) <= offer.max_participants


def test_the_neighbourhoods_fill_the_district_without_overlap(town: Town, outlines: dict[str, Any]) -> None:
    (district,) = town["district"].values()
    *shapes, whole = map(in_metres, (*outlines.values(), shapely.from_wkt(district.boundary)))
    assert all(shape.is_valid for shape in shapes)
    for one, other in combinations(shapes, 2):
        assert one.intersection(other).area < 1
    assert shapely.union_all(shapes).symmetric_difference(whole).area < 50
    west, south, east, north = whole.bounds
    assert 2_000 < east - west < 3_200
    assert 1_800 < north - south < 2_400


def test_every_place_lies_in_one_neighbourhood(town: Town, outlines: dict[str, Any]) -> None:
    points = [facility.point for facility in town["facility"].values()]
    points += [point for offer in town["initiative"].values() if (point := place_of(town, offer))]
    points += [organisation.point for organisation in town["organisation"].values() if organisation.point]
    assert all(len(names_at(outlines, point)) == 1 for point in points)
    for area in town["neighbourhood"].values():
        assert names_at(outlines, area.centre) == [area.name]


def test_a_resident_is_known_to_a_hundred_metres_and_lives_in_the_own_neighbourhood(
    town: Town, outlines: dict[str, Any]
) -> None:
    for resident in town["resident"].values():
        name = town["neighbourhood"][resident.area_id].name
        assert names_at(outlines, resident.rounded_point) == [name]
        x, y = to_metres([resident.rounded_point])[0]
        assert round(x) % 100 == 0
        assert round(y) % 100 == 0


def test_an_address_lies_beside_its_street(town: Town) -> None:
    lines = {street.name: in_metres(shapely.from_wkt(street.line)) for street in town["street"].values()}
    placed = [*town["facility"].values(), *town["organisation"].values(), *town["initiative"].values()]
    addressed = [thing for thing in placed if thing.address and thing.point]
    assert len(addressed) > 50
    for thing in addressed:
        street, number = thing.address.rsplit(" ", 1)
        assert number.isdigit()
        assert lines[street].distance(shapely.Point(to_metres([thing.point])[0])) < 40, thing.id


def test_no_text_holds_a_person_and_no_number_is_real(town: Town) -> None:
    checked = (
        "description",
        "what_works",
        "what_hinders",
        "story",
        "text",
        "contact_label",
        "key_figure",
        "by",
    )
    for entity in (
        entity for kind, found in town.items() if kind != "professional" for entity in found.values()
    ):
        for name in checked:
            assert not suspicions(getattr(entity, name, "")), (entity.id, name)
        said = repr(entity)
        assert set(re.findall(r"\b0\d{1,3}-[\d ]{5,}\d", said)) == set(re.findall(r"038-555 \d\d \d\d", said))
        assert all(mail.endswith(".example") for mail in re.findall(r"[\w.-]+@[\w.-]+\w", said))


def test_no_talent_is_kept_without_being_asked(town: Town) -> None:
    for talent in town["talent"].values():
        assert talent.consent in {Permission.YES, Permission.STILL_TO_ASK}
        assert (talent.consent_on is not None) == (talent.consent is Permission.YES)
    lapsed = STORY_DATE - timedelta(days=365)
    assert any(talent.consent_on and talent.consent_on < lapsed for talent in town["talent"].values())


def test_dates_move_with_today_so_the_demo_never_looks_old() -> None:
    later = by_kind(build_town(today=date(2031, 5, 6)))
    now = by_kind(build_town())
    moved = date(2031, 5, 6) - STORY_DATE
    for name, offer in later["initiative"].items():
        if offer.checked_on:
            assert offer.checked_on - now["initiative"][name].checked_on == moved


def test_a_larger_town_only_adds_towns_with_other_names_and_places() -> None:
    one = list(build_town())
    three = list(build_town(scale=3))
    assert three[: len(one)] == one
    assert len(three) == 3 * len(one)
    towns = by_kind(iter(three))
    assert len({area.name for area in towns["municipality"].values()}) == 3
    assert len({offer.name for offer in towns["initiative"].values()}) == 3 * 64
    shapes = [shapely.from_wkt(area.boundary) for area in towns["municipality"].values()]
    assert not any(a.intersects(b) for a, b in combinations(shapes, 2))


def test_what_has_no_place_in_another_town_belongs_to_its_own_municipality() -> None:
    towns = by_kind(build_town(scale=3))
    _, *others = towns["municipality"]
    offers = towns["initiative"].values()
    assert {offer.area_id for offer in offers if offer.area_id in towns["municipality"]} == {*others}
    assert not any(offer.no_fixed_place for offer in offers if offer.id.endswith(("-1", "-2")))


def test_thousands_of_towns_have_a_name_and_a_place_of_their_own() -> None:
    assert len({Names(copy).town for copy in range(4_000)}) == 4_000
    centres = [Site(copy, 1, STORY_DATE).point((0.0, 0.0)) for copy in range(400)]
    assert len({*centres}) == 400
    assert distance_m(centres[0], centres[399]) < 40_000


def test_in_other_towns_too_a_text_names_the_right_day() -> None:
    names = dict(zip(Weekday, ("maan", "dins", "woens", "donder", "vrij", "zater", "zon"), strict=True))
    coffees = [
        e for e in build_town(scale=4) if e.kind == "initiative" and e.id.startswith("koffie-in-de-linde")
    ]
    assert len(coffees) == 4
    for coffee in coffees:
        assert f"{names[coffee.sessions[0].slot.day]}dagmiddag" in coffee.description
