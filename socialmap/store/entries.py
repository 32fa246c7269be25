"""What the catalogue hands back: stored entities, and entries as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from socialmap.model.registry import Entity
from socialmap.store.chain import Link
from socialmap.store.merging import FieldChange, changed_fields

E_co = TypeVar("E_co", covariant=True)


class Operation(StrEnum):
    ADDED = "toegevoegd"
    CHANGED = "gewijzigd"
    REMOVED = "verwijderd"


@dataclass(frozen=True, slots=True)
class Stored(Generic[E_co]):
    """An entity and the version of it that is stored now; forms carry the version along."""

    entity: E_co
    version: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: who did what to which entity, when, and which fields it changed.

    ``ref`` ("map:12") names the entry for ``undo``; ``batch`` names everything saved together with it.
    ``changes`` is empty for an addition and a removal.
    """

    ref: str
    at: datetime
    actor: str
    action: str
    kind: str
    id: str
    version: int
    batch: str
    operation: Operation
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """What one save wrote; no ``entries`` and an empty ``batch`` when nothing differed."""

    batch: str
    entries: tuple[Entry, ...]


def describe(journal: str, link: Link, before: Entity | None, after: Entity | None) -> Entry:
    """The entry of a link, told by the entity before and after it."""
    if after is None:
        operation = Operation.REMOVED
    else:
        operation = Operation.ADDED if before is None else Operation.CHANGED
    return Entry(
        ref=f"{journal}:{link.seq}",
        at=datetime.fromisoformat(link.time),
        actor=link.actor,
        action=link.action,
        kind=link.kind,
        id=link.id,
        version=link.version,
        batch=link.batch,
        operation=operation,
        changes=changed_fields(before, after),
    )
