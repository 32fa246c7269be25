"""Finds what looks like the name of a person: a title, first name or initials, and a surname."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from socialmap.model.normal_text import normalise
from socialmap.privacy.names import (
    CLEAR_PARTICLES,
    FIRST_NAMES,
    NAMES_THAT_ARE_WORDS,
    NOT_PERSONS,
    PARTICLES,
    PLACE_PARTICLES,
    SHORT_TITLES,
    SURNAMES,
    TITLES,
    is_everyday,
)

_WORD = re.compile(
    r"(?:[^\W\d_]\.){1,5}"
    r"|(?![^\W\d_]{1,3}\d)['’]?[^\W\d_]{1,60}(?:['’\-][^\W\d_]{1,60}){0,4}"
)
"""A word or initials; "B1" and "DM2" are neither."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_MOST_PARTICLES = 3
_BEFORE_ANYTHING = frozenset({"van", "de", "het"})
"""Particles that stand before any noun too; "der" and "ter" hardly ever do."""
_NEARBY = re.compile(
    r"[\s,(]+(?:(?:van\s+)?hier\s?(?:naast|boven|beneden|tegenover)"
    r"|van\s+(?:boven|beneden|verderop|tegenover|(?:de\s+)?(?:overkant|(?:boven|beneden)?buren)|\w+\s?hoog"
    r"|(?:(?:huis)?nummer|nr\.?)\s*\d+(?:\s?-?\s?[a-z])?))\b",
    re.IGNORECASE,
)
"""Who is called by first name and by where she lives is a person too: "fatima van hiernaast"."""


@dataclass(frozen=True, slots=True)
class _Word:
    """``plain`` is the normal form; ``joined``: only white space stands before it."""

    written: str
    plain: str
    start: int
    end: int
    joined: bool

    @property
    def capital(self) -> bool:
        return self.written.lstrip("'’")[:1].isupper()

    @property
    def initials(self) -> bool:
        return bool(_INITIALS.fullmatch(self.written)) and self.capital

    @property
    def first_name(self) -> bool:
        """Written in a hurry a name has no capital; then it may not be a word that people use."""
        return self._may_be_name and any(part in FIRST_NAMES for part in self.plain.split())

    @property
    def surname(self) -> bool:
        return any(part in SURNAMES for part in self.plain.split())

    @property
    def ends_a_name(self) -> bool:
        return self.capital or (self.surname and self._may_be_name)

    @property
    def _may_be_name(self) -> bool:
        return self.capital or not (is_everyday(self.plain) or self.plain in NAMES_THAT_ARE_WORDS)


def name_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where a name seems to stand: ``(start, end)`` in the text, one for each first word of a name.

    A first name by itself is none, unless it is told where that person lives.
    """
    words = _words(text)
    for place, word in enumerate(words):
        last = _surname_after(words, place)
        if last is not None and _looks_like_a_person(word, words[place + 1 : last + 1]):
            yield word.start, words[last].end
        elif word.first_name and (nearby := _NEARBY.match(text, word.end)):
            yield word.start, nearby.end()


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        # "mw. Bakker": the full stop of an abbreviation does not end the sentence.
        plain = normalise(match[0])
        joined = between.isspace() or (between.startswith(".") and bool(words) and _goes_on(words[-1], plain))
        words.append(_Word(match[0], plain, match.start(), match.end(), joined))
        end = match.end()
    return words


def _goes_on(title: _Word, plain: str) -> bool:
    """Does the full stop behind a title not end the sentence?"""
    return title.plain in SHORT_TITLES or (title.plain in TITLES and plain in SURNAMES)


def _surname_after(words: Sequence[_Word], place: int) -> int | None:
    """Where the surname of a word at ``place`` may stand: a capital or a known one, after any particles."""
    for index in range(place + 1, min(place + 2 + _MOST_PARTICLES, len(words))):
        word = words[index]
        if not word.joined:
            return None
        following = words[index + 1] if index + 1 < len(words) and words[index + 1].joined else None
        if following is None or not _is_particle(word, following):
            return index if word.ends_a_name else None
    return None


def _is_particle(word: _Word, following: _Word) -> bool:
    return word.plain in PARTICLES or (
        word.plain in PLACE_PARTICLES and following.plain in {"t", "den", "der"}
    )


def _looks_like_a_person(first: _Word, rest: Sequence[_Word]) -> bool:
    """``rest`` ends in the word that may be a surname; before it stand only particles."""
    surname = rest[-1]
    if " ".join(word.plain for word in (first, *rest)) in NOT_PERSONS:
        return False
    between = {word.plain for word in rest[:-1]}
    if first.plain in TITLES or (first.initials and len(surname.plain) > 1):
        # "mevrouw Van der Meer" is a name although "meer" is a word; "meneer van de Voedselbank" is none.
        written_as_name = rest[0].capital and bool(between)
        return (
            written_as_name
            or bool(between - _BEFORE_ANYTHING)
            or surname.surname
            or not is_everyday(surname.plain)
        )
    if first.first_name:
        return surname.surname or bool(between - {"de", "het"}) or not is_everyday(surname.plain)
    if not (first.capital and surname.capital) or first.plain in PARTICLES or is_everyday(first.plain):
        return False
    return surname.surname or (not between.isdisjoint(CLEAR_PARTICLES) and not is_everyday(surname.plain))
