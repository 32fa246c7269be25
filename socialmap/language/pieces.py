"""Cuts a text into the pieces of words that the encoder knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

FIRST, FILLER, LAST, UNKNOWN = range(4)
"""Numbers of the pieces that stand for no text."""
BOUNDARY = "\u2581"
"""Stands before the first letter of a word."""
_MOST_PIECES = 96
_FULL_STOP = re.compile(r"(?<!\.)\.\s*$")
_UNLIKELIER = 10.0
"""How much less likely than the rarest piece a sign is that no piece has."""


class Pieces:
    """The likeliest way to write a word with known pieces (Kudo 2018, unigram), one word at a time.

    The number of a piece is its place in ``pieces``; the first four stand for no text. ``chances`` are logs.

    >>> pieces = Pieces(["<s>", "<pad>", "</s>", "<unk>", "\u2581huur", "toeslag"], [0, 0, 0, 0, -9, -9])
    >>> pieces.numbers("Huurtoeslag?")
    [0, 4, 5, 3, 2]
    """

    def __init__(self, pieces: Sequence[str], chances: Sequence[float]) -> None:
        self._places = {piece: place for place, piece in enumerate(pieces) if place > UNKNOWN}
        self._chances = list(map(float, chances))
        self._longest = max(map(len, pieces))
        self._unknown = min(self._chances) - _UNLIKELIER

    def numbers(self, text: str) -> list[int]:
        """From the first sign to the last, at most 96; capitals are read as small letters.

        A full stop at the end is left out: who writes one is no nearer to danger than who does not.
        """
        normal = unicodedata.normalize("NFKC", text).lower()
        found = [
            number for word in _FULL_STOP.sub("", normal).split() for number in self._of_word(BOUNDARY + word)
        ]
        return [FIRST, *found[: _MOST_PIECES - 2], LAST]

    def _of_word(self, word: str) -> list[int]:
        """Viterbi: the best way to write each beginning of the word, from the best ways of shorter ones."""
        best: list[tuple[float, int, int]] = [(0.0, UNKNOWN, 0)]
        for end in range(1, len(word) + 1):
            ways = [(best[end - 1][0] + self._unknown, UNKNOWN, end - 1)]
            for start in range(max(0, end - self._longest), end):
                number = self._places.get(word[start:end])
                if number is not None:
                    ways.append((best[start][0] + self._chances[number], number, start))
            best.append(max(ways))
        numbers, end = [], len(word)
        while end:
            _, number, end = best[end]
            numbers.append(number)
        return numbers[::-1]
