"""Read a file of areas, initiatives, facilities or organisations: first a plan, then all of it at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from socialmap.actions.imported_rows import broken_rules, likely_doubles, names_at_contact
from socialmap.actions.merged_rows import without_merged
from socialmap.actions.workspace import Workspace
from socialmap.connectors.areas import read_areas
from socialmap.connectors.plan import ImportPlan, Key, Reading, make_plan, refuse
from socialmap.connectors.table import DEFAULT_SOURCE, Known, read_table
from socialmap.model.area import District, Municipality, Neighbourhood
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.store.catalogue import UNDO
from socialmap.store.entries import Stored

IMPORTED = "ingelezen"
_AREAS = (Municipality, District, Neighbourhood)
_TABLE = (Organisation, Facility, Initiative)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The plan, and the ``batch`` under which it was saved: empty when nothing was."""

    plan: ImportPlan
    batch: str


def import_areas(
    workspace: Workspace, viewer: Viewer, path: Path, *, figures: Sequence[Path] = (), apply: bool = False
) -> ImportResult:
    """Neighbourhoods with their districts and municipality, and figures from other files if given."""
    permit(viewer, Right.IMPORT)
    stored = workspace.projections.current().areas
    known: list[Neighbourhood | District | Municipality] = [*stored.neighbourhoods, *stored.districts]
    known += stored.municipalities
    reading = read_areas(path, figures=figures, known=known)
    return _carry_out(workspace, viewer, reading, _AREAS, apply=apply)


def import_table(
    workspace: Workspace, viewer: Viewer, path: Path, *, source: str = "", apply: bool = False
) -> ImportResult:
    """Initiatives, facilities and organisations from CSV or XLSX; bad rows are refused, good rows kept.

    ``source`` says whose list it is; together with the id in the file it is the key of a row.
    """
    permit(viewer, Right.IMPORT)
    pictures = workspace.projections.current()
    known = Known(
        vocabulary=workspace.vocabulary,
        areas=pictures.areas,
        addresses=pictures.addresses,
        facilities=tuple(pictures.facilities.values()),
        organisations=tuple(pictures.organisations.values()),
    )
    reading = read_table(path, known, source=source or DEFAULT_SOURCE)
    return _carry_out(workspace, viewer, reading, _TABLE, apply=apply)


def _carry_out(
    workspace: Workspace, viewer: Viewer, reading: Reading, kinds: Iterable[type[Any]], *, apply: bool
) -> ImportResult:
    reading, merged = without_merged(workspace, reading)
    stored = _comparable(workspace, reading, kinds)
    plan = make_plan(
        reading,
        {key: thing.entity for key, thing in stored.items()},
        hand_edited=_hand_edited(workspace, stored),
    )
    plan = refuse(plan, reading, broken_rules(plan))
    plan = replace(
        plan,
        unchanged=plan.unchanged + merged.unchanged,
        conflicts=(*plan.conflicts, *merged.conflicts),
        notes=(*plan.notes, *names_at_contact(plan), *likely_doubles(workspace, plan, reading)),
    )
    if not apply or not plan.to_save:
        return ImportResult(plan, "")
    saved = workspace.catalogue.save(plan.to_save, actor=viewer.actor, action=IMPORTED, at=workspace.clock())
    return ImportResult(plan, saved.batch)


def _comparable(workspace: Workspace, reading: Reading, kinds: Iterable[type[Any]]) -> dict[Key, Stored[Any]]:
    """What is stored under the same ids, or came from the same source."""
    ids: dict[str, set[str]] = {}
    sources: dict[str, set[str]] = {}
    for row in reading.rows:
        ids.setdefault(row.entity.kind, set()).add(row.entity.id)
        sources.setdefault(row.entity.kind, set()).add(row.entity.source)
    return {
        (cls.kind, stored.entity.id): stored
        for cls in kinds
        if cls.kind in ids
        for stored in workspace.catalogue.all(cls)
        if stored.entity.id in ids[cls.kind] or stored.entity.source in sources[cls.kind]
    }


def _hand_edited(workspace: Workspace, stored: Mapping[Key, Stored[Any]]) -> dict[Key, frozenset[str]]:
    """Which fields of each thing were last changed by a person, not by an import."""
    edited: dict[Key, frozenset[str]] = {}
    for (kind, entity_id), thing in stored.items():
        if thing.version == 1:
            continue
        fields: set[str] = set()
        for entry in workspace.catalogue.history(kind, entity_id):
            touched = {change.field.split(".")[0] for change in entry.changes}
            by_machine = entry.action == IMPORTED or entry.action.startswith(UNDO)
            fields = fields - touched if by_machine else fields | touched
        if fields:
            edited[kind, entity_id] = frozenset(fields)
    return edited
