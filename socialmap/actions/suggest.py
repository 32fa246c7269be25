"""Klopt dit niet?: what anybody can say about something on the map; it waits until a colleague decides.

Who it was is kept nowhere, no address of a machine either. So what limits a visitor counts proposals: for
one thing, and for one day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from socialmap.actions.danger import danger_in
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotFound, UserError, Violation
from socialmap.model import wording_suggestions as words
from socialmap.model.language import told
from socialmap.model.proposing import COST, DESCRIPTION, FIELDS, STATUS, as_text
from socialmap.model.provision import OfferStatus
from socialmap.model.registry import entity_type
from socialmap.model.suggestion import REMARK, Proposal, Suggestion
from socialmap.privacy.proposal_texts import persons_in_proposal
from socialmap.privacy.roles import Right, Role, Viewer, permit
from socialmap.rdf.checking import require_valid

SENT_IN = "gemeld: klopt dit niet?"
MOST_FOR_ONE_THING = 5
"""So many open suggestions of visitors about one thing; a sixth would tell nothing new."""
MOST_IN_A_DAY = 50
"""So many suggestions of visitors in one day: more is a machine, or nobody could read them."""
_MOST_LETTERS = {DESCRIPTION: 300, REMARK: 300}
_MOST_LETTERS_ELSE = 120
_LISTENED = 1000
"""Letters that are listened to for danger: more are refused anyhow, and would take long to hear."""


@dataclass(frozen=True, slots=True)
class SuggestionForm:
    """What can be proposed: field → what stands there now, in the order of the form."""

    name: str
    now: Mapping[str, str]


def open_suggestion(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> SuggestionForm:
    """The form about an initiative, facility or organisation. ``NotFound`` when it is not there."""
    permit(viewer, Right.SUGGEST)
    thing = _thing(workspace, kind, thing_id)
    return SuggestionForm(thing.name, {field: as_text(thing, field) for field in FIELDS[kind]})


def suggest(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str, wanted: Mapping[str, str]) -> str:
    """Keep what should stand where, as far as it differs from now; the thank-you.

    ``InvalidInput`` for nothing new, for what may name a person or does not fit its field; ``UserError``
    when visitors sent in too much already.
    """
    permit(viewer, Right.SUGGEST)
    suggestion = suggestion_of(workspace, kind, thing_id, wanted, by=str(viewer.role))
    if viewer.role is Role.VISITOR:
        _refuse_a_flood(workspace, kind, thing_id)
    workspace.catalogue.save([suggestion], actor=viewer.actor, action=SENT_IN, at=workspace.clock())
    return words.THANKS


def suggestion_of(
    workspace: Workspace, kind: str, thing_id: str, wanted: Mapping[str, str], *, by: str
) -> Suggestion:
    """What is wanted, as far as it is new and may be kept; ``InvalidInput`` otherwise. Saves nothing."""
    thing = _thing(workspace, kind, thing_id)
    new = {
        field: text
        for field in FIELDS[kind]
        if (text := " ".join(wanted.get(field, "").split())) and text != as_text(thing, field)
    }
    _refuse_wrong(workspace, new)
    suggestion = Suggestion(
        id=workspace.new_id(Suggestion.kind),
        object_kind=kind,
        object_id=thing_id,
        on=workspace.today(),
        by=by,
        proposals=tuple(Proposal(field=field, value=text) for field, text in new.items()),
    )
    require_valid(suggestion)
    return suggestion


def _thing(workspace: Workspace, kind: str, thing_id: str) -> Any:
    if kind not in FIELDS:
        raise NotFound(words.NOT_FOR_ANYBODY, words.NOT_FOR_ANYBODY_REMEDY)
    return workspace.catalogue.get(entity_type(kind), thing_id).entity


def _refuse_wrong(workspace: Workspace, new: Mapping[str, str]) -> None:
    if not new:
        raise InvalidInput([Violation(REMARK, words.NOTHING_CHANGED)])
    begun = {field: text[:_LISTENED] for field, text in new.items()}
    found = danger_in(workspace, begun, words.IN_DANGER)
    found += [violation for field, text in new.items() for violation in _wrong(field, text)]
    if found:
        raise InvalidInput(found)


def _wrong(field: str, text: str) -> tuple[Violation, ...]:
    most = _MOST_LETTERS.get(field, _MOST_LETTERS_ELSE)
    if len(text) > most:
        return (Violation(field, told(words.TOO_LONG).format(most=most)),)
    if field == COST:
        is_amount = text.replace(".", "", 1).isdecimal()
        return () if is_amount else (Violation(field, words.NOT_AN_AMOUNT),)
    if field == STATUS:
        return () if text == OfferStatus.STOPPED else (Violation(field, words.NOTHING_CHANGED),)
    return persons_in_proposal(field, text)


def _refuse_a_flood(workspace: Workspace, kind: str, thing_id: str) -> None:
    known = workspace.projections.people().all(Suggestion).values()
    visitors = [each for each in known if each.by == Role.VISITOR]
    about_this = [
        each
        for each in visitors
        if (each.object_kind, each.object_id) == (kind, thing_id) and each.handled_on is None
    ]
    if len(about_this) >= MOST_FOR_ONE_THING:
        raise UserError(words.MANY_WAIT, words.MANY_WAIT_REMEDY)
    if sum(each.on == workspace.today() for each in visitors) >= MOST_IN_A_DAY:
        raise UserError(words.MANY_TODAY, words.MANY_TODAY_REMEDY)
