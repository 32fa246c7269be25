"""Questions of residents: written down in a minute, seen by who holds them, withdrawn at once everywhere."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from socialmap.actions.hand_over import start_handover, take_step
from socialmap.actions.own_needs import (
    own_needs,
    set_goes_well,
    set_permission,
    set_reminder,
    set_status,
)
from socialmap.actions.record_need import NeedDraft, record_need
from socialmap.errors import EditConflict, InvalidInput, NotFound, OutsideError, violations_by_field
from socialmap.model.people import Need, NeedStatus, Permission, Resident
from socialmap.model.together import BundleKind, BundleMembers, BundleProposal, BundleStatus
from socialmap.model.values import ResidentId, TalentKindId, ThemeId
from socialmap.model.work import HandoverStep
from socialmap.privacy.roles import Role, Viewer
from tests.spec.audit_lines import audit
from tests.spec.calls_needs import SIX_THINGS, handover_of, need_of
from tests.town import HAVENRAND, KOFFIE, TODAY, WIJK

JOOST = Viewer(Role.PROFESSIONAL, "joost")
FLOOR = Viewer(Role.PROFESSIONAL, "floor")
SIX_FIELDS = {"area_id", "theme", "reported_on", "mobility", "available", "may_be_linked"}


def alone(workspace, viewer=JOOST):
    (line,) = own_needs(workspace, viewer)
    return line


def refuse_writing(folder):
    """The disk under the journal of the core takes nothing more."""
    with sqlite3.connect(folder / "core.sqlite") as journal:
        (name,) = journal.execute(
            "select name from sqlite_master where type='table' and name like '%entr%'"
        ).fetchone()
        journal.execute(f"create trigger vol before insert on {name} begin select raise(abort, 'vol'); end")


def test_six_things_are_enough(workspace):
    saved = record_need(workspace, JOOST, SIX_THINGS)
    line = alone(workspace)
    assert (line.id, line.pseudonym, line.area) == (saved.need_id, saved.pseudonym, "Lindehof")
    assert (line.theme_label, line.status, line.open_for) == ("Rouw en verlies", "open", "sinds vandaag")
    assert saved.pseudonym.startswith("B-")


def test_each_of_the_six_things_is_asked_for_and_nothing_else(workspace):
    with pytest.raises(InvalidInput) as refused:
        record_need(workspace, JOOST, NeedDraft())
    assert set(violations_by_field(refused.value.violations)) == SIX_FIELDS
    for field in SIX_FIELDS:
        with pytest.raises(InvalidInput) as refused:
            record_need(workspace, JOOST, replace(SIX_THINGS, **{field: None}))
        assert [violation.field for violation in refused.value.violations] == [field]
    assert own_needs(workspace, JOOST) == ()


def test_not_knowing_when_somebody_can_is_an_answer(workspace):
    record_need(workspace, JOOST, replace(SIX_THINGS, available=()))
    assert alone(workspace).available == ()


def test_a_question_and_its_new_resident_are_one_save(workspace):
    record_need(workspace, JOOST, SIX_THINGS)
    need = next(n.entity for n in workspace.catalogue.all(Need) if n.entity.held_by == "joost")
    (of_need,) = workspace.catalogue.history("need", need.id)
    (of_resident,) = workspace.catalogue.history("resident", need.resident_id)
    assert of_need.batch == of_resident.batch


def test_a_second_question_of_a_known_resident_makes_no_new_resident(workspace):
    first = record_need(workspace, JOOST, SIX_THINGS)
    known = replace(
        SIX_THINGS, resident_id=ResidentId(first.pseudonym), area_id=None, theme=ThemeId("bewegen")
    )
    before = workspace.catalogue.count(Resident)
    assert record_need(workspace, JOOST, known).pseudonym == first.pseudonym
    assert workspace.catalogue.count(Resident) == before


def test_a_resident_of_a_colleague_cannot_be_chosen(workspace):
    theirs = record_need(workspace, FLOOR, SIX_THINGS)
    with pytest.raises(InvalidInput) as refused:
        record_need(workspace, JOOST, replace(SIX_THINGS, resident_id=ResidentId(theirs.pseudonym)))
    assert [violation.field for violation in refused.value.violations] == ["resident_id"]


def test_pseudonyms_are_never_given_twice_and_say_nothing_about_the_order(workspace):
    given = [record_need(workspace, JOOST, SIX_THINGS).pseudonym for _ in range(12)]
    assert len(set(given)) == 12
    assert given != sorted(given)


def test_where_few_people_live_the_district_is_written_down(workspace):
    hamlet = replace(HAVENRAND, inhabitants=249)
    workspace.catalogue.save([hamlet], actor="x", action="y", at=workspace.clock())
    saved = record_need(workspace, JOOST, replace(SIX_THINGS, area_id=hamlet.id))
    assert (alone(workspace).area_id, saved.area) == (WIJK.id, WIJK.name)
    assert saved.instead == f"In deze buurt wonen weinig mensen. Daarom schrijven we de wijk op: {WIJK.name}."
    larger = replace(HAVENRAND, inhabitants=250)
    workspace.catalogue.save([larger], actor="x", action="y", at=workspace.clock())
    assert record_need(workspace, FLOOR, replace(SIX_THINGS, area_id=larger.id)).area == "Havenrand"


@pytest.mark.parametrize(
    "draft",
    [
        replace(SIX_THINGS, theme=ThemeId("huiselijk-geweld")),
        replace(SIX_THINGS, side_themes=(ThemeId("huiselijk-geweld"),)),
        replace(SIX_THINGS, words="hij slaat mij"),
        NeedDraft(words="wil er niet meer zijn"),
    ],
)
def test_what_is_about_safety_keeps_nothing(workspace, draft):
    before = workspace.catalogue.position()
    assert record_need(workspace, JOOST, draft).safety
    assert workspace.catalogue.position() == before


def test_a_day_that_is_still_to_come_is_refused(workspace):
    with pytest.raises(InvalidInput, match="moet nog komen"):
        record_need(workspace, JOOST, replace(SIX_THINGS, reported_on=TODAY + timedelta(days=1)))


@pytest.mark.parametrize("field", ["theme", "side_themes", "languages", "thresholds", "goes_well"])
def test_only_what_is_in_a_list_is_kept(workspace, field):
    value = "Kanarie van Dijk" if field == "theme" else ("Kanarie van Dijk",)
    with pytest.raises(InvalidInput) as refused:
        record_need(workspace, JOOST, replace(SIX_THINGS, **{field: value}))
    assert [violation.field for violation in refused.value.violations] == [field]


def test_nobody_without_a_name_holds_a_question(workspace):
    with pytest.raises(InvalidInput, match="Kies eerst je naam"):
        record_need(workspace, Viewer(Role.PROFESSIONAL), SIX_THINGS)
    assert own_needs(workspace, Viewer(Role.PROFESSIONAL)) == ()


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        (0, "Er zijn nog geen vragen die hierop lijken."),
        (1, "Enkele andere mensen hebben een vraag die hierop lijkt."),
        (4, "Enkele andere mensen hebben een vraag die hierop lijkt."),
        (5, "5 andere mensen hebben een vraag die hierop lijkt."),
        (6, "6 andere mensen hebben een vraag die hierop lijkt."),
    ],
)
def test_the_nudge_says_how_many_others_but_never_a_number_under_five(workspace, others, sentence):
    for _ in range(others):
        need_of(workspace, FLOOR, theme=ThemeId("samen-eten"))
    saved = record_need(workspace, JOOST, replace(SIX_THINGS, theme=ThemeId("samen-eten")))
    assert saved.nudge.sentence == sentence
    assert saved.nudge.alike is (others > 0)


def test_the_nudge_counts_persons_with_an_open_question_a_yes_and_the_same_subject(workspace):
    one = need_of(workspace, FLOOR, theme=ThemeId("samen-eten"))
    twice = replace(one, id=workspace.new_id("v"))
    group = need_of(workspace, FLOOR, theme=ThemeId("ontmoeten"))
    workspace.catalogue.save([twice, group], actor="x", action="y", at=workspace.clock())
    need_of(workspace, FLOOR, theme=ThemeId("samen-eten"), may_be_linked=Permission.STILL_TO_ASK)
    need_of(workspace, FLOOR, theme=ThemeId("samen-eten"), may_be_linked=Permission.NO)
    need_of(workspace, FLOOR, theme=ThemeId("samen-eten"), status=NeedStatus.DONE)
    need_of(workspace, FLOOR, theme=ThemeId("eenzaamheid"))
    record_need(workspace, JOOST, replace(SIX_THINGS, theme=ThemeId("samen-eten")))
    assert audit(workspace)[-1] == ("vraag vastleggen", "need", 2)


@pytest.mark.parametrize(
    ("theme", "asks"), [("rouw", True), ("maatje-of-bezoek", True), ("verkeerde-vrienden", False)]
)
def test_the_nudge_comes_only_when_the_theme_allows(workspace, theme, asks):
    saved = record_need(workspace, JOOST, replace(SIX_THINGS, theme=ThemeId(theme)))
    assert (saved.nudge is not None) is asks


def test_own_questions_are_seen_by_nobody_else(workspace):
    need = need_of(workspace, FLOOR)
    assert own_needs(workspace, JOOST) == ()
    for change in (
        lambda: set_status(workspace, JOOST, need.id, NeedStatus.DONE, 1),
        lambda: set_reminder(workspace, JOOST, need.id, TODAY, 1),
        lambda: set_goes_well(workspace, JOOST, need.id, (), 1),
        lambda: set_permission(workspace, JOOST, need.id, Permission.NO),
        lambda: start_handover(workspace, JOOST, need.id, KOFFIE.id),
        lambda: take_step(workspace, JOOST, handover_of(workspace, FLOOR), HandoverStep.MET, TODAY, 1),
    ):
        with pytest.raises(NotFound):
            change()


def test_seeing_own_questions_writes_a_line_first(workspace):
    need_of(workspace, JOOST)
    own_needs(workspace, JOOST)
    assert audit(workspace)[-1] == ("eigen vragen bekijken", "need", 1)


def test_without_a_line_nothing_is_shown_or_kept(workspace, town_folder):
    need = need_of(workspace, JOOST)
    own_needs(workspace, JOOST)
    refuse_writing(town_folder)
    with pytest.raises(OutsideError):
        own_needs(workspace, JOOST)
    with pytest.raises(OutsideError):
        record_need(workspace, JOOST, SIX_THINGS)
    with pytest.raises(OutsideError):
        start_handover(workspace, JOOST, need.id, KOFFIE.id)


def test_not_yet_is_asked_about_again_in_six_weeks(workspace):
    need = need_of(workspace, JOOST)
    set_status(workspace, JOOST, need.id, NeedStatus.NOT_YET, 1)
    line = alone(workspace)
    assert (line.status, line.remind_on, line.due) == ("nog_niet", date(2026, 4, 13), False)


def test_what_is_done_has_a_day_and_no_reminder_and_may_be_opened_again(workspace):
    need = need_of(workspace, JOOST, remind_on=TODAY)
    set_status(workspace, JOOST, need.id, NeedStatus.DONE, 1)
    done = workspace.catalogue.get(Need, need.id).entity
    assert (done.closed_on, done.remind_on) == (TODAY, None)
    set_status(workspace, JOOST, need.id, NeedStatus.OPEN, 2)
    assert workspace.catalogue.get(Need, need.id).entity.closed_on is None


def test_a_reminder_for_today_comes_first_and_one_for_the_past_is_refused(workspace):
    need_of(workspace, JOOST, reported_on=date(2025, 1, 1))
    need = need_of(workspace, JOOST)
    set_reminder(workspace, JOOST, need.id, TODAY, 1)
    first, second = own_needs(workspace, JOOST)
    assert (first.id, first.due, first.remind_about) == (need.id, True, "Hoe gaat het nu?")
    assert not second.due
    with pytest.raises(InvalidInput, match="al geweest"):
        set_reminder(workspace, JOOST, need.id, TODAY - timedelta(days=1), 2)
    set_reminder(workspace, JOOST, need.id, None, 2)
    assert not any(line.due for line in own_needs(workspace, JOOST))


def test_what_goes_well_is_kept_as_talents(workspace):
    need = need_of(workspace, JOOST)
    set_goes_well(workspace, JOOST, need.id, (TalentKindId("naaien-breien"),) * 2, 1)
    assert [choice.label for choice in alone(workspace).goes_well] == ["Naaien, breien en haken"]
    with pytest.raises(InvalidInput):
        set_goes_well(workspace, JOOST, need.id, (TalentKindId("Kanarie van Dijk"),), 2)


def test_two_who_change_the_same_hear_of_each_other(workspace):
    need = need_of(workspace, JOOST)
    set_status(workspace, JOOST, need.id, NeedStatus.RUNNING, 1)
    with pytest.raises(EditConflict):
        set_status(workspace, JOOST, need.id, NeedStatus.DONE, 1)


def bundled(workspace, *needs, status=BundleStatus.IDEA, size=None):
    bundle = BundleProposal(
        id=workspace.new_id("bundel"),
        theme=ThemeId("rouw"),
        sort=BundleKind.NEW,
        size=size or len(needs),
        status=status,
    )
    members = BundleMembers(id=bundle.id, need_ids=tuple(need.id for need in needs))
    workspace.catalogue.save([bundle, members], actor="x", action="y", at=workspace.clock())
    return bundle.id


@pytest.mark.parametrize("withdrawn", [Permission.NO, Permission.STILL_TO_ASK])
def test_permission_that_is_withdrawn_is_gone_everywhere_at_once(workspace, withdrawn):
    one, *others = (need_of(workspace, JOOST, theme=ThemeId("samen-eten")) for _ in range(6))
    bundle = bundled(workspace, one, *others)
    workspace.projections.people()
    set_permission(workspace, JOOST, one.id, withdrawn)
    people = workspace.projections.people()
    assert people.all(Need)[one.id].may_be_linked is withdrawn
    assert people.all(BundleMembers)[bundle].need_ids == tuple(need.id for need in others)
    assert people.all(BundleProposal)[bundle].size == 5
    saved = record_need(workspace, FLOOR, replace(SIX_THINGS, theme=ThemeId("samen-eten")))
    assert saved.nudge.sentence.startswith("5 andere")
    histories = [
        workspace.catalogue.history(kind, id_)[-1].batch
        for kind, id_ in (("need", one.id), ("bundle_members", bundle), ("bundle", bundle))
    ]
    assert len(set(histories)) == 1


def test_a_person_with_two_questions_in_a_bundle_is_still_counted_when_one_leaves(workspace):
    one = need_of(workspace, JOOST)
    twice = replace(one, id=workspace.new_id("v"))
    workspace.catalogue.save([twice], actor="x", action="y", at=workspace.clock())
    bundle = bundled(workspace, one, twice, need_of(workspace, FLOOR), size=2)
    set_permission(workspace, JOOST, one.id, Permission.NO)
    assert workspace.catalogue.get(BundleProposal, bundle).entity.size == 2
    set_permission(workspace, JOOST, twice.id, Permission.NO)
    assert workspace.catalogue.get(BundleProposal, bundle).entity.size == 1


@pytest.mark.parametrize(
    ("status", "after"),
    [(BundleStatus.IDEA, BundleStatus.REJECTED), (BundleStatus.RUNNING, BundleStatus.RUNNING)],
)
def test_an_idea_that_nobody_is_in_any_more_is_put_away(workspace, status, after):
    need = need_of(workspace, JOOST)
    bundle = bundled(workspace, need, status=status)
    set_permission(workspace, JOOST, need.id, Permission.NO)
    left = workspace.catalogue.get(BundleProposal, bundle).entity
    assert (left.size, left.status) == (0, after)


def test_withdrawing_does_not_wait_for_somebody_elses_edit(workspace, second_workspace, monkeypatch):
    need, other = need_of(workspace, JOOST), need_of(workspace, FLOOR)
    bundle = bundled(workspace, need, other)
    many, edits = workspace.catalogue.many, iter([True])

    def meanwhile(cls, ids):
        found = many(cls, ids)
        if cls is BundleMembers and next(edits, False):
            set_permission(second_workspace, FLOOR, other.id, Permission.NO)
        return found

    monkeypatch.setattr(workspace.catalogue, "many", meanwhile)
    set_permission(workspace, JOOST, need.id, Permission.NO)
    assert workspace.catalogue.get(BundleMembers, bundle).entity.need_ids == ()
    assert workspace.catalogue.get(BundleProposal, bundle).entity.size == 0
