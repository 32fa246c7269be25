"""Checking what is on the map, in English: when it was done last, and what an answer did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from socialmap.model.english.dutch import dutch_date
from socialmap.model.provision import OfferStatus
from socialmap.model.work import CheckOutcome

_NOT_RUNNING = {
    OfferStatus.IDEA: "This is still an idea.",
    OfferStatus.PAUSED: "This is on hold now.",
    OfferStatus.STOPPED: "This has stopped.",
}
_NOTED = {
    CheckOutcome.CORRECT: "Right. The date is set to today.",
    CheckOutcome.CHANGED: "Changed. The date is set to today.",
    CheckOutcome.STOPPED: "Stopped. It is not on the map any more. The history stays.",
    CheckOutcome.NO_ANSWER: "Not reached. In a week it is on the list again.",
}


def last_checked(checked_on: date | None) -> str:
    return f"Last checked on {dutch_date(checked_on)}." if checked_on else "Never checked yet."


def unreached(days: Sequence[date]) -> str:
    if len(days) < 2:
        return "".join(f"Not reached on {dutch_date(day)}." for day in days)
    return f"Not reached {len(days)} times, the last time on {dutch_date(days[-1])}."


def not_running(status: OfferStatus, stopped_on: date | None) -> str:
    if status is OfferStatus.STOPPED and stopped_on:
        return f"Stopped on {dutch_date(stopped_on)}."
    return _NOT_RUNNING.get(status, "")


def noted(outcome: CheckOutcome, *, maybe_stopped: bool = False) -> str:
    if outcome is CheckOutcome.NO_ANSWER and maybe_stopped:
        return "Not reached three times. It now says: May have stopped."
    return _NOTED[outcome]
