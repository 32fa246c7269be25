"""What holds for every text: an answer in order, the same each time, and danger heard among all words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.language.opening import open_finder
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.labels import MOST_SHOWN

VOCABULARY = load_vocabulary()
FINDER = open_finder(VOCABULARY)
LABELS = [label for theme in VOCABULARY.themes.values() for label in (theme.label, *theme.alt_labels)]
DANGERS = [
    label for theme in VOCABULARY.themes.values() if theme.acute for label in (theme.label, *theme.alt_labels)
]
welfare_texts = st.lists(st.sampled_from(LABELS), min_size=1, max_size=6).map(" ".join)
texts = st.one_of(welfare_texts, st.text(max_size=60))


@settings(deadline=None, max_examples=100)
@given(texts)
def test_every_text_has_the_same_answer_each_time_best_first_each_theme_once(text: str) -> None:
    found = FINDER.find(text)
    assert FINDER.find(text) == found
    assert len(found.themes) <= MOST_SHOWN
    assert len({hit.theme for hit in found.themes}) == len(found.themes)
    assert [hit.score for hit in found.themes] == sorted((hit.score for hit in found.themes), reverse=True)
    assert all(hit.label and hit.score >= 1 for hit in found.themes)


@settings(deadline=None, max_examples=50)
@given(before=welfare_texts, danger=st.sampled_from(DANGERS), after=welfare_texts)
def test_a_label_of_danger_is_heard_among_all_other_words(before: str, danger: str, after: str) -> None:
    assert FINDER.find(f"{before} {danger} {after}").acute


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(LABELS))
def test_a_text_that_is_a_label_of_a_theme_is_about_it(label: str) -> None:
    theme = next(
        theme_id for theme_id, theme in VOCABULARY.themes.items() if label in (theme.label, *theme.alt_labels)
    )
    assert theme in [hit.theme for hit in FINDER.find(label).themes[:3]]
