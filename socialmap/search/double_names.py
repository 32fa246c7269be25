"""Do two names name the same thing? Word by word, whatever their order, each word for what it is worth."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from socialmap.model.normal_text import normalise
from socialmap.search.double_words import (
    ABBREVIATED,
    CANONICAL,
    KIND_WORDS,
    LEGAL_WORDS,
    LOOSE_ENDS,
    OPPOSITES,
    SHORTEST_STEM,
    SMALL_WORDS,
    WEEKDAYS,
)

LEGAL_WEIGHT, KIND_WEIGHT, PLACE_WEIGHT = 0.1, 0.3, 0.3
LEAST_WEIGHT, LEAST_WEIGHT_OF_ACTIVITY = 0.2, 0.7
TYPO, COMPOUND = 0.9, 0.8
"""How much a word with a slip of the finger, and a compound without its last part, is the same word."""
ONE_SLIP_FROM, TWO_SLIPS_FROM = 5, 9
"""Letters that a word must have before one, or two, of them may be wrong."""
LETTERS_PER_SLIP = 7
"""Of a whole name without its spaces so many letters allow one slip."""
_SAME_LETTERS = 0.05
_AS_INITIALS = 0.85
_MOST_INITIALS = 6
_PLUS_AGE = re.compile(r"\b(?:5[05]|6[05])\s*(?:\+|-?plus(?:sers?)?\b)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. ``words``: in the order written, canonical, without small words; ``places``: words
    of the building and the town it is in, which tell little about what it is."""

    written: str
    words: tuple[str, ...]
    loose: str
    initials: str
    numbers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NamesCompared:
    """``alike`` from 0 to 1; ``telling`` how much of what they share is a name of its own, from 0 up;
    ``against``: words that cannot both be right, such as *noord* and *zuid*."""

    alike: float
    telling: float
    against: tuple[str, str] | None = None


def take_apart(name: str, building: str = "", towns: frozenset[str] = frozenset()) -> Name:
    """The words of a name, and of the building that its thing is in; ``towns`` in words like those.

    >>> take_apart("St. Buurthuis 'De Linde'").words
    ('st', 'buurthuis', 'linde')
    """
    bare = normalise(_PLUS_AGE.sub("ouderen", name))
    words = _joined_letters(bare.split())
    kept = tuple(_canonical(word) for word in words if word not in SMALL_WORDS) or tuple(words)
    return Name(
        written=name,
        words=kept,
        loose="".join(word for word in words if word not in SMALL_WORDS | LEGAL_WORDS | towns),
        initials="".join(word[0] for word in words if word not in SMALL_WORDS),
        numbers=frozenset(filter(str.isdecimal, kept)),
        places=towns | (frozenset(take_apart(building).words) - KIND_WORDS if building else frozenset()),
    )


class WordWeights:
    """What each word is worth among these names: a word that many share says little.

    ``activities``: names of things to do, in which also a common word is what it is all about.
    """

    def __init__(self, names: Iterable[Name], *, activities: bool = False) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for name in names:
            counts.update(set(name.words))
            total += 1
        rare = 3 + total / 500
        least = LEAST_WEIGHT_OF_ACTIVITY if activities else LEAST_WEIGHT
        self._weights = {
            word: _weight(word, max(least, 1 / (1 + math.log2(max(1.0, count / rare)))))
            for word, count in counts.items()
        }

    def of(self, name: Name, places: frozenset[str]) -> dict[str, float]:
        """Each word with its weight; where nothing else is in a name, its sort or its place is the name."""
        found = {
            word: min(self._weights[word], PLACE_WEIGHT) if word in places else self._weights[word]
            for word in name.words
        }
        if all(word in KIND_WORDS or word in places for word in found):
            return dict.fromkeys(found, KIND_WEIGHT)
        return found


def compare(one: Name, other: Name, weights: WordWeights) -> NamesCompared:
    """How much alike two names are: the shared weight of their words, twice, over all weight (Dice 1945).

    Both names are among those that were weighed. Each word counts for one word of the other name only, the
    closest pairs first.
    """
    places = one.places | other.places
    mine, theirs = weights.of(one, places), weights.of(other, places)
    shared = telling = 0.0
    for word, twin, fit in _paired(mine, theirs):
        weight = fit * (mine[word] + theirs[twin])
        shared += weight
        if {word, twin}.isdisjoint(places | KIND_WORDS | LEGAL_WORDS):
            telling += weight / 2
    whole = sum(mine.values()) + sum(theirs.values())
    alike = shared / whole if whole else 0.0
    if _is_initials(one, other) or _is_initials(other, one):
        alike, telling = max(alike, _AS_INITIALS), max(telling, 1.0)
    elif alike < 1 and one.loose and _nearly(one.loose, other.loose):
        alike, telling = max(alike, 1 - _SAME_LETTERS), max(telling, whole / 4)
    return NamesCompared(alike, telling, _against(one, other))


