"""Working an idea out: never top-down, every question kept, and splitting or joining can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from socialmap.actions.answer_bundle import BundleAnswer, answer_bundle
from socialmap.actions.bundle_flow import NEXT, in_the_way
from socialmap.actions.computed_ideas import computed_ideas
from socialmap.actions.count_budget import BudgetAsked, count_budget
from socialmap.actions.lead_bundle import NextStep, bundle_choices, change_bundle, move_bundle
from socialmap.actions.own_needs import set_permission
from socialmap.actions.propose_bundle import propose_bundle, refuse_idea, who_can_lead
from socialmap.actions.regroup_bundles import (
    HALF,
    merge_bundles,
    split_bundle,
    undo_regrouping,
    ways_to_split,
)
from socialmap.actions.saved_ideas import draft_of
from socialmap.actions.show_bundles import show_bundles, show_saved_idea
from socialmap.errors import EditConflict, InvalidInput, NotAllowed, violations_by_field
from socialmap.model.people import Need, NeedStatus, Permission
from socialmap.model.together import (
    ActionKind,
    BundleMembers,
    BundleProposal,
    BundleStatus,
    CollectiveAction,
)
from socialmap.model.values import OrganisationId, ProfessionalId, ThemeId
from socialmap.model.work import Discipline, Professional
from socialmap.privacy.roles import Role, Viewer
from tests.spec.calls_bundles import askers, idea_of, saved_of
from tests.town import DE_LINDE, KERK, TODAY, WERKER, ZAAL

WOBKE = Viewer(Role.COMMUNITY_WORKER, WERKER.id)
JOOST = Viewer(Role.PROFESSIONAL, "joost")
DELIA = Viewer(Role.BROKER, "delia")
TALKED = NextStep(
    to=BundleStatus.DISCUSSED,
    talk_on=date(2026, 2, 28),
    talk_said="12-3, vijf mensen gesproken, liever doordeweeks 17 uur",
)
BEGIN = NextStep(to=BundleStatus.STARTED, action_sort=ActionKind.BUNDLE, goal=1)


def stored(workspace, bundle_id):
    return workspace.catalogue.get(BundleProposal, bundle_id)


def move(workspace, bundle_id, step):
    return move_bundle(workspace, WOBKE, bundle_id, step, stored(workspace, bundle_id).version)


def refused(call, *arguments):
    with pytest.raises(InvalidInput) as caught:
        call(*arguments)
    return dict(violations_by_field(caught.value.violations))


def members(workspace, bundle_id):
    found = workspace.catalogue.find(BundleMembers, bundle_id)
    return set(found.entity.need_ids) if found else set()


def test_an_idea_cannot_begin_before_the_residents_were_asked(workspace):
    idea = saved_of(workspace)
    for to in (BundleStatus.STARTED, BundleStatus.RUNNING):
        wrong = refused(move, workspace, idea, replace(BEGIN, to=to))
        assert wrong["talk_said"] == "Vraag het eerst aan de mensen zelf. Schrijf op wat zij zeiden."
    assert stored(workspace, idea).entity.status is BundleStatus.IDEA


def test_a_talk_needs_a_day_and_words_and_somebody_who_leads(workspace):
    nobody = saved_of(workspace, owner=None)
    assert refused(move, workspace, nobody, TALKED) == {"owner": "Kies wie dit trekt."}
    idea = saved_of(workspace)
    assert set(refused(move, workspace, idea, NextStep(to=BundleStatus.DISCUSSED))) == {
        "talk_on",
        "talk_said",
    }
    tomorrow = replace(TALKED, talk_on=date(2026, 3, 3))
    assert "moet nog komen" in refused(move, workspace, idea, tomorrow)["talk_on"]


def test_from_idea_to_running_and_the_beginning_is_an_action(workspace):
    idea = saved_of(workspace)
    move(workspace, idea, TALKED)
    wrong = refused(move, workspace, idea, NextStep(to=BundleStatus.STARTED))
    assert set(wrong) == {"goal", "action_sort"}, "no kind of action is chosen beforehand"
    move(workspace, idea, BEGIN)
    (action,) = [each.entity for each in workspace.catalogue.all(CollectiveAction)]
    assert (action.sort, action.goal, action.on) == (ActionKind.BUNDLE, 1, TODAY)
    assert action.team_id is None, "its owner is in no team"
    move(workspace, idea, NextStep(to=BundleStatus.RUNNING))
    move(workspace, idea, NextStep(to=BundleStatus.STOPPED))
    assert stored(workspace, idea).entity.status is BundleStatus.STOPPED


def test_every_question_stays_open_and_whole_through_it_all(workspace):
    idea = saved_of(workspace)
    before = {need.entity.id: need for need in workspace.catalogue.all(Need)}
    for step in (TALKED, BEGIN, NextStep(to=BundleStatus.RUNNING)):
        move(workspace, idea, step)
    after = {need.entity.id: need for need in workspace.catalogue.all(Need)}
    assert after == before
    assert all(after[need].entity.status is NeedStatus.OPEN for need in members(workspace, idea))


def test_no_step_is_skipped(workspace):
    said = {"talk_on": TODAY, "talk_said": "Graag.", "goal": 1}
    for status in BundleStatus:
        bundle = replace(
            stored(workspace, saved_of(workspace)).entity, status=status, rejected_because="x", **said
        )
        reachable = {to for to in BundleStatus if not list(in_the_way(bundle, to, TODAY, ActionKind.CONNECT))}
        assert reachable == set(NEXT[status])


def test_what_does_not_fit_says_why_and_can_become_an_idea_again(workspace):
    idea = saved_of(workspace)
    no_reason = NextStep(to=BundleStatus.REJECTED)
    assert "rejected_because" in refused(move, workspace, idea, no_reason)
    move(workspace, idea, replace(no_reason, reason="Zij kennen elkaar al."))
    assert stored(workspace, idea).entity.rejected_because == "Zij kennen elkaar al."
    move(workspace, idea, NextStep(to=BundleStatus.IDEA))
    assert stored(workspace, idea).entity.rejected_because == ""


def test_a_name_is_refused_in_every_text(workspace):
    idea = saved_of(workspace)
    draft = draft_of(stored(workspace, idea).entity)
    for field in ("purpose", "residents_do", "professional_does"):
        changed = replace(draft, **{field: "Mevrouw Jansen kookt."})
        assert set(refused(change_bundle, workspace, WOBKE, idea, changed, 1)) == {field}
    said = replace(TALKED, talk_said="Piet de Vries wil graag.")
    assert set(refused(move, workspace, idea, said)) == {"talk_said"}
    reason = NextStep(to=BundleStatus.REJECTED, reason="Bel 06-12345678")
    assert set(refused(move, workspace, idea, reason)) == {"rejected_because"}
    key = idea_of(workspace)
    assert set(refused(refuse_idea, workspace, JOOST, key, "Anna Bakker wil niet")) == {"rejected_because"}


def test_a_second_owner_is_of_another_trade(workspace):
    twin = Professional(id=ProfessionalId("twee"), name="Ties", discipline=Discipline.COMMUNITY_WORK)
    other = replace(twin, id=ProfessionalId("drie"), discipline=Discipline.SOCIAL_WORK)
    workspace.catalogue.save([twin, other], actor="x", action="y", at=workspace.clock())
    idea = saved_of(workspace)
    draft = draft_of(stored(workspace, idea).entity)
    wrong = refused(change_bundle, workspace, WOBKE, idea, replace(draft, second_owner=twin.id), 1)
    assert set(wrong) == {"second_owner"}
    change_bundle(workspace, WOBKE, idea, replace(draft, second_owner=other.id), 1)
    told = show_saved_idea(workspace, WOBKE, idea).idea
    assert (told.owner, told.second_owner) == ("Wobke Zandstra", "Ties")


def test_what_is_in_no_list_is_refused(workspace):
    idea = saved_of(workspace)
    draft = draft_of(stored(workspace, idea).entity)
    for field, value in (
        ("owner", "niemand"),
        ("partner_id", "niets"),
        ("money_from", "niets"),
        ("room_id", "andere-zaal"),
        ("lead_ids", ("T-999",)),
    ):
        wrong = refused(change_bundle, workspace, WOBKE, idea, replace(draft, **{field: value}), 1)
        assert set(wrong) == {"facility_id" if field == "room_id" else field}


def test_two_editors_of_different_fields_are_merged_and_of_the_same_field_asked(workspace):
    idea = saved_of(workspace)
    draft = draft_of(stored(workspace, idea).entity)
    change_bundle(workspace, WOBKE, idea, replace(draft, residents_do="Koffie zetten."), 1)
    change_bundle(workspace, WOBKE, idea, replace(draft, professional_does="Meegaan."), 1)
    both = stored(workspace, idea).entity
    assert (both.residents_do, both.professional_does) == ("Koffie zetten.", "Meegaan.")
    with pytest.raises(EditConflict) as conflict:
        change_bundle(workspace, WOBKE, idea, replace(draft, residents_do="Soep koken."), 1)
    assert [each.field for each in conflict.value.conflicts] == ["residents_do"]


def test_a_professional_invites_a_community_worker_and_it_stays_an_idea(workspace):
    key = idea_of(workspace)
    assert [choice.id for choice in who_can_lead(workspace, JOOST)] == [WERKER.id]
    assert set(refused(propose_bundle, workspace, JOOST, key, "iemand")) == {"owner"}
    idea = stored(workspace, propose_bundle(workspace, JOOST, key, WERKER.id)).entity
    assert (idea.status, idea.owner, idea.proposed_on) == (BundleStatus.IDEA, WERKER.id, TODAY)
    assert len(members(workspace, idea.id)) == idea.size
    with pytest.raises(NotAllowed):
        move_bundle(workspace, JOOST, idea.id, TALKED, 1)


def test_what_does_not_fit_leaves_the_list_and_is_kept_with_its_reason(workspace):
    key = idea_of(workspace)
    assert key in {idea.key for idea in show_bundles(workspace, JOOST).ideas}
    assert set(refused(refuse_idea, workspace, JOOST, key, " ")) == {"rejected_because"}
    refuse_idea(workspace, JOOST, key, "Deze mensen zien elkaar al.")
    answer = show_bundles(workspace, JOOST)
    assert key not in {idea.key for idea in answer.ideas}
    assert "Deze mensen zien elkaar al." in {idea.rejected_because for idea in answer.laid_aside}


def test_a_broker_answers_without_seeing_a_question(workspace):
    idea = saved_of(workspace, facility_id=None, room_id=None)
    assert set(refused(answer_bundle, workspace, DELIA, idea, BundleAnswer(), 1)) == {"facility_id"}
    answer = BundleAnswer(facility_id=DE_LINDE.id, room_id=ZAAL.id, partner_id=KERK.id)
    answer_bundle(workspace, DELIA, idea, answer, 1)
    for viewer in (DELIA, JOOST, WOBKE):
        told = show_saved_idea(workspace, viewer, idea).idea
        assert (told.place, told.partner) == ("Buurthuis De Linde", "Kerk De Bron")
        assert told.answered == "De sociaal makelaar gaf antwoord op 2 maart 2026."
        leads = next(task for task in told.tasks if task.label == "Trekkers")
        assert (leads.done, leads.told) == (False, "Nog 2 trekkers nodig")
    with pytest.raises(EditConflict):
        answer_bundle(workspace, DELIA, idea, replace(answer, partner_id=OrganisationId("welzijn")), 1)


def test_only_who_said_yes_to_it_can_be_chosen_to_lead(workspace):
    chosen = bundle_choices(workspace, WOBKE, ThemeId("samen-eten")).leads
    assert [choice.id for choice in chosen] == ["talent"]
    assert bundle_choices(workspace, WOBKE, ThemeId("rouw")).leads == ()


def test_a_split_keeps_every_question_in_one_of_both_and_can_be_taken_back(workspace):
    idea = saved_of(workspace, 6)
    everybody = members(workspace, idea)
    assert HALF in {choice.id for choice in ways_to_split(workspace, WOBKE, idea)}
    done = split_bundle(workspace, WOBKE, idea, HALF, 1)
    first, second = (members(workspace, each) for each in done.bundle_ids)
    assert first | second == everybody
    assert (len(first), len(second)) == (3, 3)
    assert [stored(workspace, each).entity.size for each in done.bundle_ids] == [3, 3]
    undo_regrouping(workspace, WOBKE, done.batch)
    assert members(workspace, idea) == everybody
    assert stored(workspace, idea).entity.size == 6
    assert workspace.catalogue.find(BundleProposal, done.bundle_ids[1]) is None


def test_two_ideas_become_one_and_can_be_taken_back(workspace):
    one, other = saved_of(workspace, 3), saved_of(workspace, 4)
    everybody = members(workspace, one) | members(workspace, other)
    done = merge_bundles(workspace, WOBKE, one, other, 1, 1)
    assert members(workspace, one) == everybody
    assert stored(workspace, one).entity.size == 7
    assert stored(workspace, other).entity.status is BundleStatus.REJECTED
    undo_regrouping(workspace, WOBKE, done.batch)
    assert (len(members(workspace, one)), len(members(workspace, other))) == (3, 4)
    assert stored(workspace, other).entity.status is BundleStatus.IDEA


def test_somebody_who_withdrew_does_not_come_back_with_an_undo(workspace):
    idea = saved_of(workspace, 5)
    done = split_bundle(workspace, WOBKE, idea, HALF, 1)
    gone = next(iter(members(workspace, done.bundle_ids[1])))
    held = replace(workspace.catalogue.get(Need, gone).entity, held_by=ProfessionalId(JOOST.name))
    workspace.catalogue.save([held], actor="x", action="y", at=workspace.clock())
    set_permission(workspace, JOOST, gone, Permission.NO)
    with pytest.raises(EditConflict):
        undo_regrouping(workspace, WOBKE, done.batch)
    assert gone not in members(workspace, idea)
    assert gone not in {need for each in computed_ideas(workspace) for need in each.needs}


def test_what_has_begun_is_not_split_and_no_group_is_left_empty(workspace):
    idea = saved_of(workspace)
    assert set(refused(split_bundle, workspace, WOBKE, idea, "nergens", 1)) == {"part"}
    move(workspace, idea, TALKED)
    move(workspace, idea, BEGIN)
    assert set(refused(split_bundle, workspace, WOBKE, idea, HALF, 3)) == {"status"}
    assert ways_to_split(workspace, WOBKE, idea) == ()


def test_only_regrouping_is_taken_back_this_way(workspace):
    need = askers(workspace, 1)[0]
    batch = workspace.catalogue.history(Need.kind, need.id)[-1].batch
    with pytest.raises(NotAllowed):
        undo_regrouping(workspace, WOBKE, batch)


def test_the_budget_of_the_story_and_what_a_fund_gives(workspace):
    asked = BudgetAsked(
        moments="4", people="6", rent="15", food="1", materials="40", printing="20", volunteers="0"
    )
    counted = count_budget(workspace, WOBKE, asked)
    assert (counted.total, counted.per_person) == ("€ 158,40", "€ 6,60")
    fund = replace(asked, fund="Buurtbudget Linde", fund_gives="500")
    assert count_budget(workspace, WOBKE, fund).fund == "Past binnen Buurtbudget Linde."
    little = count_budget(workspace, WOBKE, replace(fund, fund_gives="100"))
    assert little.fund == "Dit is € 58,40 meer dan Buurtbudget Linde kan geven."
    wrong = refused(count_budget, workspace, WOBKE, replace(asked, rent="veel", moments="2,5"))
    assert set(wrong) == {"rent", "moments"}
    assert count_budget(workspace, WOBKE, BudgetAsked()).total == "€ 0,00"
