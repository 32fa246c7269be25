"""*Deel*: the address of what is open, to copy or to mail; made here, without anybody else."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

import streamlit as st

from socialmap.ui import public_address
from socialmap.ui.public_view import PublicView
from socialmap.ui.text import TEXT


def of_thing(kind: str, thing_id: str, name: str) -> None:
    """The public page of an initiative, place or organisation."""
    address = public_address.of_thing(public_address.of_this_page(), kind, thing_id)
    _show(address, name, TEXT.share.of_thing, "")


def of_view(view: PublicView) -> None:
    """The map as it is filtered."""
    words = TEXT.share
    address = public_address.of_view(public_address.of_this_page(), view)
    _show(address, words.map_subject, words.of_view, words.without_text if view.text else "")


def _show(address: str, subject: str, intro: str, note: str) -> None:
    words = TEXT.share
    only_here = "" if public_address.opens_elsewhere(address) else words.only_here
    lines = "".join(f'<p class="fluister">{escape(line)}</p>' for line in (intro, note, only_here) if line)
    body = words.mail.format(subject=subject, address=address)
    mail = f"mailto:?subject={quote(subject)}&body={quote(body)}"
    copy = f'<button type="button" class="naar-blad" data-kopieer>{escape(words.copy)}</button>'
    send = f'<a class="naar-blad" href="{escape(mail)}">{escape(words.to_mail)}</a>'
    with st.expander(words.title, key="deel"):
        st.html(
            f'<div class="deelvak">{lines}'
            f'<code class="adres" tabindex="0" aria-label="{escape(words.address)}">{escape(address)}</code>'
            f'<p class="deelknoppen">{copy}{send}</p>'
            f'<p class="fluister" role="status" data-gekopieerd="{escape(words.copied)}"'
            f' data-zelf="{escape(words.copy_yourself)}"></p></div>'
        )
        st.html('<script src="/assets/own/share.js"></script>', unsafe_allow_javascript=True)
