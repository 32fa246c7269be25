"""GeoJSON, RDF, products of a municipality, calendars: a plan, all of it, again without effect, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time

import pytest

from socialmap.actions.import_file import import_table
from socialmap.actions.read_calendar import import_calendar
from socialmap.actions.read_places import import_geojson
from socialmap.actions.read_products import import_products
from socialmap.actions.read_rdf import import_rdf
from socialmap.actions.show_history import undo_change
from socialmap.errors import ImportRejected, InvalidInput
from socialmap.model.provision import Initiative, Rhythm, Session
from socialmap.model.values import DayPart, Tri
from socialmap.privacy.roles import Role, Viewer
from tests.town import DOBBERDAM, KOFFIE, LINDEHOF, TAALCAFE

pytestmark = pytest.mark.usefixtures("read_here")

ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)


def written(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def reads_once_and_goes_back(workspace, read, path, total):
    """Carried out, carried out again without effect, and taken back as a whole."""
    before = workspace.catalogue.count(Initiative)
    first = read(workspace, ADMINISTRATOR, path, apply=True)
    assert len(first.plan.new) + len(first.plan.changed) == total
    again = read(workspace, ADMINISTRATOR, path, apply=True)
    assert (again.plan.new, again.plan.changed, again.plan.conflicts, again.batch) == ((), (), (), "")
    undo_change(workspace, ADMINISTRATOR, first.batch)
    assert workspace.catalogue.count(Initiative) == before
    return first


# GeoJSON


def feature(geometry, number, **properties):
    return {"type": "Feature", "id": number, "geometry": geometry, "properties": properties}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": features})


POINT = {"type": "Point", "coordinates": [LINDEHOF.centre.lon, LINDEHOF.centre.lat]}
BLOCK = {
    "type": "Polygon",
    "coordinates": [[[6.08, 52.48], [6.081, 52.48], [6.081, 52.481], [6.08, 52.481], [6.08, 52.48]]],
}
SCHAKEN = {"naam": "Schaken", "thema": "Spelletjes", "contact": "via de balie"}
HUIS = {"naam": "Huis van de Buurt", "soort rij": "voorziening", "type": "Buurthuis"}


def test_places_of_a_map_are_read_with_their_point(workspace, tmp_path):
    path = written(
        tmp_path, "kaart.geojson", collection(feature(POINT, 1, **SCHAKEN), feature(BLOCK, 2, **HUIS))
    )
    result = reads_once_and_goes_back(workspace, import_geojson, path, 2)
    offer, place = sorted(result.plan.new, key=lambda one: one.kind, reverse=True)
    assert (offer.name, offer.source, offer.source_id) == ("Schaken", "geojson", "1")
    assert (offer.point.lon, offer.point.lat) == pytest.approx((LINDEHOF.centre.lon, LINDEHOF.centre.lat))
    assert 6.08 < place.point.lon < 6.081


def test_what_cannot_be_used_is_refused_by_the_number_of_its_feature(workspace, tmp_path):
    path = written(
        tmp_path,
        "kaart.geojson",
        collection(feature(POINT, 1, **SCHAKEN), feature(None, 2, **SCHAKEN | {"naam": "Nergens"})),
    )
    result = import_geojson(workspace, ADMINISTRATOR, path, apply=True)
    assert [entity.name for entity in result.plan.new] == ["Schaken"]
    assert {refused.line for refused in result.plan.rejected} == {2}


@pytest.mark.parametrize("content", ["{}", '{"type":"FeatureCollection"}', "[1,2]", "geen json", ""])
def test_a_file_that_is_no_map_is_refused(workspace, tmp_path, content):
    with pytest.raises(ImportRejected):
        import_geojson(workspace, ADMINISTRATOR, written(tmp_path, "x.geojson", content))


# RDF

PREFIXES = """@prefix sm: <https://w3id.org/socialmap/def#> .
@prefix schema: <https://schema.org/> .
@prefix thing: <https://w3id.org/socialmap/id/initiative/> .
"""


def as_turtle(workspace, entity):
    from pyoxigraph import RdfFormat

    from socialmap.rdf.written import written_entity

    return written_entity(entity, RdfFormat.TURTLE)


def test_a_thing_of_our_ontology_is_read_whole(workspace, tmp_path):
    fresh = replace(KOFFIE, id="van-elders", name="Thee in de Linde", source="elders", source_id="9")
    path = written(tmp_path, "thee.ttl", as_turtle(workspace, fresh))
    result = reads_once_and_goes_back(workspace, import_rdf, path, 1)
    assert result.plan.new == (fresh,)


def test_a_source_that_is_named_is_kept_with_what_has_none(workspace, tmp_path):
    fresh = replace(KOFFIE, id="van-elders", name="Thee in de Linde")
    path = written(tmp_path, "thee.ttl", as_turtle(workspace, fresh))
    (entity,) = import_rdf(workspace, ADMINISTRATOR, path, source="Buurgemeente").plan.new
    assert (entity.source, entity.source_id) == ("Buurgemeente", "van-elders")


def test_what_rdf_does_not_say_stays_as_it_is(workspace, tmp_path):
    bare = Initiative(
        id=TAALCAFE.id, name=TAALCAFE.name, themes=TAALCAFE.themes, contact="iets anders",
        facility_id=TAALCAFE.facility_id, point=TAALCAFE.point, area_id=TAALCAFE.area_id,
        no_fixed_place=TAALCAFE.no_fixed_place,
    )  # fmt: skip
    path = written(tmp_path, "taal.ttl", as_turtle(workspace, bare))
    plan = import_rdf(workspace, ADMINISTRATOR, path).plan
    assert [conflict.field for conflict in plan.conflicts] == ["contact"]
    assert plan.changed == ()


def test_something_that_misses_what_is_needed_is_refused(workspace, tmp_path):
    path = written(tmp_path, "half.ttl", PREFIXES + "thing:half a sm:Initiative .")
    plan = import_rdf(workspace, ADMINISTRATOR, path).plan
    assert plan.new == ()
    assert {refused.field for refused in plan.rejected} >= {"name", "contact"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("geen rdf {", "kunnen lezen"),
        ("", "leeg"),
        (PREFIXES, "niets dat we kennen"),
        ('{"@context":"http://localhost:9/c.jsonld","@id":"http://a"}', "adres op internet"),
        ('{"@context":["http://localhost:9/c.jsonld"],"@id":"http://a"}', "adres op internet"),
        ('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><r/>', "kunnen lezen"),
        (
            "<https://w3id.org/socialmap/id/need/N-1> a <https://w3id.org/socialmap/def#Need> .",
            "niet openbaar",
        ),
    ],
)
def test_rdf_that_we_do_not_take_is_refused_whole(workspace, tmp_path, content, sentence):
    with pytest.raises(ImportRejected, match=sentence):
        import_rdf(workspace, ADMINISTRATOR, written(tmp_path, "x.ttl", content), apply=True)


def test_the_name_of_a_colleague_elsewhere_is_not_taken_over(workspace, tmp_path):
    from socialmap.rdf.terms import property_iri

    fresh = replace(KOFFIE, id="van-elders", name="Thee in de Linde")
    line = (
        f"<https://w3id.org/socialmap/id/initiative/van-elders> <{property_iri('initiative', 'checked_by')}>"
        ' "Kanarie van Dijk" .'
    )
    path = written(tmp_path, "thee.ttl", as_turtle(workspace, fresh) + line.encode())
    import_rdf(workspace, ADMINISTRATOR, path, apply=True)
    assert workspace.catalogue.get(Initiative, "van-elders").entity.checked_by == ""


# Samenwerkende Catalogi


def product(number=1, title="Bijzondere bijstand", place=DOBBERDAM.name, audience="particulier", extra=""):
    return f"""<record><p:scproduct>
      <dcterms:identifier><![CDATA[https://dobberdam.nl/product/{number}]]></dcterms:identifier>
      <dcterms:title>{title}</dcterms:title><dcterms:spatial>{place}</dcterms:spatial>
      <dcterms:audience>{audience}</dcterms:audience>
      <dcterms:abstract>Geld voor onverwachte kosten als je te weinig inkomen hebt.</dcterms:abstract>
      <p:productID>{number}</p:productID><p:onlineAanvragen>ja</p:onlineAanvragen>{extra}
    </p:scproduct></record>"""


def answer(*products):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><searchRetrieveResponse '
        'xmlns="http://www.loc.gov/zing/srw/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:p="http://standaarden.overheid.nl/product/terms/"><records>'
        + "".join(products)
        + "</records></searchRetrieveResponse>"
    )


def test_a_product_is_an_initiative_of_the_municipality(workspace, tmp_path):
    path = written(tmp_path, "sc.xml", answer(product()))
    result = reads_once_and_goes_back(
        workspace, lambda *args, **options: import_products(*args, theme="geld", **options), path, 2
    )
    municipality, offer = (
        result.plan.new if result.plan.new[0].kind == "organisation" else result.plan.new[::-1]
    )
    assert (municipality.name, municipality.sort) == ("Gemeente Dobberdam", "gemeente")
    assert (offer.name, offer.area_id, offer.run_by) == (
        "Bijzondere bijstand", DOBBERDAM.id, (municipality.id,)
    )  # fmt: skip
    assert offer.contact == "Gemeente Dobberdam · https://dobberdam.nl/product/1"
    assert (offer.online, offer.source, offer.source_id) == (Tri.YES, "Samenwerkende Catalogi", "1")
    assert offer.themes


def test_products_of_elsewhere_and_for_companies_do_not_come_in(workspace, tmp_path):
    content = answer(product(1, place="Elders"), product(2, audience="ondernemer"), product(3, title=""))
    result = import_products(workspace, ADMINISTRATOR, written(tmp_path, "sc.xml", content), theme="geld")
    assert result.plan.new == ()
    assert {refused.line for refused in result.plan.rejected} == {1, 3}
    assert any("Elders" in refused.reason for refused in result.plan.rejected)
    assert any("ondernemers" in note for note in result.plan.notes)


@pytest.mark.parametrize(
    "content",
    ["<html/>", "<kapot", "tekst", '<!DOCTYPE a [<!ENTITY b "c">]><searchRetrieveResponse/>'],
)
def test_xml_that_is_no_answer_or_not_safe_is_refused(workspace, tmp_path, content):
    with pytest.raises(ImportRejected):
        import_products(workspace, ADMINISTRATOR, written(tmp_path, "x.xml", content))


def test_a_theme_that_is_not_there_is_refused(workspace, tmp_path):
    with pytest.raises(InvalidInput):
        import_products(workspace, ADMINISTRATOR, written(tmp_path, "x.xml", answer()), theme="onzin")


# iCalendar


def agenda(*events):
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}@elders\r\n{event}END:VEVENT\r\n" for n, event in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n"


def event(name, start, end="", rule="", extra=""):
    lines = [f"SUMMARY:{name}", f"DTSTART;TZID=Europe/Amsterdam:{start}"]
    lines += [f"DTEND;TZID=Europe/Amsterdam:{end}"] if end else []
    lines += [f"RRULE:{rule}"] if rule else []
    return "\r\n".join([*lines, *([extra] if extra else []), ""])


BARE = Initiative(
    id="bare", name="Breicafé", themes=("creatief",), contact="via", no_fixed_place=True, source="lijst",
    source_id="1",
)  # fmt: skip


@pytest.fixture
def knitting(workspace):
    """An initiative of a list, of which nobody said yet when it is."""
    workspace.catalogue.save([BARE], actor="x", action="ingelezen", at=workspace.clock())
    return workspace


@pytest.mark.parametrize(
    ("start", "end", "rule", "session"),
    [
        ("20260303T140000", "20260303T160000", "FREQ=WEEKLY;BYDAY=TU",
         Session(slot=DayPart.TUESDAY_AFTERNOON, starts=time(14), ends=time(16))),
        ("20260303T100000", "", "FREQ=WEEKLY;INTERVAL=2",
         Session(slot=DayPart.TUESDAY_MORNING, starts=time(10), rhythm=Rhythm.FORTNIGHTLY,
                 on=date(2026, 3, 3))),
        ("20260312T193000", "", "FREQ=MONTHLY;BYDAY=2TH",
         Session(slot=DayPart.THURSDAY_EVENING, starts=time(19, 30), rhythm=Rhythm.MONTHLY,
                 on=date(2026, 3, 12))),
        ("20260404T100000", "20260404T120000", "",
         Session(slot=DayPart.SATURDAY_MORNING, starts=time(10), ends=time(12), rhythm=Rhythm.ONCE,
                 on=date(2026, 4, 4))),
    ],
)  # fmt: skip
def test_an_event_is_a_moment_of_the_initiative_with_its_name(knitting, tmp_path, start, end, rule, session):
    path = written(tmp_path, "a.ics", agenda(event("breicafe", start, end, rule)))
    result = reads_once_and_goes_back(knitting, import_calendar, path, 1)
    assert result.plan.changed[0].after == replace(BARE, sessions=(session,))


def test_the_address_of_an_initiative_goes_before_its_name(knitting, tmp_path):
    url = f"URL:https://w3id.org/socialmap/id/initiative/{BARE.id}"
    path = written(tmp_path, "a.ics", agenda(event(KOFFIE.name, "20260404T100000", extra=url)))
    plan = import_calendar(knitting, ADMINISTRATOR, path).plan
    assert [change.after.id for change in plan.changed] == [BARE.id]


def test_the_moments_of_several_events_come_together(knitting, tmp_path):
    weekly = "FREQ=WEEKLY;BYDAY=MO,WE"
    path = written(
        tmp_path,
        "a.ics",
        agenda(event("Breicafé", "20260302T100000", rule=weekly), event("Breicafé", "20260404T100000")),
    )
    (change,) = import_calendar(knitting, ADMINISTRATOR, path).plan.changed
    assert [str(one.slot) for one in change.after.sessions] == ["ma-ochtend", "wo-ochtend", "za-ochtend"]


def test_what_a_person_filled_in_is_not_overwritten_by_a_calendar(workspace, tmp_path):
    path = written(
        tmp_path, "a.ics", agenda(event(KOFFIE.name, "20260304T090000", rule="FREQ=WEEKLY;BYDAY=WE"))
    )
    plan = import_calendar(workspace, ADMINISTRATOR, path, apply=True).plan
    assert [conflict.key for conflict in plan.conflicts] == [f"initiative/{KOFFIE.id}/sessions"]
    assert workspace.catalogue.get(Initiative, KOFFIE.id).entity == KOFFIE


def test_a_calendar_says_nothing_of_what_else_a_source_has(knitting, tmp_path):
    other = replace(BARE, id="other", name="Ander", source_id="2")
    knitting.catalogue.save([other], actor="x", action="ingelezen", at=knitting.clock())
    path = written(tmp_path, "a.ics", agenda(event("Breicafé", "20260404T100000")))
    assert import_calendar(knitting, ADMINISTRATOR, path).plan.gone == ()


def test_what_cannot_be_kept_is_refused_and_what_is_over_is_told(knitting, tmp_path):
    path = written(
        tmp_path,
        "a.ics",
        agenda(
            event("Onbekend", "20260404T100000"),
            event("Breicafé", "20260404T100000", rule="FREQ=DAILY"),
            event("Breicafé", "20250404T100000"),
            event("Breicafé", "20260404T100000", extra="STATUS:CANCELLED"),
        ),
    )
    plan = import_calendar(knitting, ADMINISTRATOR, path).plan
    assert [refused.line for refused in plan.rejected] == [1, 2]
    assert plan.changed == ()
    assert len(plan.notes) == 2


def test_nothing_about_people_is_read_from_a_calendar(knitting, tmp_path):
    extra = "ORGANIZER;CN=Kanarie van Dijk:mailto:kanarie@vandijk.nl\r\nDESCRIPTION:Kanarie van Dijk belt"
    path = written(tmp_path, "a.ics", agenda(event("Breicafé", "20260404T100000", extra=extra)))
    result = import_calendar(knitting, ADMINISTRATOR, path, apply=True)
    assert "anarie" not in str(result)


@pytest.mark.parametrize("content", [b"", b"tekst", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"\x00\x01"])
def test_a_file_that_is_no_calendar_is_refused(workspace, tmp_path, content):
    with pytest.raises(ImportRejected):
        import_calendar(workspace, ADMINISTRATOR, written(tmp_path, "x.ics", content))


# A person in a text, whatever the form

CANARY = "Mevrouw A. de Vries, Dorpsstraat 12, 06-12345678"


@pytest.mark.parametrize("form", ["geojson", "ttl", "xml"])
def test_a_person_in_a_text_is_refused_and_never_kept(workspace, tmp_path, form):
    contents = {
        "geojson": collection(feature(POINT, 1, **SCHAKEN | {"contact": CANARY})),
        "ttl": as_turtle(workspace, replace(KOFFIE, id="nieuw", contact=CANARY)),
        "xml": answer(product().replace("Geld voor onverwachte kosten", CANARY)),
    }
    path = written(tmp_path, f"x.{form}", contents[form])
    readers = {"geojson": import_geojson, "ttl": import_rdf, "xml": import_products}
    options = {"theme": "geld"} if form == "xml" else {}
    result = readers[form](workspace, ADMINISTRATOR, path, apply=True, **options)
    assert [entity for entity in result.plan.new if entity.kind == "initiative"] == []
    assert result.plan.rejected
    for kept in workspace.folder.iterdir():
        assert b"de Vries" not in kept.read_bytes()


# Columns with other names


def test_columns_are_guessed_said_and_remembered(workspace, tmp_path):
    path = written(
        tmp_path,
        "lijst.csv",
        "Naam activiteit;Helpt waarbij;Bel of mail;Locatie naam\n"
        "Schaken;Spelletjes;via de balie;geen vaste plek\n",
    )
    with pytest.raises(ImportRejected) as refused:
        import_table(workspace, ADMINISTRATOR, path, source="Welzijn")
    assert "--column 'Naam activiteit=naam'" in refused.value.remedy
    said = {
        "Naam activiteit": "naam", "Helpt waarbij": "thema", "Bel of mail": "contact", "Locatie naam": "plek"
    }  # fmt: skip
    import_table(workspace, ADMINISTRATOR, path, source="Welzijn", columns=said, apply=True)
    again = import_table(workspace, ADMINISTRATOR, path, source="Welzijn", apply=True)
    assert (again.plan.unchanged, again.plan.new, again.batch) == (1, (), "")
    with pytest.raises(InvalidInput):
        import_table(workspace, ADMINISTRATOR, path, columns={"Naam activiteit": "schoenmaat"})
