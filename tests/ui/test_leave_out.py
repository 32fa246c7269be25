"""Zoek voor iemand: a name, a number or an address in the words goes at one tap."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.handling import press, said
from tests.ui.test_find_help_page import LINDEHOF, LONELY, held, private, say


def test_a_name_and_an_address_are_left_out_at_a_tap(find: Callable[..., AppTest]) -> None:
    app = say(find(), f"mevrouw jansen, Lindestraat 3, {LONELY}")
    assert "Hier staat misschien een naam." in said(app)
    app = press(app, "haal_dat_weg")
    left = app.text_input(key=private(app, "woorden")).value
    assert LONELY in left
    assert "jansen" not in left + said(app)
    assert "Lindestraat" not in left
    assert "haal_dat_weg" not in {button.key for button in app.button}


@pytest.mark.parametrize("place", ["Lindeplein 3", "aan het Lindeplein"])
def test_a_place_is_forgotten_when_its_neighbourhood_is_taken_over(
    find: Callable[..., AppTest], place: str
) -> None:
    app = press(say(find(), f"woont {place}, {LONELY}"), "ook_Lindehof")
    assert held(app, "buurt") == LINDEHOF
    assert app.text_input(key=private(app, "woorden")).value == f"woont, {LONELY}"


def test_a_place_is_looked_for_in_the_words_as_they_are_at_the_tap(find: Callable[..., AppTest]) -> None:
    app = say(find(), f"woont Lindeplein 3, {LONELY}")
    words = private(app, "woorden")
    app.text_input(key=words).set_value(f"mevrouw woont al jaren Lindeplein 3, {LONELY}")
    app = press(app, "ook_Lindehof")
    assert app.text_input(key=words).value == f"mevrouw woont al jaren, {LONELY}"
