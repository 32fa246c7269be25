"""A data folder as SQLite files and on a real PostgreSQL server, and commands called in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from socialmap.cli.main import run
from socialmap.store.catalogue import Catalogue
from tests.contract.commands import sentence_and_remedy
from tests.contract.postgres import NoServer, running_server
from tests.town import TODAY


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


@pytest.fixture
def call(monkeypatch, capsys, tmp_path):
    """Runs a command in an empty directory; gives its exit code and what it wrote on both streams."""
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    monkeypatch.setenv("SOCIALMAP_TODAY", TODAY.isoformat())

    def call(*arguments):
        monkeypatch.setattr("sys.argv", ["socialmap", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            run()
        return ended.value.code, *capsys.readouterr()

    return call


@pytest.fixture
def answered(call):
    def answered(*arguments):
        code, out, err = call(*arguments)
        assert (code, err) == (0, "")
        return out

    return answered


@pytest.fixture
def refused(call):
    def refused(code, *arguments):
        ended, out, err = call(*arguments)
        assert (ended, out) == (code, ""), err
        return sentence_and_remedy(err)

    return refused
