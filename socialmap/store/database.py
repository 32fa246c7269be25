"""Opens the database under a journal, and turns its failures into Dutch sentences."""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema import CreateSchema

from socialmap.errors import Damaged, OutsideError, SetupError
from socialmap.store.chain import GENESIS
from socialmap.store.schema import FORMAT, Tables

BUSY_SECONDS = 10
"""How long a writer waits for its turn."""

_PRAGMAS = (
    "PRAGMA synchronous=FULL",  # a commit is on disk before it is acknowledged
    "PRAGMA fullfsync=ON",  # macOS: through the drive's own cache too
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten
    "PRAGMA cache_size=-32000",
)
_WRITE_AHEAD = b"\x02\x02"
"""Bytes 18 and 19 of a SQLite file in WAL mode (sqlite.org/fileformat2.html, 1.3)."""

_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)

_CREATE_LOCK = 7_305_101
"""Number of the PostgreSQL advisory lock for whoever creates the tables; any constant will do."""


def sqlite_engine(path: Path) -> Engine:
    """An engine on the file, made (readable by its owner only) if it is not there yet.

    A file that is there but may not be written can be read. ``OutsideError`` when the folder or the file
    cannot be used at all.
    """
    try:
        address = _writable(path)
    except OSError as error:
        if error.errno not in _NOT_ALLOWED or not os.access(path, os.R_OK):
            raise _unreachable() from error
        address = _read_only(path)
    engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS}, max_overflow=20)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _raise_outside)
    return engine


def postgres_engine(url: str) -> Engine:
    """An engine on a PostgreSQL server; ``SetupError`` when the URL is not one for PostgreSQL."""
    try:
        address = make_url(url)
    except ArgumentError:
        raise _wrong_url() from None
    if address.get_backend_name() not in ("postgresql", "postgres"):
        raise _wrong_url()
    engine = create_engine(address.set(drivername="postgresql+psycopg"), max_overflow=20, pool_pre_ping=True)
    event.listen(engine, "connect", _prepare_postgres)
    event.listen(engine, "handle_error", _raise_outside)
    return engine


def create_tables(engine: Engine, tables: Tables) -> None:
    """Create what is not there yet, once, however many processes begin at the same moment."""
    if inspect(engine).has_table(tables.head.name, tables.metadata.schema):
        return
    with writing(engine) as connection:
        if tables.metadata.schema:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CREATE_LOCK})
            connection.execute(CreateSchema(tables.metadata.schema, if_not_exists=True))
        tables.metadata.create_all(connection)
        if connection.execute(tables.head.select()).first() is None:
            connection.execute(tables.head.insert().values(only=1, format=FORMAT, seq=0, hash=GENESIS))
        connection.commit()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that may write; rolled back unless committed inside."""
    with engine.connect() as connection:
        writer = connection.execution_options(immediate=True)
        writer.begin()
        yield writer


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection on which all queries see the same moment."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            yield connection.execution_options(isolation_level="REPEATABLE READ")
        else:
            yield connection


def _writable(path: Path) -> URL:
    """The file, made if needed; ``OSError`` when it or its folder may not be written.

    The folder too, because SQLite puts its log beside the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if not path.with_name(f"{path.name}-shm").exists():
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    _use_write_ahead_log(path)
    return URL.create("sqlite", database=str(path))


def _read_only(path: Path) -> URL:
    """The file, only to be read. With a log beside it SQLite reads both; else it needs to be told that
    nobody writes, since it cannot make the log's index here (sqlite.org/wal.html, "Read-Only Databases").
    """
    log, log_index = (path.with_name(f"{path.name}-{ending}") for ending in ("wal", "shm"))
    in_use = log_index.exists() or (log.exists() and log.stat().st_size > 0)
    how = {"mode": "ro"} if in_use else {"immutable": "1"}
    return URL.create("sqlite", database=f"file:{quote(str(path.resolve()))}", query={**how, "uri": "true"})


def _use_write_ahead_log(path: Path) -> None:
    """Switch a new file to WAL; SQLite does not wait by itself when two processes switch at once."""
    with path.open("rb") as file:
        if file.read(20)[18:] == _WRITE_AHEAD:
            return
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if not _is_locked(error) or time.monotonic() > deadline:
                raise _outside(error) from error
            time.sleep(0.02)
        else:
            return
        finally:
            connection.close()


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say so, not where sqlite3 guesses
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        raise _outside(error) from error


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _prepare_postgres(connection: Any, _record: Any) -> None:
    connection.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
    connection.commit()


def _raise_outside(context: ExceptionContext) -> None:
    # Only the database's own errors, and the one sqlite3 trips over when damage is in its message.
    if context.sqlalchemy_exception is None and not isinstance(
        context.original_exception, UnicodeDecodeError
    ):
        return
    raise _outside(context.original_exception) from context.original_exception


def _outside(error: BaseException) -> OutsideError:
    """The sentence for a failure of the database; an unknown failure counts as damage or as unreachable."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    state = getattr(error, "sqlstate", None) or ""
    if _is_locked(error) or state in ("55P03", "40001", "40P01"):
        return OutsideError(
            "De gegevens zijn even bezet. Er is niets bewaard.", "Probeer het zo nog eens.", retry=True
        )
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) or state == "53100":
        return OutsideError(
            "De schijf is vol of doet het niet. Er is niets bewaard.",
            "Maak ruimte vrij en probeer het opnieuw.",
            retry=True,
        )
    if code == sqlite3.SQLITE_READONLY:
        return OutsideError(
            "Hier mag je alleen lezen. Er is niets bewaard.", "Vraag of je in de gegevensmap mag schrijven."
        )
    from_sqlite = isinstance(error, sqlite3.Error | UnicodeDecodeError)
    if from_sqlite and code != sqlite3.SQLITE_CANTOPEN:
        return Damaged()
    return _unreachable()


def _is_locked(error: BaseException) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _unreachable() -> OutsideError:
    return OutsideError(
        "De gegevens zijn niet te bereiken. Er is niets bewaard.",
        "Kijk of de map of de database er is en of je erin mag schrijven.",
        retry=True,
    )


def _wrong_url() -> SetupError:
    return SetupError(
        "Het adres van de database klopt niet.", "Gebruik een adres dat begint met postgresql://."
    )
