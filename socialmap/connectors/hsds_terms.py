"""Our thesaurus as taxonomies of a feed, and attributes: what a record says that HSDS has no field for.

Two sorts of attribute. One names a concept (``link_type`` says as which field, ``value`` yes or no where that
matters); the other names a property of ours and holds its value as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from socialmap.connectors.hsds_ids import (
    PROPERTIES_TAXONOMY,
    concept_uuid,
    part_uuid,
    property_uuid,
    taxonomy_uuid,
)
from socialmap.connectors.hsds_shapes import Document
from socialmap.model import wording_feed as words
from socialmap.model.vocabulary import Concept, Vocabulary
from socialmap.ontology.concepts import Record, read_statements
from socialmap.ontology.files import ontology_folder
from socialmap.ontology.namespaces import RDFS, SM, Scheme, concept_iri, concept_of, scheme_iri
from socialmap.rdf.terms import property_iri

SCHEMES = (
    Scheme.THEMES,
    Scheme.ACTIVITY_TYPES,
    Scheme.TARGET_GROUPS,
    Scheme.BARRIERS,
    Scheme.FACILITY_TYPES,
)
_FIELDS_BY_KIND = {
    "initiative": "access purposes reach home_visit online max_participants places_free places_unlimited "
    "waiting_list preventive started_on stopped_on is_example what_works what_hinders no_fixed_place address "
    "run_by partners source source_id contact checked_on",
    "QuadrantItems": "c1 c2 c3 f1 f2 f3",
    "Session": "slot on",
    "organisation": "sort line email website",
    "facility": "opening_hours wheelchair wheelchair_toilet basic osm_id",
    "room": "capacity cost_eur kitchen quiet free_at",
}
_RENAMED = {"room": ("initiative", "room_id"), "facility": ("room", "facility_id")}
"""Properties that hold a UUID, and the field of ours that they stand for."""
PROPERTIES: Mapping[str, tuple[str, str]] = {
    name: (kind, name) for kind, names in _FIELDS_BY_KIND.items() for name in names.split()
} | _RENAMED
"""Every property of ours by its code in a feed: the kind and the field that it comes from."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribute, understood: a concept as ``field``, or a property ``field`` with its ``value``."""

    field: str
    value: str
    scheme: Scheme | None = None
    concept: str = ""


