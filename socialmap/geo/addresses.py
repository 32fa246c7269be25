"""An offline gazetteer: a typed address becomes a point, and nothing of it is kept."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import shapely

from socialmap.geo.shapes import from_wkt
from socialmap.model.area import Street
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Facility
from socialmap.model.values import Point

MOST_HITS = 8
_CLOSE = 0.85
_FEWEST_LETTERS = 3
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
_HOUSE_NUMBER = re.compile(r"\d+[a-z]{0,2}")
_NUMBER_AT_END = re.compile(r"\s+\d+(?:\s?[a-zA-Z]{1,2})?(?:\s?[-–/]\s?\w{1,4})?$")


@dataclass(frozen=True, slots=True)
class AddressHit:
    """A place that fits a typed address: what to show, and where it is."""

    label: str
    point: Point


class AddressBook:
    """Streets and the addresses of facilities. A number that is not known means the middle of its street."""

    def __init__(self, streets: Iterable[Street], facilities: Iterable[Facility] = ()) -> None:
        self._streets: defaultdict[str, list[AddressHit]] = defaultdict(list)
        self._addresses: defaultdict[str, list[AddressHit]] = defaultdict(list)
        self._names: defaultdict[str, list[AddressHit]] = defaultdict(list)
        for street in sorted(streets, key=lambda street: street.id):
            self._streets[_canonical(street.name)].append(AddressHit(street.name, _middle(street.line)))
        for facility in sorted(facilities, key=lambda facility: facility.id):
            label = f"{facility.name}, {facility.address}" if facility.address else facility.name
            hit = AddressHit(label, facility.point)
            self._names[_canonical(facility.name)].append(hit)
            for written in _readings(_canonical(facility.address)):
                if written.number:
                    self._addresses[f"{written.street} {written.number}"].append(hit)

    def find(self, text: str) -> tuple[AddressHit, ...]:
        """Places that fit ``text``, best first and at most eight; empty when nothing is like it.

        Exact addresses of facilities come first, then a facility's name, the street, streets that begin
        with the text, and only when all that finds nothing, names that are nearly the same.
        """
        query = _canonical(text)
        if len(query) < _FEWEST_LETTERS:
            return ()
        readings = list(_readings(query))
        hits = [
            *(hit for read in readings for hit in self._addresses.get(f"{read.street} {read.number}", ())),
            *self._names.get(query, ()),
            *(hit for read in readings for hit in self._streets.get(read.street, ())),
            *_beginning_with(query, self._streets),
            *_beginning_with(query, self._names),
        ]
        if not hits:
            hits = [hit for read in readings for hit in self._nearly(read.street)]
        return tuple(dict.fromkeys(hits))[:MOST_HITS]

    def exact(self, text: str) -> AddressHit | None:
        """The one place that an address in a file means: a facility there, or its street; else ``None``."""
        for read in _readings(_canonical(text)):
            known = self._addresses.get(f"{read.street} {read.number}") or self._streets.get(read.street)
            if known:
                return known[0]
        return None

    def _nearly(self, street: str) -> Iterator[AddressHit]:
        for name in difflib.get_close_matches(street, self._streets, n=3, cutoff=_CLOSE):
            yield from self._streets[name]


def street_of(address: str) -> str:
    """The street of an address as it is written, without the house number; empty for none.

    >>> street_of("Lindeplein 4a, 8011 AB Meerwold"), street_of("Plein 1940 12"), street_of("Kade")
    ('Lindeplein', 'Plein 1940', 'Kade')
    """
    written = address.partition(",")[0].strip()
    return _NUMBER_AT_END.sub("", written)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read an address: where the street's name ends and the house number begins."""

    street: str
    number: str


def _readings(query: str) -> Iterator[_Reading]:
    """First with a house number ("plein 1940 12" has two candidates), then the whole text as a street."""
    words = query.split()
    for position in range(len(words) - 1, 0, -1):
        if _HOUSE_NUMBER.fullmatch(words[position]):
            following = words[position + 1] if position + 1 < len(words) else ""
            letter = following if len(following) == 1 and following.isalpha() else ""
            yield _Reading(" ".join(words[:position]), words[position] + letter)
    yield _Reading(query, "")


def _canonical(text: str) -> str:
    return " ".join(_written_out(word) for word in normalise(text).split())


def _written_out(word: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    for short, full in _SUFFIXES:
        if word.endswith(short) and len(word) > len(short) + 2:
            return word.removesuffix(short) + full
    return dict(_SUFFIXES).get(word, word)


def _beginning_with(query: str, names: Mapping[str, list[AddressHit]]) -> Iterator[AddressHit]:
    for name in sorted(name for name in names if name.startswith(query)):
        yield from names[name]


def _middle(line: str) -> Point:
    middle = shapely.line_interpolate_point(from_wkt(line), 0.5, normalized=True)
    return Point(round(float(middle.x), 7), round(float(middle.y), 7))
