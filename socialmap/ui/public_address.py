"""The addresses that somebody passes on: of one thing, of the map as it is filtered, of a package.

They begin as the page that is open, or that was asked for: whoever passes an address on reached us there. The
server lets nobody in under a name that is not in the settings, and a machine's own name is never asked.
"""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_address
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st
from starlette.requests import Request

from socialmap.ui import session
from socialmap.ui.public_view import PublicView

LOOK_AROUND = ("kijk", "mee")
"""In the address of a map: who has no role yet looks around as a visitor, and chooses nothing first."""
PACKAGE = "/open/wijkpakket"


def of_this_page() -> str:
    """Where this app is reached: scheme and host of the page that is open."""
    return _origin(st.context.url or "http://localhost:8501")


def of_request(request: Request) -> str:
    """Where this app was asked."""
    return _origin(str(request.base_url))


def of_thing(origin: str, kind: str, thing_id: str) -> str:
    """The public page of a thing, which answers a program too.

    >>> of_thing("https://kaart.dobberdam.nl", "initiative", "a/b")
    'https://kaart.dobberdam.nl/id/initiative/a%2Fb'
    """
    return origin + session.in_municipality(f"/id/{quote(kind, safe='')}/{quote(thing_id, safe='')}")


def of_view(origin: str, view: PublicView) -> str:
    """The map with these filters, for anybody. Words that were typed stay here: they may be about somebody.

    >>> of_view("https://kaart.dobberdam.nl", PublicView(text="mevrouw Jansen", free=True))
    'https://kaart.dobberdam.nl/?gratis=1&kijk=mee'
    """
    query = replace(view, text="").to_query() | dict([LOOK_AROUND])
    return origin + session.in_municipality(f"/?{urlencode(query)}")


def of_package(area_id: str) -> str:
    """Where the package of a wijk or buurt lies, below the address of the app."""
    return session.in_municipality(f"{PACKAGE}/{quote(area_id, safe='')}.zip")


def opens_elsewhere(address: str) -> bool:
    """May another device open this? Not when it names the device itself.

    >>> opens_elsewhere("https://kaart.dobberdam.nl/"), opens_elsewhere("http://127.0.0.1:8501/")
    (True, False)
    """
    host = urlsplit(address).hostname or ""
    if not host or host == "localhost" or host.endswith(".localhost"):
        return False
    try:
        return not (ip_address(host).is_loopback or ip_address(host).is_unspecified)
    except ValueError:
        return True


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
