"""Where a team stands and where it wants to go, in English."""

from __future__ import annotations

from collections.abc import Sequence

from socialmap.model.english.dutch import and_list, decimal
from socialmap.model.language import told
from socialmap.model.quadrants import Quadrant
from socialmap.model.wording_positions import AXIS_Y, STAYS, YOU


def too_few(answers: int) -> str:
    return f"Still too few answers ({answers}). From 5 you see the average."


def degree(word: str, axis: tuple[str, str], *, positive: bool) -> str:
    """
    >>> degree("iets meer", AXIS_Y, positive=True)
    'iets meer formeel than informeel'
    """
    if not word:
        one, other = (axis[1], axis[0]) if axis == AXIS_Y else axis
        return f"in balance between {told(one)} and {told(other)}"
    side, other = told(axis[positive]), told(axis[not positive])
    return f"{told(word)} {side}" if word == "vooral" else f"{told(word)} {side} than {other}"


def standing(subject: str, x_words: str, y_words: str, quadrant: Quadrant | None, *, wish: bool) -> str:
    verb = _verb(subject, "wants to work" if wish else "works")
    line = f"{told(subject)} {verb} {x_words} and {y_words}."
    return f"{line} That is {told(quadrant.where)} ({told(quadrant.dutch_name)})." if quadrant else line


def in_balance(subject: str, *, wish: bool) -> str:
    return f"{told(subject)} {_verb(subject, 'wants to work' if wish else 'works')} in balance."


def wishes(found: Sequence[str]) -> str:
    if not found:
        return told(STAYS)
    return f"The team wants {' and '.join(told(each) for each in found)}."


def since_last_year(found: Sequence[str]) -> str:
    return f"A bit {and_list(tuple(told(each) for each in found))} than last year." if found else ""


def figures(n: int, x: float, y: float, spread: float, from_balance_percent: int) -> str:
    across, upright, apart = (decimal(value, 2) for value in (x, y, spread))
    return (
        f"{n} answers. From −1 (one to one) to 1 (together): {across}. "
        f"From −1 (residents) to 1 (professional): {upright}. "
        f"Spread: {apart}. The lower, the more you answer the same. "
        f"Distance to balance: {from_balance_percent}%. The middle is 0%, a corner is 100%."
    )


def _verb(subject: str, verb: str) -> str:
    """``You work``, ``Our team works``."""
    return verb.replace("works", "work").replace("wants", "want") if subject == YOU else verb
