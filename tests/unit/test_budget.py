"""What a group costs: to the cent, and whether the fund can pay it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.collective.budget import Budget, read_amount, within_fund
from socialmap.errors import InvalidInput

EATING = Budget(moments=8, people=6, food=Decimal("2.50"), materials=Decimal("14"), printing=Decimal("10"))


def test_the_budget_of_eating_together_comes_to_158_euros_40():
    assert (EATING.food_total, EATING.sum) == (Decimal("120.00"), Decimal("144.00"))
    assert (EATING.unforeseen, EATING.total) == (Decimal("14.40"), Decimal("158.40"))
    assert EATING.per_person_per_moment == Decimal("3.30")


def test_rent_counts_per_moment_and_everything_gets_ten_percent_more():
    budget = Budget(moments=3, people=4, rent=Decimal("15"), volunteers=Decimal("7.55"))
    assert budget.rent_total == Decimal("45.00")
    assert budget.unforeseen == Decimal("5.26")
    assert budget.total == Decimal("57.81")


def test_half_a_cent_goes_up():
    assert Budget(moments=1, printing=Decimal("0.05")).unforeseen == Decimal("0.01")
    assert Budget(moments=3, people=1, food=Decimal("0.125")).food_total == Decimal("0.38")


def test_nothing_filled_in_costs_nothing_and_has_no_price_per_person():
    assert Budget().total == 0
    assert Budget(people=5, printing=Decimal(3)).per_person_per_moment is None


def test_a_fund_pays_up_to_its_most_and_not_a_cent_more():
    fits = within_fund(EATING.total, "Buurtbudget Linde", Decimal(500))
    assert (fits.fits, fits.sentence) == (True, "Past binnen Buurtbudget Linde.")
    assert within_fund(EATING.total, "Buurtbudget Linde", Decimal("158.40")).fits
    short = within_fund(EATING.total, "Buurtbudget Linde", Decimal("150"))
    assert (short.fits, short.too_much) == (False, Decimal("8.40"))
    assert short.sentence == "Dit is € 8,40 meer dan Buurtbudget Linde kan geven."


def test_everything_that_is_wrong_is_told_at_once():
    with pytest.raises(InvalidInput, match="zoals 15 of 7,50") as refused:
        Budget(moments=-1, rent=Decimal(-3), food=Decimal("NaN"))
    assert [wrong.field for wrong in refused.value.violations] == ["moments", "rent", "food"]


@pytest.mark.parametrize("text", ["zes", "7,505", "-3", "1.25,00", "7,", "1e3", "5 5"])
def test_what_is_not_an_amount_is_refused(text):
    with pytest.raises(InvalidInput, match="Vul een bedrag in, zoals 15 of 7,50"):
        read_amount(text)


@given(st.decimals(0, 10_000, places=2))
def test_an_amount_is_read_as_it_is_written(amount):
    assert read_amount(f"€ {amount:.2f}".replace(".", ",")) == amount
