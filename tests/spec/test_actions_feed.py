"""Feeds in and out: a plan first, again without effect, conflicts shown, our own records left alone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from socialmap.actions.ask_feed import Standard, ask_feed
from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.export_feed import export_hsds, export_oruk
from socialmap.actions.read_feed import import_feed
from socialmap.actions.save_offer import change_offer, open_draft
from socialmap.actions.show_history import undo_change
from socialmap.connectors.registers import keep_registers
from socialmap.errors import ImportRejected, InvalidInput, NotFound, UserError
from socialmap.geo.registers import PostcodeArea
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.privacy.roles import Role, Viewer
from tests.town import KOFFIE, LINDEHOF

pytestmark = pytest.mark.usefixtures("read_here")

ADMINISTRATOR, BROKER, ANYBODY = (Viewer(role) for role in (Role.ADMINISTRATOR, Role.BROKER, Role.VISITOR))
UUID = "1554f2e2-a373-45db-a3fa-9fc48a61c15{}"


def service(number=0, **changes):
    """A service as others write it, in the words of the standard."""
    return {
        "id": UUID.format(number),
        "name": f"Breicafé {number}",
        "description": "Samen breien en koffie drinken.",
        "status": "active",
        "phones": [{"id": UUID.format("a"), "number": "038-5550199"}],
        "cost_options": [{"id": UUID.format("b"), "amount": 2.5, "currency": "EUR"}],
        "organization": {"id": UUID.format("c"), "name": "Stichting De Naald", "description": "Handwerk"},
        "schedules": [
            {
                "id": UUID.format("d"),
                "freq": "WEEKLY",
                "interval": 2,
                "byday": "TU,TH",
                "opens_at": "14:00:00",
            }
        ],
        "service_at_locations": [
            {
                "id": UUID.format("e"),
                "location": {
                    "id": UUID.format("f"),
                    "location_type": "physical",
                    "latitude": 52.4866,
                    "longitude": 6.0926,
                },
            }
        ],
    } | changes


def page(*services):
    return {"total_items": len(services), "total_pages": 1, "page_number": 1, "contents": list(services)}


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(page(service())), encoding="utf-8")
    return path


def written(path, *services):
    path.write_text(json.dumps(page(*services)), encoding="utf-8")
    return path


def told(result):
    return [(one.line, one.reason) for one in result.plan.rejected]


def test_a_service_of_others_becomes_an_initiative_that_can_be_found(workspace, feed):
    planned = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief")
    assert (planned.batch, len(planned.plan.new)) == ("", 2)
    import_feed(workspace, ADMINISTRATOR, feed, theme="creatief", apply=True)
    (line,) = browse_map(workspace, ANYBODY, MapView(text="breicafé")).lines
    offer = workspace.catalogue.get(Initiative, line.id).entity
    assert (offer.contact, offer.cost_eur, offer.point) == ("038-5550199", 2.5, offer.point)
    assert [(str(one.slot), str(one.rhythm)) for one in offer.sessions] == [
        ("di-middag", "om de week"),
        ("do-middag", "om de week"),
    ]
    (runs_it,) = offer.run_by
    assert workspace.catalogue.get(Organisation, runs_it).entity.name == "Stichting De Naald"


def test_the_same_feed_twice_changes_nothing_and_it_is_undone_as_a_whole(workspace, feed):
    first = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief", apply=True)
    before = workspace.catalogue.position()
    again = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief", apply=True)
    assert (again.plan.new, again.plan.changed, again.batch) == ((), (), "")
    assert workspace.catalogue.position() == before
    assert undo_change(workspace, ADMINISTRATOR, first.batch) == 2


def test_what_a_person_changed_stays_and_is_told(workspace, feed):
    (offer,) = (
        one for one in import_feed(workspace, ADMINISTRATOR, feed, theme="creatief", apply=True).plan.new
        if isinstance(one, Initiative)
    )  # fmt: skip
    draft = open_draft(workspace, BROKER, "initiative", offer.id)
    changed = replace(draft.entity, cost_eur=1.0, themes=("spelletjes",))
    change_offer(workspace, BROKER, changed, draft.version)
    dearer = [{"id": UUID.format("b"), "amount": 4, "currency": "EUR"}]
    written(feed, service(cost_options=dearer, description="Met taart."))
    result = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief", apply=True)
    assert [(one.field, one.stored, one.offered) for one in result.plan.conflicts] == [("cost_eur", 1.0, 4.0)]
    now = workspace.catalogue.get(Initiative, offer.id).entity
    assert (now.cost_eur, now.description, now.themes) == (1.0, "Met taart.", ("spelletjes",))


def test_a_service_at_two_places_is_there_twice(workspace, feed):
    first = service()["service_at_locations"][0]
    location = first["location"] | {"id": UUID.format(9), "latitude": 52.49}
    second = {"id": UUID.format(8), "location": location}
    written(feed, service(service_at_locations=[first, second]))
    result = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief", apply=True)
    offers = [one for one in result.plan.new if isinstance(one, Initiative)]
    assert sorted(one.point.lat for one in offers) == [52.4866, 52.49]
    again = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief", apply=True)
    assert (again.plan.new, again.plan.changed) == ((), ())


FAULTS = {
    "no name": ({"name": None}, "name: Dit veld ontbreekt of is leeg."),
    "no status": ({"status": "open"}, "status: Kies uit: active, inactive, defunct, temporarily closed."),
    "no uuid": ({"id": "12"}, "id: Dit is geen UUID, zoals 1554f2e2-a373-45db-a3fa-9fc48a61c15e."),
    "text for a number": ({"minimum_age": "twaalf"}, "minimum_age: Hier hoort een getal te staan."),
    "no list": ({"schedules": "dinsdag"}, "schedules: Hier hoort een lijst te staan."),
    "a part without its field": (
        {"phones": [{"id": UUID.format("a")}]},
        "phones[0].number: Dit veld ontbreekt of is leeg.",
    ),
    "ages the wrong way round": (
        {"minimum_age": 60, "maximum_age": 18},
        "maximum_age: De hoogste leeftijd kan niet onder de laagste liggen.",
    ),
    "a bare text": ("tekst", "Hier hoort een onderdeel met velden te staan."),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_record_that_breaks_the_standard_is_refused_with_its_line_and_the_others_are_kept(
    workspace, feed, name
):
    change, sentence = FAULTS[name]
    written(feed, service(), change if isinstance(change, str) else service(1, **change))
    result = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief")
    assert told(result) == [(2, sentence)]
    assert [one.name for one in result.plan.new] == ["Breicafé 0", "Stichting De Naald"]


def test_every_reason_of_a_record_is_told(workspace, feed):
    written(feed, service(status="x", minimum_age="y"))
    result = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief", apply=True)
    assert [line for line, _ in told(result)] == [1, 1]
    assert (result.plan.new, result.batch) == ((), "")


def test_what_shows_no_theme_is_refused_unless_one_is_given(workspace, feed):
    written(feed, service(name="Xyzzy", description="Qwerty."))
    assert told(import_feed(workspace, ADMINISTRATOR, feed))[0][1].startswith(
        "We zien niet waar dit bij helpt"
    )
    assert import_feed(workspace, ADMINISTRATOR, feed, theme="spelletjes").plan.rejected == ()
    with pytest.raises(InvalidInput, match="onderwerp"):
        import_feed(workspace, ADMINISTRATOR, feed, theme="bestaat-niet")


def test_a_term_of_others_that_we_do_not_know_suggests_a_theme_by_what_it_says(workspace, tmp_path):
    term = {
        "id": UUID.format("6"),
        "code": "X-77",
        "name": "Rubriek 12",
        "description": "Mensen leren beter lezen en schrijven",
        "taxonomy": "Een andere lijst",
    }
    attribute = {"id": UUID.format("7"), "link_type": "service", "taxonomy_term": term}
    other = service(name="De Spil", description="Elke week open.", attributes=[attribute])
    plan = import_feed(workspace, ADMINISTRATOR, written(tmp_path / "feed.json", other)).plan
    (one,) = plan.suggested
    assert one.name == "De Spil"
    first = one.themes[0]
    assert (first.theme, first.label) == ("lezen-en-schrijven", "Lezen, schrijven en rekenen")
    assert first.because.startswith("bij 'Rubriek 12': herkend aan '")
    (offer,) = [entity for entity in plan.new if isinstance(entity, Initiative)]
    assert offer.themes == ("lezen-en-schrijven",)
    assert "Het onderwerp is afgeleid uit de tekst. Kijk het na." in plan.notes


def test_the_name_of_a_contact_is_not_taken_and_a_person_in_a_text_is_refused(workspace, feed):
    contact = {"id": UUID.format("a"), "name": "Kanarie van Dijk", "title": "gastvrouw"}
    written(feed, service(phones=[], contacts=[contact]))
    result = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief")
    assert "gastvrouw" in {getattr(one, "contact", "") for one in result.plan.new}
    assert "Kanarie" not in repr(result.plan)
    assert "Namen van contactpersonen zijn niet overgenomen." in result.plan.notes
    written(feed, service(description="Bel mevrouw Kanarie van Dijk, Kanariestraat 1, 06-12345678."))
    refused = import_feed(workspace, ADMINISTRATOR, feed, theme="creatief")
    assert {one.line for one in refused.plan.rejected} == {1}
    assert not any(isinstance(one, Initiative) for one in refused.plan.new)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "leeg"),
        (b"{", "geen geldige JSON"),
        (b'{"a": 1}', "geen feed"),
        (b"[NaN]", "geen geldige JSON"),
        (b"[" * 100_000, "geen geldige JSON"),
        (b"naam;thema\nKoffie;x\n", "geen feed"),
        (b"<html></html>", "webpagina"),
        (b"PK\x03\x04kapot", "zip-bestand"),
        (b"\x00\x01\x02" * 40, "herkennen"),
    ],
)
def test_what_is_no_feed_is_refused_and_changes_nothing(workspace, tmp_path, content, sentence):
    path = tmp_path / "feed.json"
    path.write_bytes(content)
    before = workspace.catalogue.position()
    with pytest.raises(ImportRejected, match=sentence):
        import_feed(workspace, ADMINISTRATOR, path, apply=True)
    assert workspace.catalogue.position() == before


def test_a_broken_line_among_good_ones_is_told_by_its_number(workspace, tmp_path):
    path = tmp_path / "feed.ndjson"
    path.write_text("\n".join([json.dumps(service(0)), "{kapot", json.dumps(service(1))]), encoding="utf-8")
    result = import_feed(workspace, ADMINISTRATOR, path, theme="creatief")
    assert told(result) == [(2, "Regel 2 is geen geldige JSON.")]
    assert len([one for one in result.plan.new if isinstance(one, Initiative)]) == 2


def test_what_comes_back_from_elsewhere_under_our_own_numbers_is_left_alone(workspace, tmp_path):
    for name in ("eigen.json", "eigen.zip"):
        export_hsds(workspace, ANYBODY, tmp_path / name)
        result = import_feed(workspace, ADMINISTRATOR, tmp_path / name, apply=True)
        assert (result.plan.new, result.plan.changed, result.plan.rejected) == ((), (), ())
        assert any("eigen kaart" in note for note in result.plan.notes)


def test_a_whole_map_travels_in_a_package(workspace, empty_workspace, tmp_path):
    export_hsds(workspace, ANYBODY, tmp_path / "kaart.zip")
    result = import_feed(
        empty_workspace, ADMINISTRATOR, tmp_path / "kaart.zip", source="dobberdam", apply=True
    )
    assert result.plan.rejected == ()
    for cls in (Organisation, Facility, Room, Initiative):
        assert empty_workspace.catalogue.count(cls) == workspace.catalogue.count(cls)
    again = import_feed(
        empty_workspace, ADMINISTRATOR, tmp_path / "kaart.zip", source="dobberdam", apply=True
    )
    assert (again.plan.new, again.plan.changed) == ((), ())


def test_a_feed_for_the_uk_travels_as_far_as_it_can(workspace, empty_workspace, tmp_path):
    export_oruk(workspace, ANYBODY, tmp_path / "uk.json")
    result = import_feed(empty_workspace, ADMINISTRATOR, tmp_path / "uk.json", apply=True)
    assert result.plan.rejected == ()
    offers = {one.name: one for one in result.plan.new if isinstance(one, Initiative)}
    assert set(offers) == {stored.entity.name for stored in workspace.catalogue.all(Initiative)}
    assert offers[KOFFIE.name].themes == KOFFIE.themes
    assert offers[KOFFIE.name].contact == KOFFIE.contact


OLDER = {
    "organizations": "id,name,description\n1,Buurtwerk Oost,Welzijn\n",
    "locations": "id,organization_id,name,latitude,longitude,virtual\n7,1,Bij de brug,52.4866,6.0926,false\n",
    "services": "id,location_id,name,description,status,languages,website\n"
    '3,7,Spelletjes,Samen spelen.,active,"Nederlands, Turks",http://voorbeeld.nl\n'
    "4,7,,Zonder naam.,active,,\n",
    "phones": "id,service_id,number\n5,3,038 555 01 01\n",
    "regular_schedules": "id,service_id,weekday,opens_at,closes_at\n6,3,Monday,2:00 PM,4:00 PM\n",
    "holiday_schedules": "id,location_id,start_date,closed\n1,7,1/2/14,TRUE\n",
}


def test_an_older_package_of_numbered_rows_is_read(workspace, tmp_path):
    for name, text in OLDER.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    result = import_feed(workspace, ADMINISTRATOR, tmp_path, source="oost", theme="spelletjes", apply=True)
    assert [(one.sheet, one.line, one.reason) for one in result.plan.rejected] == [
        ("services", 3, "name: Dit veld ontbreekt of is leeg.")
    ]
    (offer,) = (one for one in result.plan.new if isinstance(one, Initiative))
    assert (offer.languages, offer.contact) == (("nl", "tr"), "038 555 01 01 · http://voorbeeld.nl")
    assert [(str(one.slot), one.starts.hour, one.ends.hour) for one in offer.sessions] == [
        ("ma-middag", 14, 16)
    ]
    (runs_it,) = (one for one in result.plan.new if isinstance(one, Organisation))
    assert offer.run_by == (runs_it.id,)
    again = import_feed(workspace, ADMINISTRATOR, tmp_path, source="oost", theme="spelletjes", apply=True)
    assert (again.plan.new, again.plan.changed) == ((), ())


def test_a_table_row_that_breaks_the_standard_is_told_with_its_table_and_line(workspace, tmp_path):
    export_hsds(workspace, ANYBODY, tmp_path / "a.zip")
    header = "id,organization_id,name,status\n"
    rows = f"{UUID.format(1)},{UUID.format('c')},Breien,active\n{UUID.format(2)},,Haken,active\n"
    (tmp_path / "services.csv").write_text(header + rows, encoding="utf-8")
    (tmp_path / "phones.csv").write_text(f"id,number\n{UUID.format(3)},038-5550101\n", encoding="utf-8")
    result = import_feed(workspace, ADMINISTRATOR, tmp_path, theme="creatief")
    assert [(one.sheet, one.line, one.field) for one in result.plan.rejected] == [
        ("phones", 2, "contact_id"),
        ("services", 3, "organization_id"),
    ]
    assert [one.name for one in result.plan.new] == ["Breien"]


def test_an_export_says_by_its_name_what_it_becomes(workspace, tmp_path):
    with pytest.raises(UserError, match="zegt niet wat"):
        export_hsds(workspace, ANYBODY, tmp_path / "kaart.xyz")
    with pytest.raises(UserError, match="zegt niet wat"):
        export_oruk(workspace, ANYBODY, tmp_path / "kaart.zip")


def names(workspace, **asked):
    answer = ask_feed(workspace, ANYBODY, Standard.HSDS, ("services",), asked).document
    return {record["name"] for record in answer["contents"]}


def test_what_is_asked_of_the_feed_is_what_holds(workspace):
    everything = names(workspace)
    assert KOFFIE.name in everything
    assert names(workspace, search="koffie linde") == {KOFFIE.name}
    assert names(workspace, search="koffie", day="SU") == set()
    assert names(workspace, modified_after="2026-02-25") == everything
    assert names(workspace, modified_after="2026-02-26T00:00:00Z") == set()
    assert names(workspace, postcode="9999ZZ", proximity="500") == set()
    terms = ask_feed(workspace, ANYBODY, Standard.HSDS, ("taxonomy_terms",), {"format": "ndjson"}).lines
    (term,) = (one for one in terms if one["term_uri"].endswith(f"/theme/{KOFFIE.themes[0]}"))
    with_theme = names(workspace, taxonomy_term_id=term["id"])
    assert KOFFIE.name in with_theme
    assert with_theme < everything
    assert names(workspace, taxonomy_id=term["taxonomy_id"]) == everything
    assert names(workspace, taxonomy_term_id=term["id"], search="koffie") == {KOFFIE.name}


def test_a_change_is_in_the_feed_at_once(workspace):
    assert names(workspace, search="theeclub") == set()
    draft = open_draft(workspace, BROKER, "initiative", KOFFIE.id)
    change_offer(workspace, BROKER, replace(draft.entity, name="Theeclub"), draft.version)
    assert names(workspace, search="theeclub") == {"Theeclub"}
    assert names(workspace, modified_after="2026-03-01") == {"Theeclub"}
    with pytest.raises(NotFound):
        ask_feed(workspace, ANYBODY, Standard.HSDS, ("needs",), {})


def test_a_postcode_that_only_the_register_knows_has_a_middle_too(workspace):
    keep_registers(workspace.folder, [PostcodeArea("8011", LINDEHOF.centre)], None)
    workspace.projections.take_registers()
    assert names(workspace, postcode="8011") == set()
    near = names(workspace, postcode="8011 AB", proximity="400")
    assert KOFFIE.name in near
    assert near < names(workspace, postcode="8011", proximity="9000")


def test_near_a_postcode_is_measured_from_its_middle(workspace):
    place = workspace.catalogue.get(Facility, KOFFIE.facility_id).entity
    at = workspace.clock()
    moved = replace(place, address="Lindestraat 1, 8011 AB Dobberdam")
    workspace.catalogue.save([moved], actor="x", action="y", at=at)
    assert KOFFIE.name in names(workspace, postcode="8011ab")
    near, far = (
        names(workspace, postcode="8011 AB", proximity="50"),
        names(workspace, postcode="8011", proximity="9000"),
    )
    assert KOFFIE.name in near
    assert near < far
