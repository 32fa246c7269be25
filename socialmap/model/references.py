"""What each entity says of which other, found from the types of its fields; and how to say it of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from socialmap.model.doubles import Distinction, Replacement
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.registry import ENTITIES
from socialmap.model.together import Introduction, WeekMark
from socialmap.model.values import FacilityId, InitiativeId, OrganisationId
from socialmap.model.work import Verification

Thing: TypeAlias = tuple[str, str]
"""Kind and id."""

MERGEABLE: Mapping[Any, type[Any]] = {
    FacilityId: Facility,
    OrganisationId: Organisation,
    InitiativeId: Initiative,
}
"""The types of ids whose things can be listed twice."""

_TOLD_IN_TEXT: Mapping[type[Any], str] = {
    Verification: "object_id",
    Replacement: "new_id",
    Distinction: "object_ids",
}
"""Fields that hold ids of the kind that ``object_kind`` names."""
_OF_TWO: Mapping[type[Any], str] = {Introduction: "initiative_ids", Distinction: "object_ids"}
"""What is about two things, and says nothing when they become one."""


def referring() -> tuple[type[Any], ...]:
    """The classes of entities that can say something about a thing that can be listed twice."""
    return tuple(cls for cls in ENTITIES if _NAMED_IN[cls] or cls in _TOLD_IN_TEXT or cls is WeekMark)


def references(entity: Any) -> Iterator[Thing]:
    """The things an entity names; not what a line of *Deze week* is about, which may be of any kind."""
    for name, kind in _NAMED_IN[type(entity)]:
        yield from ((kind, each) for each in _ids(getattr(entity, name)))
    told = _TOLD_IN_TEXT.get(type(entity))
    if told is not None:
        yield from ((entity.object_kind, each) for each in _ids(getattr(entity, told)))


def refers_to(entity: Any, thing: Thing) -> bool:
    if isinstance(entity, WeekMark):
        return _is_about(entity.target, thing)
    return thing in references(entity)


def moved(entity: Any, old: Thing, new: Thing) -> Any | None:
    """The entity with ``new`` wherever it said ``old``; both are of one kind.

    What it says of several things it says once of each, and never of itself. ``None`` when nothing is left to
    say: it was about two things that are one now.
    """
    kind, _ = new
    changed: dict[str, Any] = {}
    for name, named in _NAMED_IN[type(entity)]:
        if named == kind:
            changed[name] = _moved_value(entity, getattr(entity, name), old[1], new)
    told = _TOLD_IN_TEXT.get(type(entity))
    if told is not None and entity.object_kind == kind:
        changed[told] = _moved_value(entity, getattr(entity, told), old[1], new)
    if isinstance(entity, WeekMark) and _is_about(entity.target, old):
        changed["target"] = entity.target.removesuffix("/".join(old)) + "/".join(new)
    changed = {name: value for name, value in changed.items() if value != getattr(entity, name)}
    both = _OF_TWO.get(type(entity))
    if both in changed:
        changed[both] = tuple(sorted(changed[both]))
        if len(changed[both]) < 2:
            return None
    return replace(entity, **changed) if changed else entity


def _moved_value(entity: Any, value: Any, old_id: str, new: Thing) -> Any:
    kind, new_id = new
    if not isinstance(value, tuple):
        return new_id if value == old_id else value
    if old_id not in value:
        return value
    itself = entity.id if entity.kind == kind else None
    named = dict.fromkeys(new_id if each == old_id else each for each in value)
    return tuple(each for each in named if each != itself)


def _is_about(target: str, thing: Thing) -> bool:
    """A line of *Deze week* names its thing last: ``news:kind/id``."""
    return f":{target}".endswith(f":{'/'.join(thing)}")


def _ids(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _fields_with_ids(cls: type[Any]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that hold such ids, with the kind that they name."""
    hints = get_type_hints(cls)
    found = ((field.name, _id_type(hints[field.name])) for field in fields(cls) if field.name != "id")
    return tuple((name, MERGEABLE[named].kind) for name, named in found if named in MERGEABLE)


def _id_type(hint: Any) -> Any:
    """The type of id in a field: alone, optional or in a tuple."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


_NAMED_IN: Mapping[type[Any], tuple[tuple[str, str], ...]] = {cls: _fields_with_ids(cls) for cls in ENTITIES}
