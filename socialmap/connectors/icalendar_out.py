"""Moments as iCalendar (RFC 5545), so that they stand in anybody's own calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from socialmap.connectors.hsds_schedules import CODE_OF_DAY
from socialmap.model.provision import Initiative, OfferStatus, Rhythm, Session
from socialmap.model.values import Point, Weekday
from socialmap.model.wording_calendar import CALENDAR_NAME, MAKER, PART_OF_DAY
from socialmap.ontology.namespaces import thing_iri

HERE = ZoneInfo("Europe/Amsterdam")
_WEEKS = {Rhythm.WEEKLY: 1, Rhythm.FORTNIGHTLY: 2}
_ON_HAND = datetime(2000, 1, 1, tzinfo=UTC)
"""When an event was last changed, where that is not known; the standard wants a moment."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An initiative for a calendar: what to say beside its moments, and when it was last changed."""

    initiative: Initiative
    where: str = ""
    point: Point | None = None
    themes: tuple[str, ...] = ()
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The calendar, how many moments are in it, and how many have no known date and so are not."""

    content: bytes
    moments: int
    without_date: int


def calendar_of(entries: Iterable[Entry], today: date, name: str = CALENDAR_NAME) -> Made:
    """One calendar of initiatives that go on.

    A weekly moment begins at its first day from ``today`` on. Of one that is not weekly the date has to be
    known: a calendar that is wrong every other week is worse than none.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", HERE.key)
    calendar.add_component(_timezone())
    written = left_out = 0
    for entry in entries:
        if entry.initiative.status is not OfferStatus.ACTIVE:
            continue
        for number, session in enumerate(entry.initiative.sessions, start=1):
            event = _event(entry, session, number, today)
            if event is None:
                left_out += 1
            else:
                calendar.add_component(event)
                written += 1
    return Made(calendar.to_ical(), written, left_out)


def _timezone() -> Timezone:
    """Dutch time as it is since 1996, so that the hour stays right in any program."""
    zone = Timezone()
    zone.add("tzid", HERE.key)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, month, name, before, after in (
        (TimezoneStandard(), 10, "CET", summer, winter),
        (TimezoneDaylight(), 3, "CEST", winter, summer),
    ):
        part.add("dtstart", datetime(1996, month, 27 if month == 10 else 31, 3 if month == 10 else 2))  # noqa: DTZ001 - the standard wants local time here
        part.add("rrule", {"freq": "YEARLY", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone


def _event(entry: Entry, session: Session, number: int, today: date) -> Event | None:
    first = _first_day(entry.initiative, session, today)
    if first is None:
        return None
    offer = entry.initiative
    address = thing_iri(offer.kind, offer.id)
    event = Event()
    event.add("uid", f"{address}#{number}")
    event.add("dtstamp", entry.modified or _ON_HAND)
    event.add("url", address)
    event.add("summary", offer.name if session.starts else _with_part_of_day(offer.name, session))
    for name, value in _said(entry):
        event.add(name, value)
    for name, when in _times(session, first).items():
        event.add(name, when)
    if (rule := _rule(session, first, offer.stopped_on)) is not None:
        event.add("rrule", rule)
    return event


def _said(entry: Entry) -> Iterator[tuple[str, Any]]:
    offer = entry.initiative
    described = "\n".join(part for part in (offer.description, offer.contact) if part)
    if described:
        yield "description", described
    if entry.where:
        yield "location", entry.where
    if entry.point:
        yield "geo", (entry.point.lat, entry.point.lon)
    if entry.themes:
        yield "categories", list(entry.themes)


def _with_part_of_day(name: str, session: Session) -> str:
    return PART_OF_DAY.format(name=name, part=session.slot.part)


def _times(session: Session, first: date) -> Mapping[str, date | datetime]:
    """A whole day where the time is not known; without an end the standard lets it end when it begins."""
    if session.starts is None:
        return {"dtstart": first, "dtend": first + timedelta(days=1)}
    begins = {"dtstart": datetime.combine(first, session.starts, HERE)}
    return begins | ({"dtend": datetime.combine(first, session.ends, HERE)} if session.ends else {})


def _first_day(offer: Initiative, session: Session, today: date) -> date | None:
    if session.rhythm is not Rhythm.WEEKLY:
        return session.on
    begins = max(day for day in (today, offer.started_on, session.on) if day)
    ahead = tuple(Weekday).index(session.slot.day) - begins.weekday()
    first = begins + timedelta(days=ahead % 7)
    return None if offer.stopped_on and first > offer.stopped_on else first


def _rule(session: Session, first: date, until: date | None) -> dict[str, Any] | None:
    code = CODE_OF_DAY[tuple(Weekday)[first.weekday()]]
    if session.rhythm in _WEEKS:
        rule: dict[str, Any] = {"freq": "WEEKLY", "interval": _WEEKS[session.rhythm], "byday": code}
    elif session.rhythm is Rhythm.MONTHLY:
        rule = {"freq": "MONTHLY", "byday": f"{(first.day - 1) // 7 + 1}{code}"}
    else:
        return None
    if until and session.starts:
        rule["until"] = datetime.combine(until, time(23, 59), HERE).astimezone(UTC)
    elif until:
        rule["until"] = until
    return rule
