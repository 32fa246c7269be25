"""The shapes say in Dutch what is wrong, and every sentence has an example that shows it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, SH, Graph, URIRef

from socialmap.errors import InvalidInput, Violation
from socialmap.model.provision import Initiative, Rhythm, Session
from socialmap.model.registry import ENTITIES
from socialmap.model.values import DayPart, InitiativeId, ThemeId
from socialmap.ontology.files import ontology_folder
from socialmap.ontology.namespaces import SM, THING, thing_of
from socialmap.ontology.shapes import findings_of, violations_of
from socialmap.rdf.checking import findings_in, require_valid, violations_by_entity
from socialmap.rdf.terms import NESTED, class_iri

EXAMPLES = ontology_folder() / "examples"
SHAPES = sorted((ontology_folder() / "shapes").glob("*.shapes.ttl"))
NAMES = [path.name.removesuffix(".shapes.ttl") for path in SHAPES]
HINT = "hint: "


def _read(path: Path) -> Graph:
    return Graph(bind_namespaces="none").parse(path, format="turtle")


def _expected(path: Path) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines()[1:]:
        if line.startswith("# "):
            name, field, sentence = line.removeprefix("# ").split(" | ")
            found[name].add((field, sentence))
    return found


def _one_by_one(graph: Graph) -> dict[str, Graph]:
    """The things of a file, each with the nodes below it."""
    things: dict[str, Graph] = defaultdict(lambda: Graph(bind_namespaces="none"))
    for statement in graph:
        kind, thing_id, *_ = str(statement[0]).removeprefix(THING).split("/")
        things[f"{kind}/{thing_id}"].add(statement)
    return things


def _pairs(found: tuple[Violation, ...], prefix: str = "") -> set[tuple[str, str]]:
    return {(violation.field, prefix + violation.sentence) for violation in found}


@pytest.mark.parametrize("name", NAMES)
def test_a_valid_example_breaks_no_rule_and_gets_no_hint(name: str) -> None:
    graph = _read(EXAMPLES / f"{name}.valid.ttl")
    assert len(graph) > 0
    assert findings_of(graph).violations == ()
    assert findings_of(graph).hints == ()


@pytest.mark.parametrize("name", NAMES)
def test_an_invalid_example_gets_exactly_its_sentences(name: str) -> None:
    path = EXAMPLES / f"{name}.invalid.ttl"
    things = _one_by_one(_read(path))
    expected = _expected(path)
    assert set(things) == set(expected)
    for thing, graph in things.items():
        findings = findings_of(graph)
        assert _pairs(findings.violations) | _pairs(findings.hints, HINT) == expected[thing], thing


def test_every_sentence_of_the_shapes_is_shown_by_an_example() -> None:
    shown = {
        sentence.removeprefix(HINT)
        for name in NAMES
        for pairs in _expected(EXAMPLES / f"{name}.invalid.ttl").values()
        for _, sentence in pairs
    }
    said = {str(message) for path in SHAPES for message in _read(path).objects(None, SH.message)}
    assert said == shown


def test_every_sentence_is_dutch_and_has_a_field_of_the_model() -> None:
    names = {field.name for cls in ENTITIES for field in fields(cls)}
    for path in SHAPES:
        graph = _read(path)
        for shape, message in graph.subject_objects(SH.message):
            assert isinstance(message, rdflib.Literal)
            assert message.language == "nl"
            assert str(graph.value(shape, URIRef(SM + "field"))) in names


def test_every_kind_of_entity_has_a_shape() -> None:
    targets = {str(target) for path in SHAPES for target in _read(path).objects(None, SH.targetClass)}
    assert {class_iri(cls) for cls in (*ENTITIES, *NESTED)} <= targets


def test_the_readme_lists_every_pair_of_examples() -> None:
    text = (EXAMPLES / "README.md").read_text("utf-8")
    files = {path.name for path in EXAMPLES.glob("*.ttl")}
    assert files == {f"{name}.{sort}.ttl" for name in NAMES for sort in ("valid", "invalid")}
    for name in NAMES:
        assert f"| `{name}` |" in text


def test_the_things_in_the_examples_have_names_of_ours() -> None:
    for path in EXAMPLES.glob("*.ttl"):
        for thing in _read(path).subjects(RDF.type):
            kind, _, below = str(thing).removeprefix(THING).partition("/")
            assert thing_of(THING + kind + "/" + below.split("/")[0])


INITIATIVE = Initiative(
    id=InitiativeId("I-1"),
    name="Koffie in de Linde",
    themes=(ThemeId("eenzaamheid"),),
    contact="via het buurthuis",
    no_fixed_place=True,
)


def test_the_four_things_a_user_types_make_a_valid_initiative() -> None:
    assert findings_in([INITIATIVE]).violations == ()


def test_all_violations_come_at_once() -> None:
    with pytest.raises(InvalidInput) as refused:
        require_valid(replace(INITIATIVE, themes=(), contact=""))
    assert [violation.field for violation in refused.value.violations] == ["contact", "themes"]
    assert "Waar helpt dit bij? Kies minstens één onderwerp." in str(refused.value)


def test_a_batch_is_checked_together_and_tells_which_entity_is_wrong() -> None:
    batch = [replace(INITIATIVE, id=InitiativeId(f"I-{n}")) for n in range(20)]
    require_valid(*batch)
    wrong = replace(INITIATIVE, id=InitiativeId("zonder"), themes=())
    assert violations_by_entity([*batch, wrong]) == {
        ("initiative", "zonder"): (Violation("themes", "Waar helpt dit bij? Kies minstens één onderwerp."),)
    }


def test_a_fault_below_an_entity_is_told_with_the_entity() -> None:
    once = replace(INITIATIVE, sessions=(Session(slot=DayPart.TUESDAY_AFTERNOON, rhythm=Rhythm.ONCE),))
    assert violations_by_entity([once]) == {
        ("initiative", "I-1"): (Violation("sessions", "Op welke datum is het? Kies een datum."),)
    }


def test_an_empty_graph_and_a_graph_of_others_break_nothing() -> None:
    other = Graph()
    other.add((URIRef("urn:a"), RDF.type, URIRef("urn:b")))
    assert violations_of(Graph()) == ()
    assert violations_of(other) == ()
