"""Reads versions of entities from a journal's tables; every payload is checked against its hash.

So what a caller receives is what was written, or ``OutsideError``: damaged bytes are never an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select

from socialmap.errors import Damaged
from socialmap.store.chain import hash_payload
from socialmap.store.statements import Statements

Key = tuple[str, str]
"""Kind and id."""

_IDS_PER_QUERY = 5_000


@dataclass(frozen=True, slots=True)
class Record:
    """One version of an entity as bytes; no ``body`` means that this version is a removal."""

    seq: int
    kind: str
    id: str
    version: int
    schema: int
    body: bytes | None

    @property
    def key(self) -> Key:
        return self.kind, self.id


def read_records(connection: Connection, query: Select[Any], **parameters: object) -> Iterator[Record]:
    """The records of a statement about records; ``OutsideError`` at the first one that is damaged."""
    rows = connection.execute(query, parameters).all()
    for seq, kind, id_, version, removed, expected, schema, salt, body in rows:
        if removed:
            if expected is not None:
                raise Damaged
            yield Record(seq, kind, id_, version, 0, None)
        else:
            if body is None or expected != hash_payload((kind, id_, version, schema), salt, body):
                raise Damaged
            yield Record(seq, kind, id_, version, schema, body)


def current_by_key(
    connection: Connection, statements: Statements, keys: Collection[Key]
) -> dict[Key, Record]:
    """The last version of each of the keys that ever existed."""
    if len(keys) == 1:
        ((kind, id_),) = keys
        alone = read_records(connection, statements.current_record, kind=kind, id=id_)
        return {record.key: record for record in alone}
    ids_by_kind: dict[str, list[str]] = {}
    for kind, id_ in keys:
        ids_by_kind.setdefault(kind, []).append(id_)
    return {
        record.key: record
        for kind, ids in ids_by_kind.items()
        for some in _parts(ids)
        for record in read_records(connection, statements.current_records, kind=kind, ids=some)
    }


def _parts(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + _IDS_PER_QUERY] for start in range(0, len(ids), _IDS_PER_QUERY))
