"""A plain page about one public thing, at its name on the web: for people, without the app around it."""

from __future__ import annotations

from urllib.parse import urlencode

from socialmap.actions.show_thing import PublicThing
from socialmap.model.language import spoken
from socialmap.ui import session
from socialmap.ui.public_address import LOOK_AROUND
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

_FORMS = (("turtle", "Turtle"), ("jsonld", "JSON-LD"))


def thing_page(thing: PublicThing) -> str:
    """What is known of it, where it is on the map, and its other forms."""
    words = TEXT.open
    named = dict(TEXT.keep.fields) | dict(words.fields)
    rows = "".join(
        f"<div><dt>{escape(named[field])}</dt><dd>{'<br>'.join(map(escape, lines))}</dd></div>"
        for field, lines in thing.facts
        if field in named
    )
    query = urlencode({"open": f"{thing.kind}:{thing.id}"} | dict([LOOK_AROUND]))
    on_map = session.in_municipality(f"/?{query}")
    door = (
        f'<p class="deur"><a href="{escape(on_map)}">{escape(words.to_map)}</a></p>' if thing.on_map else ""
    )
    forms = " · ".join(
        f'<a href="{escape(session.in_municipality(f"?vorm={form}"))}">{escape(name)}</a>'
        for form, name in _FORMS
    )
    return _document(
        thing.name,
        f'<p class="soort">{escape(dict(words.kinds).get(thing.kind, ""))}</p><h1>{escape(thing.name)}</h1>'
        f"<dl>{rows}</dl>{door}"
        f'<p class="onder">{escape(words.address)}<br><code>{escape(thing.iri)}</code><br>'
        f"{escape(words.other_forms)} {forms}</p>",
    )


def error_page(sentence: str, remedy: str) -> str:
    """What is wrong with an address, and what to do."""
    home = escape(session.in_municipality("/"))
    door = f'<p class="deur"><a href="{home}">{escape(TEXT.open.to_first_page)}</a></p>'
    return _document(sentence, f"<h1>{escape(sentence)}</h1><p>{escape(remedy)}</p>{door}")


def _document(title: str, content: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="{spoken()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="/assets/own/icon.svg"><link rel="stylesheet" href="/assets/own/thing.css">'
        f"<title>{escape(title)} · {escape(TEXT.frame.name)}</title></head>"
        f"<body><main>{content}</main></body></html>"
    )
