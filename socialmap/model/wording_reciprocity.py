"""The sentences about people who can mean something to each other (domain.md 4.I)."""

from __future__ import annotations

from socialmap.model.language import by_language

CAN_BRING = "Kan ook iets brengen"
"""The heading of what somebody with a question can do for others."""

PAIR = "Deze twee mensen kunnen iets voor elkaar betekenen."
RING = "Deze drie mensen kunnen iets voor elkaar betekenen: een kring van drie."
ASK_FIRST = "Vraag het eerst aan de mensen zelf."
NOBODY = "Er is nu niemand die iets voor een ander kan betekenen, voor zover wij weten."
NEVER_A_CONDITION = "Iets terugdoen hoeft niet."


@by_language
def gives(who: str, talent: str, whom: str) -> str:
    """``B-014 kan helpen met: Koken, voor een andere bewoner.``"""
    return f"{_capital(who)} kan helpen met: {talent}, voor {whom}."


ANOTHER = "een andere bewoner"
"""A resident of another colleague: no pseudonym, no question."""


@by_language
def asked_for(people: str, theme: str) -> str:
    """``Enkele mensen zoeken hulp bij: Spullen repareren en lenen.``; ``people`` may be hidden."""
    return f"{_capital(people)} zoeken hulp bij: {theme}."


@by_language
def talents_known(known: str, of: int, percent: int | None = None) -> str:
    """The indicator of a team; ``known`` may be hidden.

    >>> talents_known("6", 12)
    'Van 6 van de 12 mensen met een vraag weten we wat zij kunnen.'
    """
    told = f"{known} van de {of} mensen" if percent is None else f"{percent}% van de mensen"
    return f"Van {told} met een vraag weten we wat zij kunnen."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
