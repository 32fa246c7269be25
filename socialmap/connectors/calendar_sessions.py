"""Events of a calendar as the moments of initiatives that we know."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from socialmap.connectors.hsds_schedules import DAY_CODES, clock_in, day_in
from socialmap.connectors.moments import part_of
from socialmap.connectors.parsed import Record
from socialmap.connectors.plan import Key, Reading, Rejected, Row
from socialmap.model import wording_calendar as words
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Initiative, Rhythm, Session
from socialmap.model.values import DAY_PARTS, DayPart, InitiativeId, PartOfDay, Weekday
from socialmap.ontology.namespaces import thing_of

_BY_DAY = re.compile(r"([+-]?\d?)(MO|TU|WE|TH|FR|SA|SU)")
_PART_IN_NAME = re.compile(r"\s*\((ochtend|middag|avond)\)$")
_WEEK = tuple(Weekday)


def read_events(records: Sequence[Record], offers: Iterable[Initiative], today: date) -> Reading:
    """The moments of every initiative that the calendar names, by its address or else by its name.

    An event without an initiative is refused with its number; what is over is left out, and told.
    """
    book = _OfferBook(offers)
    found: defaultdict[InitiativeId, list[tuple[int, Session]]] = defaultdict(list)
    named: dict[InitiativeId, Initiative] = {}
    rejected: list[Rejected] = []
    keys: set[Key] = set()
    notes: dict[str, None] = {}
    for record in records:
        event = json.loads(record.json)
        if event["cancelled"] or event["exception"] or event["has_exceptions"]:
            notes[words.EXCEPTIONS] = None
        if event["cancelled"] or event["exception"]:
            continue
        try:
            offer = book.meant_by(event)
            sessions = _sessions(event, today)
        except ValueError as error:
            rejected.append(Rejected(record.number, str(error)))
            continue
        named[offer.id] = offer
        keys.add((offer.kind, offer.id))
        if not sessions:
            notes[words.PAST] = None
        found[offer.id] += [(record.number, session) for session in sessions]
    rows = []
    for offer_id, moments in found.items():
        if moments:
            sessions = sorted(
                {one for _, one in moments}, key=lambda one: (DAY_PARTS.index(one.slot), str(one))
            )
            entity = replace(named[offer_id], sessions=tuple(sessions))
            rows.append(Row(moments[0][0], entity, frozenset({"sessions"})))
    return Reading(tuple(rows), tuple(rejected), tuple(notes), frozenset(keys), whole=False)


class _OfferBook:
    """The initiatives by id and by name."""

    def __init__(self, offers: Iterable[Initiative]) -> None:
        self._by_id: dict[str, Initiative] = {}
        self._by_name: defaultdict[str, list[Initiative]] = defaultdict(list)
        for offer in offers:
            self._by_id[offer.id] = offer
            self._by_name[normalise(offer.name)].append(offer)

    def meant_by(self, event: dict[str, Any]) -> Initiative:
        """``ValueError`` with the reason when it is not clear which initiative an event is of."""
        for address in (event["url"], event["uid"].partition("#")[0]):
            try:
                kind, thing_id = thing_of(address)
            except ValueError:
                continue
            if kind == Initiative.kind and thing_id in self._by_id:
                return self._by_id[thing_id]
        called = self._by_name.get(normalise(_PART_IN_NAME.sub("", event["summary"])), [])
        if len(called) == 1:
            return called[0]
        raise ValueError(words.MORE_INITIATIVES if called else words.NO_SUCH_INITIATIVE)


def _sessions(event: dict[str, Any], today: date) -> list[Session]:
    """The moments of an event; none when it is over. ``ValueError`` for what we cannot keep."""
    day, starts, ends = day_in(event["day"]), clock_in(event["starts"]), clock_in(event["ends"])
    if day is None:
        raise ValueError(words.NO_MOMENT)
    part = part_of(starts) if starts else _part_in(event["summary"])
    if part is None:
        raise ValueError(words.NO_MOMENT)
    rule = event["rule"]
    rhythm = _rhythm(rule)
    if _is_over(rule, rhythm, day, today):
        return []
    weekdays = {DAY_CODES[code] for _, code in _BY_DAY.findall((rule or {}).get("byday", ""))}
    on = day if rhythm in (Rhythm.ONCE, Rhythm.FORTNIGHTLY, Rhythm.MONTHLY) else None
    return [
        Session(
            slot=DayPart.of(weekday, part),
            starts=starts,
            ends=ends if starts and ends and ends > starts else None,
            rhythm=rhythm,
            on=on if weekday is _WEEK[day.weekday()] else None,
        )
        for weekday in sorted(weekdays or {_WEEK[day.weekday()]}, key=_WEEK.index)
    ]


def _rhythm(rule: dict[str, str] | None) -> Rhythm:
    if rule is None:
        return Rhythm.ONCE
    match rule.get("freq", "").upper(), rule.get("interval") or "1":
        case "WEEKLY", "1":
            return Rhythm.WEEKLY
        case "WEEKLY", "2":
            return Rhythm.FORTNIGHTLY
        case ("WEEKLY", "4") | ("MONTHLY", "1"):
            return Rhythm.MONTHLY
    raise ValueError(words.NO_SUCH_RHYTHM)


def _is_over(rule: dict[str, str] | None, rhythm: Rhythm, day: date, today: date) -> bool:
    if rhythm is Rhythm.ONCE:
        return day < today
    until = (rule or {}).get("until", "")
    try:
        return bool(until) and datetime.fromisoformat(until).date() < today
    except ValueError:
        return False


def _part_in(summary: str) -> PartOfDay | None:
    match = _PART_IN_NAME.search(summary)
    return PartOfDay(match[1]) if match else None
