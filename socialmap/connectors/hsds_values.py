"""Small readings of a feed's records: tidy text, values of properties, and what is counted along the way."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from socialmap.connectors.cells import clean, single_line
from socialmap.connectors.hsds_shapes import Document, is_mail, is_uri
from socialmap.connectors.hsds_terms import Said
from socialmap.connectors.plan import Key, Rejected, Row
from socialmap.model import wording_feed as words


@dataclass(frozen=True, slots=True)
class FeedRecord:
    """One record of a feed: a document with its parts inside, and where it stands (1 is the first)."""

    kind: str
    document: Document
    line: int
    sheet: str = ""


class Unusable(Exception):
    """A record cannot be used; every reason with its field."""

    def __init__(self, *reasons: tuple[str, str]) -> None:
        super().__init__()
        self.reasons = reasons


@dataclass(slots=True)
class Outcome:
    """What has been read so far."""

    rows: list[Row] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    rejected_keys: set[Key] = field(default_factory=set)
    notes: Counter[str] = field(default_factory=Counter)
    unread: set[str] = field(default_factory=set)

    def refuse(self, record: FeedRecord, reasons: Sequence[tuple[str, str]], key: Key | None = None) -> None:
        self.rejected += [
            Rejected(record.line, f"{name}: {sentence}" if name else sentence, name, record.sheet)
            for name, sentence in dict.fromkeys(reasons)
        ]
        if key is not None:
            self.rejected_keys.add(key)

    def told(self) -> tuple[str, ...]:
        """Every note once, with how often it holds."""
        notes = [f"{note} ({count}×)" if count > 1 else note for note, count in self.notes.items()]
        if self.unread:
            notes.append(f"{words.FIELD_UNREAD}: {', '.join(sorted(self.unread))}.")
        return tuple(notes)


def text_in(record: Mapping[str, Any], name: str) -> str:
    """A field as one line of tidy text; empty when it is not there."""
    value = record.get(name)
    return single_line(clean(value)) if isinstance(value, str) else ""


def parts_in(record: Mapping[str, Any], name: str) -> list[Document]:
    parts = record.get(name)
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def address_in(record: Mapping[str, Any], name: str) -> str:
    """A web address that is one; empty otherwise."""
    value = text_in(record, name)
    return value if is_uri(value) and value.lower().startswith(("http://", "https://")) else ""


def number_in(phone: Mapping[str, Any]) -> str:
    """A telephone number, without the quotation marks that some put around it."""
    return text_in(phone, "number").strip("\"' ")


def mail_in(record: Mapping[str, Any], name: str) -> str:
    value = text_in(record, name)
    return value if is_mail(value) else ""


class Properties:
    """The properties of ours that a record holds as text, read as the fields of a class."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = said
        self._values: dict[str, list[str]] = {}
        for one in said:
            if one.scheme is None:
                self._values.setdefault(one.field, []).append(one.value)

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str) -> str:
        return self._values.get(name, [""])[0]

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(self._values.get(name, ()))

    def concepts(self, field_name: str) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(one.concept for one in self.said if one.scheme and one.field == field_name)
        )

    def read(self, cls: Any, names: Sequence[str]) -> dict[str, Any]:
        """Those fields of a class, at their default where nothing is said. ``Unusable`` for a wrong value."""
        found: dict[str, Any] = {}
        for name in names:
            if name not in self:
                found[name] = _defaults(cls)[name]
                continue
            try:
                found[name] = _value(_hints(cls)[name], self._values[name])
            except (msgspec.ValidationError, ValueError):
                raise Unusable((name, words.WRONG_VALUE)) from None
        return found


def _value(hint: Any, texts: list[str]) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], [text]) for text in texts)
    kinds = (
        [kind for kind in get_args(hint) if kind is not type(None)] if get_origin(hint) is not tuple else []
    )
    plain = kinds[0] if kinds else hint
    if plain is bool:
        return texts[0] == "ja"
    if plain is str:
        return clean(texts[0])
    return msgspec.convert(texts[0], plain, strict=False)


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


@cache
def _defaults(cls: Any) -> dict[str, Any]:
    """The default of each field; ``None`` for one that has none."""
    return {
        one.name: None if one.default is dataclasses.MISSING else one.default
        for one in dataclasses.fields(cls)
    }


def every_part(record: Document, name: str) -> Iterator[Document]:
    """The parts with this name, at any depth."""
    for key, value in record.items():
        for part in value if isinstance(value, list) else (value,):
            if isinstance(part, dict):
                if key == name:
                    yield part
                yield from every_part(part, name)
