"""What is no signal at all, and mending one: other words, taking it away, opening it again, two windows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from socialmap.actions.correct_signal import bring_back_signal, correct_signal, remove_signal
from socialmap.actions.lead_signal import move_signal
from socialmap.actions.patterns_here import patterns_here
from socialmap.actions.save_signal import open_signal, propose_route, save_signal
from socialmap.actions.show_signals import own_signals, show_signal, show_signals
from socialmap.actions.workspace import Workspace
from socialmap.actions.write_field_note import (
    NoteDraft,
    change_field_note,
    own_notes,
    remove_field_note,
    write_field_note,
)
from socialmap.collective.signal_draft import TEXTS, SignalDraft
from socialmap.collective.signal_flow import Step
from socialmap.errors import EditConflict, InvalidInput, NotFound
from socialmap.model.people import Need, Resident
from socialmap.model.together import CloseReason, CollectiveAction, Signal, SignalChoice, SignalStatus
from socialmap.model.values import AreaId, NeedId, ResidentId, ThemeId
from socialmap.model.work import FieldNote
from socialmap.privacy.roles import Role, Viewer
from tests.spec.calls_signals import LIFT
from tests.town import opened

JOOST = Viewer(Role.PROFESSIONAL, "joost-haverkamp")
SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira-el-idrissi")
DELIA = Viewer(Role.BROKER, "delia-fernandes")
LIFT_SINCE = replace(LIFT, people=None, how_often="Drie weken.")
NOTE = NoteDraft(text="De lift is weer kapot.", area_id=AreaId("BU99990103"))


@pytest.fixture(scope="module")
def meerwold(demo_folder, tmp_path_factory) -> Iterator[Workspace]:
    folder = shutil.copytree(demo_folder, tmp_path_factory.mktemp("verbeteren") / "meerwold")
    with opened(folder) as workspace:
        yield workspace


def version_of(workspace, signal_id):
    return workspace.catalogue.get(Signal, signal_id).version


def go(workspace, signal_id, to, step=None):
    version = version_of(workspace, signal_id)
    move_signal(workspace, SAMIRA, signal_id, to, step or Step(), version=version)


def refused_fields(call):
    with pytest.raises(InvalidInput) as refused:
        call()
    return {each.field for each in refused.value.violations}


@pytest.mark.parametrize("field", TEXTS)
def test_a_person_in_danger_is_never_kept_as_a_signal_whatever_the_field(meerwold, field):
    before = meerwold.catalogue.count(Signal)
    draft = replace(LIFT, **{field: "Hij slaat mij"})
    assert refused_fields(lambda: save_signal(meerwold, DELIA, draft)) == {field}
    assert meerwold.catalogue.count(Signal) == before
    bare = SignalDraft(**{field: "Hij slaat mij"})
    assert [one.to for one in propose_route(meerwold, DELIA, bare)] == ["meldcode", "Veilig Thuis", "112/113"]


def test_every_text_of_a_draft_is_looked_at():
    assert set(TEXTS) == {each.name for each in fields(SignalDraft) if each.type == "str"}


def test_a_short_answer_is_no_alarm(meerwold):
    assert save_signal(meerwold, DELIA, replace(LIFT, already_done="Niet", residents_say="Thuis"))


def test_danger_is_refused_in_other_words_and_in_a_step_too(meerwold):
    signal_id = save_signal(meerwold, SAMIRA, LIFT_SINCE)
    with pytest.raises(InvalidInput, match="We bewaren dit hier niet"):
        correct_signal(meerwold, SAMIRA, signal_id, {"we_ask": "zij slaat mij"}, version=1)
    with pytest.raises(InvalidInput, match="We bewaren dit hier niet"):
        go(meerwold, signal_id, SignalStatus.DEEPENED, Step(consequence="zij slaat mij"))
    assert version_of(meerwold, signal_id) == 1


def test_a_note_about_danger_is_not_kept(meerwold):
    before = meerwold.catalogue.count(FieldNote)
    with pytest.raises(InvalidInput, match="We bewaren dit hier niet"):
        write_field_note(meerwold, JOOST, replace(NOTE, text="een buurvrouw: hij slaat mij"))
    assert meerwold.catalogue.count(FieldNote) == before


def test_who_follows_a_signal_gives_it_other_words_and_the_journal_keeps_the_first(meerwold):
    signal_id = save_signal(meerwold, DELIA, LIFT_SINCE)
    correct_signal(meerwold, DELIA, signal_id, {"title": "Lift stuk"}, version=1)
    assert show_signal(meerwold, SAMIRA, signal_id).line.title == "Lift stuk"
    entry = meerwold.catalogue.history(Signal.kind, signal_id)[-1]
    assert [(each.field, each.before) for each in entry.changes] == [("title", "Lift kapot")]
    with pytest.raises(NotFound):
        correct_signal(meerwold, SAMIRA, signal_id, {"title": "Anders"}, version=2)


def test_two_windows_lose_nothing_of_each_other(meerwold):
    signal_id = save_signal(meerwold, DELIA, LIFT_SINCE)
    correct_signal(meerwold, DELIA, signal_id, {"title": "Lift stuk"}, version=1)
    correct_signal(meerwold, DELIA, signal_id, {"we_ask": "Maak de lift."}, version=1)
    texts = show_signal(meerwold, SAMIRA, signal_id).texts
    assert (texts["title"], texts["we_ask"]) == ("Lift stuk", "Maak de lift.")
    with pytest.raises(EditConflict) as conflict:
        correct_signal(meerwold, DELIA, signal_id, {"title": "De lift"}, version=1)
    assert [(each.field, each.stored) for each in conflict.value.conflicts] == [("title", "Lift stuk")]


def test_a_step_on_an_older_screen_is_a_conflict_and_not_a_puzzle(meerwold):
    signal_id = save_signal(meerwold, SAMIRA, LIFT_SINCE)
    go(meerwold, signal_id, SignalStatus.DEEPENED)
    with pytest.raises(EditConflict):
        move_signal(meerwold, SAMIRA, signal_id, SignalStatus.DEEPENED, version=1)


def test_a_signal_that_should_not_be_there_goes_for_everybody_and_can_come_back(meerwold):
    signal_id = save_signal(meerwold, DELIA, LIFT)
    with pytest.raises(NotFound):
        remove_signal(meerwold, JOOST, signal_id, version=1)
    remove_signal(meerwold, DELIA, signal_id, version=1)
    assert signal_id not in {line.id for line in show_signals(meerwold, SAMIRA).signals}
    assert signal_id not in {line.id for line in own_signals(meerwold, DELIA)}
    with pytest.raises(NotFound):
        bring_back_signal(meerwold, JOOST, signal_id)
    bring_back_signal(meerwold, DELIA, signal_id)
    assert signal_id in {line.id for line in show_signals(meerwold, SAMIRA).signals}
    with pytest.raises(NotFound):
        bring_back_signal(meerwold, DELIA, signal_id)
    with pytest.raises(EditConflict):
        remove_signal(meerwold, SAMIRA, signal_id, version=1)


def test_a_closed_signal_opens_again_with_a_new_day_to_answer(meerwold):
    signal_id = save_signal(meerwold, SAMIRA, LIFT)
    closing = Step(told_to="de flat", closed_as=CloseReason.ELSEWHERE)
    go(meerwold, signal_id, SignalStatus.CLOSED, closing)
    assert show_signal(meerwold, SAMIRA, signal_id).line.closed == "loopt elders"
    assert actions_of(meerwold, signal_id) == []
    go(meerwold, signal_id, SignalStatus.NOTICED)
    line = show_signal(meerwold, SAMIRA, signal_id).line
    assert (line.status, line.told, line.closed) == ("opgemerkt", "", "")
    assert line.report_back_on == meerwold.today() + timedelta(days=42)


def actions_of(workspace, signal_id):
    every = (stored.entity for stored in workspace.catalogue.all(CollectiveAction))
    return [(each.sort, each.goal, each.team_id) for each in every if each.id.startswith(f"{signal_id}-")]


def test_together_and_solved_each_make_one_action_for_the_third_goal(meerwold):
    signal_id = save_signal(meerwold, SAMIRA, LIFT_SINCE)
    together = Step(choice=SignalChoice.TOGETHER, addressed_to="de bewonersgroep")
    go(meerwold, signal_id, SignalStatus.DEEPENED)
    go(meerwold, signal_id, SignalStatus.PLACED, together)
    go(meerwold, signal_id, SignalStatus.DEEPENED)
    go(meerwold, signal_id, SignalStatus.PLACED)
    team = actions_of(meerwold, signal_id)[0][2]
    assert actions_of(meerwold, signal_id) == [("gezamenlijke_actie", 3, team)]
    solved = Step(told_to="de flat", closed_as=CloseReason.SOLVED)
    go(meerwold, signal_id, SignalStatus.CLOSED, solved)
    assert len(actions_of(meerwold, signal_id)) == 2
    assert {goal for _, goal, _ in actions_of(meerwold, signal_id)} == {3}


def test_a_white_spot_asks_for_an_offer_that_is_not_there(meerwold):
    draft = open_signal(meerwold, DELIA, spot_id="geld:BU99990101")
    assert (draft.sort, draft.where) == ("aanbod_ontbreekt", "Lindehof")
    proposed = [one.to for one in propose_route(meerwold, DELIA, draft)]
    assert proposed[1:3] == ["sociaal makelaar", "opbouwwerker"]


def test_two_sensitive_themes_of_one_leefgebied_are_two_patterns_in_the_core(demo_folder, tmp_path):
    with opened(shutil.copytree(demo_folder, tmp_path / "meerwold")) as workspace:
        example = next(stored.entity for stored in workspace.catalogue.all(Need))
        for theme in ("schulden", "rondkomen"):
            ids = [f"{theme}-{number}" for number in range(30)]
            workspace.catalogue.save(
                [Resident(id=ResidentId(one), area_id=AreaId("BU99990101")) for one in ids],
                actor="x", action="y", at=workspace.clock(),
            )  # fmt: skip
            needs = [
                replace(
                    example,
                    id=NeedId(f"v-{one}"),
                    resident_id=ResidentId(one),
                    theme=ThemeId(theme),
                    reported_on=workspace.today(),
                )
                for one in ids
            ]
            workspace.catalogue.save(needs, actor="x", action="y", at=workspace.clock())
        lines = [line for line in patterns_here(workspace, JOOST, action="proef") if line.theme == "geld"]
        assert len(lines) == 2
        assert len({line.id for line in lines}) == 2
        assert not any(name in line.id for line in lines for name in ("schulden", "rondkomen"))
        draft = open_signal(workspace, JOOST, pattern_id=lines[1].id)
        assert draft.title == "Geld en papieren in Lindehof"
        assert lines[1].sentences[0] in draft.what_we_see


def test_a_note_is_mended_and_taken_away_by_its_writer_alone(meerwold):
    note_id = write_field_note(meerwold, JOOST, NOTE)
    mended = replace(NOTE, text="De lift doet het weer.")
    with pytest.raises(NotFound):
        change_field_note(meerwold, SAMIRA, note_id, mended, version=1)
    with pytest.raises(InvalidInput, match="naam"):
        change_field_note(meerwold, JOOST, note_id, replace(NOTE, text="mevrouw Jansen"), version=1)
    change_field_note(meerwold, JOOST, note_id, mended, version=1)
    (line,) = (line for line in own_notes(meerwold, JOOST) if line.id == note_id)
    assert (line.text, line.area_id, line.version) == ("De lift doet het weer.", "BU99990103", 2)
    with pytest.raises(EditConflict):
        change_field_note(meerwold, JOOST, note_id, replace(NOTE, text="Nog iets anders."), version=1)
    with pytest.raises(EditConflict):
        remove_field_note(meerwold, JOOST, note_id, version=1)
    with pytest.raises(NotFound):
        remove_field_note(meerwold, SAMIRA, note_id, version=2)
    remove_field_note(meerwold, JOOST, note_id, version=2)
    assert note_id not in {line.id for line in own_notes(meerwold, JOOST)}
