"""What tests of every kind share: a small town and the demo town, opened on a fixed day."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from socialmap.actions.build_demo import build_demo
from socialmap.actions.workspace import Workspace
from socialmap.connectors import guarded
from socialmap.connectors.child import reader_of
from socialmap.connectors.parsed import Parsed, Refused
from socialmap.demo.town import build_town
from socialmap.errors import ImportRejected
from socialmap.model.given import given
from socialmap.privacy.roles import Role, Viewer
from tests.town import TOWN, opened

PATIENCE_S = 120


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--both-screens", action="store_true", help="play every story in the browser on both screens"
    )
    parser.addoption(
        "--gold-dir", default=None, help="run the gold examples in this folder instead of our own"
    )


@pytest.fixture(scope="session", autouse=True)
def compiled_search() -> None:
    """The first search ever compiles for seconds; no test may meet its time limit because of that."""
    from datetime import date

    from socialmap.model.people import Mobility
    from socialmap.model.values import ThemeId
    from socialmap.ontology.thesaurus import load_vocabulary
    from socialmap.search.browsing import MapFilter, browse
    from socialmap.search.index import OfferIndex
    from socialmap.search.question import Question
    from socialmap.search.ranking import rank

    asked = Question(theme=ThemeId("ontmoeten"), x_m=0, y_m=0, mobility=Mobility.WALKING)
    rank(OfferIndex(load_vocabulary()), asked, date(2026, 3, 2))
    browse(OfferIndex(load_vocabulary()), MapFilter(), date(2026, 3, 2))


@pytest.fixture(scope="session")
def saved_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with Dobberdam in it, to be copied."""
    folder = tmp_path_factory.mktemp("saved") / "dobberdam"
    with opened(folder) as workspace:
        at = datetime(2026, 2, 25, 9, tzinfo=UTC)
        workspace.catalogue.save(TOWN, actor="beheerder", action="begin", at=at)
    return folder


@pytest.fixture
def town_folder(saved_town: Path, tmp_path: Path) -> Path:
    """A data folder with Dobberdam in it, for one test alone."""
    return Path(shutil.copytree(saved_town, tmp_path / "dobberdam"))


@pytest.fixture
def workspace(town_folder: Path) -> Iterator[Workspace]:
    """Dobberdam, opened on 2 March 2026."""
    with opened(town_folder) as workspace:
        yield workspace


@pytest.fixture
def second_workspace(town_folder: Path) -> Iterator[Workspace]:
    """The same Dobberdam, opened once more, as a second process would."""
    with opened(town_folder) as workspace:
        yield workspace


@pytest.fixture
def empty_workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A data folder in which nothing is yet."""
    with opened(tmp_path / "leeg") as workspace:
        yield workspace


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with Meerwold in it, for all tests: look, do not change. Looking leaves its lines."""
    folder = tmp_path_factory.mktemp("demo") / "meerwold"
    mine = tmp_path_factory.getbasetemp()
    shared = mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine
    return Path(shutil.copytree(_built_once(shared / "meerwold"), folder))


def _built_once(folder: Path) -> Path:
    """The demo town in this folder: the first process that asks for it builds it, the others wait."""
    ready = folder.with_suffix(".staat")
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + PATIENCE_S
        while not ready.exists():
            assert time.monotonic() < until, "the process that builds the demo town did not finish"
            time.sleep(0.1)
        return folder
    with opened(folder) as workspace:
        build_demo(workspace, Viewer(Role.ADMINISTRATOR))
    ready.touch()
    return folder


@pytest.fixture(scope="session")
def unreleased_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Meerwold as it is before anybody made a *stand van maandag*: look, do not change."""
    folder = tmp_path_factory.mktemp("zonder-stand")
    with opened(folder) as workspace:
        town = list(build_town(today=workspace.today()))
        workspace.catalogue.save(town, actor="beheerder", action="oefenstad", at=workspace.clock())
    return folder


@pytest.fixture
def unreleased_workspace(unreleased_folder: Path) -> Iterator[Workspace]:
    """Meerwold without a *stand van maandag*, opened on 2 March 2026; only to be read."""
    with opened(unreleased_folder) as workspace:
        yield workspace


@pytest.fixture
def demo_workspace(demo_folder: Path) -> Iterator[Workspace]:
    """Meerwold, opened on 2 March 2026; only to be read."""
    with opened(demo_folder) as workspace:
        yield workspace


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process: a process for each takes a second. What the guarded one lets through,
    and that it is there, is for the tests of hostile files and of the commands."""

    def parsed(kind: guarded.FileKind, content: bytes) -> Parsed:
        try:
            answer = {"parsed": reader_of(str(kind))(content)}
        except Refused as refused:
            raise ImportRejected(refused.sentence, refused.remedy) from refused
        told = msgspec.msgpack.decode(msgspec.msgpack.encode(answer), type=guarded._Answer)
        return given(told.parsed)

    monkeypatch.setattr(guarded, "_in_child", parsed)
