"""A question that was written down wrongly: what can be mended by its holder, and taking it away again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from socialmap.actions.holding import held_need
from socialmap.actions.insisting import insist
from socialmap.actions.own_needs import leaving
from socialmap.actions.record_need import NeedDraft, is_acute, large_enough, wrong_in
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model.given import given
from socialmap.model.people import Need, Resident, Talent
from socialmap.model.values import AreaId
from socialmap.model.wording import NOT_KEPT_HERE
from socialmap.model.work import WarmHandover
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid
from socialmap.store.entries import Operation


def correct_need(workspace: Workspace, viewer: Viewer, need_id: str, draft: NeedDraft, version: int) -> None:
    """Mend the subject, area, mobility, day parts, languages and thresholds of a question, in one save.

    Checked as when it was written down; ``InvalidInput`` too when it is about safety now. With another
    subject the question leaves the ideas it was in.
    """
    permit(viewer, Right.SEE_OWN_NEEDS)
    need = held_need(workspace, viewer.name, need_id).entity
    asked = replace(
        draft,
        resident_id=None,
        reported_on=need.reported_on,
        may_be_linked=need.may_be_linked,
        side_themes=(),
    )
    if is_acute(workspace, asked):
        raise InvalidInput([Violation("theme", NOT_KEPT_HERE)])
    wrong = list(wrong_in(workspace, asked, ()))
    if wrong:
        raise InvalidInput(wrong)
    theme = given(draft.theme)
    changed = replace(
        need,
        theme=theme,
        side_themes=tuple(each for each in need.side_themes if each != theme),
        mobility=given(draft.mobility),
        available=given(draft.available),
        languages=draft.languages,
        thresholds=draft.thresholds,
    )
    seen = {(Need.kind, str(need.id)): version}
    others = list(_moved(workspace, need, changed, given(draft.area_id), seen))
    require_valid(*others, changed)
    left = [] if theme == need.theme else list(leaving(workspace, changed, seen))
    workspace.catalogue.save(
        [changed, *others, *left],
        actor=viewer.actor,
        action="vraag verbeterd",
        at=workspace.clock(),
        based_on=seen,
    )


def remove_need(workspace: Workspace, viewer: Viewer, need_id: str) -> None:
    """Take away what was written down by mistake, in one save: everywhere, with who is not known otherwise.

    Taking away never has to wait for somebody else's edit: it is tried again on what is there then.
    """
    permit(viewer, Right.SEE_OWN_NEEDS)

    def take_away() -> None:
        need = held_need(workspace, viewer.name, need_id).entity
        people, seen = workspace.projections.people(), dict[tuple[str, str], int]()
        gone = [(Need.kind, str(need.id))]
        gone += [
            (each.kind, each.id) for each in people.all(WarmHandover).values() if each.need_id == need.id
        ]
        if need.resident_id in people.all(Resident) and not _known_otherwise(workspace, need):
            gone.append((Resident.kind, need.resident_id))
        workspace.catalogue.save(
            list(leaving(workspace, need, seen)),
            actor=viewer.actor,
            action="vraag weggehaald",
            at=workspace.clock(),
            based_on=seen,
            gone=gone,
        )

    insist(take_away)


def put_back_need(workspace: Workspace, viewer: Viewer, need_id: str) -> None:
    """Take a removal back, by who removed it; ``NotFound`` for anything else.

    ``EditConflict`` when something it belonged to was changed since.
    """
    permit(viewer, Right.SEE_OWN_NEEDS)
    history = workspace.catalogue.history(Need.kind, need_id)
    if not history or history[-1].operation is not Operation.REMOVED or history[-1].actor != viewer.actor:
        raise NotFound("Deze vraag kun je niet terugzetten.", "Ga terug naar je lijst.")
    workspace.catalogue.undo(history[-1].batch, actor=viewer.actor, at=workspace.clock())


def _moved(
    workspace: Workspace, need: Need, changed: Need, area_id: AreaId, seen: dict[tuple[str, str], int]
) -> Iterator[Resident]:
    """Whose question it is, where that changes too; what was known apart from this question stays."""
    stored = workspace.catalogue.find(Resident, need.resident_id)
    if stored is None:
        return
    before = stored.entity
    area = large_enough(workspace.projections.current().areas, area_id)
    resident = replace(
        before,
        area_id=area,
        rounded_point=before.rounded_point if area == before.area_id else None,
        languages=changed.languages if before.languages == need.languages else before.languages,
        mobility=changed.mobility if before.mobility == need.mobility else before.mobility,
    )
    if resident != before:
        seen[Resident.kind, str(resident.id)] = stored.version
        yield resident


def _known_otherwise(workspace: Workspace, need: Need) -> bool:
    people = workspace.projections.people()
    asks = any(
        other.resident_id == need.resident_id and other.id != need.id for other in people.all(Need).values()
    )
    return asks or any(each.resident_id == need.resident_id for each in people.all(Talent).values())
