"""Hearing people's own words: the layers together, why, when to be silent, and danger first."""

from __future__ import annotations

import gc
import tracemalloc
from collections import defaultdict

import pytest

from socialmap.language.files import language_folder
from socialmap.language.opening import open_finder
from socialmap.language.sayings import pointers
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.found import NOTHING, Because
from socialmap.search.words.labels import MOST_SHOWN
from tests.unit.test_labels_heard import LOOSE_WORDS, WHOLE_PHRASES

FINDER = open_finder(load_vocabulary())
ACUTE_THEMES = load_vocabulary().acute_themes


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("de enveloppen liggen ongeopend op de mat", "administratie"),
        ("ik lig elke nacht uren naar het plafond te kijken", "beter-slapen"),
        ("aanmaningen, en de incasso belt elke dag", "schulden"),
        ("mw zorgt dag en nacht voor haar dementerende echtgenoot", "mantelzorg"),
        ("ik wil nederlands leren praten", "nederlands-leren"),
    ],
)
def test_what_people_mean_is_among_the_first_three(text: str, theme: str) -> None:
    assert theme in [hit.theme for hit in FINDER.find(text).themes[:3]]


@pytest.mark.parametrize(
    ("terms", "theme"),
    [
        ("lotgenotengroep, patiëntengroep", "lotgenoten"),
        ("inlooppunt, ontmoetingsplek, buurthuis", "plek-om-binnen-te-lopen"),
        (
            "bewonersinitiatief, burgerinitiatief, zelforganisatie, right to challenge",
            "bewonersinitiatief-starten",
        ),
        ("vrijwilligersproject", "vrijwilligerswerk"),
        ("hangplek", "iets-te-doen-jongeren"),
        ("wsnp, nvvk, msnp", "schulden"),
        ("peergroup", "lotgenoten"),
        ("samenredzaamheid", "erbij-horen"),
    ],
)
def test_disciplines_name_one_theme_in_their_own_words(terms: str, theme: str) -> None:
    for term in terms.split(", "):
        assert theme in [hit.theme for hit in FINDER.find(term).themes[:3]], term


def test_what_the_lexicon_knows_for_sure_is_never_unknown_by_itself() -> None:
    """A worker types "wsnp" and no more."""
    of = defaultdict(set)
    for pointer in pointers(language_folder()):
        of[pointer.phrase].add((pointer.theme, pointer.weight))
    sure = {
        phrase: next(iter(themes))[0]
        for phrase, themes in of.items()
        if len(themes) == 1 and next(iter(themes))[1] == 3
    }
    asked = [*sure][::50]
    assert len(asked) > 100
    heard = {phrase: FINDER.find(phrase) for phrase in asked if sure[phrase] not in ACUTE_THEMES}
    assert [phrase for phrase, found in heard.items() if not found.themes] == []
    missed = [
        phrase
        for phrase, found in heard.items()
        if sure[phrase] not in {hit.theme for hit in found.themes[:3]}
    ]
    assert len(missed) < len(heard) / 50


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("ik wil dansen", "muziek-en-cultuur"),
        ("ik zoek een hobby", "creatief"),
        ("opa snapt zijn computer niet", "digitaal"),
        ("ik zoek kleren", "eten-kleding-spullen"),
        ("ik heb een rolstoel nodig", "zorg-regelen"),
        ("printen", "digitaal"),
    ],
)
def test_words_that_only_ask_do_not_hide_what_is_asked_for(text: str, theme: str) -> None:
    assert theme in [hit.theme for hit in FINDER.find(text).themes[:3]]


@pytest.mark.parametrize(
    "text",
    [
        *("ik zoek iemand", "kan iemand mij helpen", "wie kan dat doen"),
        *("ik wil niet dansen", "mevrouw de Winter komt", "het is wel goed zo", "dank u wel"),
    ],
)
def test_words_that_only_ask_or_deny_or_name_say_nothing(text: str) -> None:
    assert FINDER.find(text) == NOTHING


def test_an_everyday_word_does_not_point_because_its_stem_is_that_of_another() -> None:
    assert FINDER.find("geweld").acute
    assert FINDER.find("wel") == NOTHING
    assert FINDER.find("ik wil wel dansen").themes[0].label == "dansen"


def test_a_phrase_of_the_lexicon_that_is_almost_always_about_danger_calls_the_card_by_itself() -> None:
    of = defaultdict(list)
    for pointer in pointers(language_folder()):
        of[pointer.phrase].append(pointer)
    sure = [
        phrase
        for phrase, (first, *others) in of.items()
        if not others and first.theme in ACUTE_THEMES and first.weight == 3
    ]
    assert len(sure) > 400
    assert [phrase for phrase in sure if not FINDER.find(phrase).acute] == []


