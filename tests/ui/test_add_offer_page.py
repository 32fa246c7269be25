"""Voeg iets toe, without a browser: what is needed, what is refused and kept, and who may do what."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.save_offer import change_offer, open_draft
from socialmap.actions.show_offer import show_offer
from socialmap.bootstrap import close_workspace
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.ui import session
from socialmap.ui.components import place_choice
from socialmap.ui.text import TEXT
from tests.contract.test_canary import everything_in
from tests.town import KOFFIE, TODAY

APP = Path(__file__).resolve().parents[2] / "socialmap" / "ui" / "navigation.py"
BROKER = Viewer(Role.BROKER)
Open = Callable[..., AppTest]


@pytest.fixture
def shared(town_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The workspace of the running app, on Dobberdam."""
    monkeypatch.setattr(place_choice, "show_map", lambda *_args, **_options: None)
    session.use_settings(Settings(folder=town_folder, today=TODAY.isoformat()))
    workspace = session.workspace()
    yield workspace
    close_workspace(workspace)
    session.use_settings(Settings(folder=town_folder))


@pytest.fixture
def open_as(shared: object) -> Open:
    """The page as somebody with this role sees it."""

    def opened(role: Role = Role.BROKER, waiting: tuple[str, str, str, str] | None = None) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=60)
        app.session_state["rol"] = str(role)
        if waiting:
            app.session_state["bureau_wacht"] = waiting
        app.switch_page("pages/add_offer.py")
        app.run()
        assert not app.exception
        return app

    return opened


def field(app: AppTest, label: str):
    (found,) = [each for each in (*app.text_input, *app.text_area) if each.label == label]
    return found


def press(app: AppTest, label: str) -> AppTest:
    button = next(each for each in app.button if each.label.split("  \n")[0].endswith(label))
    button.click().run()
    assert not app.exception
    return app


def choose(app: AppTest, group: str, value: str) -> AppTest:
    found = next(each for each in app.get("button_group") if each.label == group)
    found.set_value([value]).run() if isinstance(found.value, list) else found.set_value(value).run()
    assert not app.exception
    return app


def all_text(app: AppTest) -> str:
    parts = [str(each.value) for each in (*app.markdown, *app.title, *app.header, *app.caption, *app.info)]
    return " ".join([*parts, *(each.proto.body for each in app.get("html"))]).replace("\\", "")


def fill_four(app: AppTest, name: str = "Breien bij het raam") -> AppTest:
    field(app, "Hoe heet het?").set_value(name).run()
    field(app, "Schrijf het in gewone woorden").set_value("creatief bezig zijn").run()
    press(app, "Creatief bezig zijn")
    choose(app, "Waar is het?", "geen")
    field(app, "Hoe neem je contact op?").set_value("via de beheerder").run()
    return app


def names(workspace: object) -> set[str]:
    return {line.name for line in browse_map(workspace, BROKER, MapView(limit=100)).lines}


def test_four_fields_are_saved_and_found_at_once(open_as: Open, shared: object) -> None:
    app = press(fill_four(open_as()), "Bewaar")
    assert "Bewaard: Breien bij het raam" in all_text(app)
    assert "Breien bij het raam" in names(shared)


def test_themes_are_suggested_from_the_description_with_their_reason(open_as: Open, shared: object) -> None:
    app = open_as()
    field(app, "Hoe heet het?").set_value("Woensdag").run()
    field(app, TEXT.more.description).set_value("Verse soep, samen eten aan een lange tafel.").run()
    suggested = [each.key for each in app.button if "erbij_" in str(each.key)]
    assert any(str(key).endswith("erbij_samen-eten") for key in suggested)
    assert "Samen eten: herkend aan" in all_text(app).replace("&#x27;", "'")
    press(app, "Samen eten")
    assert not any(str(each.key).endswith("erbij_samen-eten") for each in app.button)


def test_no_theme_of_danger_is_offered_and_the_card_stops_nobody(open_as: Open, shared: object) -> None:
    app = fill_four(open_as(), "Samen sterk")
    words = "Zelfhulpgroep voor slachtoffers van huiselijk geweld."
    field(app, TEXT.more.description).set_value(words).run()
    assert "Bel Veilig Thuis 0800-2000" in all_text(app)
    assert TEXT.safety.may_stand in all_text(app)
    offered = {str(each.key).partition("erbij_")[2] for each in app.button if "erbij_" in str(each.key)}
    assert not offered & shared.vocabulary.acute_themes
    press(app, "Bewaar")
    assert "Samen sterk" in names(shared)


def test_the_card_beside_a_description_goes_with_one_tap(open_as: Open) -> None:
    app = open_as()
    field(app, TEXT.more.description).set_value("Voor wie thuis geslagen wordt.").run()
    press(app, TEXT.safety.not_right)
    assert "Bel Veilig Thuis 0800-2000" not in all_text(app)
    assert field(app, TEXT.more.description).value == "Voor wie thuis geslagen wordt."


