"""When something takes place, as people write it: ``di-middag``, ``dinsdag 14:00-16:00``, ``ma t/m vr``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from socialmap.model.given import given
from socialmap.model.provision import Rhythm, Session
from socialmap.model.values import DayPart, PartOfDay, Weekday

_NOT_CLEAR = "Schrijf het moment zo: di-middag, of dinsdag 14:00-16:00."
_DAYS = {
    "ma": Weekday.MONDAY, "di": Weekday.TUESDAY, "wo": Weekday.WEDNESDAY, "do": Weekday.THURSDAY,
    "vr": Weekday.FRIDAY, "za": Weekday.SATURDAY, "zo": Weekday.SUNDAY,
    "maandag": Weekday.MONDAY, "dinsdag": Weekday.TUESDAY, "woensdag": Weekday.WEDNESDAY,
    "donderdag": Weekday.THURSDAY, "vrijdag": Weekday.FRIDAY, "zaterdag": Weekday.SATURDAY,
    "zondag": Weekday.SUNDAY,
    "monday": Weekday.MONDAY, "tuesday": Weekday.TUESDAY, "wednesday": Weekday.WEDNESDAY,
    "thursday": Weekday.THURSDAY, "friday": Weekday.FRIDAY, "saturday": Weekday.SATURDAY,
    "sunday": Weekday.SUNDAY,
}  # fmt: skip
_PARTS = {
    "ochtend": PartOfDay.MORNING, "ochtends": PartOfDay.MORNING, "morning": PartOfDay.MORNING,
    "middag": PartOfDay.AFTERNOON, "middags": PartOfDay.AFTERNOON, "afternoon": PartOfDay.AFTERNOON,
    "avond": PartOfDay.EVENING, "avonds": PartOfDay.EVENING, "evening": PartOfDay.EVENING,
}  # fmt: skip
_MONTHLY = frozenset({"eerste", "tweede", "derde", "vierde", "laatste", "maand", "maandelijks", "monthly"})
_FILLERS = frozenset(
    {"elke", "iedere", "op", "om", "van", "uur", "en", "s", "de", "week", "wekelijks", "and", "every", "from",
     "weekly", "in", "h", "u", "vanaf", "altijd", "per"}
)  # fmt: skip
_DATE = re.compile(r"\b(?:(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)[-/](\d\d?)[-/](\d{4}))\b")
_ONCE = re.compile(r"\b(?:eenmalig|één keer|een keer|once)\b")
_WEEKLY = re.compile(r"\b(?:wekelijks|weekly|elke week)\b")
_WEEK = tuple(Weekday)
_TOKEN = re.compile(r"t/m|\d{1,2}[:.u]\d{2}|\d{1,2}-wekelijks|\d{1,2}|[a-z]+|[-–—]")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.u](\d{2}))?")
_COMPOUND = re.compile(rf"({'|'.join(_DAYS)})({'|'.join(_PARTS)})")
_FORTNIGHT = re.compile(
    r"om de week|om de andere week|(?:2|twee)-?\s?wekelijks|eens per twee weken|fortnightly"
)


@dataclass(slots=True)
class _Group:
    """Days that share one part of the day or one pair of times."""

    days: list[Weekday] = field(default_factory=list)
    part: PartOfDay | None = None
    starts: time | None = None
    ends: time | None = None

    @property
    def complete(self) -> bool:
        return bool(self.days) and (self.part is not None or self.starts is not None)


def moments(text: str) -> tuple[Session, ...]:
    """The sessions in a text, in the order in which they stand; ``ValueError`` when it is not clear.

    >>> [str(session.slot) for session in moments("di en do 10.00 - 12.00 uur")]
    ['di-ochtend', 'do-ochtend']
    """
    found: dict[Session, None] = {}
    for piece in re.split(r"[;|\n]", text.casefold()):
        if piece.strip():
            found |= dict.fromkeys(_sessions(piece))
    if not found:
        raise ValueError(_NOT_CLEAR)
    return tuple(found)


def _sessions(piece: str) -> Iterator[Session]:
    """The sessions of one piece. A date alone is one time; with a rhythm beside it, the next time."""
    on, piece = _date_in(piece)
    once = _ONCE.search(piece) or (on and not _WEEKLY.search(piece))
    rhythm = Rhythm.ONCE if once else Rhythm.WEEKLY
    piece = _ONCE.sub(" ", piece)
    if _FORTNIGHT.search(piece):
        rhythm, piece = Rhythm.FORTNIGHTLY, _FORTNIGHT.sub(" ", piece)
    piece = _COMPOUND.sub(r"\1 \2", piece.replace("tot en met", "t/m"))
    tokens: list[str] = _TOKEN.findall(piece)
    if _MONTHLY & set(tokens):
        rhythm = Rhythm.MONTHLY
    for group in _groups(tokens):
        if on and not group.days:
            group.days.append(_WEEK[on.weekday()])
        if not group.complete or (group.starts and group.ends and group.ends <= group.starts):
            raise ValueError(_NOT_CLEAR)
        part = part_of(group.starts) if group.starts else group.part
        for day in group.days:
            slot = DayPart.of(day, given(part))  # a complete group has one or the other
            yield Session(slot=slot, starts=group.starts, ends=group.ends, rhythm=rhythm, on=on)


def _date_in(piece: str) -> tuple[date | None, str]:
    """The date in a piece, and the piece without it."""
    match = _DATE.search(piece)
    if match is None:
        return None, piece
    year, month, day = match[1] or match[6], match[2] or match[5], match[3] or match[4]
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(_NOT_CLEAR) from None
    return on, f"{piece[: match.start()]} {piece[match.end() :]}"


def _groups(tokens: Sequence[str]) -> list[_Group]:
    groups = [_Group()]
    for position, token in enumerate(tokens):
        group = groups[-1]
        if token in _DAYS:
            if group.complete:
                group = _Group()
                groups.append(group)
            _add_day(
                group, _DAYS[token], through=position > 1 and tokens[position - 1] in {"t/m", "-", "tot"}
            )
        elif token in _PARTS:
            if group.part is not None or group.starts is not None:
                group = _Group(days=list(group.days))
                groups.append(group)
            group.part = _PARTS[token]
        elif _CLOCK.fullmatch(token):
            _add_clock(
                groups, clock(token), until=position > 0 and tokens[position - 1] in {"-", "–", "—", "tot"}
            )
        elif token not in _FILLERS and token not in _MONTHLY and token not in {"t/m", "-", "–", "—", "tot"}:
            raise ValueError(_NOT_CLEAR)
    return groups


def _add_day(group: _Group, day: Weekday, *, through: bool) -> None:
    if through and group.days:
        first, last = _WEEK.index(group.days[-1]), _WEEK.index(day)
        group.days += _WEEK[first + 1 : last + 1]
    else:
        group.days.append(day)


def _add_clock(groups: list[_Group], moment: time, *, until: bool) -> None:
    group = groups[-1]
    if until and group.starts is not None and group.ends is None:
        group.ends = moment
    elif group.starts is None:
        group.starts = moment
    else:
        groups.append(_Group(days=list(group.days), starts=moment))


def clock(text: str) -> time:
    """A time as 14:00, 14.00 or 14; ``ValueError`` when there is no such time."""
    match = _CLOCK.fullmatch(text.strip().removesuffix("uur").strip())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 0)
    if hour > 23 or minute > 59:
        raise ValueError("Schrijf een tijd als 14:00.")
    return time(hour, minute)


def part_of(moment: time) -> PartOfDay:
    """Before 12.00, 12.00-17.00, from 17.00 (domain.md 2.14)."""
    if moment < time(12):
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if moment < time(17) else PartOfDay.EVENING
