"""What is said about themes that were suggested from the words of a file."""

from __future__ import annotations

from collections.abc import Sequence

from socialmap.model.language import by_language

NO_THEME = "Waar helpt dit bij? Kies minstens één onderwerp."
PERHAPS = "Misschien: {themes}."
OF_A_TERM = "bij '{term}': {because}"


@by_language
def or_so(labels: Sequence[str]) -> str:
    """
    >>> or_so(["Geld"]), or_so(["Geld", "Werk"])
    ('Geld', 'Geld of Werk')
    """
    return " of ".join(labels)


@by_language
def why(because: str, *, alike: bool) -> str:
    """The reason of a theme: words that stand in the text, or a saying that is alike (a sentence already).

    >>> why("wandelen", alike=False)
    "herkend aan 'wandelen'"
    """
    return because if alike else f"herkend aan '{because}'"
