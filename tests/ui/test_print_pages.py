"""The invitation on paper: public, plain, safe with any text, and nothing about a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from starlette.applications import Starlette

from socialmap.actions.print_invitation import Invitation, invitation
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotFound
from socialmap.model.cards.telling import WORDS, moment
from socialmap.model.cards.words import CardLanguage
from socialmap.model.language import Language, speaking
from socialmap.model.provision import Initiative, Session
from socialmap.model.values import DayPart
from socialmap.privacy.roles import Role, Viewer
from socialmap.ui.print_pages import invitation_page, print_routes
from socialmap.ui.text import texts_in
from tests.ui.asgi import Answer, get

TUESDAY = Session(slot=DayPart.TUESDAY_MORNING, starts=time(10), ends=time(12))

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
    def find(initiative_id: str, _language: CardLanguage | None) -> Invitation:
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


def in_language(language: CardLanguage) -> Invitation:
    words = WORDS[language]
    return replace(CARD, when=(moment(TUESDAY, words),), cost=words.free, language=language)


@pytest.mark.parametrize("language", list(WORDS))
def test_the_card_is_in_the_language_of_the_resident(language: CardLanguage) -> None:
    text = invitation_page(in_language(language))
    words = WORDS[language]
    for part in (words.title, words.when, words.walk_in, words.goes_along, words.free):
        assert part in text
    assert f'<main lang="{language}" dir="{language.direction}">' in text
    assert "U kunt gewoon komen." not in text
    assert "<bdi>Lindeplein 4</bdi>" in text


def test_arabic_is_read_from_right_to_left_and_addresses_keep_their_own_direction() -> None:
    text = invitation_page(in_language(CardLanguage.ARABIC))
    assert '<main lang="ar" dir="rtl">' in text
    assert "<bdi>Buurthuis De Linde</bdi>" in text
    assert '<html lang="nl">' in text


def test_who_prints_a_translated_card_is_asked_to_let_somebody_read_it() -> None:
    asked = texts_in(Language.DUTCH).invitation.read_it_once
    assert asked in invitation_page(in_language(CardLanguage.POLISH))
    assert asked not in invitation_page(CARD)


def test_every_language_is_offered_by_its_own_name() -> None:
    text = invitation_page(CARD)
    for language in CardLanguage:
        assert language.own_name in text
    assert 'href="?kaart=ti"' in text
    assert '<b aria-current="true"><bdi lang="nl">Nederlands</bdi></b>' in text


def test_a_dutch_card_stays_dutch_on_an_english_screen() -> None:
    with speaking(Language.ENGLISH):
        text = invitation_page(CARD)
    assert '<html lang="en">' in text
    assert "<dd>Gratis</dd>" in text
    assert "U kunt gewoon komen." in text
    assert "The language of this card" in text
    assert 'href="?kaart=ar&amp;taal=en"' in text


def test_the_town_prints_a_card_in_the_language_that_is_asked(workspace: Workspace) -> None:
    offer = next(stored.entity for stored in workspace.catalogue.all(Initiative) if stored.entity.sessions)
    arabic = invitation(workspace, Viewer(Role.VISITOR), offer.id, CardLanguage.ARABIC)
    assert arabic.name == offer.name
    assert arabic.contact == offer.contact
    assert any(day in arabic.when[0] for day in WORDS[CardLanguage.ARABIC].days)
    english = invitation(workspace, Viewer(Role.VISITOR), offer.id, CardLanguage.ENGLISH)
    assert english.when[0].split()[0].endswith("day")
    assert invitation(workspace, Viewer(Role.VISITOR), offer.id).language is CardLanguage.DUTCH
