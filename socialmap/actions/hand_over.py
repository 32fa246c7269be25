"""A warm beginning in five small steps, and how it went; *nog niet* is an answer like any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from socialmap.actions.auditing import note_access
from socialmap.actions.holding import CLOSED, held_need
from socialmap.actions.own_needs import SIX_WEEKS
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model import wording_needs as words
from socialmap.model.people import Need, NeedStatus
from socialmap.model.provision import Initiative
from socialmap.model.values import InitiativeId, ProfessionalId, ThresholdId
from socialmap.model.work import Face, HandoverOutcome, HandoverStep, StepTaken, WarmHandover
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid
from socialmap.store.entries import Stored

TWO_WEEKS = timedelta(days=14)
_STAYS = frozenset({HandoverOutcome.COMES, HandoverOutcome.SOMETIMES})
_WAITS = frozenset({NeedStatus.OPEN, NeedStatus.NOT_YET})


def start_handover(workspace: Workspace, viewer: Viewer, need_id: str, initiative_id: str) -> str:
    """Begin going along with one of the viewer's own questions; gives the id of the handover.

    One that is under way to the same initiative is taken up again. ``InvalidInput`` for a closed question.
    """
    permit(viewer, Right.HAND_OVER)
    need = held_need(workspace, viewer.name, need_id).entity
    if need.status in CLOSED:
        raise InvalidInput([Violation("need_id", "Deze vraag is al klaar. Kies een vraag die nog open is.")])
    offer = workspace.catalogue.get(Initiative, initiative_id).entity
    begun = workspace.projections.people().all(WarmHandover).values()
    note_access(workspace, viewer.actor, "meegaan", Need.kind, 1, purpose="samen de eerste keer")
    for known in begun:
        if (known.need_id, known.initiative_id, known.outcome) == (need.id, offer.id, None):
            return known.id
    handover = WarmHandover(
        id=workspace.new_id(WarmHandover.kind), need_id=need.id, initiative_id=InitiativeId(offer.id)
    )
    require_valid(handover)
    _save(workspace, viewer.actor, [handover], "meegaan begonnen", {})
    return handover.id


def take_step(
    workspace: Workspace, viewer: Viewer, handover_id: str, step: HandoverStep, on: date, version: int
) -> None:
    """Set one of the five steps on a day. Having gone together asks *Gebeld?* two weeks later."""
    permit(viewer, Right.HAND_OVER)
    stored, need = _own(workspace, viewer.name, handover_id)
    if on > workspace.today():
        raise InvalidInput([Violation("on", words.NOT_YET_TODAY)])
    taken = {each.step: each for each in stored.entity.steps}
    taken[step] = StepTaken(step=step, on=on, by=ProfessionalId(viewer.name))
    changed = need.entity
    if step is HandoverStep.WENT_TOGETHER and HandoverStep.CALLED not in taken:
        changed = replace(changed, remind_on=on + TWO_WEEKS)
    if step is HandoverStep.CALLED:
        changed = replace(changed, remind_on=None)
    if step is HandoverStep.WENT_TOGETHER and changed.status in _WAITS:
        changed = replace(changed, status=NeedStatus.RUNNING)
    _keep(workspace, viewer.actor, stored, taken, changed, need.version, version)


def drop_step(
    workspace: Workspace, viewer: Viewer, handover_id: str, step: HandoverStep, version: int
) -> None:
    """Take back a step that was set by mistake, with the reminder that it gave."""
    permit(viewer, Right.HAND_OVER)
    stored, need = _own(workspace, viewer.name, handover_id)
    taken = {each.step: each for each in stored.entity.steps}
    dropped = taken.pop(step, None)
    changed = need.entity
    if step is HandoverStep.WENT_TOGETHER and dropped and changed.remind_on == dropped.on + TWO_WEEKS:
        changed = replace(changed, remind_on=None)
    _keep(workspace, viewer.actor, stored, taken, changed, need.version, version)


def tell_outcome(
    workspace: Workspace,
    viewer: Viewer,
    handover_id: str,
    outcome: HandoverOutcome,
    face: Face | None,
    version: int,
    thresholds: tuple[ThresholdId, ...] = (),
) -> None:
    """How it went. Whoever comes keeps the question running: joining a group does not close it.

    *Nog niet*: the question stays open, with a reminder in six weeks and what made it hard added to it.
    *Past niet* and *gestopt*: the question is open again. ``InvalidInput`` for an unknown threshold.
    """
    permit(viewer, Right.HAND_OVER)
    stored, need = _own(workspace, viewer.name, handover_id)
    known = {barrier.threshold for barrier in workspace.vocabulary.barriers.values()}
    if not set(thresholds) <= known:
        raise InvalidInput([Violation("thresholds", words.NOT_IN_LIST)])
    told = replace(stored.entity, outcome=outcome, face=face)
    changed = need.entity
    if changed.status not in CLOSED:
        changed = _after(changed, outcome, thresholds, workspace.today())
    seen = {(WarmHandover.kind, told.id): version, (Need.kind, str(changed.id)): need.version}
    _save(workspace, viewer.actor, [told, changed], "uitkomst verteld", seen)


def _after(need: Need, outcome: HandoverOutcome, thresholds: tuple[ThresholdId, ...], today: date) -> Need:
    if outcome in _STAYS:
        return replace(need, status=NeedStatus.RUNNING, remind_on=None)
    if outcome is HandoverOutcome.NOT_YET:
        harder = tuple(dict.fromkeys((*need.thresholds, *thresholds)))
        return replace(need, status=NeedStatus.NOT_YET, remind_on=today + SIX_WEEKS, thresholds=harder)
    return replace(need, status=NeedStatus.OPEN, remind_on=None)


def _own(workspace: Workspace, holder: str, handover_id: str) -> tuple[Stored[WarmHandover], Stored[Need]]:
    """A handover of a question that this colleague holds; ``NotFound`` for any other."""
    stored = workspace.catalogue.find(WarmHandover, handover_id)
    if stored is None:
        raise NotFound("Dit staat niet bij jouw vragen.", "Ga terug naar je lijst.")
    return stored, held_need(workspace, holder, stored.entity.need_id)


def _keep(
    workspace: Workspace,
    actor: str,
    stored: Stored[WarmHandover],
    taken: dict[HandoverStep, StepTaken],
    need: Need,
    need_version: int,
    version: int,
) -> None:
    steps = tuple(taken[step] for step in HandoverStep if step in taken)
    changed = replace(stored.entity, steps=steps)
    require_valid(changed)
    seen = {(WarmHandover.kind, changed.id): version, (Need.kind, str(need.id)): need_version}
    _save(workspace, actor, [changed, need], "stap gezet", seen)


def _save(
    workspace: Workspace, actor: str, entities: list[Any], action: str, seen: dict[tuple[str, str], int]
) -> None:
    workspace.catalogue.save(entities, actor=actor, action=action, at=workspace.clock(), based_on=seen)