@pytest.mark.parametrize(("text", "theme", "score", "label"), [*WHOLE_PHRASES, LOOSE_WORDS])
def test_a_label_that_stands_in_the_text_is_the_reason(text: str, theme: str, score: int, label: str) -> None:
    """The examples of domain.md 4.K keep their first theme and reason among all layers."""
    first = FINDER.find(text).themes[0]
    assert (first.theme, first.score, first.label, first.because, first.sure) == (
        theme,
        score,
        label,
        Because.LABEL,
        True,
    )


def test_without_a_label_the_reason_is_a_word_or_a_saying_that_is_alike() -> None:
    reasons = {
        hit.because
        for text in ("ik lig elke nacht uren wakker", "de muren komen steeds dichterbij in mijn flat")
        for hit in FINDER.find(text).themes
    }
    assert reasons & {Because.WORD, Because.SAYING}
    assert all(hit.label for hit in FINDER.find("ik lig elke nacht uren wakker").themes)


@pytest.mark.parametrize("text", ["", "?!", "xyz qwerty", "goedemorgen", "dank u wel hoor", "tot ziens"])
def test_what_says_nothing_gives_no_theme(text: str) -> None:
    assert FINDER.find(text) == NOTHING


def test_a_word_that_is_still_being_typed_gives_the_labels_that_it_begins() -> None:
    hits = FINDER.find("mante").themes
    assert [(hit.theme, hit.score, hit.sure) for hit in hits] == [
        ("jonge-mantelzorger", 1, False),
        ("mantelzorg", 1, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "hij slaat mij",
        "hij slaat me niet elke dag",
        "mijn man wordt agressief tegen mij als hij gedronken heeft",
        "ik wil niet meer leven",
        "ik maak er een eind aan",
        "mijn vader heeft een mes op mijn keel gezet",
        "ze wil zelfmoord plegen",
        "ik ben bang voor hem",
        "ze houden de kleine opgesloten zonder eten",
    ],
)
def test_danger_is_heard_and_a_negation_does_not_switch_it_off(text: str) -> None:
    assert FINDER.find(text).acute
    assert FINDER.is_acute(text)


@pytest.mark.parametrize(
    "text",
    [
        "hij sloeg een gat in de markt",
        "hij slaat een gat in de markt",
        "ik ga dood van verveling",
        "we slaan ons er wel doorheen",
        "zit de hele dag alleen",
        "ik wil niet meer alleen eten",
        "de lift is kapot",
    ],
)
def test_what_only_looks_like_danger_is_no_alarm(text: str) -> None:
    assert not FINDER.find(text).acute


def test_half_a_label_of_danger_is_counted_by_no_layer() -> None:
    danger = {theme_id for theme_id, theme in load_vocabulary().themes.items() if theme.acute}
    found = FINDER.find("hij slaat een gat in de markt")
    assert not found.acute
    assert not danger & {hit.theme for hit in found.themes}
    assert "slaat mij" not in {hit.label for hit in found.themes}


def test_a_theme_of_danger_is_never_offered_without_the_alarm() -> None:
    acute = {theme_id for theme_id, theme in load_vocabulary().themes.items() if theme.acute}
    for text in ("ik ruzie veel met mijn buren", "ik voel me leeg en somber", "thuis is het druk"):
        found = FINDER.find(text)
        assert found.acute or not acute & {hit.theme for hit in found.themes}


def test_at_most_five_themes_with_falling_scores() -> None:
    hits = FINDER.find("post, schulden, eenzaam, slecht slapen, geen werk en ruzie met de buren").themes
    assert len(hits) == MOST_SHOWN
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_nothing_that_was_typed_stays_in_memory() -> None:
    for number in range(30):
        FINDER.find(f"merel{number} van dijk{number} slaapt slecht")
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.take_snapshot()
    for number in range(100):
        FINDER.find(f"kanarie{number} van dijk{number} slaapt slecht")
    gc.collect()
    grown = tracemalloc.take_snapshot().compare_to(before, "filename")
    tracemalloc.stop()
    ours = ("socialmap", "snowballstemmer", "rapidfuzz")
    kept = [line for line in grown if any(name in str(line.traceback) for name in ours)]
    assert sum(line.size_diff for line in kept) < 2_000


def test_what_may_be_danger_is_asked_and_a_figure_of_speech_is_not() -> None:
    for text in ("bij de buren hoor ik 's nachts gehuil", "mijn moeder wil niets meer, ze eet ook niet"):
        found = FINDER.find(text)
        assert (found.acute, found.perhaps_acute) == (False, True), text
    story = "Bij de buren hoor ik 's nachts gehuil. Ik weet niet wat ik moet doen."
    assert FINDER.find(story).perhaps_acute
    for text in ("ik lach me dood", "zit de hele dag alleen", "hij slaat mij", ""):
        assert not FINDER.find(text).perhaps_acute, text
