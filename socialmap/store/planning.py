"""Decides, while the journal is locked, which new versions a save, a removal or an undo makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socialmap.errors import EditConflict, FieldConflict, NotFound
from socialmap.model.registry import Entity, entity_type
from socialmap.store.merging import DELETED, merge
from socialmap.store.payload import decode, encode
from socialmap.store.records import Key, Record
from socialmap.store.upcast import UPCASTS
from socialmap.store.writer import Draft, Writer


@dataclass(frozen=True, slots=True)
class Offer:
    """An entity that somebody wants to save, with its payload."""

    entity: Entity
    body: bytes

    @property
    def key(self) -> Key:
        return self.entity.kind, self.entity.id


@dataclass(frozen=True, slots=True)
class Edit:
    """A version to be added, with the entity before and after it (``None``: not there)."""

    draft: Draft
    before: Entity | None
    after: Entity | None


def plan_save(writer: Writer, offers: Sequence[Offer], based_on: Mapping[Key, int]) -> list[Edit]:
    """The edits that bring the offers in; none for what is stored just so. ``EditConflict`` if they clash."""
    states = writer.current([offer.key for offer in offers])
    edits = []
    for offer in offers:
        edit = _save_one(writer, offer, states.get(offer.key), based_on.get(offer.key))
        if edit is not None:
            edits.append(edit)
            # A later offer of the same thing builds on this one.
            states[offer.key] = _as_record(edit.draft)
    return edits


def plan_removal(writer: Writer, key: Key, seen: int | None) -> list[Edit]:
    """The removal of what is there; ``EditConflict`` when it was changed after version ``seen``."""
    stored = writer.current([key]).get(key)
    before = entity_of(stored)
    if stored is None or before is None:
        raise not_found()
    if seen not in (None, stored.version):
        raise EditConflict([FieldConflict(DELETED, stored=False, offered=True)], stored.version)
    return [_edit(key, stored, before, None)]


def plan_undo(writer: Writer, target: int | str) -> list[Edit]:
    """The edits that take an entry (its seq) or a batch (its id) back; none if that was done already.

    Later edits of other fields stay; ``EditConflict`` when a later edit touched the same field.
    """
    made, before = writer.made_by(target), writer.before(target)
    states = writer.current(made)
    edits = []
    for key, record in reversed(made.items()):
        now = entity_of(states[key])
        wanted = _without(entity_of(record), entity_of(before.get(key)), now, states[key].version)
        if wanted != now:
            edits.append(_edit(key, states[key], now, wanted))
    return edits


def entity_of(record: Record | None) -> Any:
    """The entity that a record holds; ``None`` for a removal or for no record."""
    if record is None or record.body is None:
        return None
    return decode(entity_type(record.kind), record.schema, record.body)


def not_found() -> NotFound:
    return NotFound("Dit is er niet of is verwijderd.", "Zoek het opnieuw op.")


def _save_one(writer: Writer, offer: Offer, stored: Record | None, seen: int | None) -> Edit | None:
    if stored is not None and stored.body == offer.body and stored.schema == UPCASTS.schema_of(stored.kind):
        return None
    now = entity_of(stored)
    if stored is None or seen in (None, stored.version):
        wanted = offer.entity
    elif now is None:
        raise EditConflict([FieldConflict(DELETED, stored=True, offered=False)], stored.version)
    else:
        wanted = merge(entity_of(writer.version(offer.key, seen or 0)), now, offer.entity, stored.version)
    if wanted == now:
        return None
    body = offer.body if wanted is offer.entity else encode(wanted)
    return _edit(offer.key, stored, now, wanted, body)


def _without(made: Any, before: Any, now: Any, version: int) -> Any:
    """What is there ``now``, less the step from ``before`` to ``made``."""
    if now == made:
        return before
    if now is None or before is None:
        if now == before:
            return now
        raise EditConflict([FieldConflict(DELETED, stored=now is None, offered=before is None)], version)
    return merge(made, now, before, version)


def _edit(key: Key, stored: Record | None, before: Any, after: Any, body: bytes | None = None) -> Edit:
    kind, id_ = key
    version = stored.version + 1 if stored else 1
    if body is None and after is not None:
        body = encode(after)
    return Edit(Draft(kind, id_, version, UPCASTS.schema_of(kind), body), before, after)


def _as_record(draft: Draft) -> Record:
    return Record(0, draft.kind, draft.id, draft.version, draft.schema, draft.body)
