"""The public addresses: each thing in the form that is asked for, and a friendly no for the rest."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from socialmap.actions.workspace import Workspace
from socialmap.model.provision import Initiative
from socialmap.ui.middleware import AllowedHosts, DutchPages
from socialmap.ui.open_routes import OPEN_FILES, open_routes
from tests.town import KOFFIE, VRAAG
from tests.ui.asgi import get

PLACE = f"/id/initiative/{KOFFIE.id}"


@pytest.fixture
def app(workspace: Workspace) -> Starlette:
    guards = [
        Middleware(AllowedHosts, hosts=["localhost"], open_to_all=OPEN_FILES),
        Middleware(DutchPages, open_to_all=OPEN_FILES),
    ]
    return Starlette(routes=open_routes(lambda: workspace), middleware=guards)


@pytest.mark.parametrize(
    ("accept", "media_type", "begins"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html", "<!DOCTYPE html>"),
        ("text/turtle", "text/turtle", "@prefix"),
        ("application/ld+json", "application/ld+json", "["),
        ("text/html;q=0.4, text/turtle;q=0.9", "text/turtle", "@prefix"),
        ("*/*", "text/turtle", "@prefix"),
        ("", "text/turtle", "@prefix"),
    ],
)
def test_a_thing_answers_in_the_form_that_is_asked_for(
    app: Starlette, accept: str, media_type: str, begins: str
) -> None:
    answer = get(app, PLACE, accept=accept)
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, media_type)
    assert answer.text.startswith(begins)
    assert KOFFIE.name in answer.text
    assert answer.headers["vary"] == "Accept"
    assert 'rel="canonical"' in answer.headers["link"]


@pytest.mark.parametrize(("form", "media_type"), [("turtle", "text/turtle"), ("pagina", "text/html")])
def test_a_link_can_ask_for_a_form(app: Starlette, form: str, media_type: str) -> None:
    assert get(app, f"{PLACE}?vorm={form}").headers["content-type"].startswith(media_type)


@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
def test_who_has_it_already_is_told_so(app: Starlette, accept: str) -> None:
    first = get(app, PLACE, accept=accept)
    again = get(app, PLACE, accept=accept, if_none_match=first.headers["etag"])
    assert (again.status, again.body, again.headers["vary"]) == (304, b"", "Accept")
    other = get(app, PLACE, accept="application/ld+json", if_none_match=first.headers["etag"])
    assert other.status == 200


def test_what_was_removed_is_gone_and_what_never_was_is_not_found(
    app: Starlette, workspace: Workspace
) -> None:
    workspace.catalogue.remove(Initiative, KOFFIE.id, actor="x", action="y", at=workspace.clock())
    gone = get(app, PLACE)
    assert (gone.status, "weggehaald" in gone.text, KOFFIE.name in gone.text) == (410, True, False)
    never = get(app, "/id/initiative/nergens", accept="text/html")
    assert (never.status, "Dit adres hoort nergens bij." in never.text) == (404, True)


def test_nothing_private_has_an_address(app: Starlette) -> None:
    answers = {get(app, f"/id/need/{name}").text for name in (VRAAG.id, "nergens")}
    assert len(answers) == 1
    assert get(app, f"/id/need/{VRAAG.id}").status == 404


def test_a_form_that_we_do_not_have_is_refused(app: Starlette) -> None:
    assert get(app, PLACE, accept="image/png").status == 406


def test_an_id_may_hold_any_sign(app: Starlette, workspace: Workspace) -> None:
    odd = replace(KOFFIE, id="a/b & <c> €", name="<b>Raar</b>")
    workspace.catalogue.save([odd], actor="x", action="y", at=workspace.clock())
    answer = get(app, "/id/initiative/a/b & <c> €", accept="text/html")
    assert answer.status == 200
    assert "<b>Raar" not in answer.text
    assert "open=initiative%3Aa%2Fb+%26+%3Cc%3E+%E2%82%AC" in answer.text


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("/open/kaart.geojson", "application/geo+json"),
        ("/open/kaart.csv", "text/csv"),
        ("/open/kaart.xlsx", "application/vnd"),
        ("/open/kaart.ttl", "text/turtle"),
        ("/open/kaart.jsonld", "application/ld+json"),
        ("/open/kaart.nq", "application/n-quads"),
        ("/open/sjabloon.xlsx", "application/vnd"),
        ("/open/agenda.ics?thema=samen-eten", "text/calendar"),
        (f"/open/agenda/{KOFFIE.id}.ics", "text/calendar"),
        ("/dcat", "text/turtle"),
    ],
)
def test_any_site_may_read_the_public_files(app: Starlette, address: str, media_type: str) -> None:
    answer = get(app, address, origin="https://elders.nl")
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, "*")
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert get(app, address, if_none_match=answer.headers["etag"]).status == 304


@pytest.mark.parametrize("address", ["/open/kaart.exe", "/open/agenda/nergens.ics"])
def test_what_is_not_there_says_so_in_dutch(app: Starlette, address: str) -> None:
    answer = get(app, address)
    assert (answer.status, '<html lang="nl">' in answer.text) == (404, True)


def test_every_address_that_the_description_names_answers(app: Starlette) -> None:
    from socialmap.model.wording_dataset import FILES

    own = [path for _, path, _ in FILES if path.startswith("/open")]
    assert own
    for path in own:
        assert get(app, path).status == 200


def test_nothing_can_be_written() -> None:
    for route in open_routes():
        assert route.methods == {"GET", "HEAD"}  # type: ignore[attr-defined]  # each is a Route


def test_json_ld_is_json(app: Starlette) -> None:
    graphs = json.loads(get(app, PLACE, accept="application/ld+json").body)
    assert any("@graph" in one for one in graphs)
