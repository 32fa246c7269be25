"""Checks an entity against the shapes before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rdflib import Graph

from socialmap.errors import InvalidInput, Violation
from socialmap.ontology.namespaces import thing_iri
from socialmap.ontology.shapes import Findings, findings_of, violations_by_node
from socialmap.ontology.sieve import surely_valid
from socialmap.rdf.codec import statements
from socialmap.rdf.rdflib_terms import to_graph

_AT_ONCE = 10
"""The time of one run grows faster than what is in it."""


def findings_in(entities: Iterable[Any]) -> Findings:
    """Broken rules and hints of these entities together; a few milliseconds for one entity."""
    return findings_of(_graph_of(entities))


def violations_by_entity(entities: Sequence[Any]) -> Mapping[tuple[str, str], tuple[Violation, ...]]:
    """The broken rules of each wrong entity by its kind and id, for a file with many rows.

    Only those that are not surely valid are looked at by pySHACL, which takes some 5 ms for each.
    """
    doubtful = [entity for entity in entities if not surely_valid(statements(entity))]
    by_entity: dict[tuple[str, str], tuple[Violation, ...]] = {}
    for start in range(0, len(doubtful), _AT_ONCE):
        by_entity |= _violations_in(doubtful[start : start + _AT_ONCE])
    return by_entity


def _violations_in(entities: Sequence[Any]) -> dict[tuple[str, str], tuple[Violation, ...]]:
    names = {thing_iri(entity.kind, entity.id): (entity.kind, entity.id) for entity in entities}
    by_entity: dict[tuple[str, str], tuple[Violation, ...]] = {}
    for node, violations in violations_by_node(_graph_of(entities)).items():
        entity = names[next(name for name in _name_and_above(node) if name in names)]
        by_entity[entity] = (*by_entity.get(entity, ()), *violations)
    return by_entity


def require_valid(*entities: Any) -> None:
    """Let valid entities through; ``InvalidInput`` with every violation otherwise."""
    violations = findings_in(entities).violations
    if violations:
        raise InvalidInput(violations)


def _graph_of(entities: Iterable[Any]) -> Graph:
    return to_graph(statement for entity in entities for statement in statements(entity))


def _name_and_above(node: str) -> Iterable[str]:
    while node:
        yield node
        node = node.rpartition("/")[0]
