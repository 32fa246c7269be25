"""People who can mean something to each other, in English."""

from __future__ import annotations

from socialmap.model.language import told


def gives(who: str, talent: str, whom: str) -> str:
    return f"{_capital(told(who))} can help with: {talent}, for {told(whom)}."


def asked_for(people: str, theme: str) -> str:
    return f"{_capital(people)} are looking for help with: {theme}."


def talents_known(known: str, of: int, percent: int | None = None) -> str:
    whom = f"{known} of the {of} people" if percent is None else f"{percent}% of the people"
    return f"Of {whom} with a question we know what they can do."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
