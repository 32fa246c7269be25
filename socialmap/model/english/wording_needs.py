"""Questions of residents, talents and going along, in English."""

from __future__ import annotations

from datetime import date

_WEEK_DAYS, _WEEKS_FROM_DAYS = 7, 21
_MONTH_DAYS, _MONTHS_FROM_DAYS = 30, 90


def others_alike(words: str) -> str:
    """
    >>> others_alike("a few people"), others_alike("nobody")
    ('A few other people have a similar question.', 'There are no similar questions yet.')
    """
    if words == "nobody":
        return "There are no similar questions yet."
    who = words.replace("people", "other people")
    return f"{who[:1].upper()}{who[1:]} have a similar question."


def district_instead(district: str) -> str:
    return f"Few people live in this neighbourhood. So we write down the district: {district}."


def open_for(since: date, today: date) -> str:
    days = (today - since).days
    if days <= 0:
        return "since today"
    if days < _WEEKS_FROM_DAYS:
        return "1 day" if days == 1 else f"{days} days"
    if days < _MONTHS_FROM_DAYS:
        return f"{days // _WEEK_DAYS} weeks"
    return f"{days // _MONTH_DAYS} months"


def wanted_here(many: bool, theme: str) -> str:
    return f"{'People' if many else 'A few people'} are looking for help with: {theme}."


def looks_for_volunteers(name: str, count: int, travel: str) -> str:
    return f"{name} is looking for {count} volunteer{'' if count == 1 else 's'} ({travel})."
