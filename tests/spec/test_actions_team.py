"""Dots and conversation sheets: only their owner sees them, a team sees them together from five."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest

from socialmap.actions.hold_conversation import SheetDraft, agree, own_sheet, save_sheet
from socialmap.actions.place_dots import own_dots, place_dots
from socialmap.actions.show_conversation import show_conversation
from socialmap.actions.show_team import show_team
from socialmap.actions.show_week import show_week
from socialmap.bootstrap import close_workspace, open_workspace
from socialmap.errors import EditConflict, InvalidInput, NotAllowed, violations_by_field
from socialmap.model.together import (
    ActionKind,
    CollectiveAction,
    Conversation,
    PositionKind,
    QuadrantPosition,
)
from socialmap.model.values import ProfessionalId, TeamId, ThemeId
from socialmap.model.work import Discipline, Professional
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.store.catalogue import Catalogue
from tests.spec.audit_lines import audit
from tests.spec.calls_team import TEAM
from tests.town import TODAY, opened

NOW, LATER = PositionKind.SELF_NOW, PositionKind.SELF_LATER
NAMES = ("ana", "bo", "cas", "dil", "eva", "fay", "gijs")
LEAD = Viewer(Role.TEAM_LEAD, "lea")
GOLD = ((-0.8, 0.4), (-0.6, 0.2), (-0.7, 0.1), (-0.5, 0.3), (-0.4, -0.2))
"""The five dots of gold example G6."""


@contextmanager
def on(folder, day):
    """The same folder on another day."""
    workspace = open_workspace(Settings(folder=folder, today=day.isoformat()))
    try:
        yield workspace
    finally:
        close_workspace(workspace)


def as_worker(name: str) -> Viewer:
    return Viewer(Role.PROFESSIONAL, name)


def colleagues(names=NAMES):
    for name in names:
        yield Professional(
            id=ProfessionalId(name),
            name=name.title(),
            discipline=Discipline.SOCIAL_WORK,
            focus=(ThemeId("geld"),),
            leads_groups=name == "bo",
            team_ids=(TEAM.id,),
        )
    yield Professional(
        id=ProfessionalId("lea"), name="Lea", discipline=Discipline.TEAM_LEAD, team_ids=(TEAM.id,)
    )


def start(workspace, names=NAMES):
    workspace.catalogue.save([TEAM, *colleagues(names)], actor="proef", action="team", at=workspace.clock())


def gold_round(workspace, people=NAMES[:5]):
    for name, spot in zip(people, GOLD, strict=False):
        place_dots(workspace, as_worker(name), {NOW: spot})


def test_the_team_of_the_gold_example(workspace):
    start(workspace, NAMES[:5])
    gold_round(workspace)
    answer = show_team(workspace, as_worker("ana"))
    point = answer.standpoints[NOW]
    assert point.spot == (-0.6, 0.16)
    assert point.text == (
        "Ons team werkt vooral individueel en iets meer formeel dan informeel. "
        "Dat is linksboven (Individuele hulp)."
    )
    assert "Spreiding: 0,21. Hoe lager," in point.figures
    assert "Afstand tot evenwicht: 44%." in point.figures
    assert [(action, count) for action, _, count in audit(workspace)] == [("team bekijken", 5)]


def test_with_four_there_is_no_mean_for_anybody(workspace):
    start(workspace, NAMES[:4])
    gold_round(workspace, NAMES[:4])
    for viewer in (as_worker("ana"), LEAD):
        point = show_team(workspace, viewer).standpoints[NOW]
        assert point.spot is None
        assert point.text == "Nog te weinig antwoorden (4). Vanaf 5 zie je het gemiddelde."


def test_a_newest_dot_does_not_move_the_mean(town_folder):
    with opened(town_folder) as workspace:
        start(workspace, NAMES[:6])
        gold_round(workspace)
        early = show_team(workspace, LEAD).standpoints[NOW]
        assert (early.spot, "Er zijn 5 antwoorden." in early.text) == (None, True)
    with on(town_folder, TODAY + timedelta(days=7)) as workspace:
        before = show_team(workspace, LEAD)
        assert before.standpoints[NOW].spot == (-0.6, 0.16)
        place_dots(workspace, as_worker("fay"), {NOW: (1.0, 1.0)})
        assert show_team(workspace, LEAD).standpoints == before.standpoints
    with on(town_folder, TODAY + timedelta(days=21)) as workspace:
        assert show_team(workspace, LEAD).standpoints == before.standpoints


def test_who_left_the_team_stays_in_the_mean(workspace):
    start(workspace, NAMES[:5])
    gold_round(workspace)
    before = show_team(workspace, LEAD).standpoints
    gone = replace(next(colleagues()), team_ids=())
    workspace.catalogue.save([gone], actor="proef", action="weg", at=workspace.clock())
    assert show_team(workspace, LEAD).standpoints == before


def test_only_the_own_dots_come_back(workspace):
    start(workspace)
    gold_round(workspace)
    mine = own_dots(workspace, as_worker("ana"))
    assert [(dot.x, dot.y) for dot in mine.dots.values()] == [GOLD[0]]
    assert mine.dots[NOW].sentence.startswith("Je werkt vooral individueel")
    assert own_dots(workspace, as_worker("gijs")).dots == {}
    assert own_dots(workspace, Viewer(Role.PROFESSIONAL)).dots == {}


def test_only_where_you_stand_now_is_enough_and_the_rest_stays_empty(workspace):
    start(workspace)
    saved = place_dots(workspace, as_worker("ana"), {NOW: (0.4, -0.3)})
    assert set(saved.dots) == {NOW}
    assert workspace.catalogue.count(QuadrantPosition) == 1
    again = place_dots(workspace, as_worker("ana"), {NOW: (0.5, -0.3), LATER: (0, 0)}, seen={NOW: 1})
    assert {sort: (dot.x, dot.y) for sort, dot in again.dots.items()} == {NOW: (0.5, -0.3), LATER: (0, 0)}
    assert workspace.catalogue.count(QuadrantPosition) == 2


@pytest.mark.parametrize("spot", [(1.1, 0), (0, -1.2), (0.15, 0), (float("nan"), 0)])
def test_a_dot_stands_in_the_fields_and_on_a_step(workspace, spot):
    with pytest.raises(InvalidInput) as refused:
        place_dots(workspace, as_worker("ana"), {NOW: spot})
    assert [violation.field for violation in refused.value.violations] == [NOW]
    assert workspace.catalogue.count(QuadrantPosition) == 0


def test_no_dot_and_no_name_are_asked_for(workspace):
    with pytest.raises(InvalidInput, match="minstens één stip"):
        place_dots(workspace, as_worker("ana"), {})
    with pytest.raises(InvalidInput):
        place_dots(workspace, Viewer(Role.PROFESSIONAL), {NOW: (0, 0)})


def test_a_dot_that_was_moved_elsewhere_is_not_overwritten(workspace):
    start(workspace)
    place_dots(workspace, as_worker("ana"), {NOW: (0.1, 0.1)})
    place_dots(workspace, as_worker("ana"), {NOW: (0.2, 0.1)}, seen={NOW: 1})
    with pytest.raises(EditConflict):
        place_dots(workspace, as_worker("ana"), {NOW: (0.3, 0.1)}, seen={NOW: 1})


def test_who_works_in_no_team_is_told_so(workspace):
    answer = show_team(workspace, as_worker("nergens"))
    assert (answer.team, answer.stand) == (None, "Je zit nog niet in een team. Vraag het aan je teamleider.")
    assert answer.expertise.missing == ()


def test_names_of_colleagues_are_for_who_sees_the_shell(workspace):
    start(workspace)
    inside, lead = (show_team(workspace, viewer).expertise for viewer in (as_worker("ana"), LEAD))
    assert inside.sentence == lead.sentence == "Deze deskundigheid mist in het team"
    assert "opbouwwerk" in inside.missing
    assert "Ana, Bo" in inside.crafts[0].who
    assert lead.crafts[0].who == "7 collega's"


def test_no_line_no_mean(workspace, monkeypatch):
    start(workspace, NAMES[:5])
    gold_round(workspace)

    def full(*_, **__):
        raise InvalidInput([])

    monkeypatch.setattr(Catalogue, "save", full)
    with pytest.raises(InvalidInput):
        show_team(workspace, LEAD)


FILLED = SheetDraft(already=("verbinden",), want_more=("bundelen",), obstacles=("kost_tijd",), certainty=4)


def all_sheets(workspace, names=NAMES[:5]):
    for name in names:
        save_sheet(workspace, as_worker(name), FILLED, 0)


def test_an_own_sheet_comes_back_to_its_owner_alone(workspace):
    start(workspace)
    save_sheet(workspace, as_worker("ana"), FILLED, 0)
    assert own_sheet(workspace, as_worker("ana")).draft == FILLED
    assert own_sheet(workspace, as_worker("bo")).draft == SheetDraft()
    assert [each.label for each in own_sheet(workspace, as_worker("ana")).with_whom] == ["Bo"]
    with pytest.raises(NotAllowed):
        own_sheet(workspace, LEAD)


def test_the_team_sees_what_five_picked(workspace):
    start(workspace, NAMES[:5])
    all_sheets(workspace)
    sheet = show_conversation(workspace, LEAD)
    assert [(each.label, each.shown) for each in sheet.obstacles] == [("Het kost tijd", "5")]
    assert sheet.certainty == "5 van de 5 voelen zich zeker"
    assert sheet.why_not == ""
    assert next(heading for heading, _ in sheet.paper) == "Waar staan we? Waar willen we heen?"
    assert ("gesprek bekijken", 5) in [(action, count) for action, _, count in audit(workspace)]


def test_a_sheet_counts_the_actions_of_its_own_team(workspace):
    start(workspace)
    action = CollectiveAction(id="a", sort=ActionKind.CONNECT, goal=2, on=TODAY)
    elsewhere = replace(action, id="b", sort=ActionKind.GROUP_OFFER, goal=3, team_id=TeamId("anders"))
    ours = replace(action, id="c", sort=ActionKind.BUNDLE, goal=1, team_id=TEAM.id)
    workspace.catalogue.save([action, elsewhere, ours], actor="x", action="y", at=workspace.clock())
    sheet = show_conversation(workspace, LEAD)
    assert sheet.goals[0] == "Doel 1: 1 van de 1."
    used = [each for each in sheet.used if "nog niet" not in each]
    assert "Vragen bundelen: 1 keer." in used
    assert not [each for each in used if each.startswith(("Mensen met elkaar", "Een groep"))]


def test_one_sheet_more_or_changed_tells_nothing(town_folder):
    with opened(town_folder) as workspace:
        start(workspace, NAMES[:6])
        all_sheets(workspace)
        assert show_conversation(workspace, LEAD).why_not.startswith("Er zijn 5 antwoorden.")
    with on(town_folder, TODAY + timedelta(days=8)) as workspace:
        before = show_conversation(workspace, LEAD).obstacles
        assert [each.shown for each in before] == ["5"]
        save_sheet(workspace, as_worker("fay"), replace(FILLED, obstacles=("kosten",)), 0)
        save_sheet(workspace, as_worker("ana"), replace(FILLED, obstacles=("kosten",)), 1)
    with on(town_folder, TODAY + timedelta(days=30)) as workspace:
        assert show_conversation(workspace, LEAD).obstacles == before


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"already": ("toveren",)}, "already"),
        ({"want_more": ("toveren",)}, "want_more"),
        ({"obstacles": ("geen_ruimte",)}, "obstacles"),
        ({"certainty": 6}, "certainty"),
        ({"agreement": "Ik bel Jan de Vries, 06-12345678", "agreement_on": TODAY}, "agreement"),
        ({"agreement": "Ik loop mee"}, "agreement_on"),
        ({"agreement": "Ik loop mee", "agreement_on": TODAY - timedelta(days=1)}, "agreement_on"),
        ({"agreement": "mee " * 60, "agreement_on": TODAY}, "agreement"),
    ],
)
def test_what_cannot_be_is_named_and_nothing_is_kept(workspace, wrong, field):
    with pytest.raises(InvalidInput) as refused:
        save_sheet(workspace, as_worker("ana"), replace(FILLED, **wrong), 0)
    assert set(violations_by_field(refused.value.violations)) == {field}
    assert workspace.catalogue.count(Conversation) == 0


def test_a_sheet_starts_with_what_you_did_yourself(workspace, demo_workspace):
    assert own_sheet(workspace, as_worker("nieuw")).draft.already == ()
    samira = own_sheet(demo_workspace, Viewer(Role.COMMUNITY_WORKER, "samira-el-idrissi"), "team-haven")
    assert samira.draft.already == ("signaleren", "talenten_vragen")


def test_an_agreement_of_the_team_comes_back_in_the_week(workspace):
    start(workspace)
    agree(workspace, as_worker("ana"), "Iedereen bezoekt één plek.", TODAY + timedelta(days=3))
    for name in ("ana", "bo"):
        assert "Iedereen bezoekt één plek" in show_week(workspace, as_worker(name)).lines[0].sentence
        assert show_conversation(workspace, as_worker(name)).agreements[0].text == (
            "Iedereen bezoekt één plek. (5 maart 2026)"
        )
    assert show_conversation(workspace, LEAD).agreements == ()
    assert "bezoekt" not in repr(show_week(workspace, LEAD))
    assert "bezoekt" not in repr(show_week(workspace, as_worker("elders")))


def test_an_agreement_wants_words_a_day_and_a_team(workspace):
    start(workspace)
    with pytest.raises(InvalidInput) as refused:
        agree(workspace, as_worker("ana"), " ", None)
    assert set(violations_by_field(refused.value.violations)) == {"agreement", "agreement_on"}
    with pytest.raises(InvalidInput, match="nog niet in een team"):
        agree(workspace, as_worker("elders"), "Samen eten", date(2026, 4, 1))


def test_a_team_may_be_chosen_and_one_of_others_is_not_given(workspace):
    start(workspace)
    other = replace(TEAM, id=TeamId("anders"), name="Team Anders")
    workspace.catalogue.save([other], actor="proef", action="team", at=workspace.clock())
    assert show_team(workspace, as_worker("ana"), "anders").team.id == TEAM.id
