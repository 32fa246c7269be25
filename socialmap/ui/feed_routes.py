"""The public addresses of the feed, ``/hsds`` and ``/oruk``: for other programs, from any site, read only."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from socialmap.actions.ask_feed import FeedAnswer, Standard, ask_feed, root_of
from socialmap.errors import InvalidInput, NotFound, SocialmapError, UserError
from socialmap.privacy.roles import Role, Viewer
from socialmap.ui import session
from socialmap.ui.guard import answered
from socialmap.ui.open_answers import OPEN_HEADERS, marked

FEEDS = tuple(f"/{standard}" for standard in Standard)
"""How the addresses begin that any site may read."""
_ANYBODY = Viewer(Role.VISITOR)
Ask = Callable[[Standard, tuple[str, ...], dict[str, str]], FeedAnswer]


def feed_routes(ask: Ask | None = None) -> list[BaseRoute]:
    """The addresses of both feeds; ``ask`` answers a path with parameters, or raises what is wrong."""
    asking = ask or _ask
    return [
        route
        for standard in Standard
        for route in (
            Route(f"/{standard}", _root(standard), methods=["GET"]),
            Route(f"/{standard}/{{path:path}}", _below(standard, asking), methods=["GET"]),
        )
    ]


def _ask(standard: Standard, path: tuple[str, ...], asked: dict[str, str]) -> FeedAnswer:
    own = {name: value for name, value in asked.items() if name != session.MUNICIPALITY_PARAMETER}
    return ask_feed(session.workspace(), _ANYBODY, standard, path, own)


def _root(standard: Standard) -> Callable[[Request], Response]:
    def root(request: Request) -> Response:
        address = str(request.base_url).rstrip("/")
        return _json(request, root_of(standard, f"{address}/{standard}", session.in_municipality("")))

    return root


def _below(standard: Standard, asking: Ask) -> Callable[[Request], Response]:
    at_root = _root(standard)

    def below(request: Request) -> Response:
        path = tuple(part for part in request.path_params["path"].split("/") if part)
        if not path:
            return at_root(request)
        answer = answered(lambda: asking(standard, path, dict(request.query_params)))
        if isinstance(answer, SocialmapError):
            return _refusal(answer)
        if answer.lines is not None:
            return StreamingResponse(
                _lines(answer.lines), media_type="application/x-ndjson", headers=OPEN_HEADERS
            )
        return _json(request, answer.document)

    return below


def _json(request: Request, document: Any) -> Response:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return marked(request, body, "application/json")


def _refusal(error: SocialmapError) -> Response:
    status = 404 if isinstance(error, NotFound) else 400 if isinstance(error, UserError) else 503
    content: dict[str, Any] = {"fout": error.sentence}
    if isinstance(error, InvalidInput):
        content["velden"] = {one.field: one.sentence for one in error.violations}
    return JSONResponse(content, status_code=status, headers=OPEN_HEADERS)


def _lines(documents: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    for document in documents:
        yield (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
