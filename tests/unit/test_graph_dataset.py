"""The graph dataset follows the journal, shows each reader its own layers, and never touches the disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, parse

from socialmap.errors import NotAllowed
from socialmap.model.change import Position
from socialmap.model.values import Layer, ThemeId
from socialmap.ontology.namespaces import GRAPH, SM, graph_iri, thing_iri
from socialmap.rdf.catalogue import questions
from socialmap.rdf.codec import from_quads, to_quads
from socialmap.rdf.dataset import ONTOLOGY_GRAPH, GraphDataset
from tests.unit.linde_town import (
    BRUG,
    BUURT,
    EETTAFEL,
    KERK,
    KOK,
    LAT,
    LON,
    TOWN,
    VER,
    VRAAG,
    removed,
    told,
)

SHELL = frozenset({Layer.PUBLIC, Layer.SHELL})
ALL = frozenset(Layer)
SOURCED = replace(VER, source="OSM", source_id="node/1")
ARGUMENTS: dict[str, Any] = {
    "thema": "samen-eten",
    "drempel": "gratis",
    "lon": LON,
    "lat": LAT,
    "dagdeel": "wo-ochtend",
    "peildatum": date(2026, 3, 2),
    "trekker": "talent/T-KOK",
    "ding": "initiative/I-EET",
    "buurt": BUURT,
    "team": "team-linde",
    "van": date(2026, 1, 1),
    "tot": date(2026, 3, 1),
}


@pytest.fixture
def town() -> GraphDataset:
    dataset = GraphDataset()
    dataset.apply(told(TOWN))
    return dataset


def _said(dataset: GraphDataset, layers: frozenset[Layer]) -> set[str]:
    return {str(quad[0]) for quad in dataset.as_rdflib(layers).quads()}


def _of(dataset: GraphDataset, entity: Any) -> list[Any]:
    name = thing_iri(entity.kind, entity.id)
    lines = dataset.serialize(SHELL, RdfFormat.N_QUADS)
    return [
        quad for quad in parse(lines, format=RdfFormat.N_QUADS) if str(quad.subject).startswith(f"<{name}")
    ]


def test_a_whole_town_reads_back_as_it_was_told(town: GraphDataset) -> None:
    quads = list(parse(town.serialize(SHELL, RdfFormat.N_QUADS), format=RdfFormat.N_QUADS))
    for entity in TOWN:
        if entity.layer is not Layer.CORE:
            assert from_quads(quads, type(entity), entity.id) == entity


def test_a_change_replaces_everything_that_was_said(town: GraphDataset) -> None:
    changed = replace(EETTAFEL, themes=(ThemeId("rouw"),), barriers={}, quadrant=None, name="Eettafel Nieuw")
    town.apply(told([changed]))
    assert set(_of(town, EETTAFEL)) == set(to_quads(changed))


def test_a_removed_entity_leaves_nothing_behind(town: GraphDataset) -> None:
    before = len(town)
    town.apply([removed(EETTAFEL)])
    assert _of(town, EETTAFEL) == []
    assert len(town) == before - len(to_quads(EETTAFEL))
    town.apply([removed(EETTAFEL)])
    assert len(town) == before - len(to_quads(EETTAFEL))


def test_an_entity_whose_name_begins_alike_is_left_alone(town: GraphDataset) -> None:
    longer = replace(EETTAFEL, id="I-EET-2", facility_id=VER.id)
    town.apply(told([longer]))
    town.apply([removed(EETTAFEL)])
    assert {quad.subject.value for quad in to_quads(longer)} <= _said(town, SHELL)


def test_following_the_tail_gives_the_same_graph_as_building_anew() -> None:
    changed = [replace(EETTAFEL, name="Anders"), replace(BRUG, basic=True), SOURCED]
    followed, built = GraphDataset(), GraphDataset()
    followed.apply(told(TOWN))
    followed.apply([*told(changed), removed(KERK)])
    built.apply([*told(TOWN), *told(changed), removed(KERK)])
    assert followed.serialize(SHELL, RdfFormat.N_QUADS) == built.serialize(SHELL, RdfFormat.N_QUADS)
    assert len(followed) == len(built)


def test_the_position_of_the_journal_is_kept() -> None:
    dataset = GraphDataset()
    assert dataset.position is None
    dataset.apply(told(TOWN), Position(map_seq=25))
    dataset.apply([])
    assert dataset.position == Position(map_seq=25)


def test_each_layer_has_its_graph_and_each_source_its_own(town: GraphDataset) -> None:
    town.apply(told([SOURCED]))
    named = {str(graph.identifier) for graph in town.as_rdflib(ALL).graphs() if len(graph)}
    expected = {graph_iri(layer) for layer in Layer} | {GRAPH + "source/OSM", ONTOLOGY_GRAPH.value}
    assert named == expected
    assert {quad.graph_name for quad in _of(town, SOURCED)} == {NamedNode(GRAPH + "source/OSM")}


def test_a_thing_that_gets_a_source_moves_to_its_graph_and_stays_public(town: GraphDataset) -> None:
    town.apply(told([SOURCED, replace(BRUG, source="lijst van de wijk/2026")]))
    assert set(_of(town, VER)) == set(to_quads(SOURCED))
    rows = town.select("free-rooms", dagdeel="wo-ochtend")
    assert [row["facility_name"] for row in rows] == ["Buurtkamer De Brug"]


def test_a_reader_sees_only_its_layers(town: GraphDataset) -> None:
    need, talent = thing_iri("need", VRAAG.id), thing_iri("talent", KOK.id)
    assert need not in _said(town, SHELL)
    assert talent in _said(town, SHELL)
    assert talent not in _said(town, frozenset({Layer.PUBLIC}))
    assert need in _said(town, ALL)


def test_a_question_reads_no_more_layers_than_it_needs(town: GraphDataset) -> None:
    assert town.select("partners", layers=ALL) == town.select("partners")
    for name, asked in questions().items():
        if Layer.SHELL in asked.layers:
            with pytest.raises(NotAllowed):
                town.select(name, **_arguments(name))


def test_a_file_never_holds_the_core(town: GraphDataset) -> None:
    with pytest.raises(NotAllowed):
        town.serialize(ALL)
    assert b"need/" not in town.serialize(SHELL)
    assert b"talent/T-KOK" not in town.serialize()


def test_a_file_is_the_same_whatever_the_order_of_telling() -> None:
    one, other = GraphDataset(), GraphDataset()
    one.apply(told(TOWN))
    other.apply(told(reversed(TOWN)))
    for rdf_format in (RdfFormat.TURTLE, RdfFormat.N_QUADS, RdfFormat.TRIG):
        assert one.serialize(SHELL, rdf_format) == other.serialize(SHELL, rdf_format)


def test_a_turtle_file_reads_back_in_another_program(town: GraphDataset) -> None:
    graph = rdflib.Graph().parse(data=town.serialize(), format="turtle")
    name = graph.value(rdflib.URIRef(thing_iri("initiative", "I-EET")), rdflib.SDO.name)
    assert str(name) == "Eettafel De Brug"


def test_changing_the_copy_for_a_notebook_changes_nothing_here(town: GraphDataset) -> None:
    before = len(town)
    copy = town.as_rdflib()
    copy.graph(rdflib.URIRef(graph_iri(Layer.PUBLIC))).remove((None, None, None))
    assert len(town) == before
    assert len(list(town.select("partners"))) == 3


# rdflib's own evaluator still uses the old name of its default graph.
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
def test_a_notebook_can_ask_its_copy_over_all_graphs(town: GraphDataset) -> None:
    town.apply(told([SOURCED]))
    rows = town.as_rdflib().query(f"SELECT ?f WHERE {{ ?f a <{SM}Facility> }}")
    assert len(list(rows)) == 2


def test_no_question_enters_the_evaluator_of_rdflib(
    town: GraphDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Iterator[None]:
        raise AssertionError("rdflib evaluated a query")

    for name in ("evalQuery", "evalPart", "evalBGP"):
        monkeypatch.setattr(f"rdflib.plugins.sparql.evaluate.{name}", refuse)
    monkeypatch.setattr("rdflib.plugins.sparql.processor.evalQuery", refuse)
    with pytest.raises(AssertionError):
        town.as_rdflib().query("SELECT * WHERE { ?s ?p ?o }")
    for name in questions():
        town.select(name, layers=ALL, **_arguments(name))


def test_nothing_of_the_graph_is_ever_on_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    opened = _open_files()
    dataset = GraphDataset()
    dataset.apply(told(TOWN))
    dataset.apply(told([replace(VRAAG, reported_on=date(2026, 2, 21))]))
    assert thing_iri("need", VRAAG.id) in _said(dataset, ALL)
    assert list(tmp_path.iterdir()) == []
    assert _open_files() == opened


def _open_files() -> set[str]:
    """The regular files that this process holds open."""
    found = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = link.readlink()
        except OSError:
            continue
        if target.is_file() and not str(target).startswith("/proc"):
            found.add(str(target))
    return found


def _arguments(name: str) -> dict[str, Any]:
    return {p.name: ARGUMENTS[p.name] for p in questions()[name].parameters if p.name in ARGUMENTS}
