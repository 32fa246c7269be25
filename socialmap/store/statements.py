"""Every statement that a journal runs, built once: building them costs more than running them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Delete, FromClause, Insert, Select, Update, and_, bindparam, func, select

from socialmap.store.schema import Tables


@dataclass(frozen=True, slots=True)
class Statements:
    """Named by what they find or do; the names in ``:`` are their parameters.

    Statements about *records* give rows (seq, kind, id, version, removed, payload hash, schema, salt, body).
    """

    head: Select[Any]
    head_to_write: Select[Any]
    format: Select[Any]
    current_record: Select[Any]
    current_records: Select[Any]
    current_page: Select[Any]
    current_count: Select[Any]
    current_states: Select[Any]
    current_times: Select[Any]
    version_record: Select[Any]
    entity_records: Select[Any]
    entity_entries: Select[Any]
    records_after: Select[Any]
    seq_records: Select[Any]
    seq_entry: Select[Any]
    seq_kinds: Select[Any]
    seq_predecessors: Select[Any]
    batch_records: Select[Any]
    batch_entry: Select[Any]
    batch_kinds: Select[Any]
    batch_predecessors: Select[Any]
    full_page: Select[Any]
    lost_payloads: Select[Any]
    awaiting: Select[Any]
    add_entry: Insert
    add_payload: Insert
    add_current: Insert
    change_current: Update
    change_head: Update
    add_awaiting: Insert
    drop_awaiting: Delete


def build_statements(tables: Tables) -> Statements:
    """The statements on the tables of one journal."""
    head, entry, payload, current = tables.head, tables.entry, tables.payload, tables.current
    now, past = _current_records(tables), _past_records(tables).order_by(entry.c.seq)
    of_entity = and_(entry.c.kind == bindparam("kind"), entry.c.id == bindparam("id"))
    of_seq, of_batch = entry.c.seq == bindparam("seq"), entry.c.batch == bindparam("batch")
    of_kind = current.c.kind == bindparam("kind")
    awaiting = tables.awaiting
    return Statements(
        head=select(head.c.seq, head.c.hash),
        head_to_write=select(head.c.seq, head.c.hash).with_for_update(),
        format=select(head.c.format),
        current_record=now.where(of_kind, current.c.id == bindparam("id")),
        current_records=now.where(of_kind, current.c.id.in_(bindparam("ids", expanding=True))),
        current_page=now.where(of_kind, ~current.c.deleted, current.c.id > bindparam("after"))
        .order_by(current.c.id)
        .limit(bindparam("size")),
        current_count=select(func.count()).where(of_kind, ~current.c.deleted),
        current_states=select(current),
        current_times=select(current.c.id, entry.c.time)
        .join(entry, entry.c.seq == current.c.seq)
        .where(of_kind, ~current.c.deleted),
        version_record=past.where(of_entity, entry.c.version == bindparam("version")),
        entity_records=past.where(of_entity),
        entity_entries=select(entry).where(of_entity).order_by(entry.c.seq),
        records_after=past.where(entry.c.seq > bindparam("seq")),
        seq_records=past.where(of_seq),
        seq_entry=select(entry).where(of_seq),
        seq_kinds=select(entry.c.kind).where(of_seq),
        seq_predecessors=_predecessors(tables, of_seq),
        batch_records=past.where(of_batch),
        batch_entry=select(entry).where(of_batch).limit(1),
        batch_kinds=select(entry.c.kind).where(of_batch).distinct(),
        batch_predecessors=_predecessors(tables, of_batch),
        full_page=select(entry, payload.c.schema, payload.c.salt, payload.c.body)
        .outerjoin(payload, payload.c.seq == entry.c.seq)
        .where(entry.c.seq > bindparam("seq"))
        .order_by(entry.c.seq)
        .limit(bindparam("size")),
        lost_payloads=select(payload.c.seq)
        .outerjoin(entry, entry.c.seq == payload.c.seq)
        .where(entry.c.seq.is_(None)),
        awaiting=select(awaiting.c.batch),
        add_entry=entry.insert(),
        add_payload=payload.insert(),
        add_current=current.insert(),
        change_current=current.update()
        .where(current.c.kind == bindparam("its_kind"), current.c.id == bindparam("its_id"))
        .values(version=bindparam("version"), seq=bindparam("seq"), deleted=bindparam("deleted")),
        change_head=head.update().values(seq=bindparam("seq"), hash=bindparam("hash")),
        add_awaiting=awaiting.insert().values(batch=bindparam("batch")),
        drop_awaiting=awaiting.delete().where(awaiting.c.batch == bindparam("batch")),
    )


def _current_records(tables: Tables) -> Select[Any]:
    """The last version of every entity, removed ones too."""
    current, entry, payload = tables.current, tables.entry, tables.payload
    joined = current.outerjoin(entry, entry.c.seq == current.c.seq)
    return _records(
        tables, current, current.c.deleted, joined.outerjoin(payload, payload.c.seq == current.c.seq)
    )


def _past_records(tables: Tables) -> Select[Any]:
    """Every version of every entity."""
    entry, payload = tables.entry, tables.payload
    joined = entry.outerjoin(payload, payload.c.seq == entry.c.seq)
    return _records(tables, entry, entry.c.payload_hash.is_(None), joined)


def _predecessors(tables: Tables, chosen: Any) -> Select[Any]:
    """Per entity the version just before its first chosen entry; none for a new entity."""
    entry = tables.entry
    before = (
        select(entry.c.kind, entry.c.id, (func.min(entry.c.version) - 1).label("version"))
        .where(chosen)
        .group_by(entry.c.kind, entry.c.id)
        .subquery()
    )
    on = [entry.c[name] == before.c[name] for name in ("kind", "id", "version")]
    return _past_records(tables).join(before, and_(*on))


def _records(tables: Tables, source: FromClause, removed: Any, joined: FromClause) -> Select[Any]:
    named, payload = source.c, tables.payload.c
    return select(
        named.seq,
        named.kind,
        named.id,
        named.version,
        removed,
        tables.entry.c.payload_hash,
        payload.schema,
        payload.salt,
        payload.body,
    ).select_from(joined)
