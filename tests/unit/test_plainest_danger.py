"""Danger in the plainest words there are is always heard; everyday sentences in such words call no card."""

from __future__ import annotations

from socialmap.language.files import language_folder
from socialmap.language.opening import open_finder
from socialmap.language.sayings import Safety, safety_sayings
from socialmap.ontology.thesaurus import load_vocabulary

FINDER = open_finder(load_vocabulary())


def plainest(safety: Safety) -> list[str]:
    said = [saying.sentence for saying in safety_sayings(language_folder(), safety) if saying.plainest]
    assert len(said) >= 90
    return said


def test_plain_danger_calls_the_card() -> None:
    assert [sentence for sentence in plainest(Safety.ACUTE) if not FINDER.find(sentence).acute] == []


def test_what_is_plainly_no_danger_calls_none() -> None:
    assert [sentence for sentence in plainest(Safety.LOOK_ALIKE) if FINDER.find(sentence).acute] == []
