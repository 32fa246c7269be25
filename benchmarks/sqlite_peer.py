"""SQLite with FTS5 for the words and an R*Tree for the places, in a file on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from benchmarks.peer import EVERYWHERE, NEAR, REGION, Missing, PlainOffer, PlainQuestion, cells, radii
from benchmarks.score_sql import COLUMNS, about_a_theme, parameters, statement, values_of

BY_PLACE, BY_WORDS = "R*Tree first", "FTS5 first"
_BOX = {NEAR: "near_box", REGION: "region_box"}
_TOGETHER = 20_000


class SQLitePeer:
    """Table ``offer`` with all facts; two R*Trees for places; ``words`` (FTS5) for themes and names."""

    name = "SQLite FTS5 + R*Tree"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "peer.sqlite"
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        try:
            self._prepare()
        except sqlite3.OperationalError as problem:
            self._connection.close()
            raise Missing(f"this SQLite lacks a part ({problem})") from problem

    def _prepare(self) -> None:
        run = self._connection.execute
        run("SELECT sqrt(4.0), floor(2.5)")
        for pragma in ("journal_mode=WAL", "synchronous=OFF", "cache_size=-1000000", "mmap_size=4000000000"):
            run(f"PRAGMA {pragma}")
        run(f"CREATE TABLE offer (row INTEGER PRIMARY KEY, {', '.join(COLUMNS)})")
        for box in _BOX.values():
            run(f"CREATE VIRTUAL TABLE {box} USING rtree(row, west, east, south, north)")
        run("CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61')")

    def load(self, offers: Iterable[PlainOffer]) -> None:
        waiting = iter(offers)
        run = self._connection.execute
        run("BEGIN")
        while some := list(islice(waiting, _TOGETHER)):
            self._add(some)
        run("COMMIT")
        run("INSERT INTO words(words) VALUES ('optimize')")
        run("ANALYZE")
        run("PRAGMA wal_checkpoint(TRUNCATE)")
        run("PRAGMA synchronous=FULL")

    def plans(self) -> tuple[str, ...]:
        return (BY_PLACE, BY_WORDS)

    def ask(self, asked: PlainQuestion, limit: int, plan: str) -> list[str]:
        values: dict[str, object] = {**parameters(asked, limit)}
        candidates = (_by_place if plan == BY_PLACE else _by_words)(asked, values)
        sql = statement(asked, candidates, _marker, "LIMIT -1")
        return [row[0] for row in self._connection.execute(sql, values)]

    def insert(self, offer: PlainOffer) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._add([offer])
        self._connection.execute("COMMIT")

    def _add(self, offers: list[PlainOffer]) -> None:
        run = self._connection.executemany
        marks = ", ".join("?" * (len(COLUMNS) + 1))
        run(f"INSERT INTO offer VALUES ({marks})", [(offer.row, *values_of(offer)) for offer in offers])
        for reach, box in _BOX.items():
            places = [
                (offer.row, (offer.x_mm or 0) / 1000, (offer.y_mm or 0) / 1000)
                for offer in offers
                if offer.reach == reach
            ]
            run(f"INSERT INTO {box} VALUES (?1, ?2, ?2, ?3, ?3)", places)
        run("INSERT INTO words(rowid, text) VALUES (?, ?)", [(offer.row, _text(offer)) for offer in offers])

    def describe(self) -> str:
        size_mb = self._path.stat().st_size / 1e6
        return (
            f"{self.name}: version {sqlite3.sqlite_version}, file of {size_mb:.0f} MB, read through memory "
            "(mmap) and 1 GB of cache, WAL, synchronous=FULL for the insert"
        )

    def close(self) -> None:
        self._connection.close()


def _marker(name: str) -> str:
    return f":{name}"


def _by_place(asked: PlainQuestion, values: dict[str, object]) -> str:
    """Boxes give what is near and in the region, the words what has no place that counts."""
    values["everywhere"] = f"({_any_theme(asked)}) AND {EVERYWHERE}"
    parts = ["SELECT o.* FROM words CROSS JOIN offer o ON o.row = words.rowid WHERE words MATCH :everywhere"]
    for reach, metres in radii(asked):
        values |= _box(asked, metres, reach)
        box = _BOX[reach]
        parts.append(
            f"SELECT o.* FROM {box} CROSS JOIN offer o ON o.row = {box}.row "
            f"WHERE {box}.east >= :{reach}_west AND {box}.west <= :{reach}_east "
            f"AND {box}.north >= :{reach}_south AND {box}.south <= :{reach}_north "
            f"AND {about_a_theme(_marker)}"
        )
    return " UNION ALL ".join(parts)


def _by_words(asked: PlainQuestion, values: dict[str, object]) -> str:
    """The words index gives the themes and also the cells around the person, which are words in it."""
    places = [EVERYWHERE]
    for reach, metres in radii(asked):
        places += cells(asked.numbers.x_mm / 1000, asked.numbers.y_mm / 1000, metres, reach)
    values["words"] = f"({_any_theme(asked)}) AND ({' OR '.join(places)})"
    return "SELECT o.* FROM words CROSS JOIN offer o ON o.row = words.rowid WHERE words MATCH :words"


def _any_theme(asked: PlainQuestion) -> str:
    return " OR ".join(f"t{bit}" for bit in asked.themes)


def _text(offer: PlainOffer) -> str:
    themes = " ".join(f"t{bit}" for bit in range(offer.themes.bit_length()) if offer.themes >> bit & 1)
    place = EVERYWHERE
    if offer.reach != EVERYWHERE:
        (place,) = cells((offer.x_mm or 0) / 1000, (offer.y_mm or 0) / 1000, 0, offer.reach)
    return f"{offer.name} {themes} {place}"


def _box(asked: PlainQuestion, metres: float, reach: str) -> dict[str, float]:
    x_m, y_m = asked.numbers.x_mm / 1000, asked.numbers.y_mm / 1000
    sides = {"west": x_m - metres, "east": x_m + metres, "south": y_m - metres, "north": y_m + metres}
    return {f"{reach}_{side}": value for side, value in sides.items()}
