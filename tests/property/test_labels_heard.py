"""What holds for every text: the quick finder gives what the rule of domain.md 4.K says, word for word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.model.normal_text import normalise
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.found import Because, ThemeHit, WordsFound
from socialmap.search.words.labels import HALF_A_SENTENCE, MOST_SHOWN, SMALL_WORDS, LabelFinder

VOCABULARY = load_vocabulary()
FINDER = LabelFinder(VOCABULARY)
LABELS = [
    (theme.id, label) for theme in VOCABULARY.themes.values() for label in (theme.label, *theme.alt_labels)
]
IDS = {str(theme_id): theme_id for theme_id in VOCABULARY.themes}
DANGERS = [label for theme, label in LABELS if VOCABULARY.themes[IDS[theme]].acute]
WORDS = sorted({word for _, label in LABELS for word in label.split()} | SMALL_WORDS)

welfare_texts = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from([label for _, label in LABELS])), min_size=1, max_size=8
).map(" ".join)
beginnings = st.tuples(st.sampled_from(WORDS), st.integers(1, 9)).map(lambda pair: pair[0][: pair[1]])
texts = st.one_of(welfare_texts, beginnings, st.text(max_size=40))


def _by_the_book(text: str) -> WordsFound:
    """The rule of domain.md 4.K, label by label; a label of one content word counts only as a phrase."""
    asked = normalise(text)
    if not asked:
        return WordsFound(False, ())
    present = set(asked.split())
    best: dict[str, tuple[int, str]] = {}
    for theme, label in LABELS:
        plain = normalise(label)
        content = [word for word in plain.split() if word not in SMALL_WORDS]
        if f" {plain} " in f" {asked} ":
            score = 3 + len(plain.split())
        elif len(set(content)) >= 2 and all(word in present for word in content):
            score = 2 + len(set(content))
        elif len(asked) >= 4 and any(start.startswith(asked) for start in (plain, *plain.split())):
            score = 1
        else:
            continue
        if theme not in best or score > best[theme][0]:
            best[theme] = (score, label)
    hits = sorted((-score, theme, label) for theme, (score, label) in best.items())
    shown = tuple(_hit(IDS[theme], -score, label) for score, theme, label in hits[:MOST_SHOWN])
    hidden = (
        normalise(label)
        for theme in VOCABULARY.themes.values()
        if theme.acute
        for label in theme.hidden_labels
        if len(label.split()) != HALF_A_SENTENCE
    )
    acute = any(VOCABULARY.themes[IDS[theme]].acute for theme in best)
    return WordsFound(acute or any(f" {label} " in f" {asked} " for label in hidden), shown)


def _hit(theme, score, label):
    whole = score > 1
    return ThemeHit(theme, score, label, Because.LABEL if whole else Because.BEGINNING, sure=whole)


@settings(deadline=None, max_examples=300)
@given(texts)
def test_the_finder_gives_what_the_rule_gives(text: str) -> None:
    assert FINDER.find(text) == _by_the_book(text)


@settings(deadline=None)
@given(st.text())
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(st.sampled_from(LABELS))
def test_a_label_finds_its_own_theme_with_three_and_its_words(pair: tuple[str, str]) -> None:
    theme, label = pair
    found = {hit.theme: hit.score for hit in FINDER.find(label).themes}
    assert found[IDS[theme]] == 3 + len(normalise(label).split())


@settings(deadline=None)
@given(welfare_texts)
def test_capitals_accents_and_punctuation_make_no_difference(text: str) -> None:
    assert FINDER.find(text.upper()) == FINDER.find(text)
    assert FINDER.find(normalise(text)) == FINDER.find(text)
    assert FINDER.find(f"  {text.replace(' ', ', ')}!") == FINDER.find(text)


@settings(deadline=None)
@given(texts)
def test_at_most_five_themes_each_once_best_first_then_by_id(text: str) -> None:
    hits = FINDER.find(text).themes
    assert len(hits) <= MOST_SHOWN
    assert len({hit.theme for hit in hits}) == len(hits)
    assert list(hits) == sorted(hits, key=lambda hit: (-hit.score, hit.theme))


@settings(deadline=None)
@given(before=welfare_texts, danger=st.sampled_from(DANGERS), after=welfare_texts)
def test_words_of_danger_are_seen_among_all_other_words(before: str, danger: str, after: str) -> None:
    assert FINDER.find(f"{before} {danger} {after}").acute
