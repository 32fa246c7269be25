"""Who may not know each other, the week of each role, and who can mean something to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from socialmap.actions.explain_connection import explain_connection
from socialmap.actions.introduce import introduce
from socialmap.actions.show_connections import show_connections, show_thing, things_in_network
from socialmap.actions.show_reciprocity import show_reciprocity
from socialmap.actions.show_week import show_week
from socialmap.errors import InvalidInput, NotAllowed, NotFound
from socialmap.model.people import Mobility, Need, OwnNetwork, Permission, Resident, Talent
from socialmap.model.together import (
    BundleKind,
    BundleMembers,
    BundleProposal,
    CauseLevel,
    Introduction,
    IntroductionOutcome,
    Scale,
    Signal,
    SignalKind,
    SignalSource,
)
from socialmap.model.values import (
    LanguageCode,
    NeedId,
    ProfessionalId,
    ResidentId,
    TalentId,
    TalentKindId,
    ThemeId,
    Tri,
)
from socialmap.model.work import AuditLine, Footing
from socialmap.privacy.roles import Role, Viewer
from tests.town import BUURTBUDGET, EETTAFEL, HUISKAMER, KOFFIE, LINDEHOF, TODAY, VRAAG, WELZIJN, WERKER

JOOST = Viewer(Role.PROFESSIONAL, "joost")
FLOOR = Viewer(Role.PROFESSIONAL, "floor")
SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira")
DELIA = Viewer(Role.BROKER, "delia")
LEAD = Viewer(Role.TEAM_LEAD, "lea")
TWIN = replace(KOFFIE, id="twin", name="Thee om de hoek", facility_id=None, room_id=None, run_by=())
"""Something like the coffee, a few metres away, with nobody in common."""


def save(workspace, *entities):
    workspace.catalogue.save(list(entities), actor="proef", action="proef", at=workspace.clock())


def twins(workspace):
    save(workspace, replace(TWIN, point=workspace.projections.current().facilities["de-linde"].point))


def named(workspace, viewer=SAMIRA):
    return {frozenset((pair.first.id, pair.second.id)) for pair in show_connections(workspace, viewer).pairs}


@pytest.mark.parametrize("outcome", IntroductionOutcome)
def test_every_answer_hides_the_pair_for_good(workspace, second_workspace, outcome):
    twins(workspace)
    pair = frozenset((KOFFIE.id, "twin"))
    assert pair in named(workspace)
    decided = introduce(workspace, SAMIRA, "twin", KOFFIE.id, outcome)
    assert "Thee om de hoek" in decided.sentence
    for somewhere in (workspace, second_workspace):
        assert pair not in named(somewhere)
    (kept,) = [each.entity for each in workspace.catalogue.all(Introduction)]
    assert (kept.outcome, kept.on, set(kept.initiative_ids)) == (outcome, TODAY, set(pair))
    workspace.catalogue.undo(decided.batch, actor="proef", at=workspace.clock())
    assert pair in named(workspace)


def test_a_second_answer_takes_the_place_of_the_first(workspace):
    twins(workspace)
    for outcome in (IntroductionOutcome.LET_BE, IntroductionOutcome.KNOW_EACH_OTHER):
        introduce(workspace, SAMIRA, KOFFIE.id, "twin", outcome)
    assert workspace.catalogue.count(Introduction) == 1


def test_a_pair_is_two_things_that_are_there(workspace):
    with pytest.raises(InvalidInput, match="twee verschillende"):
        introduce(workspace, SAMIRA, KOFFIE.id, KOFFIE.id, IntroductionOutcome.LET_BE)
    with pytest.raises(NotFound):
        introduce(workspace, SAMIRA, KOFFIE.id, "weg", IntroductionOutcome.LET_BE)


def test_who_may_not_answer_still_sees_the_pairs(workspace):
    twins(workspace)
    assert named(workspace, JOOST) == named(workspace)
    assert not show_connections(workspace, JOOST).may_link


def test_the_connections_of_meerwold(demo_workspace):
    found = show_connections(demo_workspace, SAMIRA)
    assert found.pairs[0].sentence == (
        "Eettafel De Brug en Soep & Praatje (180 m) – kennen deze twee elkaar?"
    )
    assert any("Buna en injera" in island for island in found.islands)
    assert found.new_link is not None
    assert any("Veel mensen kennen (via Delia Fernandes)" in sentence for sentence in found.hangs_on)


def test_a_thing_is_told_with_who_knows_it(workspace):
    thing = show_thing(workspace, JOOST, f"initiative/{EETTAFEL.id}")
    assert thing.known_by == (f"{WERKER.name} kent deze groep (laatste contact 10 februari 2026).",)
    assert len(thing.drawing.nodes) == len(thing.drawing.edges) + 1
    nobody = show_thing(workspace, JOOST, f"initiative/{HUISKAMER.id}")
    assert nobody.known_by == ("Niemand van ons kent deze plek nog.",)
    assert show_thing(workspace, JOOST, "initiative/nergens").drawing.nodes == ()
    assert {f"initiative/{KOFFIE.id}", f"organisation/{WELZIJN.id}", "theme/rouw"} <= {
        each.id for each in things_in_network(workspace, JOOST)
    }


def test_the_way_from_an_own_question_is_for_its_holder(workspace):
    held = replace(VRAAG, theme=ThemeId("samen-eten"), held_by=ProfessionalId("joost"))
    save(workspace, held)
    ask = (f"need/{held.id}", f"initiative/{EETTAFEL.id}")
    own = explain_connection(workspace, JOOST, *ask)
    assert own.sentence == (
        "Deze vraag gaat over het onderwerp Samen eten, en Eettafel De Brug helpt bij dat onderwerp."
    )
    lines = [line.entity.action for line in workspace.catalogue.all(AuditLine)]
    assert lines == ["verbinding uitleggen"]
    for other in (FLOOR, SAMIRA, DELIA, Viewer(Role.PROFESSIONAL)):
        assert explain_connection(workspace, other, *ask).reason == "onbekend"


# ---- the week


def noticed(name: str, owner: str = "samira", **more) -> Signal:
    return Signal(
        id=name,
        title=f"Signaal {name}",
        sort=SignalKind.HOME_AND_BLOCK,
        scale=Scale.COMPLEX,
        cause=CauseLevel.SURROUNDINGS,
        origin=SignalSource.WORKER,
        what_we_see="De lift is kapot.",
        where="De Wachter",
        owner=ProfessionalId(owner),
        report_back_on=TODAY - timedelta(days=5),
        **more,
    )


def alone_for_long(holder: str = "joost") -> tuple[Resident, Need]:
    resident = Resident(id=ResidentId("B-500"), area_id=LINDEHOF.id, own_network=OwnNetwork.NOBODY)
    need = Need(
        id=NeedId("V-500"),
        resident_id=resident.id,
        theme=ThemeId("samen-eten"),
        reported_on=TODAY - timedelta(days=91),
        mobility=Mobility.WALKING,
        available=(),
        may_be_linked=Permission.YES,
        held_by=ProfessionalId(holder),
    )
    return resident, need


IDEA = BundleProposal(
    id="idee", theme=ThemeId("samen-eten"), sort=BundleKind.NEW, size=7, facility_id="de-linde"
)


def news(workspace, viewer):
    answer = show_week(workspace, viewer)
    return [str(line.news) for line in (*answer.lines, *answer.rest)]


def test_each_role_gets_its_own_week(workspace):
    save(workspace, noticed("eigen", "delia"), noticed("ander"), *alone_for_long(), IDEA)
    assert {"terugkoppelen", "bundel", "wachtende_vraag"} <= set(news(workspace, JOOST))
    assert "wachtende_vraag" not in news(workspace, FLOOR)
    assert news(workspace, SAMIRA).count("terugkoppelen") == 2
    assert "wachtende_vraag" not in news(workspace, SAMIRA)
    broker = show_week(workspace, DELIA)
    assert [line.id for line in broker.lines if line.kind == "signal"] == ["eigen"]
    assert "bundel" in news(workspace, DELIA)
    assert set(news(workspace, LEAD)) == {"terugkoppelen", "leeg_vak"}
    with pytest.raises(NotAllowed):
        show_week(workspace, Viewer(Role.VISITOR))


def test_at_most_five_and_the_rest_follows(workspace):
    save(workspace, *(noticed(f"s{number}") for number in range(9)))
    answer = show_week(workspace, SAMIRA)
    assert len(answer.lines) == 5
    assert answer.sentence == f"nog {len(answer.rest)}"
    names = [(line.news, line.kind, line.id) for line in (*answer.lines, *answer.rest)]
    assert len(set(names)) == len(names)
    assert names[:9] == [("terugkoppelen", "signal", f"s{number}") for number in range(9)]


def test_an_idea_is_news_from_its_minimum_on_and_until_it_was_talked_about(workspace):
    save(workspace, IDEA)
    (line,) = [line for line in show_week(workspace, SAMIRA).lines if line.kind == "bundle"]
    assert line.sentence == "7 mensen in Lindehof hebben dezelfde vraag: Samen eten."
    save(workspace, replace(IDEA, size=5))
    assert "bundel" not in news(workspace, SAMIRA)
    save(workspace, replace(IDEA, sort=BundleKind.EXTEND, size=5))
    assert "bundel" in news(workspace, SAMIRA)


def test_a_question_somebody_looked_at_for_a_group_waits_no_more(workspace):
    resident, need = alone_for_long()
    save(workspace, resident, need)
    assert "wachtende_vraag" in news(workspace, JOOST)
    save(workspace, BundleMembers(id="idee", need_ids=(need.id,)))
    assert "wachtende_vraag" not in news(workspace, JOOST)


def test_looking_at_the_week_is_written_down_where_questions_are_read(workspace):
    save(workspace, *alone_for_long())
    show_week(workspace, JOOST)
    assert "deze week" in [line.entity.action for line in workspace.catalogue.all(AuditLine)]


def test_a_place_that_nobody_knows_is_told_one_a_week(workspace):
    first = [line.id for line in lines_of(workspace, SAMIRA, "leren_kennen")]
    assert len(first) == 1
    assert EETTAFEL.id not in first


def lines_of(workspace, viewer, kind):
    answer = show_week(workspace, viewer)
    return [line for line in (*answer.lines, *answer.rest) if line.news == kind]


def test_what_turned_fragile_this_week_is_told_without_a_number_outside_the_core(workspace):
    """Its money ends within half a year since three days; there is one leader and one giver."""
    save(
        workspace,
        replace(EETTAFEL, checked_on=TODAY),
        replace(BUURTBUDGET, until=TODAY + timedelta(days=177)),
        Footing(id="f", initiative_id=EETTAFEL.id, money_needed=Tri.YES, volunteers=2, volunteers_needed=2),
        *(each for number in range(1, 7) for each in person(number, "koken", "samen-eten", "joost")[:2]),
    )
    (inside,) = lines_of(workspace, JOOST, "kwetsbaar")
    assert inside.sentence == (
        "Eettafel De Brug is kwetsbaar geworden. Voor 6 mensen is dit het enige dat past."
    )
    (outside,) = lines_of(workspace, SAMIRA, "kwetsbaar")
    assert "meer dan een paar mensen" in outside.sentence
    assert lines_of(workspace, LEAD, "kwetsbaar") == []
    save(workspace, replace(BUURTBUDGET, until=TODAY + timedelta(days=170)))
    assert lines_of(workspace, JOOST, "kwetsbaar") == []


# ---- for each other


def person(number: int, gives: str, asks: str, holder: str):
    who = ResidentId(f"B-9{number:02d}")
    return (
        Resident(id=who, area_id=LINDEHOF.id, languages=(LanguageCode("nl"),), mobility=Mobility.WALKING),
        Need(
            id=NeedId(f"V-9{number:02d}"),
            resident_id=who,
            theme=ThemeId(asks),
            reported_on=TODAY - timedelta(days=10),
            mobility=Mobility.WALKING,
            available=(),
            may_be_linked=Permission.YES,
            held_by=ProfessionalId(holder),
        ),
        Talent(
            id=TalentId(f"T-9{number:02d}"),
            resident_id=who,
            talent=TalentKindId(gives),
            consent=Permission.YES,
            consent_on=TODAY - timedelta(days=30),
            languages=(LanguageCode("nl"),),
        ),
    )


def test_a_pair_and_a_ring_are_told_to_who_holds_somebody_in_it(workspace):
    save(
        workspace,
        *person(1, "koken", "bewegen", "joost"),
        *person(2, "wandelen-begeleiden", "samen-eten", "floor"),
        *person(3, "taalmaatje", "samen-eten", "joost"),
        *person(4, "wandelen-begeleiden", "nederlands-leren", "floor"),
    )
    mine = show_reciprocity(workspace, JOOST)
    (pair,) = mine.pairs
    assert (pair.own, pair.others) == (("B-901",), 1)
    (ring,) = mine.rings
    assert (ring.own, ring.others) == (("B-901", "B-903"), 1)
    told = repr(mine)
    assert "B-902" not in told
    assert "B-904" not in told
    assert "een andere bewoner" in told
    assert mine.remember == ("Vraag het eerst aan de mensen zelf.", "Iets terugdoen hoeft niet.")
    brings = {each.resident: each.sentences for each in mine.brings}
    assert brings["B-901"] == ("Enkele mensen zoeken hulp bij: Samen eten.",)
    assert show_reciprocity(workspace, Viewer(Role.PROFESSIONAL, "ander")).pairs == ()
    assert [line.entity.action for line in workspace.catalogue.all(AuditLine)] == ["wederkerigheid"] * 2


def test_without_a_yes_there_is_no_pair(workspace):
    one, need, talent = person(1, "koken", "bewegen", "joost")
    save(workspace, one, replace(need, may_be_linked=Permission.NO), talent)
    save(workspace, *person(2, "wandelen-begeleiden", "samen-eten", "floor"))
    assert show_reciprocity(workspace, FLOOR).pairs == ()
