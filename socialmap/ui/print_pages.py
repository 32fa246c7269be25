"""Plain pages for paper, beside the app: the invitation of one initiative, and sheets that lie ready.

Nothing here knows who asks: an invitation is public, and a sheet was made for whoever has its address.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from dataclasses import fields

import segno
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from socialmap.actions.print_invitation import Invitation, invitation
from socialmap.errors import SocialmapError, UserError
from socialmap.model.cards.telling import WORDS
from socialmap.model.cards.words import CardLanguage, CardText
from socialmap.model.language import Language, spoken
from socialmap.privacy.roles import Role, Viewer
from socialmap.ui import paper, public_address, session
from socialmap.ui.components.found_card import unbroken
from socialmap.ui.guard import answered
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT, texts_in

_ANYBODY = Viewer(Role.VISITOR)


CARD_PARAMETER = "kaart"
"""In the address of a card: in which language it is. The page around it is in that of who prints it."""


def print_routes(find: Callable[[str, CardLanguage | None], Invitation] | None = None) -> list[BaseRoute]:
    """The pages for paper; ``find`` gives the invitation of an id in a language, or raises ``NotFound``."""
    look_up = find or _public_invitation

    def card(request: Request) -> Response:
        asked = _card_language(request.query_params.get(CARD_PARAMETER))
        content = answered(lambda: look_up(request.path_params["id"], asked))
        if isinstance(content, SocialmapError):
            status = 404 if isinstance(content, UserError) else 503
            return _page(_gone(), status)
        return _page(invitation_page(content, _address_of(request, content)), 200)

    def sheet(request: Request) -> Response:
        page = paper.take(request.path_params["token"])
        return _page(page, 200) if page else _page(paper.gone_page(), 404)

    return [
        Route("/print/uitnodiging/{id}", card, methods=["GET"]),
        Route(f"{paper.ADDRESS}{{token}}", sheet, methods=["GET"]),
    ]


def _public_invitation(initiative_id: str, language: CardLanguage | None) -> Invitation:
    return invitation(session.workspace(), _ANYBODY, initiative_id, language)


def _card_language(code: str | None) -> CardLanguage | None:
    return next((each for each in CardLanguage if each == code), None)


def _address_of(request: Request, card: Invitation) -> str:
    """The public page of what the card is about; empty when only this computer can open it."""
    address = public_address.of_thing(public_address.of_request(request), "initiative", card.id)
    return address if card.id and public_address.opens_elsewhere(address) else ""


def invitation_page(card: Invitation, address: str = "") -> str:
    """The card as it is printed: big, with a line to write by hand who goes along, and a code to scan.

    Above it, not on paper: the other languages it can be in, and that somebody should read it once.
    """
    words = TEXT.invitation
    check = f'<p class="knop nalezen">{escape(words.read_it_once)}</p>' if card.language in WORDS else ""
    return _document(
        _card(card, address),
        card=card.language,
        above=_languages(card),
        button=f'{check}<p class="knop"><button type="button" id="print">{escape(words.print)}</button></p>'
        '<script src="/assets/own/print.js" defer></script>',
    )


def _card(card: Invitation, address: str) -> str:
    """What is on paper: in the language of the card, whatever the screens speak."""
    words = _words_of(card.language)
    where = [part for part in (card.place, card.address) if part]
    facts = "".join(
        (
            _fact(words.when, card.when or (words.when_unknown,)),
            _fact(words.where, dict.fromkeys(where), theirs=not card.place_is_ours),
            _fact(words.cost, (card.cost,)),
            _fact(words.questions, (unbroken(card.contact),), theirs=True),
        )
    )
    come = words.walk_in if card.walk_in else words.sign_up
    line, along = "<span></span>", html.escape(words.goes_along)
    with_whom = f"{along}{line}" if card.language in WORDS else f"{line}{along}"
    return (
        f'<p class="welkom">{html.escape(words.title)}</p><h1>{_as_written(card.name)}</h1><dl>{facts}</dl>'
        f'<div class="onderaan"><div><p class="komen">{html.escape(come)}</p>'
        f'<p class="mee">{with_whom}</p></div>'
        f"{_code(address, words.scan) if address else ''}</div>"
    )


def _words_of(language: CardLanguage) -> CardText:
    """Dutch and English cards say what the screens say."""
    if language in WORDS:
        return WORDS[language]
    screens = texts_in(Language(language))
    names = [each.name for each in fields(CardText) if each.name != "scan"]
    return CardText(**{name: getattr(screens.invitation, name) for name in names}, scan=screens.share.scan)


def _languages(card: Invitation) -> str:
    """The ways to the same card in another language; each named as its speakers do."""
    words = TEXT.invitation
    ways = []
    for each in CardLanguage:
        name = f'<bdi lang="{each}">{escape(each.own_name)}</bdi>'
        if each is card.language:
            ways.append(f'<b aria-current="true">{name}</b>')
        else:
            ways.append(
                f'<a href="{escape(session.in_this_language(f"?{CARD_PARAMETER}={each}"))}">{name}</a>'
            )
    return f'<nav class="knop talen" aria-label="{escape(words.languages)}">{" ".join(ways)}</nav>'


def _code(address: str, scan: str) -> str:
    """The address as a code that a phone reads, drawn here."""
    told = TEXT.share.code.format(address=address)
    drawing = segno.make(address, error="m", micro=False).svg_inline(border=4, light="#fff", omitsize=True)
    return (
        f'<figure class="code"><div role="img" aria-label="{escape(told)}">{drawing}</div>'
        f"<figcaption>{html.escape(scan)}</figcaption></figure>"
    )


def _gone() -> str:
    words = TEXT.invitation
    return _document(f"<h1>{escape(words.gone)}</h1><p>{escape(words.gone_remedy)}</p>", button="")


def _document(content: str, *, button: str, card: CardLanguage | None = None, above: str = "") -> str:
    spoken_on = f' lang="{card}" dir="{card.direction}"' if card else ""
    return (
        f'<!DOCTYPE html><html lang="{spoken()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="/assets/own/icon.svg"><link rel="stylesheet" href="/assets/own/print.css">'
        f"<title>{escape(TEXT.invitation.title)}</title></head>"
        f"<body>{above}<main{spoken_on}>{content}</main>{button}</body></html>"
    )


def _fact(title: str, lines: Iterable[str], *, theirs: bool = False) -> str:
    """``theirs``: names and addresses as people wrote them, in their own direction."""
    show = _as_written if theirs else html.escape
    rows = "".join(f"<dd>{show(line)}</dd>" for line in lines if line)
    return f"<div><dt>{html.escape(title)}</dt>{rows}</div>" if rows else ""


def _as_written(text: str) -> str:
    return f"<bdi>{html.escape(text)}</bdi>"


def _page(content: str, status: int) -> Response:
    return HTMLResponse(content, status_code=status, headers={"Cache-Control": "no-store"})
