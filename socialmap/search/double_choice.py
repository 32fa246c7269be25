"""Two listings of one thing become one: which questions that raises, what we propose, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.values import Tri

E = TypeVar("E", Facility, Organisation, Initiative)

MOST_THEMES = 4
"""So many themes an initiative may have; more of both together is a choice."""


class Pick(StrEnum):
    """Whose answer stays; ``BOTH`` only for lists."""

    FIRST = "eerste"
    SECOND = "tweede"
    BOTH = "allebei"


_TOGETHER: Mapping[type[Any], tuple[tuple[str, ...], ...]] = {
    Facility: (("type", "basic"), ("point", "address")),
    Organisation: (("point", "address"),),
    Initiative: (
        ("facility_id", "room_id", "point", "address", "area_id", "no_fixed_place"),
        ("age_min", "age_max"),
        ("max_participants", "places_free", "places_unlimited", "waiting_list"),
        ("status", "stopped_on"),
        ("checked_on", "checked_by"),
    ),
}
"""Fields that are one answer together, named by their first field."""
_OF_THE_LISTING = frozenset({"id", "source", "source_id"})
"""What belongs to the listing that stays, whatever else is chosen."""
_UNASKED = frozenset({"checked_on", "osm_id", "is_example"})
"""What nobody needs to be asked: the latest check, and what only one of the two knows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What each of the two says to one question; ``fields`` make it up and the first names it.

    ``picks``: what may be chosen, empty when there is nothing to choose: they agree, or only one knows it.
    """

    fields: tuple[str, ...]
    first: tuple[Any, ...]
    second: tuple[Any, ...]
    proposed: Pick
    picks: tuple[Pick, ...]

    @property
    def differs(self) -> bool:
        return self.first != self.second

    @property
    def name(self) -> str:
        return self.fields[0]


def which_stays(one: E, other: E) -> tuple[E, E]:
    """The listing that stays and the one that goes into it.

    What people typed stays before what a list brought, then what was checked last, then the lower id.
    """
    first, second = sorted((one, other), key=lambda each: (bool(each.source), -_checked(each), each.id))
    return first, second


def answers(first: E, second: E) -> tuple[Answer, ...]:
    """Every answer of two listings, in the order of the fields, with what we propose.

    What is filled in goes before what is not, what was checked last before what is older, and lists are put
    together.
    """
    newest = _newest(first, second)
    return tuple(
        _answer(unit, _values(first, unit), _values(second, unit), newest)
        for unit in _units(type(first))
        if unit[0] not in _OF_THE_LISTING
    )


def united(first: E, second: E, picks: Mapping[str, Pick] | None = None) -> E:
    """``first`` with, for every question, the answer that was picked by its name, or else proposed.

    An organisation that worked with the other does not work with itself now.
    """
    chosen = picks or {}
    changed: dict[str, Any] = {}
    for answer in answers(first, second):
        pick = chosen.get(answer.name, answer.proposed)
        if pick is Pick.SECOND:
            changed.update(zip(answer.fields, answer.second, strict=True))
        elif pick is Pick.BOTH:
            changed[answer.name] = _both(answer.first[0], answer.second[0], _newest(first, second))
    whole = replace(first, **changed)
    if isinstance(whole, Organisation):
        others = tuple(each for each in whole.partners if each not in {first.id, second.id})
        return replace(whole, partners=others)
    return whole


def _answer(unit: tuple[str, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...], newest: Pick) -> Answer:
    if mine == theirs:
        return Answer(unit, mine, theirs, Pick.FIRST, ())
    known, others = _is_known(mine), _is_known(theirs)
    if known != others:
        return Answer(unit, mine, theirs, Pick.FIRST if known else Pick.SECOND, ())
    if unit[0] in _UNASKED:
        return Answer(unit, mine, theirs, newest, ())
    if isinstance(mine[0], tuple | dict):
        proposed = Pick.BOTH if _go_together(unit[0], mine[0], theirs[0]) else newest
        return Answer(unit, mine, theirs, proposed, tuple(Pick))
    if "point" in unit:
        here, there = _exactness(unit, mine), _exactness(unit, theirs)
        newest = newest if here == there else Pick.FIRST if here > there else Pick.SECOND
    return Answer(unit, mine, theirs, newest, (Pick.FIRST, Pick.SECOND))


def _is_known(values: tuple[Any, ...]) -> bool:
    """Is anything of it filled in? No, and nothing chosen, are answers; not knowing is not."""
    return any(value is not False and value not in (None, "", (), {}, Tri.UNKNOWN) for value in values)


def _exactness(unit: tuple[str, ...], values: tuple[Any, ...]) -> tuple[bool, ...]:
    """A building says more of where something is than a point with an address, and that more than a point."""
    told = dict(zip(unit, values, strict=True))
    return tuple(bool(told.get(name)) for name in ("facility_id", "room_id", "point", "address", "area_id"))


def _go_together(name: str, mine: Any, theirs: Any) -> bool:
    """Two moments in one part of a day are one moment told in two ways."""
    if name == "sessions":
        return {session.slot for session in mine}.isdisjoint(session.slot for session in theirs)
    return name != "themes" or len(dict.fromkeys((*mine, *theirs))) <= MOST_THEMES


def _both(mine: Any, theirs: Any, newest: Pick) -> Any:
    if isinstance(mine, dict):
        return {**mine, **theirs} if newest is Pick.SECOND else {**theirs, **mine}
    return tuple(dict.fromkeys((*mine, *theirs)))


def _newest(first: E, second: E) -> Pick:
    return Pick.SECOND if _checked(second) > _checked(first) else Pick.FIRST


def _checked(thing: Facility | Organisation | Initiative) -> int:
    return (thing.checked_on or date.min).toordinal()


def _values(thing: Any, unit: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(thing, name) for name in unit)


def _units(cls: type[Any]) -> tuple[tuple[str, ...], ...]:
    """The answers of a class in the order of its fields."""
    starts = {unit[0]: unit for unit in _TOGETHER[cls]}
    inside = {name for unit in _TOGETHER[cls] for name in unit[1:]}
    return tuple(starts.get(field.name, (field.name,)) for field in fields(cls) if field.name not in inside)
