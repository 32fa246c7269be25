"""When a team sees its answers: at moments of rest, never after each new one (domain.md 4.G, trust.md 3).

A figure that moves with every answer tells the newest one: whoever saw the mean of six and then that of
seven can work out the seventh. So a team sees a *stand*. A stand is taken on a Monday, of the answers given
before it, or at the moment that everybody answered, because a team that fills in its round together wants
to talk about it at once. A later stand takes its place only when at least five answers differ, also within
each discipline that has figures of its own and within the rest: so the difference between two stands
never tells fewer than five. Everything follows from when answers were given; nothing is kept for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from socialmap.collective.positions import ENOUGH
from socialmap.model.values import ProfessionalId
from socialmap.model.work import Discipline

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given(Generic[T]):
    """One answer of one colleague, or the answer that took its place."""

    on: date
    who: ProfessionalId
    what: T


@dataclass(frozen=True, slots=True)
class Stand(Generic[T]):
    """The answers that may be seen and since when; ``on`` is ``None`` before the first stand.

    ``given``: how many colleagues answered until now, seen or not.
    """

    on: date | None
    answers: Mapping[ProfessionalId, T]
    given: int


def stand_of(
    answers: Iterable[Given[T]],
    everybody: Collection[ProfessionalId],
    today: date,
    disciplines: Mapping[ProfessionalId, Discipline] | None = None,
) -> Stand[T]:
    """The last stand of a round; ``answers`` in the order in which they were given.

    ``disciplines``: given when figures per discipline are shown too.
    """
    now: dict[ProfessionalId, T] = {}
    stand: Stand[T] = Stand(None, {}, 0)
    last: date | None = None
    for answer in answers:
        on = min(answer.on, today)
        if last is not None and _monday_after(last) <= on:
            stand = _next(stand, now, _monday_after(last), disciplines)
        now[answer.who] = answer.what
        last = on
        if everybody and now.keys() >= set(everybody):
            stand = _next(stand, now, on, disciplines)
    if last is not None and _monday_after(last) <= today:
        stand = _next(stand, now, _monday_after(last), disciplines)
    return Stand(stand.on, stand.answers, len(now))


def _monday_after(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())


def _next(
    stand: Stand[T],
    now: Mapping[ProfessionalId, T],
    on: date,
    disciplines: Mapping[ProfessionalId, Discipline] | None,
) -> Stand[T]:
    """What is there now, or the earlier stand when the difference would tell of fewer than five."""
    if len(now) < ENOUGH:
        return stand
    moved = {who for who, answer in now.items() if stand.answers.get(who) != answer}
    groups = _groups(stand.answers, now, disciplines or {})
    if stand.on is not None and any(0 < len(moved & group) < ENOUGH for group in groups):
        return stand
    return Stand(on, dict(now), len(now)) if moved else stand


def _groups(
    before: Collection[ProfessionalId],
    now: Collection[ProfessionalId],
    disciplines: Mapping[ProfessionalId, Discipline],
) -> Iterator[set[ProfessionalId]]:
    """Everybody, each discipline large enough for a figure in either stand, and who is in none of those."""
    rest = set(now)
    yield set(now)
    for discipline in set(disciplines.values()):
        of_discipline = {who for who, craft in disciplines.items() if craft is discipline}
        if max(len(of_discipline.intersection(each)) for each in (before, now)) >= ENOUGH:
            rest -= of_discipline
            yield of_discipline
    yield rest
