"""Lees een lijst in, without a browser: columns, the plan, choices of a person, and who may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.save_offer import change_offer, open_draft
from socialmap.bootstrap import close_workspace
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.ui import session
from tests.town import TODAY
from tests.ui.handling import press, said, told

APP = Path(__file__).resolve().parents[2] / "socialmap" / "ui" / "navigation.py"
VISITOR, BROKER = Viewer(Role.VISITOR), Viewer(Role.BROKER)
OURS = "naam;thema;contact;plek\nSchaken;Spelletjes;{contact};Bibliotheek Vogelweide\nFout;;bel;\n"
THEIRS = "Naam activiteit;Helpt bij wat;Contact gegevens;Contactpersoon;Waar is het\n"
THEIRS += "Schaken;Spelletjes;via de balie;Kanarie;geen vaste plek\n"
Open = Callable[..., AppTest]


@pytest.fixture
def shared(town_folder: Path) -> Iterator[object]:
    """The workspace of the running app, on Dobberdam."""
    session.use_settings(Settings(folder=town_folder, today=TODAY.isoformat()))
    workspace = session.workspace()
    yield workspace
    close_workspace(workspace)
    session.use_settings(Settings(folder=town_folder))


@pytest.fixture
def open_as(shared: object) -> Open:
    def opened(role: Role = Role.ADMINISTRATOR) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=60)
        app.session_state["rol"] = str(role)
        app.switch_page("pages/read_list.py")
        app.run()
        assert not app.exception
        return app

    return opened


def upload(app: AppTest, text: str, source: str = "Welzijn") -> AppTest:
    app.text_input[0].input(source)
    app.file_uploader[0].upload("lijst.csv", text.encode("utf-8"), "text/csv").run()
    assert not app.exception
    return app


def names(workspace: object, text: str) -> list[str]:
    return [line.name for line in browse_map(workspace, VISITOR, MapView(text=text)).lines]


def test_a_list_is_planned_carried_out_and_taken_back(open_as: Open, shared: object) -> None:
    app = upload(open_as(), OURS.format(contact="via de balie"))
    page = told(app)
    assert "1 nieuw" in page
    assert "1 geweigerd" in page
    assert "Regel 3: " in page
    assert names(shared, "schaken") == []
    press(app, "lijst_uitvoeren")
    assert "Klaar. De lijst is ingelezen." in told(app)
    assert names(shared, "schaken") == ["Schaken"]
    press(app, "lijst_terug")
    assert names(shared, "schaken") == []
    assert [box.value for box in app.info] == ["Alles is teruggedraaid."]


def test_a_list_that_was_looked_at_is_not_listened_to_for_danger_once_more(open_as: Open) -> None:
    row = "Praten;Rouw en verlies;bel ons;Bibliotheek Vogelweide;Zij slaat haar moeder thuis."
    app = upload(open_as(), f"naam;thema;contact;plek;omschrijving\n{row}\n")
    heard = "Regel 2 vertelt misschien over iemand in gevaar. Haal dat dan weg en volg de meldcode."
    assert heard in told(app)
    press(app, "lijst_uitvoeren")
    done = app.session_state["lijst_klaar"].plan
    assert [each.name for each in done.new] == ["Praten"]
    assert heard not in done.notes


def test_a_theme_that_was_suggested_is_told_with_its_reason(open_as: Open, shared: object) -> None:
    list_of_one = "naam;contact;plek;omschrijving\nSoepclub;bel ons;Bibliotheek Vogelweide;Samen eten\n"
    page = told(upload(open_as(), list_of_one))
    assert "Onderwerp voorgesteld" in page
    assert "Regel 2, Soepclub: Samen eten (herkend aan 'Samen eten')" in page


def test_the_same_list_again_asks_for_nothing(open_as: Open) -> None:
    app = upload(open_as(), OURS.format(contact="via de balie"))
    press(app, "lijst_uitvoeren")
    press(app, "lijst_nog_een")
    upload(app, OURS.format(contact="via de balie"))
    assert [box.value for box in app.info] == ["Er is niets te veranderen. Alles staat al zo op de kaart."]
    assert not [button for button in app.button if button.key == "lijst_uitvoeren"]


def test_unknown_columns_are_guessed_corrected_and_read(open_as: Open, shared: object) -> None:
    app = upload(open_as(), THEIRS)
    chosen = {box.label: box.value for box in app.selectbox}
    assert chosen["Naam activiteit"] == "name"
    assert chosen["Contact gegevens"] == "contact"
    assert "Kanarie" not in said(app)
    assert "Kolommen met namen van mensen lezen we niet: Contactpersoon." in told(app)
    for label, field in (("Helpt bij wat", "themes"), ("Waar is het", "place")):
        next(box for box in app.selectbox if box.label == label).set_value(field).run()
    assert "1 nieuw" in told(app)
    press(app, "lijst_uitvoeren")
    assert names(shared, "schaken") == ["Schaken"]
    press(app, "lijst_nog_een")
    upload(app, THEIRS)
    assert [box.label for box in app.selectbox if box.label in chosen] == []


def test_a_person_decides_where_the_list_says_something_else(open_as: Open, shared: object) -> None:
    app = upload(open_as(), OURS.format(contact="via de balie"))
    press(app, "lijst_uitvoeren")
    (line,) = browse_map(shared, VISITOR, MapView(text="schaken")).lines
    draft = open_draft(shared, BROKER, "initiative", line.id)
    change_offer(shared, BROKER, replace(draft.entity, contact="vraag aan Delia"), draft.version)
    press(app, "lijst_nog_een")
    upload(app, OURS.format(contact="bel 038-5550199"))
    (question,) = app.radio
    assert question.label == "Schaken: Contact"
    assert [option.replace("\\", "") for option in question.options] == [
        "Houd wat er staat: vraag aan Delia",
        "Neem over: bel 038-5550199",
        "Ik weet het nog niet",
    ]
    assert not [button for button in app.button if button.key == "lijst_uitvoeren"]
    question.set_value("neem").run()
    (question,) = app.radio
    assert question.value == "neem"
    press(app, "lijst_uitvoeren")
    assert open_draft(shared, BROKER, "initiative", line.id).entity.contact == "bel 038-5550199"


def test_a_file_that_is_no_list_is_refused_and_the_page_stays(open_as: Open) -> None:
    app = upload(open_as(), "zomaar een zin\n")
    assert "In dit bestand staan geen rijen met een kop erboven." in " ".join(
        box.value for box in app.warning
    )
    assert app.text_input[0].value == "Welzijn"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_the_administrator_reads_lists(open_as: Open, role: Role) -> None:
    app = open_as(role)
    assert not app.file_uploader
    assert "Je mag dit niet zien. Vraag het aan je teamleider." in " ".join(box.value for box in app.warning)


def test_where_a_fact_comes_from_stands_beside_it(shared: object) -> None:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state["rol"] = str(Role.BROKER)
    app.query_params["open"] = "initiative:koffie"
    app.run()
    assert "Ingevuld of aangepast door beheerder, 25 februari 2026 Alles wat hier staat" in told(app)
