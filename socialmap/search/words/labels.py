"""The labels of the thesaurus in a text: whole phrases, then loose words, then beginnings of words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from socialmap.model.normal_text import normalise
from socialmap.model.values import ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.found import Because, ThemeHit, WordsFound

_SMALL_WORDS_BY_KIND = (
    "ik jij je hij zij ze wij we u me mij mijn jou jouw uw hem haar hun ons onze",
    "de het een",
    "en of maar dus dat die dit deze",
    "er is ben bent was",
    "zo al ook nog wel",
    "op in aan met van voor naar bij te tot om als",
)
SMALL_WORDS = frozenset(word for kind in _SMALL_WORDS_BY_KIND for word in kind.split())
"""Words that say nothing about a theme; all others are content words (domain.md 4.K)."""
PHRASE = 3
LOOSE = 2
BEGINNING = 1
FEWEST_LOOSE = 2
"""Content words a label must have before they count loose; one word alone is not what the label says."""
HALF_A_SENTENCE = 2
"""Words of a hidden label that is no alarm: "hij slaat" does not say whom, or what."""
SHORTEST_BEGINNING = 4
"""Letters a question must have before it counts as the beginning of a label."""
MOST_SHOWN = 5
_LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class _Label:
    """``rank`` is the place of the label in the thesaurus: earlier labels of a theme win ties."""

    rank: int
    theme: ThemeId
    text: str
    words: tuple[str, ...]
    content: frozenset[str]


class LabelFinder:
    """Finds themes in free text, by the preferred and alternative labels of the thesaurus (domain.md 4.K).

    A label scores 3 plus its number of words if it stands in the text as a whole phrase; else, unless it is
    of danger, 2 plus its number of content words if it has at least two and all of them occur in the text
    ("slaat mij" is not "slaat"); else 1 if the text has at least four characters and is the beginning of the
    label or of a word in it. A theme scores as its best label. Hidden labels (misspellings, other search
    words) take no part, but for one thing: safety goes before neatness, so a hidden label of an acute theme
    that stands in the text as a phrase makes it acute.

    >>> from socialmap.model.vocabulary import Vocabulary
    >>> empty = Vocabulary({}, frozenset(), {}, {}, {}, {}, {}, {}, {}, {})
    >>> LabelFinder(empty).find("zit de hele dag alleen")
    WordsFound(acute=False, themes=())
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        labels = tuple(_labels(vocabulary))
        self._acute = vocabulary.acute_themes
        self._alarms = tuple(_alarms(vocabulary))
        self._by_first_word = _grouped(labels, lambda label: label.words[:1])
        self._by_content_word = _grouped(labels, lambda label: sorted(label.content)[:1])
        self._beginnings = sorted(
            ((start, label) for label in labels for start in {" ".join(label.words), *label.words}),
            key=lambda pair: pair[0],
        )
        self._starts = [start for start, _ in self._beginnings]

    def find(self, text: str) -> WordsFound:
        """The themes that the text is about; ``NOTHING`` for an empty text or one that says nothing known."""
        hits = self.hits(text)
        acute = self.is_acute(text) or any(hit.theme in self._acute for hit in hits)
        return WordsFound(acute, hits[:MOST_SHOWN])

    def hits(self, text: str) -> tuple[ThemeHit, ...]:
        """Every theme with a label that fits, best first; empty if none does."""
        asked = normalise(text)
        best: dict[ThemeId, tuple[int, int, _Label]] = {}
        for score, label in self._scored(asked):
            known = best.get(label.theme)
            if known is None or (score, -label.rank) > known[:2]:
                best[label.theme] = (score, -label.rank, label)
        hits = (_hit(score, label) for score, _, label in best.values())
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.theme)))

    def is_acute(self, written: str) -> bool:
        """Does a label of danger, a hidden one too, stand in the text as a whole phrase?"""
        asked = f" {normalise(written)} "
        return any(alarm in asked for alarm in self._alarms)

    def _counts_loose(self, label: _Label) -> bool:
        """Not of danger: its words stand loose in many a calm sentence (*er niet meer zijn*)."""
        return len(label.content) >= FEWEST_LOOSE and label.theme not in self._acute

    def _scored(self, asked: str) -> Iterator[tuple[int, _Label]]:
        """Every label that fits in some way; a label that fits in two ways comes twice, the better counts."""
        words = tuple(asked.split())
        present = frozenset(words)
        for place, word in enumerate(words):
            for label in self._by_first_word.get(word, ()):
                if words[place : place + len(label.words)] == label.words:
                    yield PHRASE + len(label.words), label
        for word in present:
            for label in self._by_content_word.get(word, ()):
                if self._counts_loose(label) and label.content <= present:
                    yield LOOSE + len(label.content), label
        if len(asked) >= SHORTEST_BEGINNING:
            first = bisect_left(self._starts, asked)
            last = bisect_left(self._starts, asked + _LAST_CHARACTER)
            for _, label in self._beginnings[first:last]:
                yield BEGINNING, label


def _hit(score: int, label: _Label) -> ThemeHit:
    whole = score > BEGINNING
    return ThemeHit(label.theme, score, label.text, Because.LABEL if whole else Because.BEGINNING, sure=whole)


def _labels(vocabulary: Vocabulary) -> Iterator[_Label]:
    rank = 0
    for theme_id, theme in vocabulary.themes.items():
        for text in (theme.label, *theme.alt_labels):
            words = tuple(normalise(text).split())
            yield _Label(rank, theme_id, text, words, frozenset(words) - SMALL_WORDS)
            rank += 1


def _alarms(vocabulary: Vocabulary) -> Iterator[str]:
    for theme in vocabulary.themes.values():
        if theme.acute:
            whole = (text for text in theme.hidden_labels if len(text.split()) != HALF_A_SENTENCE)
            for text in (theme.label, *theme.alt_labels, *whole):
                yield f" {normalise(text)} "


def _grouped(labels: Sequence[_Label], keys: Callable[[_Label], Sequence[str]]) -> Mapping[str, list[_Label]]:
    groups: dict[str, list[_Label]] = defaultdict(list)
    for label in labels:
        for key in keys(label):
            groups[key].append(label)
    return groups
