"""Ideas that were put away, put off, looked at, taken back or left unanswered; each for whom it concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from socialmap.actions.agreements import tick_off
from socialmap.actions.answer_bundle import answer_bundle
from socialmap.actions.computed_ideas import computed_ideas
from socialmap.actions.lead_bundle import NextStep, move_bundle
from socialmap.actions.propose_bundle import refuse_idea, take_back_idea
from socialmap.actions.regroup_bundles import merge_bundles
from socialmap.actions.show_bundles import ideas_of_week, show_bundles, show_idea, show_saved_idea
from socialmap.actions.show_week import show_week
from socialmap.actions.week_marks import bring_back, put_off
from socialmap.collective.week import from_bundles
from socialmap.errors import InvalidInput, NotFound
from socialmap.model.provision import Facility, Room
from socialmap.model.together import (
    BundleKind,
    BundleMembers,
    BundleProposal,
    BundleStatus,
    CollectiveAction,
    Conversation,
    ConversationMode,
    WeekMark,
)
from socialmap.model.values import FacilityId, ProfessionalId, RoomId
from socialmap.privacy.roles import Role, Viewer
from tests.spec.calls_bundles import ANSWER, REFUSED, askers, idea_of, saved_of
from tests.spec.test_actions_lead_bundle import BEGIN, TALKED
from tests.town import DE_LINDE, TODAY, WERKER, ZAAL

WOBKE = Viewer(Role.COMMUNITY_WORKER, WERKER.id)
OTHER = Viewer(Role.COMMUNITY_WORKER, "een-ander")
JOOST = Viewer(Role.PROFESSIONAL, "joost")
DELIA = Viewer(Role.BROKER, "delia")


def save(workspace, *entities):
    workspace.catalogue.save(list(entities), actor="x", action="y", at=workspace.clock())


def mourning(workspace):
    return {idea.key: idea for idea in computed_ideas(workspace) if idea.theme == "rouw"}


def stored(workspace, bundle_id):
    return workspace.catalogue.get(BundleProposal, bundle_id)


def move(workspace, bundle_id, step):
    return move_bundle(workspace, WOBKE, bundle_id, step, stored(workspace, bundle_id).version)


def second_place(workspace):
    """A place that is free at the same time as De Linde, a little further away."""
    there = replace(DE_LINDE, id=FacilityId("achter"), name="De Achterzaal")
    room = replace(ZAAL, id=RoomId("achterzaal"), facility_id=there.id, cost_eur=25)
    assert (Facility.kind, Room.kind) == (there.kind, room.kind)
    save(workspace, there, room)


def news(workspace, viewer, kind="bundel"):
    answer = show_week(workspace, viewer)
    return [line.id for line in (*answer.lines, *answer.rest) if line.news == kind]


def test_people_for_whom_it_did_not_fit_get_the_next_best(workspace):
    second_place(workspace)
    key = idea_of(workspace)
    people = set(mourning(workspace)[key].needs)
    refuse_idea(workspace, JOOST, key, "Deze mensen zien elkaar al.")
    (other,) = mourning(workspace).values()
    assert set(other.needs) == people
    assert other.key != key
    refuse_idea(workspace, JOOST, other.key, "Te ver.")
    assert mourning(workspace) == {}


def test_later_other_people_may_get_the_place_that_did_not_fit(workspace):
    key = idea_of(workspace)
    refuse_idea(workspace, JOOST, key, "Deze mensen zien elkaar al.")
    assert key not in mourning(workspace)
    later = {need.id for need in askers(workspace, 5)}
    assert set(mourning(workspace)[key].needs) == later
    assert key in {idea.key for idea in show_bundles(workspace, JOOST).ideas}


def test_a_merge_hides_no_place_for_others(workspace):
    one, other = saved_of(workspace, 5), saved_of(workspace, 5)
    merge_bundles(workspace, WOBKE, one, other, 1, 1)
    move(workspace, one, TALKED)
    move(workspace, one, BEGIN)
    move(workspace, one, NextStep(to=BundleStatus.STOPPED))
    assert sum(idea.people for idea in mourning(workspace).values()) == 10


def test_what_was_put_away_does_not_come_back_in_the_week(workspace):
    key = idea_of(workspace)
    assert key in news(workspace, JOOST)
    refuse_idea(workspace, JOOST, key, "Deze mensen zien elkaar al.")
    assert key not in news(workspace, JOOST)
    with pytest.raises(NotFound):
        show_idea(workspace, JOOST, key)


def test_an_idea_that_she_looked_at_is_no_news_for_her_until_more_people_come(workspace):
    key = idea_of(workspace)
    show_idea(workspace, WOBKE, key)
    assert key not in news(workspace, WOBKE)
    assert key in news(workspace, OTHER), "what a colleague saw is her own business"
    (mark,) = [each.entity for each in workspace.catalogue.all(WeekMark)]
    assert (mark.professional_id, mark.on, mark.target) == (WERKER.id, TODAY, f"bundle/{key}")
    show_idea(workspace, WOBKE, key)
    assert workspace.catalogue.get(WeekMark, mark.id).version == 1
    save(workspace, replace(mark, on=askers(workspace, 1)[0].reported_on - timedelta(days=1)))
    assert key in news(workspace, WOBKE)


def test_looking_at_a_kept_idea_is_remembered_too_and_nobody_without_a_name_leaves_a_mark(workspace):
    kept = saved_of(workspace, status=BundleStatus.IDEA)
    assert kept in news(workspace, DELIA)
    show_saved_idea(workspace, Viewer(Role.BROKER), kept)
    assert workspace.catalogue.count(WeekMark) == 0
    show_saved_idea(workspace, DELIA, kept)
    assert kept not in news(workspace, DELIA)


def test_a_group_that_was_almost_there_is_news_again_when_it_is(workspace):
    askers(workspace, 3)
    almost = next(idea for idea in mourning(workspace).values() if idea.still_needed)
    show_idea(workspace, JOOST, almost.key)
    askers(workspace, 1, reported_on=TODAY - timedelta(days=300))
    told = {line.target for line in from_bundles(ideas_of_week(workspace, JOOST))}
    assert f"bundle/{almost.key}" in told


def test_a_line_that_was_put_off_stays_away_this_week_and_can_be_shown_again(workspace):
    key = idea_of(workspace)
    assert put_off(workspace, JOOST, "bundel", "bundle", key)
    assert not put_off(workspace, JOOST, "wachtende_vraag", "need", "V-1"), "of a question nothing is kept"
    assert key not in news(workspace, JOOST)
    assert key in news(workspace, Viewer(Role.PROFESSIONAL, "een-ander"))
    assert show_week(workspace, JOOST).put_off == 1
    (mark,) = [each.entity for each in workspace.catalogue.all(WeekMark)]
    save(workspace, replace(mark, on=TODAY - timedelta(days=7)))
    assert key in news(workspace, JOOST), "next week has come"
    put_off(workspace, JOOST, "bundel", "bundle", key)
    bring_back(workspace, JOOST)
    assert key in news(workspace, JOOST)


def test_who_puts_an_idea_away_can_take_it_back(workspace):
    key = idea_of(workspace)
    before = mourning(workspace)[key]
    refused = refuse_idea(workspace, JOOST, key, "Te vroeg.")
    assert take_back_idea(workspace, JOOST, refused, 1) == ""
    assert mourning(workspace)[key] == before
    kept = saved_of(workspace)
    move(workspace, kept, REFUSED)
    assert take_back_idea(workspace, JOOST, kept, 2) == kept
    assert stored(workspace, kept).entity.status is BundleStatus.IDEA
    with pytest.raises(InvalidInput):
        take_back_idea(workspace, JOOST, kept, 3)


def test_who_is_in_another_idea_by_now_stays_there(workspace):
    second_place(workspace)
    kept = saved_of(workspace)
    move(workspace, kept, REFUSED)
    members = workspace.catalogue.get(BundleMembers, kept).entity
    other = replace(stored(workspace, kept).entity, id="ander", status=BundleStatus.IDEA, rejected_because="")
    save(workspace, other, BundleMembers(id="ander", need_ids=members.need_ids[:3]))
    take_back_idea(workspace, JOOST, kept, 2)
    assert workspace.catalogue.get(BundleMembers, kept).entity.need_ids == members.need_ids[3:]


def test_a_mistaken_step_can_be_taken_back_with_its_action(workspace):
    kept = saved_of(workspace)
    move(workspace, kept, TALKED)
    move(workspace, kept, BEGIN)
    assert workspace.catalogue.count(CollectiveAction) == 1
    move(workspace, kept, NextStep(to=BundleStatus.DISCUSSED))
    assert stored(workspace, kept).entity.status is BundleStatus.DISCUSSED
    assert workspace.catalogue.count(CollectiveAction) == 0
    for step in (BEGIN, NextStep(to=BundleStatus.RUNNING), NextStep(to=BundleStatus.STOPPED)):
        move(workspace, kept, step)
    move(workspace, kept, NextStep(to=BundleStatus.RUNNING))
    assert stored(workspace, kept).entity.status is BundleStatus.RUNNING
    assert workspace.catalogue.count(CollectiveAction) == 1


def test_both_sides_hear_of_an_answer_that_did_not_come(workspace):
    kept = saved_of(workspace, proposed_on=TODAY - timedelta(days=14))
    sent = "Voorgelegd op 16 februari 2026. De sociaal makelaar gaf nog geen antwoord."
    assert show_saved_idea(workspace, DELIA, kept).idea.answered == sent
    assert news(workspace, DELIA, "wacht_op_antwoord") == [kept]
    assert news(workspace, WOBKE, "wacht_op_antwoord") == [kept]
    assert news(workspace, OTHER, "wacht_op_antwoord") == []
    answer_bundle(workspace, DELIA, kept, ANSWER, 1)
    assert news(workspace, DELIA, "wacht_op_antwoord") == news(workspace, WOBKE, "wacht_op_antwoord") == []


def test_an_agreement_whose_day_passed_is_asked_about_until_it_is_ticked_off(workspace):
    sheet = Conversation(
        id="G-1",
        mode=ConversationMode.INDIVIDUAL,
        on=TODAY,
        respondent=ProfessionalId("joost"),
        agreement="Samen naar de eettafel",
        agreement_on=TODAY - timedelta(days=30),
    )
    save(workspace, sheet)
    assert news(workspace, JOOST, "afspraak") == ["G-1"]
    with pytest.raises(NotFound):
        tick_off(workspace, WOBKE, "G-1")
    tick_off(workspace, JOOST, "G-1")
    assert news(workspace, JOOST, "afspraak") == []
    save(workspace, replace(sheet, agreement_on=TODAY + timedelta(days=2)))
    assert news(workspace, JOOST, "afspraak") == ["G-1"]


def test_an_idea_far_from_its_minimum_is_for_who_has_somebody_in_it(workspace):
    mine = askers(workspace, 1, held_by="joost")
    assert mine
    far = next(idea for idea in mourning(workspace).values() if idea.sort is BundleKind.NEW)
    assert far.still_needed > 2
    assert far.key in {idea.key for idea in show_bundles(workspace, JOOST).ideas}
    nobody = Viewer(Role.PROFESSIONAL, "een-ander")
    assert far.key not in {idea.key for idea in show_bundles(workspace, nobody).ideas}
