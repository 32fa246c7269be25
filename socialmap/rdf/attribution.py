"""What a source graph says of itself: whom to thank, under which licence, where to read more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from socialmap.model.sources import ATTRIBUTIONS
from socialmap.ontology.namespaces import DCT
from socialmap.rdf.codec import source_graph_iri

_TITLE = NamedNode(DCT + "title")
_LICENCE = NamedNode(DCT + "license")
_RIGHTS = NamedNode(DCT + "rights")
_PAGE = NamedNode(DCT + "source")


def attribution_quads(sources: Iterable[str]) -> Iterator[Quad]:
    """The attribution of each of these sources that we know, in the graph of the source itself."""
    for source in sorted(set(sources)):
        known = ATTRIBUTIONS.get(source)
        if known is not None:
            graph = NamedNode(source_graph_iri(source))
            yield Quad(graph, _TITLE, Literal(known.source, language="nl"), graph)
            yield Quad(graph, _RIGHTS, Literal(known.sentence, language="nl"), graph)
            yield Quad(graph, _LICENCE, NamedNode(known.licence), graph)
            yield Quad(graph, _PAGE, NamedNode(known.page), graph)
