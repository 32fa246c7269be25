"""The questions that a colleague holds: how they stand, what was agreed, and permission withdrawn at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from socialmap.actions.auditing import note_access
from socialmap.actions.holding import CLOSED, area_name, held_need, held_needs
from socialmap.actions.insisting import insist
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_needs as words
from socialmap.model.people import AgeGroup, Mobility, Need, NeedStatus, PeerWish, Permission, Resident
from socialmap.model.provision import Initiative
from socialmap.model.together import BundleMembers, BundleProposal, BundleStatus
from socialmap.model.values import (
    AreaId,
    DayPart,
    InitiativeId,
    LanguageCode,
    NeedId,
    ResidentId,
    TalentKindId,
    ThemeId,
    ThresholdId,
)
from socialmap.model.vocabulary import Collective
from socialmap.model.work import (
    Face,
    HandoverOutcome,
    HandoverStep,
    Professional,
    StepTaken,
    WarmHandover,
)
from socialmap.privacy.roles import Right, Viewer, permit

SIX_WEEKS = timedelta(days=42)
NOBODY_LEFT = "Er doet nu niemand meer mee."
_ONLY_AN_IDEA = frozenset({BundleStatus.IDEA, BundleStatus.DISCUSSED})
_ORDER = tuple(NeedStatus)


@dataclass(frozen=True, slots=True)
class StepLine:
    """One of the five steps; ``on`` is ``None`` when it was not taken yet."""

    step: HandoverStep
    label: str
    on: date | None
    who: str


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """Going along to one initiative: always five steps, in order."""

    id: str
    version: int
    initiative_id: InitiativeId
    name: str
    steps: tuple[StepLine, ...]
    outcome: HandoverOutcome | None
    face: Face | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNeed:
    """A question as its holder sees it. ``due``: the reminder is for today or earlier."""

    id: NeedId
    version: int
    pseudonym: ResidentId
    theme: ThemeId
    theme_label: str
    group: ThemeId
    area: str
    area_id: AreaId | None
    reported_on: date
    open_for: str
    status: NeedStatus
    remind_on: date | None
    remind_about: str
    due: bool
    permission: Permission
    together: bool
    goes_well: tuple[Choice, ...]
    side_themes: tuple[ThemeId, ...]
    mobility: Mobility
    available: tuple[DayPart, ...]
    thresholds: tuple[ThresholdId, ...]
    languages: tuple[LanguageCode, ...]
    peer_wish: PeerWish
    wheelchair: bool
    age_group: AgeGroup | None
    handovers: tuple[HandoverLine, ...]


def own_needs(workspace: Workspace, viewer: Viewer) -> tuple[OwnNeed, ...]:
    """The viewer's own questions: what waits for today first, then by how they stand, longest open first."""
    permit(viewer, Right.SEE_OWN_NEEDS)
    held = held_needs(workspace, viewer.name)
    note_access(
        workspace, viewer.actor, "eigen vragen bekijken", Need.kind, len(held), purpose="eigen vragen"
    )
    stored = workspace.catalogue.many(Need, [need.id for need in held])
    handovers = _handovers(workspace, stored)
    lines = [
        _line(workspace, found.entity, found.version, handovers.get(need_id, []))
        for need_id, found in stored.items()
    ]
    lines.sort(key=lambda line: (not line.due, _ORDER.index(line.status), line.reported_on, line.id))
    return tuple(lines)


def set_status(workspace: Workspace, viewer: Viewer, need_id: str, status: NeedStatus, version: int) -> None:
    """Say how a question stands. *Nog niet* asks again in six weeks, unless another day was chosen."""
    permit(viewer, Right.SEE_OWN_NEEDS)
    need, today = held_need(workspace, viewer.name, need_id).entity, workspace.today()
    remind_on = None if status in CLOSED else need.remind_on
    if status is NeedStatus.NOT_YET and (remind_on is None or remind_on < today):
        remind_on = today + SIX_WEEKS
    closed_on = today if status in CLOSED else None
    changed = replace(need, status=status, remind_on=remind_on, closed_on=closed_on)
    _save(workspace, viewer.actor, [changed], "stand aangepast", {(Need.kind, need.id): version})


def set_reminder(
    workspace: Workspace, viewer: Viewer, need_id: str, remind_on: date | None, version: int
) -> None:
    """Choose the day on which to think of this again; ``None`` for no reminder."""
    permit(viewer, Right.SEE_OWN_NEEDS)
    need = held_need(workspace, viewer.name, need_id).entity
    if remind_on is not None and remind_on < workspace.today():
        raise InvalidInput([Violation("remind_on", words.ALREADY_PAST)])
    changed = replace(need, remind_on=remind_on)
    _save(workspace, viewer.actor, [changed], "herinnering gezet", {(Need.kind, need.id): version})


def set_goes_well(
    workspace: Workspace, viewer: Viewer, need_id: str, kinds: tuple[TalentKindId, ...], version: int
) -> None:
    """What goes well and what this person likes to do; ``InvalidInput`` for what is in no list."""
    permit(viewer, Right.SEE_OWN_NEEDS)
    need = held_need(workspace, viewer.name, need_id).entity
    if not set(kinds) <= set(workspace.vocabulary.talents):
        raise InvalidInput([Violation("goes_well", words.NOT_IN_LIST)])
    changed = replace(need, goes_well=tuple(dict.fromkeys(kinds)))
    _save(workspace, viewer.actor, [changed], "wat goed gaat", {(Need.kind, need.id): version})