def _weight(word: str, weight: float) -> float:
    return LEGAL_WEIGHT if word in LEGAL_WORDS else min(KIND_WEIGHT, weight) if word in KIND_WORDS else weight


def _paired(mine: Mapping[str, float], theirs: Mapping[str, float]) -> Iterator[tuple[str, str, float]]:
    """Each word with the word of the other name that it is, the same words first, then the closest."""
    yield from ((word, word, 1.0) for word in mine if word in theirs)
    mine_left = [word for word in mine if word not in theirs]
    theirs_left = [word for word in theirs if word not in mine]
    close = [
        (word, twin, fit) for word in mine_left for twin in theirs_left if (fit := same_word(word, twin))
    ]
    # Ties go by weight and then by the words themselves, whichever name is the first.
    close.sort(key=lambda pair: (-pair[2], -mine[pair[0]] - theirs[pair[1]], sorted(pair[:2])))
    used: set[str] = set()
    for word, twin, fit in close:
        if word not in used and twin not in used:
            used |= {word, twin}
            yield word, twin, fit


@lru_cache(maxsize=200_000)
def same_word(one: str, other: str) -> float:
    """1 for the same word, a little less for a slip or a shortened compound, 0 for another word.

    >>> same_word("linde", "lidne"), same_word("koffie", "koffieochtend"), same_word("brug", "bron")
    (0.9, 0.8, 0.0)
    """
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if not (one.isalpha() and other.isalpha()):  # another number is another thing
        return 0.0
    stem_one, stem_other = stem(one), stem(other)
    if stem_one == stem_other:
        return COMPOUND
    slips = 2 if len(short) >= TWO_SLIPS_FROM else 1 if len(long) >= ONE_SLIP_FROM else 0
    near = slips and OSA.distance(one, other, score_cutoff=slips) <= slips
    return TYPO if near and (one[0] == other[0] or slips == 2) else 0.0


def _against(one: Name, other: Name) -> tuple[str, str] | None:
    mine, theirs = _marks(one.words), _marks(other.words)
    for group in OPPOSITES if mine and theirs else ():
        here, there = mine & group, theirs & group
        if here and there and here.isdisjoint(there):
            return min(here), min(there)
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return min(one.numbers), min(other.numbers)
    return None


@lru_cache(maxsize=50_000)
def _marks(words: tuple[str, ...]) -> frozenset[str]:
    """The words that have opposites, also as the end of a compound or, of days, as its beginning."""
    ends = {end for word in words for end in LOOSE_ENDS if word.endswith(end)}
    days = {day for word in words for day in WEEKDAYS if word.startswith(day)}
    return frozenset(each for group in OPPOSITES for each in group & {*words, *ends, *days})


def _canonical(word: str) -> str:
    """The word that stands for it; of any other word one spelling, for *ij* is often typed as *y*."""
    word = ABBREVIATED.get(word, word)
    if word in KIND_WORDS or word in LEGAL_WORDS:
        return word
    return CANONICAL.get(word) or word.replace("ij", "y")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    for end in LOOSE_ENDS:
        if word.endswith(end) and len(word) - len(end) >= SHORTEST_STEM:
            return _canonical(word.removesuffix(end))
    return word


def _joined_letters(words: list[str]) -> list[str]:
    """Letters that stood with dots between them, as one word: *v v zwolle* is *vv zwolle*."""
    joined: list[str] = []
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            joined.append(run)
            run = ""
        if word:
            joined.append(word)
    return joined


def _nearly(one: str, other: str) -> bool:
    """The same letters in the same order, wherever the spaces are; a slip or two in a long name."""
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    slips = min(len(one), len(other)) // LETTERS_PER_SLIP
    return slips > 0 and OSA.distance(one, other, score_cutoff=slips) <= slips


def _is_initials(short: Name, long: Name) -> bool:
    """*CJG* and *Centrum voor Jeugd en Gezin*."""
    return (
        len(short.words) == 1
        and 3 <= len(short.words[0]) <= _MOST_INITIALS
        and len(long.words) >= 3
        and short.words[0] == long.initials
    )
