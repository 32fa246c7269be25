"""Addresses and postcodes of a register that was brought in: where they are, offline."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socialmap.geo.address_words import canonical, readings, without_postcode
from socialmap.model.values import Point

AROUND_POSTCODE_M = 800.0
"""A postcode of four digits is a piece of a town; its middle alone does not say in which neighbourhood."""


@dataclass(frozen=True, slots=True)
class AddressHit:
    """A place that fits a typed address: what to show, and where it is.

    ``within_m``: so far from the point it may lie; 0 when the point is the place itself.
    """

    label: str
    point: Point
    within_m: float = 0.0


@dataclass(frozen=True, slots=True)
class PostcodeArea:
    """The middle of the area of four digits, and the place (*woonplaats*) it belongs to, "" if not known."""

    digits: str
    point: Point
    place: str = ""


@dataclass(frozen=True, slots=True)
class RegisteredAddress:
    """One address. ``number`` holds the letter and the addition too; ``postcode`` has no space."""

    street: str
    number: str
    point: Point
    postcode: str = ""
    place: str = ""


class RegisterBook:
    """Finds addresses, postcodes and places. Never changes; build a new one instead."""

    def __init__(
        self, postcodes: Iterable[PostcodeArea] = (), addresses: Iterable[RegisteredAddress] = ()
    ) -> None:
        self._postcodes: dict[str, AddressHit] = {}
        self._places: defaultdict[str, list[AddressHit]] = defaultdict(list)
        self._streets: defaultdict[str, list[RegisteredAddress]] = defaultdict(list)
        self._by_postcode: defaultdict[str, list[RegisteredAddress]] = defaultdict(list)
        for area in sorted(postcodes, key=lambda area: area.digits):
            label = f"{area.digits} {area.place}".strip()
            hit = AddressHit(label, area.point, AROUND_POSTCODE_M)
            self._postcodes[area.digits] = hit
            if area.place:
                self._places[canonical(area.place)].append(hit)
        for address in addresses:
            self._streets[canonical(address.street)].append(address)
            self._by_postcode[address.postcode.casefold()].append(address)

    def find(self, text: str) -> tuple[AddressHit, ...]:
        """The address itself, else the middle of its postcode, else of the postcodes of the place.

        A house number that is not known means the nearest one in the street. A street that several places
        of the municipality have gives them all, unless the postcode or the place was given too. Empty when
        nothing is known.
        """
        query, postcode = without_postcode(canonical(text))
        known = self._at(query)
        if postcode is not None and postcode.letters:
            inside = [one for one in known if one.postcode.casefold() == postcode.whole]
            known = inside or _in_the_middle(self._by_postcode.get(postcode.whole, ()))
        if known:
            return tuple(dict.fromkeys(map(_hit, known)))
        if postcode is not None:
            found = self._postcodes.get(postcode.digits)
            return (found,) if found else ()
        return tuple(self._places.get(query, ()))

    def _at(self, query: str) -> list[RegisteredAddress]:
        """One address for each place that has the street; those of the place that was typed, if it was."""
        for reading in readings(query):
            street = self._streets.get(reading.street, ())
            if not street:
                continue
            by_place: defaultdict[str, list[RegisteredAddress]] = defaultdict(list)
            for address in street:
                by_place[canonical(address.place)].append(address)
            chosen = [by_place[reading.rest]] if reading.rest in by_place else list(by_place.values())
            if reading.number:
                return [min(one, key=lambda address: _far(address, reading.number)) for one in chosen]
            return [address for one in chosen for address in _in_the_middle(one)]
        return []


def _far(address: RegisteredAddress, number: str) -> tuple[int, bool, int, str]:
    """How far a house number is from the one that was typed; its own letter first, then the shortest."""
    words = canonical(address.number)
    written = words.replace(" ", "")
    return abs(_digits(words) - _digits(number)), written != number, len(written), written


def _digits(number: str) -> int:
    found = re.match(r"\d{1,6}", number)
    return int(found.group()) if found else 0


def _in_the_middle(addresses: Sequence[RegisteredAddress]) -> list[RegisteredAddress]:
    """The address nearest to the middle of them all; empty when there is none."""
    if not addresses:
        return []
    lon = sum(one.point.lon for one in addresses) / len(addresses)
    lat = sum(one.point.lat for one in addresses) / len(addresses)
    return [min(addresses, key=lambda one: (one.point.lon - lon) ** 2 + (one.point.lat - lat) ** 2)]


def _hit(address: RegisteredAddress) -> AddressHit:
    parts = (f"{address.street} {address.number}", address.place)
    return AddressHit(", ".join(part for part in parts if part), address.point)
