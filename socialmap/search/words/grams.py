"""What a sentence consists of, for learning: words, stems, pairs, parts of compounds and runs of letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from socialmap.search.words.written import KnownWords, stem

_SHORTEST_RUN, _LONGEST_RUN = 3, 5
_SHORTEST_COMPOUND = 8
_SHARES = {"=": 1.0, "~": 1.0, "+": 0.7, "#": 0.5}
"""What each kind counts: a word, a stem, a pair of stems, a run of letters."""


def grams(words: Sequence[str], known: KnownWords) -> Iterator[str]:
    """Everything that words in normal form consist of, each with a sign for its kind; one may come twice."""
    stems = [known.stem(word) for word in words]
    for word in words:
        yield f"={word}"
    for each in stems:
        yield f"~{each}"
    for pair in pairwise(stems):
        yield "+" + " ".join(pair)
    for word in words:
        if len(word) >= _SHORTEST_COMPOUND:
            yield from (f"~{stem(part)}" for part in known.parts(word))
        bounded = f" {word} "
        for length in range(_SHORTEST_RUN, _LONGEST_RUN + 1):
            for start in range(len(bounded) - length + 1):
                yield f"#{bounded[start : start + length]}"


@dataclass(frozen=True, slots=True, eq=False)
class GramModel:
    """Multinomial logistic regression over tf-idf of grams; ``G`` grams, ``C`` classes.

    ``places`` gives each known gram its row, ``rarity`` (G,) its idf, ``weights`` (G, C) in whole numbers
    times ``scale`` (C,); ``bias`` is (C,).
    """

    places: Mapping[str, int]
    rarity: NDArray[np.float32]
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]

    def counts(self) -> dict[str, int]:
        """How many of the lines that were learned from hold each word: told by its rarity.

        That falls with the log of one more than the lines, and the rarest word stands in one.
        """
        most = float(self.rarity.max())
        return {
            gram[1:]: round(2 * exp(most - float(self.rarity[row])) - 1)
            for gram, row in self.places.items()
            if gram[0] == "="
        }

    def stems(self) -> frozenset[str]:
        """The stems of these words, and of the parts of their compounds."""
        return frozenset(gram[1:] for gram in self.places if gram[0] == "~")

    def scores(self, words: Sequence[str], known: KnownWords) -> NDArray[np.float32]:
        """The score of each class; only the bias for words that are all unknown."""
        rows, shares = weighed(grams(words, known), self.places, self.rarity)
        if not rows:
            return self.bias.copy()
        counted = np.asarray(shares, np.float32) @ self.weights[rows].astype(np.float32)
        return np.asarray(counted * self.scale + self.bias, np.float32)


def weighed(
    found: Iterator[str], places: Mapping[str, int], rarity: NDArray[np.float32]
) -> tuple[list[int], list[float]]:
    """Rows of the known grams and what each counts: tf-idf, together of length 1."""
    counts: dict[str, int] = {}
    for gram in found:
        if gram in places:
            counts[gram] = counts.get(gram, 0) + 1
    rows = [places[gram] for gram in counts]
    shares = [
        (1 + log(count)) * float(rarity[row]) * _SHARES[gram[0]]
        for row, (gram, count) in zip(rows, counts.items(), strict=True)
    ]
    length = sqrt(sum(share * share for share in shares)) or 1.0
    return rows, [share / length for share in shares]
