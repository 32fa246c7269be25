"""What stands out, what was written about it, and the counts that leave the team on a Monday."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest

from socialmap.actions.last_release import latest_frozen, latest_release
from socialmap.actions.lead_signal import hand_signal, move_signal, signal_owners
from socialmap.actions.release_counts import release_counts
from socialmap.actions.save_signal import open_signal, propose_route, save_signal
from socialmap.actions.show_signals import own_signal, own_signals, show_signal, show_signals
from socialmap.actions.show_week import show_week
from socialmap.actions.show_white_spots import show_white_spots
from socialmap.actions.workspace import Workspace
from socialmap.collective.signal_flow import Step
from socialmap.errors import EditConflict, InvalidInput, NotAllowed, NotFound, UserError
from socialmap.model.people import Need, Resident
from socialmap.model.together import CloseReason, ReleaseBasis, Signal, SignalChoice, SignalKind, SignalStatus
from socialmap.model.values import AreaId, NeedId, ResidentId, ThemeId
from socialmap.model.work import AuditLine, FieldNote
from socialmap.privacy.auditing_releases import Finding, Findings, Leak
from socialmap.privacy.disclosure import NOT_SHOWN
from socialmap.privacy.release_tables import Row, Table
from socialmap.privacy.release_text import from_text, to_text
from socialmap.privacy.roles import Role, Viewer
from tests.spec.audit_lines import audit
from tests.spec.calls_signals import CALLS, LIFT
from tests.town import opened

JOOST = Viewer(Role.PROFESSIONAL, "joost-haverkamp")
SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira-el-idrissi")
DELIA = Viewer(Role.BROKER, "delia-fernandes")
MARIJKE = Viewer(Role.TEAM_LEAD, "marijke-postma")
KEEPER = Viewer(Role.ADMINISTRATOR)
MONDAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def meerwold(demo_folder, tmp_path_factory) -> Iterator[Workspace]:
    folder = shutil.copytree(demo_folder, tmp_path_factory.mktemp("signalen") / "meerwold")
    with opened(folder) as workspace:
        yield workspace


def told(answer):
    return json.dumps(asdict(answer), ensure_ascii=False, default=str)


def version_of(workspace, signal_id):
    return workspace.catalogue.get(Signal, signal_id).version


@pytest.mark.parametrize("name", CALLS)
def test_each_action_refuses_a_visitor_and_changes_nothing(meerwold, tmp_path, name):
    before = meerwold.catalogue.count(AuditLine)
    with pytest.raises(NotAllowed):
        CALLS[name][1](meerwold, Viewer(Role.VISITOR, "proef"), tmp_path)
    assert meerwold.catalogue.count(AuditLine) == before


def test_the_core_sees_what_stands_out_with_numbers_from_five(meerwold):
    patterns = show_signals(meerwold, JOOST).patterns
    assert [(one.label, one.area, one.people) for one in patterns] == [
        ("Vocht, schimmel en onderhoud", "Havenrand", "9 mensen"),
        ("Nederlands leren", "Lindehof", "6 mensen"),
        ("Samen eten", "Havenrand", "6 mensen"),
    ]
    assert all(one.outcome == "hier en nu" for one in patterns)
    assert all(one.sentences[-1] == "Opvallend. Dit is geen bewijs." for one in patterns)


@pytest.mark.parametrize("viewer", [SAMIRA, MARIJKE], ids=lambda viewer: viewer.role)
def test_outside_the_core_there_are_sentences_and_no_numbers(meerwold, viewer):
    answer = show_signals(meerwold, viewer)
    assert len(answer.patterns) == 3
    assert not any(one.people for one in answer.patterns)
    sentences = " ".join(" ".join(one.sentences) for one in answer.patterns)
    assert not any(sign.isdigit() for sign in sentences)
    assert "chance" not in told(answer)


def test_looking_at_patterns_is_written_down_first(meerwold):
    before = meerwold.catalogue.position()
    show_signals(meerwold, SAMIRA)
    assert [line[:2] for line in audit(meerwold, before)] == [("wat valt op", "need")]


def debts(workspace, people, on):
    """So many people with debts, which is a sensitive theme, in Lindehof."""
    ids = [f"schuld-{number}" for number in range(people)]
    residents = [Resident(id=ResidentId(one), area_id=AreaId("BU99990101")) for one in ids]
    example = next(stored.entity for stored in workspace.catalogue.all(Need))
    needs = [
        replace(
            example,
            id=NeedId(f"v-{one}"),
            resident_id=ResidentId(one),
            theme=ThemeId("schulden"),
            reported_on=on,
        )
        for one in ids
    ]
    workspace.catalogue.save([*residents, *needs], actor="x", action="y", at=workspace.clock())


def test_a_sensitive_theme_leaves_the_core_under_its_leefgebied_and_only_on_a_monday(demo_folder, tmp_path):
    with opened(shutil.copytree(demo_folder, tmp_path / "meerwold")) as workspace:
        debts(workspace, 30, MONDAY)
        assert ("Schulden", "Lindehof") in pairs(show_signals(workspace, JOOST))
        assert "Lindehof" not in {
            place for label, place in pairs(show_signals(workspace, SAMIRA)) if label != "Nederlands leren"
        }
    with opened(tmp_path / "meerwold") as workspace:
        needs = [stored.entity for stored in workspace.catalogue.all(Need)]
        earlier = [
            replace(one, reported_on=MONDAY - timedelta(days=3)) for one in needs if one.theme == "schulden"
        ]
        workspace.catalogue.save(earlier, actor="x", action="y", at=workspace.clock())
        answer = show_signals(workspace, SAMIRA)
        assert ("Geld en papieren", "Lindehof") in pairs(answer)
        assert "chulden" not in told(answer)


def pairs(answer):
    return {(one.label, one.area) for one in answer.patterns}


def test_the_signal_whose_people_wait_longest_comes_first(meerwold):
    first = show_signals(meerwold, MARIJKE).signals[0]
    assert (first.id, first.owner) == ("signaal-tocht", "Samira el Idrissi")
    assert first.waits == "Wacht al 13 dagen op antwoord."
    assert (first.status_label, first.report_back_on) == ("in behandeling", date(2026, 2, 17))


def test_deze_week_tells_what_stands_out_here_and_now(meerwold):
    answer = show_week(meerwold, SAMIRA)
    ids = [line.id for line in (*answer.lines, *answer.rest) if line.kind == "pattern"]
    assert ids == ["slechte-woning:BU99990103", "nederlands-leren:BU99990101", "samen-eten:BU99990103"]


def lift_note(workspace):
    notes = (stored.entity for stored in workspace.catalogue.all(FieldNote))
    return next(note for note in notes if "lift kapot" in note.text)


def test_o4_a_field_note_becomes_a_signal_of_one_source(meerwold):
    draft = open_signal(meerwold, SAMIRA, note_id=lift_note(meerwold).id)
    assert (draft.sort, draft.scale, draft.origin) == ("woning_en_woonblok", "straat_of_complex", "groep")
    draft = replace(
        draft,
        title="Lift kapot in de flat",
        where="Bewoners van flat De Wachter",
        cause=LIFT.cause,
        people=1,
        residents_say="Wij komen niet meer beneden.",
        already_done="Met bewoners een brief geschreven.",
        addressed_to="woningcorporatie (wijkbeheerder)",
    )
    proposed = [one.to for one in propose_route(meerwold, SAMIRA, draft)]
    assert proposed[:3] == ["eigen team", "woningcorporatie (wijkbeheerder)", "bewonersgroep"]
    assert all(one.reason for one in propose_route(meerwold, SAMIRA, draft))
    signal_id = save_signal(meerwold, SAMIRA, draft, choice=SignalChoice.TOGETHER)
    detail = show_signal(meerwold, MARIJKE, signal_id)
    assert detail.line.report_back_on == MONDAY + timedelta(days=42)
    assert (detail.choice, detail.owner_id) == ("samen", SAMIRA.name)
    paper = dict(detail.paper)
    assert paper["Hoe vaak?"] == "enkele mensen"
    assert paper["Wat zeggen bewoners?"] == "Wij komen niet meer beneden."
    assert len(paper) == 7
    assert "Wat betekent het voor mensen?" not in paper


def test_somebody_elses_note_is_not_there(meerwold):
    with pytest.raises(NotFound):
        open_signal(meerwold, JOOST, note_id=lift_note(meerwold).id)


def test_a_pattern_fills_the_form_and_an_unknown_one_does_not(meerwold):
    draft = open_signal(meerwold, JOOST, pattern_id="slechte-woning:BU99990103")
    assert (draft.sort, draft.where, draft.origin) == (SignalKind.HOME_AND_BLOCK, "Havenrand", "cijfers")
    assert draft.title == "Vocht, schimmel en onderhoud in Havenrand"
    assert "Hier komen meer mensen met deze vraag" in draft.what_we_see
    assert "Opvallend. Dit is geen bewijs." in draft.what_we_see
    with pytest.raises(NotFound):
        open_signal(meerwold, JOOST, pattern_id="niets:BU99990103")


def test_a_name_is_refused_with_its_field_and_nothing_is_kept(meerwold):
    before = meerwold.catalogue.count(Signal)
    with pytest.raises(InvalidInput) as refused:
        save_signal(meerwold, JOOST, replace(LIFT, residents_say="Bel mevrouw Willemsen op 06-12345678."))
    assert {each.field for each in refused.value.violations} == {"residents_say"}
    assert meerwold.catalogue.count(Signal) == before


def test_with_few_people_the_place_is_not_more_precise_than_a_neighbourhood(meerwold):
    tension = replace(LIFT, sort=SignalKind.TENSION, where="Galerij drie hoog achter")
    with pytest.raises(InvalidInput) as refused:
        save_signal(meerwold, JOOST, tension)
    assert {each.field for each in refused.value.violations} == {"scale", "where"}


def test_only_who_leads_signals_chooses_what_to_do_with_one(meerwold):
    for viewer in (JOOST, DELIA):
        assert save_signal(meerwold, viewer, LIFT)
        with pytest.raises(NotAllowed):
            save_signal(meerwold, viewer, LIFT, choice=SignalChoice.RAISE)


def test_words_about_somebody_in_danger_lead_to_the_meldcode(meerwold):
    routes = propose_route(meerwold, DELIA, replace(LIFT, residents_say="hij slaat mij"))
    assert [one.to for one in routes] == ["meldcode", "Veilig Thuis", "112/113"]


def test_a_makelaar_sees_the_signals_she_follows_and_no_others(meerwold):
    mine = save_signal(meerwold, DELIA, LIFT)
    assert mine in {line.id for line in own_signals(meerwold, DELIA)}
    assert "signaal-tocht" not in {line.id for line in own_signals(meerwold, DELIA)}
    assert own_signal(meerwold, DELIA, mine).paper
    with pytest.raises(NotFound):
        own_signal(meerwold, DELIA, "signaal-tocht")
    with pytest.raises(NotAllowed):
        show_signals(meerwold, DELIA)


def test_the_way_of_a_signal_ends_only_when_people_heard(meerwold):
    signal_id = save_signal(meerwold, SAMIRA, replace(LIFT, people=None))

    def go(to, step=None):
        step = step or Step()
        move_signal(meerwold, SAMIRA, signal_id, to, step, version=version_of(meerwold, signal_id))

    with pytest.raises(InvalidInput, match="cijfers of een verhaal"):
        go(SignalStatus.DEEPENED)
    go(SignalStatus.DEEPENED, Step(how_often="82 huishoudens"))
    with pytest.raises(InvalidInput):
        go(SignalStatus.PLACED)
    go(SignalStatus.PLACED, Step(choice=SignalChoice.RAISE, addressed_to="woningcorporatie"))
    go(SignalStatus.IN_HAND)
    with pytest.raises(InvalidInput) as refused:
        go(SignalStatus.CLOSED, Step(closed_as=CloseReason.SOLVED, closed_because="De lift doet het weer."))
    assert "Laat eerst weten wat er gebeurde." in str(refused.value)
    assert show_signal(meerwold, SAMIRA, signal_id).line.status is SignalStatus.IN_HAND
    go(SignalStatus.REPORTED_BACK, Step(told_to="de bewoners van de flat"))
    go(SignalStatus.CLOSED, Step(closed_as=CloseReason.SOLVED, closed_because="De lift doet het weer."))
    line = show_signal(meerwold, SAMIRA, signal_id).line
    assert (line.status, line.told, line.closed) == (
        "afgesloten", "verteld aan de bewoners van de flat", "opgelost: De lift doet het weer.",
    )  # fmt: skip


def test_danger_that_stands_in_a_signal_already_does_not_stop_its_next_step(meerwold):
    signal_id = save_signal(meerwold, SAMIRA, LIFT)
    signal = meerwold.catalogue.get(Signal, signal_id).entity
    told_before = replace(signal, consequence="Zij slaat haar moeder.", addressed_to="wie mij slaat")
    meerwold.catalogue.save([told_before], actor="x", action="y", at=meerwold.clock())

    def go(to, step):
        move_signal(meerwold, SAMIRA, signal_id, to, step, version=version_of(meerwold, signal_id))

    with pytest.raises(InvalidInput) as refused:
        go(SignalStatus.DEEPENED, Step(consequence="Zij slaat haar vader."))
    assert [wrong.field for wrong in refused.value.violations] == ["consequence"]
    go(SignalStatus.DEEPENED, Step(consequence=" Zij slaat haar moeder. "))
    go(SignalStatus.PLACED, Step(choice=SignalChoice.RAISE, addressed_to="wie mij slaat"))


def test_two_who_move_the_same_signal_do_not_overwrite_each_other(meerwold):
    signal_id = save_signal(meerwold, SAMIRA, LIFT)
    seen = version_of(meerwold, signal_id)
    move_signal(meerwold, SAMIRA, signal_id, SignalStatus.DEEPENED, version=seen)
    closing = Step(told_to="de flat", closed_as=CloseReason.SOLVED)
    with pytest.raises(EditConflict):
        move_signal(meerwold, SAMIRA, signal_id, SignalStatus.CLOSED, closing, version=seen)


def test_a_signal_can_be_followed_by_another_colleague(meerwold):
    signal_id = save_signal(meerwold, SAMIRA, LIFT)
    assert "joost-haverkamp" in {each.id for each in signal_owners(meerwold, SAMIRA)}
    hand_signal(meerwold, SAMIRA, signal_id, "joost-haverkamp", version=version_of(meerwold, signal_id))
    assert signal_id in {line.id for line in own_signals(meerwold, JOOST)}
    with pytest.raises(InvalidInput):
        hand_signal(meerwold, SAMIRA, signal_id, "niemand", version=version_of(meerwold, signal_id))


@pytest.fixture
def monday(unreleased_folder, tmp_path) -> Iterator[Workspace]:
    """Meerwold on a Monday, before its release was made."""
    with opened(shutil.copytree(unreleased_folder, tmp_path / "maandag")) as workspace:
        yield workspace


def test_a_dry_run_tells_what_would_go_out_and_keeps_nothing(monday):
    before = monday.catalogue.position()
    report = release_counts(monday, KEEPER, apply=False)
    assert (report.monday, report.saved, report.already, report.found) == (MONDAY, False, False, ())
    assert report.shown > 0
    assert report.shown + report.hidden == len(report.cells)
    assert {cell.people for cell in report.cells if cell.is_number} <= {
        f"ongeveer {number}" for number in range(5, 200, 5)
    }
    assert monday.catalogue.count(ReleaseBasis) == 0
    assert latest_release(monday) is None
    assert [action for action, _, _ in audit(monday, before)] == ["aantallen vrijgeven"]


def test_a_monday_is_kept_once_and_then_everybody_outside_sees_it(monday):
    before = show_white_spots(monday, SAMIRA)
    assert {line.count for group in before.groups for line in group.lines} == {NOT_SHOWN}
    first = release_counts(monday, KEEPER, apply=True)
    assert first.saved
    position = monday.catalogue.position()
    again = release_counts(monday, KEEPER, apply=True)
    assert (again.saved, again.already, again.cells) == (False, True, first.cells)
    assert monday.catalogue.position() == position
    money = next(group for group in show_white_spots(monday, SAMIRA).groups if group.id == "geld")
    assert {line.name: line.count for line in money.lines}["Vogelweide"] == "ongeveer 30"
    assert show_white_spots(monday, SAMIRA).stand == "Stand van maandag 2 maart 2026, in stappen van vijf."


def test_no_person_and_no_small_number_stands_in_the_report(monday):
    people = [stored.entity.id for stored in monday.catalogue.all(Resident)]
    written = told(release_counts(monday, KEEPER, apply=True))
    assert not [person for person in people if f'"{person}"' in written]
    assert not {cell.people for cell in release_counts(monday, KEEPER, apply=True).cells} & {
        "1",
        "2",
        "3",
        "4",
    }


def test_what_the_auditor_refuses_is_neither_kept_nor_shown(monday, monkeypatch):
    leak = Findings((Finding(Leak.DIFFERENCE, Row(Table.THEME, AreaId("WK1"))),))
    monkeypatch.setattr("socialmap.privacy.releases.audit", lambda _: leak)
    monkeypatch.setattr("socialmap.actions.release_counts.audit", lambda _: leak)
    report = release_counts(monday, KEEPER, apply=False)
    assert report.found == ("Twee getallen verschillen maar enkele mensen.",)
    assert report.cells == ()
    with pytest.raises(UserError, match=r"Twee getallen verschillen maar enkele mensen\."):
        release_counts(monday, KEEPER, apply=True)
    assert monday.catalogue.count(ReleaseBasis) == 0


def test_a_frozen_release_comes_back_from_its_text_unchanged(monday):
    release_counts(monday, KEEPER, apply=True)
    frozen = latest_frozen(monday)
    assert frozen is not None
    assert from_text(to_text(frozen)) == frozen
    with pytest.raises(ValueError, match="not a frozen release"):
        from_text("{}")
