"""How to call each action about ideas to do together; with its right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from socialmap.actions.answer_bundle import BundleAnswer, answer_bundle
from socialmap.actions.bundle_pool import BEING_WORKED_ON
from socialmap.actions.computed_ideas import computed_ideas
from socialmap.actions.count_budget import BudgetAsked, count_budget
from socialmap.actions.lead_bundle import (
    NextStep,
    bundle_choices,
    change_bundle,
    move_bundle,
    work_out,
)
from socialmap.actions.propose_bundle import propose_bundle, refuse_idea, take_back_idea, who_can_lead
from socialmap.actions.regroup_bundles import (
    HALF,
    merge_bundles,
    split_bundle,
    take_along,
    undo_regrouping,
    ways_to_split,
)
from socialmap.actions.saved_ideas import BundleDraft
from socialmap.actions.show_bundles import (
    count_ideas,
    ideas_of_need,
    ideas_of_week,
    show_bundles,
    show_idea,
    show_saved_idea,
)
from socialmap.actions.workspace import Workspace
from socialmap.model.people import Need, Resident
from socialmap.model.together import BundleKind, BundleMembers, BundleProposal, BundleStatus
from socialmap.model.values import DayPart, LanguageCode, NeedId, ProfessionalId, ResidentId, ThemeId
from socialmap.privacy.roles import Viewer
from tests.town import DE_LINDE, LINDEHOF, VRAAG, WERKER, ZAAL

Call = Callable[[Workspace, Viewer, Path], object]
MORNING = DayPart.WEDNESDAY_MORNING
ANSWER = BundleAnswer(facility_id=DE_LINDE.id, room_id=ZAAL.id)
REFUSED = NextStep(to=BundleStatus.REJECTED, reason="Deze mensen zien elkaar al.")


def askers(workspace: Workspace, count: int, held_by: str = "", **other: object) -> list[Need]:
    """So many new people with a question about loss, who could come to De Linde on Wednesday morning."""
    needs, residents = [], []
    for _ in range(count):
        fresh = workspace.new_id("proef")
        residents.append(Resident(id=ResidentId(f"B-{fresh}"), area_id=LINDEHOF.id))
        asked = {"available": (MORNING,), "languages": (LanguageCode("nl"),), **other}
        need = replace(VRAAG, id=NeedId(fresh), resident_id=residents[-1].id, **asked)
        needs.append(replace(need, held_by=ProfessionalId(held_by) if held_by else None))
    workspace.catalogue.save([*residents, *needs], actor="x", action="y", at=workspace.clock())
    return needs


def idea_of(workspace: Workspace) -> str:
    """The key of a computed idea of five people that nobody works on."""
    for bundle in list(workspace.projections.people().all(BundleProposal).values()):
        if bundle.status in BEING_WORKED_ON:
            stopped = replace(bundle, status=BundleStatus.STOPPED)
            workspace.catalogue.save([stopped], actor="x", action="y", at=workspace.clock())
    askers(workspace, 5)
    return next(
        idea.key for idea in computed_ideas(workspace) if idea.theme == "rouw" and idea.sort is BundleKind.NEW
    )


def saved_of(workspace: Workspace, count: int = 5, **other: object) -> str:
    """A saved idea of so many people of its own."""
    needs = askers(workspace, count)
    bundle = BundleProposal(
        id=workspace.new_id("idee"),
        theme=ThemeId("rouw"),
        sort=BundleKind.NEW,
        size=count,
        facility_id=DE_LINDE.id,
        room_id=ZAAL.id,
        slot=MORNING,
        language=LanguageCode("nl"),
        owner=WERKER.id,
        purpose="Samen stilstaan bij wie er niet meer is.",
    )
    members = BundleMembers(id=bundle.id, need_ids=tuple(need.id for need in needs))
    kept = replace(bundle, **other)
    workspace.catalogue.save([kept, members], actor="x", action="y", at=workspace.clock())
    return bundle.id


def put_away(workspace: Workspace) -> str:
    return saved_of(workspace, status=BundleStatus.REJECTED, rejected_because="Te vroeg.", owner=None)


def with_newcomer(workspace: Workspace) -> str:
    bundle_id = saved_of(workspace, 5)
    askers(workspace, 1)
    return bundle_id


def batch_of(workspace: Workspace) -> str:
    """The batch of an idea that was begun."""
    bundle_id = saved_of(workspace)
    bundle = workspace.projections.people().all(BundleProposal)[bundle_id]
    changed = replace(bundle, purpose=workspace.new_id("waarom"))
    return workspace.catalogue.save([changed], actor="x", action="y", at=workspace.clock()).batch


def own_need(workspace: Workspace, viewer: Viewer) -> str:
    return askers(workspace, 1, held_by=viewer.name)[0].id


CALLS: dict[str, tuple[str, Call]] = {
    "show_bundles": ("ideeën zien", lambda w, v, _: show_bundles(w, v)),
    "show_idea": ("ideeën zien", lambda w, v, _: show_idea(w, v, idea_of(w))),
    "show_saved_idea": ("ideeën zien", lambda w, v, _: show_saved_idea(w, v, saved_of(w))),
    "ideas_of_need": ("ideeën zien", lambda w, v, _: ideas_of_need(w, v, own_need(w, v))),
    "ideas_of_week": ("ideeën zien", lambda w, v, _: list(ideas_of_week(w, v))),
    "bundle_choices": ("ideeën zien", lambda w, v, _: bundle_choices(w, v, ThemeId("rouw"))),
    "count_budget": ("ideeën zien", lambda w, v, _: count_budget(w, v, BudgetAsked(moments="4", rent="15"))),
    "count_ideas": ("aantallen ideeën zien", lambda w, v, _: count_ideas(w, v)),
    "propose_bundle": ("ideeën voorstellen", lambda w, v, _: propose_bundle(w, v, idea_of(w))),
    "refuse_idea": ("ideeën voorstellen", lambda w, v, _: refuse_idea(w, v, idea_of(w), "Past niet.")),
    "take_back_idea": ("ideeën voorstellen", lambda w, v, _: take_back_idea(w, v, put_away(w), 1)),
    "who_can_lead": ("ideeën voorstellen", lambda w, v, _: who_can_lead(w, v)),
    "work_out": ("ideeën leiden", lambda w, v, _: work_out(w, v, idea_of(w))),
    "change_bundle": (
        "ideeën leiden",
        lambda w, v, _: change_bundle(w, v, saved_of(w), BundleDraft(purpose="Samen praten."), 1),
    ),
    "move_bundle": ("ideeën leiden", lambda w, v, _: move_bundle(w, v, saved_of(w), REFUSED, 1)),
    "ways_to_split": ("ideeën leiden", lambda w, v, _: ways_to_split(w, v, saved_of(w))),
    "split_bundle": ("ideeën leiden", lambda w, v, _: split_bundle(w, v, saved_of(w), HALF, 1)),
    "merge_bundles": (
        "ideeën leiden",
        lambda w, v, _: merge_bundles(w, v, saved_of(w), saved_of(w), 1, 1),
    ),
    "take_along": ("ideeën leiden", lambda w, v, _: take_along(w, v, with_newcomer(w), 1)),
    "undo_regrouping": ("ideeën leiden", lambda w, v, _: undo_regrouping(w, v, batch_of(w))),
    "answer_bundle": ("op ideeën antwoorden", lambda w, v, _: answer_bundle(w, v, saved_of(w), ANSWER, 1)),
}
