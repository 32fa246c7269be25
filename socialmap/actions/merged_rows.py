"""Rows of an import about what was on the map twice and went into something else: it does not come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from socialmap.actions.workspace import Workspace
from socialmap.connectors.plan import Key, Reading, Row
from socialmap.model.doubles import Replacement
from socialmap.model.references import moved, references
from socialmap.model.registry import entity_type
from socialmap.model.wording_doubles import merged_row


@dataclass(frozen=True, slots=True)
class MergedRows:
    """``unchanged`` rows say what they said before the merge; what others say anew is told in ``notes``."""

    unchanged: int = 0
    notes: tuple[str, ...] = ()


def without_merged(workspace: Workspace, reading: Reading) -> tuple[Reading, MergedRows]:
    """The rows that are left, referring to what is on the map now, and what the others had to say.

    A person chose field by field what stays. So a row about the listing that went never overwrites anything:
    what its source now says otherwise than at the merge is told, and waits for a person.
    """
    went: dict[Key, Key] = {
        (stored.entity.object_kind, stored.entity.old_id): (stored.entity.object_kind, stored.entity.new_id)
        for stored in workspace.catalogue.all(Replacement)
    }
    if not went:
        return reading, MergedRows()
    kept: list[Row] = []
    notes: list[str] = []
    unchanged = 0
    for row in reading.rows:
        if row.key not in went:
            kept.append(replace(row, entity=_referring_to_now(row.entity, went)))
            continue
        news = _news(workspace, row, went[row.key])
        notes += [news] if news else []
        unchanged += not news
    return replace(reading, rows=tuple(kept)), MergedRows(unchanged, tuple(notes))


def _referring_to_now(entity: Any, went: Mapping[Key, Key]) -> Any:
    for old in [thing for thing in references(entity) if thing in went]:
        entity = moved(entity, old, went[old])
    return entity


def _news(workspace: Workspace, row: Row, now: Key) -> str:
    """What the row says otherwise than the listing did when it went, and than what it went into does now."""
    kind, new_id = now
    last = workspace.catalogue.last_known(entity_type(kind), row.entity.id)
    stays = workspace.catalogue.find(entity_type(kind), new_id)
    if last is None or stays is None:
        return ""
    said = [
        str(says)
        for field in sorted(row.given - {"source", "source_id"})
        if (says := getattr(row.entity, field)) not in (getattr(last, field), getattr(stays.entity, field))
    ]
    return merged_row(row.line, stays.entity.name, said) if said else ""
