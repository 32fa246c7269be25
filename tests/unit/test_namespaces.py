"""A name on the web leads back to the thing, and to nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.model.values import Layer
from socialmap.ontology.namespaces import (
    Scheme,
    concept_iri,
    concept_of,
    graph_iri,
    thing_iri,
    thing_of,
)

ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@settings(deadline=None)
@given(kind=ids, thing_id=ids)
def test_a_thing_is_found_back_by_its_name(kind: str, thing_id: str) -> None:
    iri = thing_iri(kind, thing_id)
    assert thing_of(iri) == (kind, thing_id)
    assert iri.isascii()
    assert iri.count("/") == "https://w3id.org/socialmap/id/".count("/") + 1


@settings(deadline=None)
@given(scheme=st.sampled_from(Scheme), concept_id=ids)
def test_a_concept_is_found_back_by_its_name(scheme: Scheme, concept_id: str) -> None:
    assert concept_of(concept_iri(scheme, concept_id)) == (scheme, concept_id)


def test_every_layer_has_a_graph_of_its_own() -> None:
    graphs = {graph_iri(layer) for layer in Layer}
    assert len(graphs) == len(Layer)
    assert all(graph.startswith("https://w3id.org/socialmap/graph/") for graph in graphs)


def test_dots_are_no_steps_in_a_path() -> None:
    assert thing_iri("room", "..") == "https://w3id.org/socialmap/id/room/%2E%2E"


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/id/room/1",
        "https://w3id.org/socialmap/id/room",
        "https://w3id.org/socialmap/id/room/",
        "https://w3id.org/socialmap/id/room/1/2",
        "https://w3id.org/socialmap/id/room/a b",
        "https://w3id.org/socialmap/id/room/%zz",
    ],
)
def test_other_names_are_not_things_of_ours(iri: str) -> None:
    with pytest.raises(ValueError, match="not a name of ours"):
        thing_of(iri)


def test_a_scheme_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        concept_of("https://w3id.org/socialmap/concept/nonsense/x")


def test_an_empty_id_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        thing_iri("room", "")
