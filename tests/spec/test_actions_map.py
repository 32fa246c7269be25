"""What the map draws and the list beside it tells, for anybody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.browse_map import DEMO_CODE, MapView, browse_map, map_frame
from socialmap.actions.map_features import FeatureRequest, area_features, map_features
from socialmap.actions.read_map_text import MapText, read_map_text
from socialmap.actions.search_choices import search_choices
from socialmap.connectors.areas import SOURCE as CBS_MAP
from socialmap.model.area import Neighbourhood
from socialmap.model.provision import OfferStatus
from socialmap.model.values import BarrierId, FacilityId, FacilityTypeId, ThemeId, Weekday
from socialmap.privacy.roles import Role, Viewer
from tests.town import (
    BEZOEK,
    BIEB,
    DE_BRUG,
    DE_LINDE,
    EETTAFEL,
    HAVENRAND,
    HUISKAMER,
    INITIATIVES,
    KOFFIE,
    LINDEHOF,
    TAALCAFE,
    VOGELWEIDE,
    WANDELCLUB,
    ZUID,
)

VISITOR = Viewer(Role.VISITOR)
EVERYTHING = frozenset({"initiatives", "facilities", "meeting", "presence"})


def features(workspace, *, zoom=17, layers=EVERYTHING, view=None, **box):
    box = {"west": 6.0, "south": 52.4, "east": 6.2, "north": 52.6, **box}
    request = FeatureRequest(view=view or MapView(), zoom=zoom, layers=frozenset(layers), **box)
    return [feature["properties"] for feature in map_features(workspace, VISITOR, request)["features"]]


def by_kind(found):
    kinds = {}
    for properties in found:
        kinds.setdefault(properties["kind"], set()).add(properties["id"])
    return kinds


def listed(workspace, **filters):
    answer = browse_map(workspace, VISITOR, MapView(**filters))
    assert answer.total == len(answer.lines)
    return [line.id for line in answer.lines]


def test_the_list_has_everything_by_name(workspace):
    answer = browse_map(workspace, VISITOR, MapView())
    assert [line.name for line in answer.lines] == sorted(offer.name for offer in INITIATIVES)
    assert answer.total == len(INITIATIVES)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"themes": (ThemeId("eenzaamheid"),)}, [BEZOEK, HUISKAMER, KOFFIE]),
        ({"themes": (ThemeId("ontmoeten"),)}, [BEZOEK, HUISKAMER, KOFFIE, EETTAFEL]),
        ({"open_on": Weekday.TUESDAY}, [BEZOEK, KOFFIE, WANDELCLUB]),
        ({"free": True}, [BEZOEK, HUISKAMER, KOFFIE, WANDELCLUB]),
        ({"thresholds": (BarrierId("maatje_eerste_keer"),)}, [BEZOEK, HUISKAMER, KOFFIE]),
        ({"sides": ("collectief", "informeel")}, [EETTAFEL]),
        ({"area_id": HAVENRAND.id}, [HUISKAMER]),
        ({"text": "taalcafe"}, [TAALCAFE]),
        ({"text": "de brug"}, [EETTAFEL]),
        ({"themes": (ThemeId("bestaat-niet"),)}, INITIATIVES),
    ],
)
def test_a_filter_leaves_exactly_what_fits(workspace, filters, expected):
    assert sorted(listed(workspace, **filters)) == sorted(offer.id for offer in expected)


def test_what_does_not_run_now_is_not_on_the_map(workspace):
    stopped = replace(WANDELCLUB, status=OfferStatus.STOPPED)
    workspace.catalogue.save([stopped], actor="x", action="stop", at=workspace.clock())
    assert WANDELCLUB.id not in listed(workspace)
    assert WANDELCLUB.id not in by_kind(features(workspace))["initiative"]


def test_a_map_without_initiatives_shows_where_people_meet_from_afar(workspace):
    gone = [(offer.kind, offer.id) for offer in INITIATIVES]
    assert browse_map(workspace, VISITOR, MapView()).meeting_places == ()
    assert "meeting" not in by_kind(features(workspace, zoom=11))
    workspace.catalogue.save([], actor="x", action="weg", at=workspace.clock(), gone=gone)
    answer = browse_map(workspace, VISITOR, MapView())
    assert [place.id for place in answer.meeting_places] == [DE_LINDE.id, DE_BRUG.id, ZUID.id]
    assert not answer.more_places
    first = browse_map(workspace, VISITOR, MapView(limit=2))
    assert (len(first.meeting_places), first.more_places) == (2, True)
    assert by_kind(features(workspace, zoom=11)) == {"meeting": {DE_LINDE.id, DE_BRUG.id, ZUID.id}}
    assert features(workspace, zoom=11, layers={"initiatives", "facilities"}) == []


def test_several_at_one_address_are_one_mark_with_their_number(workspace):
    (site,) = [found for found in features(workspace) if found["kind"] == "site"]
    assert (site["id"], site["label"], site["count"]) == (DE_LINDE.id, "Buurthuis De Linde", 2)
    assert set(site["ids"]) == {KOFFIE.id, TAALCAFE.id}
    marks = by_kind(features(workspace))
    assert marks["initiative"] == {offer.id for offer in (BEZOEK, EETTAFEL, HUISKAMER, WANDELCLUB)}


def test_the_map_and_the_list_follow_the_same_filters(workspace):
    view = MapView(themes=(ThemeId("nederlands-leren"),))
    marks = features(workspace, layers={"initiatives"}, view=view)
    assert [(mark["kind"], mark["id"]) for mark in marks] == [("initiative", TAALCAFE.id)]


def test_each_place_is_drawn_once_as_the_most_telling_thing_it_is(workspace):
    places = by_kind(features(workspace, layers=EVERYTHING - {"initiatives"}))
    assert places == {"presence": {DE_LINDE.id}, "meeting": {DE_BRUG.id, ZUID.id}, "facility": {BIEB.id}}
    only_facilities = by_kind(features(workspace, layers={"facilities"}))
    assert only_facilities == {"facility": {DE_LINDE.id, DE_BRUG.id, ZUID.id, BIEB.id}}


def test_a_place_that_has_a_mark_because_of_what_happens_there_is_not_drawn_again(workspace):
    marks = by_kind(features(workspace))
    assert marks["site"] == {DE_LINDE.id}
    assert "presence" not in marks
    assert "meeting" not in marks
    assert marks["facility"] == {BIEB.id}


def test_only_what_lies_in_the_box_is_drawn(workspace):
    around = ZUID.point
    box = {
        "west": around.lon - 0.001,
        "east": around.lon + 0.001,
        "south": around.lat - 0.001,
        "north": around.lat + 0.001,
    }
    assert by_kind(features(workspace, **box)) == {"initiative": {HUISKAMER.id}}
    assert by_kind(features(workspace, layers={"meeting"}, **box)) == {"meeting": {ZUID.id}}


def test_from_far_away_there_is_one_count_per_neighbourhood(workspace):
    counts = {found["id"]: found["count"] for found in features(workspace, zoom=11)}
    assert counts == {LINDEHOF.id: 5, HAVENRAND.id: 1}


def test_halfway_what_lies_close_together_is_one_cluster(workspace):
    found = features(workspace, zoom=14, layers={"initiatives"})
    assert "cluster" in by_kind(found)
    assert sum(mark.get("count", 1) for mark in found) == len(INITIATIVES)


def test_neighbourhoods_have_a_shape_and_a_point_for_their_name(workspace):
    areas = area_features(workspace, VISITOR)["features"]
    assert {area["properties"]["name"] for area in areas} == {"Lindehof", "Vogelweide", "Havenrand"}
    for area in areas:
        assert area["geometry"]["type"] in {"Polygon", "MultiPolygon"}
        ring = area["geometry"]["coordinates"][0]
        lons, lats = [point[0] for point in ring], [point[1] for point in ring]
        assert min(lons) < area["properties"]["label_lon"] < max(lons)
        assert min(lats) < area["properties"]["label_lat"] < max(lats)


def test_only_real_neighbourhoods_name_their_source(workspace):
    assert area_features(workspace, VISITOR)["from_cbs"] is False
    here = workspace.catalogue.get(Neighbourhood, LINDEHOF.id)
    real = replace(here.entity, source=CBS_MAP)
    workspace.catalogue.save([real], actor="beheerder", action="ingelezen", at=workspace.clock())
    assert area_features(workspace, VISITOR)["from_cbs"] is True


def test_a_text_finds_places_by_name_whatever_the_layers_are(workspace):
    found = by_kind(features(workspace, layers={"initiatives"}, view=MapView(text=DE_LINDE.name)))
    assert found == {"meeting": {DE_LINDE.id}}


def test_a_text_that_is_in_no_name_leaves_no_place_on_the_map(workspace):
    assert features(workspace, view=MapView(text="xyzzy")) == []


def test_a_name_is_told_from_words_about_somebody(workspace):
    name = read_map_text(workspace, VISITOR, DE_LINDE.name)
    assert name.is_name
    assert [place.id for place in name.places] == [DE_LINDE.id]
    about = read_map_text(workspace, VISITOR, "zit de hele dag alleen")
    assert (about.is_name, about.acute) == (False, False)
    assert [theme.id for theme in about.themes] == ["eenzaamheid"]
    assert read_map_text(workspace, VISITOR, "zit de hele dag alleen", within=[ThemeId("geld")]).themes == ()


def test_what_words_may_be_about_instead_can_be_chosen(workspace):
    def read(meant, within=()):
        said = read_map_text(workspace, VISITOR, "de lift is kapot en er zijn schulden", within, meant)
        return {theme.id for theme in said.themes}, {theme.id for theme in said.others}

    shown, others = read("")
    assert shown == {"schulden", "lift-trap-toegang"} <= others
    assert read("schulden") == ({"schulden"}, others - {"schulden"})
    assert read("rouw") == (shown, others)  # no candidate
    assert read("", [ThemeId("geld")]) == ({"schulden"}, set())


def test_danger_goes_before_everything(workspace):
    assert read_map_text(workspace, VISITOR, "hij slaat mij") == MapText(acute=True, is_name=False)


def test_no_text_and_no_words_leave_everything(workspace):
    for text in ("", "  "):
        assert read_map_text(workspace, VISITOR, text) == MapText()
    assert read_map_text(workspace, VISITOR, "?!").is_name


def test_the_frame_holds_every_neighbourhood_and_says_what_it_is(workspace):
    frame = map_frame(workspace, VISITOR)
    for area in (LINDEHOF, VOGELWEIDE, HAVENRAND):
        assert frame.west < area.centre.lon < frame.east
        assert frame.south < area.centre.lat < frame.north
    assert (frame.place_name, frame.is_demo) == ("Dobberdam", False)
    assert [choice.label for choice in frame.areas] == ["Havenrand", "Lindehof", "Vogelweide"]
    assert (len(frame.groups), len(frame.thresholds)) == (13, 16)


def test_an_empty_folder_shows_the_country_and_nothing_in_it(empty_workspace):
    frame = map_frame(empty_workspace, VISITOR)
    assert (frame.place_name, frame.is_demo, frame.areas) == ("", False, ())
    assert frame.west < 5.1 < frame.east
    assert browse_map(empty_workspace, VISITOR, MapView()).total == 0
    assert features(empty_workspace) == []


def test_the_demo_says_that_it_is_invented(demo_workspace):
    frame = map_frame(demo_workspace, VISITOR)
    assert (frame.place_name, frame.is_demo) == ("Meerwold", True)
    assert any(area.id.startswith(DEMO_CODE.replace("GM", "BU")) for area in frame.areas)


def test_every_list_of_the_forms_has_its_choices_in_order(workspace):
    choices = search_choices(workspace, VISITOR)
    assert [choice.label for choice in choices.areas] == ["Havenrand", "Lindehof", "Vogelweide"]
    assert len(choices.groups) == 13
    assert sum(len(group.themes) for group in choices.groups) == 80
    assert (len(choices.day_parts), len(choices.mobilities), len(choices.peer_wishes)) == (21, 4, 3)
    assert (len(choices.thresholds), len(choices.barriers)) == (16, 16)
    assert choices.thresholds[0].label == "Ik durf niet alleen te gaan"
    assert [choice.label for choice in choices.facilities] == sorted(
        facility.name for facility in (DE_LINDE, DE_BRUG, ZUID, BIEB)
    )


def test_a_bench_that_nobody_named_is_no_building_unless_something_is_there(workspace):
    kind = workspace.vocabulary.facility_types[FacilityTypeId("bankje")]
    benches = [
        replace(DE_BRUG, id=FacilityId(one), type=kind.id, name=kind.plain_name) for one in ("b1", "b2")
    ]
    there = replace(WANDELCLUB, point=None, facility_id=FacilityId("b2"))
    workspace.catalogue.save([*benches, there], actor="x", action="y", at=workspace.clock())
    found = {choice.id for choice in search_choices(workspace, VISITOR).facilities}
    assert ("b1" in found, "b2" in found) == (False, True)


def test_buildings_with_one_name_are_told_apart_by_where_they_are(workspace):
    second = replace(DE_LINDE, id=FacilityId("tweede"), address="", point=BIEB.point)
    workspace.catalogue.save([second], actor="x", action="y", at=workspace.clock())
    labels = [choice.label for choice in search_choices(workspace, VISITOR).facilities]
    assert {"Buurthuis De Linde (Lindestraat 12)", "Buurthuis De Linde (Vogelweide)"} <= set(labels)
