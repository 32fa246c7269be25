"""Read from a calendar when initiatives take place: first a plan, then all of it."""

from __future__ import annotations

from pathlib import Path

from socialmap.actions.import_file import ImportResult, carry_out
from socialmap.actions.workspace import Workspace
from socialmap.connectors.calendar_sessions import read_events
from socialmap.connectors.guarded import parse_calendar, read_bytes
from socialmap.connectors.plan import NOTHING_DECIDED, Decided
from socialmap.model.provision import Initiative
from socialmap.privacy.roles import Right, Viewer, permit


def import_calendar(
    workspace: Workspace,
    viewer: Viewer,
    path: Path,
    *,
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> ImportResult:
    """The moments of initiatives that are on the map; nothing else of them changes."""
    permit(viewer, Right.IMPORT)
    offers = (stored.entity for stored in workspace.catalogue.all(Initiative))
    reading = read_events(parse_calendar(read_bytes(path)).records, offers, workspace.today())
    return carry_out(workspace, viewer, reading, (Initiative,), apply=apply, decided=decided)
