"""One answer to *Klopt dit nog?*: it is kept as a check, and the thing itself says so at once.

An answer is one write, so that ``undo_change`` takes back the check together with what it changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from socialmap.actions.save_offer import Saved, change_offer
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, UserError, Violation
from socialmap.model.freshness import maybe_stopped
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation
from socialmap.model.wording_checks import ALREADY_STOPPED, ALREADY_STOPPED_REMEDY, SAY_WHAT_CHANGED, noted
from socialmap.model.work import CheckMethod, CheckOutcome, Verification
from socialmap.privacy.roles import Right, Viewer, permit

Offered = TypeVar("Offered", bound=Initiative | Facility | Organisation)


@dataclass(frozen=True, slots=True)
class Answered:
    """``batch`` is what to take back when it was a mistake; ``sentence`` says what the answer did."""

    batch: str
    sentence: str


def check_offer(
    workspace: Workspace,
    viewer: Viewer,
    initiative_id: str,
    outcome: CheckOutcome,
    *,
    method: CheckMethod | None = None,
) -> Answered:
    """Keep that an initiative is right, stopped, or that nobody was reached.

    ``NotFound`` without the initiative, ``UserError`` when somebody else said that it stopped.
    ``InvalidInput`` for *aangepast*: that is ``change_and_check``.
    """
    permit(viewer, Right.CHECK_OFFERS)
    if outcome is CheckOutcome.CHANGED:
        raise InvalidInput([Violation("outcome", SAY_WHAT_CHANGED)])
    stored = workspace.catalogue.get(Initiative, initiative_id)
    record, today = stored.entity, workspace.today()
    if record.status is OfferStatus.STOPPED:
        raise UserError(ALREADY_STOPPED, ALREADY_STOPPED_REMEDY)
    if outcome is CheckOutcome.NO_ANSWER:
        record = replace(record, unreached_on=tuple(sorted({*record.unreached_on, today})))
    else:
        record = _checked(workspace, viewer, record)
        if outcome is CheckOutcome.STOPPED:
            record = replace(record, status=OfferStatus.STOPPED, stopped_on=today)
    saved = workspace.catalogue.save(
        [record, _verification(workspace, viewer, record, outcome, method)],
        actor=viewer.actor,
        action=f"nagekeken: {outcome}",
        at=workspace.clock(),
        based_on={(record.kind, record.id): stored.version},
    )
    return Answered(saved.batch, noted(outcome, maybe_stopped=maybe_stopped(record)))


def change_and_check(
    workspace: Workspace,
    viewer: Viewer,
    draft: Initiative | Facility | Organisation,
    version: int,
    *,
    method: CheckMethod | None = None,
) -> Saved:
    """``change_offer`` by somebody who checked all of it: *aangepast*."""
    permit(viewer, Right.CHECK_OFFERS)
    check = _verification(workspace, viewer, draft, CheckOutcome.CHANGED, method)
    return change_offer(workspace, viewer, _checked(workspace, viewer, draft), version, beside=(check,))


def _checked(workspace: Workspace, viewer: Viewer, record: Offered) -> Offered:
    """The thing as checked today; tries in vain before today are settled by that."""
    if isinstance(record, Initiative):
        record = replace(record, checked_by=str(viewer.role))
    return replace(record, checked_on=workspace.today(), unreached_on=())


def _verification(
    workspace: Workspace,
    viewer: Viewer,
    record: Initiative | Facility | Organisation,
    outcome: CheckOutcome,
    method: CheckMethod | None,
) -> Verification:
    return Verification(
        id=workspace.new_id(Verification.kind),
        object_kind=record.kind,
        object_id=record.id,
        on=workspace.today(),
        by=str(viewer.role),
        method=method,
        outcome=outcome,
    )
