"""Ideeën om samen te doen without a browser: what each role may do, and nothing before a talk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.actions.lead_bundle import NextStep, change_bundle, move_bundle
from socialmap.actions.show_bundles import IdeasAnswer, show_bundles
from socialmap.model.together import BundleProposal, BundleStatus
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.ui import navigation, session
from socialmap.ui.text import TEXT
from tests.ui.handling import said

Page = Callable[..., AppTest]
MOURN = "nieuw~rouw~kerk-grote-kerk~grote-kerk-kapel~di-middag~nl"
OTHER = Viewer(Role.COMMUNITY_WORKER, "een-ander")
SAMIRA, DELIA = "samira-el-idrissi", "delia-fernandes"
_OPEN = f"{session.PRIVATE}idee_open"


@pytest.fixture
def page(town: Settings, tmp_path: Path) -> Iterator[Page]:
    """The page on a demo town of its own, for a role and a colleague; ``shown``: the idea that is open."""
    folder = shutil.copytree(town.folder, tmp_path / "meerwold")
    session.use_settings(Settings(folder=folder, today=town.today))

    def open_page(role: Role, colleague: str = "", shown: str = "", **address: str) -> AppTest:
        app = AppTest.from_file(navigation.__file__, default_timeout=60)
        app.session_state["rol"] = str(role)
        app.session_state["collega"] = colleague
        if shown:
            app.session_state[_OPEN] = shown
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        app.switch_page("pages/ideas.py")
        app.run()
        assert not app.exception
        return app

    yield open_page
    session.use_settings(Settings())


def buttons(app: AppTest) -> set[str]:
    return {button.label for button in app.button}


def press(app: AppTest, name: str) -> AppTest:
    app.button(key=name).click().run()
    assert not app.exception
    return app


def worked_out(page: Page) -> AppTest:
    """The idea about loss, kept by Samira."""
    return press(page(Role.COMMUNITY_WORKER, SAMIRA, MOURN), "werk_uit")


def known(idea_id: str) -> BundleProposal:
    return session.workspace().catalogue.get(BundleProposal, idea_id).entity


def field(widgets: Sequence[Any], form: str, name: str) -> Any:
    """A field of the open form, by its name."""
    return next(each for each in widgets if f"{form}_" in each.key and each.key.endswith(f"_{name}"))


def test_existing_comes_first_and_it_says_that_people_decide(page: Page) -> None:
    told = said(page(Role.PROFESSIONAL, "joost-haverkamp"))
    assert TEXT.idea.intro in told
    order = ("Sluit aan bij wat er is", "Begin iets nieuws", TEXT.idea.almost)
    places = [told.index(title) for title in order]
    assert places == sorted(places)


def test_an_address_chooses_the_theme_and_is_taken_away(page: Page) -> None:
    app = page(Role.COMMUNITY_WORKER, SAMIRA, thema="rouw")
    assert "Samen: Rouw en verlies" in said(app)
    assert "Eettafel" not in said(app)
    assert "thema" not in app.query_params


def test_a_team_member_invites_and_a_community_worker_works_it_out(page: Page) -> None:
    team = buttons(page(Role.PROFESSIONAL, "joost-haverkamp", MOURN))
    assert {TEXT.idea.invite, TEXT.idea.put_aside} <= team
    assert TEXT.idea.work_out not in team
    worker = buttons(page(Role.COMMUNITY_WORKER, SAMIRA, MOURN))
    assert {TEXT.idea.work_out, TEXT.idea.put_aside} <= worker
    broker = buttons(page(Role.BROKER, DELIA, MOURN))
    assert not broker & {TEXT.idea.work_out, TEXT.idea.invite, TEXT.idea.put_aside}


def test_only_who_holds_a_question_is_led_to_it(page: Page) -> None:
    def opens(app: AppTest) -> list[str]:
        return [label for label in buttons(app) if label.startswith("Open de vraag van B-")]

    assert opens(page(Role.PROFESSIONAL, "joost-haverkamp", MOURN))
    for role, name in ((Role.COMMUNITY_WORKER, SAMIRA), (Role.BROKER, DELIA)):
        app = page(role, name, MOURN)
        assert opens(app) == []
        assert "B-" not in said(app)


def test_nothing_begins_before_a_talk_and_the_form_stays_filled(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "uitwerken", "purpose").set_value("Samen stilstaan.").run()
    press(app, "stap_besproken_met_bewoners")
    assert "Vraag het eerst aan de mensen zelf. Schrijf op wat zij zeiden." in said(app)
    assert field(app.text_input, "uitwerken", "purpose").value == "Samen stilstaan."
    assert TEXT.work.work_out in said(app)


def test_a_hard_word_in_an_idea_gets_a_tip_that_stops_nobody(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "uitwerken", "purpose").set_value("Structureel samen participeren.").run()
    assert "In plaats van ‘participeren’ kun je zeggen: meedoen." in said(app)
    press(app, "bewaar_idee")
    assert TEXT.work.saved in said(app)


def test_somebody_in_danger_is_no_purpose_until_a_tap_says_otherwise(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "uitwerken", "purpose").set_value("Zij slaat haar moeder.").run()
    assert "Bel Veilig Thuis" in said(app)
    assert "Is er iemand in gevaar? Help dan eerst. Schrijf later verder." in said(app)
    assert "Zoek nu geen groep" not in said(app)
    press(app, "bewaar_idee")
    assert "Volg de meldcode. We bewaren dit hier niet." in said(app)
    field(app.button, "uitwerken", "purpose").click().run()
    assert "We bewaren dit hier niet." not in said(app)
    press(app, "bewaar_idee")
    assert TEXT.work.saved in said(app)


def test_the_tap_takes_away_what_was_said_of_danger_and_nothing_else(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "uitwerken", "purpose").set_value("Mevrouw Jansen slaat haar moeder.").run()
    press(app, "bewaar_idee")
    name = "Hier staat misschien een naam. Haal die weg."
    assert name in said(app)
    assert "We bewaren dit hier niet." in said(app)
    field(app.button, "uitwerken", "purpose").click().run()
    assert name in said(app)
    assert "We bewaren dit hier niet." not in said(app)


def test_what_was_said_in_a_talk_before_calls_up_no_card(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "uitwerken", "purpose").set_value("Samen stilstaan.").run()
    press(app, "bewaar_idee")
    workspace = session.workspace()
    (mine,) = show_bundles(workspace, OTHER, theme="rouw").saved
    told = replace(known(mine.id), talk_on=date(2026, 3, 1), talk_said="Zij slaat haar moeder.")
    workspace.catalogue.save([told], actor="x", action="y", at=workspace.clock())
    app = page(Role.COMMUNITY_WORKER, SAMIRA, mine.id)
    assert field(app.text_input, "stap", "talk_said").value == "Zij slaat haar moeder."
    assert "Bel Veilig Thuis" not in said(app)
    press(app, "stap_besproken_met_bewoners")
    assert "Zij slaat haar moeder." in said(app)
    assert "stap_gestart" in {button.key for button in app.button}


def test_a_name_is_refused_beside_the_field(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "uitwerken", "residents_do").set_value("Mevrouw Jansen kookt.").run()
    press(app, "bewaar_idee")
    assert "Hier staat misschien een naam. Haal die weg." in said(app)
    assert field(app.text_input, "uitwerken", "residents_do").value == "Mevrouw Jansen kookt."


def test_no_kind_of_action_is_chosen_beforehand(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "uitwerken", "purpose").set_value("Samen stilstaan.").run()
    press(app, "bewaar_idee")
    assert TEXT.work.saved in said(app)
    field(app.date_input, "stap", "talk_on").set_value(date(2026, 3, 1)).run()
    field(app.text_input, "stap", "talk_said").set_value("Graag op dinsdag.").run()
    press(app, "stap_besproken_met_bewoners")
    assert "Graag op dinsdag." in said(app)
    assert field(app.button_group, "stap", "action_sort").value in (None, [])
    press(app, "stap_gestart")
    assert "Kies wat jullie gaan doen: bundelen, verbinden of groepsaanbod." in said(app)


def test_a_split_can_be_taken_back(page: Page) -> None:
    app = worked_out(page)
    field(app.selectbox, "groepen", "deel").set_value("helft").run()
    press(app, "splits")
    assert TEXT.work.regrouped in said(app)
    assert "3 mensen" in said(app)
    press(app, "draai_terug")
    assert TEXT.work.undone in said(app)
    assert "5 mensen" in said(app)


def test_two_who_changed_the_same_thing_see_both_and_one_decides(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "uitwerken", "purpose").set_value("Samen stilstaan.").run()
    workspace = session.workspace()
    (mine,) = (line for line in show_bundles(workspace, OTHER, theme="rouw").saved)
    changed = replace(mine.draft, purpose="Samen praten.", residents_do="Koffie zetten.")
    change_bundle(workspace, OTHER, mine.id, changed, mine.version)
    press(app, "bewaar_idee")
    choice = field(app.radio, "uitwerken", "keuze_purpose")
    assert set(choice.options) == {"Samen stilstaan.", "Samen praten."}
    choice.set_value("ander").run()
    press(app, "los_op")
    assert TEXT.work.saved in said(app)
    kept = show_bundles(workspace, OTHER, theme="rouw").saved[0].draft
    assert (kept.purpose, kept.residents_do) == ("Samen praten.", "Koffie zetten.")


def test_from_an_own_question_to_the_idea_it_is_in(page: Page) -> None:
    app = page(Role.PROFESSIONAL, "joost-haverkamp", MOURN)
    label = next(each for each in app.button if each.label.startswith("Open de vraag van B-"))
    label.click().run()
    assert TEXT.idea.of_need in said(app)
    press(app, "vraagidee_0")
    assert "5 mensen, Grote Kerk, dinsdagmiddag." in said(app)


def test_a_team_leader_sees_numbers_of_ideas(page: Page) -> None:
    told = said(page(Role.TEAM_LEAD, "marijke-postma"))
    assert "1 van de 2 ideeën loopt." in told
    assert "mensen kunnen" not in told


def test_an_idea_that_changed_is_told_kindly_with_a_way_back(page: Page) -> None:
    app = page(Role.COMMUNITY_WORKER, SAMIRA, "nieuw~rouw~weg~~di-middag~nl")
    assert "Dit idee is er niet meer." in app.warning[0].value
    assert f"← {TEXT.idea.back}" in buttons(app)


def test_with_nothing_to_show_there_is_one_next_step(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = IdeasAnswer(
        themes=(), groups=(), areas=(), ideas=(), saved=(), laid_aside=(), nowhere=(), running="Geen"
    )
    monkeypatch.setattr("socialmap.actions.show_bundles.show_bundles", lambda *_, **__: nothing)
    app = page(Role.PROFESSIONAL, "joost-haverkamp")
    assert TEXT.idea.empty in said(app)
    assert TEXT.idea.empty_next in buttons(app)


def test_what_was_typed_stays_when_a_colleague_put_the_idea_away_meanwhile(page: Page) -> None:
    app = worked_out(page)
    field(app.text_input, "stap", "talk_said").set_value("Graag op dinsdag.").run()
    workspace = session.workspace()
    (mine,) = show_bundles(workspace, OTHER, theme="rouw").saved
    away = NextStep(to=BundleStatus.REJECTED, reason="Zij zien elkaar al.")
    move_bundle(workspace, OTHER, mine.id, away, mine.version)
    press(app, "stap_besproken_met_bewoners")
    assert TEXT.general.changed_meanwhile in said(app)
    assert "Graag op dinsdag." in said(app)
    assert "Past niet, omdat: Zij zien elkaar al." in said(app)
    press(app, "stap_idee")
    assert field(app.text_input, "stap", "talk_said")


def test_who_only_looked_sees_how_it_stands_now(page: Page) -> None:
    app = worked_out(page)
    workspace = session.workspace()
    (mine,) = show_bundles(workspace, OTHER, theme="rouw").saved
    away = NextStep(to=BundleStatus.REJECTED, reason="Zij zien elkaar al.")
    move_bundle(workspace, OTHER, mine.id, away, mine.version)
    app.run()
    assert "Maak er weer een idee van" in buttons(app)
    assert TEXT.general.changed_meanwhile not in said(app)


def test_a_team_member_takes_back_what_was_put_away(page: Page) -> None:
    app = page(Role.PROFESSIONAL, "joost-haverkamp", MOURN)
    field(app.text_input, "idee", "reden").set_value("Zij slaat haar moeder.").run()
    press(app, "zet_weg")
    assert "Bel Veilig Thuis" in said(app)
    assert "Volg de meldcode. We bewaren dit hier niet." in said(app)
    field(app.text_input, "idee", "reden").set_value("Te vroeg.").run()
    press(app, "zet_weg")
    press(app, "bekijk_weg_0")
    press(app, "stap_terug")
    assert TEXT.work.taken_back in said(app)
    app = page(Role.PROFESSIONAL, "joost-haverkamp", MOURN)
    assert "5 mensen, Grote Kerk, dinsdagmiddag." in said(app)


def test_a_white_spot_leads_to_the_ideas_of_its_leefgebied_and_neighbourhood(page: Page) -> None:
    app = page(Role.PROFESSIONAL, "joost-haverkamp", thema="leren", buurt="BU99990101")
    assert "Alleen mensen uit Lindehof." in said(app)
    assert "Samen: Nederlands leren" in said(app)
    assert "Rouw en verlies" not in said(app)
    press(app, "alle_buurten")
    assert "Alleen mensen uit" not in said(app)
