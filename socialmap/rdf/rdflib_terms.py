"""From pyoxigraph terms to rdflib terms, for validation and for notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from socialmap.ontology.namespaces import RDF, XSD

_STRING = XSD + "string"
_LANGUAGE_STRING = RDF + "langString"


class Converter:
    """Remembers the terms it has seen, so that each becomes one rdflib object."""

    def __init__(self) -> None:
        self._seen: dict[Any, Any] = {}

    def term(self, term: Any) -> Any:
        """The rdflib term; plain strings stay without a datatype, as rdflib writes them."""
        found = self._seen.get(term)
        if found is None:
            found = self._seen[term] = _converted(term)
        return found


def to_graph(statements: Iterable[tuple[Any, Any, Any]]) -> rdflib.Graph:
    """An rdflib graph in memory with these statements."""
    convert = Converter().term
    graph = rdflib.Graph(bind_namespaces="none")
    for subject, predicate, value in statements:
        graph.add((convert(subject), convert(predicate), convert(value)))
    return graph


def to_dataset(quads: Iterable[Quad]) -> rdflib.Dataset:
    """An rdflib dataset in memory with a copy of the quads."""
    convert = Converter().term
    dataset = rdflib.Dataset(default_union=True)
    graphs: dict[Any, rdflib.Graph] = {}
    for quad in quads:
        graph = graphs.get(quad.graph_name)
        if graph is None:
            name = None if isinstance(quad.graph_name, DefaultGraph) else convert(quad.graph_name)
            graph = graphs[quad.graph_name] = dataset.graph(name)
        graph.add((convert(quad.subject), convert(quad.predicate), convert(quad.object)))
    return dataset


def _converted(term: Any) -> Any:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    datatype = term.datatype.value
    if datatype == _LANGUAGE_STRING:
        return rdflib.Literal(term.value, lang=term.language)
    if datatype == _STRING:
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(datatype), normalize=False)
