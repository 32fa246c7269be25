"""Bundling, in English: what is missing, who does not fit and why, the first step."""

from __future__ import annotations

from socialmap.model.english.dutch import euros, slot_name
from socialmap.model.values import DayPart
from socialmap.model.wording_bundling import NotBundledReason, WhyNot

_WHY_NOT = {
    WhyNot.TOO_FAR: "Too far.",
    WhyNot.DAY_PART: "Not possible at that time.",
    WhyNot.DAY_PART_UNKNOWN: "Ask which day is possible.",
    WhyNot.LANGUAGE: "Does not speak this language.",
    WhyNot.LANGUAGE_UNKNOWN: "Ask which language is possible.",
    WhyNot.WHEELCHAIR: "Cannot get in here with a wheelchair or walker.",
    WhyNot.FULL: "The group is full.",
    WhyNot.NO_ROOM: "There is no room that fits and is nearby.",
    WhyNot.REFUSED: "A colleague said that this does not fit.",
}
_NOT_BUNDLED = {
    NotBundledReason.THEME: "This subject does not suit a group.",
    NotBundledReason.DOES_NOT_WANT: "This resident does not want to do this with others.",
}


def why_not_sentence(why: WhyNot) -> str:
    return _WHY_NOT[why]


def not_bundled_sentence(reason: NotBundledReason, *, chore: bool = False) -> str:
    if reason is NotBundledReason.ONE_TO_ONE:
        return f"This is better one to one. Look for {'an odd-job service' if chore else 'a buddy'}."
    return _NOT_BUNDLED[reason]


def second_group_sentence(initiative: str) -> str:
    return f"Ask {initiative} for a second group"


def leads_wanted_sentence(count: int) -> str:
    return f"Find {count} more {'person' if count == 1 else 'people'} to lead it"


def partner_wanted_sentence(labels: tuple[str, ...]) -> str:
    """
    >>> partner_wanted_sentence(("Language point", "Library", "School"))
    'Find a partner. Try first: language point, library or school'
    """
    names = [label if label[:2].isupper() else label[:1].lower() + label[1:] for label in labels]
    tried = " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"Find a partner. Try first: {tried}"


def too_few_sentence(people: int, still_needed: int, place: str, slot: DayPart) -> str:
    who = "1 person" if people == 1 else f"{people} people"
    return f"Still too few: {who}, {still_needed} more needed, {place} {slot_name(slot)}"


def group_sentence(people: int, place: str, slot: DayPart, *, misfits: bool) -> str:
    said = f"{people} people, {place}, {slot_name(slot)}."
    return f"{said} Below you see who does not fit." if misfits else said


def within_fund_sentence(fund: str) -> str:
    return f"Fits within {fund}."


def above_fund_sentence(fund: str, too_much_eur: float) -> str:
    return f"This is {euros(too_much_eur)} more than {fund} can give."
