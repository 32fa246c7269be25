"""Wraps every answer of the server: only known hosts and origins, security headers, pages in Dutch."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Collection, Sequence
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STYLE_LINK = '<link rel="stylesheet" href="/assets/own/screen.css">'
TITLE = "socialmap"
KNOWN_BASE = "<script>window.__streamlit = {BACKEND_BASE_URL: location.origin}</script>"
"""Streamlit would first look for its server below the page (``/zoek/_stcore/health``), and not find it."""
NO_SCRIPT = "<noscript><p>Zet JavaScript aan in je browser. Dan werkt deze pagina.</p></noscript>"

OWN_PAGES = ("/print/", "/klopt/")
"""How the addresses begin of pages that are not Streamlit's."""

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}

_COMMON_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'; script-src 'self'"
)
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class AllowedHosts:
    """Refuses a ``Host`` that is not on the list (DNS rebinding) and who asks from another origin.

    What lies below ``open_to_all`` is public, and may be read from a page of any site.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str], open_to_all: Sequence[str] = ()) -> None:
        self.app = app
        self.open_to_all = tuple(open_to_all)
        self.hosts = frozenset(host.lower().strip("[]") for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"} or self._allows(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse("Dit adres is niet toegestaan.", status_code=400)(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 4403})

    def _allows(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _hostname(host) not in self.hosts:
            return False
        origin = headers.get("origin")
        if origin is None or is_below(scope["path"], self.open_to_all):
            return bool(scope["type"] == "http")
        if origin == "null" and scope["type"] == "http":
            # A form on one of our pages: with no-referrer a browser does not say from where, only that.
            return headers.get("sec-fetch-site") == "same-origin"
        return urlsplit(origin).netloc == host


def is_below(path: str, starts: Sequence[str]) -> bool:
    """Is this one of the addresses, or does it lie below one?

    >>> is_below("/hsds/services", ("/hsds",)), is_below("/hsdsx", ("/hsds",))
    (True, False)
    """
    return any(path == start or path.startswith(f"{start}/") for start in starts)


def _hostname(host: str) -> str:
    """The name of a ``Host`` header, without port; empty when it is not one.

    >>> _hostname("localhost:8501"), _hostname("[::1]:8501"), _hostname("a@b:x")
    ('localhost', '::1', '')
    """
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    return "" if parts.username is not None or parts.path else (parts.hostname or "")


class AskedMunicipality:
    """Tells whoever makes an answer of which municipality its address speaks (``?gemeente=``)."""

    def __init__(self, app: ASGIApp, tell: Callable[[str], None], parameter: str) -> None:
        self.app = app
        self.tell = tell
        self.parameter = parameter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self.tell(asked_in_address(scope, self.parameter))
        await self.app(scope, receive, send)


class AskedLanguage:
    """Tells whoever makes an answer in which language it was asked: by its address (``?taal=``).

    A page below ``pages`` also follows a browser that asks for English before Dutch. Screens do not: many who
    work here have a browser in English. What lies below ``data`` is the same for everybody.
    """

    def __init__(
        self,
        app: ASGIApp,
        tell: Callable[[str], None],
        parameter: str,
        pages: Sequence[str] = (),
        data: Sequence[str] = (),
    ) -> None:
        self.app = app
        self.tell = tell
        self.parameter = parameter
        self.pages = tuple(pages)
        self.data = tuple(data)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self.tell("" if is_below(scope["path"], self.data) else self._asked(scope))
        await self.app(scope, receive, send)

    def _asked(self, scope: Scope) -> str:
        asked, headers = asked_in_address(scope, self.parameter), Headers(scope=scope)
        if not asked and is_below(scope["path"], self.pages) and "text/html" in headers.get("accept", ""):
            asked = preferred(headers.get("accept-language", ""))
        return asked


def asked_in_address(scope: Scope, parameter: str) -> str:
    """What an address says of one thing; empty when it says nothing of it."""
    query: bytes = scope["query_string"]
    return parse_qs(query.decode("latin-1")).get(parameter, [""])[0]


def preferred(accepted: str) -> str:
    """The first of Dutch and English in an ``Accept-Language``, as browsers order them; else empty.

    >>> preferred("en-GB,en;q=0.9,nl;q=0.8"), preferred("fr, nl;q=0.7, en;q=0.3"), preferred("*")
    ('en', 'nl', '')
    """
    codes = (part.partition(";")[0].strip().lower().partition("-")[0] for part in accepted.split(","))
    return next((code for code in codes if code in {"nl", "en"}), "")


class KnownDoors:
    """Brings whoever mistypes the address of a page to the first page; Streamlit would say so in English.

    What was asked behind the address goes along: it may be a map that somebody shared.

    ``starts`` are the first parts of all addresses that there are. Only what asks for a page is brought.
    """

    def __init__(self, app: ASGIApp, starts: Collection[str]) -> None:
        self.app = app
        self.starts = frozenset(starts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._is_lost(scope):
            asked = scope["query_string"].decode("latin-1")
            await RedirectResponse(f"/?{asked}" if asked else "/", status_code=303)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_lost(self, scope: Scope) -> bool:
        start = scope["path"].lstrip("/").partition("/")[0]
        asks_for_a_page = "text/html" in Headers(scope=scope).get("accept", "")
        return bool(start) and asks_for_a_page and "." not in scope["path"] and start not in self.starts


class DutchPages:
    """Adds the security headers to everything and turns Streamlit's English page frames into Dutch ones.

    What lies below ``open_to_all`` is no page of Streamlit's, and keeps its own words and mark.
    """

    def __init__(self, app: ASGIApp, open_to_all: Sequence[str] = ()) -> None:
        self.app = app
        self.open_to_all = tuple(open_to_all)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        shared = is_below(scope["path"], self.open_to_all)
        asked = scope if shared else _asking_for_a_whole_page(scope)
        await self.app(asked, receive, _Rewriter(scope["path"], send, shared=shared))


def _asking_for_a_whole_page(scope: Scope) -> Scope:
    """A page is asked for uncompressed and unconditionally, so that it can be rewritten."""
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return scope
    unwanted = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in unwanted]}


class _Rewriter:
    """Passes an answer on; holds back an HTML page until it is complete and rewritten."""

    def __init__(self, path: str, send: Send, *, shared: bool) -> None:
        self.path = path
        self.shared = shared
        self.send = send
        self.held: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self.held is None or message["type"] != "http.response.body":
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.held)

    async def _start(self, message: Message) -> None:
        headers = MutableHeaders(raw=message["headers"])
        for name, value in SECURITY_HEADERS.items():
            headers[name] = value
        if self.shared:
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        is_page = headers.get("content-type", "").startswith("text/html")
        if is_page and not self.shared and "content-encoding" not in headers:
            self.held = message
            return
        headers.setdefault("Content-Security-Policy", _COMMON_POLICY)
        await self.send(message)

    async def _finish(self, start: Message) -> None:
        page = self.body.decode("utf-8")
        if not self.path.startswith(OWN_PAGES):
            page = dutch_frame(page) if self.path.startswith("/component/") else dutch_page(page)
        body = page.encode("utf-8")
        headers = MutableHeaders(raw=start["headers"])
        headers["Content-Security-Policy"] = _policy_for(self.path, page)
        headers["Content-Length"] = str(len(body))
        for name in ("etag", "last-modified", "accept-ranges"):
            if name in headers:
                del headers[name]
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body, "more_body": False})


def dutch_page(page: str) -> str:
    """Streamlit's page with a Dutch language code, our title and styles, without the font we do not use."""
    page = (
        _in_dutch(page)
        .replace("./favicon.png", "/assets/own/icon.svg")
        .replace("<title>Streamlit</title>", f"<title>{TITLE}</title>{STYLE_LINK}{KNOWN_BASE}", 1)
    )
    page = re.sub(r'<link rel="service-desc"[^>]*>|<link\s+rel="preload"[^>]*as="font"[^>]*>', "", page)
    return re.sub(r"<noscript>.*?</noscript>", NO_SCRIPT, page, flags=re.DOTALL)


def dutch_frame(page: str) -> str:
    """The page of a component frame with a Dutch language code."""
    return re.sub(r"<noscript>.*?</noscript>", "", _in_dutch(page), flags=re.DOTALL)


def _in_dutch(page: str) -> str:
    return re.sub(r'<html lang="en"', '<html lang="nl"', page, count=1)


def _policy_for(path: str, page: str) -> str:
    """Component frames build their map with ``eval``; every other page runs only scripts we know."""
    if path.startswith("/component/"):
        return f"{_COMMON_POLICY} 'unsafe-inline' 'unsafe-eval'"
    known = (hashlib.sha256(text.encode("utf-8")).digest() for text in _INLINE_SCRIPT.findall(page))
    return " ".join([_COMMON_POLICY, *(f"'sha256-{base64.b64encode(code).decode()}'" for code in known)])
