"""Puts a drawing in the page: SVG, which Streamlit's own HTML element would leave out."""

from __future__ import annotations

import streamlit as st

from socialmap.model.language import told

_PLAIN = frozenset(" .,()-–−%")


def show_drawing(figure: str) -> None:
    """Draw a ``<figure>`` with SVG in it; what people typed has to be in it as ``drawn_text``.

    Within this block Markdown leaves everything as it is, up to the first empty line.
    """
    assert figure.startswith("<figure")  # noqa: S101 - only then Markdown keeps its hands off
    st.markdown(figure.replace("\n", " "), unsafe_allow_html=True)


def drawn_text(text: str) -> str:
    """Text that neither HTML nor Markdown can read as anything else, in the language that is spoken.

    >>> drawn_text("Soep & <b>*Praatje*</b>")
    'Soep &#38; &#60;b&#62;&#42;Praatje&#42;&#60;&#47;b&#62;'
    """
    return "".join(sign if sign.isalnum() or sign in _PLAIN else f"&#{ord(sign)};" for sign in told(text))
