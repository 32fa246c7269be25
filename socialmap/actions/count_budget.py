"""What a group costs, from what people type; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from socialmap.actions.workspace import Workspace
from socialmap.collective.budget import Budget, read_amount, within_fund
from socialmap.errors import InvalidInput, Violation
from socialmap.model.dutch import euros
from socialmap.model.language import told
from socialmap.model.wording_bundling import WRONG_NUMBER
from socialmap.privacy.roles import Right, Viewer, permit

_MOST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetAsked:
    """As typed; empty is nought. ``fund`` and ``fund_gives``: who may pay, and how much at most."""

    moments: str = ""
    people: str = ""
    rent: str = ""
    food: str = ""
    materials: str = ""
    printing: str = ""
    volunteers: str = ""
    fund: str = ""
    fund_gives: str = ""


@dataclass(frozen=True, slots=True)
class BudgetCounted:
    """The lines with an amount in order, the total in euros and as text, per person, and whether it fits."""

    lines: tuple[tuple[str, str], ...]
    total_eur: float
    total: str
    per_person: str
    fund: str


def count_budget(workspace: Workspace, viewer: Viewer, asked: BudgetAsked) -> BudgetCounted:
    """Add it up, with ten percent for what nobody thought of. ``InvalidInput`` names what cannot be read."""
    permit(viewer, Right.SEE_BUNDLES)
    wrong: list[Violation] = []
    amounts = {
        name: _amount(asked, name, wrong) for name in ("rent", "food", "materials", "printing", "volunteers")
    }
    fund_gives = _amount(asked, "fund_gives", wrong)
    moments, people = (_number(asked, name, wrong) for name in ("moments", "people"))
    if wrong:
        raise InvalidInput(wrong)
    budget = Budget(moments=moments, people=people, **amounts)
    lines = (
        ("Huur", budget.rent_total),
        ("Eten en drinken", budget.food_total),
        ("Materiaal", budget.materials),
        ("Drukwerk", budget.printing),
        ("Vrijwilligers", budget.volunteers),
        ("Onvoorzien (10%)", budget.unforeseen),
    )
    share = budget.per_person_per_moment
    fits = (
        within_fund(budget.total, asked.fund or told("dit fonds"), fund_gives).sentence if fund_gives else ""
    )
    return BudgetCounted(
        tuple((label, _told(amount)) for label, amount in lines),
        float(budget.total),
        _told(budget.total),
        "" if share is None else _told(share),
        fits,
    )


def _told(amount: Decimal) -> str:
    """Always with cents, so that amounts stand below each other.

    >>> _told(Decimal("158.4"))
    '€ 158,40'
    """
    return euros(float(amount)) if amount % 1 else f"{euros(float(amount))},00"


def _amount(asked: BudgetAsked, name: str, wrong: list[Violation]) -> Decimal:
    try:
        return read_amount(getattr(asked, name), name)
    except InvalidInput as error:
        wrong.extend(error.violations)
        return Decimal(0)


def _number(asked: BudgetAsked, name: str, wrong: list[Violation]) -> int:
    text = str(getattr(asked, name)).strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal() and int(text) <= _MOST):
        wrong.append(Violation(name, WRONG_NUMBER))
        return 0
    return int(text)
