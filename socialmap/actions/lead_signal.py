"""The way of a signal after it was written: step by step, who follows it, who heard what happened."""

from __future__ import annotations

from dataclasses import replace

from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.collective.signal_flow import ORDER as ORDER
from socialmap.collective.signal_flow import Step as Step
from socialmap.collective.signal_flow import advance
from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_signals as words
from socialmap.model.together import Signal, SignalStatus
from socialmap.model.work import Professional
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid

NOTHING_FILLED_IN = Step()


def move_signal(
    workspace: Workspace,
    viewer: Viewer,
    signal_id: str,
    to: SignalStatus,
    step: Step = NOTHING_FILLED_IN,
    *,
    version: int,
) -> None:
    """Take a signal one step further, or one back; ``version`` is the one that was on the screen.

    ``InvalidInput`` says what the step still needs: nothing is closed before people heard what happened.
    ``EditConflict`` when somebody else changed the same field.
    """
    permit(viewer, Right.LEAD_SIGNALS)
    before = workspace.catalogue.get(Signal, signal_id).entity
    _keep(workspace, viewer, advance(before, to, step), version, words.STATUS_LABELS[to])


def hand_signal(workspace: Workspace, viewer: Viewer, signal_id: str, owner: str, *, version: int) -> None:
    """Let another colleague follow a signal."""
    permit(viewer, Right.LEAD_SIGNALS)
    colleague = workspace.projections.people().all(Professional).get(owner)
    if colleague is None:
        raise InvalidInput([Violation("owner", words.CHOOSE_AN_OWNER)])
    before = workspace.catalogue.get(Signal, signal_id).entity
    _keep(workspace, viewer, replace(before, owner=colleague.id), version, "andere volger")


def signal_owners(workspace: Workspace, viewer: Viewer) -> tuple[Choice, ...]:
    """The colleagues who can follow a signal, by name."""
    permit(viewer, Right.LEAD_SIGNALS)
    everybody = workspace.projections.people().all(Professional).values()
    return choices((each.id, each.name) for each in sorted(everybody, key=lambda one: (one.name, one.id)))


def _keep(workspace: Workspace, viewer: Viewer, signal: Signal, version: int, what: str) -> None:
    require_valid(signal)
    workspace.catalogue.save(
        [signal],
        actor=viewer.actor,
        action=f"signaal: {what}",
        at=workspace.clock(),
        based_on={(signal.kind, signal.id): version},
    )
