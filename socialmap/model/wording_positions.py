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


def standing(subject: str, x_words: str, y_words: str, quadrant: Quadrant | None, *, wish: bool) -> str:
    """Where somebody works, or with ``wish`` wants to; without a quadrant where a name would say too much.

    >>> standing(OUR_TEAM, "meer collectief", "iets meer informeel", None, wish=True)
    'Ons team wil meer collectief en iets meer informeel werken.'
    """
    verb, end = ("wil", " werken") if wish else ("werkt", "")
    told = f"{subject} {verb} {x_words} en {y_words}{end}."
    return f"{told} Dat is {quadrant.where} ({quadrant.dutch_name})." if quadrant else told


def in_balance(subject: str, *, wish: bool) -> str:
    return f"{subject} wil in balans werken." if wish else f"{subject} werkt in balans."


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
    """Each number with a plain sentence, decimals with a comma."""
    told = [decimal(value, 2) for value in (x, y, spread)]
    return (
        f"{n} antwoorden. Van −1 (één-op-één) tot 1 (samen): {told[0]}. "
        f"Van −1 (bewoners) tot 1 (beroepskracht): {told[1]}. "
        f"Spreiding: {told[2]}. Hoe lager, hoe meer jullie hetzelfde antwoorden. "
        f"Afstand tot evenwicht: {from_balance_percent}%. Het midden is 0%, een hoek is 100%."
    )
