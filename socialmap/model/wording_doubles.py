"""What speaks for and against two listings being the same thing, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class DoubleLabel(StrEnum):
    ALMOST_CERTAIN = "vrijwel zeker hetzelfde"
    LIKELY = "lijkt hetzelfde"


class DoublePart(StrEnum):
    """What two listings are compared by."""

    NAME = "naam"
    ADDRESS = "adres"
    PLACE = "plek"
    PHONE = "telefoon"
    MAIL = "mail"
    WEBSITE = "website"
    SORT = "soort"
    MOMENT = "moment"
    THEMES = "onderwerpen"
    FOR_WHOM = "voor wie"
    SOURCE = "bron"


NOTHING_DOUBLE = "Er staat niets dubbel op de kaart, voor zover wij zien."
SAME_PLACE_M = 5
SAME_NAME = "De namen zijn gelijk."
NAMES_ALIKE = "De namen lijken op elkaar."
NAMES_DIFFER = "De namen lijken weinig op elkaar."
SAME_ADDRESS = "Het adres is hetzelfde."
OTHER_NUMBER = "De straat is hetzelfde, het huisnummer niet."
OTHER_ADDRESS = "De adressen zijn anders."
SAME_AREA = "Ze zijn in dezelfde buurt."
OTHER_AREA = "Ze zijn in een andere buurt."
NO_FIXED_PLACE = "Ze hebben allebei geen vaste plek."
PLACE_UNKNOWN = "Van minstens één weten we de plek niet."
OTHER_PHONE = "De telefoonnummers zijn anders."
OTHER_WEBSITE = "De websites zijn anders."
SAME_SORT = "Het is dezelfde soort."
OTHER_SORT = "De soort is anders."
SAME_MOMENT = "Ze zijn op hetzelfde moment."
SAME_PART_OF_DAY = "Ze zijn op hetzelfde dagdeel."
OTHER_MOMENT = "Ze zijn op een ander moment."
SAME_THEMES = "Ze gaan over hetzelfde."
OTHER_THEMES = "Ze gaan over iets anders."
OTHER_AGES = "Ze zijn voor een andere leeftijd."
OTHER_PEOPLE = "Ze zijn voor andere mensen."
SAME_SOURCE = "Ze komen uit dezelfde lijst, onder een ander nummer."
SAME_KEY = "Ze komen uit dezelfde lijst, onder hetzelfde nummer."
TWO_DIFFERENT = "Kies twee verschillende vermeldingen van dezelfde soort."
NOT_A_CHOICE = "Hier valt niets te kiezen. Kijk welke twee nu op het scherm staan."
IN_ONE_ANSWER = {
    "no_fixed_place": "geen vaste plek",
    "age_min": "vanaf {value} jaar",
    "age_max": "tot en met {value} jaar",
    "max_participants": "voor {value} mensen",
    "places_free": "{value} plekken vrij",
    "places_unlimited": "altijd plek",
    "waiting_list": "wachtlijst: {value}",
    "stopped_on": "gestopt op {value}",
    "checked_by": "door {value}",
}
"""How a field is told that is one answer together with others."""
_OF_MORE = " Maar dat hebben er meer."
_SAME_CONTACT = {
    DoublePart.PHONE: "Het telefoonnummer is hetzelfde.",
    DoublePart.MAIL: "Het mailadres is hetzelfde.",
    DoublePart.WEBSITE: "De website is hetzelfde.",
}


def words_apart(one: str, other: str) -> str:
    """
    >>> words_apart("noord", "zuid")
    "In de ene naam staat 'noord', in de andere 'zuid'."
    """
    return f"In de ene naam staat '{one}', in de andere '{other}'."


def same_contact(part: DoublePart, *, shared: bool) -> str:
    """``shared``: more listings have it, so it says little."""
    return _SAME_CONTACT[part] + (_OF_MORE if shared else "")


def same_building(name: str) -> str:
    return f"Ze zijn in hetzelfde gebouw: {name}." if name else "Ze zijn in hetzelfde gebouw."


def apart(distance_m: int) -> str:
    """How far two places lie from each other.

    >>> apart(40), apart(2340), apart(3)
    ('Ze liggen 40 meter uit elkaar.', 'Ze liggen 2,3 kilometer uit elkaar.', 'Ze liggen op dezelfde plek.')
    """
    if distance_m <= SAME_PLACE_M:
        return "Ze liggen op dezelfde plek."
    if distance_m < 1000:
        return f"Ze liggen {distance_m} meter uit elkaar."
    return f"Ze liggen {distance_m / 1000:.1f} kilometer uit elkaar.".replace(".", ",", 1)


def merged(name: str, other: str) -> str:
    """
    >>> merged("Buurthuis De Linde", "De Linde")
    "Samengevoegd: 'Buurthuis De Linde' en 'De Linde' zijn nu één."
    """
    return f"Samengevoegd: '{name}' en '{other}' zijn nu één."


def told_apart(name: str, other: str) -> str:
    return f"Goed. '{name}' en '{other}' blijven twee. We vragen het niet meer."


def merged_row(line: int, name: str, said: Sequence[str]) -> str:
    """What a list says anew about a listing that went into another one."""
    return (
        f"Regel {line} gaat over iets dat is samengevoegd met {name}. Daar staat nu iets anders:"
        f" {'; '.join(said)}. Kijk het na en wijzig het zelf."
    )
