"""What somebody's words say besides the subject: to confirm, and nobody's name or number among it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.understand_words import (
    Suggestion,
    understand_words,
    without_places,
    without_private,
)
from socialmap.errors import NotAllowed
from socialmap.privacy.roles import Role, Viewer
from tests.town import LINDEHOF

WORKER = Viewer(Role.PROFESSIONAL)


def test_age_mobility_language_moment_and_threshold_become_suggestions(workspace) -> None:
    said = understand_words(
        workspace, WORKER, "mevrouw van 78 jaar loopt slecht, spreekt alleen Turks en kan alleen overdag"
    )
    assert {
        Suggestion("leeftijd", "78"),
        Suggestion("mobiliteit", "slecht_ter_been"),
        Suggestion("taal", "tr"),
        Suggestion("dagdeel", "ma-ochtend"),
    } <= set(said.suggestions)
    assert said.too_much == ()


def test_a_neighbourhood_that_is_named_and_an_address_become_a_neighbourhood(workspace) -> None:
    for text in ("zij woont in de Lindehof", "zij woont Lindestraat 3", "ze zit alleen in de Lindestraat"):
        said = understand_words(workspace, WORKER, text)
        assert Suggestion("buurt", LINDEHOF.id) in said.suggestions
        assert "Lindestraat" not in repr(said)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("mevrouw jansen zit de hele dag alleen", "zit de hele dag alleen"),
        ("mevrouw Anna de Vries zit alleen", "zit alleen"),
        ("Mw. Jansen, Lindestraat 3, is eenzaam", "is eenzaam"),
        ("bel haar op 06-12345678, zij wil praten", "bel haar op, zij wil praten"),
        ("zij zit alleen, en nu?", "zij zit alleen, en nu?"),
        ("", ""),
    ],
)
def test_the_words_without_what_should_not_stand_there(text: str, left: str) -> None:
    assert without_private(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mw. Jansen, Lindestraat 3, is eenzaam", "Mw. Jansen, is eenzaam"),
        ("zij woont in de Lindestraat, en is alleen", "zij woont, en is alleen"),
        ("alleen op de lindestr. met drie kinderen", "alleen met drie kinderen"),
        ("hoek van Lindestraat/plein", "hoek /plein"),
        ("komt uit\nden lindestraat 12a, en is alleen", "komt, en is alleen"),
        ("lindestr. op nummer 12, alleen", "alleen"),
        ("Lindestraat 12 uur", "Lindestraat 12 uur"),
        ("zij wil naar de Lindestraat", "zij wil naar de Lindestraat"),
        ("zij woont in de Lindehof", "zij woont in de Lindehof"),
        ("zij zit in de put", "zij zit in de put"),
    ],
)
def test_where_the_neighbourhood_is_known_the_address_goes_and_nothing_else(
    workspace, text: str, left: str
) -> None:
    assert without_places(text, understand_words(workspace, WORKER, text).places) == left


def test_of_words_that_are_typed_nothing_is_asked_outside(workspace):
    class Outside:
        def find(self, text, within):
            raise AssertionError(text)

    asking = replace(workspace, geocoder=Outside())
    assert understand_words(asking, WORKER, "zij woont Merelpad 99, 8011 AB").suggestions == ()


def test_names_and_numbers_are_pointed_out_and_come_back_nowhere(workspace) -> None:
    said = understand_words(workspace, WORKER, "Kanarie van Dijk, 06-12345678, is eenzaam")
    assert len(said.too_much) == 2
    assert said.suggestions == ()
    assert "Dijk" not in repr(said)


def test_who_may_not_search_is_refused(workspace) -> None:
    with pytest.raises(NotAllowed):
        understand_words(workspace, Viewer(Role.VISITOR), "78 jaar")
