"""Which themes somebody's own words are about. Nothing of the words is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words import WordFinder

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words without a municipality: all that recognising needs, at hand in a blink."""

    vocabulary: Vocabulary
    words: WordFinder


@dataclass(frozen=True, slots=True)
class RecognisedTheme:
    """A theme, how it is called, the label that matched, and the score of that label."""

    id: str
    label: str
    matched: str
    score: int


@dataclass(frozen=True, slots=True)
class WordsAnswer:
    """``acute``: show the safety card before anything else. ``themes``: best first, at most five."""

    acute: bool
    themes: tuple[RecognisedTheme, ...]


def recognise_words(known: Workspace | Lexicon, text: str) -> WordsAnswer:
    """The themes in ``text``; empty when nothing is recognised. Open to everybody: words are not data."""
    found = known.words.find(text)
    return WordsAnswer(
        acute=found.acute,
        themes=tuple(
            RecognisedTheme(hit.theme, known.vocabulary.themes[hit.theme].called, hit.label, hit.score)
            for hit in found.themes
        ),
    )
