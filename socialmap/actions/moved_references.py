"""Whatever says something of a listing that goes, says it of the listing that stays: nothing hangs loose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from socialmap.actions.workspace import Workspace
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.model.references import Thing, moved, referring, refers_to
from socialmap.model.values import Tri
from socialmap.model.work import Footing
from socialmap.store.entries import Stored

_THINGS = (Facility, Organisation, Initiative, Room)
"""What exists by itself; the rest are things said, and the same said twice is said once."""


@dataclass(frozen=True, slots=True)
class Move:
    """What a move of references changes: what to save, what has nothing left to say, and their versions."""

    to_save: tuple[Any, ...]
    gone: tuple[Thing, ...]
    versions: dict[Thing, int]


def move_references(workspace: Workspace, old: Thing, new: Thing) -> Move:
    """Everything that refers to ``old``, with ``new`` instead; the two things themselves are left out.

    It looks at every layer, also at what whoever merges may not read: it shows nothing of it.
    """
    to_save: list[Any] = []
    gone: list[Thing] = []
    versions: dict[Thing, int] = {}
    for cls in referring():
        touched, about_new = _of_class(workspace, cls, old, new)
        for stored in touched:
            entity = moved(stored.entity, old, new)
            key = (cls.kind, stored.entity.id)
            versions[key] = stored.version
            twin = next((each for each in about_new if _says_the_same(entity, each.entity)), None)
            if entity is None or twin is not None:
                gone.append(key)
            else:
                to_save.append(entity)
            if twin is not None and isinstance(entity, Footing):
                versions[cls.kind, twin.entity.id] = twin.version
                to_save.append(_filled_in(twin.entity, entity))
    return Move(tuple(to_save), tuple(gone), versions)


def _of_class(
    workspace: Workspace, cls: type[Any], old: Thing, new: Thing
) -> tuple[list[Stored[Any]], list[Stored[Any]]]:
    """What refers to the old thing, and of things said also what is said of the new one already."""
    touched, about_new = [], []
    for stored in workspace.catalogue.all(cls):
        if (cls.kind, stored.entity.id) in (old, new):
            continue
        if refers_to(stored.entity, old):
            touched.append(stored)
        elif cls not in _THINGS and refers_to(stored.entity, new):
            about_new.append(stored)
    return touched, about_new


def _says_the_same(entity: Any, other: Any) -> bool:
    """Equal but for the id. An initiative has one footing: a second one is put into the first."""
    if entity is None or isinstance(entity, _THINGS):
        return False
    return isinstance(entity, Footing) or replace(entity, id=other.id) == other


def _filled_in(stays: Footing, goes: Footing) -> Footing:
    return replace(stays, **dict(_only_there(stays, goes)))


def _only_there(stays: Footing, goes: Footing) -> Iterator[tuple[str, Any]]:
    for field in fields(stays):
        if getattr(stays, field.name) in (None, Tri.UNKNOWN):
            yield field.name, getattr(goes, field.name)