def test_the_list_of_themes_has_none_of_danger(open_as: Open, shared: object) -> None:
    app = open_as()
    chosen = next(each for each in app.get("button_group") if each.label == TEXT.add.themes_list)
    chosen.set_value("veilig").run()
    listed = {str(each.key).partition("lijst_")[2] for each in app.button if "lijst_" in str(each.key)}
    assert "erbij-horen" in listed
    assert not listed & shared.vocabulary.acute_themes


def test_a_hard_word_in_the_description_gets_a_tip_that_stops_nobody(open_as: Open, shared: object) -> None:
    app = fill_four(open_as())
    assert TEXT.plain.title not in all_text(app)
    field(app, TEXT.more.description).set_value("Bewoners participeren in onze groep.").run()
    told = all_text(app)
    assert TEXT.plain.title in told
    assert "In plaats van ‘participeren’ kun je zeggen: meedoen." in told
    assert TEXT.plain.skip in told
    press(app, "Bewaar")
    assert "Breien bij het raam" in names(shared)


def test_a_long_sentence_and_one_that_does_not_say_who_get_a_tip_too(open_as: Open) -> None:
    app = fill_four(open_as())
    long = " ".join(["Wij", "drinken", "elke", "dinsdag", "koffie", *(["en thee"] * 12)])
    field(app, TEXT.more.description).set_value(f"{long}. De soep wordt gekookt.").run()
    told = all_text(app)
    assert "Deze zin is lang (29 woorden): ‘Wij drinken elke dinsdag koffie …’." in told
    assert "Wie doet het? Dat staat niet bij ‘wordt gekookt’." in told
    field(app, TEXT.more.description).set_value("Wij koken soep.").run()
    assert TEXT.plain.title not in all_text(app)


def test_the_words_about_themes_are_kept_nowhere(
    open_as: Open, town_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """They may be how a resident said it; what stands in the description is there to be read by all."""
    caplog.set_level(logging.DEBUG)
    app = fill_four(open_as())
    canary = "kwispelfladder"
    field(app, TEXT.add.themes_words).set_value(f"schulden, {canary}").run()
    assert "Schulden: herkend aan" in all_text(app)
    assert canary in str(app.session_state)
    app = press(app, "Bewaar")
    assert "Bewaard: Breien bij het raam" in all_text(app)
    assert canary not in all_text(app) + str(app.session_state) + str(app.query_params)
    assert canary not in caplog.text
    assert canary not in everything_in(town_folder)


def test_the_words_about_themes_are_forgotten_like_a_search(open_as: Open) -> None:
    """Only what is private holds them: that goes after ten minutes, and with another role."""
    app = fill_four(open_as())
    field(app, TEXT.add.themes_words).set_value("schulden, kwispelfladder").run()
    state = str(app.session_state)
    assert state.count("kwispelfladder") == 1
    assert re.search(rf"'{session.PRIVATE}\w+': 'schulden, kwispelfladder'", state)


def test_a_refused_form_stays_filled_and_says_what_is_missing(open_as: Open, shared: object) -> None:
    app = open_as()
    field(app, "Hoe heet het?").set_value("Breien bij het raam").run()
    before = names(shared)
    press(app, "Bewaar")
    told = all_text(app)
    for sentence in (
        "Waar helpt dit bij? Kies minstens één onderwerp.",
        "Waar is het? Kies één plek",
        "Hoe kun je contact opnemen?",
    ):
        assert sentence in told.replace("&#x27;", "'")
    assert field(app, "Hoe heet het?").value == "Breien bij het raam"
    assert names(shared) == before


def test_what_was_typed_is_still_there_after_another_page(open_as: Open) -> None:
    app = open_as()
    field(app, "Hoe heet het?").set_value("Breien bij het raam").run()
    app.switch_page("pages/help_page.py").run()
    app.switch_page("pages/add_offer.py").run()
    assert field(app, "Hoe heet het?").value == "Breien bij het raam"


def test_save_and_add_another_gives_an_empty_form(open_as: Open, shared: object) -> None:
    app = press(fill_four(open_as()), "Bewaar en voeg nog iets toe")
    assert "Bewaard: Breien bij het raam" in all_text(app)
    assert field(app, "Hoe heet het?").value == ""
    assert "Breien bij het raam" in names(shared)


def test_a_name_in_the_description_is_pointed_out(open_as: Open, shared: object) -> None:
    app = fill_four(open_as())
    field(app, "Wat is het? Zonder namen van mensen.").set_value("Bel Wiebke van der Meulen.").run()
    press(app, "Bewaar")
    assert "Hier staat misschien een naam. Haal die weg." in all_text(app)
    assert "Breien bij het raam" not in names(shared)


def test_a_name_that_shames_gives_a_hint_and_no_more(open_as: Open, shared: object) -> None:
    app = fill_four(open_as(), "Schuldencafé")
    assert "Kies een naam waar mensen zich niet voor schamen." in all_text(app)
    press(app, "Bewaar")
    assert "Schuldencafé" in names(shared)


def test_a_likely_double_is_asked_about_before_saving(open_as: Open, shared: object) -> None:
    app = fill_four(open_as(), "Koffieochtend De Linde")
    choose(app, "Waar is het?", "gebouw")
    next(each for each in app.selectbox if each.label == "Welk gebouw?").set_value("de-linde").run()
    assert "Dit lijkt op Koffie in de Linde, op dezelfde plek. Is het hetzelfde?" in all_text(app)
    press(app, "Bewaar")
    assert "Koffieochtend De Linde" not in names(shared)
    press(app, "Nee, iets anders")
    press(app, "Bewaar")
    assert "Koffieochtend De Linde" in names(shared)


def test_yes_it_is_the_same_opens_that_one(open_as: Open) -> None:
    app = fill_four(open_as(), "Koffieochtend De Linde")
    choose(app, "Waar is het?", "gebouw")
    next(each for each in app.selectbox if each.label == "Welk gebouw?").set_value("de-linde").run()
    press(app, "Ja, vul aan")
    assert "Pas aan: Koffie in de Linde" in all_text(app)


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.TEAM_LEAD, Role.VISITOR])
def test_a_role_without_the_right_is_refused_kindly(open_as: Open, role: Role) -> None:
    app = open_as(role)
    assert "Je mag dit niet zien. Vraag het aan je teamleider." in all_text(app)
    assert not [each for each in app.button if each.label == "Bewaar"]


