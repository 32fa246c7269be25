"""SQLite with FTS5 for the words and an R*Tree for the places, in a file on disk."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from benchmarks.peer import EVERYWHERE, NEAR, REGION, Missing, PlainOffer, PlainQuestion
from benchmarks.score_sql import COLUMNS, about_a_theme, parameters, statement, values_of
from socialmap.geo.walking import DETOUR

BY_PLACE, BY_WORDS = "R*Tree first", "FTS5 first"
_TOGETHER = 20_000


class SQLitePeer:
    """Table ``offer`` with all facts; ``box`` (R*Tree) for places; ``words`` (FTS5) for themes and names."""

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
        run("CREATE VIRTUAL TABLE box USING rtree(row, west, east, south, north, +reach)")
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
        if plan == BY_PLACE:
            candidates = self._by_place(asked, values)
        else:
            candidates = self._by_words(asked, values)
        sql = statement(asked, candidates, lambda name: f":{name}", "LIMIT -1")
        return [row[0] for row in self._connection.execute(sql, values)]

    def _by_place(self, asked: PlainQuestion, values: dict[str, object]) -> str:
        """Boxes give what is near and in the region, the words what has no place that counts."""
        values["everywhere"] = f"({_any_theme(asked)}) AND {EVERYWHERE}"
        parts = [f"SELECT o.* FROM words CROSS JOIN offer o ON o.row = words.rowid WHERE words MATCH :everywhere"]
        for reach, metres in _radii(asked):
            values |= _box(asked, metres, reach)
            parts.append(
                f"SELECT o.* FROM box CROSS JOIN offer o ON o.row = box.row WHERE box.east >= :{reach}_west "
                f"AND box.west <= :{reach}_east AND box.north >= :{reach}_south AND box.south <= :{reach}_north "
                f"AND box.reach = '{reach}' AND {about_a_theme(lambda name: ':' + name)}"
            )
        return " UNION ALL ".join(parts)

    def _by_words(self, asked: PlainQuestion, values: dict[str, object]) -> str:
        """The words index gives the themes and also the cells around the person, which are words in it."""
        places = [EVERYWHERE]
        for reach, metres in _radii(asked):
            places += _cells(asked.numbers.x_mm / 1000, asked.numbers.y_mm / 1000, metres, reach)
        values["words"] = f"({_any_theme(asked)}) AND ({' OR '.join(places)})"
        return "SELECT o.* FROM words CROSS JOIN offer o ON o.row = words.rowid WHERE words MATCH :words"

    def insert(self, offer: PlainOffer) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._add([offer])
        self._connection.execute("COMMIT")

    def _add(self, offers: list[PlainOffer]) -> None:
        run = self._connection.executemany
        marks = ", ".join("?" * (len(COLUMNS) + 1))
        run(f"INSERT INTO offer VALUES ({marks})", [(offer.row, *values_of(offer)) for offer in offers])
        run(
            "INSERT INTO box VALUES (?, ?, ?, ?, ?, ?)",
            [
                (offer.row, x_m, x_m, y_m, y_m, offer.reach)
                for offer in offers
                if offer.reach != EVERYWHERE
                for x_m, y_m in [((offer.x_mm or 0) / 1000, (offer.y_mm or 0) / 1000)]
            ],
        )
        run("INSERT INTO words(rowid, text) VALUES (?, ?)", [(o.row, _text(o)) for o in offers])

    def describe(self) -> str:
        size_mb = self._path.stat().st_size / 1e6
        return (
            f"{self.name}: version {sqlite3.sqlite_version}, file of {size_mb:.0f} MB, read through memory "
            "(mmap) and 1 GB of cache, WAL, synchronous=FULL for the insert"
        )

    def close(self) -> None:
        self._connection.close()


def _any_theme(asked: PlainQuestion) -> str:
    return " OR ".join(f"t{bit}" for bit in asked.themes)


def _text(offer: PlainOffer) -> str:
    themes = " ".join(f"t{bit}" for bit in range(offer.themes.bit_length()) if offer.themes >> bit & 1)
    place = EVERYWHERE
    if offer.reach != EVERYWHERE:
        (place,) = _cells((offer.x_mm or 0) / 1000, (offer.y_mm or 0) / 1000, 0, offer.reach)
    return f"{offer.name} {themes} {place}"


def _radii(asked: PlainQuestion) -> tuple[tuple[str, float], ...]:
    """Straight metres within which an offer of this reach can be near enough."""
    numbers = asked.numbers
    return ((NEAR, (numbers.far_m + 1) / DETOUR), (REGION, (numbers.region_m + 1) / DETOUR))


def _box(asked: PlainQuestion, metres: float, reach: str) -> dict[str, float]:
    x_m, y_m = asked.numbers.x_mm / 1000, asked.numbers.y_mm / 1000
    sides = {"west": x_m - metres, "east": x_m + metres, "south": y_m - metres, "north": y_m + metres}
    return {f"{reach}_{side}": value for side, value in sides.items()}


def _cells(x_m: float, y_m: float, metres: float, reach: str) -> list[str]:
    """Names of the cells within ``metres``: half a kilometre wide nearby, ten kilometres in the region."""
    wide = 500 if reach == NEAR else 10_000
    spans = [range(math.floor((at - metres) / wide), math.floor((at + metres) / wide) + 1) for at in (x_m, y_m)]
    return [f"{reach}{column}x{row}".replace("-", "m") for column in spans[0] for row in spans[1]]
