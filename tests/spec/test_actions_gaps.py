"""What is missing and what may fall away: what each role sees of it, and what nobody sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest

from socialmap.actions.footing_facts import footings, leaders_of
from socialmap.actions.show_falling_away import show_falling_away
from socialmap.actions.show_vulnerable import show_vulnerable
from socialmap.actions.show_white_spots import show_white_spots
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotAllowed, NotFound, UserError
from socialmap.model.people import Resident, Talent, VolunteerRole, VolunteerRoleKind
from socialmap.model.provision import Initiative, OfferStatus
from socialmap.model.values import ResidentId, TalentId, TalentKindId
from socialmap.model.wording_gap_numbers import COUNT_NOT_SHOWN, NO_OFFER, NO_RELEASE_YET
from socialmap.model.work import Funding, FundingKind, Leadership
from socialmap.privacy.release_tables import Cell, Release, Row, Shown, Table
from socialmap.privacy.roles import Role, Viewer
from tests.spec.audit_lines import audit
from tests.town import (
    EETTAFEL,
    KOFFIE,
    TALENT,
    TODAY,
    VRAAG,
    WANDELCLUB,
    WELZIJN,
    WERKER,
)
from tests.town import opened as opened_town

JOOST = Viewer(Role.PROFESSIONAL, "joost-haverkamp")
SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira-el-idrissi")
DELIA = Viewer(Role.BROKER, "delia-fernandes")
MARIJKE = Viewer(Role.TEAM_LEAD, "marijke-postma")
VISITOR = Viewer(Role.VISITOR)
MONEY = "geld"


@pytest.fixture(scope="module")
def meerwold(demo_folder) -> Iterator[Workspace]:
    with opened_town(demo_folder) as workspace:
        yield workspace


def group_of(answer, name):
    return next(group for group in answer.groups if group.id == name)


def line_of(lines, name):
    return next(line for line in lines if line.name == name)


def resident(workspace):
    return workspace.catalogue.get(Resident, VRAAG.resident_id).entity


def save(workspace, *entities):
    workspace.catalogue.save(entities, actor="x", action="y", at=workspace.clock())


def test_help_with_money_is_the_table_of_the_example(meerwold):
    found = group_of(show_white_spots(meerwold, JOOST), MONEY)
    table = [
        (line.name, line.inhabitants, line.count, line.places, line.ratio, line.per_1000, line.category)
        for line in found.lines
    ]
    assert table == [
        ("Lindehof", 2000, "24", 0, "1,3", "0,0", "Witte vlek"),
        ("Havenrand", 1500, "21", 12, "1,5", "8,0", "Krap"),
        ("Buitenhoek", 1000, "<5", 0, "–", "0,0", "Te weinig bekend"),
        ("Vogelweide", 3000, "30", 90, "1,1", "30,0", "In balans"),
        ("Oude Kern", 2500, "–", 60, "–", "24,0", "Ruim"),
    ]
    assert found.total == "Samen: ongeveer 85 mensen in de wijk."
    assert (found.attention, found.per_1000_district) == (2, "16,2")


def test_every_number_has_its_sentence_and_few_questions_are_never_no_problem(meerwold):
    lines = group_of(show_white_spots(meerwold, JOOST), MONEY).lines
    assert line_of(lines, "Havenrand").numbers == (
        "21 mensen hadden een vraag.",
        "Er zijn 12 plekken per week dichtbij: 8,0 per 1.000 inwoners. In de hele wijk zijn het er 16,2.",
        "1,5 keer zoveel vragen als verwacht bij dit aantal inwoners.",
        "Tekort: 1,0. Hoe hoger dit getal, hoe groter het tekort.",
    )
    few = line_of(lines, "Buitenhoek")
    assert few.numbers[0] == "Minder dan 5 mensen. Dat tonen we niet."
    assert "Ga eens kijken." in few.sentence
    assert all("Weinig vragen betekent niet dat er geen vragen zijn." in line.sentence for line in lines)


def test_a_small_number_stands_nowhere_in_the_answer(meerwold):
    answer = show_white_spots(meerwold, JOOST)
    counts = [line.count for group in answer.groups for line in group.lines]
    assert not {"1", "2", "3", "4"} & set(counts)
    assert {"<5", "–", "24"} <= set(counts)


@pytest.mark.parametrize("viewer", [SAMIRA, DELIA, MARIJKE])
def test_outside_the_core_nothing_is_said_of_people_without_a_release(unreleased_workspace, viewer):
    answer = show_white_spots(unreleased_workspace, viewer)
    assert answer.stand == NO_RELEASE_YET
    lines = [line for group in answer.groups for line in group.lines]
    assert {(line.count, line.ratio, line.shortfall) for line in lines} == {("–", "–", "–")}
    assert {group.total for group in answer.groups} == {""}
    assert all(COUNT_NOT_SHOWN in line.sentence for line in lines)
    assert {line.category for line in lines if line.places} == {""}


@pytest.mark.parametrize("viewer", [SAMIRA, DELIA, MARIJKE])
def test_supply_is_public_so_who_has_none_is_told_so_without_a_release(unreleased_workspace, viewer):
    money = group_of(show_white_spots(unreleased_workspace, viewer), MONEY)
    empty = [line for line in money.lines if not line.places]
    assert {line.name for line in empty} == {"Lindehof", "Buitenhoek"}
    assert {line.category for line in empty} == {NO_OFFER}
    for line in empty:
        assert line.sentence.startswith("Hier is geen aanbod bij geld en papieren. Ga eens kijken.")
    assert money.attention == 2


def test_the_demo_comes_with_a_stand_of_monday(meerwold):
    answer = show_white_spots(meerwold, SAMIRA)
    assert answer.stand == "Stand van maandag 2 maart 2026, in stappen van vijf."
    counts = {line.name: line.count for line in group_of(answer, MONEY).lines}
    assert counts["Vogelweide"] == "ongeveer 30"
    assert {"1", "2", "3", "4", "24", "30", "21"}.isdisjoint(counts.values())


def test_outside_the_core_the_last_release_decides_and_no_sum_is_made_of_it(meerwold):
    def row(number):
        return Row(Table.NEIGHBOURHOOD, "WK999901", f"BU9999010{number}")

    release = Release(
        monday=date(2026, 3, 2),
        rows={row(1): TODAY, row(2): TODAY, row(3): TODAY},
        cells={
            Cell(row(1), MONEY): Shown("ongeveer 25", 25, TODAY),
            Cell(row(2), MONEY): Shown("–", None, TODAY),
        },
    )
    answer = show_white_spots(meerwold, SAMIRA, release=release)
    assert answer.stand == "Stand van maandag 2 maart 2026, in stappen van vijf."
    found = group_of(answer, MONEY)
    assert {line.name: (line.count, line.category) for line in found.lines} == {
        "Lindehof": ("ongeveer 25", "Witte vlek"),
        "Vogelweide": ("–", ""),
        "Havenrand": ("<5", "Geen bijzonderheden"),
        "Oude Kern": ("–", ""),
        "Buitenhoek": ("–", NO_OFFER),
    }
    assert line_of(found.lines, "Lindehof").numbers[0] == "Ongeveer 25 mensen hadden een vraag."
    assert {line.ratio for line in found.lines} == {"–"}
    assert found.total == ""


def test_one_neighbourhood_in_a_release_is_not_compared_with_what_is_not_known(meerwold):
    row = Row(Table.NEIGHBOURHOOD, "WK999901", "BU99990102")
    cells = {Cell(row, MONEY): Shown("ongeveer 30", 30, TODAY)}
    release = Release(monday=TODAY, rows={row: TODAY}, cells=cells)
    answer = show_white_spots(meerwold, SAMIRA, release=release)
    alone = line_of(group_of(answer, MONEY).lines, "Vogelweide")
    assert (alone.category, alone.count) == ("Niet vergeleken", "ongeveer 30")
    assert alone.sentence == "Deze buurt kunnen we nog niet met andere buurten vergelijken."
    assert line_of(group_of(answer, "werk").lines, "Vogelweide").category == "Geen bijzonderheden"
    assert answer.groups[0].attention == 0


def test_what_a_neighbourhood_lacks_goes_by_what_a_role_may_see(meerwold):
    seen = {line.name: line for line in show_white_spots(meerwold, SAMIRA).lacking}
    told = {line.name: line for line in show_white_spots(meerwold, MARIJKE).lacking}
    assert seen.keys() == told.keys() == {"Lindehof", "Vogelweide", "Havenrand", "Oude Kern", "Buitenhoek"}
    assert "Apotheek: niet op loopafstand." in seen["Lindehof"].far_basics
    assert not any("sleutelfiguur" in each for line in told.values() for each in line.missing)
    assert any("sleutelfiguur" in each for line in seen.values() for each in line.missing)


def test_white_spots_of_the_core_are_written_down_and_others_leave_no_line(workspace):
    show_white_spots(workspace, MARIJKE)
    assert audit(workspace) == []
    show_white_spots(workspace, JOOST)
    assert audit(workspace) == [("waar is te weinig", "need", 1)]


def test_a_question_counts_for_a_year_and_not_when_it_is_about_safety(workspace):
    asked = [replace(VRAAG, id=f"V-{n}", resident_id=f"B-{n}") for n in range(100, 106)]
    people = [replace(resident(workspace), id=need.resident_id) for need in asked]
    save(workspace, *asked, *people)

    def count():
        return line_of(group_of(show_white_spots(workspace, JOOST), "zin").lines, "Lindehof").count

    assert count() == "7"
    save(workspace, replace(asked[0], theme="huiselijk-geweld"))
    save(workspace, replace(asked[1], reported_on=TODAY - timedelta(days=366)))
    assert count() == "5"
    safety = group_of(show_white_spots(workspace, JOOST), "veilig")
    assert line_of(safety.lines, "Lindehof").count == "0"


def test_the_eettafel_is_78_with_its_reasons(meerwold):
    found = line_of(show_vulnerable(meerwold, SAMIRA).lines, "Eettafel De Brug")
    assert (found.level, found.score) == ("Kwetsbaar", 78)
    assert [(reason.sign, reason.points) for reason in found.reasons] == [
        ("−", 30), ("−", 15), ("−", 15), ("−", 8), ("+", 0), ("−", 10),
    ]  # fmt: skip
    assert [reason.sentence for reason in found.reasons][:3] == [
        "Rust op één persoon.",
        "Krijgt geld van één kant: Gemeente Meerwold.",
        "Het geld loopt tot 30 juni 2026. Dat is gauw.",
    ]


def test_the_list_goes_from_vulnerable_to_firm(meerwold):
    answer = show_vulnerable(meerwold, JOOST)
    levels = [line.level.rank for line in answer.lines]
    assert levels == sorted(levels)
    assert sum(answer.counts.values()) == len(answer.lines)
    assert all(line.reasons for line in answer.lines)


def test_inside_the_core_the_impact_is_told_from_five_people_on(meerwold):
    told = {line.impact for line in show_vulnerable(meerwold, JOOST).lines}
    assert "Voor enkele mensen is dit het enige dat past." in told
    assert "" in told
    assert not any(f"Voor {few} mensen" in sentence for sentence in told for few in range(5))


def test_outside_the_core_no_number_of_people_is_told_and_few_people_change_nothing(meerwold):
    for viewer in (SAMIRA, DELIA):
        lines = show_vulnerable(meerwold, viewer).lines
        assert {line.impact for line in lines} <= {
            "",
            "Voor meer dan een paar mensen is dit het enige dat past.",
        }
        silent = [line for line in lines if not line.impact]
        order = [(line.level.rank, -line.score, line.name.casefold()) for line in silent]
        assert order == sorted(order)


def test_nobody_is_named_or_counted_who_leads(meerwold):
    answers = show_vulnerable(meerwold, SAMIRA), show_falling_away(meerwold, SAMIRA, "samen-oplopen")
    told = json.dumps([asdict(answer) for answer in answers])
    for key in {key for keys in leaders_of(meerwold.projections.people()).values() for key in keys}:
        assert f'"{key}"' not in told


def test_looking_at_what_may_fall_away_is_written_down(workspace):
    show_vulnerable(workspace, SAMIRA)
    assert audit(workspace) == [("wat kan wegvallen", "need", 1)]


def test_without_the_line_there_is_no_list(workspace, monkeypatch):
    def full(*_args, **_options):
        raise UserError("vol")

    monkeypatch.setattr("socialmap.actions.show_vulnerable.note_access", full)
    monkeypatch.setattr("socialmap.actions.spot_basis.note_access", full)
    with pytest.raises(UserError):
        show_vulnerable(workspace, SAMIRA)
    with pytest.raises(UserError):
        show_white_spots(workspace, JOOST)


def footing_of(workspace, initiative_id):
    found = footings(workspace, workspace.projections.current(), workspace.projections.people())
    return next(footing for footing in found if footing.id == initiative_id)


def test_leaders_are_people_and_not_talents(workspace):
    assert footing_of(workspace, EETTAFEL.id).leaders == 1
    second = Talent(
        id=TalentId("talent-2"), resident_id=TALENT.resident_id, talent=TalentKindId("luisteren"),
        consent=TALENT.consent, consent_on=TALENT.consent_on,
    )  # fmt: skip
    other = replace(second, id=TalentId("talent-3"), resident_id=ResidentId("B-099"))
    save(workspace, second, other)
    save(workspace, Leadership(id="t2", initiative_id=EETTAFEL.id, talent_id=second.id))
    assert footing_of(workspace, EETTAFEL.id).leaders == 1
    save(workspace, Leadership(id="t3", initiative_id=EETTAFEL.id, talent_id=other.id))
    save(workspace, Leadership(id="t4", initiative_id=EETTAFEL.id, professional_id=WERKER.id))
    assert footing_of(workspace, EETTAFEL.id).leaders == 3


def test_without_a_leader_on_record_it_is_unknown_unless_one_is_looked_for(workspace):
    def role(number, initiative_id, *, filled):
        return VolunteerRole(
            id=f"rol-{number}", initiative_id=initiative_id, role=VolunteerRoleKind.LEAD, filled=filled
        )

    assert footing_of(workspace, KOFFIE.id).leaders is None
    save(workspace, role(1, KOFFIE.id, filled=False))
    assert footing_of(workspace, KOFFIE.id).leaders == 0
    save(workspace, role(2, KOFFIE.id, filled=True), role(3, EETTAFEL.id, filled=True))
    assert footing_of(workspace, KOFFIE.id).leaders == 1
    assert footing_of(workspace, EETTAFEL.id).leaders == 1


def test_no_money_is_not_a_funder(workspace):
    save(
        workspace,
        Funding(id="geen", initiative_id=KOFFIE.id, organisation_id=WELZIJN.id, sort=FundingKind.NONE),
    )
    assert footing_of(workspace, KOFFIE.id).funders == ()
    assert [term.organisation for term in footing_of(workspace, EETTAFEL.id).funders] == ["Welzijn Dobberdam"]


def test_only_what_runs_can_fall_away(workspace):
    save(workspace, replace(EETTAFEL, status=OfferStatus.PAUSED))
    assert EETTAFEL.id not in {line.id for line in show_vulnerable(workspace, SAMIRA).lines}
    with pytest.raises(NotFound):
        show_falling_away(workspace, SAMIRA, EETTAFEL.id)


def test_if_the_leader_of_the_eettafel_stops_lindehof_gets_tight(meerwold):
    (outcome,) = show_falling_away(meerwold, JOOST, "eettafel-de-brug").outcomes
    assert [choice.label for choice in outcome.stops] == [
        "Eettafel De Brug stopt waarschijnlijk. Dit initiatief rust op één persoon."
    ]
    assert [choice.label for choice in outcome.one_left] == ["Kaarten en keuvelen: nog één trekker over."]
    assert outcome.worse == ("Lindehof gaat bij ontmoeten en contact van 'In balans' naar 'Krap'.",)
    assert outcome.fewer == ("Lindehof, ontmoeten en contact: van 81 naar 65 plekken per week.",)


def test_outside_the_core_the_simulation_speaks_of_supply_only(unreleased_workspace):
    (outcome,) = show_falling_away(unreleased_workspace, SAMIRA, "eettafel-de-brug").outcomes
    assert outcome.worse == ()
    assert outcome.fewer == ("Lindehof, ontmoeten en contact: van 81 naar 65 plekken per week.",)
    (boxing,) = show_falling_away(unreleased_workspace, SAMIRA, "havenboksen").outcomes
    assert "Bij gezond leven is er in Buitenhoek dan niets meer dichtbij." in boxing.worse
    assert not any("Te weinig bekend" in sentence for sentence in boxing.worse)


def test_a_simulation_changes_nothing(workspace):
    before = list(workspace.catalogue.all(Initiative)), list(workspace.catalogue.all(Leadership))
    show_falling_away(workspace, SAMIRA, EETTAFEL.id)
    after = list(workspace.catalogue.all(Initiative)), list(workspace.catalogue.all(Leadership))
    assert after == before


def test_without_a_known_leader_there_is_nothing_to_simulate(workspace):
    with pytest.raises(UserError) as refused:
        show_falling_away(workspace, SAMIRA, WANDELCLUB.id)
    assert str(refused.value) == "We weten nog niet wie dit trekt."
    assert refused.value.remedy


def test_refused_roles_leave_no_line_of_access(workspace):
    for call in (show_white_spots, show_vulnerable):
        with pytest.raises(NotAllowed):
            call(workspace, VISITOR)
    with pytest.raises(NotAllowed):
        show_vulnerable(workspace, MARIJKE)
    assert audit(workspace) == []


def test_impact_counts_people_with_an_open_question_for_whom_it_is_the_only_thing(workspace):
    everyone = [
        replace(VRAAG, id=f"V-{n}", resident_id=f"B-{n}", theme="nederlands-leren", available=())
        for n in range(100, 105)
    ]
    people = [replace(resident(workspace), id=need.resident_id, languages=("nl",)) for need in everyone]
    save(workspace, *everyone, *people)
    lines = show_vulnerable(workspace, JOOST).lines
    assert line_of(lines, "Taalcafé").impact == "Voor 5 mensen is dit het enige dat past."
    assert line_of(show_vulnerable(workspace, SAMIRA).lines, "Taalcafé").impact == (
        "Voor meer dan een paar mensen is dit het enige dat past."
    )
    save(workspace, replace(everyone[0], status="afgerond"))
    lines = show_vulnerable(workspace, JOOST).lines
    assert line_of(lines, "Taalcafé").impact == "Voor enkele mensen is dit het enige dat past."
    assert line_of(show_vulnerable(workspace, SAMIRA).lines, "Taalcafé").impact == ""


def test_two_questions_of_one_person_are_one_person(workspace):
    save(
        workspace,
        *(replace(VRAAG, id=f"V-{n}", theme="nederlands-leren", available=()) for n in range(100, 106)),
    )
    lines = show_vulnerable(workspace, JOOST).lines
    assert line_of(lines, "Taalcafé").impact == "Voor enkele mensen is dit het enige dat past."
