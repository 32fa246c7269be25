"""Asks an ASGI app for one answer, as a browser would, without a network."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def get(app: Any, address: str, **headers: str) -> Answer:
    """The answer to GET; header names are written with underscores. ``host`` is localhost unless given."""
    return asyncio.run(_exchange(app, _scope("http", address, headers), b""))


def post(app: Any, address: str, body: bytes, **headers: str) -> Answer:
    """The answer to POST with these bytes."""
    scope = _scope("http", address, headers) | {"method": "POST"}
    return asyncio.run(_exchange(app, scope, body))


def open_socket(app: Any, **headers: str) -> str:
    """The type of the first message that answers a WebSocket: accept or close."""
    return asyncio.run(_first(app, headers))


def _scope(kind: str, address: str, headers: dict[str, str]) -> dict[str, Any]:
    parts = urlsplit(address)
    sent = {"host": "localhost:8501"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return {
        "type": kind,
        "method": "GET",
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "http_version": "1.1",
        "server": ("localhost", 8501),
        "client": ("127.0.0.1", 50_000),
        "headers": [(name.lower().encode(), value.encode()) for name, value in sent.items()],
        "extensions": {},
        "subprotocols": [],
        "state": {},
    }


async def _exchange(app: Any, scope: dict[str, Any], body: bytes) -> Answer:
    messages: list[dict[str, Any]] = []

    asked = False

    async def receive() -> dict[str, Any]:
        nonlocal asked
        if asked:
            await asyncio.Event().wait()  # the browser stays until it has its answer
        asked = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    await app(scope, receive, send)
    start = next(message for message in messages if message["type"] == "http.response.start")
    told = b"".join(m.get("body", b"") for m in messages if m["type"] == "http.response.body")
    return Answer(start["status"], {k.decode().lower(): v.decode() for k, v in start["headers"]}, told)


async def _first(app: Any, headers: dict[str, str]) -> str:
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    await app(_scope("websocket", "/_stcore/stream", headers), receive, send)
    return str(messages[0]["type"])
