"""The knowledge graph in memory, built from the journal, kept current from its tail, asked in SPARQL.

Everything goes through pyoxigraph; nothing of it is ever on disk. Each reader names the layers it may
read, and sees the graphs of those layers only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store

from socialmap.errors import NotAllowed
from socialmap.model.change import Change, Position
from socialmap.model.values import Layer
from socialmap.ontology.files import ontology_folder
from socialmap.ontology.namespaces import (
    GRAPH,
    XSD,
    concept_of,
    graph_iri,
    thing_iri,
    thing_of,
)
from socialmap.rdf.attribution import attribution_quads
from socialmap.rdf.catalogue import fill_in, question
from socialmap.rdf.codec import is_source_graph, to_quads
from socialmap.rdf.rdflib_terms import to_dataset
from socialmap.rdf.written import PREFIXES, written

PUBLIC = frozenset({Layer.PUBLIC})
ONTOLOGY_GRAPH = NamedNode(GRAPH + "ontology")
_GEOF = "http://www.opengis.net/def/function/geosparql/"
_UOM = "http://www.opengis.net/def/uom/OGC/1.0/"
_BATCH = 50_000
"""Quads gathered in a first load before they go into the store: little enough for memory."""
_QUERY_PREFIXES = {**PREFIXES, "geof": _GEOF, "uom": _UOM}


class GraphDataset:
    """All entities it was told of as named graphs, and the ontology in a graph of its own.

    ``vocabulary_files`` are Turtle files; by default everything in the ontology folder. Not safe for two
    writers at once; readers may go on while one writes.
    """

    def __init__(self, vocabulary_files: Iterable[Path] | None = None) -> None:
        self._store = Store()
        self.position: Position | None = None
        for path in sorted(ontology_folder().glob("*.ttl")) if vocabulary_files is None else vocabulary_files:
            self._store.load(path=path, format=RdfFormat.TURTLE, to_graph=ONTOLOGY_GRAPH)

    def __len__(self) -> int:
        """The number of quads, the ontology's included."""
        return len(self._store)

    def apply(self, changes: Iterable[Change], position: Position | None = None) -> None:
        """Take over changes in their order, each entity whole or not at all.

        ``position`` is where the journal stands after them; it is kept as :attr:`position`.
        """
        fresh: list[Quad] = []
        told: set[tuple[str, str]] = set()
        sources: set[str] = set()
        empty = not any(True for graph in self._store.named_graphs() if graph != ONTOLOGY_GRAPH)
        for change in changes:
            key = (change.kind, change.id)
            sources.add(getattr(change.entity, "source", ""))
            if empty and key not in told and change.entity is not None:
                told.add(key)
                fresh.extend(to_quads(change.entity))
                if len(fresh) > _BATCH:
                    self._store.extend(fresh)
                    fresh = []
                continue
            # An entity told twice in the first load: what was gathered must be there to be replaced.
            self._store.extend(fresh)
            fresh, empty = [], False
            self._replace(change)
        self._store.extend([*fresh, *attribution_quads(sources)])
        if position is not None:
            self.position = position

    def select(
        self, query_name: str, *, layers: Collection[Layer] = PUBLIC, **parameters: Any
    ) -> list[dict[str, Any]]:
        """The answers to a question of the catalogue, one dictionary a row, in the order of the query.

        Names of things and concepts become their ids, literals become Python values, and what is unbound
        ``None``. ``NotFound`` for an unknown question, ``InvalidInput`` for wrong parameters,
        ``NotAllowed`` when the question reads a layer that is not among ``layers``.
        """
        asked = question(query_name)
        if not asked.layers <= frozenset(layers):
            raise NotAllowed("Je mag dit niet zien. Vraag het aan je teamleider.", "Kies een andere vraag.")
        graphs: list[Any] = [*self._graphs(asked.layers), ONTOLOGY_GRAPH]
        rows = self._store.query(
            fill_in(asked, parameters), prefixes=_QUERY_PREFIXES, default_graph=graphs, named_graphs=graphs
        )
        assert isinstance(rows, QuerySolutions)  # noqa: S101 - the catalogue holds SELECT queries only
        names = [variable.value for variable in rows.variables]
        return [{name: _plain(row[name]) for name in names} for row in rows]

    def as_rdflib(
        self, layers: Collection[Layer] = PUBLIC, *, without: Collection[str] = ()
    ) -> rdflib.Dataset:
        """A copy of the layers and the ontology for a notebook; changing it changes nothing here.

        Nothing of the kinds ``without`` is in it, and nothing that points at one.
        """
        hidden = tuple(thing_iri(kind, "-").removesuffix("-") for kind in without)
        dataset = to_dataset(
            quad
            for graph in (*self._graphs(layers), ONTOLOGY_GRAPH)
            for quad in self._in(graph)
            if not hidden or not _names(quad, hidden)
        )
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset

    def serialize(
        self, layers: Collection[Layer] = PUBLIC, rdf_format: RdfFormat = RdfFormat.TURTLE
    ) -> bytes:
        """The layers as a file, always the same bytes for the same things. Layer kern never leaves memory."""
        if Layer.CORE in layers:
            raise NotAllowed(
                "Vragen van bewoners gaan nooit mee in een bestand.", "Kies alleen openbare gegevens."
            )
        return written((quad for graph in self._graphs(layers) for quad in self._in(graph)), rdf_format)

    def _replace(self, change: Change) -> None:
        old = set(self._quads_of(NamedNode(thing_iri(change.kind, change.id))))
        new = set(to_quads(change.entity)) if change.entity is not None else set()
        steps = [
            f"{verb} DATA {{ {' '.join(map(_in_graph, sorted(quads, key=str)))} }}"
            for verb, quads in (("DELETE", old - new), ("INSERT", new - old))
            if quads
        ]
        if steps:
            # One update request is one transaction: nobody sees half an entity.
            self._store.update(" ; ".join(steps))

    def _quads_of(self, node: NamedNode) -> Iterator[Quad]:
        for quad in self._store.quads_for_pattern(node, None, None, None):
            yield quad
            if isinstance(quad.object, NamedNode) and quad.object.value.startswith(node.value + "/"):
                yield from self._quads_of(quad.object)

    def _graphs(self, layers: Collection[Layer]) -> list[NamedNode]:
        graphs = [NamedNode(graph_iri(layer)) for layer in sorted(layers)]
        if Layer.PUBLIC in layers:
            named = (graph for graph in self._store.named_graphs() if isinstance(graph, NamedNode))
            sources = (graph for graph in named if is_source_graph(graph.value))
            graphs.extend(sorted(sources, key=lambda graph: graph.value))
        return graphs

    def _in(self, graph: NamedNode) -> Iterator[Quad]:
        return self._store.quads_for_pattern(None, None, None, graph)


def _names(quad: Quad, starts: tuple[str, ...]) -> bool:
    ends = (quad.subject, quad.object)
    return any(isinstance(end, NamedNode) and end.value.startswith(starts) for end in ends)


def _in_graph(quad: Quad) -> str:
    return f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}"


def _plain(term: Any) -> Any:
    if isinstance(term, NamedNode):
        return _short_name(term.value)
    if isinstance(term, Literal):
        reader = _READ.get(term.datatype.value)
        return reader(term.value) if reader else term.value
    return None


def _short_name(iri: str) -> str:
    for inverse in (thing_of, concept_of):
        try:
            return inverse(iri)[1]
        except ValueError:
            continue
    return iri


_READ: Mapping[str, Any] = {
    XSD + "integer": int,
    XSD + "double": float,
    XSD + "decimal": float,
    XSD + "boolean": lambda text: text == "true",
    XSD + "date": date.fromisoformat,
    XSD + "time": time.fromisoformat,
}
