"""Plain pages for paper, beside the app: the invitation of one initiative, and sheets that lie ready.

Nothing here knows who asks: an invitation is public, and a sheet was made for whoever has its address.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import segno
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from socialmap.actions.print_invitation import Invitation, invitation
from socialmap.errors import SocialmapError, UserError
from socialmap.privacy.roles import Role, Viewer
from socialmap.ui import paper, public_address, session
from socialmap.ui.guard import answered
from socialmap.ui.text import TEXT

_ANYBODY = Viewer(Role.VISITOR)


def print_routes(find: Callable[[str], Invitation] | None = None) -> list[BaseRoute]:
    """The pages for paper; ``find`` gives the invitation of an id or raises ``NotFound``."""
    look_up = find or _public_invitation

    def card(request: Request) -> Response:
        content = answered(lambda: look_up(request.path_params["id"]))
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


def _public_invitation(initiative_id: str) -> Invitation:
    return invitation(session.workspace(), _ANYBODY, initiative_id)


def _address_of(request: Request, card: Invitation) -> str:
    """The public page of what the card is about; empty when only this computer can open it."""
    address = public_address.of_thing(public_address.of_request(request), "initiative", card.id)
    return address if card.id and public_address.opens_elsewhere(address) else ""


def invitation_page(card: Invitation, address: str = "") -> str:
    """The card as it is printed: big, with a line to write by hand who goes along, and a code to scan."""
    words = TEXT.invitation
    where = list(dict.fromkeys(part for part in (card.place, card.address) if part))
    facts = "".join(
        (
            _fact(words.when, card.when or (words.when_unknown,)),
            _fact(words.where, where),
            _fact(words.cost, (card.cost,)),
            _fact(words.questions, (card.contact,)),
        )
    )
    come = words.walk_in if card.walk_in else words.sign_up
    return _document(
        f'<p class="welkom">{escape(words.title)}</p><h1>{escape(card.name)}</h1><dl>{facts}</dl>'
        f'<div class="onderaan"><div><p class="komen">{escape(come)}</p>'
        f'<p class="mee"><span></span>{escape(words.goes_along)}</p></div>'
        f"{_code(address) if address else ''}</div>",
        button=f'<p class="knop"><button type="button" id="print">{escape(words.print)}</button></p>'
        '<script src="/assets/own/print.js" defer></script>',
    )


def _code(address: str) -> str:
    """The address as a code that a phone reads, drawn here."""
    words = TEXT.share
    drawing = segno.make(address, error="m", micro=False).svg_inline(border=4, light="#fff", omitsize=True)
    return (
        f'<figure class="code"><div role="img" aria-label="{escape(words.code.format(address=address))}">'
        f"{drawing}</div><figcaption>{escape(words.scan)}</figcaption></figure>"
    )


def _gone() -> str:
    words = TEXT.invitation
    return _document(f"<h1>{escape(words.gone)}</h1><p>{escape(words.gone_remedy)}</p>", button="")


def _document(content: str, *, button: str) -> str:
    return (
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="/assets/own/icon.svg"><link rel="stylesheet" href="/assets/own/print.css">'
        f"<title>{escape(TEXT.invitation.title)}</title></head>"
        f"<body><main>{content}</main>{button}</body></html>"
    )


def _fact(title: str, lines: tuple[str, ...] | list[str]) -> str:
    rows = "".join(f"<dd>{escape(line)}</dd>" for line in lines if line)
    return f"<div><dt>{escape(title)}</dt>{rows}</div>" if rows else ""


def _page(content: str, status: int) -> Response:
    return HTMLResponse(content, status_code=status, headers={"Cache-Control": "no-store"})
