"""The list of suggestions: what stands there now beside what should, and one decision for each field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from socialmap.actions.save_offer import change_offer
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotFound, UserError, Violation
from socialmap.model import wording_suggestions as words
from socialmap.model.proposing import as_text, with_value
from socialmap.model.registry import entity_type
from socialmap.model.suggestion import REMARK, Proposal, Suggestion, Verdict
from socialmap.privacy.roles import Right, Viewer, permit


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """``now`` is empty when nothing stands there. ``same``: it stands there already."""

    field: str
    now: str
    proposed: str
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionLine:
    """An open suggestion with what is still to be decided; ``name`` is empty when the thing is gone."""

    id: str
    kind: str
    thing_id: str
    name: str
    told: str
    lines: tuple[ProposalLine, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """``batch`` is what to take back when it was a mistake."""

    batch: str
    sentence: str


def show_suggestions(workspace: Workspace, viewer: Viewer) -> tuple[SuggestionLine, ...]:
    """The open suggestions, oldest first."""
    permit(viewer, Right.CHECK_OFFERS)
    known = workspace.projections.people().all(Suggestion).values()
    waiting = sorted((each for each in known if each.handled_on is None), key=lambda one: (one.on, one.id))
    return tuple(_line(workspace, each) for each in waiting)


def decide(workspace: Workspace, viewer: Viewer, suggestion_id: str, field: str, *, accept: bool) -> Decided:
    """Take over what was proposed for a field, or leave it; the suggestion is handled when all are decided.

    ``UserError`` when a colleague was first, ``InvalidInput`` or ``EditConflict`` when it cannot be saved.
    """
    permit(viewer, Right.CHECK_OFFERS)
    stored = workspace.catalogue.get(Suggestion, suggestion_id)
    suggestion = stored.entity
    wanted = next((each for each in _open(suggestion) if each.field == field), None)
    if wanted is None:
        raise UserError(words.DECIDED_ALREADY, words.DECIDED_ALREADY_REMEDY)
    decided = _decided(suggestion, wanted, Verdict.TAKEN_OVER if accept else Verdict.LEFT)
    if not _open(decided):
        decided = replace(decided, handled_on=workspace.today())
    beside = {(Suggestion.kind, suggestion.id): stored.version}
    if accept and field != REMARK:
        thing = workspace.catalogue.get(entity_type(suggestion.object_kind), suggestion.object_id)
        draft = _filled_in(workspace, thing.entity, wanted)
        saved = change_offer(workspace, viewer, draft, thing.version, beside=(decided,), seen=beside)
        return Decided(saved.batch, words.TAKEN_OVER)
    kept = workspace.catalogue.save(
        [decided],
        actor=viewer.actor,
        action="melding afgehandeld",
        at=workspace.clock(),
        based_on=beside,
    )
    return Decided(kept.batch, words.READ if accept else words.LEFT)


def _filled_in(workspace: Workspace, thing: Any, wanted: Proposal) -> Any:
    try:
        return with_value(thing, wanted.field, wanted.value, workspace.today())
    except ValueError as unread:
        raise InvalidInput([Violation(wanted.field, words.NOT_AN_AMOUNT)]) from unread


def _open(suggestion: Suggestion) -> tuple[Proposal, ...]:
    return tuple(each for each in suggestion.proposals if each.verdict is Verdict.OPEN)


def _decided(suggestion: Suggestion, wanted: Proposal, verdict: Verdict) -> Suggestion:
    proposals = (replace(each, verdict=verdict) if each is wanted else each for each in suggestion.proposals)
    return replace(suggestion, proposals=tuple(proposals))


def _line(workspace: Workspace, suggestion: Suggestion) -> SuggestionLine:
    try:
        thing = workspace.catalogue.get(entity_type(suggestion.object_kind), suggestion.object_id).entity
    except NotFound:
        thing = None
    lines = []
    for each in _open(suggestion):
        now = as_text(thing, each.field)
        lines.append(ProposalLine(each.field, now, each.value, now == each.value))
    return SuggestionLine(
        id=suggestion.id,
        kind=suggestion.object_kind,
        thing_id=suggestion.object_id,
        name=thing.name if thing else "",
        told=words.sent_in(suggestion.by, suggestion.on),
        lines=tuple(lines),
    )
