"""Danger is heard sentence by sentence: it does not drown in what is told around it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from socialmap.language.opening import open_finder
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.written import sentences_of

FINDER = open_finder(load_vocabulary())
CALM = "Mevrouw komt elke dinsdag naar de koffie. Zij zoekt iemand om mee te wandelen in het park."
DANGER = [
    "Mijn zoon slaat mij als hij geld wil.",
    "Soms denk ik dat ik beter dood kan zijn.",
    "Haar kleinkind van drie zit 's nachts alleen thuis.",
]


@pytest.mark.parametrize("danger", DANGER)
@pytest.mark.parametrize("story", ["{calm} {danger}", "{danger} {calm}", "{calm}\n{danger}\n{calm} {calm}"])
def test_danger_is_heard_wherever_it_stands_in_a_story(danger: str, story: str) -> None:
    assert FINDER.is_acute(danger)
    told = story.format(calm=CALM, danger=danger)
    assert FINDER.is_acute(told)
    assert FINDER.find(told).acute


def test_danger_is_heard_in_a_very_long_sentence() -> None:
    calm = "zij wandelt graag in het park en drinkt daarna koffie met haar buurvrouw en " * 8
    assert FINDER.is_acute(f"{calm} thuis slaat haar man haar")
    assert FINDER.is_acute(f"mijn man slaat mij en {calm}")
    assert not FINDER.is_acute(calm)


def test_a_story_without_danger_calls_no_alarm() -> None:
    assert not FINDER.is_acute(CALM)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ("",)),
        ("ik ben alleen", ("ik ben alleen",)),
        ("Mw. is moe. Zij slaapt slecht.", ("Mw. is moe. Zij slaapt slecht.",)),
        ("Mijn man is ziek. Wie kan hem helpen? Bel!", ("Mijn man is ziek.", "Wie kan hem helpen? Bel!")),
        (
            "zij wil graag wandelen\nen zij zoekt een maatje",
            ("zij wil graag wandelen", "en zij zoekt een maatje"),
        ),
    ],
)
def test_a_text_is_parted_at_the_end_of_sentences(text: str, sentences: tuple[str, ...]) -> None:
    assert sentences_of(text) == sentences


def test_a_very_long_sentence_is_parted_in_pieces_that_overlap() -> None:
    pieces = [piece.split() for piece in sentences_of(" ".join(map(str, range(70))))]
    assert [len(piece) for piece in pieces] == [25, 25, 25, 25]
    assert all(one[-10:] == other[:10] for one, other in pairwise(pieces))
