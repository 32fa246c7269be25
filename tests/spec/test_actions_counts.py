"""Counts of people inside and outside the core, and the fixed questions that are worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from socialmap.actions.count_needs import count_needs
from socialmap.actions.run_query import list_queries, run_query
from socialmap.actions.show_connections import things_in_network
from socialmap.errors import InvalidInput, NotAllowed
from socialmap.model.people import NeedStatus
from socialmap.model.provision import OfferStatus
from socialmap.model.values import (
    NeedId,
    ThemeId,
)
from socialmap.privacy.release_tables import Cell, Release, Row, Shown, Table
from socialmap.privacy.roles import Role, Viewer
from tests.spec.test_actions_links import person
from tests.town import KOFFIE, LINDEHOF, VRAAG, WIJK

JOOST = Viewer(Role.PROFESSIONAL, "joost")
FLOOR = Viewer(Role.PROFESSIONAL, "floor")
SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira")
DELIA = Viewer(Role.BROKER, "delia")
LEAD = Viewer(Role.TEAM_LEAD, "lea")


def save(workspace, *entities):
    workspace.catalogue.save(list(entities), actor="proef", action="proef", at=workspace.clock())


def test_counts_inside_the_core_are_protected(demo_workspace):
    answer = count_needs(demo_workspace, Viewer(Role.PROFESSIONAL, "joost-haverkamp"))
    told = {each.people for each in answer.counts}
    assert told.isdisjoint({"1", "2", "3", "4"})
    assert "<5" in told
    assert answer.stand == "Dit zijn de open vragen van vandaag."


def test_outside_the_core_there_is_only_the_stand_of_monday(unreleased_workspace):
    none = "Er is nog geen stand van maandag. De beheerder maakt elke maandag een stand."
    for viewer in (SAMIRA, DELIA, LEAD):
        answer = count_needs(unreleased_workspace, viewer)
        assert (answer.counts, answer.stand) == ((), none)


def test_outside_the_core_a_release_is_told_as_it_is(workspace):
    row = Row(Table.NEIGHBOURHOOD, WIJK.id, LINDEHOF.id)
    monday = date(2026, 3, 2)
    release = Release(monday, rows={row: monday}, cells={Cell(row, ThemeId("zin")): Shown("15", 15, monday)})
    counts = count_needs(workspace, LEAD, release=release).counts
    told = {(each.group.id, each.area.id): each.people for each in counts}
    assert told["zin", LINDEHOF.id] == "15"
    assert told["geld", LINDEHOF.id] == "<5"
    assert set(told.values()) == {"15", "<5", "–"}


def test_one_person_with_two_questions_is_one(workspace):
    resident, need, _ = person(1, "koken", "bewegen", "joost")
    people = [person(number, "koken", "bewegen", "joost") for number in range(2, 6)]
    again = replace(need, id=NeedId("V-again"))
    closed = replace(
        people[0][1], id=NeedId("V-dicht"), status=NeedStatus.DONE, resident_id=VRAAG.resident_id
    )
    save(workspace, resident, need, again, closed, *(each for one in people for each in one[:2]))
    counts = count_needs(workspace, JOOST).counts
    told = {(each.group.id, each.area.id): each.people for each in counts}
    assert told["gezond", LINDEHOF.id] == "5"


# ---- the questions of the graph that are worked out


def test_the_questions_are_listed_for_who_may_ask_them(workspace):
    listed = {role: {known.name for known in list_queries(workspace, Viewer(role, "x"))} for role in Role}
    assert "for-each-other" in listed[Role.PROFESSIONAL]
    assert "for-each-other" not in listed[Role.COMMUNITY_WORKER]
    assert "signals-waiting" not in listed[Role.BROKER]
    assert "islands" not in listed[Role.TEAM_LEAD]
    assert "open-questions" in listed[Role.TEAM_LEAD]
    assert {"open-questions", "islands", "connected"}.isdisjoint(listed[Role.VISITOR])


@pytest.mark.parametrize(
    ("role", "name"),
    [
        (Role.COMMUNITY_WORKER, "for-each-other"),
        (Role.BROKER, "signals-waiting"),
        (Role.TEAM_LEAD, "not-acquainted"),
        (Role.VISITOR, "talents-for"),
        (Role.VISITOR, "open-questions"),
    ],
)
def test_who_may_not_ask_is_refused(workspace, role, name):
    with pytest.raises(NotAllowed):
        run_query(workspace, Viewer(role, "x"), name, {})


def test_what_has_to_be_filled_in_is_asked_for(workspace):
    with pytest.raises(InvalidInput) as refused:
        run_query(workspace, JOOST, "connected", {"van": "theme/rouw", "kleur": "rood"})
    assert [violation.field for violation in refused.value.violations] == ["parameter", "naar"]


def test_a_stopped_initiative_is_no_longer_in_the_list(workspace):
    save(workspace, replace(KOFFIE, status=OfferStatus.STOPPED))
    assert f"initiative/{KOFFIE.id}" not in {each.id for each in things_in_network(workspace, JOOST)}
