"""Two edits of one entity, brought together field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, TypeVar

from socialmap.errors import EditConflict, FieldConflict
from socialmap.model.area import Neighbourhood
from socialmap.model.provision import Initiative
from socialmap.model.registry import Entity

E = TypeVar("E", bound=Entity)

DELETED = "deleted"
"""The field name of a conflict between an edit and a removal; its values are booleans."""

_TOGETHER: Mapping[type[Any], tuple[tuple[str, ...], ...]] = {
    Initiative: (("facility_id", "room_id", "point", "area_id", "no_fixed_place"),),
    Neighbourhood: (("story", "story_on"),),
}
"""Fields that are one answer: taking some from one editor and some from another would make nonsense."""

_UNKNOWN = object()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an entity before and after; an entry of a dict field is named ``field.key``."""

    field: str
    before: object
    after: object


def changed_fields(before: Entity | None, after: Entity | None) -> tuple[FieldChange, ...]:
    """What an edit changed, in the order of the fields; empty for an addition or a removal."""
    if before is None or after is None:
        return ()
    return tuple(
        change
        for field in fields(type(after))  # type: ignore[arg-type]  # every entity is a dataclass
        for change in _changes(field.name, getattr(before, field.name), getattr(after, field.name))
    )


def merge(base: E | None, stored: E, offered: E, version: int) -> E:
    """The ``stored`` entity with what ``offered`` changed since ``base``; a dict merges per key.

    ``EditConflict`` (with the stored ``version``) when both changed the same field to something
    different, or when they differ at all and there is no ``base``.
    """
    merged: dict[str, Any] = {}
    conflicts: list[FieldConflict] = []
    for unit in _units(type(stored)):
        was, is_now, wanted = (_values(entity, unit) for entity in (base, stored, offered))
        if wanted in (is_now, was):
            continue
        if is_now == was:
            merged.update(zip(unit, wanted, strict=True))
        elif isinstance(wanted[0], dict):
            mapping, clashes = _merge_mapping(unit[0], {} if base is None else was[0], is_now[0], wanted[0])
            merged[unit[0]] = mapping
            conflicts.extend(clashes)
        else:
            conflicts.extend(
                FieldConflict(name, now, want)
                for name, now, want in zip(unit, is_now, wanted, strict=True)
                if now != want
            )
    if conflicts:
        raise EditConflict(conflicts, version)
    return replace(stored, **merged) if merged else stored  # type: ignore[type-var]  # a dataclass


def _merge_mapping(
    name: str, base: dict[str, Any], stored: dict[str, Any], offered: dict[str, Any]
) -> tuple[dict[str, Any], list[FieldConflict]]:
    merged, conflicts = dict(stored), []
    for key in sorted(base.keys() | offered.keys()):
        was, is_now, wanted = (mapping.get(key, _UNKNOWN) for mapping in (base, stored, offered))
        if wanted in (is_now, was):
            continue
        if is_now != was:
            conflicts.append(FieldConflict(f"{name}.{key}", stored.get(key), offered.get(key)))
        elif wanted is _UNKNOWN:
            del merged[key]
        else:
            merged[key] = wanted
    return merged, conflicts


def _changes(name: str, before: object, after: object) -> Iterator[FieldChange]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted(before.keys() | after.keys()):
            if before.get(key) != after.get(key):
                yield FieldChange(f"{name}.{key}", before.get(key), after.get(key))
    else:
        yield FieldChange(name, before, after)


def _values(entity: Entity | None, unit: tuple[str, ...]) -> tuple[Any, ...]:
    return (_UNKNOWN,) if entity is None else tuple(getattr(entity, name) for name in unit)


@cache
def _units(cls: type[Any]) -> tuple[tuple[str, ...], ...]:
    together = _TOGETHER.get(cls, ())
    grouped = {name for unit in together for name in unit}
    return (*((field.name,) for field in fields(cls) if field.name not in grouped), *together)
