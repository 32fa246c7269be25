"""The stories of the users can be played in the demo town."""

from collections import Counter
from typing import Any

import pytest

from socialmap.demo.site import offer_rows
from socialmap.demo.town import build_town
from socialmap.geo.coordinates import distance_m
from socialmap.geo.walking import minutes, street_m
from socialmap.model.people import Mobility, Permission
from tests.unit.meerwold import Town, by_kind, names_at, outlines_of, place_of

MONEY = {
    "geld", "administratie", "schulden", "rondkomen", "toeslagen-en-regelingen", "energiekosten",
    "eten-kleding-spullen",
}  # fmt: skip


@pytest.fixture(scope="module")
def town() -> Town:
    return by_kind(build_town())


@pytest.fixture(scope="module")
def outlines(town: Town) -> dict[str, Any]:
    return outlines_of(town)


def test_the_data_hold_every_situation_the_stories_need(town: Town) -> None:
    offers = town["initiative"].values()
    assert {offer.status for offer in offers} == {"idee", "actief", "gepauzeerd", "gestopt"}
    assert {offer.access for offer in offers} == {"vrij", "aanmelden", "doelgroep", "verwijzing", "indicatie"}
    assert any(offer.only_for == "vrouw" for offer in offers)
    assert any(offer.age_min == 65 for offer in offers)
    assert any(offer.no_fixed_place for offer in offers)
    assert any(offer.area_id for offer in offers)
    assert any(offer.online == "ja" for offer in offers)
    assert any(offer.home_visit == "ja" for offer in offers)
    assert any(offer.barriers.get("haal_en_breng") == "ja" for offer in offers)
    assert any(offer.checked_on is None for offer in offers)
    assert max(Counter(offer.facility_id for offer in offers if offer.facility_id).values()) >= 4
    assert {facility.wheelchair for facility in town["facility"].values()} == {"ja", "nee", "onbekend"}


def test_lindehof_has_eleven_initiatives_and_seven_places(town: Town, outlines: dict[str, Any]) -> None:
    offers = [point for offer in town["initiative"].values() if (point := place_of(town, offer))]
    assert sum(names_at(outlines, point) == ["Lindehof"] for point in offers) == 11
    places = [facility.point for facility in town["facility"].values()]
    assert sum(names_at(outlines, point) == ["Lindehof"] for point in places) == 7


def test_soep_en_praatje_is_180_metres_from_the_eettafel(town: Town) -> None:
    soup, table = town["initiative"]["soep-en-praatje"], town["initiative"]["eettafel-de-brug"]
    apart = distance_m(place_of(town, soup), place_of(town, table))  # type: ignore[arg-type]  # both have a place
    assert round(apart) == 180


def test_koffie_in_de_linde_is_seven_minutes_from_the_heart_of_lindehof(town: Town) -> None:
    start = town["neighbourhood"]["BU99990101"].centre
    coffee = place_of(town, town["initiative"]["koffie-in-de-linde"])
    assert coffee is not None
    assert minutes(street_m(distance_m(start, coffee)), Mobility.POOR) == 7


def test_help_with_money_is_spread_as_in_the_example_of_white_spots(town: Town) -> None:
    supply = Counter()
    for offer in town["initiative"].values():
        place = place_of(town, offer)
        if offer.status != "actief" or not MONEY & set(offer.themes) or place is None:
            continue
        for area in town["neighbourhood"].values():
            if street_m(distance_m(area.centre, place)) <= 1_000:
                supply[area.name] += offer.max_participants * len(offer.sessions)
    assert supply == {"Vogelweide": 90, "Oude Kern": 60, "Havenrand": 12}


def test_questions_about_money_are_spread_as_in_the_example_of_white_spots(town: Town) -> None:
    asking: dict[str, set[str]] = {}
    for need in town["need"].values():
        if need.theme in MONEY:
            area = town["neighbourhood"][town["resident"][need.resident_id].area_id].name
            asking.setdefault(area, set()).add(need.resident_id)
    persons = {area: len(found) for area, found in asking.items()}
    assert persons == {"Lindehof": 24, "Vogelweide": 30, "Havenrand": 21, "Oude Kern": 6, "Buitenhoek": 3}


def test_three_eritrean_initiatives_hang_on_one_key_figure(town: Town) -> None:
    three = {"buna-en-injera", "tigrinya-huiswerk", "eritrese-moeders"}
    leaders = [link for link in town["leadership"].values() if link.initiative_id in three]
    assert {link.talent_id for link in leaders} == {"T-016"}
    assert len(leaders) == 3
    assert not any(known.initiative_id in three for known in town["acquaintance"].values())
    for offer in (town["initiative"][name] for name in three):
        assert offer.run_by == offer.partners == ()
        neighbours = [
            other for other in town["initiative"].values() if other.facility_id == offer.facility_id
        ]
        assert offer.facility_id is None or neighbours == [offer]


def test_seven_people_of_havenrand_and_lindehof_may_be_linked_to_eat_together(town: Town) -> None:
    asked = Counter(
        need.may_be_linked
        for need in town["need"].values()
        if need.theme == "samen-eten" and need.status == "open"
    )
    assert asked == {Permission.YES: 7, Permission.STILL_TO_ASK: 1}


def test_five_questions_about_loss_can_meet_on_tuesday_afternoon(town: Town) -> None:
    together = [
        need
        for need in town["need"].values()
        if need.theme == "rouw" and need.may_be_linked is Permission.YES and "di-middag" in need.available
    ]
    areas = Counter(
        town["neighbourhood"][town["resident"][need.resident_id].area_id].name for need in together
    )
    assert areas == {"Oude Kern": 3, "Lindehof": 2}


def test_leaders_are_written_with_ids_that_exist(town: Town) -> None:
    leaders = {leader for row in offer_rows() for leader in row.get("leaders", ())}
    assert leaders <= town["talent"].keys() | town["professional"].keys()
