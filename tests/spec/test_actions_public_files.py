"""The public data as files: complete, harmless, always the same, and never anything private."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from socialmap.actions.browse_map import MapView
from socialmap.actions.import_file import import_table
from socialmap.actions.public_files import (
    FileForm,
    calendar,
    calendar_of_one,
    describe_dataset,
    export_calendar,
    export_open_file,
    open_file,
)
from socialmap.actions.read_calendar import import_calendar
from socialmap.actions.read_places import import_geojson
from socialmap.actions.read_rdf import import_rdf
from socialmap.actions.show_thing import show_thing, thing_as_rdf
from socialmap.errors import InvalidInput, NotFound
from socialmap.model.provision import Facility, Initiative, Organisation, Rhythm, Session
from socialmap.model.registry import BY_KIND
from socialmap.model.values import DayPart, ThemeId
from socialmap.privacy.roles import Role, Viewer
from tests.town import EETTAFEL, INITIATIVES, KOFFIE, LINDEHOF, TOWN, VRAAG, WERKER

pytestmark = pytest.mark.usefixtures("read_here")

VISITOR, ADMINISTRATOR = Viewer(Role.VISITOR), Viewer(Role.ADMINISTRATOR)
PUBLIC = {cls.kind for cls in BY_KIND.values() if cls.layer == "buiten"}


@pytest.mark.parametrize("form", FileForm)
def test_every_form_holds_the_public_things_and_nothing_else(workspace, form):
    content = open_file(workspace, VISITOR, form)
    assert content == open_file(workspace, VISITOR, form)
    if form is FileForm.XLSX:
        return
    text = content.decode("utf-8")
    for offer in INITIATIVES:
        assert offer.name in text
    private = [thing for thing in TOWN if thing.kind not in PUBLIC]
    assert private
    for thing in private:
        assert f"/{thing.kind}/" not in text
    assert WERKER.name not in text
    assert VRAAG.id not in text


def test_the_name_of_who_checked_it_stays_here(workspace):
    checked = replace(KOFFIE, checked_by="Kanarie van Dijk")
    workspace.catalogue.save([checked], actor="x", action="y", at=workspace.clock())
    for form in FileForm:
        assert b"Kanarie" not in open_file(workspace, VISITOR, form)
    assert b"Kanarie" not in thing_as_rdf(workspace, VISITOR, "initiative", KOFFIE.id, "ttl")


def test_geojson_is_as_the_rfc_says(workspace):
    document = json.loads(open_file(workspace, VISITOR, FileForm.GEOJSON))
    assert document["type"] == "FeatureCollection"
    by_id = {one["id"].rpartition("/")[2]: one for one in document["features"]}
    lon, lat = by_id["koffie"]["geometry"]["coordinates"]
    assert 5 < lon < 7 < 50 < lat < 54
    assert by_id["koffie"]["properties"]["plek"] == "Buurthuis De Linde"
    assert by_id["bewoners"]["geometry"] is None
    assert all(one["type"] == "Feature" for one in document["features"])


READERS = {
    FileForm.CSV: import_table,
    FileForm.XLSX: import_table,
    FileForm.GEOJSON: import_geojson,
    FileForm.TURTLE: import_rdf,
    FileForm.JSON_LD: import_rdf,
    FileForm.N_QUADS: import_rdf,
}


@pytest.mark.parametrize("form", FileForm)
def test_what_we_write_we_read_back_without_a_change(workspace, tmp_path, form):
    path = tmp_path / f"kaart.{form}"
    export_open_file(workspace, VISITOR, form, path)
    result = READERS[form](workspace, ADMINISTRATOR, path, apply=True)
    assert (result.plan.new, result.plan.changed, result.plan.conflicts) == ((), (), ())
    assert (result.plan.rejected, result.plan.gone, result.batch) == ((), (), "")
    assert result.plan.unchanged >= len(INITIATIVES)


@pytest.mark.parametrize("form", [FileForm.TURTLE, FileForm.JSON_LD, FileForm.N_QUADS])
def test_rdf_carries_the_whole_map_to_an_empty_folder(workspace, empty_workspace, tmp_path, form):
    path = tmp_path / f"kaart.{form}"
    export_open_file(workspace, VISITOR, form, path)
    result = import_rdf(empty_workspace, ADMINISTRATOR, path, apply=True)
    assert result.plan.rejected == ()
    for thing in TOWN:
        if thing.kind in PUBLIC - {"presence"}:
            assert empty_workspace.catalogue.get(type(thing), thing.id).entity == thing
    again = import_rdf(empty_workspace, ADMINISTRATOR, path, apply=True)
    assert (again.plan.new, again.plan.changed, again.batch) == ((), (), "")


@pytest.mark.parametrize("form", [FileForm.CSV, FileForm.XLSX, FileForm.GEOJSON])
def test_a_table_carries_the_supply_to_another_folder_once(workspace, empty_workspace, tmp_path, form):
    areas = [thing for thing in TOWN if thing.kind in {"municipality", "district", "neighbourhood"}]
    empty_workspace.catalogue.save(areas, actor="x", action="y", at=empty_workspace.clock())
    path = tmp_path / f"kaart.{form}"
    export_open_file(workspace, VISITOR, form, path)
    read = READERS[form]
    result = read(empty_workspace, ADMINISTRATOR, path, source="Dobberdam", apply=True)
    assert result.plan.rejected == ()
    for cls in (Organisation, Facility, Initiative):
        assert empty_workspace.catalogue.count(cls) == workspace.catalogue.count(cls)
    again = read(empty_workspace, ADMINISTRATOR, path, source="Dobberdam", apply=True)
    assert (again.plan.new, again.plan.changed, again.batch) == ((), (), "")


def events(made):
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(made.content).walk("VEVENT")}


def test_a_weekly_moment_stands_in_the_calendar_at_the_dutch_hour(workspace):
    (event,) = events(calendar_of_one(workspace, VISITOR, KOFFIE.id)).values()
    starts = event.decoded("DTSTART")
    assert (starts.date(), starts.time(), starts.utcoffset().seconds) == (date(2026, 3, 3), time(14), 3600)
    assert event["RRULE"] == {"FREQ": ["WEEKLY"], "INTERVAL": [1], "BYDAY": ["TU"]}
    assert str(event["LOCATION"]) == "Buurthuis De Linde, Lindestraat 12"
    assert str(event["URL"]).endswith("/id/initiative/koffie")


def test_of_what_is_not_weekly_the_date_has_to_be_known(workspace, tmp_path):
    sessions = (
        Session(slot=DayPart.TUESDAY_AFTERNOON, rhythm=Rhythm.FORTNIGHTLY),
        Session(slot=DayPart.THURSDAY_EVENING, starts=time(19), rhythm=Rhythm.MONTHLY, on=date(2026, 3, 12)),
        Session(slot=DayPart.SATURDAY_MORNING, rhythm=Rhythm.ONCE, on=date(2026, 4, 4)),
    )
    workspace.catalogue.save(
        [replace(KOFFIE, sessions=sessions)], actor="x", action="y", at=workspace.clock()
    )
    written = export_calendar(workspace, VISITOR, tmp_path / "k.ics", initiative=KOFFIE.id)
    assert (written.moments, written.without_date) == (2, 1)
    found = events(calendar_of_one(workspace, VISITOR, KOFFIE.id))
    assert found["Koffie in de Linde"]["RRULE"]["BYDAY"] == ["2TH"]
    once = found["Koffie in de Linde (ochtend)"]
    assert (once.decoded("DTSTART"), "RRULE" in once) == (date(2026, 4, 4), False)


def test_a_selection_is_what_the_map_shows(workspace):
    made = calendar(workspace, VISITOR, MapView(themes=(ThemeId("samen-eten"),)))
    assert {name.partition(" (")[0] for name in events(made)} == {EETTAFEL.name}
    assert set(events(calendar(workspace, VISITOR, MapView(area_id=LINDEHOF.id))))


def test_what_has_stopped_is_not_in_a_calendar(workspace):
    from socialmap.model.provision import OfferStatus

    workspace.catalogue.save(
        [replace(KOFFIE, status=OfferStatus.STOPPED)], actor="x", action="y", at=workspace.clock()
    )
    assert calendar_of_one(workspace, VISITOR, KOFFIE.id).moments == 0


def test_a_calendar_of_ours_read_again_changes_nothing(workspace, tmp_path):
    path = tmp_path / "k.ics"
    export_calendar(workspace, VISITOR, path)
    result = import_calendar(workspace, ADMINISTRATOR, path, apply=True)
    assert (result.plan.changed, result.plan.conflicts, result.plan.rejected) == ((), (), ())
    assert result.plan.unchanged > 3


def test_there_is_no_calendar_of_what_is_not_there(workspace):
    with pytest.raises(NotFound, match="initiatief"):
        calendar_of_one(workspace, VISITOR, "nergens")


def test_a_description_needs_a_real_address(workspace):
    with pytest.raises(InvalidInput) as refused:
        describe_dataset(workspace, VISITOR, "kaart punt nl", "mail me maar")
    assert {one.field for one in refused.value.violations} == {"address", "contact"}


def test_a_thing_tells_what_is_public_of_it(workspace):
    thing = show_thing(workspace, VISITOR, "initiative", KOFFIE.id)
    assert (thing.name, thing.on_map, thing.removed) == (KOFFIE.name, True, False)
    assert dict(thing.facts)["facility_id"] == ("Buurthuis De Linde",)
    assert "checked_by" not in dict(thing.facts)


def test_what_was_removed_is_told_apart_from_what_never_was(workspace):
    workspace.catalogue.remove(Initiative, KOFFIE.id, actor="x", action="y", at=datetime.now(UTC))
    assert show_thing(workspace, VISITOR, "initiative", KOFFIE.id).removed
    assert thing_as_rdf(workspace, VISITOR, "initiative", KOFFIE.id, "ttl") == b""
    with pytest.raises(NotFound):
        show_thing(workspace, VISITOR, "initiative", "nergens")


@pytest.mark.parametrize("thing", [thing for thing in TOWN if thing.kind not in PUBLIC], ids=lambda t: t.kind)
def test_nobody_learns_here_that_something_private_exists(workspace, thing):
    viewer = Viewer(Role.PROFESSIONAL, "proef")
    for kind in (thing.kind, "onzin"):
        with pytest.raises(NotFound, match="hoort nergens bij"):
            show_thing(workspace, viewer, kind, thing.id)
