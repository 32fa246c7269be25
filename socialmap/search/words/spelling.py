"""Typing errors: which word was meant by one that stands in none of our own texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Set

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from socialmap.model.normal_text import normalise
from socialmap.privacy.names import FIRST_NAMES, SURNAMES
from socialmap.search.words.written import KnownWords

_COMMON = 3
"""So many of our lines hold a word that somebody may have meant; a rarer one may be a slip itself."""
_SHORTEST = 5
"""Letters; in a shorter word a slip makes too many others, so only two letters that changed places count."""
_SHORTEST_SWAPPED = 3
_LONG_WORD = 10
_WORD = re.compile(r"\w+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_NAMES = FIRST_NAMES | SURNAMES
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Spelling:
    """``counts``: how many of our lines hold each word, ``stems``: of these; ``known`` takes compounds apart.

    >>> Spelling({"eenzaam": 9, "bezorgd": 4}, frozenset(), KnownWords({})).mended("ik ben eensaam")
    'ik ben eenzaam'
    """

    def __init__(self, counts: Mapping[str, int], stems: Set[str], known: KnownWords) -> None:
        self._counts, self._stems, self._known = counts, stems, known
        self._sorted = sorted(counts)
        self._by_length: dict[int, list[str]] = {}
        for word in self._sorted:
            if counts[word] >= _COMMON and len(word) >= _SHORTEST_SWAPPED:
                self._by_length.setdefault(len(word), []).append(word)

    def mended(self, text: str) -> str:
        """The text as it was probably meant; ``text`` itself if no word of it looks like a slip.

        A word that stands in our texts, is a form of one or put together of them, stays as it is, and so does
        a name ("mevrouw jansen" is not about *kansen*). One slip is mended (a letter more, less, other or in
        the wrong place), in a long word two, and a letter that is drawn out (*dooood*). Of equally near words
        it is the one whose other letter lies beside the typed one on the keyboard, then the commonest.

        The last word stays too while it may still be being typed: with nothing after it, and the beginning of
        a word that stands in our texts.
        """

        def meant(found: re.Match[str]) -> str:
            unfinished = found.end() == len(text) and self._begins_another(found[0])
            return found[0] if unfinished else self._meant(found[0])

        return _WORD.sub(meant, text)

    def _begins_another(self, written: str) -> bool:
        """Is it the beginning of a word that we know, of at least one more letter?"""
        word = normalise(written)
        place = bisect_right(self._sorted, word)
        return place < len(self._sorted) and self._sorted[place].startswith(word)

    def _meant(self, written: str) -> str:
        word = normalise(written)
        known = word in self._counts or word in _NAMES or self._is_made_of_known(word)
        if known or not word.isalpha():
            return written
        for letters in (r"\1\1", r"\1"):
            short = _DRAWN_OUT.sub(letters, word)
            if short != word and short in self._counts:
                return short
        return self._nearest(word) or written

    def _is_made_of_known(self, word: str) -> bool:
        return self._known.stem(word) in self._stems or bool(self._known.parts(word))

    def _nearest(self, word: str) -> str:
        """Empty if none is near."""
        slips = 2 if len(word) >= _LONG_WORD else 1
        lengths = range(len(word) - slips, len(word) + slips + 1) if len(word) >= _SHORTEST else [len(word)]
        alike = [
            each
            for length in lengths
            for each in self._by_length.get(length, ())
            if each[0] == word[0] or each[1:3] == word[1:3]
        ]
        near = extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=None)
        if len(word) < _SHORTEST:
            near = [hit for hit in near if sorted(hit[0]) == sorted(word)]
        if not near:
            return ""
        return min(near, key=lambda hit: (hit[1] - _beside(word, hit[0]), -self._counts[hit[0]], hit[0]))[0]


def _beside(typed: str, meant: str) -> float:
    """Half a slip less when the only other letter lies beside the right one."""
    if len(typed) != len(meant):
        return 0.0
    pairs = [(a, b) for a, b in zip(typed, meant, strict=True) if a != b]
    return 0.5 if len(pairs) == 1 and _neighbours(*pairs[0]) else 0.0


def _neighbours(a: str, b: str) -> bool:
    return any(a in row and b in row and abs(row.index(a) - row.index(b)) == 1 for row in _KEYBOARD)
