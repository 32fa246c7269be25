"""The words of the team conversation: possibilities, goals, obstacles, certainty (domain.md 4.G)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from socialmap.model.dutch import dutch_date


class Possibility(StrEnum):
    """The ways to work together with others, in the order of the conversation."""

    BUNDLE = "bundelen"
    CONNECT = "verbinden"
    GROUP_OFFER = "groepsaanbod"
    JOIN = "aansluiten_bij_bestaand"
    BASIC_FACILITIES = "basisvoorzieningen"
    SIGNAL = "signaleren"
    BE_PRESENT = "aanwezig_zijn"
    ASK_TALENTS = "talenten_vragen"

    @property
    def label(self) -> str:
        return _POSSIBILITIES[self]


_POSSIBILITIES = {
    Possibility.BUNDLE: "Vragen bundelen",
    Possibility.CONNECT: "Mensen met elkaar verbinden",
    Possibility.GROUP_OFFER: "Een groep of activiteit aanbieden",
    Possibility.JOIN: "Aansluiten bij wat er al is",
    Possibility.BASIC_FACILITIES: "Basisvoorzieningen in de wijk gebruiken",
    Possibility.SIGNAL: "Signaleren",
    Possibility.BE_PRESENT: "Aanwezig zijn in de buurt",
    Possibility.ASK_TALENTS: "Talenten vragen",
}

OBSTACLE_ANSWERS = {"geen_ruimte": ("geen ruimte gekregen", "geen ruimte genomen")}
"""The obstacle that is picked with one of two answers (004-06), saved as ``geen_ruimte:`` and the answer."""

NO_ACTIONS = "Er staan nog geen acties."
NO_IDEAS = "Er staan nog geen ideeën"
NOTHING_PICKED = "Hier koos nog niemand iets."
NO_AGREEMENT = "Maak één afspraak, met een datum."
RESEARCH_ON_CERTAINTY = "In het onderzoek: minder dan 1 op de 5."

HEADINGS = {
    "opdracht": "Onze opdracht",
    "posities": "Waar staan we? Waar willen we heen?",
    "al": "Wat doen we al?",
    "meer": "Wat willen we meer?",
    "tegen": "Wat houdt ons tegen?",
    "zeker": "Hoe zeker zijn we met groepen?",
    "doelen": "Waar werken we aan?",
    "afspraak": "Onze afspraak",
}
"""The headings of the sheet of one A4, in order."""


def goal_share(goal: int, times: int, of: int, percent: int) -> str:
    """``Doel 1: 7 van de 10.``; a percentage from 50 actions."""
    return f"Doel {goal}: {percent}%." if of >= 50 else f"Doel {goal}: {times} van de {of}."


def seldom(goal: int) -> str:
    """Literal from domain.md 000-15."""
    return f"Doel {goal} komt weinig voor"


def ideas_running(running: int, ideas: int) -> str:
    """Literal from domain.md 000-35: ``2 van de 6 ideeën lopen``.

    >>> ideas_running(1, 6), ideas_running(1, 1)
    ('1 van de 6 ideeën loopt', 'Het ene idee loopt')
    """
    if ideas == 0:
        return NO_IDEAS
    if ideas == 1:
        return "Het ene idee loopt" if running else "Het ene idee loopt nog niet"
    return f"{running} van de {ideas} ideeën {'loopt' if running == 1 else 'lopen'}"


def feels_certain(certain: int, of: int) -> str:
    """Literal from domain.md 002-21: ``1 van de 5 voelt zich zeker``."""
    if certain == 0:
        return f"Niemand van de {of} voelt zich zeker"
    return f"{certain} van de {of} {'voelt' if certain == 1 else 'voelen'} zich zeker"


def done_often(label: str, times: int) -> str:
    return f"{label}: {times} keer." if times else f"{label}: nog niet."


def agreement(text: str, on: date | None) -> str:
    """The one agreement, with its date."""
    if not text:
        return NO_AGREEMENT
    return f"{text} ({dutch_date(on)})" if on else text


def picked(label: str, shown: str, tip: str = "") -> str:
    """``Het kost tijd (6 keer). Tip: …``; the number as it may be shown."""
    told = f"{label} ({shown} keer)" if shown.isdigit() else f"{label} ({shown})"
    return f"{told}. Tip: {tip}" if tip else f"{told}."
