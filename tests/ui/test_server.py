"""How the server is set."""

from __future__ import annotations

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from socialmap.ui.appearance import STREAMLIT_OPTIONS
from socialmap.ui.middleware import KnownDoors
from socialmap.ui.navigation import ADDRESSES
from socialmap.ui.server import app_parts
from tests.ui.asgi import get


def test_every_option_is_one_that_streamlit_knows() -> None:
    known = set(config.get_config_options())
    assert set(STREAMLIT_OPTIONS) <= known


def test_nothing_is_told_to_others_and_no_program_may_drive_the_app() -> None:
    assert STREAMLIT_OPTIONS["browser.gatherUsageStats"] is False
    assert STREAMLIT_OPTIONS["client.showErrorDetails"] == "none"
    assert STREAMLIT_OPTIONS["server.enableAgentApi"] is False


async def _here(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("hier")(scope, receive, send)


@pytest.mark.parametrize(
    ("address", "accept", "status"),
    [
        ("/onzin", "text/html", 303),
        ("/onzin/nog-meer", "text/html,*/*", 303),
        ("/", "text/html", 200),
        *((f"/{name}", "text/html", 200) for name in sorted(ADDRESSES)),
        ("/print/kaartje", "text/html", 200),
        ("/klopt/een-link", "text/html", 200),
        ("/onzin", "application/json", 200),
        ("/component/x/index.html", "text/html", 200),
    ],
)
def test_a_mistyped_address_leads_to_the_first_page(address: str, accept: str, status: int) -> None:
    middleware = next(each for each in app_parts()["middleware"] if each.cls is KnownDoors)
    answer = get(middleware.cls(_here, *middleware.args, **middleware.kwargs), address, accept=accept)
    assert answer.status == status
    assert answer.headers.get("location", "/") == "/"


def test_the_map_by_its_name_is_the_first_page_with_what_was_asked() -> None:
    middleware = next(each for each in app_parts()["middleware"] if each.cls is KnownDoors)
    guarded = middleware.cls(_here, *middleware.args, **middleware.kwargs)
    answer = get(guarded, "/kaart?open=initiative:zondagtafel", accept="text/html")
    assert (answer.status, answer.headers["location"]) == (303, "/?open=initiative:zondagtafel")


def test_the_first_visitor_of_all_may_begin_at_any_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else Streamlit looks for doors in the folder ``pages``, and says in English that there is none."""
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    app_parts()
    assert PagesManager.uses_pages_directory is False
