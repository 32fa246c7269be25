"""Labels lead to themes as domain.md 4.K says, safety first."""

from __future__ import annotations

import pytest

from socialmap.model.values import ThemeId
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.found import NOTHING, ThemeHit
from socialmap.search.words.labels import MOST_SHOWN, SMALL_WORDS, LabelFinder

FINDER = LabelFinder(load_vocabulary())
WHOLE_PHRASES = [
    ("zit de hele dag alleen", "eenzaamheid", 6, "hele dag alleen"),
    ("bakkie doen", "plek-om-binnen-te-lopen", 5, "bakkie doen"),
    ("huurtoeslag", "toeslagen-en-regelingen", 4, "huurtoeslag"),
    ("eenzaamheid", "eenzaamheid", 4, "Eenzaamheid"),
    ("Mijn moeder is dement en ik ben mantelzorger", "mantelzorg", 4, "mantelzorger"),
    ("niemand om mee te praten", "eenzaamheid", 8, "niemand om mee te praten"),
    ("cv", "werk-zoeken", 4, "cv"),
    ("FINANCIEN", "geld", 4, "financiën"),
]
LOOSE_WORDS = ("lift is al weken kapot", "lift-trap-toegang", 4, "lift kapot")
"""Examples of domain.md 4.K: text, first theme, score, label."""


def _hits(text: str) -> list[tuple[str, int, str]]:
    return [(hit.theme, hit.score, hit.label) for hit in FINDER.find(text).themes]


@pytest.mark.parametrize(("text", "theme", "score", "label"), WHOLE_PHRASES)
def test_a_whole_phrase_scores_three_and_its_words(text: str, theme: str, score: int, label: str) -> None:
    assert _hits(text)[0] == (theme, score, label)


def test_loose_words_in_any_order_score_two_and_the_content_words() -> None:
    text, *hit = LOOSE_WORDS
    assert _hits(text) == [tuple(hit)]


def test_small_words_of_a_label_need_not_be_there() -> None:
    assert ("stevig-staan", 4, "bang om te vallen") in _hits("ik kan vallen en daar ben ik bang voor")


def test_a_label_of_danger_counts_only_as_a_whole_phrase() -> None:
    text = "hij krijgt er zijn rekeningen niet meer betaald"
    assert "niet-meer-willen-leven" not in [theme for theme, *_ in _hits(text)]
    assert not FINDER.find(text).acute


@pytest.mark.parametrize("text", ["hij slaat een gat in de markt", "iets met een ander", "zie je die boom"])
def test_a_label_of_which_one_content_word_is_left_does_not_count_loose(text: str) -> None:
    assert FINDER.find(text) == NOTHING


def test_the_beginning_of_a_word_scores_one() -> None:
    assert _hits("koff") == [("plek-om-binnen-te-lopen", 1, "koffie drinken")]
    assert _hits("drinke") == [
        ("middelen", 1, "drinken"),
        ("plek-om-binnen-te-lopen", 1, "koffie drinken"),
    ]


def test_three_letters_are_too_few_to_be_a_beginning() -> None:
    assert FINDER.find("kof") == NOTHING


def test_a_piece_in_the_middle_of_a_word_is_not_found() -> None:
    assert FINDER.find("offie") == NOTHING


@pytest.mark.parametrize(
    "text",
    ["hij slaat mij", "er niet meer zijn", "Ik wil er NIET meer zijn.", "zij bedreigt mij", "Suicidaal"],
)
def test_words_of_danger_are_acute(text: str) -> None:
    assert FINDER.find(text).acute


def test_the_acute_themes_are_named_with_their_label() -> None:
    assert _hits("hij slaat mij") == [("huiselijk-geweld", 5, "slaat mij")]
    assert _hits("er niet meer zijn") == [("niet-meer-willen-leven", 7, "er niet meer zijn")]


def test_danger_counts_also_when_five_other_themes_stand_before_it() -> None:
    text = (
        "niemand om mee te praten, de muren komen op me af, iets voor een ander doen, "
        "post niet openmaken, rekeningen niet betalen, niet naar buiten durven, bang thuis"
    )
    found = FINDER.find(text)
    assert len(found.themes) == MOST_SHOWN
    assert "huiselijk-geweld" not in {hit.theme for hit in found.themes}
    assert found.acute


def test_ordinary_words_are_not_acute() -> None:
    assert not FINDER.find("zit de hele dag alleen").acute


def test_equal_scores_stand_in_the_order_of_the_theme_id() -> None:
    assert [hit.theme for hit in FINDER.find("eten").themes] == [
        "eten-kleding-spullen",
        "gezond-eten",
        "samen-eten",
    ]


def test_of_two_labels_that_fit_equally_well_the_first_in_the_thesaurus_is_shown() -> None:
    assert _hits("zit alleen en alleen zitten")[0] == ("eenzaamheid", 5, "alleen zitten")


@pytest.mark.parametrize("text", ["", "   ", "?!", "\n", "de het een", "xyzzy"])
def test_a_text_that_says_nothing_finds_nothing(text: str) -> None:
    assert FINDER.find(text) == NOTHING


def test_hidden_labels_take_no_part() -> None:
    assert "eensaam" in load_vocabulary().themes[ThemeId("eenzaamheid")].hidden_labels
    assert FINDER.find("eensaam") == NOTHING


def test_the_label_is_shown_as_it_is_written() -> None:
    assert FINDER.find("digid").themes[0] == ThemeHit(ThemeId("digitaal"), 4, "digid")
    assert FINDER.find("koor").themes[0].label == "koor"


def test_the_small_words_are_those_of_the_domain() -> None:
    listed = (
        "ik jij je hij zij ze wij we u me mij mijn jou jouw uw hem haar hun ons onze de het een en of maar "
        "dus dat die dit deze er is ben bent was zo al ook nog wel op in aan met van voor naar bij te tot "
        "om als"
    )
    assert set(listed.split()) == SMALL_WORDS


@pytest.mark.parametrize(
    "text",
    [
        "suïcide",
        "ik ben mishandeld",
        "hij heeft haar verkracht",
        "Ik zie het niet meer zitten!",
        "huiselijkgeweld",
    ],
)
def test_other_spellings_of_what_is_acute_are_heard(text: str) -> None:
    assert LabelFinder(load_vocabulary()).find(text).acute


def test_not_wanting_to_do_something_alone_is_not_an_alarm() -> None:
    assert not LabelFinder(load_vocabulary()).find("ik wil niet meer alleen eten").acute
