"""Nieuwe vraag and Mijn vragen without a browser: six things, a nudge, steps, nothing stays behind."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.privacy.roles import Role
from socialmap.settings import Settings
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.contract.test_canary import everything_in
from tests.ui.handling import key, press, said, told

Opener = Callable[..., AppTest]
LINDEHOF, HAVENRAND = "BU99990101", "BU99990103"
CANARY, ACCEPTED = "Kanarie van Dijk", "kwispelfladder"


@pytest.fixture
def page(opened: Opener) -> Callable[..., AppTest]:
    def open_page(file: str, role: Role = Role.PROFESSIONAL, colleague: str = "bram-tuinstra") -> AppTest:
        app = opened(role)
        app.session_state["collega"] = colleague
        app.switch_page(f"pages/{file}.py")
        return app.run()

    return open_page


def fill(app: AppTest, words: str = "mijn man is overleden", area: str = HAVENRAND) -> AppTest:
    app.selectbox(key=key(app, "vraag", "buurt")).set_value(area).run()
    app.text_input(key=key(app, "vraag", "woorden")).set_value(words).run()
    app.button_group(key=key(app, "vraag", "mobiliteit")).set_value("lopend").run()
    app.button_group(key=key(app, "vraag", "kan_middag")).set_value(["di"]).run()
    return app.button_group(key=key(app, "vraag", "toestemming")).set_value("ja").run()


def test_six_things_are_saved_and_the_nudge_comes_after(page: Callable[..., AppTest]) -> None:
    app = press(fill(page("new_need")), "bewaar_vraag")
    assert not app.exception
    assert "Bewaard. Dit is B-" in said(app)
    assert TEXT.nudge.title in said(app)
    assert "andere mensen hebben een vraag die hierop lijkt." in said(app)
    before = said(press(app, "duwtje_later"))
    assert TEXT.nudge.title not in before


def test_the_form_asks_exactly_six_things(page: Callable[..., AppTest]) -> None:
    app = page("new_need")
    assert said(app).count('class="cijfer"') == 6
    app = press(app, "bewaar_vraag")
    for sentence in (
        "Kies een buurt.",
        "Kies nog: het onderwerp.",
        "Kies nog: hoe iemand komt.",
        "Kies nog: wanneer iemand kan.",
        "Kies nog: of we mogen kijken",
    ):
        assert sentence in said(app)
    assert TEXT.need.not_yet in said(app)


def test_what_was_filled_in_stays_and_what_is_mended_is_forgiven(page: Callable[..., AppTest]) -> None:
    app = page("new_need")
    app.selectbox(key=key(app, "vraag", "buurt")).set_value(LINDEHOF).run()
    app = press(app, "bewaar_vraag")
    assert app.selectbox(key=key(app, "vraag", "buurt")).value == LINDEHOF
    assert "Kies een buurt." not in said(app)
    app.button_group(key=key(app, "vraag", "mobiliteit")).set_value("fiets").run()
    assert "Kies nog: hoe iemand komt." not in said(app)
    assert "Kies nog: het onderwerp." in said(app)


def test_a_name_in_the_words_is_pointed_out_and_goes_while_the_question_is_kept(
    page: Callable[..., AppTest],
) -> None:
    app = fill(page("new_need"), f"mijn man {CANARY} is overleden, bel 06-12345678")
    assert "Hier staat misschien een naam. Haal die weg." in said(app)
    assert "Dit lijkt een telefoonnummer. Haal het weg." in said(app)
    assert TEXT.find.not_kept in said(app)
    app = press(app, "bewaar_vraag")
    assert not app.exception
    assert "Bewaard. Dit is B-" in said(app)
    assert CANARY not in repr(app.session_state.to_dict())
    assert "12345678" not in repr(app.session_state.to_dict())


def test_acute_words_give_the_safety_card_and_nothing_else(page: Callable[..., AppTest]) -> None:
    app = page("new_need")
    app.text_input(key=key(app, "vraag", "woorden")).set_value("hij slaat mij").run()
    assert 'href="tel:112"' in said(app)
    assert not app.text_input
    app = press(app, "klopt_niet")
    assert app.text_input(key=key(app, "vraag", "woorden")).value == "hij slaat mij"
    assert 'href="tel:112"' not in said(app)


def test_a_subject_about_safety_loses_nothing_else(page: Callable[..., AppTest]) -> None:
    app = fill(page("new_need"), "post niet openmaken")
    app.session_state[key(app, "vraag", "onderwerp")] = "huiselijk-geweld"
    app = press(app.run(), "bewaar_vraag")
    assert 'href="tel:112"' in said(app)
    app = press(app, "klopt_niet")
    assert app.text_input(key=key(app, "vraag", "woorden")).value == "post niet openmaken"
    assert TEXT.need.saved.partition("{")[0] in said(press(app, "bewaar_vraag"))


def test_no_it_is_about_puts_the_other_theme_in_place_of_the_wrong_one(page: Callable[..., AppTest]) -> None:
    app = page("new_need")
    words = "mevrouw is gepensioneerd en zit de hele dag alleen"
    app.text_input(key=key(app, "vraag", "woorden")).set_value(words).run()
    assert "Onderwerp: Eenzaamheid" in told(app)
    assert TEXT.find.no_it_is in said(app)
    other = next(button for button in app.button if str(button.key).startswith("of_"))
    app = press(app, str(other.key))
    assert f"Onderwerp: {other.label}" in told(app)
    assert "Onderwerp: Eenzaamheid" not in told(app)
    assert "Onderwerp: Eenzaamheid" in told(press(app, "of_eenzaamheid"))


@pytest.mark.parametrize(
    ("words", "tapped", "field", "value"),
    [
        ("wil graag met lotgenoten praten", "Graag met lotgenoten", "lotgenoten", "graag"),
        ("woont aan het Lindeplein", "Lindehof", "buurt", LINDEHOF),
    ],
)
def test_a_wish_for_peers_and_a_street_are_taken_over_with_a_tap(
    page: Callable[..., AppTest], words: str, tapped: str, field: str, value: str
) -> None:
    app = page("new_need")
    app.text_input(key=key(app, "vraag", "woorden")).set_value(words).run()
    app = press(app, f"ook_{tapped}")
    assert app.session_state[key(app, "vraag", field)] == value
    assert f"ook_{tapped}" not in {button.key for button in app.button}


def test_where_no_theme_is_heard_one_is_chosen_by_hand(page: Callable[..., AppTest]) -> None:
    app = fill(page("new_need"), "De blauwe stoel staat scheef")
    assert TEXT.find.not_recognised in said(app)
    groups = app.button_group(key=key(app, "vraag", "leefgebied"))
    assert len(groups.options) == 13
    groups.set_value("geld").run()
    app = press(app, "kies_schulden")
    assert TEXT.find.not_recognised not in said(app)
    assert "<b>Onderwerp: Schulden</b>" in said(app)
    app = press(app, "bewaar_vraag")
    assert "Bewaard. Dit is B-" in said(app)
    assert "Schulden · Havenrand" in said(app)


def test_words_that_are_accepted_are_nowhere_once_the_question_is_kept(
    page: Callable[..., AppTest], town: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    app = fill(page("new_need"), f"mijn man is overleden, {ACCEPTED}")
    assert ACCEPTED in str(app.session_state)
    app = press(app, "bewaar_vraag")
    assert "Bewaard. Dit is B-" in said(app)
    assert ACCEPTED not in said(app) + str(app.session_state) + str(app.query_params)
    assert ACCEPTED not in caplog.text
    assert ACCEPTED not in everything_in(town.folder)


SAID_MORE = "vrouw van 78 loopt slecht, spreekt alleen Turks, durft niet alleen, kan alleen overdag, Lindehof"


def test_what_else_the_words_say_is_taken_over_only_with_a_tap(page: Callable[..., AppTest]) -> None:
    app = page("new_need")
    app.text_input(key=key(app, "vraag", "woorden")).set_value(SAID_MORE.replace("78", "78 jaar")).run()
    assert TEXT.find.also_right in said(app)
    offered = [button.key for button in app.button if str(button.key).startswith("ook_")]
    assert {"ook_Slecht ter been", "ook_Turks", "ook_Ik durf niet alleen te gaan", "ook_Lindehof"} <= set(
        offered
    )
    assert app.button_group(key=key(app, "vraag", "mobiliteit")).value is None
    assert app.selectbox(key=key(app, "vraag", "buurt")).value is None
    for button in offered:
        app = press(app, str(button))
    assert app.button_group(key=key(app, "vraag", "mobiliteit")).value == "slecht_ter_been"
    assert app.selectbox(key=key(app, "vraag", "buurt")).value == LINDEHOF
    assert app.button_group(key=key(app, "vraag", "talen")).value == ["nl", "tr"]
    assert app.button_group(key=key(app, "vraag", "drempels")).value == ["durft_niet_alleen"]
    assert app.button_group(key=key(app, "vraag", "leeftijd")).value == "75+"
    assert app.button_group(key=key(app, "vraag", "kan_ochtend")).value == ["ma", "di", "wo", "do", "vr"]
    assert not [button for button in app.button if str(button.key).startswith("ook_")]


def test_of_somebody_i_know_already_no_neighbourhood_or_age_is_offered(page: Callable[..., AppTest]) -> None:
    app = page("new_need", colleague="joost-haverkamp")
    app.button_group(key=key(app, "vraag", "wie")).set_value("bekend").run()
    app.text_input(key=key(app, "vraag", "woorden")).set_value("78 jaar, Lindehof, loopt slecht").run()
    offered = [button.key for button in app.button if str(button.key).startswith("ook_")]
    assert offered == ["ook_Slecht ter been"]


def test_weet_niet_is_an_answer(page: Callable[..., AppTest]) -> None:
    app = page("new_need")
    app.toggle(key=key(app, "vraag", "kan_onbekend")).set_value(True).run()
    app = press(app, "bewaar_vraag")
    assert "Kies nog: wanneer iemand kan." not in said(app)


def test_bewaar_en_zoek_opens_the_search_with_the_question_in_it(page: Callable[..., AppTest]) -> None:
    app = press(fill(page("new_need")), "bewaar_en_zoek")
    assert not app.exception
    assert TEXT.found.title in said(app)
    assert "<b>Rouw en verlies</b>" in said(app)
    assert "Havenrand" in said(app)
    assert TEXT.nudge.title in said(app)


def test_the_age_group_goes_along_into_the_search(page: Callable[..., AppTest]) -> None:
    form = fill(page("new_need"))
    form.button_group(key=key(form, "vraag", "leeftijd")).set_value("75+").run()
    app = press(form, "bewaar_en_zoek")
    assert not app.exception
    assert app.session_state[f"{session.PRIVATE}{app.session_state['zoek_ronde']}_leeftijd"] == "75+"


def test_somebody_i_know_already_needs_no_new_number(page: Callable[..., AppTest]) -> None:
    app = page("new_need", colleague="joost-haverkamp")
    app.button_group(key=key(app, "vraag", "wie")).set_value("bekend").run()
    known = app.selectbox(key=key(app, "vraag", "bewoner"))
    assert all(option.startswith("B-") for option in known.options)
    assert press(app, "bewaar_vraag").selectbox(key=key(app, "vraag", "bewoner"))
    assert "Kies nog: van wie de vraag is." in said(app)


def test_who_has_no_questions_is_shown_the_next_step(page: Callable[..., AppTest]) -> None:
    app = page("own_needs", colleague="gerda-lansink-is-er-niet")
    assert TEXT.own.empty in said(app)
    assert app.button(key="nieuwe_vraag").label == TEXT.own.new


def test_own_questions_are_listed_and_counted(page: Callable[..., AppTest]) -> None:
    app = page("own_needs", colleague="joost-haverkamp")
    rows = [button for button in app.button if str(button.key).startswith("open_vraag_")]
    assert len(rows) == 10
    assert rows[0].label.startswith("**B-")
    more = press(app, "meer")
    assert len([button for button in more.button if str(button.key).startswith("open_vraag_")]) == 20


def saved(page: Callable[..., AppTest]) -> AppTest:
    """A new question of a colleague, open on *Mijn vragen*."""
    return go_to(press(press(fill(page("new_need")), "bewaar_vraag"), "naar_mijn_vragen"), "own_needs")


def go_to(app: AppTest, file: str) -> AppTest:
    """Stay on the page that the app itself went to: the test runner would go back to the one before."""
    app.switch_page(f"pages/{file}.py")
    return app.run()


def numbered(app: AppTest, start: str) -> str:
    return next(
        str(widget.key) for widget in (*app.button, *app.get("button_group")) if start in str(widget.key)
    )


def test_status_permission_and_reminder_are_kept_with_one_tap(page: Callable[..., AppTest]) -> None:
    app = saved(page)
    app.button_group(key=numbered(app, "_stand")).set_value("nog_niet").run()
    assert "Herinnering op 13 april 2026." in said(app)
    app.button_group(key=numbered(app, "_toestemming")).set_value("nee").run()
    assert dict(TEXT.own.permission_now)["nee"] in said(app)
    app = press(app, "herinner_14")
    assert "Herinnering op 16 maart 2026." in said(app)
    app.button_group(key=numbered(app, "_graag")).set_value(["naaien-breien"]).run()
    assert "Naaien, breien en haken" in said(app)
    assert not app.exception


def test_a_choice_just_before_going_on_counts(page: Callable[..., AppTest]) -> None:
    """Whoever taps twice within a moment sends both at once."""
    app = saved(page)
    app.button_group(key=numbered(app, "_toestemming")).set_value("nee")
    number = numbered(app, "_toestemming")
    press(app, "zoek_voor")
    app = go_to(app, "own_needs")
    assert dict(TEXT.own.permission_now)["nee"] in said(app)
    assert numbered(app, "_toestemming") != number


def test_going_along_goes_from_a_result_by_steps_to_an_outcome(page: Callable[..., AppTest]) -> None:
    app = go_to(press(fill(page("new_need"), "samen eten"), "bewaar_en_zoek"), "find_help")
    offer = next(str(button.key) for button in app.button if str(button.key).startswith("ga_mee_"))
    app = go_to(press(app, offer), "own_needs")
    assert "Met wie ga je mee naar" in said(app)
    app = press(app, "meegaan_begin")
    assert TEXT.go_along.empty in said(app)
    app = press(
        app, next(str(b.key) for b in app.button if str(b.key).startswith("zet_") and b.key.endswith("_4"))
    )
    assert "2 maart 2026, door Bram Tuinstra" in said(app)
    assert "Herinnering op 16 maart 2026." in said(app)
    app.button_group(key=numbered(app, "_uitkomst")).set_value("nog_niet").run()
    app.button_group(key=numbered(app, "_gezicht")).set_value("neutraal").run()
    app.button_group(key=numbered(app, "_lastig")).set_value(["prikkelgevoelig"]).run()
    app = press(app, next(str(b.key) for b in app.button if str(b.key).startswith("vertel_")))
    assert "Nog niet. Gewoon." in said(app)
    assert "Herinnering op 13 april 2026." in said(app)
    assert not app.exception


def test_everything_is_forgotten_with_the_role(page: Callable[..., AppTest]) -> None:
    app = page("new_need")
    app.text_input(key=key(app, "vraag", "woorden")).set_value(CANARY).run()
    app = press(app, "andere_rol")
    assert CANARY not in repr(app.session_state.to_dict())


@pytest.mark.parametrize("file", ["new_need", "own_needs"])
@pytest.mark.parametrize("role", [Role.COMMUNITY_WORKER, Role.BROKER, Role.TEAM_LEAD, Role.VISITOR])
def test_who_may_not_is_told_so_kindly(page: Callable[..., AppTest], file: str, role: Role) -> None:
    app = page(file, role, "")
    assert "Je mag dit niet zien" in app.warning[0].value
    assert not app.text_input
    assert not app.exception


def test_a_result_has_three_ways_and_nearby_comes_first(page: Callable[..., AppTest]) -> None:
    form = fill(page("new_need"), "zorg voor mijn moeder", "BU99990102")
    app = go_to(press(form, "bewaar_en_zoek"), "find_help")
    ways = app.button_group(key=numbered(app, "_route"))
    assert ways.value == "buurt"
    assert [label.split(" (")[0] for label in ways.options] == ["Eigen kring", "In de buurt", "Lotgenoten"]
    app.button_group(key=numbered(app, "_route")).set_value("kring").run()
    assert TEXT.route.circle_tip in said(app)
    assert 'class="gevonden"' not in said(app)
    app.button_group(key=numbered(app, "_route")).set_value("lotgenoten").run()
    assert TEXT.route.peers_intro in said(app)
    assert 'class="gevonden"' in said(app)


def corrected(app: AppTest) -> str:
    """The name of the form that mends the question that is open."""
    begin = "herinner_14"
    assert app.button(key=begin)
    names = [str(each.key) for each in app.selectbox if "verbeter_" in str(each.key)]
    return names[0].removeprefix(session.PRIVATE).rpartition("_")[0]


def test_what_was_written_down_wrongly_is_mended_on_its_own_screen(page: Callable[..., AppTest]) -> None:
    app = saved(page)
    form = f"{session.PRIVATE}{corrected(app)}_"
    assert app.selectbox(key=f"{form}buurt").value == HAVENRAND
    assert app.button_group(key=f"{form}verbeterkan_middag").value == ["di"]
    app.selectbox(key=f"{form}buurt").set_value(LINDEHOF).run()
    app.selectbox(key=f"{form}onderwerp").set_value("samen-eten").run()
    app.button_group(key=f"{form}verbeterkan_middag").set_value([]).run()
    app = press(app, "bewaar_verbetering")
    assert "Kies nog: wanneer iemand kan." in said(app)
    assert app.selectbox(key=f"{form}onderwerp").value == "samen-eten"
    app.toggle(key=f"{form}verbeterkan_onbekend").set_value(True).run()
    app = press(app, "bewaar_verbetering")
    assert not app.exception
    assert TEXT.correction.saved in said(app)
    assert "· Samen eten</h1><p>Lindehof ·" in said(app)


def test_a_subject_about_safety_shows_the_card_and_changes_nothing(page: Callable[..., AppTest]) -> None:
    app = saved(page)
    form = f"{session.PRIVATE}{corrected(app)}_"
    app.selectbox(key=f"{form}onderwerp").set_value("huiselijk-geweld").run()
    assert 'href="tel:112"' in said(app)
    assert "· Rouw en verlies</h1>" in said(app)
    app = press(app, "klopt_niet")
    assert app.selectbox(key=f"{form}onderwerp").value is None
    assert app.button(key="bewaar_verbetering")


def test_a_question_written_down_by_mistake_goes_away_and_can_come_back(page: Callable[..., AppTest]) -> None:
    app = saved(page)
    app = press(app, "haal_vraag_weg")
    assert TEXT.correction.removed in said(app)
    rows = {button.label for button in app.button if str(button.key).startswith("open_vraag_")}
    app = press(app, "zet_terug")
    assert app.button(key="haal_vraag_weg")
    app = press(app, "terug")
    again = {button.label for button in app.button if str(button.key).startswith("open_vraag_")}
    assert len(again) >= len(rows)
    assert TEXT.correction.removed not in said(app)
