"""The server's own addresses beside Streamlit's: files, the base map, the data of the map, a sign of life."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from socialmap.errors import SocialmapError, UserError
from socialmap.ui import marks
from socialmap.ui.assets import OWN_FOLDER, VENDOR_FOLDER
from socialmap.ui.guard import answered

_A_YEAR = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"


class MapSource(Protocol):
    """Where the public map data come from: GeoJSON as plain dictionaries."""

    def features(self, query: Mapping[str, str], box: Box, zoom: int) -> Mapping[str, Any]: ...

    def areas(self) -> Mapping[str, Any]: ...

    def basemap(self) -> Path | None: ...


Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


class _Files(StaticFiles):
    """Static files with an ``ETag`` and ranges, and a cache rule of their own."""

    def __init__(self, directory: Path, cache: str) -> None:
        super().__init__(directory=directory)
        self.cache = cache

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = self.cache
        return response


def build_routes(source: MapSource) -> list[BaseRoute]:
    """All own routes. The map routes answer with layer *buiten* only, so they need no session."""
    return [
        Route("/health", _alive),
        Mount("/assets/own", _Files(OWN_FOLDER, _ASK_AGAIN)),
        Mount("/assets/vendor", _Files(VENDOR_FOLDER, _A_YEAR)),
        Route("/assets/marks.js", _marks),
        Route("/assets/marks/{name}.svg", _mark),
        Route("/map/offers", _features_route(source)),
        Route("/map/areas", _areas_route(source)),
        Route("/map/base.pmtiles", _basemap_route(source)),
    ]


def _alive(_request: Request) -> Response:
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def _mark(request: Request) -> Response:
    drawing = marks.svg_of(request.path_params["name"])
    if drawing is None:
        return PlainTextResponse("", status_code=404)
    return Response(drawing, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


def _marks(_request: Request) -> Response:
    return Response(
        marks.script_of_all(), media_type="text/javascript", headers={"Cache-Control": _ASK_AGAIN}
    )


def _features_route(source: MapSource) -> Callable[[Request], Response]:
    def offers(request: Request) -> Response:
        query = dict(request.query_params)
        box, zoom = read_box(query.get("bbox", "")), query.get("zoom", "")
        if box is None or not zoom.isdecimal():
            return PlainTextResponse("bbox=west,zuid,oost,noord en zoom=heel getal", status_code=400)
        return _json(lambda: source.features(query, box, min(int(zoom), 22)))

    return offers


def _areas_route(source: MapSource) -> Callable[[Request], Response]:
    def areas(_request: Request) -> Response:
        return _json(source.areas)

    return areas


def _basemap_route(source: MapSource) -> Callable[[Request], Response]:
    def paper(_request: Request) -> Response:
        path = answered(source.basemap)
        if path is None or isinstance(path, SocialmapError) or not path.is_file():
            return PlainTextResponse("", status_code=404)
        return FileResponse(
            path, media_type="application/octet-stream", headers={"Cache-Control": _ASK_AGAIN}
        )

    return paper


def _json(answer: Callable[[], Mapping[str, Any]]) -> Response:
    content = answered(answer)
    if isinstance(content, SocialmapError):
        status = 400 if isinstance(content, UserError) else 503
        return JSONResponse({"fout": content.sentence}, status_code=status)
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return Response(body, media_type="application/geo+json", headers={"Cache-Control": "no-store"})


def read_box(text: str) -> Box | None:
    """West, south, east, north from ``"w,s,e,n"``; ``None`` when that is not a box on earth.

    >>> read_box("6.0,52.4,6.2,52.6")
    (6.0, 52.4, 6.2, 52.6)
    >>> read_box("6.2,52.4,6.0,52.6") is read_box("nergens") is None
    True
    """
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    finite = all(math.isfinite(value) for value in (west, south, east, north))
    return (west, south, east, north) if finite and west < east and south < north else None
