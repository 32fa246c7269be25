"""What others do to find doubles: the name + place rule of domain.md 4.K, and rapidfuzz on names alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from rapidfuzz import fuzz, process, utils

from benchmarks.listed_city import ListedCity, Pair
from socialmap.geo.coordinates import to_metres
from socialmap.search.duplicates import SAME_PLACE_M, Candidate, KnownOffer, KnownOffers, likely_same
from socialmap.search.listings import Listing, listing_of

THRESHOLDS = tuple(range(60, 101, 2))
_ROWS = 500


def while_typing(city: ListedCity, *, contact: bool) -> frozenset[Pair]:
    """Every pair about which the rule for while somebody types would warn, each kind by itself.

    Without ``contact`` only by name and place.
    """
    found: set[Pair] = set()
    for kind, things in _by_kind(city).items():
        offers = [
            KnownOffer(each.id, each.name, each.point, " ".join(sorted(each.marks)) if contact else "")
            for each in things
        ]
        known = KnownOffers(offers)
        for offer in offers:
            candidate = Candidate(offer.name, offer.point, offer.contact)
            for same in likely_same(candidate, known, leave_out=offer.id, most=len(offers)):
                found.add(frozenset(((kind, offer.id), (kind, same.id))))
    return frozenset(found)


def names_alone(city: ListedCity, *, near: bool = False) -> Mapping[int, frozenset[Pair]]:
    """All pairs of names by ``token_sort_ratio``, per threshold; with ``near`` only within 150 metres."""
    found: defaultdict[int, set[Pair]] = defaultdict(set)
    for kind, things in _by_kind(city).items():
        for one, other, ratio in _alike(things):
            if not near or _are_near(things[one], things[other]):
                pair = frozenset(((kind, things[one].id), (kind, things[other].id)))
                for threshold in THRESHOLDS:
                    if ratio >= threshold:
                        found[threshold].add(pair)
    return {threshold: frozenset(found[threshold]) for threshold in THRESHOLDS}


def _alike(things: Sequence[Listing]) -> Iterator[tuple[int, int, float]]:
    names = [utils.default_process(each.name) for each in things]
    for start in range(0, len(names), _ROWS):
        ratios = process.cdist(
            names[start : start + _ROWS],
            names,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=THRESHOLDS[0],
            dtype=np.float32,
        )
        for row, column in np.argwhere(ratios > 0).tolist():
            if start + row < column:
                yield start + row, column, float(ratios[row, column])


def _are_near(one: Listing, other: Listing) -> bool:
    if one.point is None or other.point is None:
        return False
    (x, y), (x2, y2) = to_metres((one.point, other.point))
    return bool(np.hypot(x - x2, y - y2) <= SAME_PLACE_M)


def _by_kind(city: ListedCity) -> Mapping[str, Sequence[Listing]]:
    kinds: defaultdict[str, list[Listing]] = defaultdict(list)
    for thing in city.things:
        kinds[thing.kind].append(listing_of(thing, city.facilities))
    return kinds
