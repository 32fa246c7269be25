"""The concepts of the thesaurus as they stand in the Turtle files, before they get a type of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from socialmap.errors import SetupError
from socialmap.ontology.namespaces import SKOS, SM, Scheme, concept_of, scheme_iri

PREF_LABEL = SKOS + "prefLabel"
ALT_LABEL = SKOS + "altLabel"
HIDDEN_LABEL = SKOS + "hiddenLabel"
DEFINITION = SKOS + "definition"
IN_SCHEME = SKOS + "inScheme"
ORDER = SM + "order"

Statements = dict[str, dict[str, list[NamedNode | Literal]]]
"""Subject → property → values in the order of the file, which is the order of the thesaurus."""


class Naming(TypedDict):
    """What every concept has, as :class:`socialmap.model.vocabulary.Concept` takes it."""

    id: str
    label: str
    label_en: str
    alt_labels: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    definition: str


@dataclass(frozen=True, slots=True)
class Record:
    """One subject with its statements; asking for a value that must be there may raise ``SetupError``."""

    iri: str
    values: dict[str, list[NamedNode | Literal]]

    @property
    def id(self) -> str:
        return concept_of(self.iri)[1]

    def text(self, name: str, language: str | None = None) -> str:
        """The one value of a property, in a language if given."""
        found = self.texts(name, language)
        if len(found) != 1:
            raise _damaged(self.iri, name)
        return found[0]

    def texts(self, name: str, language: str | None = None) -> tuple[str, ...]:
        values = self.values.get(name, ())
        return tuple(v.value for v in values if isinstance(v, Literal) and v.language == language)

    def yes(self, name: str) -> bool:
        return self.text(name) == "true"

    def number(self, name: str) -> float:
        return float(self.text(name))

    def link(self, name: str) -> str:
        """The id of the one concept that a property leads to."""
        found = self.links(name)
        if len(found) != 1:
            raise _damaged(self.iri, name)
        return found[0]

    def links(self, name: str) -> tuple[str, ...]:
        """The ids of the concepts that a property leads to."""
        values = self.values.get(name, ())
        return tuple(concept_of(v.value)[1] for v in values if isinstance(v, NamedNode))

    def naming(self) -> Naming:
        return Naming(
            id=self.id,
            label=self.text(PREF_LABEL, "nl"),
            label_en=self.text(PREF_LABEL, "en"),
            alt_labels=self.texts(ALT_LABEL, "nl"),
            hidden_labels=self.texts(HIDDEN_LABEL, "nl"),
            definition=self.text(DEFINITION, "nl"),
        )


def read_statements(paths: Iterable[Path]) -> Statements:
    """Everything that the files say; ``SetupError`` for a file that is not Turtle."""
    statements: Statements = defaultdict(lambda: defaultdict(list))
    for path in paths:
        for triple in _triples(path):
            subject, value = triple.subject, triple.object
            if isinstance(subject, NamedNode) and not isinstance(value, BlankNode | Triple):
                statements[subject.value][triple.predicate.value].append(value)
    return statements


def by_scheme(statements: Statements) -> dict[Scheme, tuple[Record, ...]]:
    """The concepts of every scheme in their order; ``SetupError`` for a concept without an order."""
    found: dict[Scheme, list[Record]] = {scheme: [] for scheme in Scheme}
    schemes = {scheme_iri(scheme): scheme for scheme in Scheme}
    for subject, values in statements.items():
        for value in values.get(IN_SCHEME, ()):
            if value.value in schemes:
                found[schemes[value.value]].append(Record(subject, values))
    return {scheme: in_order(concepts) for scheme, concepts in found.items()}


def in_order(found: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted(found, key=lambda record: record.number(ORDER)))


def _triples(path: Path) -> Iterator[Triple]:
    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            yield quad.triple
    except SyntaxError as fault:
        raise SetupError(
            f"De woordenlijst {path.name} is beschadigd.", "Installeer socialmap opnieuw."
        ) from fault


def _damaged(iri: str, name: str) -> SetupError:
    return SetupError(
        f"In de woordenlijst klopt {name} van {iri} niet.",
        "Installeer socialmap opnieuw of herstel het bestand.",
    )
