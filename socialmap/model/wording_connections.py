"""The sentences about who and what is connected, and what is not (domain.md 4.K, O5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from socialmap.model.dutch import and_list, dutch_date
from socialmap.model.together import IntroductionOutcome

EVERYBODY_KNOWS_EACH_OTHER = "Iedereen kent elkaar, voor zover wij weten."
NOBODY_KNOWS_THIS = "Niemand van ons kent deze plek nog."
ONE_WHOLE = "Alles hangt met elkaar samen, voor zover wij weten."
NOTHING_YET = "Er staan nog geen initiatieven in het netwerk."
STANDS_ALONE = "Hier is nog geen verbinding van bekend."

TWO_DIFFERENT = "Kies twee verschillende initiatieven."

MOST_NAMES = 3
_KNOWN = {"initiative": "deze groep", "network": "dit netwerk", "organisation": "deze organisatie"}

_DECIDED = {
    IntroductionOutcome.KNOW_EACH_OTHER: "Vastgelegd: {name} en {other} kennen elkaar.",
    IntroductionOutcome.INVITED: "Mooi. Jij stelt {name} en {other} aan elkaar voor.",
    IntroductionOutcome.LET_BE: "Goed. We vragen niet meer naar {name} en {other}.",
}


def initiatives(count: int) -> str:
    return "1 initiatief" if count == 1 else f"{count} initiatieven"


def some_names(names: Sequence[str]) -> str:
    """At most three names, and how many more.

    >>> some_names(["Koor", "Eettafel", "Loopgroep", "Inloop", "Tuin"])
    'Koor, Eettafel, Loopgroep en nog 2'
    """
    if len(names) <= MOST_NAMES:
        return and_list(tuple(names))
    return f"{', '.join(names[:MOST_NAMES])} en nog {len(names) - MOST_NAMES}"


def introduce(name: str, other: str, distance_m: int) -> str:
    """Literal from domain.md O5.

    >>> introduce("Eettafel De Brug", "Soep & Praatje", 180)
    'Eettafel De Brug en Soep & Praatje (180 m) – kennen deze twee elkaar?'
    """
    return f"{name} en {other} ({distance_m} m) – kennen deze twee elkaar?"


def island(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} staat nog alleen."
    return f"{some_names(names)} horen bij elkaar."


def islands(sizes: Sequence[int]) -> str:
    """How much hangs together; the list that follows names what stands apart from it."""
    if not sizes:
        return NOTHING_YET
    if len(sizes) == 1:
        return ONE_WHOLE
    if sizes[0] == 1:
        return "Geen initiatief hangt nog met een ander samen."
    return f"{initiatives(sizes[0])} hangen met elkaar samen. Wat hieronder staat, staat daar los van."


def new_link(name: str, other: str, joined: int, theme: str) -> str:
    """What one new link would do; ``theme`` is what both are about, or empty."""
    both = f" Beide gaan over {theme}." if theme else ""
    return f"Leer {name} en {other} elkaar kennen. Dan horen {initiatives(joined)} bij elkaar.{both}"


def hinge(label: str, names: Sequence[str]) -> str:
    """About what holds together, not about who does it.

    >>> hinge("Kerk De Bron", ["Eettafel", "Koor"])
    'Alleen via Kerk De Bron zijn Eettafel en Koor verbonden met de rest.'
    """
    return f"Alleen via {label} {_are(names)} {some_names(names)} verbonden met de rest."


def bridge(label: str, other: str, names: Sequence[str]) -> str:
    return f"Alleen door de band tussen {label} en {other} {_are(names)} {some_names(names)} niet los."


def knows(name: str, kind: str, last_contact: date) -> str:
    """``Samira kent deze groep (laatste contact 10 februari 2026).``"""
    return f"{name} kent {_KNOWN.get(kind, 'dit')} (laatste contact {dutch_date(last_contact)})."


def decided(outcome: IntroductionOutcome, name: str, other: str) -> str:
    """What is said after an answer about a pair."""
    return _DECIDED[outcome].format(name=name, other=other)


def not_drawn(count: int) -> str:
    """What a small picture leaves out."""
    return f"Er is nog {count} verbinding meer." if count == 1 else f"Er zijn nog {count} verbindingen meer."


def _are(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "zijn"
