"""Where a row of a table is: a facility, a point, an area, or no fixed place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from socialmap.connectors.cells import Cells, decimal, single_line, yes
from socialmap.geo.addresses import AddressBook
from socialmap.geo.areas import AreaBook
from socialmap.geo.coordinates import point_at
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Facility
from socialmap.model.values import AreaId, FacilityId, Point

PLACE_FIELDS = (
    "lon", "lat", "x", "y", "geometry", "address", "street", "house_number", "postcode", "area", "place",
    "no_fixed_place",
)  # fmt: skip
_NOWHERE = frozenset({"geen vaste plek", "no fixed place", "wisselend", "online"})
_WKT_POINT = re.compile(r"(?:SRID=\d+;)?\s*POINT\s*\(\s*([-\d.]+)\s+([-\d.]+)\s*\)", re.IGNORECASE)
_MOST_NAMED = 3
_OUTSIDE = "Dit punt ligt niet in Nederland. Controleer de getallen."


@dataclass(frozen=True, slots=True)
class Spot:
    """Exactly one of a facility, a point, an area or ``no_fixed_place``; all empty when nothing is said."""

    facility_id: FacilityId | None = None
    point: Point | None = None
    area_id: AreaId | None = None
    no_fixed_place: bool = False
    address: str = ""

    @property
    def known(self) -> bool:
        return bool(self.facility_id or self.point or self.area_id or self.no_fixed_place)


class PlaceFinder:
    """Looks places up among the known facilities, addresses and areas, and the sheet of locations."""

    def __init__(
        self, facilities: Iterable[Facility], areas: AreaBook | None, addresses: AddressBook | None
    ) -> None:
        self._areas = areas
        self._addresses = addresses
        self._by_name: defaultdict[str, set[FacilityId]] = defaultdict(set)
        self._locations: dict[str, Spot] = {}
        for facility in facilities:
            self.add_facility(facility)

    def add_facility(self, facility: Facility) -> None:
        for written in (facility.id, facility.name, facility.source_id):
            if written:
                self._by_name[normalise(written)].add(facility.id)

    def add_location(self, source_id: str, name: str, spot: Spot) -> None:
        """A place of a sheet of locations, to which other rows refer by its id or name."""
        for written in (source_id, name):
            if written:
                self._locations.setdefault(normalise(written), spot)

    def find(self, cells: Cells) -> Spot:
        """The place of a row. What is wrong with it is added to the problems of ``cells``."""
        address = written_address(cells)
        place = cells.text("place")
        if normalise(place) in _NOWHERE or normalise(address) in _NOWHERE:
            return Spot(no_fixed_place=True)
        facility = self._facility(place, cells) if place else None
        if facility is not None:
            return Spot(facility_id=facility)
        if normalise(place) in self._locations:
            return self._locations[normalise(place)]
        point = point_of(cells) or self._point_at_address(address, place)
        if point is not None:
            return Spot(point=point, address=address)
        area = self._area(cells, place)
        if area is not None:
            return Spot(area_id=area, address=address)
        if cells.read("no_fixed_place", yes, False):
            return Spot(no_fixed_place=True)
        if not any(name in PLACE_FIELDS for name, _ in cells.problems) and (place or address):
            self._say_unknown(cells, place)
        return Spot(address=address)

    def _facility(self, place: str, cells: Cells) -> FacilityId | None:
        found = self._by_name.get(normalise(place), set())
        if len(found) > 1:
            cells.problem("place", "Er zijn meer plekken met deze naam. Gebruik het nummer van de plek.")
        return next(iter(found)) if len(found) == 1 else None

    def _point_at_address(self, address: str, place: str) -> Point | None:
        if self._addresses is None:
            return None
        for text in (address, place):
            hit = self._addresses.exact(text) if text else None
            if hit is not None:
                return hit.point
        return None

    def _area(self, cells: Cells, place: str) -> AreaId | None:
        if self._areas is None:
            return None
        for text in (cells.text("area"), place):
            found = self._areas.named(text) if text else ()
            if found:
                return found[0]
        if cells.text("area"):
            cells.problem(
                "area", f"We kennen deze buurt niet. {self._meant(self._areas, cells.text('area'))}"
            )
        return None

    @staticmethod
    def _meant(areas: AreaBook, text: str) -> str:
        """What to write instead: the neighbourhoods that have these words in their name, if there are any."""
        near = areas.like(text)[:_MOST_NAMED]
        if not near:
            return "Gebruik de buurtcode."
        return f"Bedoel je {' of '.join(f'{areas.by_id[area].name} ({area})' for area in near)}?"

    def _say_unknown(self, cells: Cells, place: str) -> None:
        if place:
            cells.problem("place", "We kennen deze plek niet. Geef een adres, of lon en lat.")
        else:
            cells.problem("address", "We kennen dit adres niet. Geef lon en lat, of een buurt.")


def written_address(cells: Cells) -> str:
    """The address as one line, also when its parts stand in columns of their own."""
    whole = single_line(cells.text("address"))
    number = cells.text("house_number") + cells.text("house_letter")
    addition = cells.text("house_addition")
    street = " ".join(filter(None, (cells.text("street"), number, addition)))
    town = " ".join(filter(None, (cells.text("postcode"), cells.text("town"))))
    street = whole or (street if cells.text("street") else "")
    return single_line(", ".join(filter(None, (street, town)))) if street else ""


def point_of(cells: Cells) -> Point | None:
    """The point in the columns for coordinates; ``None`` when there is none or it is a problem."""
    if cells.text("geometry"):
        match = _WKT_POINT.fullmatch(cells.text("geometry"))
        if match is None:
            cells.problem("geometry", "Schrijf een punt als POINT (lon lat).")
            return None
        return _placed(cells, "geometry", match[1], match[2])
    for first, second in (("lon", "lat"), ("x", "y")):
        if cells.text(first) and cells.text(second):
            return _placed(cells, first, cells.text(first), cells.text(second))
        if cells.text(first) or cells.text(second):
            cells.problem(first, f"Vul {first} en {second} allebei in.")
            return None
    return None


def _placed(cells: Cells, name: str, first: str, second: str) -> Point | None:
    try:
        point = point_at(decimal(first), decimal(second))
    except ValueError as error:
        cells.problem(name, str(error))
        return None
    if point is None:
        cells.problem(name, _OUTSIDE)
    return point
