"""The index as a file, in a large town, and where its offers come from."""

import json
from dataclasses import replace
from datetime import date

import pytest

from socialmap.geo.coordinates import from_metres
from socialmap.model.people import Mobility
from socialmap.model.provision import Facility, Initiative, QuadrantItems, Rhythm, Room, Session
from socialmap.model.quadrants import Side
from socialmap.model.values import DayPart, Point, Tri
from socialmap.search import ranking as ranking_module
from socialmap.search.index import OfferIndex
from socialmap.search.index_file import Loaded, Rebuild
from socialmap.search.offer import offer_of
from socialmap.search.places import NOWHERE, Place, PlaceBook
from socialmap.search.ranking import rank
from tests.unit.offers import TODAY, VOCABULARY, offer, question, yes

LINDE = Facility(
    id="F1", name="De Linde", type="buurthuis", point=from_metres(200_000, 500_000), wheelchair=Tri.YES
)
BOOK = PlaceBook(
    [LINDE],
    [Room(id="R1", name="Zaal", facility_id="F1", capacity=20)],
    locate=lambda _: "BU99990101",
    centre_of={"BU99990102": from_metres(201_000, 500_000)}.get,
)


def initiative(**changes):
    known = {"id": "I1", "name": "Koffie", "themes": ("eenzaamheid",), "contact": "via het buurthuis"}
    return Initiative(**(known | changes))


def made(**changes):
    found = initiative(**changes)
    return offer_of(found, BOOK.resolve(found), VOCABULARY)


@pytest.mark.parametrize(
    "place", [{"facility_id": "F1"}, {"facility_id": "F1", "room_id": "R1"}, {"room_id": "R1"}]
)
def test_an_initiative_at_a_facility_lies_there_and_shares_its_access(place):
    found = made(**place)
    assert (found.x_m, found.y_m, found.area_id, found.facility_id) == (200_000, 500_000, "BU99990101", "F1")
    assert found.barriers == yes("rolstoel_toegankelijk")


def test_an_area_has_a_middle_but_no_point_and_an_unknown_place_has_nothing():
    around = made(area_id="BU99990102")
    assert (around.x_m, around.exact, around.area_id) == (201_000, False, "BU99990102")
    assert BOOK.resolve(initiative(area_id="BU99990109")) == Place(area_id="BU99990109")
    assert BOOK.resolve(initiative(no_fixed_place=True)) == NOWHERE
    assert BOOK.resolve(initiative(facility_id="weg")) == NOWHERE
    assert BOOK.resolve(initiative(point=Point(200.0, 95.0))) == NOWHERE


def test_what_is_recorded_wins_from_what_follows():
    free = made(cost_eur=0, max_participants=8)
    assert free.barriers == yes("gratis", "kleine_groep")
    assert made(cost_eur=4.0, max_participants=9).barriers == {"gratis": Tri.NO, "kleine_groep": Tri.NO}
    with_pass = made(
        cost_eur=4.0, facility_id="F1", barriers={"gratis": Tri.YES, "rolstoel_toegankelijk": Tri.NO}
    )
    assert with_pass.barriers == {"gratis": Tri.YES, "rolstoel_toegankelijk": Tri.NO}
    assert made(barriers={"gratis": Tri.UNKNOWN}).barriers == {}


def test_places_run_out_only_when_they_are_counted():
    assert made(places_free=0).no_places_left
    assert not made(places_free=0, places_unlimited=True).no_places_left
    assert not made().no_places_left


def test_peers_are_those_of_the_named_themes_or_of_the_whole_group():
    assert made(activity_type="lotgenotengroep").peer_themes == ("eenzaamheid",)
    assert made(activity_type="inloop", peer_themes=("rouw",)).peer_themes == ("rouw",)
    assert made(activity_type="inloop").peer_themes == ()


def test_acute_and_unknown_themes_are_never_matched():
    assert made(themes=("huiselijk-geweld", "bestaat-niet", "rouw")).themes == ("rouw",)


def test_one_time_dates_end_an_offer_and_other_moments_do_not():
    once = Session(slot=DayPart.MONDAY_MORNING, rhythm=Rhythm.ONCE, on=date(2026, 4, 1))
    assert made(sessions=(once, replace(once, on=date(2026, 5, 1)))).last_day == date(2026, 5, 1)
    assert made(sessions=(once, Session(slot=DayPart.FRIDAY_EVENING))).last_day is None


