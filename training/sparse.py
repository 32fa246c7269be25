"""The grams of sentences as a sparse table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from socialmap.search.words.grams import GramModel, grams, weighed
from socialmap.search.words.written import KnownWords, words_of
from training.softmax import Floats

_FEWEST = 2
"""A pair or a run of letters has to stand in so many lines; a word or a stem counts from the first."""
_WORDS = ("=", "~")
_LARGEST = 127
_LIGHT, _NOUGHT = 6, 1
"""A gram whose every weight is lighter has none, nor has a weight of so few steps: the file stays small."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Which grams there are and how rare they are; turns sentences into rows."""

    places: Mapping[str, int]
    rarity: Floats
    known: KnownWords

    @classmethod
    def of(cls, sentences: Sequence[str], known: KnownWords) -> Table:
        lines = Counter(gram for sentence in sentences for gram in set(grams(words_of(sentence), known)))
        kept = sorted(g for g, count in lines.items() if count >= _FEWEST or g.startswith(_WORDS))
        rarity = [np.log((1 + len(sentences)) / (1 + lines[gram])) + 1 for gram in kept]
        return cls({gram: row for row, gram in enumerate(kept)}, np.array(rarity, np.float32), known)

    def rows(self, sentences: Sequence[str]) -> csr_matrix:
        starts, columns, shares = [0], [], []
        for sentence in sentences:
            found, counted = weighed(grams(words_of(sentence), self.known), self.places, self.rarity)
            columns += found
            shares += counted
            starts.append(len(columns))
        return csr_matrix(
            (np.array(shares, np.float32), np.array(columns, np.int32), np.array(starts, np.int64)),
            shape=(len(sentences), len(self.places)),
        )


def to_grams(table: Table, weights: Floats) -> GramModel:
    """The weights (G + 1, C) in whole numbers, each column in its own steps; the last row is the bias."""
    scale = np.abs(weights[:-1]).max(0) / _LARGEST
    steps = np.rint(weights[:-1] / scale).astype(np.int8)
    steps[np.abs(steps) <= _NOUGHT] = 0
    steps[np.abs(steps).max(1) < _LIGHT] = 0
    return GramModel(
        places=table.places,
        rarity=table.rarity,
        weights=steps,
        scale=scale.astype(np.float32),
        bias=weights[-1],
    )
