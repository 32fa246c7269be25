"""Ideas to do together, on the demo town: existing first, who may know what, and no means no."""

from __future__ import annotations

import shutil
from dataclasses import asdict, replace

import pytest

from socialmap.actions.bundle_pool import pool_of
from socialmap.actions.bundling_run import run_of
from socialmap.actions.computed_ideas import computed_ideas
from socialmap.actions.lead_bundle import work_out
from socialmap.actions.own_needs import set_permission
from socialmap.actions.propose_bundle import propose_bundle
from socialmap.actions.regroup_bundles import take_along, ways_to_split
from socialmap.actions.show_bundles import (
    count_ideas,
    ideas_of_need,
    ideas_of_week,
    show_bundles,
    show_idea,
    show_saved_idea,
)
from socialmap.collective.week import from_bundles
from socialmap.errors import InvalidInput, NotAllowed, NotFound
from socialmap.model.people import Need, NeedStatus, Permission, Resident, Talent
from socialmap.model.together import BundleKind, BundleMembers, BundleProposal
from socialmap.model.values import ThemeId
from socialmap.model.work import AuditLine
from socialmap.privacy.roles import Role, Viewer
from tests.town import opened

JOOST = Viewer(Role.PROFESSIONAL, "joost-haverkamp")
SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira-el-idrissi")
OTHER = Viewer(Role.COMMUNITY_WORKER, "een-ander")
DELIA = Viewer(Role.BROKER, "delia-fernandes")
MARIJKE = Viewer(Role.TEAM_LEAD, "marijke-postma")
EAT, MOURN = "samen-eten", "rouw"
SHELL = (SAMIRA, DELIA)


@pytest.fixture
def meerwold(demo_folder, tmp_path):
    with opened(shutil.copytree(demo_folder, tmp_path / "meerwold")) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def looked_at(demo_folder, tmp_path_factory):
    """For who only looks."""
    folder = shutil.copytree(demo_folder, tmp_path_factory.mktemp("ideeen") / "meerwold")
    with opened(folder) as workspace:
        yield workspace


def ideas(workspace, viewer, theme=EAT):
    return show_bundles(workspace, viewer, theme=theme).ideas


def still_to_ask(workspace, theme=EAT):
    needs = workspace.projections.people().all(Need).values()
    return next(
        need for need in needs if need.theme == theme and need.may_be_linked is Permission.STILL_TO_ASK
    )


def holder_of(need):
    return Viewer(Role.PROFESSIONAL, need.held_by)


def everything(answer):
    return repr(asdict(answer))


def test_two_can_join_the_table_and_five_are_one_short(looked_at):
    join, almost = ideas(looked_at, JOOST)
    assert join.sentence == "2 mensen kunnen aansluiten bij Eettafel De Brug."
    assert almost.sentence == "Nog te weinig: 5 mensen, nog 1 nodig, Buurtkamer Havenrand donderdagmiddag"
    assert almost.joins == join.sentence
    assert (almost.ready, almost.room, almost.when) == (False, "Woonkeuken", "donderdagmiddag")
    assert almost.first_step == "Vraag het aan de mensen zelf"


def test_who_holds_the_question_is_told_whom_to_ask_and_a_colleague_only_that_there_is_somebody(looked_at):
    waiting = still_to_ask(looked_at)
    _, almost = ideas(looked_at, holder_of(waiting))
    assert almost.still_needed == "Nog 1 persoon nodig. Vraag het aan:"
    assert [member.pseudonym for member in almost.ask] == [waiting.resident_id]
    _, seen = ideas(looked_at, Viewer(Role.PROFESSIONAL, "een-ander"))
    assert (seen.ask, seen.ask_others) == ((), "1 persoon bij een collega")


def test_a_yes_is_an_idea_at_once_with_a_cook_a_host_and_a_shop(meerwold):
    waiting = still_to_ask(meerwold)
    ideas(meerwold, SAMIRA)
    set_permission(meerwold, holder_of(waiting), waiting.id, Permission.YES)
    (group,) = ideas(meerwold, SAMIRA)
    assert group.sentence == "6 mensen, Buurtkamer Havenrand, donderdagmiddag."
    assert group.ready
    assert group.leads[0].startswith("Kok van de woonkeuken, voor de inhoud, via Samira el Idrissi")
    assert group.leads[1].startswith("Sleutelhouder van de buurtkamer")
    assert (group.partner, group.missing) == ("Supermarkt Havenplein", ())


