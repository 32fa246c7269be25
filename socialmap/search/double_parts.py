"""What besides their names speaks for or against two listings being one thing, in points with a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from socialmap.model import wording_doubles as wording
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Initiative, Organisation
from socialmap.model.rounding import round_whole
from socialmap.model.wording_doubles import DoublePart
from socialmap.search.listings import Address, Listing

RARE = 3
"""Contact details that so many listings of a kind have still say which one it is."""
SAME_ADDRESS, OTHER_NUMBER, OTHER_ADDRESS = 25, -5, -10
CONFIRMED_M, CONFIRMED = 75, 5
"""Two equal addresses that also lie so close."""
TOO_FAR_FOR_ONE_ADDRESS_M = 2_000
"""Kerkstraat 1 is in every town."""
_NEARNESS = ((30, 20), (75, 15), (150, 10), (300, 0), (500, -10), (2_000, -30))
_FAR = -50
_FAR_FOR_AN_ORGANISATION_M, _FAR_OFFICE = 2_000, -15
SAME_BUILDING, SAME_AREA, OTHER_AREA, NO_FIXED_PLACE = 20, 10, -20, 5
PHONE, PHONE_OF_INITIATIVE, MAIL, PAGE, HOST, SHARED = 20, 10, 15, 15, 10, 3
MOST_FOR_CONTACT = 30
OTHER_PHONE = OTHER_WEBSITE = -5
SAME_SORT, OTHER_ACTIVITY = 5, -10
SAME_MOMENT, SAME_PART_OF_DAY, OTHER_MOMENT = 15, 8, -40
SAME_THEMES, OTHER_THEMES = 5, -5
OTHER_AGES, OTHER_PEOPLE = -40, -20
SAME_KEY, SAME_SOURCE = 100, -10


@dataclass(frozen=True, slots=True)
class Part:
    """One reason: ``points`` above 0 speak for the same thing, below 0 against it, 0 is only told."""

    what: DoublePart
    points: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Shared:
    """How many listings of a kind have each number, mail address, host and page."""

    counts: Counter[str]

    @classmethod
    def among(cls, listings: Iterable[Listing]) -> Shared:
        counts: Counter[str] = Counter()
        for listing in listings:
            counts.update(listing.marks | {listing.site.host, listing.site.page} - {""})
        return cls(counts)

    def is_rare(self, mark: str) -> bool:
        return self.counts[mark] <= RARE


def place_parts(one: Listing, other: Listing, distance_m: float | None) -> Iterator[Part]:
    """What address, building, distance and area say; an organisation may have two offices."""
    if one.place_id and one.place_id == other.place_id:
        yield Part(DoublePart.PLACE, SAME_BUILDING, wording.same_building(one.building))
        return
    near = distance_m is None or distance_m <= TOO_FAR_FOR_ONE_ADDRESS_M
    same_address = near and _same_address(one.address, other.address)
    if same_address:
        yield Part(DoublePart.ADDRESS, SAME_ADDRESS, wording.SAME_ADDRESS)
    elif one.address.number and other.address.number and one.address.street and other.address.street:
        street = one.address.street == other.address.street
        yield Part(
            DoublePart.ADDRESS,
            OTHER_NUMBER if street else OTHER_ADDRESS,
            wording.OTHER_NUMBER if street else wording.OTHER_ADDRESS,
        )
    if distance_m is not None:
        points = _points_for_distance(one.kind, distance_m, same_address=same_address)
        yield Part(DoublePart.PLACE, points, wording.apart(round_whole(distance_m)))
    elif one.no_fixed_place and other.no_fixed_place:
        yield Part(DoublePart.PLACE, NO_FIXED_PLACE, wording.NO_FIXED_PLACE)
    elif one.area_id and other.area_id:
        same = one.area_id == other.area_id
        yield Part(
            DoublePart.PLACE,
            SAME_AREA if same else OTHER_AREA,
            wording.SAME_AREA if same else wording.OTHER_AREA,
        )
    elif not same_address:
        yield Part(DoublePart.PLACE, 0, wording.PLACE_UNKNOWN)


def contact_parts(one: Listing, other: Listing, shared: Shared) -> Iterator[Part]:
    """What phone, mail and website say; together not more than ``MOST_FOR_CONTACT``."""
    left = MOST_FOR_CONTACT
    for part in _contact(one, other, shared):
        points = min(part.points, left)
        left -= max(points, 0)
        yield Part(part.what, points, part.sentence)


def other_parts(one: Listing, other: Listing) -> Iterator[Part]:
    """What sort, moments, themes, ages and source say; nothing where one of the two does not know."""
    if one.sort and other.sort:
        same = one.sort == other.sort
        against = OTHER_ACTIVITY if one.kind == Initiative.kind else 0
        yield Part(
            DoublePart.SORT, SAME_SORT if same else against, wording.SAME_SORT if same else wording.OTHER_SORT
        )
    if one.moments and other.moments:
        yield _moment_part(one, other)
    if one.kind == Initiative.kind and one.themes and other.themes:
        same = not one.themes.isdisjoint(other.themes)
        yield Part(
            DoublePart.THEMES,
            SAME_THEMES if same else OTHER_THEMES,
            wording.SAME_THEMES if same else wording.OTHER_THEMES,
        )
    if one.ages and other.ages and (one.ages[0] > other.ages[1] or other.ages[0] > one.ages[1]):
        yield Part(DoublePart.FOR_WHOM, OTHER_AGES, wording.OTHER_AGES)
    if one.only_for and other.only_for and normalise(one.only_for) != normalise(other.only_for):
        yield Part(DoublePart.FOR_WHOM, OTHER_PEOPLE, wording.OTHER_PEOPLE)
    if one.source and one.source == other.source and one.source_id and other.source_id:
        same = one.source_id == other.source_id
        yield Part(
            DoublePart.SOURCE,
            SAME_KEY if same else SAME_SOURCE,
            wording.SAME_KEY if same else wording.SAME_SOURCE,
        )


def _same_address(one: Address, other: Address) -> bool:
    """The same number, in the same postcode or, where one does not say that, the same street.

    A letter may be left out, but not be another one.
    """
    if not one.number or one.number != other.number:
        return False
    if one.letter and other.letter and one.letter != other.letter:
        return False
    if one.postcode and other.postcode:
        return one.postcode == other.postcode
    return bool(one.street) and one.street == other.street


def _points_for_distance(kind: str, distance_m: float, *, same_address: bool) -> int:
    near = next((points for most_m, points in _NEARNESS if distance_m <= most_m), _FAR)
    if kind == Organisation.kind and near < 0:
        near = _FAR_OFFICE if distance_m > _FAR_FOR_AN_ORGANISATION_M else 0
    if not same_address:
        return near
    return CONFIRMED if distance_m <= CONFIRMED_M else min(near, 0)


def _contact(one: Listing, other: Listing, shared: Shared) -> Iterator[Part]:
    for what, mine, theirs, full in (
        (DoublePart.PHONE, _phones(one), _phones(other), _phone_points(one.kind)),
        (DoublePart.MAIL, _mails(one), _mails(other), MAIL),
    ):
        both = mine & theirs
        if both:
            rare = any(shared.is_rare(mark) for mark in both)
            yield Part(what, full if rare else SHARED, wording.same_contact(what, shared=not rare))
        elif mine and theirs and what is DoublePart.PHONE:
            yield Part(what, OTHER_PHONE, wording.OTHER_PHONE)
    yield from _website(one, other, shared)


def _website(one: Listing, other: Listing, shared: Shared) -> Iterator[Part]:
    what = DoublePart.WEBSITE
    if one.site.page and one.site.page == other.site.page:
        rare = shared.is_rare(one.site.page)
        yield Part(what, PAGE if rare else SHARED, wording.same_contact(what, shared=not rare))
    elif one.site.host and one.site.host == other.site.host:
        rare = shared.is_rare(one.site.host)
        yield Part(what, HOST if rare else SHARED, wording.same_contact(what, shared=not rare))
    elif one.site.host and other.site.host:
        yield Part(what, OTHER_WEBSITE, wording.OTHER_WEBSITE)


def _phone_points(kind: str) -> int:
    """Of an initiative it is mostly the number of whoever runs it, who runs more."""
    return PHONE_OF_INITIATIVE if kind == Initiative.kind else PHONE


def _phones(listing: Listing) -> frozenset[str]:
    return frozenset(mark for mark in listing.marks if "@" not in mark)


def _mails(listing: Listing) -> frozenset[str]:
    return frozenset(mark for mark in listing.marks if "@" in mark)


def _moment_part(one: Listing, other: Listing) -> Part:
    if any(start and (slot, start) in other.moments for slot, start in one.moments):
        return Part(DoublePart.MOMENT, SAME_MOMENT, wording.SAME_MOMENT)
    if {slot for slot, _ in one.moments} & {slot for slot, _ in other.moments}:
        return Part(DoublePart.MOMENT, SAME_PART_OF_DAY, wording.SAME_PART_OF_DAY)
    return Part(DoublePart.MOMENT, OTHER_MOMENT, wording.OTHER_MOMENT)
