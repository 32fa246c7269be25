"""Adds entries to one journal, inside one transaction that no other writer can be in at the same time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from socialmap.errors import Damaged
from socialmap.store.anchor import Anchor
from socialmap.store.chain import Link, hash_entry, hash_payload, new_salt
from socialmap.store.records import Key, Record, current_by_key, read_records
from socialmap.store.statements import Statements


@dataclass(frozen=True, slots=True)
class Draft:
    """A version that is to be added; no ``body`` removes the entity."""

    kind: str
    id: str
    version: int
    schema: int
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all entries of one batch share: who, what for, when, and the batch's id."""

    actor: str
    action: str
    at: datetime
    batch: str

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a moment in the journal needs a time zone")


class Writer:
    """An open transaction on a journal. Nothing is kept unless ``commit`` returns.

    Taking the head row is what makes writers wait for each other (in SQLite ``BEGIN IMMEDIATE`` did).
    """

    def __init__(self, connection: Connection, statements: Statements, anchor: Anchor) -> None:
        self._connection = connection
        self._statements = statements
        self._anchor = anchor
        head = connection.execute(statements.head_to_write).first()
        if head is None:
            raise Damaged
        self._seq, self._hash = head

    def current(self, keys: Collection[Key]) -> dict[Key, Record]:
        """The last version, which may be a removal, of each of the keys that ever existed."""
        return current_by_key(self._connection, self._statements, keys)

    def version(self, key: Key, version: int) -> Record | None:
        """One version of one entity; ``None`` if there never was such a version."""
        found = read_records(
            self._connection, self._statements.version_record, kind=key[0], id=key[1], version=version
        )
        return next(found, None)

    def made_by(self, target: int | str) -> dict[Key, Record]:
        """Per entity the last version that an entry (its seq) or a batch (its id) made, in that order."""
        if isinstance(target, int):
            records = read_records(self._connection, self._statements.seq_records, seq=target)
        else:
            records = read_records(self._connection, self._statements.batch_records, batch=target)
        return {record.key: record for record in records}

    def before(self, target: int | str) -> dict[Key, Record]:
        """Per entity the version just before an entry or a batch; entities that are new in it are absent."""
        if isinstance(target, int):
            records = read_records(self._connection, self._statements.seq_predecessors, seq=target)
        else:
            records = read_records(self._connection, self._statements.batch_predecessors, batch=target)
        return {record.key: record for record in records}

    def stamp_of(self, batch: str) -> Stamp:
        """What the entries of a batch share."""
        link = Link(*self._connection.execute(self._statements.batch_entry, {"batch": batch}).one())
        return Stamp(link.actor, link.action, datetime.fromisoformat(link.time), batch)

    def append(self, drafts: Sequence[Draft], stamp: Stamp) -> list[Link]:
        """Add one entry per draft, in order, and bring the current state up to them."""
        if not drafts:
            return []
        links, payloads = self._link(drafts, stamp)
        statements, execute = self._statements, self._connection.execute
        execute(statements.add_entry, [link._asdict() for link in links])
        if payloads:
            execute(statements.add_payload, payloads)
        if added := [link for link in links if link.version == 1]:
            execute(
                statements.add_current, [{"kind": link.kind, "id": link.id, **_state(link)} for link in added]
            )
        if changed := [link for link in links if link.version != 1]:
            execute(
                statements.change_current,
                [{"its_kind": link.kind, "its_id": link.id, **_state(link)} for link in changed],
            )
        execute(statements.change_head, {"seq": self._seq, "hash": self._hash})
        return links

    def commit(self) -> None:
        """Make it lasting. When this returns, the entries are on disk."""
        self._connection.commit()
        self._anchor.advance(self._seq, self._hash)

    def awaiting(self) -> list[str]:
        """Batches that were committed here while their other half may not have been (``pair.py``)."""
        return list(self._connection.execute(self._statements.awaiting).scalars())

    def await_partner(self, batch: str) -> None:
        self._connection.execute(self._statements.add_awaiting, {"batch": batch})

    def stop_awaiting(self, batch: str) -> None:
        self._connection.execute(self._statements.drop_awaiting, {"batch": batch})

    def _link(self, drafts: Sequence[Draft], stamp: Stamp) -> tuple[list[Link], list[dict[str, object]]]:
        time = stamp.at.astimezone(UTC).isoformat()
        links: list[Link] = []
        payloads: list[dict[str, object]] = []
        for draft in drafts:
            self._seq += 1
            payload_hash = None
            if draft.body is not None:
                salt = new_salt()
                identity = (draft.kind, draft.id, draft.version, draft.schema)
                payload_hash = hash_payload(identity, salt, draft.body)
                payloads.append({"seq": self._seq, "schema": draft.schema, "salt": salt, "body": draft.body})
            fields = (
                self._seq,
                time,
                stamp.actor,
                stamp.action,
                draft.kind,
                draft.id,
                draft.version,
                stamp.batch,
                payload_hash,
                self._hash,
            )
            self._hash = hash_entry(fields)
            links.append(Link(*fields, self._hash))
        return links, payloads


def _state(link: Link) -> dict[str, object]:
    return {"version": link.version, "seq": link.seq, "deleted": link.payload_hash is None}
