"""The fixed catalogue of questions to the graph: one ``.rq`` file each, described in its own comments.

::

    # vraag: Welke ruimtes zijn vrij op een dagdeel?
    # lagen: buiten
    # parameter dagdeel (daypart): wanneer
    # parameter plaatsen (integer, 8): voor hoeveel mensen minstens

A parameter without a default has to be given. In the query it is written as ``$dagdeel``; the value goes in
through :func:`sparql_term` only, so a query stays the query that it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from pyoxigraph import Literal, NamedNode

from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model.registry import entity_type
from socialmap.model.values import DayPart, Layer
from socialmap.ontology.namespaces import XSD, Scheme, concept_iri, thing_iri

_HEADER = re.compile(r"# (?P<key>vraag|lagen): (?P<text>.+)")
_PARAMETER = re.compile(
    r"# parameter (?P<name>\w+) \((?P<sort>[\w-]+)(?:, (?P<default>[^)]+))?\): (?P<text>.+)"
)
_USE = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to know. ``sort`` says how the text is read, see :func:`sparql_term`."""

    name: str
    sort: str
    default: str | None
    explanation: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the catalogue: its name, its Dutch text, what it needs, and the layers it reads."""

    name: str
    text: str
    parameters: tuple[Parameter, ...]
    layers: frozenset[Layer]
    sparql: str


def questions() -> Mapping[str, Question]:
    """All questions by name, in alphabetical order."""
    return _catalogue()


def question(name: str) -> Question:
    """``NotFound`` when the catalogue has no such question."""
    try:
        return _catalogue()[name]
    except KeyError:
        raise NotFound("Deze vraag bestaat niet.", "Kies een van: " + ", ".join(_catalogue())) from None


def fill_in(asked: Question, values: Mapping[str, Any]) -> str:
    """The SPARQL of a question with its parameters in place; ``InvalidInput`` for those that are wrong."""
    names = [parameter.name for parameter in asked.parameters]
    violations = []
    if not values.keys() <= set(names):
        known = ", ".join(names) or "geen"
        violations.append(Violation("parameter", f"Deze vraag kent alleen deze invulling: {known}."))
    terms: dict[str, str] = {}
    for parameter in asked.parameters:
        value = values.get(parameter.name, parameter.default)
        if value is None:
            violations.append(Violation(parameter.name, f"Vul in: {parameter.explanation}."))
            continue
        try:
            terms[parameter.name] = sparql_term(parameter.sort, value)
        except (ValueError, NotFound):
            violations.append(Violation(parameter.name, f"Dit klopt niet: {parameter.explanation}."))
    if violations:
        raise InvalidInput(violations)
    return _USE.sub(lambda use: terms[use.group(1)], asked.sparql)


def sparql_term(sort: str, value: Any) -> str:
    """A value as SPARQL text: the one place where parameters are escaped.

    ``sort`` is a concept scheme (``theme``, ``barrier`` …), a kind of thing, ``thing`` (``kind/id``),
    ``integer``, ``number``, ``date``, ``daypart`` or ``text``. ``ValueError`` when the value is not of
    that sort.

    >>> sparql_term("text", 'een "vraag" } ; DROP')
    '"een \\\\"vraag\\\\" } ; DROP"'
    """
    if sort in _READERS:
        return str(_READERS[sort](value))
    if sort in set(Scheme):
        return str(NamedNode(concept_iri(Scheme(sort), str(value))))
    return str(NamedNode(thing_iri(entity_type(sort).kind, str(value))))


def _thing(value: Any) -> NamedNode:
    kind, _, thing_id = str(value).partition("/")
    return NamedNode(thing_iri(entity_type(kind).kind, thing_id))


def _date(value: Any) -> Literal:
    day = value if isinstance(value, date) else date.fromisoformat(str(value))
    return Literal(day.isoformat(), datatype=NamedNode(XSD + "date"))


_READERS: Mapping[str, Callable[[Any], NamedNode | Literal]] = {
    "integer": lambda value: Literal(int(value)),
    "number": lambda value: Literal(float(value)),
    "date": _date,
    "daypart": lambda value: Literal(DayPart(value).value),
    "text": lambda value: Literal(str(value)),
    "thing": _thing,
}


@cache
def _catalogue() -> Mapping[str, Question]:
    folder = resources.files("socialmap.rdf") / "queries"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".rq")), key=lambda file: file.name
    )
    return {(name := file.name.removesuffix(".rq")): _parsed(name, file.read_text("utf-8")) for file in files}


def _parsed(name: str, sparql: str) -> Question:
    headers = {found["key"]: found["text"] for found in _HEADER.finditer(sparql)}
    parameters = tuple(
        Parameter(found["name"], found["sort"], found["default"], found["text"])
        for found in _PARAMETER.finditer(sparql)
    )
    layers = frozenset(Layer(layer.strip()) for layer in headers["lagen"].split(","))
    return Question(name, headers["vraag"], parameters, layers, sparql)
