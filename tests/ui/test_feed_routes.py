"""The public addresses for other programs: any site may read, nothing may be written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from socialmap.actions.ask_feed import FeedAnswer, Standard
from socialmap.errors import InvalidInput, NotFound, OutsideError, SocialmapError, Violation
from socialmap.ui.feed_routes import FEEDS, feed_routes
from socialmap.ui.middleware import AllowedHosts, DutchPages
from tests.ui.asgi import Answer, get


class OneAnswer:
    """A feed that answers the same to everything, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Standard, tuple[str, ...], dict[str, str]]] = []
        self.fails: Exception | None = None

    def __call__(self, standard: Standard, path: tuple[str, ...], asked: dict[str, str]) -> FeedAnswer:
        self.asked.append((standard, path, asked))
        if self.fails:
            raise self.fails
        if asked.get("format") == "ndjson":
            return FeedAnswer(lines=iter([{"id": "1"}, {"id": "2"}]))
        return FeedAnswer({"name": "Café"})


@pytest.fixture
def feed() -> OneAnswer:
    return OneAnswer()


@pytest.fixture
def app(feed: OneAnswer) -> Starlette:
    guards = [
        Middleware(AllowedHosts, hosts=["localhost"], open_to_all=FEEDS),
        Middleware(DutchPages, open_to_all=FEEDS),
    ]
    return Starlette(routes=feed_routes(feed), middleware=guards)


def content(answer: Answer) -> Any:
    return json.loads(answer.body)


@pytest.mark.parametrize("address", ["/hsds", "/hsds/"])
def test_the_root_says_which_version_and_profile(app: Starlette, address: str) -> None:
    assert content(get(app, address)) == {
        "version": "3.0",
        "profile": "http://localhost:8501/hsds/profile",
        "openapi_url": "http://localhost:8501/hsds/openapi.json",
    }
    assert content(get(app, address.replace("hsds", "oruk")))["version"] == "HSDS-UK-3.0"


def test_a_question_is_passed_on_with_its_parameters(app: Starlette, feed: OneAnswer) -> None:
    answer = get(app, "/oruk/services/abc?page=2&search=koffie%20drinken")
    assert content(answer) == {"name": "Café"}
    assert feed.asked == [(Standard.ORUK, ("services", "abc"), {"page": "2", "search": "koffie drinken"})]


def test_any_site_may_read_it(app: Starlette) -> None:
    answer = get(app, "/hsds/services", origin="https://elders.nl")
    assert answer.status == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert get(app, "/hsdsx", origin="https://elders.nl").status == 400
    assert get(app, "/hsds/services", host="kwaad.nl").status == 400


def test_who_has_it_already_is_told_so(app: Starlette, feed: OneAnswer) -> None:
    first = get(app, "/hsds/services")
    again = get(app, "/hsds/services", if_none_match=f'W/"x", {first.headers["etag"]}')
    assert (again.status, again.body) == (304, b"")
    assert get(app, "/hsds/services", if_none_match='"iets anders"').status == 200


def test_a_list_comes_line_by_line_when_asked(app: Starlette) -> None:
    answer = get(app, "/hsds/services?format=ndjson")
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    assert [json.loads(line) for line in answer.text.splitlines()] == [{"id": "1"}, {"id": "2"}]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFound("Dit is er niet."), 404),
        (InvalidInput([Violation("page", "Kies een getal.")]), 400),
        (OutsideError("De schijf is vol."), 503),
    ],
)
def test_what_is_wrong_is_a_sentence(
    app: Starlette, feed: OneAnswer, error: SocialmapError, status: int
) -> None:
    feed.fails = error
    answer = get(app, "/hsds/services", origin="https://elders.nl")
    assert (answer.status, content(answer)["fout"]) == (status, error.sentence)
    assert answer.headers["access-control-allow-origin"] == "*"
    if isinstance(error, InvalidInput):
        assert content(answer)["velden"] == {"page": "Kies een getal."}


def test_a_failure_says_nothing_of_what_was_asked(
    app: Starlette, feed: OneAnswer, caplog: pytest.LogCaptureFixture
) -> None:
    feed.fails = ValueError("Kanarie van Dijk, Kanariestraat 1")
    answer = get(app, "/hsds/services?search=Kanarie")
    assert answer.status == 503
    assert "Kanarie" not in answer.text + caplog.text


def test_nothing_can_be_written(app: Starlette) -> None:
    for route in feed_routes():
        assert route.methods == {"GET", "HEAD"}  # type: ignore[attr-defined]  # each is a Route
