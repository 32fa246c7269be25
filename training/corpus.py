"""Everything that there is to learn from, with its vectors."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from socialmap.language.encoder import DIMENSIONS, encode
from socialmap.language.sayings import (
    Safety,
    Saying,
    Split,
    danger_rules,
    pointers,
    safety_sayings,
    theme_sayings,
)
from socialmap.model.values import ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.pointers import Pointer
from socialmap.search.words.safety import DangerRules
from socialmap.search.words.written import KnownWords, known_words
from training.misleading import without_misleading

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

PLAINEST_SHARE = 3.0
"""How much the plainest words of danger, and of what is none, count: every model has to hear these."""
POINTER_SHARE = 0.2
"""What each point of weight of a pointer counts beside a whole sentence."""
LABEL_SHARE = 1.0
ALSO_SHARE = 0.35
"""What the other themes that fit a sentence count together, of the whole sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """``about`` is a theme, or a name of :class:`Safety`; ``importance`` is 1 for a saying."""

    about: str
    sentence: str
    importance: float
    saying: Saying | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """``themes`` are the classes, *says nothing* comes after them."""

    themes: tuple[ThemeId, ...]
    lines: tuple[Line, ...]

    def to_learn(self, *, settling: bool) -> Ints:
        """Line numbers of pointers, labels and the sayings to develop on, perhaps those to settle on."""
        return _numbers(
            line.saying is None
            or (line.saying.split is Split.DEVELOP and (settling or not line.saying.settling))
            for line in self.lines
        )

    def to_settle(self) -> Ints:
        """Line numbers of the sayings that settings are chosen on."""
        return _numbers(line.saying is not None and line.saying.settling for line in self.lines)

    def danger(self, rows: Ints, acute_themes: frozenset[ThemeId]) -> NDArray[np.bool_]:
        """(N,): which of these lines tell of danger."""
        dangerous = {str(Safety.ACUTE), *acute_themes}
        return np.array([self.lines[row].about in dangerous for row in rows], bool)

    def kinds(self, rows: Ints, acute_themes: frozenset[ThemeId]) -> tuple[Ints, int]:
        """Which kind of danger each of these lines tells of or only looks like; how many kinds are danger.

        First come the kinds of danger, with one more for danger in a line about a theme; then the same kinds
        for what only looks like it, and one for everything else.
        """
        danger = self.danger(rows, acute_themes)
        names = sorted(
            {line.saying.voice for line in self.lines if line.saying and line.about == Safety.ACUTE}
        )
        place = {name: number for number, name in enumerate(names)}
        real = len(place) + 1
        found = np.where(danger, len(place), len(place) + real)
        for number, row in enumerate(rows):
            line = self.lines[row]
            if line.saying and line.about in (Safety.ACUTE, Safety.LOOK_ALIKE) and line.saying.voice in place:
                found[number] = place[line.saying.voice] + (0 if danger[number] else real)
        return found.astype(np.int64), real

    def classes(self, rows: Ints) -> Ints:
        """The class of each row: a theme, *says nothing*, or -1 for what is only about danger."""
        place = {str(theme): number for number, theme in enumerate(self.themes)}
        place[Safety.NOTHING] = len(self.themes)
        return np.array([place.get(self.lines[row].about, -1) for row in rows], np.int64)

    def importance(self, rows: Ints) -> Floats:
        return np.array([self.lines[row].importance for row in rows], np.float32)

    def targets(self, rows: Ints) -> tuple[Ints, Ints, Floats]:
        """What to hear in rows about a theme or nothing: places in ``rows``, classes, how much each counts.

        A sentence that other themes fit as well is there once for each, and counts once in all.
        """
        number = {str(theme): place for place, theme in enumerate(self.themes)}
        found: list[tuple[int, int, float]] = []
        for place, (row, main) in enumerate(zip(rows, self.classes(rows), strict=True)):
            if main < 0:
                continue
            line = self.lines[row]
            also = [number[theme] for theme in line.saying.also] if line.saying else []
            rest = ALSO_SHARE * line.importance if also else 0.0
            found.append((place, int(main), line.importance - rest))
            found += [(place, other, rest / len(also)) for other in also]
        places, classes, shares = zip(*found, strict=True)
        return np.array(places, np.int64), np.array(classes, np.int64), np.array(shares, np.float32)

    def acceptable(self, rows: Ints) -> NDArray[np.bool_]:
        """(N, T + 1): which classes are a right answer to each row."""
        right = np.zeros((len(rows), len(self.themes) + 1), bool)
        places, classes, _ = self.targets(rows)
        right[places, classes] = True
        return right


