"""Where something stands between individual and collective, formal and informal (domain.md 2.11, D1, D2)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from socialmap.model.provision import QuadrantItems
from socialmap.model.rounding import round_half_away, round_whole

BORDER = 0.25
"""Nearer to an axis than this, something belongs to both sides of it."""


class Side(StrEnum):
    """The four half planes."""

    INDIVIDUAL = "individueel"
    COLLECTIVE = "collectief"
    FORMAL = "formeel"
    INFORMAL = "informeel"


class Quadrant(StrEnum):
    """Left and right is individual and collective, above and below is formal and informal."""

    LB = "LB"
    RB = "RB"
    LO = "LO"
    RO = "RO"

    @property
    def dutch_name(self) -> str:
        return _NAMES[self]

    @property
    def where(self) -> str:
        return _WHERE[self]

    @property
    def sides(self) -> tuple[Side, Side]:
        return _SIDES[self]

    @property
    def opposite_sides(self) -> tuple[Side, Side]:
        first, second = self.sides
        return _OPPOSITE[first], _OPPOSITE[second]


_NAMES = {
    Quadrant.LB: "Individuele hulp",
    Quadrant.RB: "Groepsaanbod",
    Quadrant.LO: "Onderlinge hulp",
    Quadrant.RO: "Samen in de buurt",
}
_WHERE = {
    Quadrant.LB: "linksboven",
    Quadrant.RB: "rechtsboven",
    Quadrant.LO: "linksonder",
    Quadrant.RO: "rechtsonder",
}
_SIDES = {
    Quadrant.LB: (Side.INDIVIDUAL, Side.FORMAL),
    Quadrant.RB: (Side.COLLECTIVE, Side.FORMAL),
    Quadrant.LO: (Side.INDIVIDUAL, Side.INFORMAL),
    Quadrant.RO: (Side.COLLECTIVE, Side.INFORMAL),
}


def position(items: QuadrantItems) -> tuple[float, float]:
    """(x, y) of the six placement answers: two means, each with 2 decimals.

    >>> position(QuadrantItems(c1=-1, c2=-1, c3=-1, f1=-0.5, f2=0, f3=0))
    (-1.0, -0.17)
    """
    return _mean(items.c1, items.c2, items.c3), _mean(items.f1, items.f2, items.f3)


def strict_sides(x: float, y: float) -> frozenset[Side]:
    """The sides on which (x, y) lies clearly, so outside the border band; empty in the middle."""
    found = (
        (Side.INDIVIDUAL, x <= -BORDER),
        (Side.COLLECTIVE, x >= BORDER),
        (Side.FORMAL, y >= BORDER),
        (Side.INFORMAL, y <= -BORDER),
    )
    return frozenset(side for side, clear in found if clear)


def membership(x: float, y: float) -> tuple[Quadrant, ...]:
    """The one, two or four quadrants of (x, y), in the order LB, RB, LO, RO."""
    clear = strict_sides(x, y)
    return tuple(quadrant for quadrant in Quadrant if clear.isdisjoint(quadrant.opposite_sides))


def shares(positions: Iterable[tuple[float, float]]) -> dict[Quadrant, int]:
    """Whole percents per quadrant: something in k quadrants counts 1/k in each. All 0 without positions."""
    memberships = [membership(x, y) for x, y in positions]
    total = dict.fromkeys(Quadrant, Fraction(0))
    for quadrants in memberships:
        for quadrant in quadrants:
            total[quadrant] += Fraction(1, len(quadrants))
    count = max(len(memberships), 1)
    return {quadrant: round_whole(float(100 * part / count)) for quadrant, part in total.items()}


_OPPOSITE = {
    Side.INDIVIDUAL: Side.COLLECTIVE,
    Side.COLLECTIVE: Side.INDIVIDUAL,
    Side.FORMAL: Side.INFORMAL,
    Side.INFORMAL: Side.FORMAL,
}


def _mean(a: float, b: float, c: float) -> float:
    return round_half_away((a + b + c) / 3, 2)
