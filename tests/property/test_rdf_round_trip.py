"""Everything the model can hold survives the way to RDF and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, RdfFormat, Store, parse, serialize

from socialmap.model.registry import ENTITIES
from socialmap.ontology.namespaces import thing_iri
from socialmap.rdf.codec import from_quads, to_quads
from tests.property.strategies import entities, things


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.kind)
@given(data=st.data())
@settings(deadline=None, max_examples=15)
def test_an_entity_comes_back_from_its_quads_unchanged(cls: type[Any], data: st.DataObject) -> None:
    entity = data.draw(things(cls))
    assert from_quads(to_quads(entity), cls, entity.id) == entity


@given(entity=entities())
@settings(deadline=None, max_examples=60)
def test_an_entity_survives_a_store_and_a_file(entity: Any) -> None:
    store = Store()
    store.extend(to_quads(entity))
    written = serialize(store, format=RdfFormat.N_QUADS)
    assert written is not None
    assert from_quads(parse(written, format=RdfFormat.N_QUADS), type(entity), entity.id) == entity


@given(entity=entities())
@settings(deadline=None, max_examples=60)
def test_every_subject_is_the_entity_or_a_name_below_it(entity: Any) -> None:
    name = thing_iri(entity.kind, entity.id)
    for quad in to_quads(entity):
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
        assert quad.subject.value == name or quad.subject.value.startswith(name + "/")


@given(one=entities(), other=entities())
@settings(deadline=None, max_examples=60)
def test_two_entities_in_one_graph_do_not_disturb_each_other(one: Any, other: Any) -> None:
    if (one.kind, one.id) == (other.kind, other.id):
        return
    together = [*to_quads(one), *to_quads(other)]
    assert from_quads(together, type(one), one.id) == one
    assert from_quads(together, type(other), other.id) == other
