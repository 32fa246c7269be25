"""Figures of speech call no alarm, and take nothing away of the danger beside them."""

from __future__ import annotations

import re

import pytest

from socialmap.language.files import language_folder
from socialmap.language.opening import open_finder
from socialmap.language.sayings import Safety, Split, safety_sayings
from socialmap.model.normal_text import normalise
from socialmap.ontology.thesaurus import load_vocabulary

FINDER = open_finder(load_vocabulary())
FIGURES = [
    "hij slaat een gat in de markt",
    "hij heeft een gat in de markt geslagen",
    "zij slaat de plank mis",
    "dat slaat nergens op",
    "ze slaat haar slag in de uitverkoop",
    "hij steekt de draak met mij",
    "hij schopt het nog ver",
    "ik lach me dood",
    "dat doet me pijn in mijn portemonnee",
    "ze sloegen de handen ineen",
]
FIGURE = re.compile(
    r"\b(?:(?:schaam|lach|schrik|verveel)\w* (?:me|mij|je|zich|ons) (?:echt |bijna )?dood|de draak|"
    r"(?:slaat|sloeg|slaan) (?:weer )?alarm|slaat (?:echt )?nergens op|hart onder de riem)\b"
)


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_of_speech_calls_no_alarm(text: str) -> None:
    assert not FINDER.find(text).acute
    assert not FINDER.is_acute(text)


@pytest.mark.parametrize("text", FIGURES)
@pytest.mark.parametrize("danger", ["en hij slaat mij", "ik wil niet meer leven", "ik ben bang voor hem"])
def test_danger_beside_a_figure_of_speech_is_heard(text: str, danger: str) -> None:
    assert FINDER.find(f"{text}, {danger}").acute
    assert FINDER.find(f"{danger}. {text}").acute


@pytest.mark.parametrize(
    "text",
    ["hij slaat mij. Alarm!", "hij slaat haar, een kruis ermee", "hij steekt mij, de draak", "hij slaat me"],
)
def test_who_is_struck_is_never_part_of_a_figure(text: str) -> None:
    assert FINDER.find(text).acute


def test_no_danger_that_was_learned_is_lost_with_a_figure_beside_it() -> None:
    learned = [
        saying.sentence
        for saying in safety_sayings(language_folder(), Safety.ACUTE)
        if saying.split is Split.DEVELOP and FIGURE.search(normalise(saying.sentence))
    ]
    assert len(learned) >= 4
    silent = [sentence for sentence in learned if not FINDER.is_acute(sentence)]
    assert len(silent) < len(learned) / 10
    assert [each for each in silent if FINDER.is_acute(FIGURE.sub(" ", normalise(each)))] == []
