"""Words as they are compared: stems, compounds, typing errors."""

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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("eensaam", "eenzaam"), ("eenzmaa", "eenzmaa"), ("leening", "lening"), ("achterstnad", "achterstand")],
)
def test_a_slip_is_mended_and_what_is_like_nothing_stays(typed: str, meant: str) -> None:
    assert KNOWN.mended(typed) == meant


def test_short_words_are_not_mended() -> None:
    assert KNOWN.mended("huut") == "huut"


def test_only_the_first_words_of_a_very_long_text_count() -> None:
    assert len(words_of("woord " * 5000)) == 120


def test_a_word_longer_than_people_use_is_not_taken_apart() -> None:
    assert KnownWords({"huurtoeslag": 5}).parts("huurtoeslag" * 2000) == ()


def test_pointers_are_found_by_stem_in_phrases_compounds_and_with_a_slip() -> None:
    pointers = [
        Pointer(ThemeId("schulden"), "achterstand", 2),
        Pointer(ThemeId("administratie"), "brief niet openen", 3),
        Pointer(ThemeId("administratie"), "huur", 1),
    ]
    finder = Pointers(pointers, known_words(pointer.phrase for pointer in pointers))
    assert finder.find(words_of("ik heb achterstanden"))[0].phrase == "achterstand"
    assert finder.find(words_of("brieven niet openen"))[0].phrase == "brief niet openen"
    assert {hit.theme for hit in finder.find(words_of("huurachterstand"))} == {"schulden", "administratie"}
    assert finder.find(words_of("achterstnad"))[0].theme == "schulden"
    assert finder.find(words_of("de zon schijnt")) == ()
