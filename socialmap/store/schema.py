"""The tables of one journal, the same in SQLite and in PostgreSQL.

::

    head      one row: format of the journal, last seq, last hash; writers queue for it
    entry     one row per accepted change, never altered; holds the hash chain
    payload   what the entity became, with the salt of its hash; a removal has none
    current   per entity: its last version and the entry that says so
    awaiting  batches whose other half belongs in the other journal (``pair.py``)
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

FORMAT = 1
"""Version of these tables and of the hashes. A journal with a higher number is refused (``TooNew``)."""

_NAME = Text().with_variant(String(collation="C"), "postgresql")
"""Names sort by code point on both engines, so that both stream in the same order."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The five tables; ``metadata`` creates them."""

    metadata: MetaData
    head: Table
    entry: Table
    payload: Table
    current: Table
    awaiting: Table


def journal_tables(schema: str | None) -> Tables:
    """The tables in a database ``schema``; ``None`` for SQLite, where one file is one journal."""
    metadata = MetaData(schema=schema)
    head = Table(
        "head",
        metadata,
        Column("only", Integer, primary_key=True, autoincrement=False),
        Column("format", Integer, nullable=False),
        Column("seq", Integer, nullable=False),
        Column("hash", LargeBinary, nullable=False),
    )
    entry = Table(
        "entry",
        metadata,
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("time", Text, nullable=False),
        Column("actor", Text, nullable=False),
        Column("action", Text, nullable=False),
        Column("kind", _NAME, nullable=False),
        Column("id", _NAME, nullable=False),
        Column("version", Integer, nullable=False),
        Column("batch", Text, nullable=False),
        Column("payload_hash", LargeBinary),
        Column("previous_hash", LargeBinary, nullable=False),
        Column("hash", LargeBinary, nullable=False),
        Index("entry_of_entity", "kind", "id", "version", unique=True),
        Index("entry_of_batch", "batch"),
    )
    payload = Table(
        "payload",
        metadata,
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("schema", Integer, nullable=False),
        Column("salt", LargeBinary, nullable=False),
        Column("body", LargeBinary, nullable=False),
    )
    current = Table(
        "current",
        metadata,
        Column("kind", _NAME, primary_key=True),
        Column("id", _NAME, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("seq", Integer, nullable=False),
        Column("deleted", Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    awaiting = Table("awaiting", metadata, Column("batch", Text, primary_key=True))
    return Tables(metadata, head, entry, payload, current, awaiting)
