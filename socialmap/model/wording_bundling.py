"""The sentences of bundling: what is missing, who does not fit and why, the first step (domain.md 4.B)."""

from __future__ import annotations

from enum import StrEnum

from socialmap.model.dutch import euros, slot_name
from socialmap.model.values import DayPart

FIRST_STEP = "Vraag het aan de mensen zelf"
ASKS_A_LOT = "vraagt al veel van deze persoon"
ASK_ABOUT_COST = "Vraag na wat de ruimte kost"
ASK_ABOUT_KITCHEN = "Vraag na of er een keuken is"
NO_KITCHEN = "Hier is geen keuken. Bedenk hoe je aan eten komt"
HOST_IS_THERE = "Iemand kan wel gastvrouw of gastheer zijn. Zoek eerst een trekker voor de inhoud"
SAME_ROOM = "Een ander idee vraagt dezelfde ruimte op hetzelfde moment"
SAME_PERSON = "Een trekker is op dat moment ook nodig voor een ander idee"
WRONG_AMOUNT = "Vul een bedrag in, zoals 15 of 7,50."
WRONG_NUMBER = "Vul een heel getal in, zoals 6."


class NotBundledReason(StrEnum):
    """Why a question is not for a group."""

    THEME = "thema"
    DOES_NOT_WANT = "wil niet"
    ONE_TO_ONE = "groepsvorm"


class WhyNot(StrEnum):
    """Why somebody cannot join a group."""

    TOO_FAR = "te_ver"
    DAY_PART = "dagdeel"
    DAY_PART_UNKNOWN = "dagdeel_onbekend"
    LANGUAGE = "taal"
    LANGUAGE_UNKNOWN = "taal_onbekend"
    WHEELCHAIR = "rolstoel"
    FULL = "vol"
    NO_ROOM = "geen_ruimte"
    REFUSED = "past_niet"


_WHY_NOT = {
    WhyNot.TOO_FAR: "Te ver.",
    WhyNot.DAY_PART: "Kan dan niet.",
    WhyNot.DAY_PART_UNKNOWN: "Vraag na welke dag kan.",
    WhyNot.LANGUAGE: "Spreekt deze taal niet.",
    WhyNot.LANGUAGE_UNKNOWN: "Vraag na welke taal kan.",
    WhyNot.WHEELCHAIR: "Kan hier niet naar binnen met rolstoel of rollator.",
    WhyNot.FULL: "De groep is vol.",
    WhyNot.NO_ROOM: "Er is geen ruimte die past en dichtbij is.",
    WhyNot.REFUSED: "Een collega zei dat dit niet past.",
}
_NOT_BUNDLED = {
    NotBundledReason.THEME: "Dit onderwerp past niet bij een groep.",
    NotBundledReason.DOES_NOT_WANT: "Deze bewoner wil dit niet samen met anderen.",
}


def why_not_sentence(why: WhyNot) -> str:
    return _WHY_NOT[why]


def not_bundled_sentence(reason: NotBundledReason, *, chore: bool = False) -> str:
    """``chore``: a service for odd jobs is the other way, else somebody who comes along.

    >>> not_bundled_sentence(NotBundledReason.ONE_TO_ONE, chore=True)
    'Dit past beter één op één. Zoek een klusdienst.'
    """
    if reason is NotBundledReason.ONE_TO_ONE:
        return f"Dit past beter één op één. Zoek een {'klusdienst' if chore else 'maatje'}."
    return _NOT_BUNDLED[reason]


def second_group_sentence(initiative: str) -> str:
    return f"Vraag {initiative} om een tweede groep"


def leads_wanted_sentence(count: int) -> str:
    """``Zoek nog 1 trekker``, ``Zoek nog 2 trekkers``."""
    return f"Zoek nog {count} {'trekker' if count == 1 else 'trekkers'}"


def partner_wanted_sentence(labels: tuple[str, ...]) -> str:
    """Which kinds of partner to try, in order.

    >>> partner_wanted_sentence(("Taalhuis", "Bibliotheek", "School"))
    'Zoek een partner. Probeer eerst: taalhuis, bibliotheek of school'
    """
    names = [label[:1].lower() + label[1:] for label in labels]
    tried = " of ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"Zoek een partner. Probeer eerst: {tried}"


def too_few_sentence(people: int, still_needed: int, place: str, slot: DayPart) -> str:
    """The best that can be done with too few people.

    >>> too_few_sentence(4, 1, "Bieb", DayPart.WEDNESDAY_MORNING)
    'Nog te weinig: 4 mensen, nog 1 nodig, Bieb woensdagochtend'
    """
    who = "1 persoon" if people == 1 else f"{people} mensen"
    return f"Nog te weinig: {who}, nog {still_needed} nodig, {place} {slot_name(slot)}"


def group_sentence(people: int, place: str, slot: DayPart, *, misfits: bool) -> str:
    """Literal from domain.md 6; the second sentence only when there are ``misfits``.

    >>> group_sentence(4, "Bieb", DayPart.WEDNESDAY_MORNING, misfits=True)
    '4 mensen, Bieb, woensdagochtend. Wie past niet, zie je hieronder.'
    """
    told = f"{people} mensen, {place}, {slot_name(slot)}."
    return f"{told} Wie past niet, zie je hieronder." if misfits else told


def within_fund_sentence(fund: str) -> str:
    return f"Past binnen {fund}."


def above_fund_sentence(fund: str, too_much_eur: float) -> str:
    return f"Dit is {euros(too_much_eur)} meer dan {fund} kan geven."
