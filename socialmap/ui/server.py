"""Serves the whole app: Streamlit's pages, the map's data and files, and the rules for every answer."""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime import get_instance
from streamlit.runtime.pages_manager import PagesManager
from streamlit.starlette import App

from socialmap.actions.get_ready import get_ready
from socialmap.errors import SetupError, SocialmapError
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.ui import session
from socialmap.ui.appearance import STREAMLIT_OPTIONS
from socialmap.ui.assets.fetch import FOLDER, STAMP
from socialmap.ui.confirm_pages import confirm_routes
from socialmap.ui.feed_routes import FEEDS, feed_routes
from socialmap.ui.guard import answered, unexpected
from socialmap.ui.map_source import PublicMap
from socialmap.ui.middleware import AllowedHosts, AskedLanguage, AskedMunicipality, DutchPages, KnownDoors
from socialmap.ui.navigation import ADDRESSES
from socialmap.ui.open_routes import OPEN_FILES, THINGS, open_routes
from socialmap.ui.print_pages import print_routes
from socialmap.ui.routes import build_routes
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_LOG = logging.getLogger("socialmap.ui")
_THIS_COMPUTER = frozenset({"127.0.0.1", "0.0.0.0", "::1", "::"})  # noqa: S104 - as people say it
SCRIPT = Path(__file__).with_name("navigation.py")
_OPEN_TO_ALL = (*FEEDS, *OPEN_FILES)
_NO_DOORS = frozenset(
    {"_stcore", "assets", "component", "health", "klopt", "map", "media", "print", "static"}
    | {start.strip("/") for start in _OPEN_TO_ALL}
)
"""How the addresses begin of what is no page of its own."""


def app_parts() -> dict[str, Any]:
    """What ``streamlit.starlette.App`` needs to be this app: script, routes, middleware.

    ``SetupError`` when the browser files were not fetched.
    """
    if not (FOLDER / "vendor" / STAMP).is_file():
        raise SetupError(
            "De bestanden voor de kaart ontbreken.", "Haal ze op met: python -m socialmap.ui.assets.fetch"
        )
    _quiet_logs()
    # Before the first run Streamlit takes the folder beside the script for the doors, and knows no other.
    PagesManager.uses_pages_directory = False
    settings = session.settings()
    return {
        "script_path": SCRIPT,
        "routes": [
            *build_routes(PublicMap()),
            *print_routes(),
            *confirm_routes(),
            *feed_routes(),
            *open_routes(),
        ],
        "middleware": [
            Middleware(AllowedHosts, hosts=settings.allowed_hosts, open_to_all=_OPEN_TO_ALL),
            Middleware(
                AskedMunicipality,
                tell=session.ask_for_municipality,
                parameter=session.MUNICIPALITY_PARAMETER,
            ),
            Middleware(
                AskedLanguage,
                tell=session.ask_for_language,
                parameter=session.LANGUAGE_PARAMETER,
                pages=(THINGS,),
                data=[start for start in _OPEN_TO_ALL if start != THINGS],
            ),
            Middleware(KnownDoors, starts=ADDRESSES | _NO_DOORS),
            Middleware(DutchPages, open_to_all=_OPEN_TO_ALL),
        ],
        "on_script_error": unexpected,
        "lifespan": _with_the_map,
    }


def app_parts_for_streamlit() -> dict[str, Any]:
    """The same for ``streamlit run app.py``, which reads its options before it reads the app."""
    for name, value in _options(session.settings()).items():
        if name not in {"server.address", "server.port"}:
            config.set_option(name, value, where_defined="socialmap")
    return app_parts()


def serve(settings: Settings) -> None:
    """Open the data folders, then serve until stopped. Errors of opening come before the port is taken."""
    session.use_settings(settings)
    session.workspaces()
    threading.Thread(target=_get_ready, name="klaarmaken", daemon=True).start()
    App(**app_parts()).run(config=_options(settings))


def _get_ready() -> None:
    """Beside the first visitors: what takes long once, and a look whether the data are whole."""
    for workspace in session.workspaces():
        _look_whether_whole(workspace)


def _look_whether_whole(workspace: Workspace) -> None:
    found = answered(lambda: get_ready(workspace, Viewer(Role.ADMINISTRATOR)))
    if isinstance(found, SocialmapError):
        _LOG.error("%s", found.sentence)
    else:
        for problem in found.problems:
            _LOG.error("%s", problem)


@asynccontextmanager
async def _with_the_map(_app: App) -> AsyncIterator[None]:
    """Make the map's component known to the running server.

    Streamlit does that only for a component that is first imported while a page runs; imported earlier, it
    would never be served and the map would stay blank.
    """
    import streamlit_folium  # only now that the logs are quiet: importing it gives a warning

    get_instance().component_registry.register_component(streamlit_folium._component_func)
    settings = session.settings()
    host = "localhost" if settings.host in _THIS_COMPUTER else settings.host
    print(TEXT.frame.running.format(address=f"http://{host}:{settings.port}"), flush=True)
    yield


def _options(settings: Settings) -> Mapping[str, Any]:
    return {
        **deepcopy(dict(STREAMLIT_OPTIONS)),
        "server.address": settings.host,
        "server.port": settings.port,
        "server.allowedHosts": list(settings.allowed_hosts),
    }


def _quiet_logs() -> None:
    """Streamlit would log errors with their message, which may quote what was typed; ``guard`` logs them.

    And at every start it warns, in English, of what it was just told to do.
    """
    for name in (
        "streamlit.error_util",
        "streamlit.config",
        "streamlit.runtime.scriptrunner_utils.script_run_context",
    ):
        logging.getLogger(name).addFilter(lambda _record: False)
