"""Events out of a calendar (RFC 5545); meant for the guarded child process. People in it are never read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from socialmap.connectors.parsed import Parsed, Record, Refused, text_of
from socialmap.model.wording_calendar import NO_EVENTS, NOT_A_CALENDAR, NOT_A_CALENDAR_REMEDY

MOST_EVENTS = 20_000
_HERE = ZoneInfo("Europe/Amsterdam")


def events_of(content: bytes) -> Parsed:
    """Every event as a record; its times are those of the clock in the Netherlands."""
    try:
        calendars = Calendar.from_ical(content.decode("utf-8-sig", "replace"), multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(NOT_A_CALENDAR, NOT_A_CALENDAR_REMEDY) from error
    if not events:
        raise Refused(NO_EVENTS, NOT_A_CALENDAR_REMEDY)
    records = [
        Record(number, "event", json.dumps(_event(event), ensure_ascii=False))
        for number, event in enumerate(events[:MOST_EVENTS], start=1)
    ]
    return Parsed([], [], records)


def _event(event: Any) -> dict[str, Any]:
    """What we need of an event: nothing of who is invited, who organises it, or what is noted with it."""
    starts, ends = _moment(event, "DTSTART"), _moment(event, "DTEND")
    return {
        "uid": text_of(str(event.get("UID", ""))),
        "url": text_of(str(event.get("URL", ""))),
        "summary": text_of(str(event.get("SUMMARY", ""))),
        "day": starts.date().isoformat() if isinstance(starts, datetime) else _iso(starts),
        "starts": starts.strftime("%H:%M") if isinstance(starts, datetime) else "",
        "ends": _end(starts, ends),
        "rule": _rule(event.get("RRULE")),
        "cancelled": str(event.get("STATUS", "")).upper() == "CANCELLED",
        "exception": "RECURRENCE-ID" in event,
        "has_exceptions": "EXDATE" in event or "RDATE" in event,
    }


def _moment(event: Any, name: str) -> date | datetime | None:
    """A day, or a moment by the Dutch clock; ``None`` when it cannot be read."""
    try:
        value = event.decoded(name)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
    if isinstance(value, datetime):
        return value.astimezone(_HERE) if value.tzinfo else value
    return value if isinstance(value, date) else None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _end(starts: date | None, ends: date | None) -> str:
    same_day = isinstance(starts, datetime) and isinstance(ends, datetime) and starts.date() == ends.date()
    return ends.strftime("%H:%M") if same_day and isinstance(ends, datetime) else ""


def _rule(rule: Any) -> dict[str, str] | None:
    """The parts of a rule as text, lists with commas; ``None`` for what takes place once."""
    if not isinstance(rule, Mapping):
        return None
    return {
        str(name).lower(): ",".join(
            text_of(str(one)) for one in (value if isinstance(value, list) else [value])
        )
        for name, value in rule.items()
    }
