"""Which listings on the map are perhaps one and the same thing: a score of named parts, each with its reason.

The rule of domain.md 4.K, for while somebody is typing, stands in ``duplicates.py``; this one looks at the
whole map, and also at words, addresses, websites, times and whom it is for.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from socialmap.geo.coordinates import to_metres
from socialmap.model import wording_doubles as wording
from socialmap.model.language import Language, speaking, spoken
from socialmap.model.provision import Facility, Initiative, Organisation, OrganisationKind
from socialmap.model.rounding import round_whole
from socialmap.model.wording_doubles import DoubleLabel, DoublePart
from socialmap.search.double_candidates import Metres, candidate_pairs
from socialmap.search.double_names import Name, WordWeights, compare, take_apart
from socialmap.search.double_parts import Part, Shared, contact_parts, other_parts, place_parts
from socialmap.search.listings import Listing

LIKELY, ALMOST_CERTAIN = 60, 75
"""Points from which two listings are shown, and from which they are called almost certainly the same."""
LEAST_ALIKE = {Facility.kind: 0.55, Organisation.kind: 0.70, Initiative.kind: 0.60}
"""Names less alike than this are of two things, whatever else they share: many live in one building."""
SURELY_ALIKE = 0.85
_NAME_POINTS = {Facility.kind: 50, Organisation.kind: 60, Initiative.kind: 50}
_LEAST_TELLING, _PER_TELLING = 0.5, 0.6
_BINDING = frozenset({DoublePart.ADDRESS, DoublePart.PLACE, DoublePart.PHONE, DoublePart.MAIL})
"""Parts of which at least one has to speak for it before it is almost certain."""

SIDE_BY_SIDE = frozenset({"ov-halte", "bankje"})
"""Types of which two with one name next to each other are two things: a stop for each direction."""
_FAMILIES = tuple(
    frozenset(types.split())
    for types in (
        "buurthuis dorpshuis buurtkamer ouderencentrum jongerencentrum cultuurplek",
        "wijkteam buurtkamer",
        "basisschool middelbare-school",
        "kinderopvang speelotheek",
        "huisarts gezondheidscentrum",
        "woonzorgcentrum dagopvang",
        "dagopvang sociale-werkplaats buurtkamer",
        "sporthal sportveld",
        "maaltijdvoorziening buurtkamer opvang",
        "cafe buurtkamer",
        "kringloopwinkel kledingbank",
        "park speeltuin buurttuin",
        "taalpunt bibliotheek",
    )
)
"""Types of facilities that lists call by each other's name."""
_LEGAL = frozenset({OrganisationKind.FOUNDATION, OrganisationKind.ASSOCIATION})
_CLOSE_SORTS = frozenset(
    {
        OrganisationKind.WELFARE,
        OrganisationKind.CARE,
        OrganisationKind.RESIDENTS,
        OrganisationKind.LANGUAGE_HOUSE,
    }
)


@dataclass(frozen=True, slots=True)
class Double:
    """Two listings of one kind that may be one thing, the lower id first.

    ``score`` is the sum of the points of ``parts``; ``distance_m`` is straight, ``None`` when not known.
    """

    kind: str
    first: str
    second: str
    score: int
    label: DoubleLabel
    parts: tuple[Part, ...]
    distance_m: int | None


def find_doubles(
    listings: Iterable[Listing],
    *,
    towns: Iterable[str] = (),
    told_apart: Collection[frozenset[tuple[str, str]]] = (),
) -> tuple[Double, ...]:
    """Likely doubles of the whole map, the likeliest first, each pair once.

    The order of the listings does not matter. ``towns``: names of the municipalities, which tell little in a
    name here. ``told_apart``: pairs of (kind, id) that somebody said are two.
    """
    town_words = frozenset(word for town in towns for word in take_apart(town).words)
    by_kind: defaultdict[str, dict[str, Listing]] = defaultdict(dict)
    for listing in listings:
        by_kind[listing.kind][listing.id] = listing
    hidden = frozenset(told_apart)
    found = [
        double for kind, of_kind in by_kind.items() for double in _of_one_kind(of_kind, town_words, hidden)
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, each.kind, each.first, each.second)))


def _of_one_kind(
    by_id: Mapping[str, Listing], towns: frozenset[str], hidden: Collection[frozenset[tuple[str, str]]]
) -> Iterable[Double]:
    listings = tuple(listing for _, listing in sorted(by_id.items()))
    found = [
        double
        for double in _likely(listings, towns, spoken())
        if frozenset(((double.kind, double.first), (double.kind, double.second))) not in hidden
    ]
    return _once_per_list(found, by_id)


