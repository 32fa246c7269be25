"""Wie kan wat?, Veldnotities and Netwerken without a browser: each role, what is refused, what is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.roles import Role
from socialmap.ui.text import TEXT
from tests.ui.handling import key, press, said, told

Opener = Callable[..., AppTest]
HAVENRAND = "BU99990103"
CANARY = "Kanarie van Dijk"
WORKERS = (Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.BROKER)


@pytest.fixture
def page(opened: Opener) -> Callable[..., AppTest]:
    def open_page(file: str, role: Role = Role.BROKER, colleague: str = "delia-fernandes") -> AppTest:
        app = opened(role)
        app.session_state["collega"] = colleague
        app.switch_page(f"pages/{file}.py")
        return app.run()

    return open_page


def buttons(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def fill_talent(app: AppTest, role: str = "de fietsenmaker van de kade") -> AppTest:
    press(app, "nieuw_talent")
    app.selectbox(key=key(app, "talent", "talent")).set_value("fiets-maken").run()
    app.text_input(key=key(app, "talent", "rol")).set_value(role).run()
    app.selectbox(key=key(app, "talent", "buurt")).set_value(HAVENRAND).run()
    return app.button_group(key=key(app, "talent", "mobiliteit")).set_value("fiets").run()


@pytest.mark.parametrize("file", ["talents", "field_notes", "networks"])
@pytest.mark.parametrize("role", WORKERS)
def test_every_worker_sees_these_screens(page: Callable[..., AppTest], file: str, role: Role) -> None:
    app = page(file, role)
    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("file", ["talents", "field_notes", "networks"])
@pytest.mark.parametrize("role", [Role.TEAM_LEAD, Role.VISITOR])
def test_who_may_not_is_told_so_kindly(page: Callable[..., AppTest], file: str, role: Role) -> None:
    app = page(file, role, "")
    assert "Je mag dit niet zien" in app.warning[0].value
    assert not app.text_input
    assert not app.exception


def test_a_talent_is_asked_through_a_colleague(page: Callable[..., AppTest]) -> None:
    app = page("talents", Role.PROFESSIONAL, "joost-haverkamp")
    assert "nieuw_talent" not in buttons(app)
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("naaien").run()
    shown = said(app).count('<article class="talent">')
    assert said(app).count("<h2>Naaien, breien en haken </h2>") == shown > 0
    assert "Vraag het via Delia Fernandes" in said(app)
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("xyzzy").run()
    assert TEXT.talent.nothing in said(app)


def test_who_said_yes_more_than_a_year_ago_is_asked_again(page: Callable[..., AppTest]) -> None:
    app = page("talents")
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("opruimen").run()
    assert TEXT.talent.ask_again in said(app)
    assert TEXT.talent.ask_again_help in said(app)
    app = press(app, "mag_T-041")
    assert TEXT.talent.ask_again not in said(app)
    assert "Mag gevraagd worden tot en met 2 maart 2027" in said(app)


def test_a_talent_with_a_yes_is_kept_and_says_where_it_is_wanted(page: Callable[..., AppTest]) -> None:
    app = fill_talent(page("talents"))
    app.button_group(key=key(app, "talent", "toestemming")).set_value("ja").run()
    app = press(app, "bewaar_talent")
    assert "Bewaard: Fietsen maken." in said(app)
    assert "Enkele mensen zoeken hulp bij: Spullen repareren en lenen." in said(app)
    assert "Repair Café Vogelweide zoekt 1 vrijwilliger (8 minuten fietsen)." in said(app)
    assert not app.exception


def test_without_a_yes_nothing_is_kept_and_the_form_stays(page: Callable[..., AppTest]) -> None:
    app = fill_talent(page("talents"))
    app.button_group(key=key(app, "talent", "toestemming")).set_value("nee").run()
    app = press(app, "bewaar_talent")
    assert "Zonder toestemming bewaren we dit niet." in said(app)
    assert app.text_input(key=key(app, "talent", "rol")).value == "de fietsenmaker van de kade"
    app = press(app, "talent_nog_vragen")
    assert TEXT.talent.saved_to_ask in said(app)
    assert TEXT.talent.wanted not in said(app)


def test_who_said_yes_may_always_stop(page: Callable[..., AppTest]) -> None:
    app = page("talents")
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("fietsen maken").run()
    before = buttons(app)
    app = fill_talent(app, "de zanger van de maandag")
    app.button_group(key=key(app, "talent", "toestemming")).set_value("ja").run()
    app = press(press(app, "bewaar_talent"), "naar_talenten")
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("fietsen maken").run()
    assert "de zanger van de maandag" in said(app)
    (mine,) = [name for name in buttons(app) - before if name.startswith("mag_niet_")]
    app = press(app, mine)
    assert "de zanger van de maandag" not in said(app)
    assert TEXT.talent.gone in said(app)
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("").run()
    assert TEXT.talent.gone not in said(app)


def test_every_card_can_be_changed_and_taken_away(page: Callable[..., AppTest]) -> None:
    app = page("talents")
    cards = said(app).count('<article class="talent">')
    for act in ("wijzig_", "mag_niet_"):
        assert len([name for name in buttons(app) if name.startswith(act)]) == cards > 0
    worker = page("talents", Role.PROFESSIONAL, "joost-haverkamp")
    assert not [name for name in buttons(worker) if name.startswith(("wijzig_", "mag_niet_"))]


def test_a_talent_is_changed_with_the_same_checks(page: Callable[..., AppTest]) -> None:
    app = page("talents")
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("fietsen maken").run()
    before = buttons(app)
    app = fill_talent(app, "de klusser van de maandag")
    app = press(press(app, "talent_nog_vragen"), "naar_talenten")
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("fietsen maken").run()
    (talent,) = [name for name in buttons(app) - before if name.startswith("wijzig_")]
    app = press(app, talent)
    assert app.selectbox(key=key(app, "talentwijziging", "buurt")).value == HAVENRAND
    app.text_input(key=key(app, "talentwijziging", "rol")).set_value(CANARY).run()
    app.text_input(key=key(app, "talentwijziging", "uren")).set_value("3,5").run()
    app = press(app, "bewaar_wijziging")
    assert "Hier staat misschien een naam. Haal die weg." in said(app)
    assert app.text_input(key=key(app, "talentwijziging", "rol")).value == CANARY
    app.text_input(key=key(app, "talentwijziging", "rol")).set_value("de klusser van de dinsdag").run()
    app.button_group(key=key(app, "talentwijziging", "kan_avond")).set_value(["di"]).run()
    app = press(app, "bewaar_wijziging")
    assert "de klusser van de dinsdag" in said(app)
    app = press(app, talent)
    assert app.text_input(key=key(app, "talentwijziging", "uren")).value == "3,5"
    assert app.button_group(key=key(app, "talentwijziging", "kan_avond")).value == ["di"]


def test_a_name_is_refused_beside_its_field(page: Callable[..., AppTest]) -> None:
    app = fill_talent(page("talents"), CANARY)
    app = press(app, "talent_nog_vragen")
    assert "Hier staat misschien een naam. Haal die weg." in said(app)
    app.text_input(key=key(app, "talent", "rol")).set_value("de buurman met de ladder").run()
    assert "Hier staat misschien een naam." not in said(app)


def test_hours_that_are_no_number_are_told(page: Callable[..., AppTest]) -> None:
    app = fill_talent(page("talents"))
    app.text_input(key=key(app, "talent", "uren")).set_value("veel").run()
    assert TEXT.talent.hours_wrong in said(press(app, "talent_nog_vragen"))


def test_a_note_is_kept_with_the_themes_of_its_own_words(page: Callable[..., AppTest]) -> None:
    app = page("field_notes", Role.BROKER)
    assert TEXT.note.empty in said(app)
    app.text_area(key=key(app, "notitie", "tekst")).set_value(
        "Veel mensen zitten alleen thuis. Eenzaamheid."
    ).run()
    app.button_group(key=key(app, "notitie", "themas")).set_value(["eenzaamheid"]).run()
    app = press(app, "bewaar_notitie")
    assert "Over welke buurt gaat dit?" in said(app)
    app.selectbox(key=key(app, "notitie", "buurt")).set_value(HAVENRAND).run()
    app = press(app, "bewaar_notitie")
    assert TEXT.note.saved in said(app)
    assert "Veel mensen zitten alleen thuis. Eenzaamheid." in said(app)
    assert "<span>Eenzaamheid</span>" in said(app)
    other = page("field_notes", Role.PROFESSIONAL, "joost-haverkamp")
    assert "Veel mensen zitten alleen" not in said(other)


def test_a_note_in_other_words_gets_themes_to_tap_with_the_reason(page: Callable[..., AppTest]) -> None:
    app = page("field_notes")
    app.text_area(key=key(app, "notitie", "tekst")).set_value("Aanmaningen, de incasso belt elke dag").run()
    themes = app.button_group(key=key(app, "notitie", "themas"))
    assert "schulden" in themes.indices or "Schulden" in str(themes.options)
    assert themes.value == []
    assert "herkend aan" in said(app) or "lijkt op:" in said(app)


def test_each_theme_that_is_offered_for_a_note_has_its_reason(page: Callable[..., AppTest]) -> None:
    app = page("field_notes")
    words = "De lift is kapot, er zijn schulden, rouw en mantelzorg"
    app.text_area(key=key(app, "notitie", "tekst")).set_value(words).run()
    offered = app.button_group(key=key(app, "notitie", "themas")).options
    assert len(offered) > 2
    for theme in offered:
        assert f"{theme}: herkend aan" in told(app)


def test_where_nothing_is_read_in_a_note_a_theme_is_chosen_by_hand(page: Callable[..., AppTest]) -> None:
    app = page("field_notes")
    app.text_area(key=key(app, "notitie", "tekst")).set_value("De blauwe stoel staat scheef.").run()
    assert TEXT.find.not_recognised in said(app)
    groups = app.button_group(key=key(app, "notitie", "leefgebied"))
    assert len(groups.options) == 13
    groups.set_value("geld").run()
    app = press(app, "kies_schulden")
    assert TEXT.find.not_recognised not in said(app)
    assert app.button_group(key=key(app, "notitie", "themas")).value == ["schulden"]
    assert "kies_schulden" not in buttons(app)
    app.selectbox(key=key(app, "notitie", "buurt")).set_value(HAVENRAND).run()
    app = press(app, "bewaar_notitie")
    assert "De blauwe stoel staat scheef." in said(app)
    assert "<span>Schulden</span>" in said(app)


def test_a_theme_chosen_by_hand_stands_beside_what_was_read(page: Callable[..., AppTest]) -> None:
    app = page("field_notes")
    app.button_group(key=key(app, "notitie", "leefgebied")).set_value("geld").run()
    app = press(app, "kies_schulden")
    app.text_area(key=key(app, "notitie", "tekst")).set_value("De lift is kapot.").run()
    themes = app.button_group(key=key(app, "notitie", "themas"))
    assert themes.value == ["schulden"]
    assert len(themes.options) == 2


def test_danger_is_no_theme_to_choose_for_a_note(page: Callable[..., AppTest]) -> None:
    app = page("field_notes")
    known = load_vocabulary()
    for theme in known.acute_themes:
        group = known.top_of(theme)
        app.button_group(key=key(app, "notitie", "leefgebied")).set_value(group).run()
        assert f"kies_{group}" in buttons(app)
        assert f"kies_{theme}" not in buttons(app)


def test_a_name_in_a_note_is_refused_and_the_text_stays(page: Callable[..., AppTest]) -> None:
    app = page("field_notes")
    app.text_area(key=key(app, "notitie", "tekst")).set_value(f"{CANARY} is ziek").run()
    app = press(app, "bewaar_notitie")
    assert "Hier staat misschien een naam. Haal die weg." in said(app)
    assert app.text_area(key=key(app, "notitie", "tekst")).value == f"{CANARY} is ziek"


def test_a_note_about_danger_says_what_to_do_first(page: Callable[..., AppTest]) -> None:
    app = page("field_notes")
    app.text_area(key=key(app, "notitie", "tekst")).set_value("een vader slaat zijn kind, mishandeling").run()
    assert "Bel Veilig Thuis" in said(app)
    assert TEXT.safety.not_kept in said(app)
    app.selectbox(key=key(app, "notitie", "buurt")).set_value(HAVENRAND).run()
    app = press(app, "bewaar_notitie")
    assert "Volg de meldcode. We bewaren dit hier niet." in said(app)
    assert app.text_area(key=key(app, "notitie", "tekst")).value.startswith("een vader slaat")
    assert TEXT.note.saved not in said(app)


def test_a_note_that_was_heard_wrongly_is_kept_after_one_tap(page: Callable[..., AppTest]) -> None:
    app = page("field_notes")
    app.text_area(key=key(app, "notitie", "tekst")).set_value("Mijn dochter slaat mij met dammen.").run()
    app.selectbox(key=key(app, "notitie", "buurt")).set_value(HAVENRAND).run()
    app = press(press(app, "bewaar_notitie"), f"klopt_niet_{key(app, 'notitie', 'tekst')}")
    assert "Bel Veilig Thuis" not in said(app)
    assert "We bewaren dit hier niet." not in said(app)
    assert TEXT.note.saved in said(press(app, "bewaar_notitie"))


def test_a_search_for_a_talent_that_tells_of_danger_shows_the_card_and_nobody(
    page: Callable[..., AppTest],
) -> None:
    app = page("talents")
    app.text_input(key=key(app, "talentzoek", "woord")).set_value("hij slaat mij").run()
    assert "Bel Veilig Thuis" in said(app)
    assert 'class="talent"' not in said(app)
    app = press(app, "klopt_niet_woord")
    assert "Bel Veilig Thuis" not in said(app)
    assert app.text_input(key=key(app, "talentzoek", "woord")).value == "hij slaat mij"


def test_how_to_ask_for_somebody_tells_of_no_danger(page: Callable[..., AppTest]) -> None:
    app = press(fill_talent(page("talents"), "zij slaat haar moeder"), "talent_nog_vragen")
    assert "Volg de meldcode. We bewaren dit hier niet." in said(app)
    app = press(app, f"klopt_niet_{key(app, 'talent', 'rol')}")
    assert TEXT.talent.saved_to_ask in said(press(app, "talent_nog_vragen"))


def test_a_network_tells_of_no_danger(page: Callable[..., AppTest]) -> None:
    app = press(page("networks"), "nieuw_netwerk")
    app.text_input(key=key(app, "netwerk", "naam")).set_value("zij slaat haar moeder").run()
    assert "Bel Veilig Thuis" in said(app)
    assert "Volg de meldcode. We bewaren dit hier niet." in said(press(app, "bewaar_netwerk"))


def test_an_own_note_is_mended_and_taken_away(page: Callable[..., AppTest]) -> None:
    app = page("field_notes", Role.PROFESSIONAL, "joost-haverkamp")
    app.text_area(key=key(app, "notitie", "tekst")).set_value("De lift is kapot.").run()
    app.selectbox(key=key(app, "notitie", "buurt")).set_value(HAVENRAND).run()
    app = press(app, "bewaar_notitie")
    change = next(name for name in buttons(app) if name.startswith("pas_aan_field_note-"))
    app = press(app, change)
    assert app.text_area(key=key(app, "notitie", "tekst")).value == "De lift is kapot."
    app.text_area(key=key(app, "notitie", "tekst")).set_value("De lift piept.").run()
    app = press(app, "bewaar_notitie")
    assert "De lift piept." in said(app)
    assert "De lift is kapot." not in said(app)
    app = press(app, change.replace("pas_aan_", "haal_weg_"))
    app = press(app, change.replace("pas_aan_", "haal_echt_weg_"))
    assert "De lift piept." not in said(app)
    assert not app.exception


def test_a_network_is_kept_changed_and_known(page: Callable[..., AppTest]) -> None:
    app = press(page("networks"), "nieuw_netwerk")
    app = press(app, "bewaar_netwerk")
    assert "Hoe heet dit netwerk? Vul een naam in." in said(app)
    app.text_input(key=key(app, "netwerk", "naam")).set_value("Trappenhuis Zuid").run()
    app.button_group(key=key(app, "netwerk", "soort")).set_value("flat").run()
    app.selectbox(key=key(app, "netwerk", "buurt")).set_value(HAVENRAND).run()
    app.text_input(key=key(app, "netwerk", "leden")).set_value("veel").run()
    assert TEXT.network.estimate_wrong in said(press(app, "bewaar_netwerk"))
    app.text_input(key=key(app, "netwerk", "leden")).set_value("40").run()
    app.text_input(key=key(app, "netwerk", "sleutelfiguur")).set_value(CANARY).run()
    assert "Hier staat misschien een naam." in said(press(app, "bewaar_netwerk"))
    app.text_input(key=key(app, "netwerk", "sleutelfiguur")).set_value("de huismeester").run()
    app = press(app, "bewaar_netwerk")
    assert "<h2>Trappenhuis Zuid</h2>" in said(app)
    assert "Vraag naar: de huismeester" in said(app)
    known = next(name for name in buttons(app) if name.startswith("ken_network_network-"))
    app = press(app, known)
    assert "Jij, laatst op 2 maart 2026" in said(app)
    app = press(app, next(name for name in buttons(app) if name.startswith("wijzig_network-")))
    assert app.text_input(key=key(app, "netwerk", "naam")).value == "Trappenhuis Zuid"


def test_a_moment_is_kept_with_a_role_and_plain_times(page: Callable[..., AppTest]) -> None:
    app = page("networks")
    app.button_group(key=key(app, "netwerken", "deel")).set_value("aanwezig").run()
    app = press(app, "nieuw_moment")
    app.text_input(key=key(app, "aanwezig", "van")).set_value("half tien").run()
    assert TEXT.network.time_wrong in said(press(app, "bewaar_moment"))
    app.text_input(key=key(app, "aanwezig", "van")).set_value("9.30").run()
    app.text_input(key=key(app, "aanwezig", "wie")).set_value("energiecoach").run()
    app.button_group(key=key(app, "aanwezig", "dag")).set_value("wo").run()
    app.selectbox(key=key(app, "aanwezig", "plek")).set_value("buurthuis-de-linde").run()
    app = press(app, "bewaar_moment")
    assert "woensdag 9.30 uur · energiecoach" in said(app)


def test_a_professional_sees_networks_and_says_what_is_known(page: Callable[..., AppTest]) -> None:
    app = page("networks", Role.PROFESSIONAL, "joost-haverkamp")
    assert "nieuw_netwerk" not in buttons(app)
    app.button_group(key=key(app, "netwerken", "deel")).set_value("plek").run()
    app.selectbox(key=key(app, "netwerken", "plek")).set_value("initiative/biljartclub-de-halm").run()
    app = press(app, "ken_initiative_biljartclub-de-halm")
    assert "Jij, laatst op 2 maart 2026" in said(app)
    assert not app.exception


def test_a_note_becomes_a_signal_with_one_tap(page: Callable[..., AppTest]) -> None:
    app = page("field_notes", Role.COMMUNITY_WORKER, "samira-el-idrissi")
    app = press(app, next(name for name in sorted(buttons(app)) if name.startswith("signaal_notitie-")))
    assert not app.exception
    assert "notitie-" in str(app.query_params["notitie"])
