"""Everything that there is to learn from, with its vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from socialmap.language.encoder import DIMENSIONS, encode
from socialmap.language.sayings import Safety, Saying, Split, pointers, safety_sayings, theme_sayings
from socialmap.model.values import ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.pointers import Pointer
from socialmap.search.words.written import KnownWords, known_words

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

NOTHING_SHARE = 3.0
"""How much a sentence that says nothing counts beside one about a theme: there are few of them."""
POINTER_SHARE = 0.2
"""What each point of weight of a pointer counts beside a whole sentence."""
LABEL_SHARE = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """``about`` is a theme, or a name of :class:`Safety`; ``importance`` is 1 for a saying."""

    about: str
    sentence: str
    importance: float
    saying: Saying | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """``vectors[i]`` belongs to ``lines[i]``; they are noughts for what is kept for testing.

    ``themes`` are the classes, *says nothing* comes after them.
    """

    themes: tuple[ThemeId, ...]
    lines: tuple[Line, ...]
    vectors: Floats
    pointers: tuple[Pointer, ...]
    known: KnownWords

    def to_learn(self, split: Split | None = None, without_fold: int | None = None) -> Ints:
        """Line numbers: all, or those of one half, perhaps without a fold; pointers and labels always."""
        return _numbers(
            line.saying is None or (split in (None, line.saying.split) and line.saying.fold != without_fold)
            for line in self.lines
        )

    def said(self, split: Split, fold: int | None = None) -> Ints:
        """Line numbers of the sayings of one half, or of one fold of it."""
        return _numbers(
            line.saying is not None and line.saying.split is split and fold in (None, line.saying.fold)
            for line in self.lines
        )

    def classes(self, rows: Ints) -> Ints:
        """The class of each row: a theme, *says nothing*, or -1 for what is only about danger."""
        place = {str(theme): number for number, theme in enumerate(self.themes)}
        place[Safety.NOTHING] = len(self.themes)
        return np.array([place.get(self.lines[row].about, -1) for row in rows], np.int64)

    def importance(self, rows: Ints) -> Floats:
        return np.array([self.lines[row].importance for row in rows], np.float32)


def gather(folder: Path, vocabulary: Vocabulary) -> Corpus:
    """All lines of the language folder and the thesaurus; those to learn from encoded (some minutes)."""
    pointed = tuple(pointers(folder))
    themes = tuple(theme_id for theme_id, theme in vocabulary.themes.items() if theme.group)
    lines = lines_of(folder, vocabulary)
    learned = [row for row, line in enumerate(lines) if not line.saying or line.saying.split is Split.DEVELOP]
    vectors = np.zeros((len(lines), DIMENSIONS), np.float32)
    vectors[learned] = encode([lines[row].sentence for row in learned])
    return Corpus(themes, lines, vectors, pointed, known_words(pointer.phrase for pointer in pointed))


def fingerprint(lines: Iterable[Line]) -> str:
    """Changes when a line does, or what it counts."""
    told = "\n".join(f"{line.about}\t{line.importance:.2f}\t{line.sentence}" for line in lines)
    return sha256(told.encode()).hexdigest()


def lines_of(folder: Path, vocabulary: Vocabulary) -> tuple[Line, ...]:
    """All that there is to learn from, always in the same order."""
    return (
        *(Line(saying.about, saying.sentence, 1.0, saying) for saying in theme_sayings(folder)),
        *(
            Line(kind, saying.sentence, NOTHING_SHARE if kind is Safety.NOTHING else 1.0, saying)
            for kind in Safety
            for saying in safety_sayings(folder, kind)
        ),
        *(Line(each.theme, each.phrase, POINTER_SHARE * each.weight) for each in pointers(folder)),
        *_thesaurus(vocabulary),
    )


def _thesaurus(vocabulary: Vocabulary) -> Iterator[Line]:
    for theme_id, theme in vocabulary.themes.items():
        if theme.group:
            for text in (theme.label, *theme.alt_labels, *theme.hidden_labels, theme.definition):
                if text:
                    yield Line(theme_id, text, LABEL_SHARE)


def _numbers(chosen: Iterable[bool]) -> Ints:
    return np.flatnonzero(np.fromiter(chosen, bool)).astype(np.int64)
