"""White spots: where there are questions and little or no supply, for one life area (domain.md 4.C)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from socialmap.model.dutch import decimal
from socialmap.model.rounding import round_half_away
from socialmap.model.values import AreaId
from socialmap.model.wording_gaps import SpotCategory, spot_sentence
from socialmap.privacy.disclosure import NOT_SHOWN, Protected

FEW_PERSONS = 5
"""Fewer persons than this say nothing about a neighbourhood."""
PRETENDED_PERSONS = 5
"""As if this many ordinary questions were there already, so that small neighbourhoods do not jump out."""
MANY_QUESTIONS = Fraction(5, 4)
FEW_QUESTIONS = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class AreaSituation:
    """A neighbourhood and one life area.

    ``persons``: different persons with a question in the last 365 days. ``places``: per week within reach
    (:mod:`socialmap.collective.supply`).
    """

    id: AreaId
    name: str
    inhabitants: int
    persons: int = field(repr=False)
    places: Fraction | int


@dataclass(frozen=True, slots=True)
class WhiteSpot:
    """One neighbourhood judged, numbers in two decimals.

    ``expected`` (E), ``ratio`` (RR) and ``shortfall`` (G) are ``None`` where fewer than five persons ask.
    ``per_1000`` is places per week per 1.000 inhabitants, 0 where nobody lives.
    """

    id: AreaId
    name: str
    inhabitants: int
    category: SpotCategory
    expected: float | None
    ratio: float | None
    per_1000: float
    shortfall: float | None
    sentence: str


@dataclass(frozen=True, slots=True)
class WhiteSpots:
    """All neighbourhoods in the order of 4.C; ``per_1000_district`` is their a_w in two decimals.

    ``counts``: name and number of persons in the same order. They go into ``protect`` of
    ``privacy/disclosure.py`` and nowhere else.
    """

    per_1000_district: float
    rows: tuple[WhiteSpot, ...]
    counts: tuple[tuple[str, int], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShownSpot:
    """A neighbourhood as people see it: texts only; "–" is what is not shown."""

    id: AreaId
    name: str
    category: SpotCategory
    count: str
    ratio: str
    per_1000: str
    shortfall: str
    sentence: str


def white_spots(situations: Sequence[AreaSituation]) -> WhiteSpots:
    """Every neighbourhood judged against all of them together; empty for none.

    Order: category, shortfall high to low, name, id.
    """
    district = _District.of(situations)
    judged = sorted((_Judged.of(situation, district) for situation in situations), key=_Judged.order)
    return WhiteSpots(
        _two_decimals(district.per_1000),
        tuple(_spot(one) for one in judged),
        tuple((one.situation.name, one.situation.persons) for one in judged),
    )


def as_shown(spots: WhiteSpots, protected: Protected) -> tuple[ShownSpot, ...]:
    """The neighbourhoods as people may see them; ``protected`` belongs to ``spots.counts``.

    Ratio and shortfall of a hidden cell are hidden too. Those of the others have one decimal and are
    computed from the total as it is shown: the exact total would tell what is hidden. So would the exact
    order: where something is hidden, a category is in the order of what is shown, and what is not comes last.
    """
    inhabitants = sum(row.inhabitants for row in spots.rows)
    # "84" or "ongeveer 85"; not looked at when every row is hidden.
    total = 0 if all(protected.hidden) else int(protected.total.rpartition(" ")[2])
    found = []
    for row, cell, secret, (_, persons) in zip(
        spots.rows, protected.cells, protected.hidden, spots.counts, strict=True
    ):
        ratio = float(_ratio(persons, _expected(row.inhabitants, total, inhabitants)))
        told = None if secret or row.ratio is None else ratio
        relative = row.per_1000 / spots.per_1000_district if spots.per_1000_district else 0.0
        shortfall = -math.inf if told is None else told - relative
        key = (row.category.rank, -shortfall, row.name.casefold(), row.id)
        found.append((key, _shown(row, cell, told, relative)))
    if any(protected.hidden):
        found.sort(key=lambda pair: pair[0])
    return tuple(shown for _, shown in found)


@dataclass(frozen=True, slots=True)
class _District:
    inhabitants: int
    persons: int
    per_1000: Fraction

    @classmethod
    def of(cls, situations: Sequence[AreaSituation]) -> _District:
        inhabitants = sum(situation.inhabitants for situation in situations)
        places = sum((situation.places for situation in situations), Fraction(0))
        persons = sum(situation.persons for situation in situations)
        return cls(inhabitants, persons, _per_1000(places, inhabitants))


def _per_1000(places: Fraction | int, inhabitants: int) -> Fraction:
    if not inhabitants:
        return Fraction(0)
    return Fraction(places.numerator * 1000, places.denominator * inhabitants)


def _expected(inhabitants: int, all_persons: int, all_inhabitants: int) -> Fraction:
    return Fraction(inhabitants * all_persons, all_inhabitants) if all_inhabitants else Fraction(0)


def _ratio(persons: int, expected: Fraction) -> Fraction:
    asked, among = persons + PRETENDED_PERSONS, expected.denominator
    return Fraction(asked * among, expected.numerator + PRETENDED_PERSONS * among)


@dataclass(frozen=True, slots=True)
class _Judged:
    """The exact numbers of one neighbourhood, and the category that follows from them."""

    situation: AreaSituation
    expected: Fraction
    ratio: Fraction
    per_1000: Fraction
    shortfall: Fraction
    category: SpotCategory

    @classmethod
    def of(cls, situation: AreaSituation, district: _District) -> _Judged:
        expected = _expected(situation.inhabitants, district.persons, district.inhabitants)
        ratio = _ratio(situation.persons, expected)
        per_1000 = _per_1000(situation.places, situation.inhabitants)
        relative = per_1000 / district.per_1000 if district.per_1000 else Fraction(0)
        category = _category(situation, ratio, per_1000, district)
        return cls(situation, expected, ratio, per_1000, ratio - relative, category)

    def order(self) -> tuple[int, float, Fraction, str, AreaId]:
        # The rounded number is never in another order, and nearly always tells enough: fractions are slow.
        name = self.situation.name.casefold()
        return (self.category.rank, -float(self.shortfall), -self.shortfall, name, self.situation.id)


def _category(
    situation: AreaSituation, ratio: Fraction, per_1000: Fraction, district: _District
) -> SpotCategory:
    """The first rule of 4.C that applies."""
    if situation.persons < FEW_PERSONS:
        return SpotCategory.NOTHING_SPECIAL if situation.places else SpotCategory.UNKNOWN
    if not situation.places:
        return SpotCategory.WHITE_SPOT
    if ratio >= MANY_QUESTIONS and per_1000 < district.per_1000:
        return SpotCategory.TIGHT
    if ratio <= FEW_QUESTIONS and per_1000 > district.per_1000:
        return SpotCategory.AMPLE
    return SpotCategory.BALANCED


def _spot(judged: _Judged) -> WhiteSpot:
    situation, category = judged.situation, judged.category
    few = situation.persons < FEW_PERSONS
    return WhiteSpot(
        id=situation.id,
        name=situation.name,
        inhabitants=situation.inhabitants,
        category=category,
        expected=None if few else _two_decimals(judged.expected),
        ratio=None if few else _two_decimals(judged.ratio),
        per_1000=_two_decimals(judged.per_1000),
        shortfall=None if few else _two_decimals(judged.shortfall),
        sentence=spot_sentence(category),
    )


def _shown(row: WhiteSpot, cell: str, ratio: float | None, relative: float) -> ShownSpot:
    return ShownSpot(
        id=row.id,
        name=row.name,
        category=row.category,
        count=cell,
        ratio=NOT_SHOWN if ratio is None else decimal(ratio, 1),
        per_1000=decimal(row.per_1000, 1),
        shortfall=NOT_SHOWN if ratio is None else decimal(ratio - relative, 1),
        sentence=row.sentence,
    )


def _two_decimals(value: Fraction) -> float:
    return round_half_away(float(value), 2)
