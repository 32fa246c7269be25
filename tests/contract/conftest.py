"""The same data folder twice: as SQLite files, and as a database of a real PostgreSQL server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from socialmap.store.catalogue import Catalogue
from tests.contract.postgres import NoServer, running_server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with ExitStack() as stack:
        try:
            url = stack.enter_context(running_server())
        except NoServer as reason:
            pytest.skip(str(reason))
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> str:
    """The URL of a database without anything of socialmap in it."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        for name in ("map", "core"):
            connection.execute(f"DROP SCHEMA IF EXISTS socialmap_{name} CASCADE")
    return postgres_server


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Catalogue]]:
    """Opens a catalogue, each time anew on the same data; all are closed after the test."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    with ExitStack() as stack:
        yield lambda: stack.enter_context(Catalogue.open(tmp_path, url=url))


@pytest.fixture
def catalogue(opened: Callable[[], Catalogue]) -> Catalogue:
    return opened()
