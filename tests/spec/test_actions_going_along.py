"""A warm beginning in five small steps; every answer is good, and nothing counts as a failure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from socialmap.actions.hand_over import drop_step, start_handover, take_step, tell_outcome
from socialmap.actions.own_needs import own_needs
from socialmap.errors import InvalidInput, NotFound
from socialmap.model.people import Need, NeedStatus
from socialmap.model.values import ThresholdId
from socialmap.model.work import Face, HandoverOutcome, HandoverStep, WarmHandover
from socialmap.privacy.roles import Role, Viewer
from tests.spec.calls_needs import handover_of, need_of
from tests.town import KOFFIE, LINDEHOF, TODAY, WANDELCLUB

JOOST = Viewer(Role.PROFESSIONAL, "joost")


def alone(workspace):
    (line,) = own_needs(workspace, JOOST)
    return line


def test_five_steps_each_with_a_day_and_who(workspace):
    need = need_of(workspace, JOOST)
    handover = start_handover(workspace, JOOST, need.id, KOFFIE.id)
    for version, step in enumerate(HandoverStep, start=1):
        take_step(workspace, JOOST, handover, step, TODAY, version)
    (line,) = alone(workspace).handovers
    assert [each.label for each in line.steps] == [
        "Gesproken", "Contact gelegd", "Kennisgemaakt", "Samen geweest", "Gebeld",
    ]  # fmt: skip
    assert {each.on for each in line.steps} == {TODAY}
    assert {step.by for step in workspace.catalogue.get(WarmHandover, handover).entity.steps} == {"joost"}
    assert line.name == "Koffie in de Linde"


def test_going_along_twice_to_the_same_place_goes_on_where_it_was(workspace):
    need = need_of(workspace, JOOST)
    first = start_handover(workspace, JOOST, need.id, KOFFIE.id)
    assert start_handover(workspace, JOOST, need.id, KOFFIE.id) == first
    assert start_handover(workspace, JOOST, need.id, WANDELCLUB.id) != first


def test_a_closed_question_and_a_place_that_is_not_there_are_refused(workspace):
    closed = need_of(workspace, JOOST, status=NeedStatus.DONE)
    with pytest.raises(InvalidInput, match="al klaar"):
        start_handover(workspace, JOOST, closed.id, KOFFIE.id)
    with pytest.raises(NotFound):
        start_handover(workspace, JOOST, need_of(workspace, JOOST).id, "bestaat-niet")


def test_two_weeks_after_the_first_time_together_somebody_is_called(workspace):
    handover = handover_of(workspace, JOOST)
    take_step(workspace, JOOST, handover, HandoverStep.WENT_TOGETHER, date(2026, 2, 16), 1)
    line = alone(workspace)
    assert (line.remind_on, line.due, line.remind_about) == (TODAY, True, "Gebeld?")
    assert line.status is NeedStatus.RUNNING
    take_step(workspace, JOOST, handover, HandoverStep.CALLED, TODAY, 2)
    assert alone(workspace).remind_on is None


def test_a_step_taken_by_mistake_is_taken_back_with_its_reminder(workspace):
    handover = handover_of(workspace, JOOST)
    take_step(workspace, JOOST, handover, HandoverStep.WENT_TOGETHER, TODAY, 1)
    drop_step(workspace, JOOST, handover, HandoverStep.WENT_TOGETHER, 2)
    line = alone(workspace)
    assert line.remind_on is None
    assert {step.on for step in line.handovers[0].steps} == {None}


def test_a_step_cannot_be_in_the_future(workspace):
    with pytest.raises(InvalidInput, match="moet nog komen"):
        take_step(
            workspace, JOOST, handover_of(workspace, JOOST), HandoverStep.MET, TODAY + timedelta(days=1), 1
        )


@pytest.mark.parametrize(
    ("outcome", "status", "remind_on"),
    [
        (HandoverOutcome.COMES, NeedStatus.RUNNING, None),
        (HandoverOutcome.SOMETIMES, NeedStatus.RUNNING, None),
        (HandoverOutcome.NOT_YET, NeedStatus.NOT_YET, date(2026, 4, 13)),
        (HandoverOutcome.DOES_NOT_FIT, NeedStatus.OPEN, None),
        (HandoverOutcome.STOPPED, NeedStatus.OPEN, None),
    ],
)
def test_an_outcome_never_closes_the_question(workspace, outcome, status, remind_on):
    handover = handover_of(workspace, JOOST)
    tell_outcome(workspace, JOOST, handover, outcome, Face.NEUTRAL, 1)
    line = alone(workspace)
    assert (line.status, line.remind_on) == (status, remind_on)
    assert (line.handovers[0].outcome, line.handovers[0].face) == (outcome, Face.NEUTRAL)
    assert workspace.catalogue.get(Need, line.id).entity.closed_on is None


def test_not_yet_adds_what_made_it_hard(workspace):
    handover = handover_of(workspace, JOOST)
    busy = (ThresholdId("prikkelgevoelig"), ThresholdId("bang_voor_groep"))
    tell_outcome(workspace, JOOST, handover, HandoverOutcome.NOT_YET, None, 1, busy)
    assert alone(workspace).thresholds == busy
    with pytest.raises(InvalidInput):
        tell_outcome(workspace, JOOST, handover, HandoverOutcome.NOT_YET, None, 2, (ThresholdId("Kanarie"),))


def test_no_answer_of_a_handover_says_whether_it_was_a_success(workspace):
    """Anti-feature: *nog niet* counts as failure nowhere, and nobody's handovers are added up."""
    tell_outcome(workspace, JOOST, handover_of(workspace, JOOST), HandoverOutcome.NOT_YET, None, 1)
    told = repr(own_needs(workspace, JOOST)).lower()
    for word in ("succes", "mislukt", "gelukt", "score", "totaal"):
        assert word not in told
    assert LINDEHOF.name.lower() in told