def test_a_community_worker_changes_but_does_not_add(open_as: Open, shared: object) -> None:
    app = open_as(Role.COMMUNITY_WORKER)
    assert "Iets nieuws toevoegen doet de sociaal makelaar." in all_text(app)
    field(app, "Zoek op naam").set_value("koffie").run()
    press(app, "**Koffie in de Linde** · initiatief")
    field(app, "Hoe neem je contact op?").set_value("via de gastvrouw").run()
    press(app, "Bewaar")
    assert show_offer(shared, BROKER, KOFFIE.id).contact == "via de gastvrouw"


def test_two_edits_of_one_field_are_shown_side_by_side(open_as: Open, shared: object) -> None:
    app = open_as(waiting=("change", "initiative", KOFFIE.id, ""))
    theirs = open_draft(shared, BROKER, "initiative", KOFFIE.id)
    other = replace(theirs.entity, contact="via de kok", cost_eur=1.0)
    change_offer(shared, Viewer(Role.COMMUNITY_WORKER), other, theirs.version)
    field(app, "Hoe neem je contact op?").set_value("via de gastvrouw").run()
    press(app, "Bewaar")
    assert "Iemand anders heeft dit ook aangepast" in all_text(app)
    (question,) = app.radio
    assert (question.label, question.options) == ("Contact", ["via de gastvrouw", "via de kok"])
    press(app, "Bewaar mijn keuze")
    now = open_draft(shared, BROKER, "initiative", KOFFIE.id).entity
    assert (now.contact, now.cost_eur) == ("via de gastvrouw", 1.0)


def test_the_history_tells_in_dutch_and_takes_back(open_as: Open, shared: object) -> None:
    before = open_draft(shared, BROKER, "initiative", KOFFIE.id)
    change_offer(shared, BROKER, replace(before.entity, cost_eur=2.5), before.version)
    app = open_as(waiting=("history", "initiative", KOFFIE.id, KOFFIE.name))
    told = all_text(app)
    assert "Geschiedenis van Koffie in de Linde" in told
    assert "Kosten per keer" in told
    assert "€ 2,50" in told
    press(app, "Maak ongedaan")
    assert "Dat is ongedaan gemaakt." in all_text(app)
    assert open_draft(shared, BROKER, "initiative", KOFFIE.id).entity.cost_eur is None


def test_an_organisation_and_a_facility_need_little(open_as: Open) -> None:
    app = open_as()
    choose(app, "Wat voeg je toe?", "facility")
    press(app, "Bewaar")
    told = all_text(app)
    assert "Hoe heet deze plek? Vul een naam in." in told
    assert "Zet hem op de kaart." in told
    choose(app, "Wat voeg je toe?", "organisation")
    field(app, "Hoe heet het?").set_value("Buurvereniging Noord").run()
    kind = next(each for each in app.selectbox if each.label == "Wat voor organisatie is het?")
    kind.set_value("vereniging").run()
    press(app, "Bewaar")
    assert "Bewaard: Buurvereniging Noord" in all_text(app)
