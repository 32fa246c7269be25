"""The words of a text as they are compared: stems, parts of compounds, sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import snowballstemmer

from socialmap.model.normal_text import normalise

_LONGEST_WORDS = 120
"""Words of a text that count; who writes more has said it by then, and an answer stays quick."""
_SHORTEST_PART = 4
_LONGEST_COMPOUND = 45
"""Letters; a longer one is no word that people use, and the ways to part it would be too many to try."""
_LINKS = ("", "s", "en", "e")
"""What Dutch puts between two parts of a compound."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_FEWEST_TOGETHER = 4
"""Words; fewer are no sentence (an abbreviation, *help!*) and go with what follows."""
_MOST_TOGETHER, _AGAIN = 25, 10
"""Words; a longer sentence is cut, and each piece begins with the last words of the one before it."""
_STEMMER = snowballstemmer.stemmer("dutch")


def words_of(text: str) -> tuple[str, ...]:
    """The words of the text in the normal form of domain.md 4.K, at most the first 120."""
    return tuple(normalise(text).split()[:_LONGEST_WORDS])


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, as they were written; a very long one in pieces that overlap.

    >>> sentences_of("Mw. de Boer belde. Zij wil graag leren naaien.")
    ('Mw. de Boer belde.', 'Zij wil graag leren naaien.')
    """
    found: list[str] = []
    begun: list[str] = []
    for part in _SENTENCE.split(text):
        begun += part.split()
        if len(begun) >= _FEWEST_TOGETHER:
            found += _pieces(begun)
            begun = []
    if begun and found:
        found[-1] = " ".join((found[-1], *begun))
    return tuple(found) or (text,)


def _pieces(words: Sequence[str]) -> Iterator[str]:
    for first in range(0, max(1, len(words) - _AGAIN), _MOST_TOGETHER - _AGAIN):
        yield " ".join(words[first : first + _MOST_TOGETHER])


def stem(word: str) -> str:
    """The part of a Dutch word that its inflections share; ``word`` is in normal form.

    >>> stem("rekeningen") == stem("rekening")
    True
    """
    return str(_STEMMER.stemWord(word))


def known_words(phrases: Iterable[str]) -> KnownWords:
    """Every word of the phrases with how often it stands there."""
    return KnownWords(Counter(word for phrase in phrases for word in words_of(phrase)))


class KnownWords:
    """Words that stand in our own texts, with how often: enough to split compounds."""

    def __init__(self, counts: Mapping[str, int], stems: Mapping[str, str] | None = None) -> None:
        """``stems`` of the same words, where they were kept; else they are made (100 µs each)."""
        self._counts = dict(counts)
        self._stems = dict(stems) if stems else {word: stem(word) for word in self._counts}

    def __iter__(self) -> Iterator[tuple[str, int, str]]:
        """Every word with its count and its stem."""
        return ((word, count, self._stems[word]) for word, count in self._counts.items())

    def __contains__(self, word: object) -> bool:
        return word in self._counts

    def stem(self, word: str) -> str:
        """The stem of a word; of our own words it is known; what somebody typed is not kept."""
        return self._stems.get(word) or stem(word)

    def parts(self, word: str) -> tuple[str, ...]:
        """The known words that ``word`` is put together of, in order; empty if it is no such compound.

        Of several ways the one with the fewest parts, then the one whose rarest part is commonest. A word of
        more than 45 letters is not tried.

        >>> KnownWords({"huur": 5, "achterstand": 3}).parts("huurachterstand")
        ('huur', 'achterstand')
        """
        if len(word) > _LONGEST_COMPOUND:
            return ()
        ways = [way for way in self._ways(word) if len(way) > 1]
        if not ways:
            return ()
        return min(ways, key=lambda way: (len(way), -min(self._counts[part] for part in way), way))

    def _ways(self, word: str) -> Iterable[tuple[str, ...]]:
        if word in self._counts:
            yield (word,)
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first = word[:cut]
            if first not in self._counts:
                continue
            for link in _LINKS:
                if word.startswith(link, cut) and len(word) - cut - len(link) >= _SHORTEST_PART:
                    for rest in self._ways(word[cut + len(link) :]):
                        yield (first, *rest)
