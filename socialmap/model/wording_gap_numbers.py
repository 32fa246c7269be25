"""The sentences that say what each number of a white spot, a share or a simulation means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from socialmap.model.dutch import dutch_date
from socialmap.model.quadrants import Quadrant
from socialmap.model.rounding import round_whole

FIGURES_OF_TODAY = "Dit zijn de vragen van het laatste jaar, tot en met vandaag."
NO_RELEASE_YET = "Er is nog geen stand van maandag. De beheerder maakt elke maandag een stand."
NO_OFFER = "Geen aanbod"
"""What is said of a neighbourhood without a place within reach, where nothing may be said of questions."""
COUNT_NOT_SHOWN = "Hoeveel mensen hier een vraag hebben, tonen we niet."
NOT_COMPARED = "Niet vergeleken"
CANNOT_COMPARE = "Deze buurt kunnen we nog niet met andere buurten vergelijken."
FEW_PEOPLE = "Minder dan 5 mensen. Dat tonen we niet."
MORE_PEOPLE = "meer dan een paar mensen"
"""For whom something is all that fits, told where no number may be."""
SAME_WITHIN_PERCENT = 1
"""A share that moves no more than this stays about the same."""


def release_sentence(monday: date) -> str:
    """``Stand van maandag 2 maart 2026, in stappen van vijf.``"""
    return f"Stand van maandag {dutch_date(monday)}, in stappen van vijf."


def unseen_sentence(places: int, label: str) -> str:
    """What can be said of a neighbourhood when nothing is known of its questions: supply is public.

    >>> unseen_sentence(0, "Geld en papieren")[:40]
    'Hier is geen aanbod bij geld en papieren'
    """
    if places:
        return COUNT_NOT_SHOWN
    return f"Hier is geen aanbod bij {label[:1].lower()}{label[1:]}. Ga eens kijken. {COUNT_NOT_SHOWN}"


def count_sentence(count: str) -> str:
    """A count as it may be shown ("24", "ongeveer 25", "0", "<5" or "–"), in words.

    >>> count_sentence("24"), count_sentence("<5")
    ('24 mensen hadden een vraag.', 'Minder dan 5 mensen. Dat tonen we niet.')
    """
    if count.startswith("<"):
        return FEW_PEOPLE
    if count == "–":
        return "Hoeveel mensen een vraag hadden, tonen we niet. Anders is een ander aantal uit te rekenen."
    if count == "0":
        return "Niemand had een vraag, voor zover wij weten."
    return f"{count[:1].upper()}{count[1:]} mensen hadden een vraag."


def total_sentence(total: str) -> str:
    """``Samen: ongeveer 65 mensen in de wijk.``"""
    return f"Samen: {total} mensen in de wijk."


def places_sentence(places: int, per_1000: str, per_1000_district: str, *, own_area: bool = False) -> str:
    """How much there is within reach, beside the whole district or own area."""
    whole = "het hele gebied" if own_area else "de hele wijk"
    if not places:
        return f"Er zijn geen plekken dichtbij. In {whole} zijn er {per_1000_district} per 1.000 inwoners."
    there = "Er is 1 plek" if places == 1 else f"Er zijn {places} plekken"
    return (
        f"{there} per week dichtbij: {per_1000} per 1.000 inwoners. "
        f"In {whole} zijn het er {per_1000_district}."
    )


def ratio_sentence(ratio: str) -> str:
    """``1,5 keer zoveel vragen als verwacht bij dit aantal inwoners.``"""
    return f"{ratio} keer zoveel vragen als verwacht bij dit aantal inwoners."


def shortfall_sentence(shortfall: str) -> str:
    """The number that decides the order within a category."""
    return f"Tekort: {shortfall}. Hoe hoger dit getal, hoe groter het tekort."


def shares_sentence(shares: Iterable[tuple[Quadrant, int]], count: int) -> str:
    """``Van 5 initiatieven: Individuele hulp 30%, …``; empty for none."""
    told = ", ".join(f"{quadrant.dutch_name} {percent}%" for quadrant, percent in shares)
    if not count:
        return ""
    return f"Van {count} {'initiatief' if count == 1 else 'initiatieven'}: {told}."


def trend_sentence(first: tuple[str, int, int], last: tuple[str, int, int]) -> str:
    """Two quarters, each with its name, the initiatives that do things together and all of them.

    >>> trend_sentence(("kwartaal 1 van 2025", 10, 40), ("kwartaal 2 van 2025", 12, 40))
    'In kwartaal 1 van 2025 was 10 van de 40 initiatieven samen, in kwartaal 2 van 2025 12 van de 40. \
Dat werd meer.'
    """
    (was_named, was_part, was_whole), (named, part, whole) = first, last
    change = round_whole(100 * part / whole) - round_whole(100 * was_part / was_whole)
    if abs(change) <= SAME_WITHIN_PERCENT:
        told = "Dat bleef ongeveer gelijk."
    else:
        told = "Dat werd meer." if change > 0 else "Dat werd minder."
    return (
        f"In {was_named} was {was_part} van de {was_whole} initiatieven samen, "
        f"in {named} {part} van de {whole}. {told}"
    )


def quarter_name(year: int, quarter: int) -> str:
    """``kwartaal 1 van 2026``"""
    return f"kwartaal {quarter} van {year}"


def emptied_sentence(area: str, label: str) -> str:
    """A neighbourhood that keeps nothing near; said where no count of people may be.

    >>> emptied_sentence("Lindehof", "Ontmoeten en contact")
    'Bij ontmoeten en contact is er in Lindehof dan niets meer dichtbij.'
    """
    return f"Bij {label[:1].lower()}{label[1:]} is er in {area} dan niets meer dichtbij."


def fewer_sentence(area: str, label: str, before: int, after: int) -> str:
    """``Lindehof, ontmoeten en contact: van 81 naar 65 plekken per week.``"""
    return f"{area}, {label[:1].lower()}{label[1:]}: van {before} naar {after} plekken per week."
