"""Sheets for paper made for one viewer: ready for ten minutes at an address that cannot be guessed.

The pages for paper have no session, so they must not look anything up themselves. A screen makes the sheet
from what its viewer may see, lays it ready, and links to it.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Sequence

from socialmap.model.language import spoken
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

KEPT_S = 600.0
ADDRESS = "/print/blad/"
_MOST = 200


class _Ready:
    """What all sessions of this process laid ready: token → (until, page)."""

    lock = threading.Lock()
    sheets: dict[str, tuple[float, str]] = {}  # noqa: RUF012 – shared on purpose, under the lock


def lay_ready(page: str, token: str = "", now: Callable[[], float] = time.monotonic) -> str:
    """Keep a page for ten minutes; gives its token, or takes the place of what lay under ``token``."""
    token = token or secrets.token_urlsafe(24)
    with _Ready.lock:
        kept = {name: sheet for name, sheet in _Ready.sheets.items() if sheet[0] > now()}
        for oldest in sorted(kept, key=lambda name: kept[name][0])[: max(len(kept) - _MOST + 1, 0)]:
            del kept[oldest]
        kept[token] = (now() + KEPT_S, page)
        _Ready.sheets = kept
    return token


def take(token: str, now: Callable[[], float] = time.monotonic) -> str | None:
    """The page that lies ready under a token, or ``None``."""
    until, page = _Ready.sheets.get(token, (0.0, ""))
    return page if until > now() else None


def sheet_page(title: str, parts: Sequence[tuple[str, str]], *, under: str = "", figure: str = "") -> str:
    """One A4: a title, a line under it, a drawing that is already safe, and parts with a heading and text."""
    told = "".join(
        f"<section><h2>{escape(heading)}</h2><p>{escape(text)}</p></section>" for heading, text in parts
    )
    line = f'<p class="onder">{escape(under)}</p>' if under else ""
    return _document(
        title,
        f"<h1>{escape(title)}</h1>{line}{figure}{told}",
        f'<p class="knop"><button type="button" id="print">{escape(TEXT.paper.print)}</button></p>'
        '<script src="/assets/own/print.js" defer></script>',
    )


def gone_page() -> str:
    words = TEXT.paper
    return _document(words.gone, f"<h1>{escape(words.gone)}</h1><p>{escape(words.gone_remedy)}</p>", "")


def _document(title: str, content: str, button: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="{spoken()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="/assets/own/icon.svg"><link rel="stylesheet" href="/assets/own/print.css">'
        f'<title>{escape(title)}</title></head><body class="blad">'
        f"<main>{content}</main>{button}</body></html>"
    )
