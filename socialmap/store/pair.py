"""The two journals of a data folder, and batches that touch both: all of it is kept, or none of it.

Public and shell things are in journal ``map``, those of the team's core in ``core``, so that nothing of
the core is ever in the file that is shared. Two files cannot commit in one go. So a batch that touches
both notes itself in the core journal as *awaiting* the map journal, in the same transaction; the core
commits first, the map next, then the note goes. Whoever finds a note later holds both locks, so its
writer is done or dead: if the map journal does not have the batch, its core half is undone by new entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

from socialmap.errors import OutsideError
from socialmap.model.registry import entity_type
from socialmap.model.values import Layer
from socialmap.store.chain import Link
from socialmap.store.journal import Journal
from socialmap.store.writer import Draft, Stamp, Writer

MAP = "map"
CORE = "core"
_BOTH = (MAP, CORE)
"""Also the order in which locks are taken."""

Plan = Callable[[Mapping[str, Writer]], Mapping[str, list[Draft]]]
"""Decides, with the locks held, which drafts are added to which journal."""


def journal_of(kind: str) -> str:
    """The name of the journal that holds a kind."""
    return CORE if entity_type(kind).layer is Layer.CORE else MAP


class JournalPair:
    """Both journals, opened; ``pair[MAP]`` and ``pair[CORE]``."""

    def __init__(self, map_journal: Journal, core_journal: Journal) -> None:
        self._journals = {MAP: map_journal, CORE: core_journal}

    @classmethod
    def open(cls, folder: Path, url: str | None) -> Self:
        """In files of ``folder``, or in two schemas of the PostgreSQL database at ``url``."""
        with ExitStack() as opened:
            journals = []
            for name in _BOTH:
                journal = Journal.open_server(url, name) if url else Journal.open_file(folder, name)
                opened.callback(journal.close)
                journals.append(journal)
            pair = cls(*journals)
            pair._settle_what_was_cut_off()
            opened.pop_all()
        return pair

    def __getitem__(self, name: str) -> Journal:
        return self._journals[name]

    def __iter__(self) -> Iterator[Journal]:
        return iter(self._journals.values())

    def close(self) -> None:
        for journal in self:
            journal.close()

    def write(self, names: frozenset[str], stamp: Stamp, plan: Plan) -> dict[str, list[Link]]:
        """Lock the named journals, ask the plan what to add, add it, and return the entries per journal.

        When this returns, all of it is on disk; when it raises, nothing of it will stay.
        """
        try:
            with self._locked(names) as writers:
                drafts = {name: some for name, some in plan(writers).items() if some}
                links = {name: writers[name].append(some, stamp) for name, some in drafts.items()}
                if len(drafts) == len(_BOTH):
                    self._commit_both(writers, stamp.batch)
                else:
                    for name in drafts:
                        writers[name].commit()
        except OutsideError:
            with suppress(OutsideError):  # should this fail too, the next writer does it
                self._settle_what_was_cut_off()
            raise
        if len(drafts) == len(_BOTH):
            self._forget_note(stamp.batch)
        return links

    def _commit_both(self, writers: Mapping[str, Writer], batch: str) -> None:
        writers[CORE].await_partner(batch)
        writers[CORE].commit()
        writers[MAP].commit()

    def _forget_note(self, batch: str) -> None:
        # Should this fail: both halves are kept already, and the next writer clears the note.
        with suppress(OutsideError), self._journals[CORE].writing() as writer:
            writer.stop_awaiting(batch)
            writer.commit()

    @contextmanager
    def _locked(self, names: frozenset[str]) -> Iterator[dict[str, Writer]]:
        """Writers on the named journals, after undoing what a dead writer left half done."""
        while True:
            with ExitStack() as stack:
                writers = {
                    name: stack.enter_context(self._journals[name].writing())
                    for name in _BOTH
                    if name in names
                }
                if CORE not in writers or not writers[CORE].awaiting():
                    yield writers
                    return
            self._settle_what_was_cut_off()

    def _settle_what_was_cut_off(self) -> None:
        if not self._journals[CORE].awaiting():
            return
        with self._journals[MAP].writing() as map_writer, self._journals[CORE].writing() as core_writer:
            for batch in core_writer.awaiting():
                if not map_writer.made_by(batch):
                    _take_back(core_writer, batch)
                core_writer.stop_awaiting(batch)
            core_writer.commit()


def _take_back(writer: Writer, batch: str) -> None:
    """Add entries that bring everything in the batch back to what it was before it."""
    made, before = writer.made_by(batch), writer.before(batch)
    if not made:
        return
    drafts = []
    for key, record in made.items():
        old = before.get(key)
        body = old.body if old else None
        if body is not None or record.body is not None:
            drafts.append(Draft(*key, record.version + 1, old.schema if old else 0, body))
    stamp = writer.stamp_of(batch)
    writer.append(drafts, replace(stamp, action=f"niet afgemaakt {batch}", batch=f"{batch}-terug"))
