"""The places where a group can meet, in the order in which ties are decided (domain.md 4.B step 4)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from socialmap.collective.reach import positions_mm
from socialmap.geo.footways import Whole
from socialmap.model.values import (
    DAY_PARTS,
    DayPart,
    FacilityId,
    LanguageCode,
    RoomId,
    Tri,
)

_BIT = {slot: 1 << place for place, slot in enumerate(DAY_PARTS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A facility, or one room of it, that can be used; cost per day part, ``None`` when unknown."""

    id: FacilityId
    name: str
    x_m: float
    y_m: float
    free_at: tuple[DayPart, ...]
    capacity: int
    cost_eur: float | None
    wheelchair: Tri
    kitchen: Tri = Tri.UNKNOWN
    room_id: RoomId | None = None


def in_week_order(slots: Iterable[DayPart]) -> tuple[DayPart, ...]:
    """Each slot once, in the order of the week."""
    return tuple(sorted(set(slots), key=_BIT.__getitem__))


def slot_mask(slots: Iterable[DayPart]) -> int:
    """One bit per slot, in the order of the week."""
    found = 0
    for slot in slots:
        found |= _BIT[slot]
    return found


class Rooms:
    """Venues by cost, then facility id; per venue its metres, free slots, capacity and entrance.

    ``rank`` is equal for rooms of one facility that cost the same; ``room`` numbers those.
    """

    def __init__(self, venues: Iterable[Venue]) -> None:
        self.venues = sorted(venues, key=lambda venue: (*_cost_and_id(venue), venue.room_id or ""))
        self.at_mm = positions_mm(self.venues)
        self.slots = np.array([slot_mask(venue.free_at) for venue in self.venues], np.int64)
        self.capacity = np.array([venue.capacity for venue in self.venues], np.int64)
        self.for_wheelchairs = np.array([venue.wheelchair is Tri.YES for venue in self.venues], np.bool_)
        rows = range(len(self.venues))
        same = [list(found) for _, found in groupby(rows, lambda row: _cost_and_id(self.venues[row]))]
        self.rank = np.array([rank for rank, found in enumerate(same) for _ in found], np.int64)
        self.room = np.array([room for found in same for room, _ in enumerate(found)], np.int64)
        self.most_rooms = max(map(len, same), default=1)
        self._row_at = np.full((len(same), self.most_rooms), -1)
        self._row_at[self.rank, self.room] = np.arange(len(self.venues))

    def row(self, rank: Whole, room: Whole) -> Whole:
        found: Whole = self._row_at[rank, room]
        return found


class Combinations:
    """Numbers every place × day part × language so that what is better in a tie has the lower number.

    That is: cost, facility id, day part, language code; rooms of one facility come last.
    """

    def __init__(self, rooms: Rooms, languages: Sequence[LanguageCode]) -> None:
        self.languages = languages
        self._rooms = rooms

    def number(self, row: Whole, slot: int, language: Whole) -> Whole:
        moment = self._rooms.rank[row] * len(DAY_PARTS) + slot
        return (moment * len(self.languages) + language) * self._rooms.most_rooms + self._rooms.room[row]

    def rows(self, numbers: Whole) -> Whole:
        """The venues of combinations."""
        rest, room = np.divmod(numbers, self._rooms.most_rooms)
        return self._rooms.row(rest // len(self.languages) // len(DAY_PARTS), room)

    def of(self, number: int) -> tuple[Venue, DayPart, LanguageCode]:
        rest, language = divmod(number // self._rooms.most_rooms, len(self.languages))
        row = int(self.rows(np.array([number]))[0])
        return self._rooms.venues[row], DAY_PARTS[rest % len(DAY_PARTS)], self.languages[language]


def _cost_and_id(venue: Venue) -> tuple[float, str]:
    return math.inf if venue.cost_eur is None else venue.cost_eur, venue.id
