"""The typed face of the journals: get, find, save, remove, history, undo, and follow.

::

    with Catalogue.open(folder) as catalogue:
        stored = catalogue.get(Initiative, "eetclub")
        changed = replace(stored.entity, name="Eetclub Zuid")
        seen = {("initiative", "eetclub"): stored.version}
        catalogue.save([changed], actor="makelaar:R1", action="aanpassen", at=now, based_on=seen)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from secrets import token_hex
from typing import Any, Self, TypeVar

from socialmap.errors import NotFound, UserError
from socialmap.model.change import Change, Position
from socialmap.model.registry import Entity
from socialmap.store.entries import Entry, Saved, Stored, describe
from socialmap.store.pair import CORE, MAP, JournalPair, journal_of
from socialmap.store.payload import decode, encode
from socialmap.store.planning import Edit, Offer, entity_of, not_found, plan_removal, plan_save, plan_undo
from socialmap.store.records import Key, Record
from socialmap.store.verification import ChainReport, verify_journal
from socialmap.store.writer import Stamp, Writer

E = TypeVar("E", bound=Entity)

UNDO = "ongedaan maken"
"""How the action of an entry begins that takes back another."""
_REF = re.compile(rf"({MAP}|{CORE}):([1-9][0-9]{{0,17}})")


class Catalogue:
    """Every entity, with its version and history. Safe for many threads and many processes on one folder.

    ``OutsideError`` from any method: the disk or the database failed, and nothing was kept.
    """

    def __init__(self, journals: JournalPair) -> None:
        self._journals = journals

    @classmethod
    def open(cls, folder: Path, *, url: str | None = None) -> Self:
        """The catalogue in ``map.sqlite`` and ``core.sqlite`` of ``folder``, begun if they are not there.

        With the ``url`` of a PostgreSQL database it lives there, in two schemas, and ``folder`` is not
        used. ``TooNew`` when a later version of socialmap made it; ``OutsideError`` when it cannot be read.
        """
        return cls(JournalPair.open(folder, url))

    def close(self) -> None:
        self._journals.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, cls: type[E], id: str) -> Stored[E]:  # noqa: A002 - the field's name
        """The entity with this id; ``NotFound`` when it is not there or was removed."""
        stored = self.find(cls, id)
        if stored is None:
            raise not_found()
        return stored

    def find(self, cls: type[E], id: str) -> Stored[E] | None:  # noqa: A002 - the field's name
        """The entity with this id, or ``None``."""
        return self.many(cls, [id]).get(id)

    def many(self, cls: type[E], ids: Collection[str]) -> dict[str, Stored[E]]:
        """Those of the ids that are there, in one query per 5.000."""
        records = self._journals[journal_of(cls.kind)].current([(cls.kind, id_) for id_ in ids])
        return {record.id: _stored(cls, record) for record in records.values() if record.body is not None}

    def all(self, cls: type[E]) -> Iterator[Stored[E]]:
        """Every entity of a class, by id, streamed.

        An edit made while it streams may be in it or not. To lose none, ask ``position()`` first and
        ``changes_since()`` it afterwards.
        """
        for record in self._journals[journal_of(cls.kind)].stream(cls.kind):
            yield _stored(cls, record)

    def count(self, cls: type[Entity]) -> int:
        return self._journals[journal_of(cls.kind)].count(cls.kind)

    def changed_at(self, cls: type[Entity]) -> dict[str, datetime]:
        """When each entity of a class was last changed, by id."""
        times = self._journals[journal_of(cls.kind)].times(cls.kind)
        return {id_: datetime.fromisoformat(time) for id_, time in times.items()}

    def save(
        self,
        entities: Sequence[Entity],
        *,
        actor: str,
        action: str,
        at: datetime,
        based_on: Mapping[Key, int] | None = None,
        gone: Collection[Key] = (),
    ) -> Saved:
        """Keep all of the entities, or none; unchanged ones write nothing. Kept means: on disk.

        ``gone``: (kind, id) of what is removed in the same write, as :meth:`remove` does.

        ``based_on`` gives, per (kind, id), the version the editor saw. Where that is no longer the stored
        version, the fields the editor changed are merged in, and ``EditConflict`` is raised if somebody
        else changed the same ones. An entity that is not in ``based_on`` overwrites what is there, also a
        removal: an import decides for itself what it may replace.
        """
        offers: dict[str, list[Offer]] = {}
        for entity in entities:
            offers.setdefault(journal_of(entity.kind), []).append(Offer(entity, encode(entity)))
        seen = based_on or {}
        left = {name: [key for key in gone if journal_of(key[0]) == name] for name in _journals_of(gone)}

        def plan(name: str, writer: Writer) -> list[Edit]:
            removals = [plan_removal(writer, key, seen.get(key)) for key in left.get(name, ())]
            return [*plan_save(writer, offers.get(name, ()), seen), *chain.from_iterable(removals)]

        return self._write(offers.keys() | left.keys(), actor, action, at, plan)

    def remove(
        self,
        cls: type[Entity],
        id: str,  # noqa: A002 - the field's name
        *,
        actor: str,
        action: str,
        at: datetime,
        based_on: int | None = None,
    ) -> Saved:
        """Remove an entity; its history stays. ``based_on`` is the version the editor saw.

        ``NotFound`` when it is not there; ``EditConflict`` when it was changed since.
        """
        key = (cls.kind, id)
        return self._write(
            {journal_of(cls.kind)}, actor, action, at, lambda _, writer: plan_removal(writer, key, based_on)
        )

    def undo(self, target: str | int, *, actor: str, at: datetime) -> Saved:
        """Take back one entry ("map:12", or 12 for short) or a whole batch, by new entries.

        Later edits of other fields stay. ``EditConflict`` when a later edit touched the same field,
        ``NotFound`` when there is no such entry, ``UserError`` when it was taken back already. An undo
        can be undone.
        """
        names, named = self._find_target(f"{MAP}:{target}" if isinstance(target, int) else target)
        action = f"{UNDO} {target}"
        saved = self._write(names, actor, action, at, lambda _, writer: plan_undo(writer, named))
        if not saved.entries:
            raise UserError("Dit is al ongedaan gemaakt.", "Je hoeft niets te doen.")
        return saved

    def kinds_in(self, target: str) -> frozenset[str]:
        """The kinds of what an entry or a batch changed; ``NotFound`` when there is no such."""
        names, named = self._find_target(target)
        return frozenset(kind for name in names for kind in self._journals[name].kinds_in(named))

    def history(self, kind: str, id: str) -> tuple[Entry, ...]:  # noqa: A002 - the field's name
        """Everything that happened to an entity, oldest first; empty when it never existed."""
        return tuple(entry for entry, _ in self.versions(kind, id))

    def versions(self, kind: str, id: str) -> Iterator[tuple[Entry, Any]]:  # noqa: A002 - the field's name
        """Each entry of an entity with what it was afterwards, oldest first; ``None`` for a removal."""
        journal = self._journals[journal_of(kind)]
        before = None
        for link, record in journal.history((kind, id)):
            after = entity_of(record)
            yield describe(journal.name, link, before, after), after
            before = after

    def last_known(self, cls: type[E], id: str) -> E | None:  # noqa: A002 - the field's name
        """The entity as it is, or was when it was removed; ``None`` when it never existed."""
        versions = self._journals[journal_of(cls.kind)].history((cls.kind, id))
        bodies = (record for _, record in reversed(versions) if record.body is not None)
        last: E | None = next(map(entity_of, bodies), None)
        return last

    def position(self) -> Position:
        """How far the journals are now."""
        (map_seq, map_hash), (core_seq, core_hash) = (journal.head() for journal in self._journals)
        return Position(map_seq, core_seq, map_hash.hex(), core_hash.hex())

    def follows(self, position: Position) -> bool:
        """Does this catalogue go on from the position? If not, it holds other data: begin anew."""
        return self._journals[MAP].holds(
            position.map_seq, bytes.fromhex(position.map_hash)
        ) and self._journals[CORE].holds(position.core_seq, bytes.fromhex(position.core_hash))

    def changes_since(self, position: Position) -> tuple[list[Change], Position]:
        """Every version added after the position, oldest first per journal, and the position now.

        ``OutsideError`` when the position is not in these journals (see ``follows``).
        """
        map_records, map_seq, map_hash = self._journals[MAP].since(
            position.map_seq, bytes.fromhex(position.map_hash)
        )
        core_records, core_seq, core_hash = self._journals[CORE].since(
            position.core_seq, bytes.fromhex(position.core_hash)
        )
        changes = [
            Change(record.seq, record.kind, record.id, record.version, entity_of(record))
            for record in (*map_records, *core_records)
        ]
        return changes, Position(map_seq, core_seq, map_hash.hex(), core_hash.hex())

    def verify(self) -> ChainReport:
        """Check both journals from the first entry to the last; damage is reported, not raised."""
        reports = [verify_journal(journal) for journal in self._journals]
        return ChainReport(
            all(report.ok for report in reports),
            sum(report.entries for report in reports),
            tuple(problem for report in reports for problem in report.problems),
        )

    def _write(
        self,
        names: Collection[str],
        actor: str,
        action: str,
        at: datetime,
        plan: Callable[[str, Writer], list[Edit]],
    ) -> Saved:
        edits: dict[str, list[Edit]] = {}

        def plan_all(writers: Mapping[str, Writer]) -> dict[str, list[Any]]:
            edits.update({name: plan(name, writer) for name, writer in writers.items()})
            return {name: [edit.draft for edit in some] for name, some in edits.items()}

        stamp = Stamp(actor, action, at, token_hex(8))
        links = self._journals.write(frozenset(names), stamp, plan_all)
        entries = tuple(
            describe(name, link, edit.before, edit.after)
            for name, some in links.items()
            for link, edit in zip(some, edits[name], strict=True)
        )
        return Saved(stamp.batch if entries else "", entries)

    def _find_target(self, target: str) -> tuple[set[str], int | str]:
        """The journals that hold an entry or a batch, and its seq or its id there."""
        named: int | str = target
        if match := _REF.fullmatch(target):
            named = int(match[2])
            names = {match[1]} if self._journals[match[1]].kinds_in(named) else set()
        else:
            names = {journal.name for journal in self._journals if journal.kinds_in(target)}
        if not names:
            raise NotFound("Deze wijziging is er niet.", "Bekijk de geschiedenis en kies een regel.")
        return names, named


def _journals_of(keys: Iterable[Key]) -> set[str]:
    return {journal_of(kind) for kind, _ in keys}


def _stored(cls: type[E], record: Record) -> Stored[E]:
    if record.body is None:
        raise not_found()
    return Stored(decode(cls, record.schema, record.body), record.version)
