"""The reasons of a match, what excludes an offer and what was relaxed, in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from socialmap.model.english.dutch import and_list, dutch_date, euros, short_slot
from socialmap.model.language import told
from socialmap.model.people import Mobility
from socialmap.model.values import DayPart
from socialmap.model.wording import Code, Measured, Reason, Values

_MEASURED = {
    Measured.OVER_STREETS: "{} along the streets",
    Measured.AT_LEAST: "more than {} along the streets",
    Measured.ESTIMATED: "{} (estimated in a straight line)",
}


def travel(distance_m: int, minutes: int | None, mobility: Mobility, measured: Measured | None = None) -> str:
    """
    >>> travel(2_600, None, Mobility.TRANSIT), travel(500, 7, Mobility.WALKING)
    ('2.6 kilometres', '7 minutes on foot')
    """
    if minutes is None:
        tenths = (distance_m + 50) // 100
        number = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else f"{tenths // 10}"
        how_far = f"{number} {'kilometre' if number == '1' else 'kilometres'}"
    else:
        how = "by bike" if mobility is Mobility.CYCLING else "on foot"
        how_far = f"{minutes} {'minute' if minutes == 1 else 'minutes'} {how}"
    return how_far if measured is None else _MEASURED[measured].format(how_far)


def _travel(values: Values) -> str:
    return travel(values["distance_m"], values["minutes"], values["mobility"], values.get("measured"))


def distances_from(credit: str | None) -> str:
    if credit is None:
        return "Distances are estimated in a straight line."
    return f"Distances are along the streets. Streets: {credit}."


_GROUPS = {"vrouw": "women", "man": "men"}
_OTHERS = {"vrouw": "men", "man": "women"}


def _group(only_for: str) -> str:
    return _GROUPS.get(only_for, told(only_for))


def _not_for(values: Values) -> str:
    if values.get("only_for"):
        return f"Is only for {_group(values['only_for'])}."
    low, high = values["age_min"], values["age_max"]
    if low is not None and high is not None:
        return f"Is for people aged {low} to {high}."
    return (
        f"Is for people aged {low} and over." if low is not None else f"Is for people up to {high} years old."
    )


def _moments(values: Values) -> str:
    slots: tuple[DayPart, ...] = values["slots"]
    return f"{and_list([short_slot(slot) for slot in slots])} is possible."


def _checked(values: Values) -> str:
    on: date = values["on"]
    return f"Checked recently ({dutch_date(on)})."


_TEMPLATES: Mapping[Code, str | Callable[[Values], str]] = {
    Code.NOT_ACTIVE: "Is not running now.",
    Code.FULL: "Is full.",
    Code.NOT_FOR: _not_for,
    Code.LANGUAGE: "No language that you share is spoken there.",
    Code.TOO_FAR: lambda v: f"Too far: {_travel(v)}.",
    Code.WHEELCHAIR: "Not accessible with a wheelchair.",
    Code.INDICATION: "You need a formal care decision (indicatie) for this.",
    Code.NOT_SOCIAL_BASE: "Is not part of the community support (sociale basis).",
    Code.THEME: lambda v: f"Is about: {v['theme']}.",
    Code.LIKE_THEME: lambda v: f"Is about something similar: {v['theme']}.",
    Code.NEAR: lambda v: f"{_travel(v)}.",
    Code.PICKED_UP: "You are picked up.",
    Code.AT_HOME: "Comes to your home.",
    Code.ONLINE: "Can also be done online.",
    Code.BARRIER: lambda v: f"{v['label']}.",
    Code.MOMENT: _moments,
    Code.PEERS: "With people who go through the same.",
    Code.CHECKED: _checked,
    Code.ASK_PLACE: "Ask where this is.",
    Code.ASK_BARRIER: lambda v: f"Ask: {v['label']}?",
    Code.ASK_ALSO_FOR: lambda v: f"Ask: is this also for {_OTHERS[v['only_for']]}?",
    Code.ASK_ONLY_FOR: lambda v: f"Ask: is this only for {_group(v['only_for'])}?",
    Code.ASK_AGE: "Ask: for which age is this?",
    Code.ASK_DAY: "Ask which day is possible.",
    Code.ASK_LANGUAGE: "Ask which language is possible.",
    Code.ASK_INDICATION: "Ask: is there a formal care decision (indicatie)?",
    Code.FAR: lambda v: f"{_travel(v)}, that is far.",
    Code.WAITING_LIST: "Is full. There is a waiting list.",
    Code.PEER_GROUP: "Is a group of people who go through the same.",
    Code.NO_BARRIER: lambda v: f"This is not there: {v['label']}.",
    Code.COST: lambda v: f"Costs {euros(v['cost_eur'])} each time.",
    Code.LITTLE_LANGUAGE: "Speaks another language. You can join with little Dutch.",
    Code.NO_MOMENT: "Not on a day that is possible.",
    Code.NOT_CHECKED: "Not checked for a long time. Call first.",
    Code.MAYBE_STOPPED: "Not reached three times. May have stopped. Call first.",
    Code.WIDER_DISTANCE: lambda v: f"There is nothing nearby. We looked further away: up to {_travel(v)}.",
    Code.ANY_DISTANCE: "There is nothing nearby. We looked everywhere.",
    Code.WIDER_THEME: "There is nothing about this subject. We also looked for what is similar.",
    Code.ANY_THEME: "There is nothing about this subject. This is what there is.",
}


def sentence(reason: Reason) -> str:
    """
    >>> from socialmap.model.wording import Sign
    >>> sentence(Reason(Sign.MINUS, Code.COST, {"cost_eur": 2.5}))
    'Costs €2.50 each time.'
    """
    template = _TEMPLATES[reason.code]
    made = template if isinstance(template, str) else template(reason.values)
    return f"{made[:1].upper()}{made[1:]}"
