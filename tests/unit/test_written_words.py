"""Words as they are compared: stems and compounds."""

from __future__ import annotations

import pytest

from socialmap.model.values import ThemeId
from socialmap.search.words.pointers import Pointer, Pointers
from socialmap.search.words.written import KnownWords, known_words, stem, words_of

KNOWN = KnownWords(
    {"huur": 5, "achterstand": 3, "mantel": 2, "zorg": 9, "eenzaam": 4, "brief": 2, "lening": 1}
)


def test_inflections_share_a_stem() -> None:
    assert stem("brieven") == stem("brief")
    assert stem("rekeningen") == stem("rekening")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("huurachterstand", ("huur", "achterstand")),
        ("mantelzorg", ("mantel", "zorg")),
        ("huurdersachterstand", ()),
        ("huur", ()),
        ("zorgenachterstand", ("zorg", "achterstand")),
    ],
)
def test_a_compound_is_taken_apart_into_known_words(word: str, parts: tuple[str, ...]) -> None:
    assert KNOWN.parts(word) == parts


def test_only_the_first_words_of_a_very_long_text_count() -> None:
    assert len(words_of("woord " * 5000)) == 120


def test_a_word_longer_than_people_use_is_not_taken_apart() -> None:
    assert KnownWords({"huurtoeslag": 5}).parts("huurtoeslag" * 2000) == ()


def test_pointers_are_found_by_stem_in_phrases_and_compounds_and_say_what_was_written() -> None:
    pointers = [
        Pointer(ThemeId("schulden"), "achterstand", 2),
        Pointer(ThemeId("administratie"), "brief niet openen", 3),
        Pointer(ThemeId("administratie"), "huur", 1),
    ]
    finder = Pointers(pointers, known_words(pointer.phrase for pointer in pointers))
    assert finder.find(words_of("ik heb achterstanden"))[0].written == "achterstanden"
    assert finder.find(words_of("brieven niet openen"))[0].written == "brieven niet openen"
    of_parts = finder.find(words_of("mijn huurachterstand"))
    assert {hit.theme for hit in of_parts} == {"schulden", "administratie"}
    assert {hit.written for hit in of_parts} == {"huurachterstand"}
    assert finder.find(words_of("de zon schijnt")) == ()
