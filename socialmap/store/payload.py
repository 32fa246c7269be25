"""Entities to canonical JSON bytes and back.

Each entity class has a *shape*: a msgspec struct with the same fields that leaves out defaults and
refuses fields it does not know. Keys are sorted, so equal entities have equal bytes.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from socialmap.errors import InvalidInput, Violation
from socialmap.model.registry import Entity
from socialmap.store.upcast import UPCASTS, too_new

E = TypeVar("E", bound=Entity)

_ENCODER = msgspec.json.Encoder(order="sorted")


def encode(entity: Entity) -> bytes:
    """The payload of an entity; ``InvalidInput`` when a value does not fit its field or is not a number."""
    try:
        body = _ENCODER.encode(msgspec.convert(entity, _shape(type(entity)), from_attributes=True))
        # JSON has no NaN or infinity; msgspec writes null for them, which would not read back.
        if b"null" in body:
            _decoder(type(entity)).decode(body)
    except (msgspec.MsgspecError, UnicodeEncodeError) as error:
        sentence = "Dit past niet in het veld. Kijk de gegevens na."
        raise InvalidInput([Violation(type(entity).kind, sentence)]) from error
    return body


def decode(cls: type[E], schema: int, body: bytes) -> E:
    """The entity of a payload whose hash was found right; ``TooNew`` when its shape is not known here."""
    today = UPCASTS.upcast(cls.kind, schema, body)
    try:
        return msgspec.convert(_decoder(cls).decode(today), cls, from_attributes=True)
    except msgspec.MsgspecError as error:
        raise too_new() from error


@cache
def _decoder(cls: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_shape(cls))


@cache
def _shape(cls: Any) -> type[msgspec.Struct]:
    hints = get_type_hints(cls)
    shape_fields: list[Any] = []
    for field in fields(cls):
        described = (field.name, _shape_type(hints[field.name]))
        if field.default is not MISSING:
            shape_fields.append((*described, field.default))
        elif field.default_factory is not MISSING:
            shape_fields.append((*described, msgspec.field(default_factory=field.default_factory)))
        else:
            shape_fields.append(described)
    return msgspec.defstruct(
        cls.__name__,
        shape_fields,
        kw_only=True,
        frozen=True,
        omit_defaults=True,
        forbid_unknown_fields=True,
    )


def _shape_type(hint: Any) -> Any:
    """The hint with every dataclass in it replaced by its shape."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _shape(hint)
    origin, parts = get_origin(hint), tuple(_shape_type(part) for part in get_args(hint))
    if origin in (Union, types.UnionType):
        return Union[parts]  # noqa: UP007 - the members are only known at run time
    return origin[parts] if parts and origin is not None else hint
