"""Quads as a file for others: always the same bytes, and without the name of a colleague."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from socialmap.ontology.namespaces import DCT, GEO, ORG, PROV, RDF, SCHEMA, SKOS, SM, XSD
from socialmap.rdf.attribution import attribution_quads
from socialmap.rdf.codec import to_quads
from socialmap.rdf.terms import property_iri

PREFIXES = {
    "sm": SM,
    "dct": DCT,
    "geo": GEO,
    "org": ORG,
    "prov": PROV,
    "rdf": RDF,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}
_COLLEAGUE = NamedNode(property_iri("initiative", "checked_by"))


def written(quads: Iterable[Quad], rdf_format: RdfFormat) -> bytes:
    """The quads in a format; without graphs where the format has none."""
    shared = (quad for quad in quads if quad.predicate != _COLLEAGUE)
    if rdf_format.supports_datasets:
        ordered: Iterable[Any] = sorted(shared, key=str)
    else:
        ordered = sorted({quad.triple for quad in shared}, key=reading_order)
    return serialize(ordered, format=rdf_format, prefixes=PREFIXES) or b""


def written_entity(entity: Any, rdf_format: RdfFormat) -> bytes:
    """Everything about one entity, with whom to thank for it."""
    return written((*to_quads(entity), *attribution_quads([getattr(entity, "source", "")])), rdf_format)


def reading_order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject, its type first."""
    predicate = str(triple.predicate)
    return str(triple.subject), predicate != f"<{RDF}type>", predicate, str(triple.object)
