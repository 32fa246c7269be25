"""The server's own addresses: files, base map, map data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from socialmap.errors import NotAllowed
from socialmap.ui import marks
from socialmap.ui.routes import Box, build_routes
from tests.ui.asgi import get


class OneOffer:
    """A map source with one offer, that remembers what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[tuple[Mapping[str, str], Box, int]] = []
        self.fails: Exception | None = None

    def features(self, query: Mapping[str, str], box: Box, zoom: int) -> Mapping[str, Any]:
        if self.fails:
            raise self.fails
        self.asked.append((query, box, zoom))
        return {"type": "FeatureCollection", "features": [{"properties": {"label": "Café <b>"}}]}

    def areas(self) -> Mapping[str, Any]:
        return {"type": "FeatureCollection", "features": []}

    def basemap(self) -> Path | None:
        return self.folder / "basemap.pmtiles"


@pytest.fixture
def source(tmp_path: Path) -> OneOffer:
    return OneOffer(tmp_path)


@pytest.fixture
def app(source: OneOffer) -> Starlette:
    return Starlette(routes=build_routes(source))


def test_the_server_says_that_it_lives(app: Starlette) -> None:
    assert json.loads(get(app, "/health").body) == {"status": "ok"}


def test_the_map_gets_what_is_in_the_box(app: Starlette, source: OneOffer) -> None:
    answer = get(app, "/map/offers?bbox=6.0,52.4,6.2,52.6&zoom=14&thema=ontmoeten")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("application/geo+json")
    assert answer.headers["cache-control"] == "no-store"
    assert json.loads(answer.body)["features"][0]["properties"]["label"] == "Café <b>"
    ((query, box, zoom),) = source.asked
    assert (query["thema"], box, zoom) == ("ontmoeten", (6.0, 52.4, 6.2, 52.6), 14)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "zoom=14",
        "bbox=6,52,7,53",
        "bbox=7,52,6,53&zoom=14",
        "bbox=nan,52,6,53&zoom=14",
        "bbox=6,52,7,53&zoom=x",
    ],
)
def test_a_box_that_is_none_is_refused(app: Starlette, source: OneOffer, query: str) -> None:
    assert get(app, f"/map/offers?{query}").status == 400
    assert not source.asked


def test_a_refusal_is_a_sentence(app: Starlette, source: OneOffer) -> None:
    source.fails = NotAllowed("Je mag dit niet zien.")
    answer = get(app, "/map/offers?bbox=6,52,7,53&zoom=14")
    assert (answer.status, json.loads(answer.body)) == (400, {"fout": "Je mag dit niet zien."})


def test_a_failure_says_nothing_of_what_was_typed(
    app: Starlette, source: OneOffer, caplog: pytest.LogCaptureFixture
) -> None:
    source.fails = ValueError("Kanarie van Dijk, Kanariestraat 1, 06-12345678")
    answer = get(app, "/map/offers?bbox=6,52,7,53&zoom=14&q=Kanarie")
    assert answer.status == 503
    assert "Kanarie" not in answer.text + caplog.text
    assert "ValueError" in caplog.text


def test_the_base_map_is_read_in_pieces(app: Starlette, source: OneOffer) -> None:
    assert get(app, "/map/base.pmtiles").status == 404
    (source.folder / "basemap.pmtiles").write_bytes(bytes(range(200)))
    piece = get(app, "/map/base.pmtiles", range="bytes=10-19")
    assert (piece.status, piece.body) == (206, bytes(range(10, 20)))


def test_fetched_files_stay_in_the_cache_and_own_files_are_asked_again(app: Starlette) -> None:
    library = get(app, "/assets/vendor/leaflet/leaflet.js")
    assert "immutable" in library.headers["cache-control"]
    own = get(app, "/assets/own/map.js")
    assert own.headers["cache-control"] == "no-cache"
    assert get(app, "/assets/own/map.js", if_none_match=own.headers["etag"]).status == 304


def test_nothing_outside_the_asset_folders_is_served(app: Starlette) -> None:
    for path in (
        "/assets/own/../fetch.py",
        "/assets/own/..%2ffetch.py",
        "/assets/fetch.py",
        "/assets/packages.json",
    ):
        assert get(app, path).status == 404


def test_marks_are_pictures(app: Starlette) -> None:
    for name in [*marks.GROUP_MARKS, *marks.KIND_MARKS]:
        assert get(app, f"/assets/marks/{name}.svg").headers["content-type"] == "image/svg+xml"
    assert get(app, "/assets/marks/onbekend.svg").status == 404
    assert get(app, "/assets/marks.js").text.startswith("window.socialmapMarks={")
