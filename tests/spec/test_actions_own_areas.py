"""Own areas: made, changed, taken away and undone; a filter on the map, and never a count of people."""

from __future__ import annotations

import json

import pytest

from socialmap.actions.browse_map import MapView, browse_map, map_frame
from socialmap.actions.own_areas import OwnAreaDraft, remove_own_area, save_own_area, show_own_areas
from socialmap.actions.read_own_areas import import_own_areas
from socialmap.actions.show_history import undo_change
from socialmap.actions.show_white_spots import show_white_spots
from socialmap.errors import EditConflict, InvalidInput
from socialmap.model.area import OwnArea
from socialmap.model.values import AreaId
from socialmap.model.wording_areas import NO_PEOPLE_IN_OWN_AREA
from socialmap.privacy.roles import Role, Viewer
from tests.town import HAVENRAND, LINDEHOF, VOGELWEIDE

SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira")
PROFESSIONAL = Viewer(Role.PROFESSIONAL, "werker")
ADMINISTRATOR = Viewer(Role.ADMINISTRATOR, "proef")


def make(workspace, name="De waterkant", parts=(LINDEHOF.id, HAVENRAND.id)):
    return save_own_area(workspace, SAMIRA, OwnAreaDraft(name=name, neighbourhood_ids=parts))


def names(workspace):
    return [line.name for line in show_own_areas(workspace, SAMIRA).lines]


def test_it_is_made_found_changed_removed_and_back_again(workspace):
    made = make(workspace)
    (line,) = show_own_areas(workspace, SAMIRA).lines
    assert (line.name, line.told) == ("De waterkant", "Dit zijn de hele buurten Havenrand en Lindehof.")
    changed = OwnAreaDraft(id=made.id, name="De  kade ", neighbourhood_ids=(HAVENRAND.id,))
    save_own_area(workspace, SAMIRA, changed, line.version)
    (line,) = show_own_areas(workspace, SAMIRA).lines
    assert (line.name, line.told) == ("De kade", "Dit is de hele buurt Havenrand.")
    gone = remove_own_area(workspace, SAMIRA, made.id, line.version)
    assert names(workspace) == []
    undo_change(workspace, SAMIRA, gone.batch)
    assert names(workspace) == ["De kade"]


def test_making_one_can_be_undone(workspace):
    undo_change(workspace, SAMIRA, make(workspace).batch)
    assert names(workspace) == []


def test_what_was_changed_meanwhile_is_not_taken_away(workspace):
    made = make(workspace)
    save_own_area(
        workspace, SAMIRA, OwnAreaDraft(id=made.id, name="Anders", neighbourhood_ids=(LINDEHOF.id,)), 1
    )
    with pytest.raises(EditConflict):
        remove_own_area(workspace, SAMIRA, made.id, 1)