def test_a_withdrawn_permission_is_gone_at_once_from_what_is_computed_and_what_is_saved(meerwold):
    key = next(idea.key for idea in ideas(meerwold, SAMIRA, MOURN))
    saved = work_out(meerwold, SAMIRA, key)
    gone = meerwold.projections.people().all(BundleMembers)[saved].need_ids[0]
    need = meerwold.projections.people().all(Need)[gone]
    assert show_saved_idea(meerwold, SAMIRA, saved).idea.people == "5 mensen"
    set_permission(meerwold, holder_of(need), gone, Permission.NO)
    assert show_saved_idea(meerwold, SAMIRA, saved).idea.people == "4 mensen"
    assert gone not in {each for idea in computed_ideas(meerwold) for each in idea.needs}
    assert show_saved_idea(meerwold, holder_of(need), saved).idea.own == tuple(
        member
        for member in show_saved_idea(meerwold, holder_of(need), saved).idea.own
        if member.need_id != gone
    )


def test_a_permission_that_was_withdrawn_elsewhere_counts_nowhere(meerwold):
    """Also when the list of members was not mended, for instance by an import."""
    saved = work_out(meerwold, SAMIRA, ideas(meerwold, SAMIRA, MOURN)[0].key)
    members = meerwold.projections.people().all(BundleMembers)[saved]
    need = meerwold.catalogue.get(Need, members.need_ids[0]).entity
    no = replace(need, may_be_linked=Permission.NO)
    meerwold.catalogue.save([no], actor="x", action="y", at=meerwold.clock())
    idea = show_saved_idea(meerwold, SAMIRA, saved).idea
    assert idea.people == "4 mensen"
    assert len(ways_to_split(meerwold, SAMIRA, saved)) > 0


def test_the_same_answer_is_not_worked_out_twice_and_a_save_is_seen(meerwold):
    first = run_of(meerwold)
    show_bundles(meerwold, JOOST)
    assert run_of(meerwold) is first, "that somebody looked is no news"
    need = meerwold.catalogue.get(Need, still_to_ask(meerwold).id).entity
    closed = replace(need, status=NeedStatus.STOPPED)
    meerwold.catalogue.save([closed], actor="x", action="y", at=meerwold.clock())
    assert run_of(meerwold) is not first


def test_an_initiative_that_serves_several_themes_gives_each_place_once(looked_at):
    joins = [join for found in run_of(looked_at).found.values() for join in found.joins]
    for initiative in {join.initiative_id for join in joins}:
        stored = looked_at.catalogue.get(type_of_offer(), initiative).entity
        taken = sum(join.initiative_id == initiative for join in joins)
        assert stored.places_unlimited or stored.places_free is None or taken <= stored.places_free


def type_of_offer():
    from socialmap.model.provision import Initiative

    return Initiative


def test_nothing_about_safety_or_not_for_a_group_is_ever_bundled(meerwold):
    vocabulary = meerwold.vocabulary
    safe = {theme for theme in pool_of(meerwold).questions if not vocabulary.themes[theme].acute}
    assert safe == set(pool_of(meerwold).questions)
    need = next(iter(meerwold.projections.people().all(Need).values()))
    for number, theme in enumerate(("huiselijk-geweld", "verkeerde-vrienden", "rouw")):
        asked = replace(
            need,
            id=f"veilig-{number}",
            theme=ThemeId(theme),
            status=NeedStatus.OPEN,
            may_be_linked=Permission.YES,
            side_themes=(ThemeId("niet-meer-willen-leven"),) if theme == "rouw" else (),
        )
        meerwold.catalogue.save([asked], actor="x", action="y", at=meerwold.clock())
    pool = pool_of(meerwold)
    assert {"huiselijk-geweld", "verkeerde-vrienden"}.isdisjoint(pool.questions)
    assert "veilig-2" not in {question.id for question in pool.questions[ThemeId("rouw")]}


