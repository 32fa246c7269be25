"""Ideas to do together, in English: how many people, how they stand, what has to come first."""

from __future__ import annotations

from socialmap.model.english.dutch import slot_name
from socialmap.model.people import VolunteerRoleKind
from socialmap.model.values import DayPart

_ROLES = {VolunteerRoleKind.CONTENT: "for the content", VolunteerRoleKind.HOST: "as host"}


def ideas_about(themes: str) -> str:
    return f"There are ideas about: {themes}." if themes else "There are no ideas now."


def people_words(count: int) -> str:
    if count == 0:
        return "nobody"
    return "1 person" if count == 1 else f"{count} people"


def began(text: str) -> str:
    return text[:1].upper() + text[1:]


def together(theme: str) -> str:
    """
    >>> together("Bereavement"), together("Eating together")
    ('Together: Bereavement', 'Eating together')
    """
    return theme if "together" in theme.lower().split() else f"Together: {theme}"


def joins_sentence(people: str, single: bool, name: str) -> str:
    return f"{began(people)} can join {name}."


def second_group_for(people: str, single: bool, name: str) -> str:
    return f"{began(people)} {'suits' if single else 'suit'} {name}, but that is full."


def new_group_sentence(people: str, place: str, slot: DayPart) -> str:
    return f"{began(people)}, {place}, {slot_name(slot)}."


def still_needed_sentence(count: int, *, ask: bool) -> str:
    needed = f"{count} more {'person' if count == 1 else 'people'} needed."
    return f"{needed} Ask:" if ask else needed


def at_colleagues(count: int) -> str:
    whom = "a colleague" if count == 1 else "colleagues"
    return f"{people_words(count)} with {whom}"


def misfit_counted(people: str, why: str) -> str:
    return f"{began(people)}: {why[:1].lower()}{why[1:]}"


def more_misfits(people: str) -> str:
    return f"And {people} more who live further away."


def lead_line(label: str, role: VolunteerRoleKind | None, via: str, *, member: bool = False) -> str:
    parts = [began(label), _ROLES.get(role, "") if role else "", f"via {via}" if via else ""]
    line = ", ".join(part for part in parts if part)
    return f"{line}. Has this question too." if member else line


def newcomers_sentence(people: str, single: bool) -> str:
    return f"{began(people)} now {'fits' if single else 'fit'} in too."


def answered_sentence(day: str) -> str:
    return f"The social broker answered on {day}."


def sent_sentence(day: str) -> str:
    return f"Put forward on {day}. The social broker has not answered yet."


def missing_leads(count: int) -> str:
    return f"{count} more {'person' if count == 1 else 'people'} needed to lead it"
