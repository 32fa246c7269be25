"""Moments as schedules of a feed (the words of RRULE) and back; opening hours of OpenStreetMap as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time

from socialmap.connectors.hsds_ids import part_uuid
from socialmap.connectors.hsds_shapes import Document
from socialmap.connectors.hsds_terms import TermBook
from socialmap.connectors.moments import moments, part_of
from socialmap.model import wording_feed as words
from socialmap.model.dutch import WEEKDAYS
from socialmap.model.provision import Rhythm, Session
from socialmap.model.values import DayPart, Weekday

DAY_CODES = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), Weekday, strict=True))
CODE_OF_DAY = {day: code for code, day in DAY_CODES.items()}
_BY_DAY = re.compile(r"([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)")
_CLOCK = re.compile(
    r"(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?(?:Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_OSM_RULE = re.compile(r"([A-Z][a-z](?:[-,][A-Z][a-z])*) (\d\d:\d\d)-(\d\d:\d\d)")
_RHYTHM_WORDS = {Rhythm.FORTNIGHTLY: words.FORTNIGHTLY, Rhythm.MONTHLY: words.MONTHLY}


def schedule_of(session: Session, schedule_id: str, terms: TermBook) -> Document:
    """A moment as a schedule. What RRULE cannot say (the part of the day) is an attribute.

    Monthly without a date has no ``byday``: in RRULE that would mean every such day of the month.
    """
    schedule: Document = {"id": schedule_id, "wkst": "MO"}
    code = CODE_OF_DAY[session.slot.day]
    match session.rhythm:
        case Rhythm.WEEKLY | Rhythm.FORTNIGHTLY:
            interval = 2 if session.rhythm is Rhythm.FORTNIGHTLY else 1
            schedule |= {"freq": "WEEKLY", "interval": interval, "byday": code}
        case Rhythm.MONTHLY:
            schedule |= {"freq": "MONTHLY", "interval": 1}
            if session.on and tuple(Weekday)[session.on.weekday()] is session.slot.day:
                schedule["byday"] = f"{(session.on.day - 1) // 7 + 1}{code}"
        case Rhythm.ONCE if session.on:
            schedule |= {"valid_from": session.on.isoformat(), "valid_to": session.on.isoformat(), "count": 1}
    if session.on:
        schedule["dtstart"] = session.on.isoformat()
    if session.starts:
        schedule["opens_at"] = session.starts.isoformat()
    if session.ends:
        schedule["closes_at"] = session.ends.isoformat()
    rhythm = _RHYTHM_WORDS.get(session.rhythm, "")
    schedule["description"] = f"{WEEKDAYS[session.slot.day]} {session.slot.part} {rhythm}".strip()
    attributes = [terms.property(schedule_id, "slot", session.slot.value)]
    if session.on and session.rhythm is not Rhythm.ONCE:
        attributes.append(terms.property(schedule_id, "on", session.on.isoformat()))
    return schedule | {"attributes": attributes}


def sessions_in(schedule: Document, terms: TermBook) -> tuple[Session, ...]:
    """The moments of a schedule; empty when it does not say on which part of which day it is."""
    said = {one.field: one.value for one in terms.read(schedule.get("attributes")) if one.scheme is None}
    starts, ends = clock_in(schedule.get("opens_at")), clock_in(schedule.get("closes_at"))
    begins = day_in(schedule.get("dtstart")) or day_in(schedule.get("valid_from"))
    rhythm = _rhythm(schedule)
    if rhythm is None:
        return ()
    if "slot" in said:
        on = begins if rhythm is Rhythm.ONCE else day_in(said.get("on"))
        return (Session(slot=DayPart(said["slot"]), starts=starts, ends=ends, rhythm=rhythm, on=on),)
    if rhythm is Rhythm.ONCE:
        if begins is None or starts is None:
            return ()
        slot = DayPart.of(tuple(Weekday)[begins.weekday()], part_of(starts))
        return (Session(slot=slot, starts=starts, ends=ends, rhythm=rhythm, on=begins),)
    days = dict.fromkeys(DAY_CODES[code] for _, code in _BY_DAY.findall(str(schedule.get("byday") or "")))
    if days and starts:
        ends = ends if ends is None or ends > starts else None
        return tuple(
            Session(slot=DayPart.of(day, part_of(starts)), starts=starts, ends=ends, rhythm=rhythm)
            for day in days
        )
    return _in_words(str(schedule.get("description") or ""), starts, ends, rhythm)


def _in_words(text: str, starts: time | None, ends: time | None, rhythm: Rhythm) -> tuple[Session, ...]:
    try:
        found = moments(text)
    except ValueError:
        return ()
    return tuple(
        Session(slot=one.slot, starts=starts or one.starts, ends=ends or one.ends, rhythm=rhythm)
        for one in found
    )


def _rhythm(schedule: Document) -> Rhythm | None:
    """``None`` for a rhythm that we do not have, such as every three weeks."""
    interval = schedule.get("interval") or 1
    match schedule.get("freq"), interval:
        case "WEEKLY", 1:
            return Rhythm.WEEKLY
        case "WEEKLY", 2:
            return Rhythm.FORTNIGHTLY
        case ("WEEKLY", 4) | ("MONTHLY", 1):
            return Rhythm.MONTHLY
        case None, _:
            return Rhythm.WEEKLY if schedule.get("byday") else Rhythm.ONCE
        case _:
            return None


def clock_in(value: object) -> time | None:
    """A time as 10:00, 10:00:00 or 5:00 PM; ``None`` when it is not one.

    >>> clock_in("5:00 PM"), clock_in("25:00")
    (datetime.time(17, 0), None)
    """
    match = _CLOCK.fullmatch(str(value or "").strip())
    if not match:
        return None
    hour, half = int(match[1]), (match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(match[2] or 0), int(match[3] or 0))
    except ValueError:
        return None


def day_in(value: object) -> date | None:
    """The day at the beginning of an ISO date or moment; ``None`` when there is none."""
    try:
        return date.fromisoformat(str(value or "")[:10])
    except ValueError:
        return None


def opening_schedules(opening_hours: str, owner: str) -> Iterator[Document]:
    """Simple opening hours as weekly schedules; others as one schedule that only describes them."""
    rules = [rule.strip() for rule in opening_hours.split(";") if rule.strip()]
    matches = [_OSM_RULE.fullmatch(rule) for rule in rules]
    for number, (rule, match) in enumerate(zip(rules, matches, strict=True)):
        schedule: Document = {"id": part_uuid(owner, "schedule", str(number)), "description": rule}
        days = _osm_days(match[1]) if match else ()
        if match and days and clock_in(match[2]) and clock_in(match[3]):
            schedule |= {"freq": "WEEKLY", "interval": 1, "wkst": "MO", "byday": ",".join(days)}
            schedule |= {"opens_at": f"{match[2]}:00", "closes_at": f"{match[3]}:00"}
        yield schedule


def _osm_days(text: str) -> tuple[str, ...]:
    """``Mo-Fr,Su`` as RRULE days; empty when a day is not known."""
    found: list[str] = []
    for piece in text.split(","):
        first, _, last = piece.partition("-")
        if first not in _OSM_DAYS or (last or first) not in _OSM_DAYS:
            return ()
        found += _OSM_DAYS[_OSM_DAYS.index(first) : _OSM_DAYS.index(last or first) + 1]
    return tuple(day.upper() for day in found)


def opening_hours_in(schedules: object) -> str:
    """Weekly schedules as opening hours in the words of OpenStreetMap; empty when there are none."""
    rules: list[str] = []
    for schedule in schedules if isinstance(schedules, list) else ():
        rule = _opening_rule(schedule)
        if rule:
            rules.append(rule)
    return "; ".join(dict.fromkeys(rules))


def _opening_rule(schedule: Mapping[str, object]) -> str:
    starts, ends = clock_in(schedule.get("opens_at")), clock_in(schedule.get("closes_at"))
    days = [code for _, code in _BY_DAY.findall(str(schedule.get("byday") or ""))]
    if not (days and starts and ends) or schedule.get("freq") not in {"WEEKLY", None}:
        return ""
    return f"{','.join(day.capitalize() for day in days)} {starts:%H:%M}-{ends:%H:%M}"