@pytest.mark.parametrize("viewer", [*SHELL, OTHER, JOOST], ids=lambda viewer: viewer.role)
def test_no_role_sees_whose_questions_are_in_an_idea_but_the_holder_of_each(looked_at, viewer):
    people = looked_at.projections.people()
    held = {need.resident_id for need in people.all(Need).values() if need.held_by == viewer.name}
    needs = {need.id for need in people.all(Need).values() if need.held_by == viewer.name}
    inside = viewer.role is Role.PROFESSIONAL
    told = everything(show_bundles(looked_at, viewer))
    for idea in show_bundles(looked_at, viewer).ideas:
        told += everything(show_idea(looked_at, viewer, idea.key))
    for resident in people.all(Resident):
        assert (repr(resident) in told) <= (inside and resident in held)
    for need in people.all(Need):
        assert (repr(need) in told) <= (inside and need in needs)


@pytest.mark.parametrize("viewer", SHELL, ids=lambda viewer: viewer.role)
def test_outside_the_core_nobody_can_tell_one_from_four(looked_at, viewer):
    by_key = {idea.key: idea for idea in computed_ideas(looked_at)}
    for idea in show_bundles(looked_at, viewer).ideas:
        people = by_key[idea.key].people
        assert people >= 5
        assert idea.people == f"{people} mensen"
        assert idea.joins == ""
        assert (idea.own, idea.others, idea.ask, idea.own_not_fitting) == ((), "", (), ())


@pytest.mark.parametrize("viewer", SHELL, ids=lambda viewer: viewer.role)
def test_an_idea_of_a_handful_is_not_there_outside_the_core(looked_at, viewer):
    hidden = [idea for idea in computed_ideas(looked_at) if idea.people < 5]
    assert {idea.sort for idea in hidden} == {BundleKind.JOIN, BundleKind.NEW}
    told = {idea.key for idea in show_bundles(looked_at, viewer).ideas}
    told |= {found.id for found in ideas_of_week(looked_at, viewer)}
    assert told.isdisjoint(idea.key for idea in hidden)
    for idea in hidden:
        with pytest.raises(NotFound):
            show_idea(looked_at, viewer, idea.key)
    with pytest.raises(NotFound):
        work_out(looked_at, SAMIRA, hidden[0].key)


def test_that_a_leader_has_the_question_too_is_told_to_its_holder_only(meerwold):
    waiting = still_to_ask(meerwold)
    set_permission(meerwold, holder_of(waiting), waiting.id, Permission.YES)
    cook = meerwold.projections.people().all(Talent)["T-017"]
    needs = meerwold.projections.people().all(Need).values()
    asks = next(need for need in needs if need.resident_id == cook.resident_id and need.theme == EAT)
    assert "Heeft deze vraag zelf ook." in ideas(meerwold, holder_of(asks))[-1].leads[0]
    for viewer in (*SHELL, Viewer(Role.PROFESSIONAL, "een-ander")):
        assert "zelf ook" not in everything(show_bundles(meerwold, viewer))


def test_a_team_leader_sees_numbers_of_ideas_and_nothing_else(looked_at):
    counts = count_ideas(looked_at, MARIJKE)
    assert counts.running == "1 van de 2 ideeën loopt"
    assert counts.by_status == {"Idee": 1, "Loopt": 1}
    with pytest.raises(NotAllowed):
        show_bundles(looked_at, MARIJKE)


def test_an_owner_knows_how_many_also_when_there_are_few(meerwold):
    few = ideas(meerwold, JOOST)[0]
    with pytest.raises(InvalidInput, match="minder dan vijf mensen"):
        propose_bundle(meerwold, JOOST, few.key)
    saved = propose_bundle(meerwold, JOOST, few.key, SAMIRA.name)
    assert show_saved_idea(meerwold, SAMIRA, saved).idea.people == "2 mensen"
    assert saved in {idea.id for idea in show_bundles(meerwold, SAMIRA).saved}
    for viewer in (OTHER, DELIA):
        assert saved not in {idea.id for idea in show_bundles(meerwold, viewer).saved}
        with pytest.raises(NotFound):
            show_saved_idea(meerwold, viewer, saved)
    with pytest.raises(NotFound):
        ways_to_split(meerwold, OTHER, saved)
    assert "Idee" in count_ideas(meerwold, SAMIRA).by_status
    assert count_ideas(meerwold, MARIJKE).by_status == {"Idee": 1, "Loopt": 1}


