"""The lines of the Maandagbericht: one sentence each (domain.md 4.J)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from socialmap.model.dutch import and_list, dutch_date

NOTHING_NEW = "Niets nieuws. Fijne week."


def more(lines: int) -> str:
    """What stands on the button to the rest; empty when that was all.

    >>> more(4)
    'nog 4'
    """
    return f"nog {lines}" if lines else ""


def unsafe(title: str) -> str:
    return f"Dit gaat over veiligheid: {title}. Leg het deze week neer."


def report_back(title: str, promised_on: date) -> str:
    return f"Laat weten wat er gebeurde met: {title}. Dat zou op {dutch_date(promised_on)}."


def agreed(text: str, on: date) -> str:
    return f"Dit spraken we af voor {dutch_date(on)}: {text.rstrip('.')}."


def bundle(people: str, areas: Sequence[str], theme: str) -> str:
    """``people`` may be hidden: "enkele mensen".

    >>> bundle("7 mensen", ("Havenrand", "Lindehof"), "Samen eten")
    '7 mensen in Havenrand en Lindehof hebben dezelfde vraag: Samen eten.'
    """
    where = f" in {and_list(tuple(areas))}" if areas else ""
    return f"{people[:1].upper()}{people[1:]}{where} hebben dezelfde vraag: {theme}."


def waiting(theme: str, days: int) -> str:
    return f"Een vraag over {theme} staat {days} dagen open. Kan dit samen met anderen?"


def pattern(theme: str, area: str) -> str:
    return f"Opvallend in {area}: {theme}, hier en nu. Dit is geen bewijs."


def fragile(name: str, people: str) -> str:
    """About the initiative, never about who carries it."""
    return f"{name} is kwetsbaar geworden. Voor {people} is er niets anders."


def turned_fragile(name: str, impact: str) -> str:
    """The same with a sentence of its own about who depends on it."""
    return f"{name} is kwetsbaar geworden. {impact}".strip()


def empty_cell(life_area: str) -> str:
    """Literal from domain.md 004-27: ``Bij geld is nog niets van bewoners samen``."""
    return f"Bij {life_area} is nog niets van bewoners samen"


def get_to_know(name: str) -> str:
    return f"Niemand van ons kent {name} nog. Ga eens langs."


def check(name: str, checked_on: date | None) -> str:
    last = f"Laatst gecontroleerd op {dutch_date(checked_on)}." if checked_on else "Nog nooit gecontroleerd."
    return f"Klopt {name} nog? {last}"
