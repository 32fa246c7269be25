"""Every entity as quads and back again, without loss and without blank nodes.

What is not known is not said: ``None``, an empty text, an empty tuple and *onbekend* give no quad, and no
quad gives them back. Values without an order of their own keep theirs in an ``rdf:Seq``
(``sm:inOrder``); nested values and geometries get a name below the entity's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from socialmap.errors import InvalidInput, Violation
from socialmap.model.values import BarrierId, Layer, Point, Tri
from socialmap.ontology.namespaces import GRAPH, ROOT, graph_iri, thing_iri
from socialmap.rdf import terms
from socialmap.rdf.values import (
    ValueCodec,
    codec_for,
    point_to_wkt,
    without_none,
    wkt_literal,
    wkt_to_point,
)

E = TypeVar("E")
Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]
Description = Mapping[str, Sequence[Any]]
"""What is said of one subject: property IRI → objects."""

_TYPE = NamedNode(terms.TYPE)
_GEOMETRY = NamedNode(terms.GEOMETRY)
_AS_WKT = NamedNode(terms.AS_WKT)
_SEQ = NamedNode(terms.SEQ)
_IN_ORDER = NamedNode(terms.IN_ORDER)
_SOURCE_GRAPH = GRAPH + "source/"


def to_quads(entity: Any) -> list[Quad]:
    """Everything about an entity, in the named graph of its layer or of its source."""
    graph = NamedNode(graph_of(entity))
    return [Quad(*statement, graph) for statement in statements(entity)]


def statements(entity: Any) -> list[Statement]:
    """Everything about an entity; the subjects are its name and names below it."""
    subject = thing_iri(entity.kind, entity.id)
    return [*_describe(subject, entity), *_provenance(subject, entity)]


def from_quads(quads: Iterable[Quad], cls: type[E], entity_id: str, *, lenient: bool = False) -> E:
    """The entity with this id, out of quads that may hold more.

    ``InvalidInput`` when something required is missing; ``lenient``: only what has no beginning of its own.
    """
    said: dict[str, dict[str, list[Any]]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.predicate, NamedNode):
            said.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    subject = thing_iri(terms.kind_of(cls), entity_id)
    beginnings = _beginnings(cls) if lenient else {}
    return _rebuild(cls, subject, said, {"id": entity_id}, beginnings)


def graph_of(entity: Any) -> str:
    """The named graph of an entity: its layer's, or its source's own when imported (licences differ)."""
    source = getattr(entity, "source", "")
    if source and entity.layer is Layer.PUBLIC:
        return source_graph_iri(source)
    return graph_iri(entity.layer)


def source_graph_iri(source: str) -> str:
    return _SOURCE_GRAPH + quote(source, safe="")


def is_source_graph(iri: str) -> bool:
    return iri.startswith(_SOURCE_GRAPH)


def _provenance(subject: str, entity: Any) -> Iterable[Statement]:
    node = NamedNode(subject)
    source = getattr(entity, "source", "")
    if source:
        record = f"{ROOT}source/{quote(source, safe='')}/{quote(entity.source_id, safe='')}".rstrip("/")
        yield node, NamedNode(terms.DERIVED_FROM), NamedNode(record)
    if entity.kind == "verification" and entity.object_kind and entity.object_id:
        checked = NamedNode(thing_iri(entity.object_kind, entity.object_id))
        yield node, NamedNode(terms.VERIFIES), checked
    for relation, other_id in _about(entity):
        if entity.object_kind and other_id:
            yield node, NamedNode(relation), NamedNode(thing_iri(entity.object_kind, other_id))


def _about(entity: Any) -> Iterable[tuple[str, str]]:
    """The things that a decision about doubles is about, which its fields name by kind and id."""
    if entity.kind == "replacement":
        yield terms.REPLACES, entity.old_id
        yield terms.REPLACED_BY, entity.new_id
    if entity.kind == "distinction":
        yield from ((terms.TELLS_APART, each) for each in entity.object_ids)


def _describe(subject: str, value: Any) -> Iterable[Statement]:
    node = NamedNode(subject)
    yield node, _TYPE, NamedNode(terms.class_iri(type(value)))
    for field in _plan(type(value)):
        yield from field.statements(node, getattr(value, field.name))


def _rebuild(
    cls: type[E],
    subject: str,
    said: Mapping[str, Description],
    known: dict[str, Any],
    beginnings: Mapping[str, Any],
) -> E:
    description = said.get(subject, {})
    values = dict(known)
    missing = []
    for field in _plan(cls):
        value = field.read(subject, description, said)
        if not value and not field.optional and not field.objects(description):
            value = beginnings.get(field.name, value)
        if value is None and not field.optional:
            missing.append(Violation(field.name, "Hier ontbreekt een gegeven."))
        values[field.name] = value
    if missing:
        raise InvalidInput(missing)
    return cls(**values)


def _beginnings(cls: type[Any]) -> dict[str, Any]:
    """The values with which the fields of a class begin, of those that have one."""
    return {field.name: field.default for field in fields(cls) if field.default is not MISSING}


class _Field:
    """One field of a class: how its value is said, and how it is read back."""

    def __init__(self, kind: str, name: str, *, optional: bool) -> None:
        self.name = name
        self.optional = optional
        self.property = NamedNode(terms.property_iri(kind, name))

    def objects(self, description: Description) -> Sequence[Any]:
        return description.get(self.property.value, ())

    def statements(self, node: NamedNode, value: Any) -> Iterable[Statement]:
        raise NotImplementedError

    def read(self, subject: str, description: Description, said: Mapping[str, Description]) -> Any:
        raise NotImplementedError


class _Single(_Field):
    """A field with one value; ``silent`` is the value that is not said, ``otherwise`` what silence means."""

    def __init__(
        self, kind: str, name: str, codec: ValueCodec, *, optional: bool, silent: Any, otherwise: Any
    ) -> None:
        super().__init__(kind, name, optional=optional)
        self._codec = codec
        self._silent = silent
        self._otherwise = otherwise

    def statements(self, node: NamedNode, value: Any) -> Iterable[Statement]:
        if value is not None and value != self._silent:
            yield node, self.property, self._codec.encode(value)

    def read(self, subject: str, description: Description, said: Mapping[str, Description]) -> Any:
        found = _decoded(self._codec, self.objects(description))
        return found[0] if found else self._otherwise


class _Many(_Field):
    """A tuple of values, each one quad, with an ``rdf:Seq`` where their order would be lost."""

    def __init__(self, kind: str, name: str, codec: ValueCodec) -> None:
        super().__init__(kind, name, optional=False)
        self._codec = codec

    def statements(self, node: NamedNode, value: Any) -> Iterable[Statement]:
        encoded = [self._codec.encode(item) for item in value]
        for term in dict.fromkeys(encoded):
            yield node, self.property, term
        if not self._order_is_known(value):
            sequence = NamedNode(f"{node.value}/{self.name}")
            yield node, _IN_ORDER, sequence
            yield sequence, _TYPE, _SEQ
            for number, term in enumerate(encoded, start=1):
                yield sequence, NamedNode(f"{terms.MEMBER}{number}"), term

    def read(self, subject: str, description: Description, said: Mapping[str, Description]) -> Any:
        sequence = said.get(f"{subject}/{self.name}")
        if sequence is not None:
            numbered = {
                int(predicate.removeprefix(terms.MEMBER)): objects[0]
                for predicate, objects in sequence.items()
                if predicate.startswith(terms.MEMBER)
            }
            return tuple(self._codec.decode(numbered[number]) for number in sorted(numbered))
        found = _decoded(self._codec, self.objects(description))
        return tuple(sorted(found, key=self._codec.order) if self._codec.order else found)

    def _order_is_known(self, value: Sequence[Any]) -> bool:
        if len(value) < 2:
            return True
        order = self._codec.order
        return order is not None and list(value) == sorted(set(value), key=order)


class _Nested(_Field):
    """Values with a node of their own, numbered from 1 below the entity."""

    def __init__(self, kind: str, name: str, cls: type[Any], *, many: bool) -> None:
        super().__init__(kind, name, optional=not many)
        self._cls = cls
        self._many = many

    def statements(self, node: NamedNode, value: Any) -> Iterable[Statement]:
        items = value if self._many else [value] if value is not None else []
        for number, item in enumerate(items, start=1):
            child = f"{node.value}/{self.name}/{number}"
            yield node, self.property, NamedNode(child)
            yield from _describe(child, item)

    def read(self, subject: str, description: Description, said: Mapping[str, Description]) -> Any:
        children = sorted(
            (term.value for term in self.objects(description)), key=lambda iri: int(iri.rpartition("/")[2])
        )
        items = tuple(_rebuild(self._cls, child, said, {}, {}) for child in children)
        if self._many:
            return items
        return items[0] if items else None


class _Geometry(_Field):
    """A point, or a text field that holds well-known text, as a GeoSPARQL geometry."""

    def __init__(self, kind: str, name: str, *, is_point: bool, optional: bool) -> None:
        super().__init__(kind, name, optional=optional)
        self._is_point = is_point

    def statements(self, node: NamedNode, value: Any) -> Iterable[Statement]:
        if value is None or value == "":
            return
        geometry = NamedNode(f"{node.value}/{self.name}")
        yield node, self.property, geometry
        yield geometry, _TYPE, _GEOMETRY
        yield geometry, _AS_WKT, point_to_wkt(value) if self._is_point else wkt_literal(value)

    def read(self, subject: str, description: Description, said: Mapping[str, Description]) -> Any:
        found = said.get(f"{subject}/{self.name}", {}).get(terms.AS_WKT)
        if not found:
            return None if self._is_point else ""
        return wkt_to_point(found[0]) if self._is_point else found[0].value


class _Barriers(_Field):
    """Which thresholds an offer takes away (*ja*) and which it leaves (*nee*); unknown is not said."""

    _PROPERTIES = ((terms.LOWERS_BARRIER, Tri.YES), (terms.KEEPS_BARRIER, Tri.NO))

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(kind, name, optional=False)
        self._codec = codec_for(BarrierId, name)

    def statements(self, node: NamedNode, value: Any) -> Iterable[Statement]:
        for property_iri, answer in self._PROPERTIES:
            for barrier, given in value.items():
                if given is answer:
                    yield node, NamedNode(property_iri), self._codec.encode(barrier)

    def read(self, subject: str, description: Description, said: Mapping[str, Description]) -> Any:
        return {
            self._codec.decode(term): answer
            for property_iri, answer in self._PROPERTIES
            for term in description.get(property_iri, ())
        }


def _decoded(codec: ValueCodec, objects: Iterable[Any]) -> list[Any]:
    """The values among objects that are of the codec's type; others belong to another field."""
    found = []
    for term in objects:
        try:
            found.append(codec.decode(term))
        except ValueError:
            continue
    return found


_PLANS: dict[type[Any], tuple[_Field, ...]] = {}


def _plan(cls: type[Any]) -> tuple[_Field, ...]:
    """The fields of a class, worked out once."""
    plan = _PLANS.get(cls)
    if plan is None:
        hints, kind = get_type_hints(cls), terms.kind_of(cls)
        plan = tuple(_field(kind, f.name, hints[f.name]) for f in fields(cls) if f.name != "id")
        _PLANS[cls] = plan
    return plan


def _field(kind: str, name: str, declared: Any) -> _Field:
    hint, optional = without_none(declared)
    if get_origin(hint) is dict:
        return _Barriers(kind, name)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        if item in terms.NESTED:
            return _Nested(kind, name, item, many=True)
        return _Many(kind, name, codec_for(item, name))
    if hint in terms.NESTED:
        return _Nested(kind, name, hint, many=False)
    if hint is Point or (kind, name) in terms.WKT_FIELDS:
        return _Geometry(kind, name, is_point=hint is Point, optional=optional)
    silent = {str: "", Tri: Tri.UNKNOWN}.get(hint) if not optional else None
    otherwise = False if hint is bool and not optional else silent
    return _Single(kind, name, codec_for(hint, name), optional=optional, silent=silent, otherwise=otherwise)
