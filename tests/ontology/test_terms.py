"""Every class and property that the codec writes is declared in two languages, or a known standard."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, Graph, Literal, URIRef
from rdflib.namespace import GEO, DefinedNamespace

from socialmap.model.registry import ENTITIES
from socialmap.ontology.files import ontology_folder
from socialmap.ontology.namespaces import RDF as RDF_NS
from socialmap.ontology.namespaces import ROOT, SM
from socialmap.rdf import terms
from socialmap.rdf.codec import statements
from tests.property.strategies import things

STANDARDS: tuple[type[DefinedNamespace], ...] = (DCTERMS, GEO, ORG, PROV, RDF, RDFS, SDO, SKOS)


def _ontology() -> Graph:
    graph = Graph(bind_namespaces="none")
    for path in sorted(ontology_folder().glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


ONTOLOGY = _ontology()
DECLARED_TYPES = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
DECLARED = {str(term) for kind in DECLARED_TYPES for term in ONTOLOGY.subjects(RDF.type, kind)}


def _is_standard(iri: str) -> bool:
    if iri.startswith(RDF_NS + "_"):
        return iri.removeprefix(RDF_NS + "_").isdigit()
    return any(URIRef(iri) in standard for standard in STANDARDS)


def test_every_field_of_the_model_has_a_declared_property() -> None:
    for cls in (*ENTITIES, *terms.NESTED):
        assert terms.class_iri(cls) in DECLARED
        for field in fields(cls):
            if field.name in {"id", "barriers"}:
                continue
            iri = terms.property_iri(terms.kind_of(cls), field.name)
            assert iri in DECLARED if iri.startswith(SM) else _is_standard(iri), (cls, field.name)


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.kind)
@given(data=st.data())
@settings(deadline=None, max_examples=10)
def test_the_codec_writes_only_declared_and_standard_terms(cls: type, data: st.DataObject) -> None:
    for _, predicate, value in statements(data.draw(things(cls))):
        named = [predicate.value, *([value.value] if predicate.value == terms.TYPE else [])]
        for iri in named:
            assert iri in DECLARED if iri.startswith(ROOT) else _is_standard(iri), iri


def _languages(term: str, told: URIRef) -> list[str | None]:
    texts = [text for text in ONTOLOGY.objects(URIRef(term), told) if isinstance(text, Literal)]
    return sorted(text.language or "" for text in texts)


def test_every_own_term_has_one_dutch_and_one_english_label() -> None:
    own = {term for term in DECLARED if term.startswith(SM)}
    assert len(own) > 200
    for term in own:
        assert _languages(term, RDFS.label) == ["en", "nl"], term


def test_every_term_of_an_entity_is_explained_in_both_languages() -> None:
    for cls in (*ENTITIES, *terms.NESTED):
        kind = terms.kind_of(cls)
        named = {terms.property_iri(kind, field.name) for field in fields(cls)} - {SM + "id", SM + "barriers"}
        for iri in {terms.class_iri(cls), *named}:
            if iri.startswith(SM):
                assert _languages(iri, RDFS.comment) == ["en", "nl"], iri


def test_every_term_that_the_ontology_refers_to_exists() -> None:
    for statement in ONTOLOGY:
        for term in statement:
            iri = str(term)
            if isinstance(term, URIRef) and iri.startswith(SM):
                assert iri in DECLARED, iri
            for standard in STANDARDS:
                if isinstance(term, URIRef) and iri.startswith(str(standard)):
                    assert _is_standard(iri), iri


def test_an_inverse_is_declared_for_every_relation_that_has_one() -> None:
    pairs = {(str(a), str(b)) for a, b in ONTOLOGY.subject_objects(OWL.inverseOf)}
    for relation, inverse in [
        ("contains", "locatedIn"),
        ("takesPlaceAt", "hosts"),
        ("addresses", "addressedBy"),
        ("leads", "ledBy"),
        ("hasNeed", "needOf"),
        ("verifiedBy", "verifies"),
    ]:
        assert (SM + relation, SM + inverse) in pairs


def test_our_classes_are_aligned_with_standard_vocabularies() -> None:
    for name, parent in [
        ("Facility", SDO.CivicStructure),
        ("Area", GEO.Feature),
        ("Organisation", ORG.Organization),
        ("Need", SDO.Demand),
        ("Verification", PROV.Activity),
    ]:
        assert (URIRef(SM + name), RDFS.subClassOf, parent) in ONTOLOGY
