"""PostGIS on Debian's PostgreSQL: GiST over the places, GIN over themes and Dutch words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any

from benchmarks.peer import EVERYWHERE, Missing, PlainOffer, PlainQuestion, radii
from benchmarks.score_sql import COLUMNS, about_a_theme, parameters, statement, values_of

SERVER_SETTINGS = (
    "shared_buffers=2GB",
    "work_mem=64MB",
    "maintenance_work_mem=512MB",
    "effective_cache_size=8GB",
    "random_page_cost=1.1",
    "jit=off",
    "max_wal_size=8GB",
)
SESSION_SETTINGS = {
    "one process": ("plan_cache_mode = force_generic_plan", "max_parallel_workers_per_gather = 0"),
    "one process, planned for each question": (
        "plan_cache_mode = force_custom_plan",
        "max_parallel_workers_per_gather = 0",
    ),
    "two helpers": ("plan_cache_mode = force_generic_plan", "max_parallel_workers_per_gather = 2"),
}
BY_PLACE, BY_PLACE_AND_THEME, BY_WORDS = "gist(place)", "gist(place, themes)", "gist(place) + tsvector"
_INDEXES = {
    BY_PLACE: (
        "CREATE INDEX near_place ON offer USING gist (place) WHERE is_open = 1 AND reach = 'qnear'",
        "CREATE INDEX region_place ON offer USING gist (place) WHERE is_open = 1 AND reach = 'qregion'",
        "CREATE INDEX everywhere ON offer USING gin (themes gin__int_ops) "
        "WHERE is_open = 1 AND reach = 'qall'",
    ),
    BY_PLACE_AND_THEME: (
        "CREATE INDEX near_both ON offer USING gist (place, themes gist__int_ops) "
        "WHERE is_open = 1 AND reach = 'qnear'",
        "CREATE INDEX region_both ON offer USING gist (place, themes gist__int_ops) "
        "WHERE is_open = 1 AND reach = 'qregion'",
    ),
    BY_WORDS: ("CREATE INDEX words ON offer USING gin (words) WHERE is_open = 1",),
}
"""What each plan needs beside the others; only the indexes of one plan are there when it is tried."""

_NUMBERS = tuple(name for name in COLUMNS if name not in ("id", "reach", "t0", "t1", "p0", "p1"))
_BIG = ("t0", "t1", "p0", "p1", "language_bit", "group_bit")


class PostGISPeer:
    """One table, its rows in the order of their places, partial indexes on what is open."""

    name = "PostGIS"

    def __init__(self, theme_labels: tuple[str, ...]) -> None:
        """``theme_labels`` by theme bit."""
        try:
            import psycopg

            from tests.contract.postgres import NoServer, running_server
        except ImportError as problem:
            raise Missing(str(problem)) from problem
        self._labels = theme_labels
        self._closing = ExitStack()
        try:
            url = self._closing.enter_context(running_server(*SERVER_SETTINGS))
        except NoServer as problem:
            raise Missing(str(problem)) from problem
        self._connection = psycopg.connect(url, autocommit=True, prepare_threshold=None)
        self._closing.callback(self._connection.close)
        self._prepared: dict[str, str] = {}
        self._plan = ""
        try:
            for extension in ("postgis", "intarray", "btree_gist"):
                self._run(f"CREATE EXTENSION {extension}")
        except psycopg.Error as problem:
            self.close()
            raise Missing(f"this PostgreSQL has no {extension} (Debian: postgresql-…-postgis-3)") from problem

    def _run(self, sql: str) -> Any:
        return self._connection.execute(sql.encode())

    def load(self, offers: Iterable[PlainOffer]) -> None:
        kinds = dict.fromkeys(_NUMBERS, "int") | dict.fromkeys(_BIG, "bigint")
        kinds |= {"id": "text", "reach": "text", "x_mm": "bigint", "y_mm": "bigint"}
        columns = ", ".join(f"{name} {kinds[name]}" for name in COLUMNS)
        self._run(
            f"CREATE TABLE offer ({columns}, place geometry(Point, 28992), themes int[], words tsvector)"
        )
        self._run(f"CREATE TEMP TABLE incoming ({columns}, themes int[], text text)")
        with self._connection.cursor().copy("COPY incoming FROM STDIN") as copy:
            for offer in offers:
                copy.write_row(self._row(offer))
        self._run(f"INSERT INTO offer {_MADE} FROM incoming")
        self._run("DROP TABLE incoming")
        self._run("CREATE INDEX by_place ON offer USING gist (reach, place)")
        self._run("CLUSTER offer USING by_place")
        self._run("DROP INDEX by_place")
        self._run("CREATE UNIQUE INDEX offer_id ON offer (id)")
        self._use_indexes(BY_PLACE)

    def _row(self, offer: PlainOffer) -> tuple[object, ...]:
        themes = [bit for bit in range(offer.themes.bit_length()) if offer.themes >> bit & 1]
        text = " ".join((offer.name, *(self._labels[bit] for bit in themes)))
        return (*values_of(offer), themes, text)

    def _use_indexes(self, plan: str) -> None:
        for name, statements in _INDEXES.items():
            keep = name == plan or (name == BY_PLACE and plan == BY_WORDS)
            for sql in statements:
                index = sql.split()[2]
                made = sql.replace("INDEX", "INDEX IF NOT EXISTS")
                self._run(made if keep else f"DROP INDEX IF EXISTS {index}")
        if plan == BY_PLACE_AND_THEME:
            self._run(_INDEXES[BY_PLACE][2])
        self._run("VACUUM (ANALYZE) offer")

    def plans(self) -> tuple[str, ...]:
        return tuple(f"{indexes}; {how}" for indexes in _INDEXES for how in SESSION_SETTINGS)

    def _switch_to(self, plan: str) -> None:
        indexes, how = plan.split("; ", 1)
        if not self._plan.startswith(f"{indexes};"):
            self._use_indexes(indexes)
        self._run("DEALLOCATE ALL")
        self._prepared.clear()
        for setting in SESSION_SETTINGS[how]:
            self._run(f"SET {setting}")
        self._plan = plan

    def ask(self, asked: PlainQuestion, limit: int, plan: str) -> list[str]:
        if plan != self._plan:
            self._switch_to(plan)
        values: dict[str, object] = {**parameters(asked, limit)}
        names: list[str] = []

        def marker(name: str) -> str:
            if name not in names:
                names.append(name)
            return f"${names.index(name) + 1}"

        candidates = _candidates(plan, asked, values, marker, self._labels)
        sql = statement(asked, candidates, marker, "OFFSET 0")
        if sql not in self._prepared:
            self._prepared[sql] = f"q{len(self._prepared)}"
            kinds = ", ".join(_sql_type(values[name]) for name in names)
            self._run(f"PREPARE {self._prepared[sql]}({kinds}) AS {sql}")
        given = ", ".join(_literal(values[name]) for name in names)
        return [row[0] for row in self._run(f"EXECUTE {self._prepared[sql]}({given})")]

    def insert(self, offer: PlainOffer) -> None:
        given = ", ".join(map(_literal, self._row(offer)))
        names = ", ".join((*COLUMNS, "themes", "text"))
        self._run(f"INSERT INTO offer {_MADE} FROM (VALUES ({given})) AS incoming ({names})")

    def describe(self) -> str:
        ((version,),) = self._run("SELECT postgis_lib_version()").fetchall()
        ((server,),) = self._run("SHOW server_version").fetchall()
        ((size,),) = self._run("SELECT pg_total_relation_size('offer')").fetchall()
        return (
            f"{self.name}: {version} on PostgreSQL {server} over a local socket, {size / 1e6:.0f} MB; "
            f"{', '.join(SERVER_SETTINGS)}; partial indexes, clustered on place, vacuumed and analysed, "
            "prepared statements"
        )

    def close(self) -> None:
        self._closing.close()


_MADE = (
    f"SELECT {', '.join(COLUMNS)}, "
    "ST_SetSRID(ST_MakePoint(x_mm / 1000.0, y_mm / 1000.0), 28992)::geometry(Point, 28992), themes, "
    "to_tsvector('dutch', text)"
)


def _candidates(
    plan: str,
    asked: PlainQuestion,
    values: dict[str, object],
    marker: Callable[[str], str],
    labels: tuple[str, ...],
) -> str:
    """What is near, what is in the region, and what has no place that counts; each by its own index."""
    mask = about_a_theme(marker)
    columns = ", ".join(COLUMNS)
    values["themes"] = list(asked.themes)
    wanted = f"themes && {marker('themes')}"
    if plan.startswith(f"{BY_WORDS};"):
        values["words"] = " OR ".join(f'"{labels[bit]}"' for bit in asked.themes)
        condition = f"words @@ websearch_to_tsquery('dutch', {marker('words')}) AND {mask}"
    else:
        condition = wanted if plan.startswith(f"{BY_PLACE_AND_THEME};") else mask
    parts = [f"SELECT {columns} FROM offer WHERE is_open = 1 AND reach = '{EVERYWHERE}' AND {wanted}"]
    for reach, metres in radii(asked):
        for name, value in _box(asked, metres).items():
            values[f"{reach}_{name}"] = value
        corners = ", ".join(marker(f"{reach}_{name}") for name in ("west", "south", "east", "north"))
        parts.append(
            f"SELECT {columns} FROM offer WHERE is_open = 1 AND reach = '{reach}' "
            f"AND place && ST_MakeEnvelope({corners}, 28992) AND {condition}"
        )
    return " UNION ALL ".join(parts)


def _box(asked: PlainQuestion, metres: float) -> dict[str, float]:
    x_m, y_m = asked.numbers.x_mm / 1000, asked.numbers.y_mm / 1000
    return {"west": x_m - metres, "east": x_m + metres, "south": y_m - metres, "north": y_m + metres}


def _sql_type(value: object) -> str:
    match value:
        case int():
            return "bigint"
        case float():
            return "double precision"
        case list():
            return "int[]"
        case _:
            return "text"


def _literal(value: object) -> str:
    match value:
        case None:
            return "NULL::bigint"
        case bool() | int():
            return str(int(value))
        case float():
            return repr(value)
        case list():
            return "'{" + ",".join(map(str, value)) + "}'::int[]"
        case _:
            return "'" + str(value).replace("'", "''") + "'"
