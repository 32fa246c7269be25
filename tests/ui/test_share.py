"""*Deel*, the code on the invitation and the *wijkpakket* on the screens, without a browser."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import segno
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from socialmap.actions.print_invitation import Invitation
from socialmap.actions.workspace import Workspace
from socialmap.privacy.roles import Role
from socialmap.ui import public_address, session
from socialmap.ui.open_routes import open_routes
from socialmap.ui.print_pages import invitation_page, print_routes
from socialmap.ui.public_view import Opened, PublicView
from socialmap.ui.text import TEXT
from tests.town import KOFFIE, LINDEHOF
from tests.ui.asgi import get
from tests.ui.handling import said

Opener = Callable[..., AppTest]
FIELD = f"{session.PRIVATE}kaart_tekst"
ORIGIN = "https://kaart.dobberdam.nl"
PAGE = f"{ORIGIN}/id/initiative/koffie"
CARD = Invitation("Koffie", (), "De Linde", "", "Gratis", "bel", walk_in=True, id="koffie")


def shared(app: AppTest) -> list[str]:
    """The addresses that the screen offers to copy."""
    return [unescape(found) for found in re.findall(r'<code class="adres"[^>]*>([^<]*)</code>', said(app))]


def mailed(app: AppTest) -> str:
    (found,) = re.findall(r'href="(mailto:[^"]*)"', said(app))
    return unquote(unescape(found))


@pytest.mark.parametrize("role", [Role.VISITOR, Role.COMMUNITY_WORKER, Role.ADMINISTRATOR])
@pytest.mark.parametrize(
    ("kind", "thing"),
    [
        ("initiative", "koffie-in-de-linde"),
        ("organisation", "welzijn-meerwold"),
        ("facility", "bibliotheek-lindeplein"),
    ],
)
def test_what_is_open_has_an_address_for_everybody(opened: Opener, role: Role, kind: str, thing: str) -> None:
    app = opened(role, open=f"{kind}:{thing}")
    (address,) = shared(app)
    assert urlsplit(address).path == f"/id/{kind}/{thing}"
    assert address in mailed(app)
    assert mailed(app).startswith("mailto:?subject=")


def test_the_map_is_shared_as_it_is_filtered(opened: Opener) -> None:
    app = opened(thema="ontmoeten", gratis="1", buurt="BU99990101", alles="1")
    (address,) = shared(app)
    assert parse_qs(urlsplit(address).query) == {
        "thema": ["ontmoeten"], "gratis": ["1"], "buurt": ["BU99990101"], "alles": ["1"], "kijk": ["mee"],
    }  # fmt: skip
    assert TEXT.share.without_text not in said(app)


def test_a_name_that_was_typed_stays_here_and_that_is_said(opened: Opener) -> None:
    app = opened(q="koffie", gratis="1")
    (address,) = shared(app)
    assert parse_qs(urlsplit(address).query) == {"gratis": ["1"], "kijk": ["mee"]}
    assert TEXT.share.without_text in said(app)


def test_words_about_somebody_give_no_address_at_all(opened: Opener) -> None:
    app = opened().text_input(key=FIELD).set_value("zit de hele dag alleen").run()
    assert [button for button in app.button if str(button.key).startswith("rij_")]
    assert shared(app) == []
    assert "mailto:" not in said(app)


def test_who_follows_a_shared_map_looks_around_at_once(opened: Opener) -> None:
    name, value = public_address.LOOK_AROUND
    app = opened(None, thema="geld", **{name: value})
    assert app.pills(key="kaart_themas").value == ["geld"]
    assert app.session_state["rol"] == str(Role.VISITOR)
    assert dict(app.query_params) == {"thema": "geld"}
    app.button(key="andere_rol").click().run()
    assert app.button(key="rol_VISITOR")


def test_who_has_a_role_keeps_it(opened: Opener) -> None:
    app = opened(Role.BROKER, thema="geld", kijk="mee")
    assert app.session_state["rol"] == str(Role.BROKER)


@pytest.mark.parametrize("kijk", ["", "beheerder", "opbouwwerker"])
def test_an_address_gives_nobody_another_role(opened: Opener, kijk: str) -> None:
    app = opened(None, kijk=kijk)
    assert app.button(key="rol_VISITOR")


def test_on_this_computer_only_it_says_so(opened: Opener) -> None:
    assert TEXT.share.only_here in said(opened(open="initiative:koffie-in-de-linde"))


@pytest.mark.parametrize(
    ("address", "elsewhere"),
    [
        (ORIGIN, True),
        ("http://192.168.1.20:8501", True),
        ("http://[2001:db8::1]:8501", True),
        ("http://localhost:8501", False),
        ("http://kaart.localhost", False),
        ("http://127.0.0.1:8501", False),
        ("http://127.9.9.9", False),
        ("http://[::1]:8501", False),
        ("http://0.0.0.0:8501", False),
        ("", False),
    ],
)
def test_a_phone_can_open_only_what_does_not_name_this_computer(address: str, elsewhere: bool) -> None:
    assert public_address.opens_elsewhere(address) is elsewhere


def test_an_address_may_hold_any_sign() -> None:
    view = PublicView(text="mevrouw Jansen", themes=("a&b",), opened=Opened("area", "x y"))
    address = public_address.of_view(ORIGIN, view)
    assert parse_qs(urlsplit(address).query)["thema"] == ["a&b"]
    assert "Jansen" not in address
    assert public_address.of_thing(ORIGIN, "initiative", "a/b ?") == f"{ORIGIN}/id/initiative/a%2Fb%20%3F"


def test_the_card_has_the_code_of_the_public_page() -> None:
    app = Starlette(routes=print_routes(lambda _id: CARD))
    page = get(app, "/print/uitnodiging/koffie", accept="text/html", host="kaart.dobberdam.nl").text
    drawn = re.search(r'<path class="qrline"[^>]* d="([^"]+)"', page)
    wanted = segno.make("http://kaart.dobberdam.nl/id/initiative/koffie", error="m", micro=False)
    assert drawn
    assert drawn[1] in wanted.svg_inline(border=4, light="#fff", omitsize=True)
    assert "Scan met uw telefoon" in page
    assert "style=" not in page
    assert "QR-code naar http://kaart.dobberdam.nl/id/initiative/koffie" in page


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501"])
def test_on_this_computer_only_the_card_has_no_code(host: str) -> None:
    app = Starlette(routes=print_routes(lambda _id: CARD))
    page = get(app, "/print/uitnodiging/koffie", accept="text/html", host=host).text
    assert "U bent welkom" in page
    assert "<svg" not in page
    assert "Scan" not in page


def test_nothing_in_an_address_becomes_markup() -> None:
    page = invitation_page(CARD, f'{PAGE}"><script>alert(1)</script>')
    assert "<script>alert" not in page


def test_a_buurt_offers_its_package_and_that_of_the_wijk(opened: Opener) -> None:
    told = said(opened(Role.VISITOR, open="area:BU99990101"))
    links = re.findall(r'<a href="(/open/wijkpakket/[^"]+)" download>([^<]*)</a>', told)
    assert ("/open/wijkpakket/BU99990101.zip", "Gids van Lindehof") in links
    assert len(links) == 2
    assert links[1][1].startswith("Gids van de wijk ")


def test_the_package_comes_as_a_file(workspace: Workspace) -> None:
    app = Starlette(routes=open_routes(lambda: workspace))
    answer = get(app, public_address.of_package(LINDEHOF.id))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/zip")
    assert answer.headers["content-disposition"] == 'attachment; filename="wijkpakket-lindehof.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        assert KOFFIE.name in archive.read("wijkgids.html").decode("utf-8")
    again = get(app, public_address.of_package(LINDEHOF.id), if_none_match=answer.headers["etag"])
    assert again.status == 304
    missing = get(app, public_address.of_package("BU00000000"), accept="text/html")
    assert (missing.status, "Deze wijk of buurt kennen we niet." in missing.text) == (404, True)
