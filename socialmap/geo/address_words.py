"""How a typed address reads: abbreviations written out, the house number and the postcode found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from socialmap.model.normal_text import normalise

_SUFFIXES = (
    ("str", "straat"),
    ("pln", "plein"),
    ("ln", "laan"),
    ("wg", "weg"),
    ("sngl", "singel"),
    ("kd", "kade"),
    ("dk", "dijk"),
)
_WORDS = {"st": "sint", "burg": "burgemeester", "dr": "dokter", "prof": "professor", "pl": "plein"}
_NUMBER_AT_END = re.compile(r"\s+\d+(?:\s?[a-zA-Z]{1,2})?(?:\s?[-–/]\s?\w{1,4})?$")
_HOUSE_NUMBER = re.compile(r"\d+[a-z]{0,2}")
_POSTCODE = re.compile(r"(?:^| )([1-9]\d{3}) ?((?!sa|sd|ss)[a-z]{2})?(?= |$)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an address: the street, the house number with its letter, and what follows."""

    street: str
    number: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Postcode:
    """The four digits of a postcode, and its letters where they were given."""

    digits: str
    letters: str = ""

    @property
    def whole(self) -> str:
        return self.digits + self.letters


def canonical(text: str) -> str:
    """The words of an address in lower case, without accents, with usual abbreviations written out.

    >>> canonical("Pr. Julianastr. 12-B")
    'pr julianastraat 12 b'
    """
    return " ".join(_written_out(word) for word in normalise(text).split())


def street_of(address: str) -> str:
    """The street of an address as it is written, without the house number; empty for none.

    >>> street_of("Lindeplein 4a, 8011 AB Meerwold"), street_of("Plein 1940 12"), street_of("Kade")
    ('Lindeplein', 'Plein 1940', 'Kade')
    """
    written = address.partition(",")[0].strip()
    return _NUMBER_AT_END.sub("", written)


def readings(query: str) -> Iterator[Reading]:
    """First with a house number ("plein 1940 12" has two candidates), then the whole text as a street."""
    words = query.split()
    for position in range(len(words) - 1, 0, -1):
        if _HOUSE_NUMBER.fullmatch(words[position]):
            following = words[position + 1] if position + 1 < len(words) else ""
            letter = following if len(following) == 1 and following.isalpha() else ""
            rest = words[position + (2 if letter else 1) :]
            yield Reading(" ".join(words[:position]), words[position] + letter, " ".join(rest))
    yield Reading(query, "")


def without_postcode(query: str) -> tuple[str, Postcode | None]:
    """A canonical address without its postcode, and that postcode.

    Four digits without letters only count when nothing else is said: after a street they are a house number.

    >>> without_postcode("assendorperstraat 3 8012 dm zwolle")
    ('assendorperstraat 3 zwolle', Postcode(digits='8012', letters='dm'))
    """
    for found in _POSTCODE.finditer(query):
        digits, letters = found[1], found[2] or ""
        if letters or found[0].strip() == query:
            rest = f"{query[: found.start()]} {query[found.end() :]}"
            return " ".join(rest.split()), Postcode(digits, letters)
    return query, None


def _written_out(word: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    for short, full in _SUFFIXES:
        if word.endswith(short) and len(word) > len(short) + 2:
            return word.removesuffix(short) + full
    return dict(_SUFFIXES).get(word, word)
