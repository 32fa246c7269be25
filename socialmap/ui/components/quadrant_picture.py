"""A small picture of the four quadrants with a dot where something lands."""

from __future__ import annotations

import html

import streamlit as st

from socialmap.actions.save_offer import Placement
from socialmap.ui.text import TEXT

_SIDE = 220
_MIDDLE = _SIDE / 2
_REACH = 92
"""Pixels from the middle to an answer of 1."""


def show(placement: Placement | None) -> None:
    """Draw the quadrants; without a placement there is no dot and no sentence."""
    sentence = html.escape(placement.sentence) if placement else ""
    st.html(f'<figure class="vakken">{svg_of(placement)}<figcaption>{sentence}</figcaption></figure>')


def svg_of(placement: Placement | None) -> str:
    """Right is together, below is by residents; the quadrants it belongs to are tinted."""
    words = TEXT.more
    half = _MIDDLE - 2
    corners = {"LB": (2.0, 2.0), "RB": (_MIDDLE, 2.0), "LO": (2.0, _MIDDLE), "RO": (_MIDDLE, _MIDDLE)}
    on = {str(quadrant) for quadrant in placement.quadrants} if placement else set()
    fields = "".join(
        f'<rect x="{x}" y="{y}" width="{half}" height="{half}" class="{"vak aan" if name in on else "vak"}"/>'
        f'<text x="{x + half / 2}" y="{14 if y < _MIDDLE else _SIDE - 9}" class="vaknaam">'
        f"{html.escape(label)}</text>"
        for (name, (x, y)), label in zip(corners.items(), words.quadrant_corners, strict=True)
    )
    left, right, above, below = (html.escape(word) for word in words.quadrant_axes)
    dot = ""
    if placement:
        x, y = _MIDDLE + placement.x * _REACH, _MIDDLE - placement.y * _REACH
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" class="stip"/>'
    label = html.escape(placement.sentence) if placement else f"{left}, {right}, {above}, {below}"
    return (
        f'<svg viewBox="0 0 {_SIDE} {_SIDE}" role="img" aria-label="{label}">{fields}'
        f'<path d="M{_MIDDLE} 2V{_SIDE - 2}M2 {_MIDDLE}H{_SIDE - 2}" class="as"/>'
        f'<text x="6" y="{_MIDDLE - 5}" class="asnaam">{left}</text>'
        f'<text x="{_SIDE - 6}" y="{_MIDDLE - 5}" class="asnaam eind">{right}</text>'
        f'<text x="{_MIDDLE}" y="34" class="asnaam op">{above}</text>'
        f'<text x="{_MIDDLE}" y="{_SIDE - 26}" class="asnaam op">{below}</text>{dot}</svg>'
    )
