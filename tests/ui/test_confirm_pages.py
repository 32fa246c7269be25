"""The page behind a link: GET only shows, an answer comes from the page itself, the address stays secret."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from socialmap.actions.confirm_link import make_link
from socialmap.actions.decide_suggestion import show_suggestions
from socialmap.actions.show_offer import show_offer
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.ui import session
from socialmap.ui.confirm_pages import confirm_routes
from socialmap.ui.middleware import AllowedHosts, DutchPages
from tests.town import EETTAFEL
from tests.ui.asgi import Answer, get, post

DELIA = Viewer(Role.BROKER, "delia")
FROM_HERE = {"origin": "null", "sec_fetch_site": "same-origin", "accept": "text/html"}
APP = Starlette(
    routes=confirm_routes(),
    middleware=[Middleware(AllowedHosts, hosts=("localhost",)), Middleware(DutchPages)],
)


@pytest.fixture
def address(town_folder: Path) -> Iterator[str]:
    """The address of a fresh link, with the app on this town."""
    session.use_settings(Settings(folder=town_folder, today="2026-03-02"))
    made = make_link(session.workspace(), DELIA, "initiative", EETTAFEL.id, origin="http://localhost:8501")
    yield "/klopt/" + made.text.partition("/klopt/")[2].split()[0]
    session.workspace().close()
    session.use_settings(Settings())


def send(address: str, fields: dict[str, str], **headers: str) -> Answer:
    return post(APP, address, urlencode(fields).encode(), **(headers or FROM_HERE))


def badge() -> str:
    return show_offer(session.workspace(), DELIA, EETTAFEL.id).badge


def test_the_page_is_dutch_plain_and_holds_nothing_from_elsewhere(address: str) -> None:
    page = get(APP, address, accept="text/html")
    assert page.status == 200
    for part in (
        '<html lang="nl">',
        "Eettafel De Brug",
        "038-5550111",
        "Ja, dit klopt",
        "Er is iets veranderd",
    ):
        assert part in page.text
    assert "<script" not in page.text
    assert "http://" not in page.text
    assert "https://" not in page.text


def test_the_address_is_told_to_nobody(address: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    page = get(APP, address, accept="text/html")
    send(address, {"antwoord": "klopt"})
    get(APP, address, accept="text/html")
    get(APP, f"{address}x", accept="text/html")
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert address.rpartition(".")[2] not in caplog.text + page.text


def test_looking_a_hundred_times_changes_nothing(address: str) -> None:
    position = session.workspace().catalogue.position()
    for _ in range(100):
        assert get(APP, address, accept="text/html").status == 200
    assert session.workspace().catalogue.position() == position
    assert badge() == "Bel eerst even"


def test_yes_is_one_click_and_the_second_time_says_that_it_was_used(address: str) -> None:
    answer = send(address, {"antwoord": "klopt"})
    assert (answer.status, "Dank u wel. We weten nu dat dit klopt." in answer.text) == (200, True)
    assert badge() == "Pas gecontroleerd"
    for again in (send(address, {"antwoord": "klopt"}), get(APP, address, accept="text/html")):
        assert again.status == 404
        assert "Deze link is al gebruikt." in again.text


def test_what_changed_goes_to_the_list(address: str) -> None:
    answer = send(address, {"contact": "via de balie", "cost_eur": "2,50", "status": "ja", "remark": ""})
    assert "Een collega uit de wijk kijkt ernaar." in answer.text
    (waiting,) = show_suggestions(session.workspace(), DELIA)
    told = [(line.field, line.proposed) for line in waiting.lines]
    assert told == [("contact", "via de balie"), ("cost_eur", "2.5"), ("status", "gestopt")]


def test_what_a_colleague_changed_meanwhile_is_not_proposed_back(address: str) -> None:
    page = get(APP, address, accept="text/html").text
    assert 'name="stond_contact" value="038-5550111"' in page
    workspace = session.workspace()
    changed = replace(EETTAFEL, contact="via de balie")
    workspace.catalogue.save([changed], actor="x", action="y", at=workspace.clock())
    sent = {"contact": "038-5550111", "stond_contact": "038-5550111", "remark": "Is nu op donderdag."}
    assert send(address, sent).status == 200
    ((line,),) = [each.lines for each in show_suggestions(workspace, DELIA)]
    assert line.field == "remark"


def test_danger_gives_the_card_and_one_press_sends_the_same_words_all_the_same(address: str) -> None:
    sent = {"remark": "hij slaat mij", "contact": "038-5550111", "stond_contact": "038-5550111"}
    answer = send(address, sent)
    assert answer.status == 422
    for number in ("tel:112", "tel:0800-2000", "tel:113", "tel:0800-0113"):
        assert f'href="{number}"' in answer.text
    assert "meldcode" not in answer.text
    assert answer.text.index("tel:112") < answer.text.index("Eettafel De Brug")
    marks = re.search('name="geen_gevaar" value="([^"]+)"', answer.text)[1]
    other = send(address, sent | {"remark": "zij slaat mij", "geen_gevaar": marks})
    assert (other.status, "tel:112" in other.text) == (422, True)
    assert "Een collega uit de wijk kijkt ernaar." in send(address, sent | {"geen_gevaar": marks}).text


def test_enter_sends_the_form_again_and_says_nothing_about_danger(address: str) -> None:
    """A browser presses the first button of a form on Enter; a button elsewhere may belong to it too."""
    told = send(address, {"remark": "hij slaat mij"}).text
    form = told[told.index("<details") :]
    assert form.index(">Stuur op</button>") < form.index(">Niemand is in gevaar, stuur het op</button>")
    assert form.index(">Niemand is in gevaar, stuur het op</button>") < form.index("</form>")
    assert "<button form=" not in told


def test_a_text_that_was_read_again_stays_so_when_something_else_is_refused(address: str) -> None:
    def marks(told: str) -> list[str]:
        return re.findall('name="geen_gevaar" value="([^"]+)"', told)

    sent = {"remark": "hij slaat mij", "contact": "x" * 121}
    (button,) = marks(send(address, sent).text)
    refused = send(address, sent | {"geen_gevaar": button}).text
    assert "Maak dit korter." in refused
    assert "tel:112" not in refused
    (hidden,) = marks(refused)
    other = send(address, sent | {"contact": "zij slaat mij", "geen_gevaar": hidden}).text
    assert "tel:112" in other
    kept, both = marks(other)
    assert (kept, len(both.split())) == (hidden, 2)
    fields = sent | {"contact": "via de balie", "geen_gevaar": hidden}
    assert "Een collega uit de wijk kijkt ernaar." in send(address, fields).text


def test_a_refused_form_stays_filled_in_with_its_sentence(address: str) -> None:
    answer = send(address, {"remark": "Bel Kanarie van Dijk", "contact": "038-5550111"})
    assert answer.status == 422
    assert "Hier staat misschien een naam. Haal die weg." in answer.text
    assert "Bel Kanarie van Dijk</textarea>" in answer.text
    assert "<details open>" in answer.text
    assert show_suggestions(session.workspace(), DELIA) == ()
    assert "Nog niet verstuurd." in send(address, {}).text


@pytest.mark.parametrize(
    "headers",
    [
        {"accept": "text/html"},
        {"origin": "http://kwaad.example", "sec_fetch_site": "cross-site"},
        {"origin": "null", "sec_fetch_site": "cross-site"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
    ],
)
def test_a_form_elsewhere_cannot_answer(address: str, headers: dict[str, str]) -> None:
    answer = send(address, {"antwoord": "klopt"}, **headers)
    assert answer.status in {400, 403}
    assert badge() == "Bel eerst even"


def test_an_older_browser_that_says_its_origin_may_answer(address: str) -> None:
    assert send(address, {"antwoord": "klopt"}, origin="http://localhost:8501").status == 200


@pytest.mark.parametrize("body", [b"\xff\xfe", b"a=1&" * 200, b"remark=" + b"x" * 30_000, b"", b"%%%"])
def test_odd_bytes_are_refused_kindly(address: str, body: bytes) -> None:
    answer = post(APP, address, body, **FROM_HERE)
    assert answer.status == 422
    assert "Verander eerst iets" in answer.text
    assert badge() == "Bel eerst even"


@pytest.mark.parametrize("token", ["x", "x.y", "confirm_link-0.AAAA", "%00", "<script>"])
def test_a_link_that_we_do_not_know_says_so(address: str, token: str) -> None:
    page = get(APP, f"/klopt/{token}", accept="text/html")
    assert page.status == 404
    assert "Deze link kennen we niet." in page.text
    assert "<script" not in page.text


def test_what_people_typed_stays_text(address: str) -> None:
    workspace = session.workspace()
    hostile = replace(EETTAFEL, contact='"><script>alert(1)</script>')
    workspace.catalogue.save([hostile], actor="x", action="y", at=workspace.clock())
    assert "<script" not in get(APP, address, accept="text/html").text


def test_a_copy_of_the_folder_elsewhere_keeps_its_own_key(address: str, tmp_path: Path) -> None:
    """A restored folder answers the links that were sent from it."""
    source = session.workspace().folder
    copy = shutil.copytree(source, tmp_path / "terug")
    session.use_settings(Settings(folder=copy, today="2026-03-02"))
    assert get(APP, address, accept="text/html").status == 200
