"""Two areas beside each other: which differences are large enough to say something about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from socialmap.model.quadrants import Quadrant
from socialmap.model.values import FacilityTypeId, ThemeId

TIMES_AS_MUCH = 2
"""Supply differs when one has twice as much per inhabitant …"""
LEAST_PLACES_PER_1000 = 5
"""… and at least so many places a week more: below that one group of eight makes the difference."""
POINTS = 25
"""Parts of a whole differ from so many percentage points on: one in four."""
LEAST_INITIATIVES = 4
"""Below so many initiatives one of them is more than one in four; then parts are not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One of the two areas, in numbers of supply only.

    ``places``: per life area the places a week within reach, per 1.000 inhabitants; ``None`` where the
    inhabitants are not known. ``near``: of each basic facility, in which part of the neighbourhoods one is
    near. ``checked`` (within half a year) and ``thresholds_known`` are parts from 0 to 1 and ``quadrants``
    whole percents; ``None`` and empty without enough initiatives.
    """

    places: Mapping[ThemeId, Fraction] | None
    near: Mapping[FacilityTypeId, Fraction]
    checked: Fraction | None
    thresholds_known: Fraction | None
    quadrants: Mapping[Quadrant, int]


@dataclass(frozen=True, slots=True)
class SupplyDiffers:
    group: ThemeId


@dataclass(frozen=True, slots=True)
class NearnessDiffers:
    type: FacilityTypeId


@dataclass(frozen=True, slots=True)
class CheckingDiffers:
    first: Fraction
    second: Fraction


@dataclass(frozen=True, slots=True)
class KnowingDiffers:
    first: Fraction
    second: Fraction


@dataclass(frozen=True, slots=True)
class QuadrantDiffers:
    quadrant: Quadrant
    first: int
    second: int


Difference = SupplyDiffers | NearnessDiffers | CheckingDiffers | KnowingDiffers | QuadrantDiffers


def differences(first: Compared, second: Compared) -> tuple[Difference, ...]:
    """The differences that matter, in the order of the vocabulary; the other way round they are the same."""
    return (
        *_of_supply(first, second),
        *_of_nearness(first, second),
        *_of_quadrants(first, second),
        *_of_parts(first, second),
    )


def _of_supply(first: Compared, second: Compared) -> Iterator[Difference]:
    if first.places is None or second.places is None:
        return
    for group in dict.fromkeys((*first.places, *second.places)):
        less, more = sorted(places.get(group, Fraction(0)) for places in (first.places, second.places))
        if more - less >= LEAST_PLACES_PER_1000 and more >= TIMES_AS_MUCH * less:
            yield SupplyDiffers(group)


def _of_nearness(first: Compared, second: Compared) -> Iterator[Difference]:
    for type_id in first.near:
        if type_id in second.near and _apart(first.near[type_id], second.near[type_id], 2 * POINTS):
            yield NearnessDiffers(type_id)


def _of_quadrants(first: Compared, second: Compared) -> Iterator[Difference]:
    for quadrant in Quadrant:
        if quadrant in first.quadrants and quadrant in second.quadrants:
            one, other = first.quadrants[quadrant], second.quadrants[quadrant]
            if abs(one - other) >= POINTS:
                yield QuadrantDiffers(quadrant, one, other)


def _of_parts(first: Compared, second: Compared) -> Iterator[Difference]:
    for make, one, other in (
        (CheckingDiffers, first.checked, second.checked),
        (KnowingDiffers, first.thresholds_known, second.thresholds_known),
    ):
        if one is not None and other is not None and _apart(one, other, POINTS):
            yield make(one, other)


def _apart(one: Fraction, other: Fraction, points: int) -> bool:
    return abs(one - other) * 100 >= points
