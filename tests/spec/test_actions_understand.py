"""What somebody's words say besides the subject: to confirm, and nobody's name or number among it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.understand_words import Suggestion, understand_words
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
