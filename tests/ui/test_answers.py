"""Every answer of the server: who may ask, which headers go along, in which language."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from socialmap.ui.middleware import KNOWN_BASE, AllowedHosts, DutchPages
from tests.ui.asgi import get, open_socket

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Streamlit</title>
<link rel="shortcut icon" href="./favicon.png" />
<link rel="service-desc" href="./_stcore/agent/openapi.json" />
<script>window.prerenderReady = false</script></head>
<body><noscript><p>You need to enable JavaScript.</p></noscript></body></html>"""


def page(_request: Request) -> Response:
    return HTMLResponse(PAGE, headers={"etag": '"x"'})


async def accept(socket: WebSocket) -> None:
    await socket.accept()


@pytest.fixture(scope="module")
def app() -> Starlette:
    return Starlette(
        routes=[
            Route("/", page),
            Route("/component/map/index.html", page),
            Route("/print/card", page),
            Route("/klopt/link", page),
            Route("/data", lambda _request: JSONResponse({"a": 1})),
            WebSocketRoute("/_stcore/stream", accept),
        ],
        middleware=[Middleware(AllowedHosts, hosts=("localhost", "127.0.0.1")), Middleware(DutchPages)],
    )


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:9", "localhost", "LOCALHOST:8501"])
def test_a_known_host_is_answered(app: Starlette, host: str) -> None:
    assert get(app, "/data", host=host).status == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "a@localhost", "", "localhost:x"])
def test_a_rebound_host_is_refused(app: Starlette, host: str) -> None:
    assert get(app, "/data", host=host).status == 400


def test_a_page_of_another_origin_gets_no_data(app: Starlette) -> None:
    assert get(app, "/data", origin="http://evil.example").status == 400
    assert get(app, "/data", origin="http://localhost:8501").status == 200


def test_a_form_of_our_own_page_does_not_say_its_origin(app: Starlette) -> None:
    """With no-referrer a browser sends ``null``, and says besides from what site."""
    assert get(app, "/data", origin="null", sec_fetch_site="same-origin").status == 200
    for site in ("cross-site", "same-site", "none"):
        assert get(app, "/data", origin="null", sec_fetch_site=site).status == 400
    assert get(app, "/data", origin="null").status == 400
    assert open_socket(app, origin="null", sec_fetch_site="same-origin") == "websocket.close"


def test_a_websocket_needs_our_own_origin(app: Starlette) -> None:
    assert open_socket(app, origin="http://localhost:8501") == "websocket.accept"
    assert open_socket(app) == "websocket.close"
    assert open_socket(app, origin="http://evil.example") == "websocket.close"
    assert open_socket(app, host="evil.example", origin="http://evil.example") == "websocket.close"


@pytest.mark.parametrize("address", ["/", "/data", "/component/map/index.html"])
def test_every_answer_carries_the_security_headers(app: Starlette, address: str) -> None:
    headers = get(app, address, accept="text/html").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "default-src 'self'" in headers["content-security-policy"]


def test_pages_and_component_frames_are_dutch(app: Starlette) -> None:
    for address in ("/", "/component/map/index.html"):
        text = get(app, address, accept="text/html").text
        assert '<html lang="nl"' in text
        assert "JavaScript." not in text


def test_the_page_is_ours_and_says_no_english(app: Starlette) -> None:
    answer = get(app, "/", accept="text/html")
    assert "<title>socialmap</title>" in answer.text
    assert "/assets/own/screen.css" in answer.text
    assert "service-desc" not in answer.text
    assert "etag" not in answer.headers
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_a_page_knows_where_the_server_is_and_needs_not_try_its_own_address(app: Starlette) -> None:
    page = get(app, "/", accept="text/html")
    assert KNOWN_BASE in page.text
    script = KNOWN_BASE.removeprefix("<script>").removesuffix("</script>")
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{allowed}'" in page.headers["content-security-policy"]


def test_only_component_frames_may_evaluate_scripts(app: Starlette) -> None:
    policy = get(app, "/", accept="text/html").headers["content-security-policy"]
    scripts = re.search(r"script-src ([^;]*)", policy)
    assert scripts is not None
    assert "unsafe" not in scripts[1]
    assert "'sha256-" in scripts[1]
    frame = get(app, "/component/map/index.html", accept="text/html").headers["content-security-policy"]
    assert "'unsafe-eval'" in frame


def test_printed_pages_are_left_as_they_are(app: Starlette) -> None:
    for address in ("/print/card", "/klopt/link"):
        assert get(app, address, accept="text/html").text == PAGE
