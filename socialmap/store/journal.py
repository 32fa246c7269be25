"""One append-only journal: versions of entities as bytes in a hash chain, with the current state beside it.

Knows kinds, ids and payload bytes; what the bytes mean is ``payload.py``, which journal a kind belongs
in is ``pair.py``, adding entries is ``writer.py``, checking the chain is ``verification.py``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from socialmap.errors import Damaged, OutsideError
from socialmap.store.anchor import Anchor
from socialmap.store.chain import Link, is_untouched
from socialmap.store.database import create_tables, postgres_engine, reading, sqlite_engine, writing
from socialmap.store.records import Key, Record, current_by_key, read_records
from socialmap.store.schema import FORMAT, Tables, journal_tables
from socialmap.store.statements import build_statements
from socialmap.store.upcast import too_new
from socialmap.store.writer import Writer

_PAGE = 5_000
"""Rows per query when streaming; no connection is held between two pages."""


class Journal:
    """Safe for many threads and processes. All methods raise ``OutsideError`` when the database fails."""

    def __init__(self, name: str, engine: Engine, tables: Tables, anchor: Anchor) -> None:
        self.name = name
        self.engine = engine
        self.statements = build_statements(tables)
        self.anchor = anchor
        create_tables(engine, tables)
        with engine.connect() as connection:
            journal_format = connection.execute(self.statements.format).scalar()
        if not isinstance(journal_format, int):
            raise Damaged
        if journal_format > FORMAT:
            raise too_new()

    @classmethod
    def open_file(cls, folder: Path, name: str) -> Journal:
        """Journal ``name.sqlite`` in a folder, begun if it is not there; ``TooNew`` for a later format."""
        engine = sqlite_engine(folder / f"{name}.sqlite")
        return _open(cls, name, engine, journal_tables(None), Anchor(folder / f"{name}.anchor"))

    @classmethod
    def open_server(cls, url: str, name: str) -> Journal:
        """The journal in schema ``socialmap_name`` of a PostgreSQL database, begun if it is not there."""
        return _open(cls, name, postgres_engine(url), journal_tables(f"socialmap_{name}"), Anchor(None))

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """A transaction that other writers wait for; undone unless ``commit`` is called in it."""
        with writing(self.engine) as connection:
            yield Writer(connection, self.statements, self.anchor)

    def head(self) -> tuple[int, bytes]:
        """The last seq and its hash; 0 and ``GENESIS`` when there are no entries."""
        with self.engine.connect() as connection:
            return self._head(connection)

    def current(self, keys: Collection[Key]) -> dict[Key, Record]:
        """The last version, which may be a removal, of each of the keys that ever existed."""
        with reading(self.engine) as connection:
            return current_by_key(connection, self.statements, keys)

    def stream(self, kind: str) -> Iterator[Record]:
        """All entities of a kind that are there now, by id; in pages, so an edit meanwhile may be in it."""
        query, after = self.statements.current_page, ""
        while True:
            with self.engine.connect() as connection:
                page = list(read_records(connection, query, kind=kind, after=after, size=_PAGE))
            yield from page
            if len(page) < _PAGE:
                return
            after = page[-1].id

    def count(self, kind: str) -> int:
        with self.engine.connect() as connection:
            return int(connection.execute(self.statements.current_count, {"kind": kind}).scalar_one())

    def times(self, kind: str) -> dict[str, str]:
        """When each entity of a kind that is there now was last changed, by id."""
        with self.engine.connect() as connection:
            rows = connection.execute(self.statements.current_times, {"kind": kind})
            return {row.id: row.time for row in rows}

    def history(self, key: Key) -> list[tuple[Link, Record]]:
        """All versions of one entity, oldest first; each entry is checked against its hash."""
        named = {"kind": key[0], "id": key[1]}
        with reading(self.engine) as connection:
            links = [Link(*row) for row in connection.execute(self.statements.entity_entries, named)]
            records = list(read_records(connection, self.statements.entity_records, **named))
        if any(not is_untouched(link) for link in links) or len(links) != len(records):
            raise Damaged
        return list(zip(links, records, strict=True))

    def since(self, seq: int, entry_hash: bytes) -> tuple[list[Record], int, bytes]:
        """What was added after an entry, and the head that this brings the reader to.

        ``OutsideError`` when the entry is not in this journal: the reader followed another one.
        """
        with reading(self.engine) as connection:
            head = self._head(connection)
            if head == (seq, entry_hash):
                return [], *head
            if not self._holds(connection, seq, entry_hash):
                raise OutsideError(
                    "De gegevens zijn vervangen door andere.", "Sluit socialmap en start het opnieuw."
                )
            return list(read_records(connection, self.statements.records_after, seq=seq)), *head

    def holds(self, seq: int, entry_hash: bytes) -> bool:
        """Is the entry at ``seq`` the one with this hash? Always true for seq 0, before the first."""
        with self.engine.connect() as connection:
            return self._holds(connection, seq, entry_hash)

    def kinds_in(self, target: int | str) -> frozenset[str]:
        """The kinds that an entry (its seq) or a batch (its id) touched; empty when there is no such."""
        of_target = self.statements.seq_kinds if isinstance(target, int) else self.statements.batch_kinds
        named = {"seq" if isinstance(target, int) else "batch": target}
        with self.engine.connect() as connection:
            return frozenset(connection.execute(of_target, named).scalars())

    def awaiting(self) -> bool:
        """Is there a batch whose other half may be missing in the other journal?"""
        with self.engine.connect() as connection:
            return connection.execute(self.statements.awaiting).first() is not None

    def _holds(self, connection: Connection, seq: int, entry_hash: bytes) -> bool:
        if seq == 0:
            return True
        entry = connection.execute(self.statements.seq_entry, {"seq": seq}).first()
        return entry is not None and entry.hash == entry_hash

    def _head(self, connection: Connection) -> tuple[int, bytes]:
        row = connection.execute(self.statements.head).first()
        if row is None:
            raise Damaged
        return row.seq, row.hash


def _open(cls: type[Journal], name: str, engine: Engine, tables: Tables, anchor: Anchor) -> Journal:
    try:
        return cls(name, engine, tables, anchor)
    except BaseException:
        engine.dispose()
        raise
