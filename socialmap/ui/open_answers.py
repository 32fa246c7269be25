"""Answers that any site may read: with a mark, so that who has it already is told so."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

OPEN_HEADERS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}


def marked(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The body with an ``ETag``; without it when the request names that mark (304)."""
    mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    sent = OPEN_HEADERS | {"ETag": mark} | dict(headers or {})
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if status == 200 and (mark in known or "*" in known):
        return Response(status_code=304, headers=sent)
    return Response(body, status_code=status, media_type=media_type, headers=sent)
