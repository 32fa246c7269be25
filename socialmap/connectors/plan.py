"""The first step of every import: what would be new, changed, gone, in conflict, or refused and why."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from socialmap.connectors.suggested import Suggested, SuggestedTheme
from socialmap.errors import Violation
from socialmap.model.registry import ENTITIES
from socialmap.model.values import Point

Key: TypeAlias = tuple[str, str]
"""Kind and id of an entity."""

_PLACE = frozenset({"facility_id", "room_id", "point", "address", "area_id", "no_fixed_place"})
"""Fields that say together where something is: whoever changed one of them decided about all."""

_LEANS_ON_REFUSED = "Dit hoort bij iets anders in dit bestand, en dat is geweigerd."

_NEARLY_DEGREES = 1e-6
_NEVER = object()
"""What a source said of a field that it never spoke of."""

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
    """An entity as a file describes it. Only the fields in ``given`` are known; the others stay as stored.

    ``suggested`` are its themes when they are not given.
    """

    line: int
    entity: Any
    given: frozenset[str]
    sheet: str = ""
    suggested: tuple[SuggestedTheme, ...] = ()

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
    whole: bool = True
    """Is this all that the source has? Then what it no longer names is told."""


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
class HandEdit:
    """Who gave a field the value that it has now, and when; not an import."""

    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ByHand:
    """Which fields of a thing are as a person made them, and what its source said of its fields last time."""

    edits: Mapping[str, HandEdit]
    last_offered: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that a person filled in, of which the file says something else than it said before.

    It stays as it is until somebody decides; ``stored_by`` and ``stored_on`` tell whose value it is,
    ``source`` who says ``offered``.
    """

    kind: str
    id: str
    name: str
    field: str
    stored: object
    offered: object
    stored_by: str = ""
    stored_on: date | None = None
    source: str = ""

    @property
    def key(self) -> str:
        """Names the conflict when somebody decides about it: ``initiative/i1/contact``.

        The fields that say together where something is have one name, ``place``.
        """
        return f"{self.kind}/{self.id}/{'place' if self.field in _PLACE else self.field}"


ALL = "alles"
"""Names every conflict at once."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody decided about conflicts, by key: ``take`` what the source says, ``keep`` what is there.

    A conflict in neither stays open, and is told again next time.
    """

    take: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()

    def takes(self, conflict: Conflict) -> bool:
        return _named(conflict, self.take) and not self.keeps(conflict)

    def keeps(self, conflict: Conflict) -> bool:
        return conflict.key in self.keep or (ALL in self.keep and conflict.key not in self.take)


def _named(conflict: Conflict, keys: frozenset[str]) -> bool:
    return conflict.key in keys or ALL in keys


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do. ``gone`` is only shown: an import never removes anything by itself.

    ``kept`` are things of which somebody decided that a field stays, first as the source says and then as it
    is: so the journal knows what the source said, and the same file asks no more.
    """

    new: tuple[Any, ...]
    changed: tuple[Changed, ...]
    unchanged: int
    gone: tuple[Key, ...]
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...]
    kept: tuple[Changed, ...] = ()
    suggested: tuple[Suggested, ...] = ()

    @property
    def rejected_rows(self) -> int:
        """How many rows are refused; one row may have several reasons."""
        return len({(refused.sheet, refused.line) for refused in self.rejected})

    @property
    def to_save(self) -> tuple[Any, ...]:
        """The entities to save in one batch, those that others refer to first; empty when nothing changes."""
        kept = (entity for change in self.kept for entity in (change.before, change.after))
        entities = (*self.new, *(change.after for change in self.changed))
        return (*sorted(entities, key=lambda entity: (_ORDER[entity.kind], entity.id)), *kept)


NOTHING_DECIDED = Decided()
_NO_HANDS = ByHand({})


def make_plan(
    reading: Reading,
    stored: Mapping[Key, Any],
    *,
    by_hand: Mapping[Key, ByHand] | None = None,
    decided: Decided = NOTHING_DECIDED,
) -> ImportPlan:
    """Compare what a file says with what is stored.

    ``stored`` holds at least every entity that has the same key or the same ``source`` as a row.
    ``by_hand`` says which fields people filled in; those are not overwritten unless somebody ``decided`` so.
    When the source says the same as last time, the person's value stands and nobody is asked; otherwise it
    is a conflict. The order of rows and of files does not matter.
    """
    rows, refused, repeated = _one_per_key(reading.rows)
    hands = by_hand or {}
    new: list[Any] = []
    changed: list[Changed] = []
    conflicts: list[Conflict] = []
    kept: list[Changed] = []
    unchanged = standing = 0
    for row in rows:
        before = stored.get(row.key)
        if before is None:
            new.append(row.entity)
            continue
        found = _compare(before, row, hands.get(row.key, _NO_HANDS), decided)
        conflicts += found.open
        standing += found.standing
        if found.change is None:
            unchanged += 1
        else:
            changed.append(found.change)
        if found.kept is not None:
            kept.append(found.kept)
    named = {row.key for row in reading.rows} | reading.rejected_keys
    return ImportPlan(
        new=tuple(new),
        changed=tuple(changed),
        unchanged=unchanged,
        gone=_gone(rows, named, stored) if reading.whole else (),
        conflicts=tuple(conflicts),
        rejected=_by_line((*reading.rejected, *refused)),
        notes=(*reading.notes, *repeated, *_told_standing(standing)),
        kept=tuple(kept),
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
        kept=tuple(one for one in plan.kept if (one.after.kind, one.after.id) not in reasons),
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
    for one in dataclasses.fields(entity):
        value = getattr(entity, one.name)
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


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a row does to a stored thing; ``standing`` counts fields where a person's value simply stands."""

    change: Changed | None
    open: list[Conflict]
    kept: Changed | None
    standing: int


