"""Figures of speech call no alarm, and take nothing away of the danger beside them."""

from __future__ import annotations

import pytest

from socialmap.language.files import language_folder
from socialmap.language.opening import open_finder
from socialmap.language.sayings import Safety, Split, safety_sayings
from socialmap.model.normal_text import normalise
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.figures import without_figures

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
    assert any(who in normalise(without_figures(text)).split() for who in ("mij", "haar", "me"))


def test_of_what_was_learned_no_danger_is_lost_with_a_figure_beside_it() -> None:
    acute = [*safety_sayings(language_folder(), Safety.ACUTE)]
    beside = [saying for saying in acute if without_figures(saying.sentence) != saying.sentence]
    assert len(beside) < len(acute) / 1000
    learned = [saying.sentence for saying in beside if saying.split is Split.DEVELOP]
    heard_whole = [each for each in learned if FINDER._hears_danger(FINDER._heard(each))]
    assert heard_whole
    assert [each for each in heard_whole if not FINDER.is_acute(each)] == []
