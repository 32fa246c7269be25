"""What is harmless never covers danger whole: then nothing that was learned could be heard any more."""

from __future__ import annotations

import pytest

from socialmap.language.files import language_folder
from socialmap.language.sayings import Safety, Split, danger_rules, safety_sayings
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.labels import SMALL_WORDS

RULES = danger_rules(language_folder())


def test_no_danger_to_learn_from_is_nothing_but_harmless() -> None:
    danger = (each for each in safety_sayings(language_folder(), Safety.ACUTE) if each.split is Split.DEVELOP)
    assert [each.sentence for each in danger if RULES.harmless(each.sentence, SMALL_WORDS)] == []


def test_no_label_of_danger_is_harmless() -> None:
    vocabulary = load_vocabulary()
    labels = [
        label
        for theme_id in vocabulary.acute_themes
        for theme in [vocabulary.themes[theme_id]]
        for label in (theme.label, *theme.alt_labels, *theme.hidden_labels)
    ]
    assert len(labels) > 10
    assert [label for label in labels if RULES.harmless(label, SMALL_WORDS)] == []


@pytest.mark.parametrize("who", ["mijn zoon", "mijn man", "opa"])
def test_who_wants_to_be_dead_is_not_who_is_dead(who: str) -> None:
    assert RULES.harmless(f"{who} is dood", SMALL_WORDS)
    assert not RULES.harmless(f"{who} wil dood", SMALL_WORDS)
