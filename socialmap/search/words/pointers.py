"""Words and short phrases that point at a theme without being its name: the theme lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from socialmap.model.values import ThemeId
from socialmap.search.words.written import KnownWords, words_of

_PART = 0.5
"""What a pointer counts that is only part of a compound."""
_SHORTEST_ROOT = 4
"""Letters of a stem that is not how its word begins."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """``weight`` is 3 if the phrase on its own is almost always about the theme, 1 if it is only a hint."""

    theme: ThemeId
    phrase: str
    weight: int


@dataclass(frozen=True, slots=True)
class Pointed:
    """How much of the text points at a theme, and the words of the text that do so most."""

    theme: ThemeId
    strength: float
    written: str


class Pointers:
    """Finds pointers in a text by their stems, in whole phrases; a phrase of many themes counts less."""

    def __init__(self, pointers: Iterable[Pointer], known: KnownWords) -> None:
        self._known = known
        self._by_stems: dict[tuple[str, ...], list[Pointer]] = defaultdict(list)
        for pointer in pointers:
            stems = tuple(map(self._root, words_of(pointer.phrase)))
            if stems:
                self._by_stems[stems].append(pointer)
        self._longest = max(map(len, self._by_stems), default=0)

    def find(self, words: Sequence[str]) -> tuple[Pointed, ...]:
        """The themes that words in normal form point at, strongest first; empty if none does."""
        strength: dict[ThemeId, float] = defaultdict(float)
        best: dict[ThemeId, tuple[float, str]] = {}
        for pointers, share, written in self._hits(words):
            whole = sum(pointer.weight for pointer in pointers)
            for pointer in pointers:
                counted = share * pointer.weight * pointer.weight / whole
                counted *= 1 + log(len(written.split()))
                strength[pointer.theme] += counted
                best[pointer.theme] = max(best.get(pointer.theme, (0.0, "")), (counted, written))
        found = (Pointed(theme, strength[theme], best[theme][1]) for theme in strength)
        return tuple(sorted(found, key=lambda each: (-each.strength, each.theme)))

    def _hits(self, words: Sequence[str]) -> Iterator[tuple[list[Pointer], float, str]]:
        """Pointers, what they count and the words that they stand in.

        Longest phrases first; a word that is in one counts no more on its own."""
        stems = tuple(map(self._root, words))
        taken = [False] * len(stems)
        for length in range(min(self._longest, len(stems)), 0, -1):
            for start in range(len(stems) - length + 1):
                span = slice(start, start + length)
                hit = self._by_stems.get(stems[span])
                if hit and not any(taken[span]):
                    taken[span] = [True] * length
                    yield hit, 1.0, " ".join(words[span])
        for word, used in zip(words, taken, strict=True):
            if not used and word not in self._known:
                for part in self._known.parts(word):
                    hit = self._by_stems.get((self._root(part),))
                    if hit:
                        yield hit, _PART, word

    def _root(self, word: str) -> str:
        """Its stem, unless hardly anything is left of it: *geweld* has that of *wel*."""
        root = self._known.stem(word)
        return root if len(root) >= _SHORTEST_ROOT or word.startswith(root) else word