class TermBook:
    """All terms that a feed of ours can name, by UUID."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._concepts: Mapping[Scheme, Mapping[Any, Concept]] = {
            Scheme.THEMES: vocabulary.themes,
            Scheme.ACTIVITY_TYPES: vocabulary.activity_types,
            Scheme.TARGET_GROUPS: vocabulary.target_groups,
            Scheme.BARRIERS: vocabulary.barriers,
            Scheme.FACILITY_TYPES: vocabulary.facility_types,
        }
        self.taxonomies: tuple[Document, ...] = (*map(_taxonomy, SCHEMES), _PROPERTIES_TAXONOMY)
        self._by_id: dict[str, tuple[Scheme | None, str]] = {}
        self._terms: dict[str, Document] = {}
        for scheme, concepts in self._concepts.items():
            for concept_id, concept in concepts.items():
                self._add(_concept_term(scheme, concept_id, concept), scheme, concept_id)
        for name in PROPERTIES:
            self._add(_property_term(name), None, name)

    def _add(self, term: Document, scheme: Scheme | None, name: str) -> None:
        self._by_id[term["id"]] = (scheme, name)
        self._terms[term["id"]] = term

    @property
    def terms(self) -> tuple[Document, ...]:
        return tuple(self._terms.values())

    def concept(self, owner: str, field: str, scheme: Scheme, concept_id: str, value: str = "") -> Document:
        """An attribute that names a concept; an id that the thesaurus does not have is named all the same."""
        term = self._terms.get(concept_uuid(scheme, concept_id))
        if term is None:
            term = _term(
                concept_uuid(scheme, concept_id), concept_id, concept_id, "", concept_iri(scheme, concept_id)
            )
            term |= {"taxonomy": words.TAXONOMIES[scheme], "taxonomy_id": taxonomy_uuid(scheme)}
        return _attribute(owner, field, concept_id, term, value)

    def property(self, owner: str, name: str, value: str, number: int = 0) -> Document:
        """An attribute that holds the value of a property of ours."""
        return _attribute(owner, name, str(number), self._terms[property_uuid(name)], value)

    def read(self, attributes: object) -> Iterator[Said]:
        """What the attributes of a record say in words of ours; others are left alone."""
        for attribute in attributes if isinstance(attributes, list) else ():
            term = attribute.get("taxonomy_term") or {}
            by_id = self._by_id.get(str(term.get("id") or attribute.get("taxonomy_term_id")))
            found = _by_address(str(term.get("term_uri") or "")) or by_id
            if found is None:
                continue
            scheme, name = found
            value = str(attribute.get("value") or "")
            if scheme is None:
                yield Said(name, value)
            else:
                yield Said(str(attribute.get("link_type") or ""), value, scheme, name)

    def label(self, scheme: Scheme, concept_id: str) -> str:
        concept = self._concepts[scheme].get(concept_id)
        return concept.label if concept else concept_id


def foreign_words(attributes: object) -> Iterable[str]:
    """The names and codes of the terms of others, for finding themes in them."""
    for term in _terms(attributes):
        yield from (str(term[name]) for name in ("name", "term", "code") if term.get(name))


def foreign_terms(attributes: object) -> Iterator[tuple[str, str]]:
    """The terms of others: how each is called, and all that the feed says about it."""
    for term in _terms(attributes):
        said = dict.fromkeys(str(term[name]) for name in ("name", "term", "description") if term.get(name))
        if said:
            yield next(iter(said)), " . ".join(said)


def _terms(attributes: object) -> Iterator[Document]:
    for attribute in attributes if isinstance(attributes, list) else ():
        yield attribute.get("taxonomy_term") or {}


def _by_address(address: str) -> tuple[Scheme, str] | None:
    """The concept of ours that an address names: also of a term that has another UUID there."""
    try:
        scheme, concept_id = concept_of(address)
    except ValueError:
        return None
    return (scheme, concept_id) if scheme in SCHEMES else None


def _attribute(owner: str, field: str, key: str, term: Document, value: str) -> Document:
    attribute: Document = {
        "id": part_uuid(owner, "attribute", field, key),
        "link_type": field,
        "taxonomy_term_id": term["id"],
        "taxonomy_term": term,
    }
    return attribute | ({"value": value} if value else {})


def _taxonomy(scheme: Scheme) -> Document:
    return {
        "id": taxonomy_uuid(scheme),
        "name": words.TAXONOMIES[scheme],
        "description": words.TAXONOMY_SAYS,
        "uri": scheme_iri(scheme),
    }


_PROPERTIES_TAXONOMY: Document = {
    "id": PROPERTIES_TAXONOMY,
    "name": words.PROPERTIES,
    "description": words.PROPERTIES_SAYS,
    "uri": SM.rstrip("#"),
}


def _term(term_id: str, code: str, name: str, description: str, address: str) -> Document:
    return {
        "id": term_id,
        "code": code,
        "name": name,
        "description": description or name,
        "language": "nl",
        "term_uri": address,
    }


def _concept_term(scheme: Scheme, concept_id: str, concept: Concept) -> Document:
    term = _term(
        concept_uuid(scheme, concept_id),
        concept_id,
        concept.label,
        concept.definition,
        concept_iri(scheme, concept_id),
    )
    group = getattr(concept, "group", None)
    if scheme is Scheme.THEMES and group:
        term["parent_id"] = concept_uuid(scheme, group)
    return term | {"taxonomy": words.TAXONOMIES[scheme], "taxonomy_id": taxonomy_uuid(scheme)}


def _property_term(name: str) -> Document:
    address = property_iri(*PROPERTIES[name])
    label, comment = _in_dutch().get(address, (name, ""))
    term = _term(property_uuid(name), name, label, comment, address)
    return term | {"taxonomy": words.PROPERTIES, "taxonomy_id": PROPERTIES_TAXONOMY}


@cache
def _in_dutch() -> Mapping[str, tuple[str, str]]:
    """The Dutch label and comment of each property of our ontology."""
    found: dict[str, tuple[str, str]] = {}
    for subject, values in read_statements([ontology_folder() / "socialmap.ttl"]).items():
        record = Record(subject, values)
        labels = record.texts(RDFS + "label", "nl")
        if labels:
            found[subject] = (labels[0], next(iter(record.texts(RDFS + "comment", "nl")), ""))
    return found
