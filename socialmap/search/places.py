"""Where an initiative takes place: resolves a facility, room, point or area to metres."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from socialmap.geo.coordinates import to_metres
from socialmap.model.provision import Facility, Initiative, Room
from socialmap.model.values import AreaId, FacilityId, Point, RoomId, Tri

FARTHEST_M = 2_000_000
"""RD New means nothing beyond this; such a point counts as no point (also infinity)."""

Locate = Callable[[Point], AreaId | None]
CentreOf = Callable[[AreaId], Point | None]


@dataclass(frozen=True, slots=True)
class Place:
    """RD New metres, ``None`` when nothing is known; ``wheelchair`` as the facility says.

    Not ``exact``: only the area is known, and the metres are its centre.
    """

    x_m: float | None = None
    y_m: float | None = None
    exact: bool = True
    area_id: AreaId | None = None
    facility_id: FacilityId | None = None
    wheelchair: Tri = Tri.UNKNOWN


NOWHERE = Place()


class PlaceBook:
    """All facilities and rooms with their place.

    ``locate`` tells the area of a point and ``centre_of`` the middle of an area, where these are known; what
    they answer never changes.
    """

    def __init__(
        self,
        facilities: Iterable[Facility] = (),
        rooms: Iterable[Room] = (),
        *,
        locate: Locate | None = None,
        centre_of: CentreOf | None = None,
    ) -> None:
        self._locate = locate
        self._centre_of = centre_of
        self._places: dict[FacilityId, Place] = {}
        self._facility_of: dict[RoomId, FacilityId] = {}
        self._around: dict[AreaId, Place] = {}
        for facility in facilities:
            self.put_facility(facility)
        for room in rooms:
            self.put_room(room)

    def put_facility(self, facility: Facility) -> None:
        """Add or replace a facility; the caller puts the initiatives there in the index again."""
        at = self._at(facility.point)
        self._places[facility.id] = replace(at, facility_id=facility.id, wheelchair=facility.wheelchair)

    def remove_facility(self, facility_id: FacilityId) -> None:
        self._places.pop(facility_id, None)

    def put_room(self, room: Room) -> None:
        self._facility_of[room.id] = room.facility_id

    def remove_room(self, room_id: RoomId) -> None:
        self._facility_of.pop(room_id, None)

    def resolve(self, initiative: Initiative) -> Place:
        """The place of an initiative; without a point when its facility is not known either."""
        facility_id = initiative.facility_id
        if facility_id is None and initiative.room_id is not None:
            facility_id = self._facility_of.get(initiative.room_id)
        if facility_id is not None and facility_id in self._places:
            return self._places[facility_id]
        if initiative.point is not None:
            return self._at(initiative.point)
        return NOWHERE if initiative.area_id is None else self._in(initiative.area_id)

    def _at(self, point: Point) -> Place:
        x_m, y_m = (float(metres) for metres in to_metres((point,))[0])
        if not (abs(x_m) < FARTHEST_M and abs(y_m) < FARTHEST_M):
            return NOWHERE
        return Place(x_m, y_m, area_id=self._locate(point) if self._locate else None)

    def _in(self, area_id: AreaId) -> Place:
        if area_id not in self._around:
            centre = self._centre_of(area_id) if self._centre_of else None
            at = NOWHERE if centre is None else self._at(centre)
            self._around[area_id] = replace(at, exact=at.x_m is None, area_id=area_id)
        return self._around[area_id]
