"""The floor, the areas and the names under which sensitive themes are counted (domain.md 4.H)."""

import pytest

from socialmap.errors import InvalidInput
from socialmap.model.values import Layer
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.disclosure import (
    AreaLevel,
    checked_floor,
    finest_area,
    number_words,
    protect,
    theme_to_name,
)

VOCABULARY = load_vocabulary()


def test_a_setting_can_raise_the_floor_and_never_lower_it():
    assert [checked_floor(floor) for floor in (5, 10)] == [5, 10]
    for floor in (4, 11, 0, -5):
        with pytest.raises(InvalidInput, match="van 5 tot en met 10"):
            checked_floor(floor)
    with pytest.raises(InvalidInput):
        protect([("Lindehof", 3)], floor=3)


def test_a_higher_floor_hides_more():
    shown = protect([("a", 6), ("b", 20), ("c", 30)], floor=7)
    assert shown.cells == ("<7", "–", "30")


def test_a_table_without_rows_is_empty():
    assert protect([]).cells == ()
    assert protect([]).total == "0"


def test_less_than_nobody_is_a_mistake():
    with pytest.raises(ValueError, match="below zero"):
        protect([("a", -1)])


def test_number_words():
    assert [number_words(count) for count in (0, 1, 4, 5)] == [
        "niemand",
        "enkele mensen",
        "enkele mensen",
        "5 mensen",
    ]
    assert number_words(6, floor=7) == "enkele mensen"


def test_outside_the_core_a_sensitive_theme_is_counted_per_district_under_its_leefgebied():
    assert finest_area("schulden", VOCABULARY, Layer.SHELL) is AreaLevel.DISTRICT
    assert finest_area("schulden", VOCABULARY, Layer.CORE) is AreaLevel.NEIGHBOURHOOD
    assert finest_area("geld", VOCABULARY, Layer.SHELL) is AreaLevel.NEIGHBOURHOOD
    assert finest_area("slechte-woning", VOCABULARY, Layer.SHELL) is AreaLevel.NEIGHBOURHOOD
    assert theme_to_name("schulden", VOCABULARY, Layer.SHELL) == "geld"
    assert theme_to_name("schulden", VOCABULARY, Layer.CORE) == "schulden"
    assert theme_to_name("slechte-woning", VOCABULARY, Layer.SHELL) == "slechte-woning"
