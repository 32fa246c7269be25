"""Words that may be about danger: a quiet question, on each screen where somebody's words lead to themes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import streamlit as st
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
def test_who_typed_on_says_yes_to_what_stands_there_now(
    page: Callable[[str], AppTest], screen: str, type_in: Typed
) -> None:
    app = type_in(page(screen), CRYING).run()
    type_in(app, f"{CRYING}, ook in het weekend")
    press(app, "wie_bellen")
    assert CARD in said(app)


@SCREENS
@pytest.mark.parametrize("at_once", [True, False], ids=["nee", "na de kaart"])
def test_who_says_that_nobody_is_in_danger_is_not_asked_again(
    page: Callable[[str], AppTest], screen: str, type_in: Typed, *, at_once: bool
) -> None:
    app = type_in(page(screen), CRYING).run()
    if at_once:
        press(app, "niet_in_gevaar")
    else:
        press(app, "wie_bellen")
        press(app, next(str(each.key) for each in app.button if str(each.key).startswith("klopt_niet")))
    assert CARD not in said(app)
    assert TEXT.safety.perhaps not in said(type_in(app, f"{CRYING.capitalize()}.").run()), "the same words"
    assert TEXT.safety.perhaps in said(type_in(app, NO_LONGER).run()), "other words, asked anew"


@SCREENS
def test_ordinary_words_are_asked_nothing(
    page: Callable[[str], AppTest], screen: str, type_in: Typed
) -> None:
    assert TEXT.safety.perhaps not in said(type_in(page(screen), LONELY).run())


def searched(app: AppTest) -> AppTest:
    """The list of what was found for who hears crying."""
    search(app, CRYING).run()
    app.selectbox(key=f"{session.PRIVATE}{app.session_state['zoek_ronde']}_buurt").set_value("BU99990101")
    app.run()
    perhaps = [str(each.key) for each in app.button if str(each.key).startswith("bedoel_")]
    if not any(str(each.key).startswith("weg_") for each in app.button):
        press(app, perhaps[0])
    return press(app, "zoek")


def test_it_is_asked_beside_the_answer_too(page: Callable[[str], AppTest]) -> None:
    app = searched(page("find_help"))
    assert TEXT.found.title in said(app)
    assert TEXT.safety.perhaps in said(app)
    press(press(app, "wie_bellen"), "klopt_niet")
    assert TEXT.found.title in said(app), "back where it was asked"


def test_the_resident_is_never_asked(page: Callable[[str], AppTest]) -> None:
    app = press(searched(page("find_help")), "naar_bewoner")
    assert TEXT.safety.perhaps not in said(app)


def test_a_no_holds_when_the_app_takes_a_name_out(page: Callable[[str], AppTest]) -> None:
    app = press(search(page("find_help"), f"mevrouw jansen: {CRYING}").run(), "niet_in_gevaar")
    press(app, "haal_dat_weg")
    assert "jansen" not in repr(app.session_state.to_dict())
    assert TEXT.safety.perhaps not in said(app)


def test_a_note_stays_unkept_after_a_yes_and_a_full_stop(page: Callable[[str], AppTest]) -> None:
    app = press(note(page("field_notes"), CRYING).run(), "wie_bellen")
    assert CARD in said(note(app, f"{CRYING}.").run())


def test_of_the_words_nothing_is_remembered_but_a_mark(
    page: Callable[[str], AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A button keeps what its callback is given until the session ends."""
    given = []
    button = st.button
    monkeypatch.setattr(st, "button", lambda *args, **more: given.append(more) or button(*args, **more))
    app = press(search(page("find_help"), CRYING).run(), "wie_bellen")
    assert {"wie_bellen", "klopt_niet"} <= {each.get("key") for each in given}
    press(app, "wis_alles")
    assert "gehuil" not in repr(app.session_state.to_dict()) + repr([each.get("args") for each in given])
