"""What is said about the words of a file: the themes that they suggest, and danger that they tell of."""

from __future__ import annotations

from collections.abc import Sequence

from socialmap.model.language import by_language

NO_THEME = "Waar helpt dit bij? Kies minstens één onderwerp."
PERHAPS = "Misschien: {themes}."
NOT_ALL_LISTENED_TO = "Alleen bij de eerste {most} regels is gekeken of er iemand in gevaar is."
OF_A_TERM = "bij '{term}': {because}"


@by_language
def danger_in_row(sheet: str, line: int) -> str:
    """
    >>> danger_in_row("", 3)
    'Regel 3 vertelt misschien over iemand in gevaar. Haal dat dan weg en volg de meldcode.'
    """
    where = f"{sheet}, regel {line}," if sheet else f"Regel {line}"
    return f"{where} vertelt misschien over iemand in gevaar. Haal dat dan weg en volg de meldcode."


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
