"""A team, in English: when its figures are renewed."""

from __future__ import annotations

from datetime import date

from socialmap.model.english.dutch import dutch_date


def stand(on: date) -> str:
    return f"This is how it was on {dutch_date(on)}."


def not_yet(answers: int) -> str:
    return f"There are {answers} answers. On Monday you see the average, or as soon as everyone is in."


def people(count: int) -> str:
    return "1 colleague" if count == 1 else f"{count} colleagues"
