"""The sentences of two areas beside each other. They tell what differs, never which one is better."""

from __future__ import annotations

from fractions import Fraction

from socialmap.model.dutch import decimal
from socialmap.model.rounding import round_whole

INHABITANTS, SUPPLY, BASICS = (
    "Inwoners",
    "Plekken per week, per 1.000 inwoners",
    "Dichtbij in hoeveel buurten",
)
FRESHNESS, THRESHOLDS, QUADRANTS = "Hoe vers is wat we weten?", "Wat weten we van drempels?", "De vier vakken"
INHABITANTS_HELP = "Van het CBS, per hele buurt."
SUPPLY_HELP = "Wat lopend te bereiken is vanaf het midden van elke buurt, bij elkaar."
BASICS_HELP = "Dichtbij is hoogstens 500 meter lopen, vanaf het midden van de buurt."
FRESHNESS_HELP = "Hoeveel initiatieven, naar hoe lang geleden iemand het nakeek."
THRESHOLDS_HELP = "Ja, nee, en hoe vaak we het niet weten. Onbekend is niet hetzelfde als nee."
QUADRANTS_HELP = (
    "Hoe de initiatieven verdeeld zijn. Tussen één-op-één en samen, tussen beroepskracht en bewoner."
)
NOT_KNOWN = "–"
NO_BASICS = "We kennen hier geen voorzieningen."
ALL_INHABITANTS, NEIGHBOURHOODS, INITIATIVES = "Inwoners", "Buurten", "Initiatieven"
NO_DIFFERENCE = "Er is geen verschil dat eruit springt."
NO_SCORE = "Een verschil zegt niet wat beter is. Vraag het aan de mensen die er wonen."
THE_SAME = "Kies twee verschillende gebieden."
INHABITANTS_NOT_KNOWN = (
    "Van {area} weten we niet hoeveel mensen er wonen. Daarom vergelijken we het aanbod niet."
)
FEW_INITIATIVES = "In {area} zijn weinig initiatieven. Dan zeggen delen van het geheel niets."


def supply_difference(label: str, first: tuple[str, Fraction], second: tuple[str, Fraction]) -> str:
    """Each side with its name and its places per 1.000 inhabitants.

    >>> supply_difference("Geld en papieren", ("Lindehof", Fraction(0)), ("Vogelweide", Fraction(30)))
    'Geld en papieren: in Lindehof is niets dichtbij, in Vogelweide zijn er 30,0 plekken per 1.000 inwoners.'
    """
    (one, had), (other, has) = first, second
    if not had or not has:
        (empty, _), (full, places) = (first, second) if not had else (second, first)
        there = decimal(float(places), 1)
        return f"{label}: in {empty} is niets dichtbij, in {full} zijn er {there} plekken per 1.000 inwoners."
    return (
        f"{label}: in {one} zijn er {decimal(float(had), 1)} plekken per 1.000 inwoners, "
        f"in {other} {decimal(float(has), 1)}."
    )


def nearness_difference(label: str, first: tuple[str, int, int], second: tuple[str, int, int]) -> str:
    """Each side with its name, the neighbourhoods where one is near, and all of them.

    >>> nearness_difference("Huisarts", ("Noord", 0, 1), ("Zuid", 2, 3))
    'Huisarts: in Noord is er geen dichtbij, in Zuid wel in 2 van de 3 buurten.'
    >>> nearness_difference("Huisarts", ("Noord", 1, 1), ("Zuid", 0, 3))
    'Huisarts: in Noord is er een dichtbij, in Zuid niet.'
    """
    (one, near_one, all_one), (other, near_other, all_other) = first, second
    if not near_one:
        also = "" if all_other == 1 else f" in {near_other} van de {all_other} buurten"
        return f"{label}: in {one} is er geen dichtbij, in {other} wel{also}."
    here = "een dichtbij" if all_one == 1 else f"een dichtbij in {near_one} van de {all_one} buurten"
    there = f"in {near_other} van de {all_other} buurten" if near_other else "niet"
    return f"{label}: in {one} is er {here}, in {other} {there}."


def quadrant_difference(label: str, first: tuple[str, int], second: tuple[str, int]) -> str:
    """``Samen in de buurt: in Noord is dat 50% van de initiatieven, in Zuid 10%.``"""
    return f"{label}: in {first[0]} is dat {first[1]}% van de initiatieven, in {second[0]} {second[1]}%."


def checking_difference(first: tuple[str, Fraction], second: tuple[str, Fraction]) -> str:
    """``In Noord is 80% van de initiatieven het laatste half jaar nagekeken, in Zuid 20%.``"""
    return (
        f"In {first[0]} is {_percent(first[1])} van de initiatieven het laatste half jaar nagekeken, "
        f"in {second[0]} {_percent(second[1])}."
    )


def knowing_difference(first: tuple[str, Fraction], second: tuple[str, Fraction]) -> str:
    """``Van de drempels weten we in Noord 80%, in Zuid 20%. Vraag het eens na.``"""
    return (
        f"Van de drempels weten we in {first[0]} {_percent(first[1])}, in {second[0]} {_percent(second[1])}. "
        "Vraag het eens na."
    )


def threshold_counts(yes: int, no: int, unknown: int) -> str:
    """``4 ja · 1 nee · 1 onbekend``"""
    return f"{yes} ja · {no} nee · {unknown} onbekend"


def of_neighbourhoods(near: int, total: int) -> str:
    """
    >>> of_neighbourhoods(2, 3), of_neighbourhoods(1, 1), of_neighbourhoods(0, 1)
    ('2 van de 3', 'ja', 'nee')
    """
    if total == 1:
        return "ja" if near else "nee"
    return f"{near} van de {total}"


def _percent(part: Fraction) -> str:
    return f"{round_whole(float(100 * part))}%"
