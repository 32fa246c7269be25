"""Where every field of a thing comes from, read off the journal: which source or colleague, and when."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from socialmap.connectors.plan import ByHand, HandEdit
from socialmap.model.area import Area, Street
from socialmap.store.catalogue import UNDO
from socialmap.store.entries import Entry, Operation

IMPORTED = "ingelezen"
"""The action of every entry that an import makes."""
_HERE = ZoneInfo("Europe/Amsterdam")
_NO_FIELDS = frozenset({"id", "source", "source_id"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Who gave a field its value: an import from ``source``, or the colleague ``by`` (then no source)."""

    by: str
    on: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Origins:
    """The origin of every field that holds something, and what the source said of a field last time."""

    now: dict[str, Origin]
    last_offered: dict[str, Any]

    def by_hand(self) -> ByHand:
        """The same for the plan of an import."""
        edits = {name: HandEdit(one.by, one.on) for name, one in self.now.items() if not one.source}
        return ByHand(edits, self.last_offered)


def origins_of(versions: Iterable[tuple[Entry, Any]]) -> Origins:
    """The origins after all versions of one thing, oldest first.

    What is taken back has the origin that it had before. An import that puts a value back within its own
    batch says that somebody kept it: the value stays that of the person.
    """
    origins = Origins({}, {})
    past: dict[str, list[tuple[Any, Origin | None]]] = {}
    batch = ""
    for entry, entity in versions:
        if entity is None:
            origins, past = Origins({}, {}), {}
            continue
        is_import = entry.action == IMPORTED
        puts_back = entry.action.startswith(UNDO) or (is_import and entry.batch == batch)
        batch = entry.batch if is_import else ""
        on = entry.at.astimezone(_HERE).date()
        if is_import and entry.operation is Operation.ADDED:  # what it left out, it said nothing of
            origins.last_offered.update({field.name: getattr(entity, field.name) for field in fields(entity)})
        origin = Origin(entry.actor, on, (entity_source(entity) or IMPORTED) if is_import else "")
        for name in _touched(entry, entity):
            value = getattr(entity, name)
            before = _origin_of(value, past.get(name, ())) if puts_back else None
            if is_import and before is not None and before.source:
                before = None
            if is_import and before is None:
                origins.last_offered[name] = value
            chosen = before or origin
            past.setdefault(name, []).append((value, chosen))
            origins.now[name] = chosen
    return origins


def entity_source(entity: Any) -> str:
    """From which source a thing came; empty for what was made here."""
    return str(getattr(entity, "source", ""))


def _touched(entry: Entry, entity: Any) -> list[str]:
    """The fields that an entry gave a value; of something new those that are not as they always begin.

    Nobody draws an area or a street by hand, so of those only changes count.
    """
    if entry.operation is Operation.ADDED and entry.action != IMPORTED and isinstance(entity, Area | Street):
        return []
    if entry.operation is not Operation.ADDED:
        return list(dict.fromkeys(change.field.split(".")[0] for change in entry.changes))
    return [
        field.name
        for field in fields(entity)
        if field.name not in _NO_FIELDS and getattr(entity, field.name) != _beginning(field)
    ]


def _beginning(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _origin_of(value: Any, past: Iterable[tuple[Any, Origin | None]]) -> Origin | None:
    """The origin that a value had the last time that it was there."""
    found = None
    for earlier, origin in past:
        if earlier == value:
            found = origin
    return found
