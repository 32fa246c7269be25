"""Who changed what and when, and how to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from socialmap.actions.merge_doubles import MERGED
from socialmap.actions.telling_values import tell_value
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotFound
from socialmap.model.doubles import Replacement
from socialmap.model.registry import BY_KIND, entity_type
from socialmap.model.values import Layer
from socialmap.privacy.roles import Right, Viewer, layers_of, permit, permit_layers
from socialmap.store.entries import Entry
from socialmap.store.merging import FieldChange


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One field, before and after, as people read it; empty text is nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One accepted change; ``entry`` names it for undoing, alone or with the rest of its ``batch``.

    ``undo`` names what to take back: of two listings that became one the batch, for half makes no sense.
    """

    entry: str
    batch: str
    when: datetime
    who: str
    what: str
    version: int
    changes: tuple[ChangedField, ...]
    undo: str


def history_of(workspace: Workspace, viewer: Viewer, kind: str, entity_id: str) -> tuple[HistoryLine, ...]:
    """Everything that happened to one thing, newest first. ``NotFound`` if it never existed."""
    permit(viewer, Right.SEE_HISTORY)
    entries = _readable(workspace, viewer, kind, entity_id)
    if not entries:
        raise NotFound("Hiervan is geen geschiedenis.", "Kijk of de id klopt.")
    return tuple(_line(workspace, viewer, entry) for entry in reversed(entries))


def find_history(workspace: Workspace, viewer: Viewer, entity_id: str) -> tuple[HistoryLine, ...]:
    """``history_of`` when only the id is known."""
    permit(viewer, Right.SEE_HISTORY)
    for kind in BY_KIND:
        if _readable(workspace, viewer, kind, entity_id):
            return history_of(workspace, viewer, kind, entity_id)
    raise NotFound("Hiervan is geen geschiedenis.", "Kijk of de id klopt.")


def undo_change(workspace: Workspace, viewer: Viewer, target: str) -> int:
    """Take back one change, or a whole group of changes made together; how many things went back.

    ``EditConflict`` when somebody changed the same field since, ``NotAllowed`` when it touches a layer that
    the viewer may not read.
    """
    permit(viewer, Right.CHANGE_OFFERS)
    kinds = workspace.catalogue.kinds_in(target)
    # A merge moves references that whoever merges may not read, and its undo moves them back: none is shown.
    if Replacement.kind not in kinds:
        permit_layers(viewer, (entity_type(kind).layer for kind in kinds))
    saved = workspace.catalogue.undo(target, actor=viewer.actor, at=workspace.clock())
    return len(saved.entries)


def _readable(workspace: Workspace, viewer: Viewer, kind: str, entity_id: str) -> tuple[Entry, ...]:
    """Nothing of the core: what one colleague may see of it, another may not, and an id can be guessed."""
    layer: Layer = entity_type(kind).layer
    if layer is Layer.CORE or layer not in layers_of(viewer):
        return ()
    return workspace.catalogue.history(kind, entity_id)


def _line(workspace: Workspace, viewer: Viewer, entry: Entry) -> HistoryLine:
    def told(change: FieldChange, value: object) -> str:
        return tell_value(workspace, viewer, change.field, value)

    return HistoryLine(
        entry=entry.ref,
        batch=entry.batch,
        when=entry.at,
        who=entry.actor,
        what=f"{entry.operation}: {entry.action}" if entry.action != entry.operation else entry.action,
        version=entry.version,
        changes=tuple(
            ChangedField(change.field, told(change, change.before), told(change, change.after))
            for change in entry.changes
        ),
        undo=entry.batch if entry.action == MERGED else entry.ref,
    )