@lru_cache(maxsize=6)
def _likely(listings: tuple[Listing, ...], towns: frozenset[str], language: Language) -> tuple[Double, ...]:
    """Every likely pair of one kind, kept: an answer about a pair of another kind changes nothing here.

    Kept for each ``language``, for its reasons are sentences.
    """
    scene = Scene(listings, towns)
    with speaking(language):
        judged = (scene.judge(*pair) for pair in candidate_pairs(listings, scene.names, scene.metres))
        return tuple(double for double in judged if double is not None)


def _once_per_list(found: Sequence[Double], by_id: Mapping[str, Listing]) -> Iterable[Double]:
    """A list names a thing once: of two rows of one list that look like a third thing, only the likelier.

    With equal points both stay. What was left out comes back when the likelier turns out to be another thing.
    """
    best: defaultdict[tuple[str, str], int] = defaultdict(int)
    for double in found:
        for thing, twin in ((double.first, double.second), (double.second, double.first)):
            best[thing, by_id[twin].source] = max(best[thing, by_id[twin].source], double.score)
    for double in found:
        one, other = by_id[double.first], by_id[double.second]
        of_two_lists = one.source and other.source and one.source != other.source
        if not of_two_lists or double.score == best[one.id, other.source] == best[other.id, one.source]:
            yield double


class Scene:
    """All listings of one kind, by id, with what has to be known of all of them to judge two."""

    def __init__(self, listings: Sequence[Listing], towns: frozenset[str] = frozenset()) -> None:
        self.listings = listings
        self.names: list[Name] = [take_apart(each.name, each.building, towns) for each in listings]
        activities = bool(listings) and listings[0].kind == Initiative.kind
        self.weights = WordWeights(self.names, activities=activities)
        self.metres: list[Metres] = [None] * len(listings)
        placed = [(row, each.point) for row, each in enumerate(listings) if each.point is not None]
        for (row, _), (x_m, y_m) in zip(placed, to_metres([point for _, point in placed]), strict=True):
            self.metres[row] = (float(x_m), float(y_m))
        self.shared = Shared.among(listings)

    def judge(self, row: int, other: int) -> Double | None:
        """What speaks for and against these two rows being one thing; ``None`` when that is not likely."""
        one, two = self.listings[row], self.listings[other]
        if not compatible(one, two):
            return None
        names = compare(self.names[row], self.names[other], self.weights)
        if names.against is not None or names.alike < LEAST_ALIKE[one.kind]:
            return None
        distance = self._distance_m(row, other)
        parts = (
            _name_part(one.kind, names.alike, names.telling),
            *place_parts(one, two, distance),
            *contact_parts(one, two, self.shared),
            *other_parts(one, two),
        )
        score = sum(part.points for part in parts)
        if score < LIKELY:
            return None
        bound = any(part.points > 0 and part.what in _BINDING for part in parts)
        certain = score >= ALMOST_CERTAIN and names.alike >= SURELY_ALIKE and bound
        return Double(
            kind=one.kind,
            first=one.id,
            second=two.id,
            score=score,
            label=DoubleLabel.ALMOST_CERTAIN if certain else DoubleLabel.LIKELY,
            parts=parts,
            distance_m=None if distance is None else round_whole(distance),
        )

    def _distance_m(self, row: int, other: int) -> float | None:
        here, there = self.metres[row], self.metres[other]
        if here is None or there is None:
            return None
        return math.hypot(here[0] - there[0], here[1] - there[1])


def compatible(one: Listing, other: Listing) -> bool:
    """May these two be the same sort of thing? Two that stand side by side everywhere never are.

    A type that is not known fits any other; what an initiative is about is weighed, not excluded.
    """
    if one.kind == Facility.kind:
        if one.sort == other.sort:
            return one.sort not in SIDE_BY_SIDE
        return any({one.sort, other.sort} <= family for family in _FAMILIES)
    if one.kind == Organisation.kind and one.sort != other.sort:
        sorts = {one.sort, other.sort}
        return bool(sorts & _LEGAL) or sorts <= _CLOSE_SORTS
    return True


def _name_part(kind: str, alike: float, telling: float) -> Part:
    weight = min(1.0, _LEAST_TELLING + _PER_TELLING * telling)
    sentence = wording.SAME_NAME if alike >= 1 else wording.NAMES_ALIKE
    return Part(DoublePart.NAME, round_whole(_NAME_POINTS[kind] * alike * weight), sentence)
