"""In which order to look at several proposals: one number from 0 to 100 (domain.md 4.B step 7)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from socialmap.collective.group_sizes import GroupSize
from socialmap.collective.leading import LEADS_WANTED
from socialmap.geo.walking import PROFILES
from socialmap.model.people import Mobility

SIZE, NEARNESS, LEADS, ROOM, PARTNER = 40, 20, 20, 10, 10
AT_MINIMUM = Fraction(6, 10)
"""The size part of a group that is just large enough."""


def size_part(people: int, size: GroupSize) -> Fraction:
    """1 from the ideal size, else from 0,6 at the minimum upwards.

    >>> size_part(4, GroupSize(4, 5, 8, 10))
    Fraction(3, 5)
    """
    if people >= size.ideal_from:
        return Fraction(1)
    return AT_MINIMUM + (1 - AT_MINIMUM) * Fraction(people - size.minimum, size.ideal_from - size.minimum)


def nearness(mobility: Mobility, distance_m: int) -> Fraction:
    """1 up to the distance at which nothing is lost, 0 at the farthest, linear between (4.A step 4)."""
    profile = PROFILES[mobility]
    part = Fraction(profile.far_m - distance_m, profile.far_m - profile.near_m)
    return min(max(part, Fraction(0)), Fraction(1))


def proposal_score(
    size: GroupSize,
    travel: Iterable[tuple[Mobility, int]],
    *,
    leads: int,
    room_is_free: bool,
    has_partner: bool,
) -> int:
    """The whole number, half up; ``travel`` is how each member gets there and how far. Not empty."""
    near = [nearness(mobility, distance_m) for mobility, distance_m in travel]
    exact = (
        SIZE * size_part(len(near), size)
        + NEARNESS * sum(near, Fraction(0)) / len(near)
        + LEADS * Fraction(leads, LEADS_WANTED)
        + ROOM * (Fraction(1) if room_is_free else Fraction(1, 2))
        + PARTNER * has_partner
    )
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
