"""Mending a signal: other words in an own one, taking away what should not be there, and bringing it back."""

from __future__ import annotations

from collections.abc import Mapping

from socialmap.actions.danger import refuse_danger
from socialmap.actions.workspace import Workspace
from socialmap.collective.signal_draft import TEXTS as TEXTS
from socialmap.collective.signal_draft import corrected
from socialmap.errors import NotFound
from socialmap.model.together import Signal
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.rdf.checking import require_valid
from socialmap.store.entries import Operation


def correct_signal(
    workspace: Workspace, viewer: Viewer, signal_id: str, texts: Mapping[str, str], *, version: int
) -> int:
    """Other words in a signal that the viewer follows, by field, and the rest as it is; its version now.

    ``InvalidInput`` as for a new signal; ``EditConflict`` when somebody else changed the same text since
    ``version``, the one that was on the screen.
    """
    permit(viewer, Right.MAKE_SIGNALS)
    before = workspace.catalogue.get(Signal, signal_id).entity
    if not viewer.name or before.owner != viewer.name:
        raise _not_yours()
    refuse_danger(workspace, texts)
    areas = workspace.projections.current().areas
    after = corrected(before, texts, [area.name for area in (*areas.neighbourhoods, *areas.districts)])
    require_valid(after)
    workspace.catalogue.save(
        [after],
        actor=viewer.actor,
        action="signaal: andere woorden",
        at=workspace.clock(),
        based_on={(after.kind, after.id): version},
    )
    return workspace.catalogue.get(Signal, signal_id).version


def remove_signal(workspace: Workspace, viewer: Viewer, signal_id: str, *, version: int) -> None:
    """Take a signal away for everybody: an own one, or any for who leads signals.

    ``EditConflict`` when it was changed since ``version``.
    """
    permit(viewer, Right.MAKE_SIGNALS)
    signal = workspace.catalogue.get(Signal, signal_id).entity
    if not may(viewer, Right.LEAD_SIGNALS) and (not viewer.name or signal.owner != viewer.name):
        raise _not_yours()
    workspace.catalogue.remove(
        Signal,
        signal_id,
        actor=viewer.actor,
        action="signaal weggehaald",
        at=workspace.clock(),
        based_on=version,
    )


def bring_back_signal(workspace: Workspace, viewer: Viewer, signal_id: str) -> None:
    """Undo a removal: who took it away can, and who leads signals. ``NotFound`` when there is none."""
    permit(viewer, Right.MAKE_SIGNALS)
    history = workspace.catalogue.history(Signal.kind, signal_id)
    last = history[-1] if history else None
    if last is None or last.operation is not Operation.REMOVED:
        raise NotFound("Dit signaal is niet weggehaald.", "Bekijk de lijst.")
    if last.actor != viewer.actor and not may(viewer, Right.LEAD_SIGNALS):
        raise _not_yours()
    workspace.catalogue.undo(last.ref, actor=viewer.actor, at=workspace.clock())


def _not_yours() -> NotFound:
    return NotFound("Dit signaal staat niet bij jouw signalen.", "Ga terug naar je lijst.")
