"""Danger in the plainest words there are is always heard; everyday sentences in such words call no card."""

from __future__ import annotations

import pytest

from socialmap.language.files import language_folder
from socialmap.language.opening import open_finder
from socialmap.language.sayings import Safety, safety_sayings
from socialmap.ontology.thesaurus import load_vocabulary

FINDER = open_finder(load_vocabulary())


def plainest(safety: Safety) -> list[str]:
    return [saying.sentence for saying in safety_sayings(language_folder(), safety) if saying.plainest]


def test_there_are_enough_of_both() -> None:
    assert min(len(plainest(Safety.ACUTE)), len(plainest(Safety.LOOK_ALIKE))) >= 90


@pytest.mark.parametrize("sentence", plainest(Safety.ACUTE))
def test_plain_danger_calls_the_card(sentence: str) -> None:
    assert FINDER.find(sentence).acute


@pytest.mark.parametrize("sentence", plainest(Safety.LOOK_ALIKE))
def test_what_is_plainly_no_danger_calls_none(sentence: str) -> None:
    assert not FINDER.find(sentence).acute
