"""Turtle, TriG, N-Quads or JSON-LD of our own ontology to things; meant for the guarded child process."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from socialmap.connectors.parsed import Parsed, Record, Refused
from socialmap.errors import InvalidInput
from socialmap.model.registry import BY_KIND
from socialmap.model.values import Layer
from socialmap.model.wording_rdf import (
    BROKEN,
    BROKEN_REMEDY,
    ELSEWHERE,
    ELSEWHERE_REMEDY,
    PRIVATE,
    PRIVATE_REMEDY,
    TOO_MUCH,
    TOO_MUCH_REMEDY,
)
from socialmap.ontology.namespaces import THING, thing_of
from socialmap.rdf.codec import from_quads
from socialmap.store.payload import encode

KINDS = (
    "municipality", "district", "neighbourhood", "street", "organisation", "facility", "room", "initiative",
)  # fmt: skip
MOST_STATEMENTS = 2_000_000


def things_of(content: bytes) -> Parsed:
    """Each thing as a record: its payload in ``json``, in ``given`` the fields of which something is said.

    A thing that misses something has no payload but its problems. ``Refused`` for what is no RDF, and for a
    file with anything that is not public.
    """
    said: dict[tuple[str, str], list[Quad]] = {}
    for quad in _statements(content):
        key = _thing_of(quad)
        if key is not None:
            said.setdefault(key, []).append(quad)
    private = {kind for kind, _ in said if kind in BY_KIND and BY_KIND[kind].layer is not Layer.PUBLIC}
    if private:
        raise Refused(PRIVATE, PRIVATE_REMEDY)
    known = ((key, quads) for key, quads in said.items() if key[0] in KINDS)
    return Parsed([], [], [_record(n, *key, quads) for n, (key, quads) in enumerate(known, start=1)])


def _statements(content: bytes) -> list[Quad]:
    forms = [RdfFormat.TRIG, RdfFormat.N_QUADS]
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        forms = [RdfFormat.JSON_LD]
    if b'"@context"' in content and RdfFormat.JSON_LD in forms and b"http" in _contexts(content):
        raise Refused(ELSEWHERE, ELSEWHERE_REMEDY)
    for form in forms:
        try:
            return list(_few(parse(content, format=form)))
        except (SyntaxError, ValueError):
            continue
    raise Refused(BROKEN, BROKEN_REMEDY)


def _contexts(content: bytes) -> bytes:
    """What stands as text right behind each ``@context``: the address of one that is elsewhere."""
    parts = content.split(b'"@context"')[1:]
    found = (part.lstrip(b" \t\r\n:[") for part in parts)
    return b" ".join(part[:8] for part in found if part.startswith(b'"'))


def _few(quads: Iterable[Any]) -> Iterator[Quad]:
    for count, quad in enumerate(quads):
        if count >= MOST_STATEMENTS:
            raise Refused(TOO_MUCH, TOO_MUCH_REMEDY)
        yield quad


def _thing_of(quad: Quad) -> tuple[str, str] | None:
    """The thing that a statement is about; its parts have names below its own."""
    if not isinstance(quad.subject, NamedNode) or not quad.subject.value.startswith(THING):
        return None
    name = "/".join(quad.subject.value.removeprefix(THING).split("/")[:2])
    try:
        return thing_of(THING + name)
    except ValueError:
        return None


def _record(number: int, kind: str, thing_id: str, quads: list[Quad]) -> Record:
    cls = BY_KIND[kind]
    try:
        entity = from_quads(quads, cls, thing_id, lenient=True)
        if hasattr(entity, "checked_by"):
            entity = dataclasses.replace(entity, checked_by="")  # a colleague elsewhere says nothing here
        body = encode(entity)
    except InvalidInput as error:
        problems = tuple((one.field, one.sentence) for one in error.violations)
        return Record(number, kind, "", name=thing_id, problems=problems)
    except (ValueError, TypeError, AttributeError, KeyError):
        return Record(number, kind, "", name=thing_id, problems=(("", BROKEN),))
    return Record(number, kind, body.decode("utf-8"), name=thing_id, given=tuple(sorted(_given(entity))))


def _given(entity: Any) -> Iterator[str]:
    """The fields that hold something: what RDF does not say is not known, and never wipes anything out."""
    for field in dataclasses.fields(entity):
        beginning = field.default
        if field.default_factory is not dataclasses.MISSING:
            beginning = field.default_factory()
        if field.name != "id" and getattr(entity, field.name) != beginning:
            yield field.name
