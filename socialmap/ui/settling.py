"""Two edits of one thing, settled: what a person chose for every field that both changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from socialmap.model.provision import Facility, Initiative, Organisation

E = TypeVar("E", bound=Initiative | Facility | Organisation)

PLACE = "place"
"""The name of the one question about where something is."""
_PLACE_FIELDS = frozenset({"facility_id", "room_id", "point", "area_id", "no_fixed_place"})


def question_of(field: str) -> str:
    """The question that a field belongs to: all fields of the place are one answer.

    >>> question_of("area_id"), question_of("name")
    ('place', 'name')
    """
    return PLACE if field in _PLACE_FIELDS else field


def settled(seen: E, stored: E, mine: E, theirs: Collection[str]) -> E:
    """What is ``stored``, with what ``mine`` changed since ``seen``, less the questions left to the other."""
    chosen: dict[str, Any] = {}
    for field in fields(seen):
        name = field.name
        was, now, wanted = getattr(seen, name), getattr(stored, name), getattr(mine, name)
        if isinstance(wanted, dict):
            chosen[name] = _settled_mapping(name, was, now, wanted, theirs)
        elif _changed(name, seen, mine) and question_of(name) not in theirs:
            chosen[name] = wanted
    return replace(stored, **chosen)


def _changed(name: str, seen: object, mine: object) -> bool:
    together = _PLACE_FIELDS if name in _PLACE_FIELDS else {name}
    return any(getattr(seen, each, None) != getattr(mine, each, None) for each in together)


def _settled_mapping(
    name: str,
    was: Mapping[str, Any],
    now: Mapping[str, Any],
    wanted: Mapping[str, Any],
    theirs: Collection[str],
) -> dict[str, Any]:
    result = dict(now)
    for key in was.keys() | wanted.keys():
        if was.get(key) == wanted.get(key) or f"{name}.{key}" in theirs:
            continue
        if key in wanted:
            result[key] = wanted[key]
        else:
            result.pop(key, None)
    return result
