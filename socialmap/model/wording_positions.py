"""The sentences about where a team stands and where it wants to go (domain.md 4.G)."""

from __future__ import annotations

from collections.abc import Sequence

from socialmap.model.dutch import and_list, decimal
from socialmap.model.quadrants import Quadrant

OUR_TEAM, YOU, THIS_GROUP = "Ons team", "Je", "Deze groep"
"""Who a sentence about a position is about."""

TWO_CAMPS = "Let op: jullie denken hier verschillend over. Praat erover."
HIDDEN_FOR_OTHERS = "Dit tonen we niet. Anders is te zien waar één collega staat."
STAYS = "Het team wil ongeveer blijven waar het nu staat."

AXIS_X = ("individueel", "collectief")
AXIS_Y = ("informeel", "formeel")
_AS_SAID = {AXIS_X: AXIS_X, AXIS_Y: ("formeel", "informeel")}
WISHES_X = ("meer één-op-één", "meer samen")
WISHES_Y = ("meer met bewoners", "meer met beroepskrachten")


def too_few(answers: int) -> str:
    """Literal from domain.md 4.G."""
    return f"Nog te weinig antwoorden ({answers}). Vanaf 5 zie je het gemiddelde."


def degree(word: str, axis: tuple[str, str], *, positive: bool) -> str:
    """One axis in words; ``word`` is empty for *in balans*.

    >>> degree("iets meer", AXIS_Y, positive=True), degree("vooral", AXIS_X, positive=False)
    ('iets meer formeel dan informeel', 'vooral individueel')
    """
    if not word:
        return f"in balans tussen {' en '.join(_AS_SAID[axis])}"
    side, other = axis[positive], axis[not positive]
    return f"{word} {side}" if word == "vooral" else f"{word} {side} dan {other}"


def standing(subject: str, x_words: str, y_words: str, quadrant: Quadrant) -> str:
    return f"{subject} werkt {x_words} en {y_words}. Dat is {quadrant.where} ({quadrant.dutch_name})."


def in_balance(subject: str) -> str:
    return f"{subject} werkt in balans."


def wishes(found: Sequence[str]) -> str:
    """What the team wants more of.

    >>> wishes(["meer samen", "meer met bewoners"])
    'Het team wil meer samen doen en meer met bewoners.'
    """
    if not found:
        return STAYS
    first, *others = found
    return " en ".join([f"Het team wil {first} doen", *others]) + "."


def since_last_year(found: Sequence[str]) -> str:
    """``Iets meer één-op-één dan vorig jaar.``; empty when nothing changed."""
    return f"Iets {and_list(tuple(found))} dan vorig jaar." if found else ""


def figures(n: int, x: float, y: float, spread: float, from_balance_percent: int) -> str:
    """``7 antwoorden. Gemiddelde: -0,60 en 0,16. …``, decimals with a comma."""
    told = [decimal(value, 2) for value in (x, y, spread)]
    return (
        f"{n} antwoorden. Gemiddelde: {told[0]} (samen) en {told[1]} (formeel). "
        f"Spreiding: {told[2]}. Afstand tot evenwicht: {from_balance_percent}%."
    )