def set_permission(workspace: Workspace, viewer: Viewer, need_id: str, permission: Permission) -> None:
    """Give, ask or withdraw permission. Whatever it was, without a yes the question leaves every bundle now.

    A withdrawal never has to wait for somebody else's edit: it is tried again on what is there then.
    """
    permit(viewer, Right.SEE_OWN_NEEDS)

    def decide() -> None:
        stored = held_need(workspace, viewer.name, need_id)
        changed = replace(stored.entity, may_be_linked=permission)
        seen = {(Need.kind, str(changed.id)): stored.version}
        left = [] if permission is Permission.YES else list(leaving(workspace, changed, seen))
        _save(workspace, viewer.actor, [changed, *left], "toestemming aangepast", seen)

    insist(decide)


def _save(
    workspace: Workspace, actor: str, entities: list[Any], action: str, seen: dict[tuple[str, str], int]
) -> None:
    workspace.catalogue.save(entities, actor=actor, action=action, at=workspace.clock(), based_on=seen)


def leaving(workspace: Workspace, need: Need, seen: dict[tuple[str, str], int]) -> Iterable[Any]:
    """Every bundle that this question was in, without it; ``seen`` gets their versions.

    One person counts once: the number of people drops only when nothing else of this person stays in.
    """
    people = workspace.projections.people()
    of_whom = {other.id: other.resident_id for other in people.all(Need).values()}
    among = [members.id for members in people.all(BundleMembers).values() if need.id in members.need_ids]
    proposals = workspace.catalogue.many(BundleProposal, among)
    for bundle_id, found in workspace.catalogue.many(BundleMembers, among).items():
        rest = tuple(each for each in found.entity.need_ids if each != need.id)
        seen[BundleMembers.kind, bundle_id] = found.version
        yield replace(found.entity, need_ids=rest)
        proposal = proposals.get(bundle_id)
        if proposal is None or any(of_whom.get(each) == need.resident_id for each in rest):
            continue
        seen[BundleProposal.kind, bundle_id] = proposal.version
        bundle = replace(proposal.entity, size=max(proposal.entity.size - 1, 0))
        if not rest and bundle.status in _ONLY_AN_IDEA:
            bundle = replace(bundle, status=BundleStatus.REJECTED, rejected_because=NOBODY_LEFT)
        yield bundle


def _handovers(workspace: Workspace, needs: Iterable[str]) -> dict[str, list[HandoverLine]]:
    """The handovers of these questions, by question, the open ones first."""
    wanted = set(needs)
    people = workspace.projections.people()
    ids = [each.id for each in people.all(WarmHandover).values() if each.need_id in wanted]
    stored = workspace.catalogue.many(WarmHandover, ids)
    offers = workspace.catalogue.many(Initiative, {found.entity.initiative_id for found in stored.values()})
    colleagues = people.all(Professional)
    lines: dict[str, list[HandoverLine]] = {}
    for found in sorted(stored.values(), key=lambda each: (each.entity.outcome is not None, each.entity.id)):
        handover = found.entity
        offer = offers.get(handover.initiative_id)
        lines.setdefault(handover.need_id, []).append(
            HandoverLine(
                handover.id,
                found.version,
                handover.initiative_id,
                offer.entity.name if offer else "",
                _steps(handover.steps, colleagues),
                handover.outcome,
                handover.face,
            )
        )
    return lines


def _steps(taken: Iterable[StepTaken], colleagues: dict[str, Professional]) -> tuple[StepLine, ...]:
    by_step = {step.step: step for step in taken}
    lines = []
    for step in HandoverStep:
        found = by_step.get(step)
        who = colleagues.get(found.by) if found and found.by else None
        lines.append(
            StepLine(step, words.STEP_NAMES[step], found.on if found else None, who.name if who else "")
        )
    return tuple(lines)


def waits_for_call(handovers: Iterable[HandoverLine]) -> bool:
    """Did somebody go together, and was nobody called yet?"""
    for handover in handovers:
        on = {line.step: line.on for line in handover.steps}
        if handover.outcome is None and on[HandoverStep.WENT_TOGETHER] and not on[HandoverStep.CALLED]:
            return True
    return False


def _line(workspace: Workspace, need: Need, version: int, handovers: list[HandoverLine]) -> OwnNeed:
    vocabulary, today = workspace.vocabulary, workspace.today()
    resident = workspace.projections.people().all(Resident).get(need.resident_id)
    theme = vocabulary.themes.get(need.theme)
    area_id = resident.area_id if resident else None
    until = need.closed_on if need.closed_on and need.status in CLOSED else today
    return OwnNeed(
        id=need.id,
        version=version,
        pseudonym=need.resident_id,
        theme=need.theme,
        theme_label=theme.called if theme else "",
        group=vocabulary.top_of(need.theme) if theme else need.theme,
        area=area_name(workspace.projections.current().areas, area_id),
        area_id=area_id,
        reported_on=need.reported_on,
        open_for=words.open_for(need.reported_on, until),
        status=need.status,
        remind_on=need.remind_on,
        remind_about=words.CALLED_YET if waits_for_call(handovers) else words.HOW_IS_IT_NOW,
        due=need.remind_on is not None and need.remind_on <= today and need.status not in CLOSED,
        permission=need.may_be_linked,
        together=theme is not None and theme.collective is not Collective.NO and not theme.acute,
        goes_well=choices(
            (kind, vocabulary.talents[kind].called) for kind in need.goes_well if kind in vocabulary.talents
        ),
        side_themes=need.side_themes,
        mobility=need.mobility,
        available=need.available,
        thresholds=need.thresholds,
        languages=need.languages,
        peer_wish=need.peer_wish,
        wheelchair=need.wheelchair,
        age_group=resident.age_group if resident else None,
        handovers=tuple(handovers),
    )
