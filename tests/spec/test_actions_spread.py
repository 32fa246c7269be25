"""How the supply is spread over quadrants, people and thresholds; and a visit for one's own calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from socialmap.actions.plan_visit import plan_visit
from socialmap.actions.show_coverage import show_coverage
from socialmap.errors import InvalidInput, NotFound
from socialmap.privacy.roles import Role, Viewer
from tests.town import EETTAFEL, HAVENRAND, KOFFIE, TODAY, WIJK

SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira-el-idrissi")
VISITOR = Viewer(Role.VISITOR)


def save(workspace, *entities):
    workspace.catalogue.save(entities, actor="x", action="y", at=workspace.clock())


def test_a_visit_becomes_a_day_in_a_calendar_and_is_not_kept(workspace):
    before = workspace.catalogue.position()
    visit = plan_visit(workspace, SAMIRA, EETTAFEL.id, TODAY + timedelta(days=3))
    assert workspace.catalogue.position() == before
    assert visit.title == "Langsgaan bij Eettafel De Brug"
    lines = visit.calendar.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20260305" in lines
    assert "DTEND;VALUE=DATE:20260306" in lines
    assert "SUMMARY:Langsgaan bij Eettafel De Brug" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = visit.calendar.replace("\r\n ", "")
    assert "Empathie: Voelen jullie je gezien?" in unfolded


def test_a_name_cannot_break_out_of_the_calendar(workspace):
    save(workspace, replace(EETTAFEL, name="Soep, brood; en meer \\ END:VCALENDAR"))
    calendar = plan_visit(workspace, SAMIRA, EETTAFEL.id, TODAY).calendar.replace("\r\n ", "")
    assert "SUMMARY:Langsgaan bij Soep\\, brood\\; en meer \\\\ END:VCALENDAR\r\n" in calendar
    assert calendar.count("\r\nEND:VCALENDAR\r\n") == 1


def test_a_visit_is_not_planned_in_the_past(workspace):
    with pytest.raises(InvalidInput) as refused:
        plan_visit(workspace, SAMIRA, EETTAFEL.id, TODAY - timedelta(days=1))
    assert refused.value.violations[0].field == "on"


def test_the_grid_counts_an_initiative_in_each_of_its_quadrants(workspace):
    answer = show_coverage(workspace, VISITOR)
    meeting = next(line for line in answer.grid if line.id == "ontmoeten")
    assert meeting.counts == (0, 1, 0, 2)
    assert meeting.note == "Van 2 initiatieven weten we het vak nog niet."
    assert (answer.count, len(answer.dots)) == (6, 2)
    assert [(share.quadrant, share.percent) for share in answer.shares] == [
        ("LB", 0), ("RB", 25), ("LO", 0), ("RO", 75),
    ]  # fmt: skip
    assert answer.empty[0].quadrant == "RO"
    assert answer.empty[0].sides == ("collectief", "informeel")


def test_the_spread_of_one_neighbourhood_looks_over_its_border_for_people_only(workspace):
    answer = show_coverage(workspace, SAMIRA, area_id=HAVENRAND.id)
    assert answer.area.label == "Havenrand"
    assert answer.count == 1
    (here,) = answer.unreached
    assert here.name == "Havenrand"
    assert show_coverage(workspace, SAMIRA, area_id=WIJK.id).count == 6
    with pytest.raises(NotFound):
        show_coverage(workspace, SAMIRA, area_id="BU0")


def test_somebody_is_reached_when_something_is_meant_for_them_near(workspace):
    save(workspace, replace(KOFFIE, target_groups=("ouderen",)))
    by_name = {line.name: line.sentences for line in show_coverage(workspace, SAMIRA).unreached}
    sentence = "Voor 65-plussers is er niets binnen 1 kilometer."
    assert sentence in by_name["Havenrand"]
    assert sentence not in by_name["Lindehof"]


def test_of_every_threshold_it_is_told_what_we_do_not_know(workspace):
    lines = {line.label: line for line in show_coverage(workspace, VISITOR).thresholds}
    assert len(lines) == 16
    assert all(line.yes + line.no + line.unknown == 6 for line in lines.values())
    free = next(line for label, line in lines.items() if label.startswith("Gratis"))
    assert (free.yes, free.no, free.unknown) == (4, 1, 1)


def test_the_trend_is_told_when_most_dates_are_known(workspace, demo_workspace):
    assert show_coverage(workspace, VISITOR).trend_sentence == ""
    answer = show_coverage(demo_workspace, VISITOR)
    assert len(answer.trend) == 8
    assert answer.trend[-1].on == TODAY
    assert answer.trend_sentence.endswith("Dat bleef ongeveer gelijk.")
