"""What the tests of the screens share: a demo town, and the app opened on it for a role."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner

from socialmap.privacy.roles import Role
from socialmap.settings import Settings
from socialmap.ui import navigation, session
from socialmap.ui.appearance import STREAMLIT_OPTIONS

Opener = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """What a server reads once, a test of Streamlit reads anew for each app: its options, the packages that
    may hold components, and the compiled scripts."""
    magic = "runner.magicEnabled"
    config.set_option(magic, STREAMLIT_OPTIONS[magic])
    with pytest.MonkeyPatch.context() as patch:
        name = "scan_component_manifests"
        patch.setattr(manifest_scanner, name, cache(getattr(manifest_scanner, name)))
        compiled = ScriptCache()
        for module in (app_test, local_script_runner):
            patch.setattr(module, "ScriptCache", lambda: compiled)
        yield


@pytest.fixture(scope="session")
def town(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder with the demo town, at a fixed date."""
    folder = shutil.copytree(demo_folder, tmp_path_factory.mktemp("schermen") / "meerwold")
    return Settings(folder=folder, today="2026-03-02")


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


@pytest.fixture
def find(opened: Opener) -> Callable[..., AppTest]:
    """Opens *Zoek voor iemand*."""

    def open_as(role: Role = Role.PROFESSIONAL) -> AppTest:
        app = opened(role)
        app.switch_page("pages/find_help.py")
        return app.run()

    return open_as
