"""The invitation on paper: public, plain, safe with any text, and nothing about a person."""

from __future__ import annotations

from starlette.applications import Starlette

from socialmap.actions.print_invitation import Invitation
from socialmap.errors import NotFound
from socialmap.ui.print_pages import invitation_page, print_routes
from tests.ui.asgi import Answer, get

CARD = Invitation(
    name="Koffie <b>& thee</b>",
    when=("dinsdag 10.00–12.00 uur",),
    place="Buurthuis De Linde",
    address="Lindeplein 4",
    cost="Gratis",
    contact="via <script>alert(1)</script>",
    walk_in=True,
)


def ask(address: str) -> Answer:
    def find(initiative_id: str) -> Invitation:
        if initiative_id != "koffie":
            raise NotFound("weg")
        return CARD

    return get(Starlette(routes=print_routes(find)), address, accept="text/html")


def test_the_card_invites_and_leaves_room_for_a_name() -> None:
    text = ask("/print/uitnodiging/koffie").text
    for part in (
        "U bent welkom",
        "dinsdag 10.00–12.00 uur",
        "Lindeplein 4",
        "U kunt gewoon komen.",
        "gaat met u mee",
    ):
        assert part in text
    assert "sociale basis" not in text


def test_text_of_people_stays_text() -> None:
    text = invitation_page(CARD)
    assert "<b>&" not in text
    assert "<script>" not in text
    assert "Koffie &lt;b&gt;&amp; thee&lt;/b&gt;" in text


def test_without_walking_in_it_says_to_let_know() -> None:
    card = Invitation("Taalcafé", (), "De Linde", "", "Gratis", "bel De Linde", walk_in=False)
    text = invitation_page(card)
    assert "Laat eerst weten dat u komt." in text
    assert "U kunt gewoon komen." not in text
    assert "Vraag naar de dag" in text


def test_the_card_is_not_kept_by_the_browser_and_loads_nothing_from_elsewhere() -> None:
    answer = ask("/print/uitnodiging/koffie")
    assert answer.headers["cache-control"] == "no-store"
    assert "http" not in answer.text
    assert "style=" not in answer.text


def test_a_card_that_is_gone_says_so_in_dutch() -> None:
    answer = ask("/print/uitnodiging/weg")
    assert answer.status == 404
    assert "Deze uitnodiging is er niet meer." in answer.text
