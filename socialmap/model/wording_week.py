"""The lines of the Maandagbericht: one sentence each (domain.md 4.J)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from socialmap.model.dutch import and_list, dutch_date
from socialmap.model.wording_checks import last_checked

NO_SUCH_AGREEMENT = "Deze afspraak staat niet bij jouw afspraken."
NO_SUCH_AGREEMENT_REMEDY = "Ga terug naar Deze week."
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


def was_it_done(text: str, on: date) -> str:
    """An agreement whose day is past; asked until somebody says yes."""
    return f"Dit spraken we af voor {dutch_date(on)}: {text.rstrip('.')}. Is dit gelukt?"


def unanswered(idea: str, since: date, *, asked: bool) -> str:
    """An idea without an answer of the *sociaal makelaar*; ``asked`` is the one who reads it.

    >>> unanswered("Samen eten", date(2026, 3, 2), asked=True)
    'Samen eten wacht sinds 2 maart 2026 op jouw antwoord.'
    """
    if asked:
        return f"{idea} wacht sinds {dutch_date(since)} op jouw antwoord."
    return f"{idea} ligt er sinds {dutch_date(since)}. De sociaal makelaar gaf nog geen antwoord."


def bundle(people: str, areas: Sequence[str], theme: str, exists: int = 0, *, full: bool = False) -> str:
    """``people`` may be hidden: "enkele mensen"; ``exists``: how many initiatives there are for it.

    >>> bundle("7 mensen", ("Havenrand", "Lindehof"), "Samen eten")
    '7 mensen in Havenrand en Lindehof hebben dezelfde vraag: Samen eten.'
    >>> bundle("5 mensen", (), "Samen eten", 1, full=True)
    '5 mensen hebben dezelfde vraag: Samen eten. Er is nu 1 initiatief, en dat is vol.'
    """
    where = f" in {and_list(tuple(areas))}" if areas else ""
    told = f"{people[:1].upper()}{people[1:]}{where} hebben dezelfde vraag: {theme}."
    if not exists:
        return told
    there = "Er is nu 1 initiatief" if exists == 1 else f"Er zijn nu {exists} initiatieven"
    if not full:
        return f"{told} {there}, met te weinig plek."
    return f"{told} {there}, en {'dat is' if exists == 1 else 'die zijn'} vol."


def waiting(pseudonym: str, theme: str, days: int) -> str:
    about = theme if theme[:2].isupper() else f"{theme[:1].lower()}{theme[1:]}"
    return f"De vraag van {pseudonym} over {about} staat {days} dagen open. Kan dit samen met anderen?"


def pattern(theme: str, area: str) -> str:
    return f"Opvallend in {area}: {theme}, hier en nu. Dit is geen bewijs."


def turned_fragile(name: str, impact: str) -> str:
    """About the initiative, never about who carries it; ``impact`` is a sentence about who depends on it."""
    return f"{name} is kwetsbaar geworden. {impact}".strip()


def empty_cell(life_area: str) -> str:
    """Literal from domain.md 004-27: ``Bij geld is nog niets van bewoners samen``."""
    return f"Bij {life_area} is nog niets van bewoners samen"


def empty_cells(life_areas: int) -> str:
    """For many life areas at once.

    >>> empty_cells(13)
    'Bij 13 leefgebieden is nog niets van bewoners samen'
    """
    return f"Bij {life_areas} leefgebieden is nog niets van bewoners samen"


def get_to_know(name: str) -> str:
    return f"Niemand van ons kent {name} nog. Ga eens langs."


def check(name: str, checked_on: date | None) -> str:
    return f"Klopt {name} nog? {last_checked(checked_on)}"