@dataclass(frozen=True, slots=True, eq=False)
class Corpus(Texts):
    """``vectors[i]`` belongs to ``lines[i]``; they are noughts for what is kept for testing."""

    vectors: Floats
    pointers: tuple[Pointer, ...]
    known: KnownWords
    rules: DangerRules
    ruled: csr_matrix
    """(N, R): which rules of danger each line meets."""


def texts_of(folder: Path, vocabulary: Vocabulary) -> Texts:
    """All lines of the language folder and the thesaurus."""
    themes = tuple(theme_id for theme_id, theme in vocabulary.themes.items() if theme.group)
    return Texts(themes, lines_of(folder, vocabulary))


def gather(folder: Path, vocabulary: Vocabulary) -> Corpus:
    """All that there is to learn from, encoded (a quarter of an hour on one core)."""
    texts = texts_of(folder, vocabulary)
    learned = texts.to_learn(settling=True)
    vectors = np.zeros((len(texts.lines), DIMENSIONS), np.float32)
    cores = os.cpu_count() or 1
    parts = [learned[first::cores] for first in range(cores)]
    with ProcessPoolExecutor(cores) as pool:
        sentences = ([texts.lines[row].sentence for row in part] for part in parts)
        for part, encoded in zip(parts, pool.map(encode, sentences), strict=True):
            vectors[part] = encoded
    return with_layers(texts, vectors, folder, vocabulary)


def with_layers(texts: Texts, vectors: Floats, folder: Path, vocabulary: Vocabulary) -> Corpus:
    """The texts and their vectors with what else hears in them: words that point, and rules of danger."""
    pointed, rules = tuple(pointers(folder)), danger_rules(folder)
    known = known_words(pointer.phrase for pointer in pointed)
    developed = (texts.lines[row].saying for row in texts.to_learn(settling=False))
    shown = without_misleading(pointed, known, filter(None, developed), vocabulary.acute_themes)
    return Corpus(texts.themes, texts.lines, vectors, shown, known, rules, ruled_by(rules, texts.lines))


def ruled_by(rules: DangerRules, lines: Iterable[Line]) -> csr_matrix:
    """(N, R): which rules of danger each line meets, heard as the finder does."""
    heard = [rules.heard(line.sentence) for line in lines]
    ends = np.cumsum([0, *map(len, heard)])
    met = np.array([number for each in heard for number in each], np.int64)
    return csr_matrix((np.ones(len(met), np.float32), met, ends), (len(heard), len(rules.rules)))


def fingerprint(lines: Iterable[Line]) -> str:
    """Changes when a line does, or what it counts, or when its family is learned from or not."""
    told = "\n".join(map(_told, lines))
    return sha256(told.encode()).hexdigest()


def _told(line: Line) -> str:
    said = (line.saying.split, str(line.saying.settling), *line.saying.also) if line.saying else ()
    return "\t".join((line.about, f"{line.importance:.2f}", line.sentence, *said))


def lines_of(folder: Path, vocabulary: Vocabulary) -> tuple[Line, ...]:
    """All that there is to learn from, always in the same order."""
    return (
        *(Line(saying.about, saying.sentence, 1.0, saying) for saying in theme_sayings(folder)),
        *(
            Line(kind, saying.sentence, PLAINEST_SHARE if saying.plainest else 1.0, saying)
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
