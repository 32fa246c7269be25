"""A small picture of the four quadrants with a dot where something lands."""

from __future__ import annotations

import streamlit as st

from socialmap.actions.save_offer import Placement
from socialmap.model.quadrants import Quadrant
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

_REACH = 42
"""Percent of the picture from the middle to an answer of 1."""


def show(placement: Placement) -> None:
    """Draw the quadrants, the dot, and the sentence that says the same."""
    st.html(
        f'<figure class="vakken">{picture_of(placement)}'
        f"<figcaption>{escape(placement.sentence)}</figcaption></figure>"
    )


def picture_of(placement: Placement) -> str:
    """Right is together, below is by residents; the quadrants it belongs to are tinted."""
    left, right, above, below = (escape(word) for word in TEXT.more.quadrant_axes)
    fields = "".join(
        f'<span class="{"vak aan" if quadrant in placement.quadrants else "vak"}">'
        f"{escape(quadrant.dutch_name)}</span>"
        for quadrant in Quadrant
    )
    x, y = 50 + placement.x * _REACH, 50 - placement.y * _REACH
    return (
        f'<div class="assen" aria-hidden="true"><i class="boven">{above}</i><i class="links">{left}</i>'
        f'<div class="vlak">{fields}<span class="stip" style="left:{x:.1f}%;top:{y:.1f}%"></span></div>'
        f'<i class="rechts">{right}</i><i class="onder">{below}</i></div>'
    )
