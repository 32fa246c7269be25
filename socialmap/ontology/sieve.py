"""A quick look at one thing by the same SHACL shapes: says *surely valid*, or leaves it to pySHACL.

Reading in a file checks thousands of things, of which nearly all are right; pySHACL needs milliseconds for
each. Here the shapes become plain functions. They speak of no reasons: whatever is wrong or not understood
here goes to pySHACL, which alone says what to mend. A property test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from functools import cache
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode
from rdflib import RDF, SH, Graph
from rdflib import Literal as ShapeLiteral
from rdflib.collection import Collection
from rdflib.term import Node

from socialmap.ontology.namespaces import XSD
from socialmap.ontology.shapes import shapes_graph

Term: TypeAlias = NamedNode | Literal
Statement: TypeAlias = tuple[NamedNode, NamedNode, Term]
Said: TypeAlias = Mapping[str, Mapping[str, Sequence[Term]]]
"""Subject → property → objects."""
Check: TypeAlias = Callable[[Sequence[Term], str, Said], bool]
"""Do the values of a shape at a focus node pass, by all that is said?"""

_TYPE = str(RDF.type)
_NUMBERS = {XSD + name for name in ("integer", "double", "decimal")}
_ABOUT = {SH.path, SH.message, SH.targetClass, SH.severity, SH.flags, SH.qualifiedMinCount, SH.name}
"""Properties of a shape that ask nothing by themselves."""


def surely_valid(statements: Iterable[Statement]) -> bool:
    """Is everything that these statements describe right? ``False`` means only: ask pySHACL."""
    said: dict[str, dict[str, list[Term]]] = {}
    for subject, predicate, value in statements:
        values = said.setdefault(subject.value, {}).setdefault(predicate.value, [])
        if value not in values:
            values.append(value)
    return all(
        check([NamedNode(node)], node, said)
        for node, description in said.items()
        for kind in description.get(_TYPE, ())
        for check in _checks_for(kind.value)
    )


@cache
def _checks_for(kind: str) -> tuple[Check, ...]:
    graph = shapes_graph()
    shapes = (shape for shape in graph.subjects(SH.targetClass) if any(
        str(target) == kind for target in graph.objects(shape, SH.targetClass)
    ))  # fmt: skip
    return tuple(_shape(graph, shape) for shape in dict.fromkeys(shapes))


def _shape(graph: Graph, shape: Node) -> Check:
    """A node shape looks at the node itself, a property shape at what its path leads to."""
    if graph.value(shape, SH.severity) == SH.Warning:
        return lambda _values, _focus, _said: True
    path = graph.value(shape, SH.path)
    checks = [
        _constraint(graph, shape, name, value)
        for name, value in graph.predicate_objects(shape)
        if str(name).startswith(str(SH)) and name not in _ABOUT
    ]

    def on_each(values: Sequence[Term], _focus: str, said: Said) -> bool:
        for value in values:
            found = [value] if steps is None else _along(steps, value.value, said)
            if not all(check(found, value.value, said) for check in checks):
                return False
        return True

    steps = None if path is None else _steps(graph, path)
    return on_each


def _steps(graph: Graph, path: Node) -> tuple[str, ...]:
    return tuple(str(step) for step in Collection(graph, path)) or (str(path),)


def _along(steps: Sequence[str], start: str, said: Said) -> list[Term]:
    ends = [start]
    found: list[Term] = []
    for step in steps:
        found = [term for end in ends for term in said.get(end, {}).get(step, ())]
        ends = [term.value for term in found]
    return found


def _constraint(graph: Graph, shape: Node, name: Node, value: Node) -> Check:
    """One demand of a shape; one that is not known here passes nothing."""
    if name == SH.pattern:
        flags = re.IGNORECASE if "i" in str(graph.value(shape, SH.flags) or "") else 0
        pattern = re.compile(str(value), flags)
        return lambda values, _focus, _said: all(pattern.search(one.value) for one in values)
    if name == SH.qualifiedValueShape:
        inner, least = _shape(graph, value), int(str(graph.value(shape, SH.qualifiedMinCount) or 0))
        return lambda values, focus, said: sum(inner([one], focus, said) for one in values) >= least
    if name in _SIMPLE:
        return _SIMPLE[name](value)
    if name in _COMBINED:
        wanted = [value] if name in (SH["not"], SH.property) else list(Collection(graph, value))
        return _combined(_COMBINED[name], [_shape(graph, one) for one in wanted])
    return lambda _values, _focus, _said: False


def _combined(holds: Callable[[Sequence[bool]], bool], shapes: Sequence[Check]) -> Check:
    return lambda values, focus, said: all(
        holds([shape([one], focus, said) for shape in shapes]) for one in values
    )


def _counted(holds: Callable[[int, int], bool]) -> Callable[[Node], Check]:
    def make(value: Node) -> Check:
        wanted = int(str(value))
        return lambda values, _focus, _said: holds(len(values), wanted)

    return make


def _bounded(holds: Callable[[float, float], bool]) -> Callable[[Node], Check]:
    def make(value: Node) -> Check:
        bound = float(str(value))
        return lambda values, _focus, _said: all(
            (number := _number(one)) is not None and holds(number, bound) for one in values
        )

    return make


def _ordered(holds: Callable[[Any, Any], bool]) -> Callable[[Node], Check]:
    def make(value: Node) -> Check:
        def check(values: Sequence[Term], focus: str, said: Said) -> bool:
            others = [_comparable(one) for one in said.get(focus, {}).get(str(value), ())]
            mine = [_comparable(one) for one in values]
            if None in (*mine, *others):
                return not mine or not others
            return all(type(a) is type(b) and holds(a, b) for a in mine for b in others)

        return check

    return make


def _among(value: Node) -> Check:
    allowed = {_key_of_shape(one) for one in Collection(shapes_graph(), value)}
    return lambda values, _focus, _said: all(_key(one) in allowed for one in values)


def _has(value: Node) -> Check:
    wanted = _key_of_shape(value)
    return lambda values, _focus, _said: any(_key(one) == wanted for one in values)


def _no_longer(value: Node) -> Check:
    most = int(str(value))
    return lambda values, _focus, _said: all(len(one.value) <= most for one in values)


_SIMPLE: Mapping[Node, Callable[[Node], Check]] = {
    SH.minCount: _counted(lambda count, least: count >= least),
    SH.maxCount: _counted(lambda count, most: count <= most),
    SH.minInclusive: _bounded(lambda number, least: number >= least),
    SH.maxInclusive: _bounded(lambda number, most: number <= most),
    SH.lessThan: _ordered(lambda one, other: one < other),
    SH.lessThanOrEquals: _ordered(lambda one, other: one <= other),
    SH["in"]: _among,
    SH.hasValue: _has,
    SH.maxLength: _no_longer,
}
_COMBINED: Mapping[Node, Callable[[Sequence[bool]], bool]] = {
    SH["not"]: lambda answers: not answers[0],
    SH["or"]: any,
    SH["and"]: all,
    SH.xone: lambda answers: sum(answers) == 1,
    SH.property: all,
}


def _number(term: Term) -> float | None:
    if isinstance(term, Literal) and term.datatype.value in _NUMBERS:
        return float(term.value)
    return None


def _comparable(term: Term) -> Any:
    """A number, day or time of day; ``None`` for anything else."""
    if not isinstance(term, Literal):
        return None
    if term.datatype.value == XSD + "date":
        return date.fromisoformat(term.value)
    if term.datatype.value == XSD + "time":
        return time.fromisoformat(term.value)
    return _number(term)


def _key(term: Term) -> tuple[str, str]:
    return (term.value, term.datatype.value) if isinstance(term, Literal) else (term.value, "")


def _key_of_shape(term: Node) -> tuple[str, str]:
    if isinstance(term, ShapeLiteral):
        return str(term), str(term.datatype or XSD + "string")
    return str(term), ""
