"""One value ↔ one RDF term: numbers, dates, codes, names of things and of concepts."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from pyoxigraph import Literal, NamedNode

from socialmap.model.values import Point
from socialmap.ontology.namespaces import XSD, Scheme, concept_iri, concept_of, thing_iri, thing_of
from socialmap.rdf.terms import CONCEPTS, THINGS, WKT_LITERAL, area_kind

Term = NamedNode | Literal

_DATE = NamedNode(XSD + "date")
_TIME = NamedNode(XSD + "time")
_WKT = NamedNode(WKT_LITERAL)


@dataclass(frozen=True, slots=True)
class ValueCodec:
    """Both directions for one type. ``order`` sorts values that have an order of their own (enums).

    ``decode`` raises ``ValueError`` for a term that does not belong to this type; two fields may share a
    property when their values differ in kind.
    """

    encode: Callable[[Any], Term]
    decode: Callable[[Any], Any]
    order: Callable[[Any], Any] | None = None


def codec_for(hint: Any, field: str) -> ValueCodec:
    """The codec for a type hint without ``None``: a plain type, an enum or an id type."""
    name = getattr(hint, "__name__", "")
    if name in CONCEPTS:
        return _concepts(CONCEPTS[name])
    if name in THINGS:
        return _areas(field) if name == "AreaId" else _things(THINGS[name][0])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _codes(hint)
    return _PLAIN[hint]


def without_none(hint: Any) -> tuple[Any, bool]:
    """A type hint without its ``None``, and whether ``None`` was allowed."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        others = [option for option in typing.get_args(hint) if option is not type(None)]
        return others[0], True
    return hint, False


def point_to_wkt(point: Point) -> Literal:
    """Well-known text, longitude first (CRS84, the default of a WKT literal)."""
    return Literal(f"POINT({point.lon!r} {point.lat!r})", datatype=_WKT)


def wkt_to_point(literal: Literal) -> Point:
    """``ValueError`` when the text is not a point."""
    text = literal.value
    if not text.startswith("POINT(") or not text.endswith(")"):
        raise ValueError("not a point in well-known text")
    lon, lat = text[6:-1].split()
    return Point(float(lon), float(lat))


def wkt_literal(text: str) -> Literal:
    return Literal(text, datatype=_WKT)


def _areas(field: str) -> ValueCodec:
    return ValueCodec(
        lambda code: NamedNode(thing_iri(area_kind(code, field), code)),
        lambda term: _named(term, THINGS["AreaId"]),
    )


def _things(kind: str) -> ValueCodec:
    return ValueCodec(
        lambda thing_id: NamedNode(thing_iri(kind, thing_id)),
        lambda term: _named(term, (kind,)),
    )


def _concepts(scheme: Scheme) -> ValueCodec:
    def decode(term: Any) -> str:
        found, concept_id = concept_of(term.value)
        if found is not scheme:
            raise ValueError(f"not a concept of {scheme}")
        return concept_id

    return ValueCodec(lambda concept_id: NamedNode(concept_iri(scheme, concept_id)), decode)


def _codes(enum: type[Enum]) -> ValueCodec:
    rank = {member: position for position, member in enumerate(enum)}
    return ValueCodec(
        lambda member: Literal(str(member.value)),
        lambda term: enum(term.value),
        order=rank.__getitem__,
    )


def _named(term: Any, kinds: tuple[str, ...]) -> str:
    kind, thing_id = thing_of(term.value)
    if kind not in kinds:
        raise ValueError(f"not one of {kinds}")
    return thing_id


_PLAIN: dict[Any, ValueCodec] = {
    str: ValueCodec(Literal, lambda term: term.value),
    bool: ValueCodec(Literal, lambda term: term.value == "true"),
    int: ValueCodec(Literal, lambda term: int(term.value)),
    float: ValueCodec(lambda number: Literal(float(number)), lambda term: float(term.value)),
    date: ValueCodec(
        lambda day: Literal(day.isoformat(), datatype=_DATE),
        lambda term: date.fromisoformat(term.value),
        order=date.toordinal,
    ),
    time: ValueCodec(
        lambda moment: Literal(moment.isoformat(), datatype=_TIME),
        lambda term: time.fromisoformat(term.value),
    ),
}
