"""What the codec says about an entity, statement by statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from socialmap.errors import InvalidInput
from socialmap.model.area import District, Neighbourhood
from socialmap.model.provision import Facility, Initiative, Session
from socialmap.model.values import (
    AreaId,
    BarrierId,
    DayPart,
    FacilityId,
    FacilityTypeId,
    InitiativeId,
    Layer,
    Point,
    RoomId,
    ThemeId,
    Tri,
)
from socialmap.model.work import CheckOutcome, Verification
from socialmap.ontology.namespaces import (
    GEO,
    GRAPH,
    PROV,
    RDF,
    ROOT,
    SCHEMA,
    SM,
    Scheme,
    concept_iri,
    graph_iri,
    thing_iri,
)
from socialmap.rdf.codec import from_quads, graph_of, to_quads
from tests.unit.linde_town import BRUG, EETTAFEL, KOK, VRAAG


def _objects(entity: object, predicate: str, subject: str | None = None) -> list[NamedNode | Literal]:
    return [
        quad.object
        for quad in to_quads(entity)
        if quad.predicate.value == predicate and (subject is None or quad.subject.value == subject)
    ]


EETTAFEL_IRI = thing_iri("initiative", EETTAFEL.id)


def test_standard_vocabularies_are_used_where_they_fit() -> None:
    assert _objects(BRUG, SCHEMA + "name") == [Literal("Buurtkamer De Brug")]
    geometry = f"{thing_iri('facility', BRUG.id)}/point"
    assert _objects(BRUG, GEO + "hasGeometry") == [NamedNode(geometry)]
    wkt = Literal("POINT(6.1 52.504)", datatype=NamedNode(GEO + "wktLiteral"))
    assert _objects(BRUG, GEO + "asWKT", geometry) == [wkt]


def test_ids_become_names_of_things_and_of_concepts() -> None:
    assert set(_objects(EETTAFEL, SM + "takesPlaceAt")) == {
        NamedNode(thing_iri("facility", "F-BRUG")),
        NamedNode(thing_iri("room", "R-KEUKEN")),
    }
    assert NamedNode(concept_iri(Scheme.THEMES, "samen-eten")) in _objects(EETTAFEL, SM + "addresses")


def test_the_order_of_themes_is_told_in_a_sequence() -> None:
    themes = ("samen-eten", "eenzaamheid")
    sequence = f"{EETTAFEL_IRI}/themes"
    assert _objects(EETTAFEL, SM + "inOrder") == [NamedNode(sequence)]
    for number, theme in enumerate(themes, start=1):
        assert _objects(EETTAFEL, f"{RDF}_{number}", sequence) == [
            NamedNode(concept_iri(Scheme.THEMES, theme))
        ]
    assert _objects(replace(EETTAFEL, themes=themes[:1]), SM + "inOrder") == []


def test_day_parts_have_the_order_of_the_week_and_need_no_sequence() -> None:
    in_order = replace(VRAAG, available=(DayPart.MONDAY_MORNING, DayPart.SUNDAY_EVENING))
    turned = replace(VRAAG, available=(DayPart.SUNDAY_EVENING, DayPart.MONDAY_MORNING))
    assert _objects(in_order, SM + "inOrder") == []
    assert len(_objects(turned, SM + "inOrder")) == 1
    assert from_quads(to_quads(turned), type(turned), turned.id) == turned


def test_a_barrier_is_lowered_kept_or_not_mentioned() -> None:
    initiative = replace(EETTAFEL, barriers={BarrierId("gratis"): Tri.YES, BarrierId("prikkelarm"): Tri.NO})
    assert _objects(initiative, SM + "lowersBarrier") == [NamedNode(concept_iri(Scheme.BARRIERS, "gratis"))]
    assert _objects(initiative, SM + "keepsBarrier") == [
        NamedNode(concept_iri(Scheme.BARRIERS, "prikkelarm"))
    ]


def test_what_is_not_known_is_not_said() -> None:
    said = {quad.predicate.value for quad in to_quads(EETTAFEL)}
    assert SM + "waitingList" not in said
    assert SM + "placesFree" not in said
    assert SCHEMA + "description" not in said
    assert _objects(replace(EETTAFEL, waiting_list=Tri.NO), SM + "waitingList") == [Literal("nee")]


def test_moments_have_a_name_below_the_initiative() -> None:
    moments = (
        Session(slot=DayPart.TUESDAY_AFTERNOON, starts=time(14, 0)),
        Session(slot=DayPart.MONDAY_MORNING),
    )
    initiative = replace(EETTAFEL, sessions=moments)
    first = f"{EETTAFEL_IRI}/sessions/1"
    assert _objects(initiative, SM + "dayPart", first) == [Literal("di-middag")]
    assert from_quads(to_quads(initiative), Initiative, EETTAFEL.id).sessions == moments


def test_more_than_nine_moments_keep_their_order() -> None:
    moments = tuple(Session(slot=slot) for slot in reversed(DayPart))
    initiative = replace(EETTAFEL, sessions=moments)
    assert from_quads(reversed(to_quads(initiative)), Initiative, EETTAFEL.id) == initiative


def test_an_area_is_named_by_what_its_code_says() -> None:
    neighbourhood = Neighbourhood(
        id=AreaId("BU99990101"),
        name="Lindehof",
        boundary="POLYGON((6 52, 7 52, 7 53, 6 52))",
        centre=Point(6.5, 52.3),
        district_id=AreaId("WK999901"),
        municipality_id=AreaId("GM9999"),
    )
    assert _objects(neighbourhood, SM + "inDistrict") == [NamedNode(thing_iri("district", "WK999901"))]
    assert _objects(neighbourhood, SM + "inMunicipality") == [NamedNode(thing_iri("municipality", "GM9999"))]
    lived = replace(EETTAFEL, facility_id=None, room_id=None, area_id=AreaId("WK999901"))
    assert _objects(lived, SM + "locatedIn") == [NamedNode(thing_iri("district", "WK999901"))]
    assert from_quads(to_quads(neighbourhood), Neighbourhood, neighbourhood.id) == neighbourhood


def test_each_layer_has_its_graph_and_an_imported_thing_that_of_its_source() -> None:
    assert graph_of(EETTAFEL) == graph_iri(Layer.PUBLIC)
    assert graph_of(KOK) == graph_iri(Layer.SHELL)
    assert {quad.graph_name.value for quad in to_quads(VRAAG)} == {graph_iri(Layer.CORE)}
    imported = replace(BRUG, source="OSM export", source_id="node/1")
    assert graph_of(imported) == GRAPH + "source/OSM%20export"
    assert _objects(imported, PROV + "wasDerivedFrom") == [NamedNode(ROOT + "source/OSM%20export/node%2F1")]


def test_a_check_points_to_what_was_checked() -> None:
    check = Verification(
        id="C-1",
        object_kind="initiative",
        object_id=EETTAFEL.id,
        on=date(2026, 2, 1),
        by="makelaar",
        outcome=CheckOutcome.CORRECT,
    )
    assert _objects(check, SM + "verifies") == [NamedNode(EETTAFEL_IRI)]


def test_a_missing_required_value_is_refused_by_name() -> None:
    quads = [quad for quad in to_quads(BRUG) if quad.predicate.value != SM + "facilityType"]
    with pytest.raises(InvalidInput) as refused:
        from_quads(quads, Facility, BRUG.id)
    assert [violation.field for violation in refused.value.violations] == ["type"]
    with pytest.raises(InvalidInput):
        from_quads([], District, "WK1")


def test_a_code_that_does_not_exist_counts_as_missing() -> None:
    odd = [
        Quad(q.subject, q.predicate, Literal("soms"), q.graph_name)
        if q.predicate.value == SM + "access"
        else q
        for q in to_quads(EETTAFEL)
    ]
    with pytest.raises(InvalidInput):
        from_quads(odd, Initiative, EETTAFEL.id)


def test_an_id_may_hold_any_character() -> None:
    odd = Initiative(
        id=InitiativeId("a/b c?#é%20"),
        name="x",
        themes=(ThemeId("samen-eten"),),
        contact="y",
        facility_id=FacilityId("f/1"),
        room_id=RoomId(".."),
    )
    assert from_quads(to_quads(odd), Initiative, odd.id) == odd
    place = Facility(id=FacilityId("f/1"), name="", type=FacilityTypeId("park"), point=Point(-0.0, 1e-07))
    assert from_quads(to_quads(place), Facility, place.id) == place
