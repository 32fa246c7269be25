"""The team conversation, in English: goals, obstacles, certainty."""

from __future__ import annotations

from datetime import date

from socialmap.model.english.dutch import dutch_date
from socialmap.model.language import told
from socialmap.model.wording_conversation import NO_AGREEMENT, NO_IDEAS


def goal_share(goal: int, times: int, of: int, percent: int) -> str:
    return f"Goal {goal}: {percent}%." if of >= 50 else f"Goal {goal}: {times} of the {of}."


def seldom(goal: int) -> str:
    return f"Goal {goal} is rare"


def ideas_running(running: int, ideas: int) -> str:
    if ideas == 0:
        return told(NO_IDEAS)
    if ideas == 1:
        return "The one idea is running" if running else "The one idea is not running yet"
    return f"{running} of the {ideas} ideas {'is' if running == 1 else 'are'} running"


def feels_certain(certain: int, of: int) -> str:
    if certain == 0:
        return f"None of the {of} feels confident"
    return f"{certain} of the {of} {'feels' if certain == 1 else 'feel'} confident"


def done_often(label: str, times: int) -> str:
    label = told(label)
    return f"{label}: {times} times." if times > 1 else f"{label}: once." if times else f"{label}: not yet."


def agreement(text: str, on: date | None) -> str:
    if not text:
        return told(NO_AGREEMENT)
    return f"{text} ({dutch_date(on)})" if on else text


def picked(label: str, shown: str, tip: str = "") -> str:
    label = told(label)
    line = f"{label} ({shown} times)" if shown.isdigit() else f"{label} ({shown})"
    return f"{line}. Hint: {tip}" if tip else f"{line}."
