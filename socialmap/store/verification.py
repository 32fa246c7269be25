"""Checks a whole journal against itself and says in plain Dutch what is wrong; damage never stops it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from msgspec import MsgspecError
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from socialmap.errors import SocialmapError
from socialmap.store.chain import GENESIS, Link, hash_payload, is_untouched
from socialmap.store.database import reading
from socialmap.store.journal import Journal
from socialmap.store.upcast import UPCASTS

_PAGE = 10_000
_SHOWN = 20
"""Problems shown per journal; one bad block can touch thousands of entries."""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """``ok`` when nothing is wrong; ``entries`` that were checked; ``problems`` as Dutch sentences."""

    ok: bool
    entries: int
    problems: tuple[str, ...]


def verify_journal(journal: Journal) -> ChainReport:
    """Recompute the chain and every payload's hash, and compare the current state with the entries."""
    check = _Check(journal)
    try:
        with reading(journal.engine) as connection:
            check.run(connection)
    except (SocialmapError, SQLAlchemyError, TypeError, ValueError):
        check.problem("het bestand is beschadigd en niet verder te lezen.")
    problems = check.problems
    if len(problems) > _SHOWN:
        problems = [*problems[:_SHOWN], f"{journal.name}: en nog {len(problems) - _SHOWN} andere fouten."]
    return ChainReport(not problems, check.entries, tuple(problems))


@dataclass(slots=True)
class _Check:
    journal: Journal
    entries: int = 0
    problems: list[str] = field(default_factory=list)
    _states: dict[tuple[str, str], tuple[int, int, bool]] = field(default_factory=dict)
    _hash: bytes = GENESIS

    def problem(self, sentence: str) -> None:
        self.problems.append(f"{self.journal.name}: {sentence}")

    def run(self, connection: Connection) -> None:
        for link, payload in self._rows(connection):
            self.entries += 1
            self._check_link(link)
            self._check_payload(link, *payload)
        self._check_head(connection)
        self._check_anchor(connection)
        self._check_current(connection)
        self._check_leftovers(connection)
        if connection.dialect.name == "sqlite":
            self._check_file(connection)

    def _rows(self, connection: Connection) -> Iterator[tuple[Link, tuple[Any, ...]]]:
        query, seq = self.journal.statements.full_page, 0
        while rows := connection.execute(query, {"seq": seq, "size": _PAGE}).all():
            for row in rows:
                yield Link(*row[:-3]), tuple(row[-3:])
            seq = rows[-1].seq

    def _check_link(self, link: Link) -> None:
        if link.seq != self.entries:
            self.problem(f"op plaats {self.entries} staat regel {link.seq}; er ontbreken regels.")
            self.entries = link.seq
        if link.previous_hash != self._hash:
            self.problem(f"regel {link.seq} sluit niet aan op de regel ervoor.")
        if not is_untouched(link):
            self.problem(f"regel {link.seq} is veranderd nadat hij bewaard is.")
        self._hash = link.hash
        key = (link.kind, link.id)
        last_version = self._states[key][0] if key in self._states else 0
        if link.version != last_version + 1:
            self.problem(f"bij regel {link.seq} klopt het versienummer niet.")
        self._states[key] = (link.version, link.seq, link.payload_hash is None)

    def _check_payload(self, link: Link, schema: Any, salt: Any, body: Any) -> None:
        if link.payload_hash is None:
            if body is not None:
                self.problem(f"bij regel {link.seq} staat inhoud, maar de regel is een verwijdering.")
        elif body is None:
            self.problem(f"bij regel {link.seq} ontbreekt de inhoud.")
        elif link.payload_hash != _hash_of_payload(link, schema, salt, body):
            self.problem(f"bij regel {link.seq} is de inhoud veranderd nadat hij bewaard is.")
        elif schema > UPCASTS.schema_of(link.kind):
            self.problem(f"regel {link.seq} is bewaard met een nieuwere versie van socialmap.")

    def _check_head(self, connection: Connection) -> None:
        row = connection.execute(self.journal.statements.head).first()
        if row is None or (row.seq, row.hash) != (self.entries, self._hash):
            self.problem("de laatste regel is niet de regel die als laatste bewaard is.")

    def _check_anchor(self, connection: Connection) -> None:
        try:
            known = self.journal.anchor.read()
        except (OSError, ValueError):
            self.problem("het anker naast de gegevens is niet te lezen.")
            return
        if known is None:
            return
        seq, expected = known
        found = connection.execute(self.journal.statements.seq_entry, {"seq": seq}).first()
        if found is None:
            self.problem(f"de regels na {self.entries} tot en met {seq} zijn verdwenen.")
        elif found.hash != expected:
            self.problem(f"regel {seq} is een andere dan die bewaard is.")

    def _check_current(self, connection: Connection) -> None:
        states = dict(self._states)
        for kind, id_, version, seq, deleted in connection.execute(self.journal.statements.current_states):
            if states.pop((kind, id_), None) != (version, seq, deleted):
                self.problem(f"de laatste stand bij regel {seq} klopt niet met de regels.")
        self.problems.extend(
            f"{self.journal.name}: de laatste stand na regel {seq} ontbreekt."
            for _, seq, _ in states.values()
        )

    def _check_leftovers(self, connection: Connection) -> None:
        for seq in connection.execute(self.journal.statements.lost_payloads).scalars():
            self.problem(f"er staat inhoud bij regel {seq}, maar die regel is er niet.")

    def _check_file(self, connection: Connection) -> None:
        """SQLite's own check, which also compares each index with its table."""
        found = connection.execute(text("PRAGMA integrity_check(5)")).scalars().all()
        if found != ["ok"]:
            self.problem("het bestand is beschadigd.")


def _hash_of_payload(link: Link, schema: Any, salt: Any, body: Any) -> bytes | None:
    try:
        return hash_payload((link.kind, link.id, link.version, schema), salt, body)
    except (MsgspecError, TypeError, ValueError):
        return None
