"""What a group costs, to the cent, and whether a fund can pay it (domain.md 4.K)."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal

from socialmap.errors import InvalidInput, Violation
from socialmap.model.wording_bundling import (
    WRONG_AMOUNT,
    WRONG_NUMBER,
    above_fund_sentence,
    within_fund_sentence,
)

UNFORESEEN = Decimal("0.10")
"""Part of the sum that is kept for what nobody thought of."""
_CENT = Decimal("0.01")
_ZERO = Decimal(0)
_AMOUNT = re.compile(r"(?P<euros>\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](?P<cents>\d{1,2}))?")


def cents(amount: Decimal) -> Decimal:
    """Whole cents, half up."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What is known; the rest stays nought. Euros: rent per moment, food per person per moment, others once.

    ``InvalidInput`` for a negative number or an amount that is not a number.
    """

    moments: int = 0
    people: int = 0
    rent: Decimal = _ZERO
    food: Decimal = _ZERO
    materials: Decimal = _ZERO
    printing: Decimal = _ZERO
    volunteers: Decimal = _ZERO

    def __post_init__(self) -> None:
        wrong = []
        for field in fields(self):
            given: int | Decimal = getattr(self, field.name)
            if isinstance(given, Decimal) and not (given.is_finite() and given >= 0):
                wrong.append(Violation(field.name, WRONG_AMOUNT))
            elif isinstance(given, int) and given < 0:
                wrong.append(Violation(field.name, WRONG_NUMBER))
        if wrong:
            raise InvalidInput(wrong)

    @property
    def rent_total(self) -> Decimal:
        return cents(self.moments * self.rent)

    @property
    def food_total(self) -> Decimal:
        return cents(self.moments * self.people * self.food)

    @property
    def sum(self) -> Decimal:
        """All lines without the unforeseen."""
        once = cents(self.materials) + cents(self.printing) + cents(self.volunteers)
        return self.rent_total + self.food_total + once

    @property
    def unforeseen(self) -> Decimal:
        return cents(UNFORESEEN * self.sum)

    @property
    def total(self) -> Decimal:
        return self.sum + self.unforeseen

    @property
    def per_person_per_moment(self) -> Decimal | None:
        """``None`` while the number of people or moments is not filled in."""
        times = self.people * self.moments
        return cents(self.total / times) if times else None


@dataclass(frozen=True, slots=True)
class FundAnswer:
    """Does it fit; ``too_much`` is 0 when it does."""

    fits: bool
    too_much: Decimal
    sentence: str


def within_fund(total: Decimal, fund: str, maximum: Decimal) -> FundAnswer:
    """Compare a total with the most that a fund gives; exactly the most still fits.

    >>> within_fund(Decimal("158.40"), "Buurtbudget Linde", Decimal(500)).sentence
    'Past binnen Buurtbudget Linde.'
    """
    too_much = max(total - maximum, _ZERO)
    if too_much:
        return FundAnswer(False, too_much, above_fund_sentence(fund, float(too_much)))
    return FundAnswer(True, _ZERO, within_fund_sentence(fund))


def read_amount(text: str, field: str = "bedrag") -> Decimal:
    """Euros as people write them; nothing is nought. ``InvalidInput`` for anything else.

    >>> read_amount("15"), read_amount("€ 7,50"), read_amount("1.250"), read_amount("")
    (Decimal('15.00'), Decimal('7.50'), Decimal('1250.00'), Decimal('0.00'))
    """
    written = text.replace("€", "").strip()
    if not written:
        return cents(_ZERO)
    found = _AMOUNT.fullmatch(written)
    if found is None:
        raise InvalidInput([Violation(field, WRONG_AMOUNT)])
    return cents(Decimal(f"{found['euros'].replace('.', '')}.{found['cents'] or 0}"))
