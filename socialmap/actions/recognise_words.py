"""Which themes somebody's own words are about. Nothing of the words is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialmap.model.language import told
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording import LOOKS_LIKE
from socialmap.search.words.finder import GUESS
from socialmap.search.words.found import Because, Listener, ThemeHit

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words without a municipality: all that recognising needs, at hand in a blink."""

    vocabulary: Vocabulary
    words: Listener


@dataclass(frozen=True, slots=True)
class RecognisedTheme:
    """A theme, how it is called, the words that led to it, and its score.

    ``matched``: a label of the theme, the words of the text that point at it, or *lijkt op:* and a saying
    that is alike.
    ``sure``: it may be taken for what was meant; ``alike``: ``matched`` is not in the text itself.
    """

    id: str
    label: str
    matched: str
    score: int
    sure: bool = True
    alike: bool = False


@dataclass(frozen=True, slots=True)
class WordsAnswer:
    """``acute``: show the safety card before anything else. ``themes``: best first, at most five.

    ``perhaps_acute``: ask whether somebody is in danger.
    No themes: the words say nothing that can be known; then somebody chooses from the leefgebieden.
    """

    acute: bool
    themes: tuple[RecognisedTheme, ...]
    perhaps_acute: bool = False

    @property
    def likely(self) -> tuple[RecognisedTheme, ...]:
        """The themes that may be taken for what was meant; where none is sure, all that it may be."""
        return tuple(theme for theme in self.themes if theme.sure) or self.themes

    @property
    def worth_asking(self) -> tuple[RecognisedTheme, ...]:
        """The themes to ask about: beside a sure one only those that are more than a guess."""
        sure = any(theme.sure for theme in self.themes)
        return tuple(theme for theme in self.themes if theme.sure or theme.score > GUESS or not sure)


def recognise_words(known: Workspace | Lexicon, text: str) -> WordsAnswer:
    """The themes in ``text``; empty when nothing is recognised. Open to everybody: words are not data."""
    found = known.words.find(text)
    return WordsAnswer(
        acute=found.acute,
        perhaps_acute=found.perhaps_acute,
        themes=tuple(
            RecognisedTheme(
                hit.theme,
                known.vocabulary.themes[hit.theme].called,
                _reason(hit),
                hit.score,
                sure=hit.sure,
                alike=hit.because is Because.SAYING,
            )
            for hit in found.themes
        ),
    )


def _reason(hit: ThemeHit) -> str:
    return told(LOOKS_LIKE).format(saying=hit.label) if hit.because is Because.SAYING else hit.label