def test_from_a_question_to_its_ideas_and_back(meerwold):
    waiting = ideas(meerwold, JOOST)[1].own[0]
    key = ideas(meerwold, JOOST)[1].key
    assert [(idea.id, idea.label) for idea in ideas_of_need(meerwold, JOOST, waiting.need_id)] == [
        (key, "Samen eten")
    ]
    saved = work_out(meerwold, SAMIRA, key)
    assert [idea.id for idea in ideas_of_need(meerwold, JOOST, waiting.need_id)] == [saved]
    assert waiting.need_id in [member.need_id for member in show_saved_idea(meerwold, JOOST, saved).idea.own]
    with pytest.raises(NotFound):
        ideas_of_need(meerwold, Viewer(Role.PROFESSIONAL, "een-ander"), waiting.need_id)


def test_who_is_in_an_idea_that_is_worked_on_is_not_counted_again(meerwold):
    (almost,) = ideas(meerwold, SAMIRA)
    key = almost.key
    saved = work_out(meerwold, SAMIRA, key)
    left = {idea.key for idea in ideas(meerwold, SAMIRA)}
    assert key not in left
    waiting = still_to_ask(meerwold)
    set_permission(meerwold, holder_of(waiting), waiting.id, Permission.YES)
    answer = show_saved_idea(meerwold, SAMIRA, saved)
    assert answer.newcomers.sentence == "1 persoon past er nu ook bij."
    assert show_saved_idea(meerwold, OTHER, saved).newcomers.sentence == (
        "Enkele mensen passen er nu ook bij."
    )
    take_along(meerwold, SAMIRA, saved, answer.idea.version)
    after = show_saved_idea(meerwold, SAMIRA, saved)
    assert (after.idea.people, after.newcomers.sentence) == ("6 mensen", "")


def test_the_same_idea_is_not_begun_twice(meerwold):
    key = ideas(meerwold, SAMIRA, MOURN)[0].key
    work_out(meerwold, SAMIRA, key)
    with pytest.raises((InvalidInput, NotFound)):
        work_out(meerwold, OTHER, key)
    saved = meerwold.projections.people().all(BundleProposal).values()
    assert sum(bundle.theme == MOURN for bundle in saved) == 1


def test_the_week_hears_of_what_could_begin_and_of_what_exists(meerwold):
    mourning, eating = sorted(ideas_of_week(meerwold, SAMIRA), key=lambda found: found.theme_label)[:2]
    assert (mourning.theme_label, mourning.people, mourning.minimum) == ("Rouw en verlies", 5, 4)
    assert mourning.area_names == ("Lindehof", "Oude Kern")
    (line,) = from_bundles([eating])
    # Seven with the two who can join, which is not told outside the core.
    assert line.sentence.startswith("5 mensen in Havenrand")
    (inside,) = from_bundles(each for each in ideas_of_week(meerwold, JOOST) if each.id == eating.id)
    assert inside.sentence == (
        "7 mensen in Havenrand en Lindehof hebben dezelfde vraag: Samen eten. "
        "Er is nu 1 initiatief, met te weinig plek."
    )
    assert inside.target == f"bundle/{ideas(meerwold, JOOST)[1].key}"


def test_looking_leaves_a_line_with_a_number_and_no_line_means_no_data(meerwold):
    before = meerwold.catalogue.count(AuditLine)
    show_bundles(meerwold, SAMIRA)
    lines = [line.entity for line in meerwold.catalogue.all(AuditLine)]
    assert len(lines) == before + 1
    assert lines[-1].count > 0 or any(line.action == "ideeën bekijken" for line in lines)
