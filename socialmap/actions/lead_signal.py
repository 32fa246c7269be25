"""The way of a signal after it was written: step by step, who follows it, who heard what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from socialmap.actions.danger import refuse_danger
from socialmap.actions.teams import first_team
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.collective.routing import report_back_on
from socialmap.collective.signal_flow import ORDER as ORDER
from socialmap.collective.signal_flow import WRITTEN, advance
from socialmap.collective.signal_flow import Step as Step
from socialmap.errors import EditConflict, FieldConflict, InvalidInput, Violation
from socialmap.model import wording_signals as words
from socialmap.model.together import (
    ActionKind,
    CloseReason,
    CollectiveAction,
    Dimension,
    Signal,
    SignalChoice,
    SignalStatus,
)
from socialmap.model.work import Professional
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid

NOTHING_FILLED_IN = Step()
CHANGING_THINGS = 3
"""The goal of collective work: to change something in the neighbourhood or in policy."""
_PLACED = frozenset({SignalStatus.PLACED, SignalStatus.IN_HAND})


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

    What is done together with residents, and what was solved, is an action for the third goal too.
    ``InvalidInput`` says what the step still needs: nothing is closed before people heard what happened.
    ``EditConflict`` when somebody else changed the signal since: a step is about the whole of it.
    """
    permit(viewer, Right.LEAD_SIGNALS)
    stored = workspace.catalogue.get(Signal, signal_id)
    before = stored.entity
    if stored.version != version:
        raise EditConflict([FieldConflict("status", stored=before.status, offered=to)], stored.version)
    refuse_danger(workspace, _changed(step, before))
    after = advance(before, to, step)
    if before.status is SignalStatus.CLOSED:
        after = replace(after, report_back_on=report_back_on(workspace.today()))
    _keep(workspace, viewer, after, version, words.STATUS_LABELS[to], _actions(workspace, after, step))


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


def _changed(step: Step, before: Signal) -> dict[str, str]:
    """What is written with a step, by field, as far as it does not stand in the signal already."""
    written = {field: getattr(step, field).strip() for field in WRITTEN}
    return {field: text for field, text in written.items() if text != getattr(before, field, "")}


def _actions(workspace: Workspace, signal: Signal, step: Step) -> Iterator[CollectiveAction]:
    """What the step makes for the third goal, once: going back and on again makes no second one."""
    together = signal.choice is SignalChoice.TOGETHER and signal.status in _PLACED
    solved = signal.status is SignalStatus.CLOSED and step.closed_as is CloseReason.SOLVED
    for made, name, sort in (
        (together, "samen", ActionKind.JOINT_ACTION),
        (solved, "opgelost", ActionKind.CONNECT),
    ):
        action_id = f"{signal.id}-{name}"
        if made and workspace.catalogue.find(CollectiveAction, action_id) is None:
            yield CollectiveAction(
                id=action_id,
                sort=sort,
                goal=CHANGING_THINGS,
                dimension=Dimension.INFLUENCE,
                on=workspace.today(),
                story=signal.title,
                team_id=first_team(workspace.projections.people(), signal.owner),
            )


def _keep(
    workspace: Workspace,
    viewer: Viewer,
    signal: Signal,
    version: int,
    what: str,
    actions: Iterable[CollectiveAction] = (),
) -> None:
    require_valid(signal)
    workspace.catalogue.save(
        [signal, *actions],
        actor=viewer.actor,
        action=f"signaal: {what}",
        at=workspace.clock(),
        based_on={(signal.kind, signal.id): version},
    )
