"""Words that may be about danger: a quiet question, on every screen where they are listened to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.privacy.roles import Role
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.ui.handling import key, press, said

Opener = Callable[..., AppTest]
Typed = Callable[[AppTest, str], AppTest]
CRYING = "bij de buren hoor ik 's nachts gehuil"
NO_LONGER = "mijn moeder wil niets meer, ze eet ook niet"
LONELY = "zit de hele dag alleen"
CARD = 'href="tel:112"'


def search(app: AppTest, words: str) -> AppTest:
    return app.text_input(key=f"{session.PRIVATE}{app.session_state['zoek_ronde']}_woorden").set_value(words)


def need(app: AppTest, words: str) -> AppTest:
    return app.text_input(key=key(app, "vraag", "woorden")).set_value(words)


def note(app: AppTest, words: str) -> AppTest:
    return app.text_area(key=key(app, "notitie", "tekst")).set_value(words)


def above_the_map(app: AppTest, words: str) -> AppTest:
    return app.text_input(key=f"{session.PRIVATE}kaart_tekst").set_value(words)


SCREENS = pytest.mark.parametrize(
    ("screen", "type_in"),
    [("find_help", search), ("new_need", need), ("field_notes", note), ("map_page", above_the_map)],
    ids=["zoek", "vraag", "notitie", "kaart"],
)


@pytest.fixture
def page(opened: Opener) -> Callable[[str], AppTest]:
    def open_page(name: str) -> AppTest:
        app = opened(Role.PROFESSIONAL)
        app.session_state["collega"] = "bram-tuinstra"
        app.switch_page(f"pages/{name}.py")
        return app.run()

    return open_page


@SCREENS
def test_it_is_asked_and_yes_brings_the_card(
    page: Callable[[str], AppTest], screen: str, type_in: Typed
) -> None:
    app = type_in(page(screen), CRYING).run()
    assert TEXT.safety.perhaps in said(app)
    assert CARD not in said(app)
    press(app, "wie_bellen")
    assert CARD in said(app)
    assert TEXT.safety.perhaps not in said(app)
    assert not app.exception


@SCREENS
def test_who_says_that_nobody_is_in_danger_is_not_asked_again(
    page: Callable[[str], AppTest], screen: str, type_in: Typed
) -> None:
    app = press(type_in(page(screen), CRYING).run(), "wie_bellen")
    no = next(str(each.key) for each in app.button if str(each.key).startswith("klopt_niet"))
    press(app, no)
    assert CARD not in said(app)
    assert TEXT.safety.perhaps not in said(app)
    assert TEXT.safety.perhaps in said(type_in(app, NO_LONGER).run()), "other words, asked anew"


@SCREENS
def test_ordinary_words_are_asked_nothing(
    page: Callable[[str], AppTest], screen: str, type_in: Typed
) -> None:
    assert TEXT.safety.perhaps not in said(type_in(page(screen), LONELY).run())


def test_it_is_asked_beside_the_answer_too_and_never_of_the_resident(page: Callable[[str], AppTest]) -> None:
    app = search(page("find_help"), CRYING).run()
    app.selectbox(key=f"{session.PRIVATE}{app.session_state['zoek_ronde']}_buurt").set_value(
        "BU99990101"
    ).run()
    theme = next(str(each.key) for each in app.button if str(each.key).startswith(("bedoel_", "weg_")))
    if theme.startswith("bedoel_"):
        press(app, theme)
    press(app, "zoek")
    assert TEXT.found.title in said(app)
    assert TEXT.safety.perhaps in said(app)
    press(app, "naar_bewoner")
    assert TEXT.safety.perhaps not in said(app)


def test_of_the_words_nothing_is_remembered_but_a_mark(page: Callable[[str], AppTest]) -> None:
    app = press(search(page("find_help"), CRYING).run(), "wie_bellen")
    press(app, "wis_alles")
    assert "gehuil" not in repr(app.session_state.to_dict())