@pytest.mark.parametrize(
    ("name", "parts", "field"),
    [
        ("", (LINDEHOF.id,), "name"),
        ("\u200b – !", (LINDEHOF.id,), "name"),
        ("lindehof", (LINDEHOF.id,), "name"),
        ("Bel 06-12345678", (LINDEHOF.id,), "name"),
        ("x" * 81, (LINDEHOF.id,), "name"),
        ("De kade", (), "neighbourhood_ids"),
        ("De kade", (AreaId("BU0"),), "neighbourhood_ids"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(workspace, name, parts, field):
    with pytest.raises(InvalidInput) as refused:
        make(workspace, name, parts)
    assert [wrong.field for wrong in refused.value.violations] == [field]


def test_a_name_holds_nothing_that_a_screen_or_a_terminal_obeys(workspace, tmp_path):
    hostile = "De\x1b[31m \u202ekade\x00 van\r\nnoord"
    make(workspace, hostile)
    import_own_areas(
        workspace, ADMINISTRATOR, polygon(tmp_path, (f"{hostile} 2", ring(LINDEHOF))), apply=True
    )
    assert names(workspace) == ["De[31m kade van noord", "De[31m kade van noord 2"]


def test_the_map_shows_what_lies_in_its_neighbourhoods(workspace):
    made = make(workspace, parts=(HAVENRAND.id, VOGELWEIDE.id))
    assert [choice.label for choice in map_frame(workspace, SAMIRA).areas] == [
        "Havenrand", "Lindehof", "Vogelweide", "De waterkant",
    ]  # fmt: skip
    found = browse_map(workspace, SAMIRA, MapView(area_id=made.id))
    assert [line.name for line in found.lines] == ["Huiskamer Zuid"]
    both = make(workspace, "Alles behalve de weide", (HAVENRAND.id, LINDEHOF.id))
    assert browse_map(workspace, SAMIRA, MapView(area_id=both.id)).total == 6


def test_of_an_own_area_nobody_gets_counts_and_one_sentence_says_why(workspace):
    made = make(workspace, parts=(LINDEHOF.id,))
    before = workspace.catalogue.position()
    answer = show_white_spots(workspace, PROFESSIONAL, district_id=made.id)
    assert workspace.catalogue.position() == before  # nobody's question was read, so nothing is written down
    assert (answer.district.label, answer.stand) == ("De waterkant", NO_PEOPLE_IN_OWN_AREA)
    assert [choice.label for choice in answer.districts] == ["Lindekwartier", "De waterkant"]
    lines = [line for group in answer.groups for line in group.lines]
    assert {line.name for line in lines} == {"Lindehof"}
    assert {(line.count, line.ratio, line.shortfall) for line in lines} == {("–", "–", "–")}
    assert {group.total for group in answer.groups} == {""}
    assert any(line.places for line in lines)
    assert "In het hele gebied" in lines[0].numbers[0]


def polygon(tmp_path, *features):
    path = tmp_path / "eigen.geojson"
    path.write_text(
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    {
                        "type": "Feature",
                        "properties": {"naam": name},
                        "geometry": {"type": "Polygon", "coordinates": [ring]},
                    }
                    for name, ring in features
                ],
            }
        ),
        encoding="utf-8",
    )
    return path


def ring(area):
    corners = area.boundary.removeprefix("POLYGON((").removesuffix("))").split(", ")
    return [[float(part) for part in corner.split()] for corner in corners]


def test_a_drawn_area_of_whole_neighbourhoods_has_figures_and_the_same_file_twice_changes_nothing(
    workspace, tmp_path
):
    file = polygon(tmp_path, ("Het hart", ring(LINDEHOF)))
    plan = import_own_areas(workspace, ADMINISTRATOR, file).plan
    assert (len(plan.new), plan.notes) == (1, ())
    assert names(workspace) == []
    applied = import_own_areas(workspace, ADMINISTRATOR, file, apply=True)
    (line,) = show_own_areas(workspace, SAMIRA).lines
    assert (line.name, line.inhabitants, line.drawn) == ("Het hart", 1_840, True)
    again = import_own_areas(workspace, ADMINISTRATOR, file, apply=True)
    assert (again.plan.unchanged, again.batch) == (1, "")
    assert browse_map(workspace, SAMIRA, MapView(area_id=line.id)).total == 5
    undo_change(workspace, ADMINISTRATOR, applied.batch)
    assert names(workspace) == []


def test_a_border_through_a_neighbourhood_is_told_and_gives_no_figures_but_still_filters(workspace, tmp_path):
    west, south = ring(LINDEHOF)[0], ring(LINDEHOF)[1]
    triangle = [west, south, ring(LINDEHOF)[2], west]
    result = import_own_areas(
        workspace, ADMINISTRATOR, polygon(tmp_path, ("Het plein", triangle)), apply=True
    )
    told = "De grens van Het plein loopt dwars door Lindehof. Daarom zijn er geen cijfers van."
    assert result.plan.notes == (told,)
    (line,) = show_own_areas(workspace, SAMIRA).lines
    assert (line.told, line.inhabitants) == (told, None)
    assert 0 < browse_map(workspace, SAMIRA, MapView(area_id=line.id)).total < 5
    assert [choice.label for choice in show_white_spots(workspace, SAMIRA).districts] == ["Lindekwartier"]


def test_a_polygon_without_a_name_or_with_one_that_is_taken_is_refused(workspace, tmp_path):
    names_of = ("", "Lindehof", "Twee", "twee", "Bel 06-12345678")
    file = polygon(tmp_path, *((name, ring(LINDEHOF)) for name in names_of))
    plan = import_own_areas(workspace, ADMINISTRATOR, file, apply=True).plan
    assert (plan.new, plan.rejected_rows) == ((), 5)
    assert workspace.catalogue.count(OwnArea) == 0
