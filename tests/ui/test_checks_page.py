"""Klopt dit nog?: one tap each, what every role may do, and a form only for what changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.model.provision import Initiative
from socialmap.privacy.roles import Role
from socialmap.settings import Settings
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.ui.handling import press, told

Opener = Callable[..., AppTest]


@pytest.fixture
def own_town(opened: Opener, demo_folder: Path, tmp_path: Path) -> Opener:
    """The demo town for one test alone: answers are kept."""
    folder = shutil.copytree(demo_folder, tmp_path / "meerwold")
    session.use_settings(Settings(folder=folder, today="2026-03-02"))
    return opened


def page(opened: Opener, role: Role = Role.BROKER) -> AppTest:
    app = opened(role)
    app.switch_page("pages/checks.py")
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("role", list(Role))
def test_a_role_sees_the_list_or_a_friendly_refusal(opened: Opener, role: Role) -> None:
    app = page(opened, role)
    if role in {Role.VISITOR, Role.TEAM_LEAD}:
        assert app.warning[0].value.startswith("**Je mag dit niet zien.")
        return
    assert "Klopt dit nog? Eén tik is genoeg. Er wachten er 12." in told(app)
    answers = [button for button in app.button if button.label == "Klopt"]
    assert len(answers) == (12 if role in {Role.BROKER, Role.COMMUNITY_WORKER} else 0)
    assert (TEXT.checks.only_look in told(app)) is not bool(answers)


def test_one_tap_is_kept_and_can_be_taken_back(own_town: Opener) -> None:
    app = press(page(own_town), "correct_biljartclub-de-halm")
    assert "✓ Klopt. De datum staat op vandaag." in told(app)
    assert "1 van 12 gedaan" in told(app)
    assert "correct_biljartclub-de-halm" not in {button.key for button in app.button}
    app = press(app, "toch_niet_biljartclub-de-halm")
    assert "gedaan" not in told(app)
    assert "correct_biljartclub-de-halm" in {button.key for button in app.button}


def test_the_third_time_not_reached_says_maybe_stopped(own_town: Opener) -> None:
    app = page(own_town)
    assert "2 keer niet bereikt, het laatst op 10 februari 2026." in told(app)
    app = press(app, "no_answer_roze-koffie")
    assert "✓ Drie keer niet bereikt. Er staat nu bij: Mogelijk gestopt." in told(app)


def test_the_method_is_asked_once_and_not_needed(own_town: Opener) -> None:
    app = page(own_town)
    app.pills(key="nakijken_hoe").set_value("telefoon").run()
    assert not app.exception
    app = press(app, "stopped_biljartclub-de-halm")
    assert "✓ Gestopt. Het staat niet meer op de kaart. De geschiedenis blijft." in told(app)


def test_only_what_changed_opens_a_form_and_saving_it_counts(own_town: Opener) -> None:
    app = page(own_town)
    app.button(key="changed_biljartclub-de-halm").click().run()
    assert "Biljartclub De Halm" in app.title[0].value
    assert TEXT.checks.change_intro in " ".join(each.value for each in app.markdown)
    next(button for button in app.button if button.label == TEXT.add.save).click().run()
    assert not app.exception
    app.switch_page("pages/checks.py")
    app.run()
    assert "✓ Aangepast. De datum staat op vandaag." in told(app)


def test_a_finished_round_leads_to_the_next_and_in_the_end_to_thanks(own_town: Opener) -> None:
    app = page(own_town)
    for _ in range(4):
        for key in [button.key for button in app.button if button.label == "Klopt"]:
            app = press(app, key)
        if TEXT.checks.empty in told(app):
            break
        assert TEXT.checks.round_done in told(app)
        app = press(app, "volgende_ronde")
    assert TEXT.checks.empty in told(app)


def test_places_and_organisations_have_a_round_of_their_own(own_town: Opener) -> None:
    app = page(own_town)
    app.pills(key="nakijken_deel").set_value("facility").run()
    assert not app.exception
    assert "Er wachten er 5." in told(app)
    app = press(app, "stopped_minibieb-spreeuwenstraat")
    assert "✓ Gestopt. Het staat niet meer op de kaart. De geschiedenis blijft." in told(app)
    app = press(app, "toch_niet_minibieb-spreeuwenstraat")
    assert "Er wachten er 5." in told(app)
    app.pills(key="nakijken_deel").set_value("meldingen").run()
    assert TEXT.suggestion.list_empty in told(app)


def test_a_visitor_says_what_is_not_right_and_a_colleague_decides(own_town: Opener) -> None:
    app = own_town(Role.VISITOR, open="initiative:zondagtafel")
    remark = next(area.key for area in app.text_area if str(area.key).endswith("_remark"))
    app.text_area(key=remark).set_value("Bel Kanarie van Dijk").run()
    app = press(app, "stuur_op_zondagtafel")
    assert "Hier staat misschien een naam. Haal die weg." in told(app)
    assert app.text_area(key=remark).value == "Bel Kanarie van Dijk"
    app.text_area(key=remark).set_value("hij slaat mij").run()
    assert 'href="tel:0800-2000"' in " ".join(element.body for element in app.get("html"))
    assert "meldcode" not in told(app)
    app = press(press(app, "stuur_op_zondagtafel"), f"klopt_niet_{remark}")
    assert "0800-2000" not in told(app)
    assert app.text_area(key=remark).value == "hij slaat mij"
    app.text_area(key=remark).set_value("Is nu op zaterdag.").run()
    app = press(app, "stuur_op_zondagtafel")
    assert "✓ Dank je wel. Een collega uit de wijk kijkt ernaar." in told(app)

    app = page(own_town)
    app.pills(key="nakijken_deel").set_value("meldingen").run()
    assert "Gemeld door een bezoeker op 2 maart 2026 Iets anders Is nu op zaterdag." in told(app)
    app = press(app, next(str(button.key) for button in app.button if str(button.key).startswith("laat_")))
    assert "✓ Niet overgenomen. Er is niets veranderd." in told(app)
    assert TEXT.suggestion.list_empty in told(app)
    app = press(app, "melding_toch_niet")
    assert "Is nu op zaterdag." in told(app)


def test_what_stands_there_already_calls_up_no_card_until_it_is_changed(own_town: Opener) -> None:
    workspace = session.workspace()
    table = workspace.catalogue.get(Initiative, "zondagtafel").entity
    named = replace(table, name="Praatgroep huiselijk geweld", description="Hij slaat mij, en wat nu?")
    workspace.catalogue.save([named], actor="x", action="y", at=workspace.clock())
    app = own_town(Role.VISITOR, open="initiative:zondagtafel")
    description = next(area for area in app.text_area if str(area.key).endswith("_description"))
    assert description.value == "Hij slaat mij, en wat nu?"
    assert "0800-2000" not in told(app)
    description.set_value("Hij slaat mij, en nu?").run()
    assert "0800-2000" in told(app)


def test_a_description_that_a_visitor_proposes_gets_a_tip_that_stops_nobody(own_town: Opener) -> None:
    app = own_town(Role.VISITOR, open="initiative:zondagtafel")
    description = next(area.key for area in app.text_area if str(area.key).endswith("_description"))
    assert TEXT.plain.title not in told(app)
    app.text_area(key=description).set_value("Er wordt soep gekookt. Bewoners participeren.").run()
    assert "In plaats van ‘participeren’ kun je zeggen: meedoen." in told(app)
    assert "Dat staat niet bij ‘wordt soep gekookt’." in told(app)
    assert "✓ Dank je wel." in told(press(app, "stuur_op_zondagtafel"))


def test_a_link_is_shown_once_and_can_be_taken_back(own_town: Opener) -> None:
    app = press(page(own_town), "vraag_hun_weggeefpunt-de-kast")
    app = press(app, "maak_link_weggeefpunt-de-kast")
    assert "/klopt/confirm_link-" in told(app)
    assert "Verstuurd op 2 maart 2026, werkt tot en met 1 april 2026" in told(app)
    app = press(app, "vraag_hun_weggeefpunt-de-kast")
    app = press(app, "vraag_hun_weggeefpunt-de-kast")
    assert "/klopt/" not in told(app)
    revoke = next(str(button.key) for button in app.button if str(button.key).startswith("trek_in_"))
    app = press(app, revoke)
    assert "Verstuurd op" not in told(app)
