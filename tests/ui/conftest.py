"""What the tests of the screens share: a demo town, and the app opened on it for a role."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.actions.build_demo import build_demo
from socialmap.bootstrap import open_workspace
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.ui import navigation, session

sys.path.insert(0, str(Path(__file__).parent))

Opener = Callable[..., AppTest]


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder with the demo town, at a fixed date."""
    settings = Settings(folder=tmp_path_factory.mktemp("meerwold"), today="2026-03-02")
    build_demo(open_workspace(settings), Viewer(Role.ADMINISTRATOR))
    return settings


@pytest.fixture
def opened(town: Settings) -> Iterator[Opener]:
    """Opens the app on the demo town, as a role (``None``: nothing chosen yet) and with an address."""
    session.use_settings(town)

    def open_app(role: Role | None = Role.COMMUNITY_WORKER, **address: str) -> AppTest:
        app = AppTest.from_file(navigation.__file__, default_timeout=60)
        if role is not None:
            app.session_state["rol"] = str(role)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    yield open_app
    session.use_settings(Settings())
