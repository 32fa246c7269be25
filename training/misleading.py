"""Leaves out words of the lexicon that only look like what they should point with.

Turkish *iş* (work) is written as Dutch *is* once its signs are gone, a bee (*bij*) like the word for near.
Such a word stands in thousands of sentences about everything, and was told as the reason of a theme.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from socialmap.language.sayings import Safety, Saying
from socialmap.model.values import ThemeId
from socialmap.search.words.pointers import Pointer
from socialmap.search.words.written import KnownWords, words_of

_OFTEN = 20
_RIGHT = 0.05
"""Of so many sentences with the word at least this share is about the theme, or the word misleads."""


def without_misleading(
    pointers: Sequence[Pointer], known: KnownWords, sayings: Iterable[Saying], acute: frozenset[ThemeId]
) -> tuple[Pointer, ...]:
    """The pointers, without single words that ``sayings`` to learn from show to be about something else."""
    stood, right = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    of_stem: dict[str, set[ThemeId]] = {}
    for pointer in pointers:
        for stem in _single(pointer, known):
            of_stem.setdefault(stem, set()).add(pointer.theme)
    for saying in sayings:
        about = _about(saying, acute)
        for stem in set(map(known.stem, words_of(saying.sentence))) & of_stem.keys():
            for theme in of_stem[stem]:
                if theme in acute or saying.about not in (Safety.ACUTE, Safety.LOOK_ALIKE):
                    stood[stem, theme] += 1
                    right[stem, theme] += theme in about
    return tuple(
        pointer
        for pointer in pointers
        if not any(
            stood[stem, pointer.theme] >= _OFTEN
            and right[stem, pointer.theme] < _RIGHT * stood[stem, pointer.theme]
            for stem in _single(pointer, known)
        )
    )


def _single(pointer: Pointer, known: KnownWords) -> Iterator[str]:
    """The stem of a phrase of one word."""
    words = words_of(pointer.phrase)
    if len(words) == 1:
        yield known.stem(words[0])


def _about(saying: Saying, acute: frozenset[ThemeId]) -> set[str]:
    """Its themes; danger may be about each theme of danger."""
    return {saying.about, *saying.also, *(acute if saying.about == Safety.ACUTE else ())}
