"""The conversation card *Hoe gaat het met jullie?*: five headings of the ACTIE model, in plain questions."""

from __future__ import annotations

CARD_TITLE = "Hoe gaat het met jullie?"

VISIT_QUESTIONS: tuple[tuple[str, str], ...] = (
    ("Animo", "Hebben jullie er nog zin in? Wat geeft plezier, en wat kost te veel?"),
    ("Contacten", "Wie helpt jullie? En wie zou je nog willen leren kennen?"),
    ("Toerusting", "Is er genoeg: mensen, geld, een plek, spullen? Wat is het eerst op?"),
    ("Inbedding", "Wie in de wijk weet van jullie? Wie zou jullie missen?"),
    ("Empathie", "Voelen jullie je gezien? Wat kunnen wij voor jullie doen?"),
)
"""Heading and question (domain.md 2.13)."""


def visit_title(initiative: str) -> str:
    """``Langsgaan bij Eettafel De Brug``"""
    return f"Langsgaan bij {initiative}"
