"""Who could mean something to each other: pairs and rings of three (domain.md 4.I).

Never a condition for help and no balance sheet: nothing here adds up what somebody gave or received. A
circle is told only to the worker who holds a question in it, and only as far as that worker's own people.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from socialmap.geo.walking import DETOUR, PROFILES, street_m
from socialmap.graph.projection import may_be_asked
from socialmap.model import wording_reciprocity as wording
from socialmap.model.people import Mobility, Need, NeedStatus, Permission, Resident, Talent
from socialmap.model.rounding import round_whole
from socialmap.model.values import LanguageCode, ResidentId, TalentKindId, ThemeId
from socialmap.model.vocabulary import Collective, Vocabulary
from socialmap.privacy.disclosure import FLOOR, number_words

PERCENT_FROM = 50
"""From so many people a share is a percentage, below it "3 van de 10" (domain.md 6)."""
_CLASSES = tuple(Mobility)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A resident as far as this goes; place in RD New metres.

    ``gives``: the themes this person may be asked to help with, each with the kind of talent. ``asks``: the
    open main themes that may be linked to others.
    """

    id: str
    x_m: float
    y_m: float
    mobility: Mobility
    languages: frozenset[LanguageCode]
    gives: Mapping[ThemeId, TalentKindId] = field(default_factory=dict)
    asks: frozenset[ThemeId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """One arrow: what the giver can, and the question of the receiver that it answers."""

    giver: str
    receiver: str
    talent: TalentKindId
    theme: ThemeId


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Two or three people, by id; ``gifts`` goes round once, beginning with the first member."""

    members: tuple[str, ...]
    gifts: tuple[Gift, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCircle:
    """A circle as one worker sees it: the own people by id, the others only as a number."""

    own: tuple[str, ...]
    others: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CanBring:
    """A talent of somebody with a question, for a theme that others within reach ask help with."""

    talent: TalentKindId
    theme: ThemeId
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentsKnown:
    """Of how many people with an open question we know a talent; ``sentence`` is ``None`` below five."""

    n: int
    sentence: str | None


def may_be_shared(theme: ThemeId, vocabulary: Vocabulary) -> bool:
    """May a question on this theme be linked to other people at all?"""
    concept = vocabulary.themes.get(theme)
    return concept is not None and not concept.acute and concept.collective is not Collective.NO


def helps_with(talent: Talent, vocabulary: Vocabulary) -> tuple[ThemeId, ...]:
    """The themes of a talent; what somebody lived through takes the place of the list (domain.md 2.4)."""
    kind = vocabulary.talents.get(talent.talent)
    return talent.experience_with or (kind.helps_with if kind is not None else ())


def gives_of(talents: Iterable[Talent], vocabulary: Vocabulary, today: date) -> dict[ThemeId, TalentKindId]:
    """The themes for which one person may be asked, each with the first kind of talent that helps."""
    found: dict[ThemeId, TalentKindId] = {}
    for talent in sorted(talents, key=lambda talent: (talent.talent, talent.id)):
        if may_be_asked(talent, today):
            for theme in helps_with(talent, vocabulary):
                found.setdefault(theme, talent.talent)
    return found


def asks_of(needs: Iterable[Need], vocabulary: Vocabulary) -> frozenset[ThemeId]:
    """The open main themes of one person that may be linked."""
    return frozenset(
        need.theme
        for need in needs
        if need.status is NeedStatus.OPEN
        and need.may_be_linked is Permission.YES
        and may_be_shared(need.theme, vocabulary)
    )


def people_of(
    residents: Iterable[Resident],
    needs: Iterable[Need],
    talents: Iterable[Talent],
    place_of: Callable[[Resident], tuple[float, float] | None],
    vocabulary: Vocabulary,
    today: date,
) -> list[Person]:
    """The residents who give or ask something; those without a place are left out.

    Languages are those of the resident, the questions and the talents together; mobility that of the
    resident, else of the first question, else walking.
    """
    needs_of: dict[str, list[Need]] = defaultdict(list)
    talents_of: dict[str, list[Talent]] = defaultdict(list)
    for need in sorted(needs, key=lambda need: need.id):
        needs_of[need.resident_id].append(need)
    for talent in talents:
        if talent.resident_id is not None:
            talents_of[talent.resident_id].append(talent)
    found = []
    for resident in sorted(residents, key=lambda resident: resident.id):
        own_needs, own_talents = needs_of[resident.id], talents_of[resident.id]
        gives, asks = gives_of(own_talents, vocabulary, today), asks_of(own_needs, vocabulary)
        place = place_of(resident) if gives or asks else None
        if place is not None:
            told = [resident.languages]
            told += [need.languages for need in own_needs] + [talent.languages for talent in own_talents]
            found.append(
                Person(
                    id=resident.id,
                    x_m=place[0],
                    y_m=place[1],
                    mobility=resident.mobility or (own_needs[0].mobility if own_needs else Mobility.WALKING),
                    languages=frozenset().union(*told),
                    gives=gives,
                    asks=asks,
                )
            )
    return found


class Reciprocity:
    """The arrows from giver to receiver between these people, and the circles they make."""

    def __init__(self, people: Iterable[Person], vocabulary: Vocabulary) -> None:
        self._people = {person.id: person for person in people}
        self._vocabulary = vocabulary
        self._givers: dict[str, set[str]] = {}
        self._receivers: dict[str, set[str]] = defaultdict(set)
        grid = _GiverGrid(self._people.values())
        for person in self._people.values():
            self._givers[person.id] = {giver.id for giver in grid.givers_for(person)}
            for giver in self._givers[person.id]:
                self._receivers[giver].add(person.id)

    def pairs(self) -> list[Circle]:
        """Every two people with an arrow both ways, once, in the order of their ids."""
        return [self._circle(first, other) for first in sorted(self._people) for other in self._pairs(first)]

    def rings(self) -> list[Circle]:
        """Every three people that an arrow goes round, once whichever way it goes, in the order of ids."""
        return [self._ring(*members) for first in sorted(self._people) for members in self._rings(first)]

    def around(self, person: str) -> list[Circle]:
        """The circles this person is in, pairs first."""
        givers, receivers = self._givers.get(person, set()), self._receivers.get(person, set())
        pairs = [self._circle(*sorted((person, other))) for other in givers & receivers]
        rings = {
            frozenset((person, receiver, giver))
            for receiver in receivers
            for giver in self._receivers.get(receiver, set()) & givers
        }
        found = [*pairs, *(self._ring(*sorted(ring)) for ring in rings)]
        return sorted(found, key=lambda circle: (len(circle.members), circle.members))

    def can_bring(self, person: str) -> list[CanBring]:
        """What this person's talents are asked for within reach; how many ask is hidden below five."""
        giver = self._people.get(person)
        receivers = [self._people[other] for other in self._receivers.get(person, ())]
        found = []
        for theme, talent in sorted(giver.gives.items()) if giver else ():
            asking = sum(theme in receiver.asks for receiver in receivers)
            if asking:
                label = self._vocabulary.themes[theme].called
                sentence = wording.asked_for(number_words(asking), label)
                found.append(CanBring(talent=talent, theme=theme, sentence=sentence))
        return found

    def told_to_holder(self, circle: Circle, held: Collection[str]) -> ToldCircle | None:
        """The circle for a worker who holds the questions of these residents; ``None`` if of none in it."""
        own = tuple(member for member in circle.members if member in held)
        if not own:
            return None
        gifts = [
            wording.gives(*self._said(gift, held))
            for gift in circle.gifts
            if gift.giver in held or gift.receiver in held
        ]
        sentences = (circle.sentence, *gifts, wording.ASK_FIRST, wording.NEVER_A_CONDITION)
        return ToldCircle(own=own, others=len(circle.members) - len(own), sentences=sentences)

    def _said(self, gift: Gift, held: Collection[str]) -> tuple[str, str, str]:
        kind = self._vocabulary.talents.get(gift.talent)
        giver, receiver = (who if who in held else wording.ANOTHER for who in (gift.giver, gift.receiver))
        return giver, kind.called if kind else gift.talent, receiver

    def _pairs(self, first: str) -> list[str]:
        both = self._receivers.get(first, set()) & self._givers[first]
        return sorted(other for other in both if other > first)

    def _rings(self, first: str) -> Iterator[tuple[str, str, str]]:
        """The rings of which this is the first member."""
        givers = {giver for giver in self._givers[first] if giver > first}
        found = {
            (first, min(second, third), max(second, third))
            for second in self._receivers.get(first, ())
            if second > first
            for third in self._receivers.get(second, set()) & givers
        }
        yield from sorted(found)

    def _circle(self, first: str, second: str) -> Circle:
        gifts = (self._gift(first, second), self._gift(second, first))
        return Circle(members=(first, second), gifts=gifts, sentence=wording.PAIR)

    def _ring(self, first: str, second: str, third: str) -> Circle:
        round_trip = (first, second, third)
        if not all(self._goes(*step) for step in _steps(round_trip)):
            round_trip = (first, third, second)
        gifts = tuple(self._gift(*step) for step in _steps(round_trip))
        return Circle(members=(first, second, third), gifts=gifts, sentence=wording.RING)

    def _goes(self, giver: str, receiver: str) -> bool:
        return giver in self._givers[receiver]

    def _gift(self, giver: str, receiver: str) -> Gift:
        gives = self._people[giver].gives
        theme = min(theme for theme in self._people[receiver].asks if theme in gives)
        return Gift(giver=giver, receiver=receiver, talent=gives[theme], theme=theme)


def talents_known(needs: Iterable[Need], talents: Iterable[Talent], today: date) -> TalentsKnown:
    """The indicator of a team: of which share of people with an open question we know a talent."""
    open_needs = [need for need in needs if need.status is NeedStatus.OPEN]
    asking: set[ResidentId | None] = {need.resident_id for need in open_needs}
    known: set[ResidentId | None] = {need.resident_id for need in open_needs if need.goes_well}
    known |= asking & {talent.resident_id for talent in talents if may_be_asked(talent, today)}
    n, count = len(asking), len(known)
    if n < FLOOR:
        return TalentsKnown(n=n, sentence=None)
    if 0 < count < FLOOR:
        return TalentsKnown(n=n, sentence=wording.talents_known("enkele", n))
    percent = round_whole(100 * count / n) if n >= PERCENT_FROM else None
    return TalentsKnown(n=n, sentence=wording.talents_known(str(count), n, percent))


class _GiverGrid:
    """Who can be asked for a theme near a place: cells as wide as people of a mobility go.

    A giver of one mobility stands in the grid of that reach and of every longer one, because the larger of
    the two reaches counts.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._cells: dict[tuple[ThemeId, int, int, int, int], list[Person]] = defaultdict(list)
        for person in people:
            own = _CLASSES.index(person.mobility)
            for reach in range(own, len(_CLASSES)):
                column, row = _cell(person, reach)
                for theme in person.gives:
                    self._cells[theme, own, reach, column, row].append(person)

    def givers_for(self, receiver: Person) -> Iterator[Person]:
        own = _CLASSES.index(receiver.mobility)
        for theme in receiver.asks:
            for giving in range(len(_CLASSES)):
                reach = max(own, giving)
                column, row = _cell(receiver, reach)
                for dx in (-1, 0, 1):
                    for dy in (-1, 0, 1):
                        near = self._cells.get((theme, giving, reach, column + dx, row + dy), ())
                        yield from (giver for giver in near if _can_meet(giver, receiver))


def _cell(person: Person, reach: int) -> tuple[int, int]:
    # Half a metre more than the reach: metres over streets are rounded.
    width_m = (PROFILES[_CLASSES[reach]].far_m + 0.5) / DETOUR
    return math.floor(person.x_m / width_m), math.floor(person.y_m / width_m)


def _can_meet(giver: Person, receiver: Person) -> bool:
    if giver.id == receiver.id or giver.languages.isdisjoint(receiver.languages):
        return False
    reach_m = max(PROFILES[giver.mobility].far_m, PROFILES[receiver.mobility].far_m)
    return _distance_m(giver, receiver) <= reach_m


def _distance_m(a: Person, b: Person) -> int:
    """Whole metres over streets, from whole millimetres, so that no noise decides."""
    dx_mm, dy_mm = round(1000 * a.x_m) - round(1000 * b.x_m), round(1000 * a.y_m) - round(1000 * b.y_m)
    return street_m(math.sqrt(dx_mm * dx_mm + dy_mm * dy_mm) / 1000)


def _steps(members: tuple[str, str, str]) -> Iterator[tuple[str, str]]:
    return zip(members, (*members[1:], members[0]), strict=True)
