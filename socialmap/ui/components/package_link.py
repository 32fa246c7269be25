"""The way to the *wijkpakket* of a buurt, and of the wijk around it."""

from __future__ import annotations

from html import escape

import streamlit as st

from socialmap.actions.telling import Choice
from socialmap.ui import public_address
from socialmap.ui.text import TEXT


def show(buurt: Choice, wijk: Choice | None) -> None:
    """A link to each of the two."""
    words = TEXT.share
    links = [(buurt, words.package_of.format(area=buurt.label))]
    links += [(wijk, words.package_of_wijk.format(area=wijk.label))] if wijk else []
    told = "".join(
        f'<p><a href="{escape(public_address.of_package(area.id))}" download>{escape(label)}</a></p>'
        for area, label in links
    )
    st.html(
        f'<div class="meeneem"><b>{escape(words.package)}</b>'
        f'<p class="fluister">{escape(words.package_intro)}</p>{told}</div>'
    )
