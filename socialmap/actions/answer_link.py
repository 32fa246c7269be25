"""What somebody with a link to confirm something sees and can do; the link itself is the permission.

Looking changes nothing, so that mail programs which open every link for safety use none up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from socialmap.actions.suggest import SENT_IN, open_suggestion, suggestion_of
from socialmap.actions.workspace import Workspace
from socialmap.errors import EditConflict, NotFound, UserError
from socialmap.model import wording_confirm as words
from socialmap.model.provision import Initiative
from socialmap.model.registry import Entity, entity_type
from socialmap.model.suggestion import ConfirmLink
from socialmap.model.work import CheckMethod, CheckOutcome, Verification
from socialmap.privacy.confirm_tokens import id_in, is_genuine
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.store.entries import Stored
from socialmap.store.secret import key_of

THEMSELVES = "organisatie"
"""Who answered, as a check and a suggestion say it."""


@dataclass(frozen=True, slots=True)
class LinkOpened:
    """What the page shows: the thing as it stands on the map, field by field."""

    kind: str
    name: str
    now: Mapping[str, str]


def open_link(workspace: Workspace, viewer: Viewer, token: str) -> LinkOpened:
    """What a link is about. ``UserError`` for one that is unknown, used, revoked, too old, or of nothing."""
    permit(viewer, Right.SUGGEST)
    link = _working(workspace, token).entity
    try:
        form = open_suggestion(workspace, viewer, link.object_kind, link.object_id)
    except NotFound as gone:
        raise UserError(words.GONE, words.GONE_REMEDY) from gone
    return LinkOpened(link.object_kind, form.name, form.now)


def confirm_by_link(workspace: Workspace, viewer: Viewer, token: str) -> str:
    """*Ja, dit klopt*: the thing was checked today, and the link is used up. The thank-you."""
    permit(viewer, Right.SUGGEST)
    stored = _working(workspace, token)
    link, today = stored.entity, workspace.today()
    found = workspace.catalogue.find(entity_type(link.object_kind), link.object_id)
    if found is None:
        raise UserError(words.GONE, words.GONE_REMEDY)
    thing = replace(found.entity, checked_on=today, unreached_on=())
    if isinstance(thing, Initiative):
        thing = replace(thing, checked_by=THEMSELVES)
    check = Verification(
        id=workspace.new_id(Verification.kind),
        object_kind=link.object_kind,
        object_id=link.object_id,
        on=today,
        by=THEMSELVES,
        method=CheckMethod.MAIL,
        outcome=CheckOutcome.CORRECT,
    )
    versions = {(thing.kind, thing.id): found.version}
    _use_up(workspace, stored, check.id, [check, thing], versions, "bevestigd met een link")
    return words.THANKS_CORRECT


def report_by_link(workspace: Workspace, viewer: Viewer, token: str, wanted: Mapping[str, str]) -> str:
    """*Er is iets veranderd*: it waits for a colleague, and the link is used up. The thank-you.

    ``InvalidInput`` leaves the link as it is, so that it can be said otherwise.
    """
    permit(viewer, Right.SUGGEST)
    stored = _working(workspace, token)
    link = stored.entity
    try:
        suggestion = suggestion_of(workspace, link.object_kind, link.object_id, wanted, by=THEMSELVES)
    except NotFound as gone:
        raise UserError(words.GONE, words.GONE_REMEDY) from gone
    _use_up(workspace, stored, suggestion.id, [suggestion], {}, SENT_IN)
    return words.THANKS_CHANGED


def _working(workspace: Workspace, token: str) -> Stored[ConfirmLink]:
    """The link of a token. An id without its signature learns nothing, not even that it exists."""
    stored = workspace.catalogue.find(ConfirmLink, id_in(token))
    if stored is None or not is_genuine(token, stored.entity, key_of(workspace.folder)):
        raise UserError(words.UNKNOWN, words.UNKNOWN_REMEDY)
    link = stored.entity
    if link.used_for:
        raise UserError(words.USED, words.USED_REMEDY)
    if link.revoked_on is not None:
        raise UserError(words.REVOKED, words.REVOKED_REMEDY)
    if workspace.today() > link.until:
        raise UserError(words.EXPIRED, words.EXPIRED_REMEDY)
    return stored


def _use_up(
    workspace: Workspace,
    stored: Stored[ConfirmLink],
    used_for: str,
    beside: list[Entity],
    versions: Mapping[tuple[str, str], int],
    action: str,
) -> None:
    """One write: of two answers at the same moment the second finds another ``used_for`` and is refused."""
    link = stored.entity
    try:
        workspace.catalogue.save(
            [replace(link, used_for=used_for), *beside],
            actor=THEMSELVES,
            action=action,
            at=workspace.clock(),
            based_on={(link.kind, link.id): stored.version, **versions},
        )
    except EditConflict as meanwhile:
        again = workspace.catalogue.get(ConfirmLink, link.id).entity
        if again.used_for or again.revoked_on:
            raise UserError(words.USED, words.USED_REMEDY) from meanwhile
        raise
