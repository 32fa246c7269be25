"""Typing errors: mended word by word, and then heard by every layer, danger too."""

from __future__ import annotations

import pytest

from socialmap.language.opening import load_learned, open_finder
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.spelling import Spelling
from socialmap.search.words.written import KnownWords

KNOWN = KnownWords({"huur": 5, "achterstand": 3, "zorg": 9})
COUNTS = {
    "eenzaam": 40, "lening": 5, "achterstand": 9, "huur": 9, "mij": 99, "hulp": 30, "dood": 20, "gas": 9,
    "bellen": 10, "vellen": 12, "rellen": 3, "zeldzaam": 2, "brieven": 7,
}  # fmt: skip
SPELLING = Spelling(COUNTS, frozenset({"briev", "eenzam"}), KNOWN)
TYPING = Spelling(COUNTS | {"hulpbron": 1}, frozenset(), KNOWN)
FINDER = open_finder(load_vocabulary())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("eensaam", "eenzaam"),
        ("leening", "lening"),
        ("achterstnad", "achterstand"),
        ("aachterstnad", "achterstand"),
        ("mji", "mij"),
        ("hlup", "hulp"),
        ("Hlup, ik ben ÉENSAAM!", "hulp, ik ben eenzaam!"),
        ("dooood", "dood"),
        ("gasss", "gas"),
    ],
)
def test_a_slip_is_mended_where_it_stands(typed: str, meant: str) -> None:
    assert SPELLING.mended(typed) == meant


@pytest.mark.parametrize(
    "text", ["eenzmaa", "huut", "gsa1", "huurachterstand", "eenzame", "zeldzam", "hij", "", "2026", "mi"]
)
def test_what_is_like_nothing_short_or_put_together_of_our_words_stays(text: str) -> None:
    assert SPELLING.mended(text) == text


@pytest.mark.parametrize("text", ["ik ben eenz", "hulp bij lenin", "Acht", "ik heb hulpb"])
def test_a_last_word_that_may_still_be_being_typed_stays(text: str) -> None:
    assert TYPING.mended(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hulpb ", "hulp "),
        ("hulpb.", "hulp."),
        ("hulpb\n", "hulp\n"),
        ("hulpb bellen", "hulp bellen"),
        ("ik heb hlup", "ik heb hulp"),
    ],
)
def test_a_word_that_was_gone_on_from_or_begins_no_other_is_mended(typed: str, meant: str) -> None:
    assert TYPING.mended(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("ik heb schul", "ik heb schul"), ("hij slaat mji", "hij slaat mij")]
)
def test_what_is_being_typed_is_left_alone_by_the_words_of_the_model_too(typed: str, meant: str) -> None:
    assert load_learned().spelling.mended(typed) == meant


def test_a_name_is_no_slip() -> None:
    assert "kansen" in load_learned().model.grams.counts()
    assert (
        load_learned().spelling.mended("mevrouw jansen is verdritig, zegt zij")
        == "mevrouw jansen is verdrietig, zegt zij"
    )


def test_a_letter_beside_the_right_one_on_the_keyboard_goes_before_a_commoner_word() -> None:
    assert SPELLING.mended("nellen") == "bellen"
    assert SPELLING.mended("tellen") == "rellen"
    assert SPELLING.mended("zellen") == "vellen"


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("schulfen", "schulden"),
        ("ik ben eenzaan", "eenzaamheid"),
        ("huurachterstnad", "schulden"),
        ("mantelzirg", "mantelzorg"),
        ("de psot niet openmaken", "administratie"),
    ],
)
def test_a_theme_is_heard_in_words_with_a_slip(text: str, theme: str) -> None:
    assert theme in [hit.theme for hit in FINDER.find(text).themes[:3]]


@pytest.mark.parametrize("text", ["hij slaat mji", "ik wil dooood", "zij wordt mishandedl door haar zoon"])
def test_danger_is_heard_in_words_with_a_slip(text: str) -> None:
    assert FINDER.find(text).acute
    assert FINDER.is_acute(text)


def test_the_words_of_the_model_are_known_with_how_many_lines_hold_them() -> None:
    counts, stems = load_learned().model.grams.counts(), load_learned().model.grams.stems()
    assert counts["ik"] > counts["schulden"] > counts["tatoeage"] >= 1
    assert "schuld" in stems
