"""One answer to *Klopt dit nog?*: it is kept as a check, and the thing itself says so at once.

An answer is one write, so that ``undo_change`` takes back the check together with what it changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from socialmap.actions.save_offer import Saved, change_offer
from socialmap.actions.workspace import Workspace
from socialmap.collective.checking import TERM_DAYS
from socialmap.errors import InvalidInput, NotFound, UserError, Violation
from socialmap.model import wording_checks as words
from socialmap.model.dutch import and_list
from socialmap.model.freshness import maybe_stopped
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation
from socialmap.model.registry import entity_type
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
    kind: str,
    thing_id: str,
    outcome: CheckOutcome,
    *,
    method: CheckMethod | None = None,
) -> Answered:
    """Keep that an initiative, facility or organisation is right, stopped, or that nobody was reached.

    An initiative that stopped stays, with its day; a facility or organisation goes, and its history stays.
    ``NotFound`` without the thing; ``UserError`` when somebody else said that it stopped, or when something
    still takes place there. ``InvalidInput`` for *aangepast*: that is ``change_and_check``.
    """
    permit(viewer, Right.CHECK_OFFERS)
    if outcome is CheckOutcome.CHANGED:
        raise InvalidInput([Violation("outcome", words.SAY_WHAT_CHANGED)])
    if kind not in TERM_DAYS:
        raise NotFound("Dit kijken we niet na.", "Kies een van: " + ", ".join(TERM_DAYS))
    stored = workspace.catalogue.get(entity_type(kind), thing_id)
    before = stored.entity
    if isinstance(before, Initiative) and before.status is OfferStatus.STOPPED:
        raise UserError(words.ALREADY_STOPPED, words.ALREADY_STOPPED_REMEDY)
    gone = []
    if outcome is CheckOutcome.STOPPED and not isinstance(before, Initiative):
        _refuse_in_use(workspace, before)
        gone = [(kind, thing_id), *_rooms_of(workspace, before)]
    after = _answered(workspace, viewer, before, outcome)
    check = _verification(workspace, viewer, before, outcome, method)
    saved = workspace.catalogue.save(
        [check] if gone else [after, check],
        actor=viewer.actor,
        action=f"nagekeken: {outcome}",
        at=workspace.clock(),
        based_on={(kind, thing_id): stored.version},
        gone=gone,
    )
    return Answered(saved.batch, words.noted(outcome, maybe_stopped=maybe_stopped(after)))


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


def _checked(workspace: Workspace, viewer: Viewer, thing: Offered) -> Offered:
    """The thing as checked today; tries in vain before today are settled by that."""
    if isinstance(thing, Initiative):
        thing = replace(thing, checked_by=str(viewer.role))
    return replace(thing, checked_on=workspace.today(), unreached_on=())


def _verification(
    workspace: Workspace,
    viewer: Viewer,
    thing: Initiative | Facility | Organisation,
    outcome: CheckOutcome,
    method: CheckMethod | None,
) -> Verification:
    return Verification(
        id=workspace.new_id(Verification.kind),
        object_kind=thing.kind,
        object_id=thing.id,
        on=workspace.today(),
        by=str(viewer.role),
        method=method,
        outcome=outcome,
    )


def _answered(workspace: Workspace, viewer: Viewer, thing: Offered, outcome: CheckOutcome) -> Offered:
    today = workspace.today()
    if outcome is CheckOutcome.NO_ANSWER:
        return replace(thing, unreached_on=tuple(sorted({*thing.unreached_on, today})))
    thing = _checked(workspace, viewer, thing)
    if outcome is CheckOutcome.STOPPED and isinstance(thing, Initiative):
        return replace(thing, status=OfferStatus.STOPPED, stopped_on=today)
    return thing


def _refuse_in_use(workspace: Workspace, thing: Facility | Organisation) -> None:
    names = list(_uses_of(workspace, thing))
    if names:
        raise UserError(
            words.STILL_IN_USE.format(names=and_list(sorted(names)[:3])), words.STILL_IN_USE_REMEDY
        )


def _uses_of(workspace: Workspace, thing: Facility | Organisation) -> Iterator[str]:
    """The names of what goes on at a facility or is done by an organisation."""
    pictures = workspace.projections.current()
    for stored in workspace.catalogue.all(Initiative):
        each = stored.entity
        if each.status is not OfferStatus.STOPPED and (
            each.facility_id == thing.id or thing.id in each.run_by
        ):
            yield each.name
    for facility in pictures.facilities.values():
        if facility.operator_id == thing.id:
            yield facility.name
    for moment in pictures.presence.values():
        if moment.facility_id == thing.id:
            yield moment.who


def _rooms_of(workspace: Workspace, thing: Facility | Organisation) -> list[tuple[str, str]]:
    rooms = workspace.projections.current().rooms.values()
    return [(room.kind, room.id) for room in rooms if room.facility_id == thing.id]
