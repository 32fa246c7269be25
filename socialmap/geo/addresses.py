"""An offline gazetteer: a typed address becomes a point, and nothing of it is kept."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import shapely

from socialmap.geo.address_words import canonical, readings
from socialmap.geo.registers import AddressHit, RegisterBook
from socialmap.geo.shapes import from_wkt
from socialmap.model.area import Street
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Facility
from socialmap.model.values import AreaId, Point

MOST_HITS = 8
_CLOSE = 0.85
_FEWEST_LETTERS = 3
_TELLING_LETTERS = 7
_LONGEST_STREET = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class NamedStreet:
    """A street whose whole name stands in a text, as ``text[start:end]``, and where streets of that name lie.

    The full stop of an abbreviation is part of it.
    """

    start: int
    end: int
    hits: tuple[AddressHit, ...]


class AddressBook:
    """Streets, the addresses of facilities, and the registers that were brought in.

    A number that is not known means the middle of its street.
    """

    def __init__(
        self,
        streets: Iterable[Street],
        facilities: Iterable[Facility] = (),
        registers: RegisterBook | None = None,
    ) -> None:
        self._registers = registers or RegisterBook()
        self._streets: defaultdict[str, list[AddressHit]] = defaultdict(list)
        self._addresses: defaultdict[str, list[AddressHit]] = defaultdict(list)
        self._names: defaultdict[str, list[AddressHit]] = defaultdict(list)
        for street in sorted(streets, key=lambda street: street.id):
            self._streets[canonical(street.name)].append(AddressHit(street.name, _middle(street.line)))
        for facility in sorted(facilities, key=lambda facility: facility.id):
            label = f"{facility.name}, {facility.address}" if facility.address else facility.name
            hit = AddressHit(label, facility.point)
            self._names[canonical(facility.name)].append(hit)
            for written in readings(canonical(facility.address)):
                if written.number:
                    self._addresses[f"{written.street} {written.number}"].append(hit)

    def find(self, text: str, within: Collection[AreaId] = ()) -> tuple[AddressHit, ...]:
        """Places that fit ``text``, best first and at most eight; empty when nothing is like it.

        Exact addresses of facilities come first, then those of the registers, a facility's name, the street,
        streets that begin with the text, and only when all that finds nothing, names nearly the same.
        Everything in the book lies in the own municipalities, so ``within`` changes nothing.
        """
        query = canonical(text)
        if len(query) < _FEWEST_LETTERS:
            return ()
        read_as = list(readings(query))
        hits = [
            *(hit for read in read_as for hit in self._addresses.get(f"{read.street} {read.number}", ())),
            *self._registers.find(text),
            *self._names.get(query, ()),
            *(hit for read in read_as for hit in self._streets.get(read.street, ())),
            *_beginning_with(query, self._streets),
            *_beginning_with(query, self._names),
        ]
        if not hits:
            hits = [hit for read in read_as for hit in self._nearly(read.street)]
        return tuple(dict.fromkeys(hits))[:MOST_HITS]

    def streets_named_in(self, text: str) -> Iterator[NamedStreet]:
        """Streets whose whole name stands in a text; a short name ("Kade") is too often another word."""
        words = [match.span() for match in _WORD.finditer(text)]
        for place, (start, _) in enumerate(words):
            for _, end in words[place : place + _LONGEST_STREET]:
                written = text[start:end]
                name = canonical(written)
                if len(name) >= _TELLING_LETTERS and name in self._streets:
                    stop = name != normalise(written) and text.startswith(".", end)
                    yield NamedStreet(start, end + stop, tuple(self._streets[name]))

    def exact(self, text: str) -> AddressHit | None:
        """The one place that an address in a file means: a facility there, or its street; else ``None``."""
        for read in readings(canonical(text)):
            known = self._addresses.get(f"{read.street} {read.number}") or self._streets.get(read.street)
            if known:
                return known[0]
        exact = [hit for hit in self._registers.find(text) if not hit.within_m]
        return exact[0] if len(exact) == 1 else None

    def postcode(self, text: str) -> Point | None:
        """The middle of a postcode by the registers; ``None`` when they do not know it."""
        hits = self._registers.find(text)
        return hits[0].point if hits else None

    def _nearly(self, street: str) -> Iterator[AddressHit]:
        for name in difflib.get_close_matches(street, self._streets, n=3, cutoff=_CLOSE):
            yield from self._streets[name]


def _beginning_with(query: str, names: Mapping[str, list[AddressHit]]) -> Iterator[AddressHit]:
    for name in sorted(name for name in names if name.startswith(query)):
        yield from names[name]


def _middle(line: str) -> Point:
    middle = shapely.line_interpolate_point(from_wkt(line), 0.5, normalized=True)
    return Point(round(float(middle.x), 7), round(float(middle.y), 7))
