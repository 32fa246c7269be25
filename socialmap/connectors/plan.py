"""The first step of every import: what would be new, changed, gone, in conflict, or refused and why."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from socialmap.errors import Violation
from socialmap.model.registry import ENTITIES

Key: TypeAlias = tuple[str, str]
"""Kind and id of an entity."""

_PLACE = frozenset({"facility_id", "room_id", "point", "address", "area_id", "no_fixed_place"})
"""Fields that say together where something is: whoever changed one of them decided about all."""

_LEANS_ON_REFUSED = "Dit hoort bij iets anders in dit bestand, en dat is geweigerd."

_ORDER = {entity.kind: position for position, entity in enumerate(ENTITIES)}


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not taken over: its line (or the number of the feature), why, and in which column."""

    line: int
    reason: str
    field: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An entity as a file describes it. Only the fields in ``given`` are known; the others stay as stored."""

    line: int
    entity: Any
    given: frozenset[str]
    sheet: str = ""

    @property
    def key(self) -> Key:
        return (self.entity.kind, self.entity.id)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file says. ``rejected_keys`` are entities that it names in rows that were refused."""

    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    rejected_keys: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class FieldChange:
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Changed:
    """A stored entity that the import changes, with every field before and after."""

    before: Any
    after: Any
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that a person changed since the last import and the file says otherwise. It stays as it is."""

    kind: str
    id: str
    name: str
    field: str
    stored: object
    offered: object


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do. ``gone`` is only shown: an import never removes anything by itself."""

    new: tuple[Any, ...]
    changed: tuple[Changed, ...]
    unchanged: int
    gone: tuple[Key, ...]
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...]

    @property
    def rejected_rows(self) -> int:
        """How many rows are refused; one row may have several reasons."""
        return len({(refused.sheet, refused.line) for refused in self.rejected})

    @property
    def to_save(self) -> tuple[Any, ...]:
        """The entities to save in one batch, those that others refer to first; empty when nothing changes."""
        entities = (*self.new, *(change.after for change in self.changed))
        return tuple(sorted(entities, key=lambda entity: (_ORDER[entity.kind], entity.id)))


def make_plan(
    reading: Reading,
    stored: Mapping[Key, Any],
    *,
    hand_edited: Mapping[Key, frozenset[str]] | None = None,
) -> ImportPlan:
    """Compare what a file says with what is stored.

    ``stored`` holds at least every entity that has the same key or the same ``source`` as a row.
    ``hand_edited`` says which fields people changed since the last import; those are never overwritten but
    reported as conflicts. The order of rows and of files does not matter.
    """
    rows, refused, repeated = _one_per_key(reading.rows)
    by_hand = hand_edited or {}
    new: list[Any] = []
    changed: list[Changed] = []
    conflicts: list[Conflict] = []
    unchanged = 0
    for row in rows:
        before = stored.get(row.key)
        if before is None:
            new.append(row.entity)
            continue
        change, disputed = _compare(before, row, by_hand.get(row.key, frozenset()))
        conflicts += disputed
        if change is None:
            unchanged += 1
        else:
            changed.append(change)
    named = {row.key for row in reading.rows} | reading.rejected_keys
    return ImportPlan(
        new=tuple(new),
        changed=tuple(changed),
        unchanged=unchanged,
        gone=_gone(rows, named, stored),
        conflicts=tuple(conflicts),
        rejected=_by_line((*reading.rejected, *refused)),
        notes=(*reading.notes, *repeated),
    )


def refuse(plan: ImportPlan, reading: Reading, broken: Mapping[Key, Sequence[Violation]]) -> ImportPlan:
    """The plan without what breaks rules, and without what refers to something new that does.

    Every row behind a refused entity is rejected with its line and all its reasons.
    """
    reasons = dict(broken)
    while more := _leaning_on(plan, reasons):
        reasons |= dict.fromkeys(more, (Violation("", _LEANS_ON_REFUSED),))
    rejected = [
        Rejected(row.line, violation.sentence, violation.field, row.sheet)
        for row in reading.rows
        for violation in reasons.get(row.key, ())
    ]
    return dataclasses.replace(
        plan,
        new=tuple(entity for entity in plan.new if (entity.kind, entity.id) not in reasons),
        changed=tuple(
            change for change in plan.changed if (change.after.kind, change.after.id) not in reasons
        ),
        rejected=_by_line((*plan.rejected, *rejected)),
    )


def _leaning_on(plan: ImportPlan, refused: Iterable[Key]) -> list[Key]:
    """What is not refused yet but refers to a new entity that is; what was stored before stays stored."""
    refused = set(refused)
    lost = {entity.id for entity in plan.new if (entity.kind, entity.id) in refused}
    return [
        (entity.kind, entity.id)
        for entity in plan.to_save
        if (entity.kind, entity.id) not in refused and not lost.isdisjoint(_mentioned(entity))
    ]


def _mentioned(entity: Any) -> Iterable[str]:
    for field in dataclasses.fields(entity):
        value = getattr(entity, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                yield part


def _by_line(rejected: Iterable[Rejected]) -> tuple[Rejected, ...]:
    return tuple(sorted(dict.fromkeys(rejected), key=lambda one: (one.sheet, one.line, one.field)))


def _one_per_key(rows: Iterable[Row]) -> tuple[list[Row], list[Rejected], list[str]]:
    """Rows that say the same twice count once; rows that contradict each other are all refused."""
    together: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        together[row.key].append(row)
    kept: list[Row] = []
    refused: list[Rejected] = []
    repeated = 0
    for _, group in sorted(together.items()):
        if all(row.entity == group[0].entity and row.given == group[0].given for row in group):
            kept.append(group[0])
            repeated += len(group) - 1
        else:
            lines = " en ".join(str(row.line) for row in sorted(group, key=lambda row: (row.sheet, row.line)))
            reason = f"Regels {lines} gaan over hetzelfde, maar zeggen iets anders."
            refused += [Rejected(row.line, reason, sheet=row.sheet) for row in group]
    return kept, refused, [f"Dubbele regels, één keer meegeteld: {repeated}."] if repeated else []


def _compare(before: Any, row: Row, by_hand: frozenset[str]) -> tuple[Changed | None, list[Conflict]]:
    kind, entity_id = row.key
    if by_hand & _PLACE:
        by_hand |= _PLACE
    differing = [
        FieldChange(name, getattr(before, name), getattr(row.entity, name))
        for name in sorted(row.given)
        if getattr(before, name) != getattr(row.entity, name)
    ]
    conflicts = [
        Conflict(kind, entity_id, before.name, change.field, change.before, change.after)
        for change in differing
        if change.field in by_hand
    ]
    fields = tuple(change for change in differing if change.field not in by_hand)
    if not fields:
        return None, conflicts
    room = getattr(before, "room_id", None)
    if room is not None and any(change.field == "facility_id" for change in fields):
        fields = (*fields, FieldChange("room_id", room, None))  # a room lies in one facility only
    after = dataclasses.replace(before, **{change.field: change.after for change in fields})
    return Changed(before, after, fields), conflicts


def _gone(rows: Iterable[Row], named: set[Key], stored: Mapping[Key, Any]) -> tuple[Key, ...]:
    """What an earlier import from the same source brought and this file no longer names."""
    sources = {(row.entity.kind, row.entity.source) for row in rows if row.entity.source}
    return tuple(
        sorted(
            key
            for key, entity in stored.items()
            if key not in named and (entity.kind, entity.source) in sources
        )
    )
