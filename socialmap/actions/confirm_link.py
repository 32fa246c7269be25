"""Ask those who do it themselves: a link with which they say once, without an account, that it is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from socialmap.actions.workspace import Workspace
from socialmap.collective.checking import TERM_DAYS
from socialmap.errors import NotFound, UserError
from socialmap.model import wording_confirm as words
from socialmap.model.proposing import MAIL
from socialmap.model.provision import Initiative
from socialmap.model.registry import entity_type
from socialmap.model.suggestion import ConfirmLink
from socialmap.privacy.confirm_tokens import token_of
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid
from socialmap.store.secret import key_of

VALID_DAYS = 30
ADDRESS = "/klopt/"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMade:
    """What to send: ``to`` is a mail address, empty when none is known. The address is kept nowhere."""

    id: str
    to: str
    subject: str
    text: str
    until: date


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link that was sent and still works."""

    id: str
    on: date
    until: date


def make_link(
    workspace: Workspace, viewer: Viewer, kind: str, thing_id: str, *, origin: str, asked: str = ""
) -> LinkMade:
    """A new link about a thing, for the app at ``origin``; links made before go on working.

    ``asked`` stands behind the address: of which municipality it is, where the app holds several.

    ``NotFound`` when the thing is not there or is not checked.
    """
    permit(viewer, Right.CHECK_OFFERS)
    thing = _thing(workspace, kind, thing_id)
    link = ConfirmLink(
        id=workspace.new_id(ConfirmLink.kind),
        object_kind=kind,
        object_id=thing_id,
        on=workspace.today(),
        by=str(viewer.role),
        until=workspace.today() + timedelta(days=VALID_DAYS),
    )
    require_valid(link)
    address = f"{origin}{ADDRESS}{token_of(link, key_of(workspace.folder))}{asked}"
    workspace.catalogue.save([link], actor=viewer.actor, action="link gemaakt", at=workspace.clock())
    return LinkMade(
        id=link.id,
        to=_mail_of(workspace, thing),
        subject=words.subject(thing.name),
        text=words.mail(thing.name, address, link.until),
        until=link.until,
    )


def links_of(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> tuple[LinkLine, ...]:
    """The links about a thing that still work, newest first."""
    permit(viewer, Right.CHECK_OFFERS)
    known = workspace.projections.people().all(ConfirmLink).values()
    mine = (each for each in known if (each.object_kind, each.object_id) == (kind, thing_id))
    working = [each for each in mine if _works(each, workspace.today())]
    newest_first = sorted(working, key=lambda each: (each.on, each.id), reverse=True)
    return tuple(LinkLine(each.id, each.on, each.until) for each in newest_first)


def revoke_link(workspace: Workspace, viewer: Viewer, link_id: str) -> None:
    """Make a link useless. ``NotFound`` without it, ``UserError`` when it did not work any more."""
    permit(viewer, Right.CHECK_OFFERS)
    stored = workspace.catalogue.get(ConfirmLink, link_id)
    if not _works(stored.entity, workspace.today()):
        raise UserError(words.NOTHING_TO_REVOKE, words.NOTHING_TO_REVOKE_REMEDY)
    workspace.catalogue.save(
        [replace(stored.entity, revoked_on=workspace.today())],
        actor=viewer.actor,
        action="link ingetrokken",
        at=workspace.clock(),
        based_on={(ConfirmLink.kind, link_id): stored.version},
    )


def _works(link: ConfirmLink, today: date) -> bool:
    return not link.used_for and link.revoked_on is None and today <= link.until


def _thing(workspace: Workspace, kind: str, thing_id: str) -> Any:
    if kind not in TERM_DAYS:
        raise NotFound("Dit kijken we niet na.", "Kies een van: " + ", ".join(TERM_DAYS))
    return workspace.catalogue.get(entity_type(kind), thing_id).entity


def _mail_of(workspace: Workspace, thing: Any) -> str:
    """The general mail address of the thing, or of the first organisation that runs it and has one."""
    organisations = workspace.projections.current().organisations
    known = [getattr(thing, MAIL, "")]
    if isinstance(thing, Initiative):
        known += [organisations[each].email for each in thing.run_by if each in organisations]
    return next((address for address in known if address), "")
