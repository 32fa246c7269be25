"""Vergelijk and Eigen gebieden: what each role sees and can do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.actions.own_areas import OwnAreaDraft, remove_own_area, save_own_area
from socialmap.model.values import AreaId
from socialmap.model.wording_areas import NO_PEOPLE_IN_OWN_AREA
from socialmap.privacy.roles import Role, Viewer
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.ui.handling import press, told

Opener = Callable[..., AppTest]
MAKERS = {Role.COMMUNITY_WORKER, Role.BROKER, Role.ADMINISTRATOR}


def page(opened: Opener, name: str, role: Role) -> AppTest:
    app = opened(role)
    app.switch_page(f"pages/{name}.py")
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("role", [Role.VISITOR, Role.PROFESSIONAL, Role.TEAM_LEAD])
def test_anybody_may_put_two_neighbourhoods_beside_each_other(opened: Opener, role: Role) -> None:
    app = page(opened, "compare", role)
    app.selectbox(key="vergelijk_een").set_value("BU99990101").run()
    app.selectbox(key="vergelijk_twee").set_value("BU99990102").run()
    text = told(app)
    assert "Geld en papieren: in Lindehof is niets dichtbij, in Vogelweide zijn er 30,0 plekken" in text
    assert "Een verschil zegt niet wat beter is." in text
    assert not app.error


def test_the_second_list_leaves_out_what_the_first_one_shows(opened: Opener) -> None:
    app = page(opened, "compare", Role.BROKER)
    first = app.selectbox(key="vergelijk_een")
    second = app.selectbox(key="vergelijk_twee")
    assert first.value not in second.options
    app.selectbox(key="vergelijk_een").set_value(second.value).run()
    assert app.selectbox(key="vergelijk_twee").value != app.selectbox(key="vergelijk_een").value


@pytest.mark.parametrize("role", list(Role))
def test_who_may_change_the_map_may_make_an_own_area(opened: Opener, role: Role) -> None:
    app = page(opened, "own_areas", role)
    if role in MAKERS:
        assert NO_PEOPLE_IN_OWN_AREA in told(app)
    else:
        assert app.warning[0].value.startswith("**Je mag dit niet zien.")


def test_an_own_area_is_made_chosen_in_the_gap_page_and_taken_away_again(opened: Opener) -> None:
    app = page(opened, "own_areas", Role.COMMUNITY_WORKER)
    press(app, "nieuw_gebied")
    press(app, "bewaar_gebied")
    assert "Vul een naam in." in told(app)
    app.text_input(key="eigen_gebied_naam").set_value("De noordkant")
    app.multiselect(key="eigen_gebied_buurten").set_value(["BU99990101", "BU99990102"])
    press(app, "bewaar_gebied")
    text = told(app)
    assert "De noordkant" in text
    assert "Dit zijn de hele buurten Lindehof en Vogelweide." in text
    assert "5.000 inwoners (CBS)" in text

    (look,) = [each for each in app.button if each.label == TEXT.own_area.look]
    own_id = str(look.key).removeprefix("bekijk_")
    app.switch_page("pages/white_spots.py").run()
    app.selectbox(key="tekort_wijk").set_value(own_id).run()
    text = told(app)
    assert NO_PEOPLE_IN_OWN_AREA in text
    assert "mensen hadden een vraag." not in text
    app.switch_page("pages/map_page.py").run()
    assert "De noordkant" in app.selectbox(key="kaart_buurt").options

    app.switch_page("pages/own_areas.py").run()
    press(app, f"weg_{own_id}")
    assert TEXT.own_area.empty in told(app)
    press(app, "gebied_ongedaan")
    assert "Dit zijn de hele buurten Lindehof en Vogelweide." in told(app)
    press(app, f"weg_{own_id}")
    assert not app.error


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("white_spots", "tekort_wijk"),
        ("four_quadrants", "vakken_buurt"),
        ("compare", "vergelijk_een"),
        ("map_page", "kaart_buurt"),
    ],
)
def test_an_own_area_that_goes_while_somebody_looks_at_it_is_no_error(
    opened: Opener, name: str, key: str
) -> None:
    app = page(opened, name, Role.BROKER)
    broker, parts = Viewer(Role.BROKER), (AreaId("BU99990101"), AreaId("BU99990102"))
    made = save_own_area(session.workspace(), broker, OwnAreaDraft(name="Even hier", neighbourhood_ids=parts))
    app.run().selectbox(key=key).set_value(made.id).run()
    remove_own_area(session.workspace(), broker, made.id)
    app.run()
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert not any("Even hier" in box.options for box in app.selectbox)
