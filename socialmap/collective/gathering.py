"""Step 4 of bundling: the largest group that can meet, its people taken out, and again (domain.md 4.B).

Every place × free day part × language is a combination with the people who can come. The best one is taken
by a lazy greedy search: taking people out never makes another combination better, so one that is as good
as it was when last looked at, and stands on top of the heap, is the best of all.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from socialmap.collective.bundling_inputs import OpenQuestion
from socialmap.collective.group_sizes import GroupSize
from socialmap.collective.reach import Pairs, ranges, within_reach
from socialmap.collective.rooms import Combinations, Rooms, Venue, slot_mask
from socialmap.geo.footways import STRAIGHT_LINES, Footways, Whole
from socialmap.model.values import DAY_PARTS, DayPart, LanguageCode

SEATS_FOR_LEADS = 2
_LOOK_AGAIN = 0.75
"""With so few people left, all combinations are counted anew at once; that is quicker than one by one."""

Yes = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Gathered:
    """People who can meet: numbers in the pool, longest waiting first, with their distances."""

    venue: Venue
    slot: DayPart
    language: LanguageCode
    people: tuple[int, ...]
    distances_m: tuple[int, ...]


class _Entries(NamedTuple):
    """Who can come to which combination; together per combination, the nearest and longest waiting first."""

    combination: Whole
    person: Whole
    distance_m: Whole

    def only(self, chosen: Yes) -> _Entries:
        return _Entries(*(column[chosen] for column in self))


class _Counted(NamedTuple):
    """Per combination: its number, where its entries begin and end, how many can come, their metres."""

    combination: Whole
    first: Whole
    end: Whole
    size: Whole
    total_m: Whole


class Gathering:
    """One run for the people of a pool (in the order of handling). Ask for groups first, then who is left."""

    def __init__(
        self,
        pool: Sequence[OpenQuestion],
        rooms: Rooms,
        size: GroupSize,
        footways: Footways = STRAIGHT_LINES,
    ) -> None:
        self.pool = pool
        self._minimum = size.minimum
        self._rooms = rooms
        self._cap = np.minimum(rooms.capacity - SEATS_FOR_LEADS, size.maximum)
        languages = sorted({code for question in pool for code in question.languages})
        self._combinations = Combinations(rooms, languages)
        self._needs_wheelchair = np.array([question.wheelchair for question in pool], np.bool_)
        self._slots = np.array([slot_mask(question.available) for question in pool], np.int64)
        reach = within_reach(pool, rooms.at_mm, footways)
        self._reach = reach.only((self._cap > 0)[reach.place] & (rooms.slots != 0)[reach.place])
        self._entries = self._all_entries()
        self.waiting = np.ones(len(pool), np.bool_)
        """Who has no group yet."""

    def groups(self) -> Iterator[Gathered]:
        """Every group of at least the minimum, in the order in which they are found."""
        entries = self._entries
        while True:
            entries = entries.only(self.waiting[entries.person])
            counted = self._counted(entries)
            entries = entries.only(np.repeat(counted.size >= self._minimum, counted.end - counted.first))
            if not len(entries.person):
                return
            yield from self._best_of(entries, int(_LOOK_AGAIN * self.waiting.sum()))

    def best_of_the_rest(self) -> Gathered | None:
        """The best combination of those who wait, however small; ``None`` when nobody can come anywhere."""
        entries = self._entries.only(self.waiting[self._entries.person])
        if not len(entries.person):
            return None
        counted = self._counted(entries)
        best = np.lexsort((counted.combination, counted.total_m, -counted.size))[0]
        first, size = int(counted.first[best]), int(counted.size[best])
        some = slice(first, first + size)
        return self._gathered(int(counted.combination[best]), entries.person[some], entries.distance_m[some])

    @property
    def can_go_nowhere(self) -> Yes:
        """Who fits no combination at all."""
        nowhere: Yes = np.bincount(self._entries.person, minlength=len(self.pool)) == 0
        return nowhere

    def can_reach(self) -> tuple[Yes, Yes, Yes]:
        """Per person: is there a room within reach, one to enter, and one to enter at a time that suits?"""
        inside = self._can_enter()
        in_time = inside & ((self._slots[self._reach.person] & self._rooms.slots[self._reach.place]) != 0)
        return self._anyone(np.ones_like(inside)), self._anyone(inside), self._anyone(in_time)

    def _anyone(self, chosen: Yes) -> Yes:
        found: Yes = np.bincount(self._reach.person[chosen], minlength=len(self.pool)) > 0
        return found

    def _can_enter(self) -> Yes:
        entered: Yes = self._rooms.for_wheelchairs[self._reach.place]
        return entered | ~self._needs_wheelchair[self._reach.person]

    def _all_entries(self) -> _Entries:
        pairs = self._reach.only(self._can_enter())
        nearest_first = np.lexsort((pairs.person, pairs.distance_m))
        pairs = Pairs(*(column[nearest_first] for column in pairs))
        free = self._slots[pairs.person] & self._rooms.slots[pairs.place] & ~self._refused(pairs)
        code = {language: number for number, language in enumerate(self._combinations.languages)}
        spoken = [sorted(code[language] for language in set(question.languages)) for question in self.pool]
        counts = np.array([len(found) for found in spoken], np.int64)
        languages = np.array([each for found in spoken for each in found], np.int64)
        first = np.cumsum(counts) - counts
        parts = []
        for slot in range(len(DAY_PARTS)):
            able = np.flatnonzero(free >> slot & 1)
            people = pairs.person[able]
            row = np.repeat(able, counts[people])
            language = languages[ranges(first[people], counts[people])]
            number = self._combinations.number(pairs.place[row], slot, language)
            parts.append(_Entries(number, pairs.person[row], pairs.distance_m[row]))
        entries = _Entries(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
        order = np.argsort(entries.combination, kind="stable")
        return _Entries(*(column[order] for column in entries))

    def _refused(self, pairs: Pairs) -> Whole:
        """Per pair the slots at which a colleague said that this place does not fit this person."""
        found = np.zeros(len(pairs.person), np.int64)
        for number, question in enumerate(self.pool):
            if question.refused:
                rows = np.flatnonzero(pairs.person == number)
                for row in rows.tolist():
                    venue = self._rooms.venues[pairs.place[row]].id
                    found[row] = slot_mask(slot for place, slot in question.refused if place == venue)
        return found

    def _counted(self, entries: _Entries) -> _Counted:
        first = np.flatnonzero(np.diff(entries.combination, prepend=-1))
        end = np.append(first[1:], len(entries.person))
        combination = entries.combination[first]
        size = np.minimum(end - first, self._cap[self._combinations.rows(combination)])
        metres = np.concatenate(([0], np.cumsum(entries.distance_m)))
        return _Counted(combination, first, end, size, metres[first + size] - metres[first])

    def _best_of(self, entries: _Entries, until: int) -> Iterator[Gathered]:
        """Groups, the best first, until so few people wait or no combination is large enough."""
        counted = self._counted(entries)
        caps = self._cap[self._combinations.rows(counted.combination)]
        heap = list(
            zip(
                (-counted.size).tolist(),
                counted.total_m.tolist(),
                counted.combination.tolist(),
                counted.first.tolist(),
                counted.end.tolist(),
                caps.tolist(),
                strict=True,
            )
        )
        heapq.heapify(heap)
        waiting = int(self.waiting.sum())
        while heap and waiting > until:
            less, total_m, combination, first, end, cap = heap[0]
            here = self.waiting[entries.person[first:end]].nonzero()[0][:cap] + first
            now_m = int(entries.distance_m[here].sum())
            if (len(here), now_m) == (-less, total_m):
                # It stays on the heap: those for whom there was no room may be a group there too.
                people = entries.person[here]
                self.waiting[people] = False
                waiting -= len(people)
                yield self._gathered(combination, people, entries.distance_m[here])
            elif len(here) >= self._minimum:
                heapq.heapreplace(heap, (-len(here), now_m, combination, first, end, cap))
            else:
                heapq.heappop(heap)

    def _gathered(self, combination: int, people: Whole, distances_m: Whole) -> Gathered:
        venue, slot, language = self._combinations.of(combination)
        order = np.argsort(people)
        return Gathered(
            venue=venue,
            slot=slot,
            language=language,
            people=tuple(people[order].tolist()),
            distances_m=tuple(distances_m[order].tolist()),
        )
