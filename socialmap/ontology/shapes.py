"""Checks descriptions of things against the SHACL shapes and says in Dutch what is wrong.

Only what changes is checked, on an rdflib graph in memory: pySHACL on a store is twenty times slower.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from pyshacl import Validator
from pyshacl.graph_abstraction import DataGraph
from pyshacl.shapes_graph import ShapesGraph
from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from socialmap.errors import Violation
from socialmap.ontology.files import ontology_folder
from socialmap.ontology.namespaces import SM

_FIELD = URIRef(SM + "field")
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Findings:
    """What must be mended before saving, and hints that may be ignored; sorted by field and sentence."""

    violations: tuple[Violation, ...]
    hints: tuple[Violation, ...]


def violations_of(graph: Graph) -> tuple[Violation, ...]:
    """Every rule that the things in the graph break; empty when all is well."""
    return findings_of(graph).violations


def findings_of(graph: Graph) -> Findings:
    """Every broken rule and every hint; ``field`` is the name of the model field that the rule is about."""
    results = _results(graph)
    return Findings(
        _sorted({found for _, severity, found in results if severity == SH.Violation}),
        _sorted({found for _, severity, found in results if severity == SH.Warning}),
    )


def violations_by_node(graph: Graph) -> Mapping[str, tuple[Violation, ...]]:
    """The broken rules of each node that breaks one, by the node's name."""
    by_node: dict[str, set[Violation]] = {}
    for node, severity, found in _results(graph):
        if severity == SH.Violation:
            by_node.setdefault(node, set()).add(found)
    return {node: _sorted(by_node[node]) for node in sorted(by_node)}


def _results(graph: Graph) -> list[tuple[str, Node | None, Violation]]:
    """For each result the name of its node, its severity, and its field and sentence."""
    shapes = _shapes()
    targets = {str(shape) for kind in set(graph.objects(None, RDF.type)) for shape in _shapes_for(kind)}
    if not targets:
        return []
    # pySHACL keeps state in its shapes while it walks them.
    with _LOCK:
        options = {"use_shapes": sorted(targets)}
        validator: Any = Validator(DataGraph.from_rdflib(graph), shacl_graph=shapes.graph, options=options)
        validator.shacl_graph = shapes
        _, report, _ = validator.run()
    results = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        field = shapes.graph.value(report.value(result, SH.sourceShape), _FIELD)
        found = Violation(str(field or ""), str(report.value(result, SH.resultMessage)))
        results.append(
            (str(report.value(result, SH.focusNode)), report.value(result, SH.resultSeverity), found)
        )
    return results


def shapes_graph() -> Graph:
    """All shapes, as they stand in their files; only to be read."""
    graph: Graph = _shapes().graph
    return graph


@cache
def _shapes() -> ShapesGraph:
    graph = Graph(bind_namespaces="none")
    for path in sorted((ontology_folder() / "shapes").glob("*.shapes.ttl")):
        graph.parse(path, format="turtle")
    shapes = ShapesGraph(graph)
    # Asking for the shapes once builds and keeps them.
    _ = shapes.shapes
    return shapes


@cache
def _shapes_for(kind: Node) -> tuple[Node, ...]:
    """The shapes that look at a class; walking only those is three times faster than walking all."""
    return tuple(_shapes().graph.subjects(SH.targetClass, kind))


def _sorted(found: set[Violation]) -> tuple[Violation, ...]:
    return tuple(sorted(found, key=lambda violation: (violation.field, violation.sentence)))
