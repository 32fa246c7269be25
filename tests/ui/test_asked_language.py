"""In which language an address answers: as the address says, and for a public page as the browser does."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from socialmap.model.language import Language, speak, spoken
from socialmap.ui import session
from socialmap.ui.middleware import AskedLanguage
from tests.ui.asgi import get

PAGE, DATA = "text/html", "text/csv"


def answer(_request: Request) -> Response:
    return PlainTextResponse(spoken())


APP = Starlette(
    routes=[Route("/{path:path}", answer)],
    middleware=[
        Middleware(
            AskedLanguage,
            tell=session.ask_for_language,
            parameter="taal",
            pages=("/id",),
            data=("/open", "/hsds"),
        )
    ],
)


@pytest.mark.parametrize(
    ("address", "accept", "browser", "language"),
    [
        ("/print/uitnodiging/koffie", PAGE, "en-GB,en", Language.DUTCH),
        ("/print/uitnodiging/koffie?taal=en", PAGE, "nl", Language.ENGLISH),
        ("/print/uitnodiging/koffie?taal=fr", PAGE, "nl", Language.DUTCH),
        ("/id/initiative/koffie", PAGE, "en-GB,en;q=0.9,nl;q=0.8", Language.ENGLISH),
        ("/id/initiative/koffie", PAGE, "nl,en;q=0.9", Language.DUTCH),
        ("/id/initiative/koffie?taal=nl", PAGE, "en", Language.DUTCH),
        ("/id/initiative/koffie", "text/turtle", "en", Language.DUTCH),
        ("/open/kaart.csv?taal=en", DATA, "en", Language.DUTCH),
        ("/hsds/services?taal=en", "application/json", "en", Language.DUTCH),
    ],
)
def test_the_language_of_an_answer(address: str, accept: str, browser: str, language: Language) -> None:
    assert get(APP, address, accept=accept, accept_language=browser).text == language


def test_one_answer_says_nothing_of_the_next() -> None:
    assert get(APP, "/print/x?taal=en", accept=PAGE).text == Language.ENGLISH
    assert get(APP, "/print/x", accept=PAGE).text == Language.DUTCH
    speak(None)
