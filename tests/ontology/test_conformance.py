"""The thesaurus keeps its own rules and those of NL-SBB, and the rules themselves are tried out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor
from rdflib.plugins.sparql.sparql import Query

from socialmap.ontology.files import ontology_folder, thesaurus_files

CONFORMANCE = ontology_folder() / "conformance"
SHAPES = CONFORMANCE / "concepts.shapes.ttl"
REAL_DATA = Path(
    os.environ.get("SOCIALMAP_REAL_DATA") or Path(__file__).parents[2].parent / "shared" / "data"
)
NL_SBB = REAL_DATA / "nl_sbb" / "skos-ap-nl.ttl"


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule in SPARQL is read once, not again for each of a thousand concepts: four fifths of the time."""
    as_it_is = SPARQLProcessor.query

    @lru_cache
    def prepared(text: str, names: tuple[tuple[str, Any], ...]) -> Query:
        return prepareQuery(text, initNs=dict(names))

    def query(self: SPARQLProcessor, text: Any, bindings: Any = None, names: Any = None, **kw: Any) -> Any:
        ready = prepared(text, tuple((names or {}).items())) if isinstance(text, str) else text
        return as_it_is(self, ready, bindings, names, **kw)

    monkeypatch.setattr(SPARQLProcessor, "query", query)


def _graph(paths: Iterable[Path]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def _report(paths: Iterable[Path], shapes: Path) -> Graph:
    _, report, _ = validate(_graph(paths), shacl_graph=_graph([shapes]))
    assert isinstance(report, Graph)
    return report


def _messages(report: Graph) -> set[str]:
    return {str(message) for message in report.objects(None, SH.resultMessage)}


def test_the_valid_example_breaks_no_rule() -> None:
    assert _messages(_report([CONFORMANCE / "concepts.valid.ttl"], SHAPES)) == set()


def test_the_invalid_example_breaks_every_rule() -> None:
    rules = {str(message) for message in _graph([SHAPES]).objects(None, SH.message)}
    assert len(rules) > 25
    assert rules == _messages(_report([CONFORMANCE / "concepts.invalid.ttl"], SHAPES))


def test_the_thesaurus_keeps_our_own_rules() -> None:
    assert _messages(_report(thesaurus_files(), SHAPES)) == set()


@pytest.mark.slow
@pytest.mark.skipif(not NL_SBB.is_file(), reason="the NL-SBB shapes are not here; set SOCIALMAP_REAL_DATA")
def test_the_thesaurus_conforms_to_nl_sbb() -> None:
    report = _report(thesaurus_files(), NL_SBB)
    found = {
        (str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultMessage)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
        if report.value(result, SH.resultSeverity) == SH.Violation
    }
    assert found == set()