def _compare(before: Any, row: Row, hands: ByHand, decided: Decided) -> _Compared:
    edits = _with_the_place(hands.edits)
    take: list[FieldChange] = []
    keep: list[FieldChange] = []
    unsettled: list[Conflict] = []
    standing = 0
    differing = list(_differing(before, row))
    news = {one.field for one in differing if hands.last_offered.get(one.field, _NEVER) != one.after}
    if news & _PLACE:  # a place is decided about as a whole
        news |= _PLACE
    for change in differing:
        edit = edits.get(change.field)
        if edit is None:
            take.append(change)
            continue
        conflict = _conflict(before, row, change, edit)
        if change.field not in news and conflict.key not in decided.take:
            standing += 1
        elif decided.takes(conflict):
            take.append(change)
        elif decided.keeps(conflict):
            keep.append(change)
        else:
            unsettled.append(conflict)
    room = getattr(before, "room_id", None)
    if room is not None and any(change.field == "facility_id" for change in take):
        take.append(FieldChange("room_id", room, None))  # a room lies in one facility only
    after = _applied(before, take)
    changed = Changed(before, after, tuple(take)) if take else None
    kept = Changed(_applied(after, keep), after, tuple(keep)) if keep else None
    return _Compared(changed, unsettled, kept, standing)


def _differing(before: Any, row: Row) -> Iterator[FieldChange]:
    """The fields that the row gives another value; of when something was checked the latest day counts."""
    for name in sorted(row.given):
        was, said = getattr(before, name), getattr(row.entity, name)
        if not _same(was, said) and not (name == "checked_on" and was and (said is None or said < was)):
            yield FieldChange(name, was, said)


def _same(was: object, said: object) -> bool:
    """Files give a point in seven decimals or fewer: within ten centimetres it did not move."""
    if isinstance(was, Point) and isinstance(said, Point):
        return abs(was.lon - said.lon) < _NEARLY_DEGREES and abs(was.lat - said.lat) < _NEARLY_DEGREES
    return was == said


def _conflict(before: Any, row: Row, change: FieldChange, edit: HandEdit) -> Conflict:
    kind, entity_id = row.key
    was, said, source = change.before, change.after, row.entity.source
    return Conflict(kind, entity_id, before.name, change.field, was, said, edit.by, edit.on, source)


def _with_the_place(edits: Mapping[str, HandEdit]) -> Mapping[str, HandEdit]:
    """Whoever changed one of the fields of a place decided about all of them. A check binds nobody."""
    chosen = next((edit for name, edit in edits.items() if name in _PLACE), None)
    together = edits if chosen is None else dict.fromkeys(_PLACE, chosen) | dict(edits)
    return {name: edit for name, edit in together.items() if name != "checked_on"}


def _applied(before: Any, changes: Sequence[FieldChange]) -> Any:
    values = {change.field: change.after for change in changes}
    if "facility_id" in values and hasattr(before, "room_id"):
        values.setdefault("room_id", None)
    return dataclasses.replace(before, **values) if values else before


def _told_standing(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (f"Door iemand aangepast, en de bron zegt niets nieuws: {count}. Dat blijft zo.",)


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
