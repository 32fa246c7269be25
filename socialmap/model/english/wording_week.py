"""The lines of the Monday message, in English: one sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from socialmap.model.english.dutch import and_list, dutch_date
from socialmap.model.english.wording_checks import last_checked


def more(lines: int) -> str:
    return f"{lines} more" if lines else ""


def unsafe(title: str) -> str:
    return f"This is about safety: {title}. Hand it over this week."


def report_back(title: str, promised_on: date) -> str:
    return f"Let people know what happened with: {title}. That was promised for {dutch_date(promised_on)}."


def agreed(text: str, on: date) -> str:
    return f"This is what we agreed for {dutch_date(on)}: {text.rstrip('.')}."


def was_it_done(text: str, on: date) -> str:
    return f"This is what we agreed for {dutch_date(on)}: {text.rstrip('.')}. Has it been done?"


def unanswered(idea: str, since: date, *, asked: bool) -> str:
    if asked:
        return f"{idea} has been waiting for your answer since {dutch_date(since)}."
    return f"{idea} has been there since {dutch_date(since)}. The social broker has not answered yet."


def bundle(people: str, areas: Sequence[str], theme: str, exists: int = 0, *, full: bool = False) -> str:
    """
    >>> bundle("5 people", (), "Eating together", 1, full=True)
    '5 people have the same question: Eating together. There is 1 initiative now, and that is full.'
    """
    where = f" in {and_list(tuple(areas))}" if areas else ""
    line = f"{people[:1].upper()}{people[1:]}{where} have the same question: {theme}."
    if not exists:
        return line
    there = "There is 1 initiative now" if exists == 1 else f"There are {exists} initiatives now"
    if not full:
        return f"{line} {there}, with too little room."
    return f"{line} {there}, and {'that is' if exists == 1 else 'those are'} full."


def waiting(pseudonym: str, theme: str, days: int) -> str:
    about = theme if theme[:2].isupper() else f"{theme[:1].lower()}{theme[1:]}"
    return (
        f"The question of {pseudonym} about {about} has been open for {days} days. "
        "Can this be done together with others?"
    )


def pattern(theme: str, area: str) -> str:
    return f"Stands out in {area}: {theme}, here and now. This is not proof."


def turned_fragile(name: str, impact: str) -> str:
    return f"{name} has become vulnerable. {impact}".strip()


def empty_cell(life_area: str) -> str:
    return f"For {life_area} there is nothing of residents together yet"


def empty_cells(life_areas: int) -> str:
    return f"In {life_areas} areas of life there is nothing of residents together yet"


def get_to_know(name: str) -> str:
    return f"None of us knows {name} yet. Go and visit."


def check(name: str, checked_on: date | None) -> str:
    return f"Is {name} still right? {last_checked(checked_on)}"
