"""Waar is te weinig?, Wat kan wegvallen?, Hoe is het aanbod verdeeld?: what each role sees and can do."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.model.area import Area
from socialmap.privacy.roles import Role
from socialmap.settings import Settings
from socialmap.ui import session
from socialmap.ui.components.drawing import drawn_text
from socialmap.ui.text import TEXT
from tests.town import TOWN
from tests.town import opened as opened_town
from tests.ui.handling import told

Opener = Callable[..., AppTest]
PAGES = {
    "white_spots": TEXT.too_little.title,
    "vulnerable": TEXT.falling.title,
    "four_quadrants": TEXT.spread.title,
}
ALLOWED = {
    "white_spots": {Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.BROKER, Role.TEAM_LEAD},
    "vulnerable": {Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.BROKER},
    "four_quadrants": set(Role),
}


def page(opened: Opener, name: str, role: Role) -> AppTest:
    app = opened(role)
    app.switch_page(f"pages/{name}.py")
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", PAGES)
def test_a_role_sees_the_screen_or_a_friendly_refusal(opened: Opener, name: str, role: Role) -> None:
    app = page(opened, name, role)
    if role in ALLOWED[name]:
        assert PAGES[name] in told(app)
        assert not app.warning
    else:
        assert app.warning[0].value.startswith("**Je mag dit niet zien.")
    assert not app.error


def test_help_with_money_comes_first_with_lindehof_as_a_white_spot(opened: Opener) -> None:
    app = page(opened, "white_spots", Role.PROFESSIONAL)
    text = told(app)
    assert text.index("Lindehof !! Witte vlek") < text.index("24 mensen hadden een vraag.")
    assert "Weinig vragen betekent niet dat er geen vragen zijn." in text
    assert "Samen: ongeveer 85 mensen in de wijk." in text
    assert 'aria-label="De buurten, gekleurd naar vragen en aanbod bij geld en papieren"' in markdown(app)


def markdown(app: AppTest) -> str:
    return " ".join(each.value for each in app.markdown)


def test_another_leefgebied_without_a_large_shortage_says_so(opened: Opener) -> None:
    app = page(opened, "white_spots", Role.PROFESSIONAL)
    app.pills(key="tekort_leefgebied").set_value("zin").run()
    assert [info.value for info in app.info] == [TEXT.too_little.empty]


def test_outside_the_core_without_a_release_only_supply_is_told(
    opened: Opener, unreleased_folder: Path
) -> None:
    session.use_settings(Settings(folder=unreleased_folder, today="2026-03-02"))
    app = page(opened, "white_spots", Role.COMMUNITY_WORKER)
    app.pills(key="tekort_leefgebied").set_value("geld").run()
    drawn, text = markdown(app), told(app)
    assert drawn.count('fill="url(#arcering)"') == 3
    assert drawn.count('class="vlak leegte"') == 2
    assert TEXT.too_little.not_shown_help in text
    assert "Er is nog geen stand van maandag. De beheerder maakt elke maandag een stand." in text
    assert "Hier is geen aanbod bij geld en papieren. Ga eens kijken." in text
    assert "mensen hadden een vraag" not in text
    assert not app.info


def test_outside_the_core_the_stand_of_monday_is_told(opened: Opener) -> None:
    app = page(opened, "white_spots", Role.COMMUNITY_WORKER)
    app.pills(key="tekort_leefgebied").set_value("geld").run()
    assert "Stand van maandag 2 maart 2026, in stappen van vijf." in told(app)
    assert "Ongeveer 30 mensen hadden een vraag." in told(app)


def test_a_neighbourhood_can_be_looked_at_on_the_map(opened: Opener) -> None:
    app = page(opened, "white_spots", Role.COMMUNITY_WORKER)
    app.button(key="bekijk_BU99990101").click().run()
    assert app.query_params["open"] == "area:BU99990101"
    assert any(header.value == "Lindehof" for header in app.header)


def test_the_list_begins_with_what_is_vulnerable_and_every_mark_has_reasons(opened: Opener) -> None:
    app = page(opened, "vulnerable", Role.COMMUNITY_WORKER)
    text = told(app)
    assert "Eettafel De Brug" in text
    assert "78 van 100" in text
    assert text.count("Kwetsbaar") == text.count(" van 100 ")
    assert "Rust op één persoon." in text


def test_what_falls_away_is_a_trial_under_its_card(opened: Opener) -> None:
    app = page(opened, "vulnerable", Role.PROFESSIONAL)
    app.button(key="proef_eettafel-de-brug").click().run()
    text = told(app)
    for sentence in (
        TEXT.falling.what_if_intro,
        "Eettafel De Brug stopt waarschijnlijk. Dit initiatief rust op één persoon.",
        "Kaarten en keuvelen: nog één trekker over.",
        "Lindehof gaat bij ontmoeten en contact van 'In balans' naar 'Krap'.",
        "Lindehof, ontmoeten en contact: van 81 naar 65 plekken per week.",
    ):
        assert sentence in text
    app.button(key="proef_eettafel-de-brug").click().run()
    assert TEXT.falling.what_if_intro not in told(app)


def test_a_visit_brings_five_questions_and_working_days(opened: Opener) -> None:
    app = page(opened, "vulnerable", Role.BROKER)
    app.button(key="bezoek_eettafel-de-brug").click().run()
    text = told(app)
    for heading in ("Animo", "Contacten", "Toerusting", "Inbedding", "Empathie"):
        assert heading in text
    days = app.selectbox(key="bezoekdag_eettafel-de-brug").options
    assert days[0] == "dinsdag 3 maart 2026"
    assert not any(day.startswith(("zaterdag", "zondag")) for day in days)
    assert not app.error


def test_another_level_starts_at_the_top_again(opened: Opener) -> None:
    app = page(opened, "vulnerable", Role.BROKER)
    app.button(key="meer_wegvallen").click().run()
    more = told(app).count(" van 100 ")
    assert more == 16
    app.pills(key="wegvallen_niveau").set_value("Let op").run()
    assert told(app).count(" van 100 ") == 8


def test_the_four_quadrants_are_told_in_words_too(opened: Opener) -> None:
    app = page(opened, "four_quadrants", Role.VISITOR)
    text = told(app)
    assert "Van 61 initiatieven: Individuele hulp 10%, Groepsaanbod 17%" in text
    assert "Gratis (of gratis met stadspas): 48 ja, 13 nee, van 0 weten we het niet." in text
    assert "doelgroep" not in text.lower()


def test_an_empty_field_leads_to_the_list_of_its_leefgebied(opened: Opener) -> None:
    app = page(opened, "four_quadrants", Role.VISITOR)
    app.button(key="lijst_meedoen_LO").click().run()
    assert app.query_params["thema"] == "meedoen"


def test_one_neighbourhood_can_be_chosen(opened: Opener) -> None:
    app = page(opened, "four_quadrants", Role.COMMUNITY_WORKER)
    app.selectbox(key="vakken_buurt").set_value("BU99990105").run()
    assert "Buitenhoek: voor 18 groepen niets dichtbij" in told(app)
    assert "Lindehof: voor" not in told(app)


@pytest.mark.parametrize("text", ["<script>x</script>", "`a` $b$ *c* [d](e)", "x\n\ny", '"><svg onload=x>'])
def test_what_people_typed_stays_text_in_a_drawing(text: str) -> None:
    drawn = drawn_text(text)
    assert not set(drawn) & set("<>\"'`$*[]_\n{}")
    assert unescape(drawn) == text


def test_where_nothing_is_offered_yet_nothing_is_called_firm(opened: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "zonder-aanbod"
    with opened_town(folder) as workspace:
        areas = [entity for entity in TOWN if isinstance(entity, Area)]
        workspace.catalogue.save(areas, actor="beheerder", action="begin", at=workspace.clock())
    session.use_settings(Settings(folder=folder, today="2026-03-02"))
    app = page(opened, "vulnerable", Role.COMMUNITY_WORKER)
    assert [info.value for info in app.info] == [TEXT.falling.nothing]
