"""White spots: where there are questions and little or no supply, for one life area (domain.md 4.C)."""

from __future__ import annotations

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
    judged = sorted(
        (
            (situation, _category(situation, district), _shortfall(situation, district))
            for situation in situations
        ),
        key=lambda one: (one[1].rank, -one[2], one[0].name.casefold(), one[0].id),
    )
    return WhiteSpots(
        _two_decimals(district.per_1000),
        tuple(_spot(situation, category, district) for situation, category, _ in judged),
        tuple((situation.name, situation.persons) for situation, _, _ in judged),
    )


def as_shown(spots: WhiteSpots, protected: Protected) -> tuple[ShownSpot, ...]:
    """The neighbourhoods as people may see them; ``protected`` belongs to ``spots.counts``.

    Ratio and shortfall of a hidden cell are hidden too. Those of the others have one decimal and are
    computed from the total as it is shown: the exact total would tell what is hidden.
    """
    inhabitants = sum(row.inhabitants for row in spots.rows)
    # "84" or "ongeveer 85"; not looked at when every row is hidden.
    total = 0 if all(protected.hidden) else int(protected.total.rpartition(" ")[2])
    found = []
    for row, cell, secret, (_, persons) in zip(
        spots.rows, protected.cells, protected.hidden, spots.counts, strict=True
    ):
        ratio = float(_ratio(persons, _expected(row.inhabitants, total, inhabitants)))
        found.append(_shown(row, cell, None if secret or row.ratio is None else ratio, spots))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _District:
    inhabitants: int
    persons: int
    per_1000: Fraction

    @classmethod
    def of(cls, situations: Sequence[AreaSituation]) -> _District:
        inhabitants = sum(situation.inhabitants for situation in situations)
        places = sum((Fraction(situation.places) for situation in situations), Fraction(0))
        persons = sum(situation.persons for situation in situations)
        return cls(inhabitants, persons, _per_1000(places, inhabitants))


def _per_1000(places: Fraction | int, inhabitants: int) -> Fraction:
    return Fraction(places) * 1000 / inhabitants if inhabitants else Fraction(0)


def _expected(inhabitants: int, all_persons: int, all_inhabitants: int) -> Fraction:
    return Fraction(inhabitants * all_persons, all_inhabitants) if all_inhabitants else Fraction(0)


def _ratio(persons: int, expected: Fraction) -> Fraction:
    return (persons + PRETENDED_PERSONS) / (expected + PRETENDED_PERSONS)


def _ratio_of(situation: AreaSituation, district: _District) -> Fraction:
    return _ratio(situation.persons, _expected(situation.inhabitants, district.persons, district.inhabitants))


def _shortfall(situation: AreaSituation, district: _District) -> Fraction:
    own = _per_1000(situation.places, situation.inhabitants)
    relative = own / district.per_1000 if district.per_1000 else Fraction(0)
    return _ratio_of(situation, district) - relative


def _category(situation: AreaSituation, district: _District) -> SpotCategory:
    """The first rule of 4.C that applies."""
    if situation.persons < FEW_PERSONS:
        return SpotCategory.NOTHING_SPECIAL if situation.places else SpotCategory.UNKNOWN
    if not situation.places:
        return SpotCategory.WHITE_SPOT
    ratio = _ratio_of(situation, district)
    own = _per_1000(situation.places, situation.inhabitants)
    if ratio >= MANY_QUESTIONS and own < district.per_1000:
        return SpotCategory.TIGHT
    if ratio <= FEW_QUESTIONS and own > district.per_1000:
        return SpotCategory.AMPLE
    return SpotCategory.BALANCED


def _spot(situation: AreaSituation, category: SpotCategory, district: _District) -> WhiteSpot:
    few = situation.persons < FEW_PERSONS
    expected = _expected(situation.inhabitants, district.persons, district.inhabitants)
    return WhiteSpot(
        id=situation.id,
        name=situation.name,
        inhabitants=situation.inhabitants,
        category=category,
        expected=None if few else _two_decimals(expected),
        ratio=None if few else _two_decimals(_ratio(situation.persons, expected)),
        per_1000=_two_decimals(_per_1000(situation.places, situation.inhabitants)),
        shortfall=None if few else _two_decimals(_shortfall(situation, district)),
        sentence=spot_sentence(category),
    )


def _shown(row: WhiteSpot, cell: str, ratio: float | None, spots: WhiteSpots) -> ShownSpot:
    relative = row.per_1000 / spots.per_1000_district if spots.per_1000_district else 0.0
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