def test_a_placed_initiative_stands_on_its_clear_sides():
    items = QuadrantItems(c1=1, c2=0, c3=0, f1=0.5, f2=0, f3=-1)
    assert made(quadrant=items).sides == {Side.COLLECTIVE}
    assert made().sides is None


def filled():
    index = OfferIndex(VOCABULARY)
    for number in range(9):
        index.put_offer(offer(f"I{number}", 100.0 * number))
    index.remove("I3")
    return index


def test_a_file_that_cannot_be_used_says_why(tmp_path):
    path = tmp_path / "offers.bin"
    assert OfferIndex.load(path, VOCABULARY) is Rebuild.MISSING
    filled().save(path, "map:1")
    good = path.read_bytes()
    path.write_bytes(good[:-9])
    assert OfferIndex.load(path, VOCABULARY) is Rebuild.DAMAGED
    path.write_bytes(good[:200] + bytes([good[200] ^ 1]) + good[201:])
    assert OfferIndex.load(path, VOCABULARY) is Rebuild.DAMAGED
    path.write_bytes(b"")
    assert OfferIndex.load(path, VOCABULARY) is Rebuild.DAMAGED
    other = replace(VOCABULARY, themes=dict(list(VOCABULARY.themes.items())[1:]))
    path.write_bytes(good)
    assert OfferIndex.load(path, other) is Rebuild.OTHER_VERSION


def test_a_position_and_a_name_come_back_as_they_were(tmp_path):
    index = filled()
    index.put_offer(offer("café", name="Café 't Hoekje"))
    index.save(tmp_path / "offers.bin", json.dumps({"map": 12}))
    loaded = OfferIndex.load(tmp_path / "offers.bin", VOCABULARY)
    assert isinstance(loaded, Loaded)
    assert json.loads(loaded.position) == {"map": 12}
    assert loaded.index.offer(loaded.index.row_of["café"]).name == "Café 't Hoekje"
    assert [file.name for file in tmp_path.iterdir()] == ["offers.bin"]


def test_an_empty_index_is_saved_and_searched_too(tmp_path):
    index = OfferIndex(VOCABULARY)
    index.save(tmp_path / "offers.bin", "")
    loaded = OfferIndex.load(tmp_path / "offers.bin", VOCABULARY)
    assert isinstance(loaded, Loaded)
    assert rank(loaded.index, question(), TODAY) == rank(index, question(), TODAY)


def test_in_a_small_town_everything_that_does_not_fit_is_listed():
    index = OfferIndex(VOCABULARY)
    for number in range(60):
        index.put_offer(offer(f"I{number:02}", 1_000.0 + 100 * number))
    ranking = rank(index, question(mobility=Mobility.POOR), TODAY)
    assert [left.id for left in ranking.not_shown] == [f"I{number:02}" for number in range(60)]
    assert ranking.more_not_shown == 0


def test_in_a_large_town_the_nearest_are_listed_and_nobody_counts_the_rest(monkeypatch):
    monkeypatch.setattr(ranking_module, "SMALL", 10)
    index = OfferIndex(VOCABULARY)
    for number in range(400):
        index.put_offer(offer(f"I{number:03}", 1_000.0 + 100 * number))
    index.merge()
    ranking = rank(index, question(mobility=Mobility.POOR), TODAY)
    assert [left.id for left in ranking.not_shown] == [f"I{number:03}" for number in range(25)]
    assert ranking.more_not_shown is None


def test_more_says_how_many_matches_are_behind_the_list():
    ranking = rank(filled(), question(), TODAY, limit=2)
    assert ([match.id for match in ranking.matches], ranking.more) == (["I0", "I1"], 5)


def test_the_initiatives_at_a_facility_can_be_found_to_move_them():
    index = OfferIndex(VOCABULARY)
    index.put(initiative(facility_id="F1"), BOOK.resolve(initiative(facility_id="F1")))
    index.put(initiative(id="I2", no_fixed_place=True), NOWHERE)
    assert index.ids_at("F1") == ("I1",)
    assert index.ids_at("F2") == ()
    assert ("I1" in index, "I9" in index, len(index)) == (True, False, 2)
