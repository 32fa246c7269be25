"""Where colleagues stand between individual and collective, formal and informal (domain.md 4.G, people).

Nobody's dot may be recognised. What is computed for a team never receives who gave an answer, a figure
needs five answers, and the figures of a discipline are held back when they would give away the few who
are not in it. Two limits of any mean remain, and callers have to know them. Four colleagues who tell each
other their dots can work out the fifth: two decimals, as the domain asks for, are fine enough for that,
and a spread of 0 says that everybody gave the same answer. And two means that differ by one answer give
that answer away: so a screen shows the mean of a round that is closed, and does not renew it with every
new dot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from socialmap.model import wording_positions as wording
from socialmap.model.quadrants import Quadrant
from socialmap.model.rounding import round_half_away
from socialmap.model.together import PositionKind
from socialmap.model.work import Discipline
from socialmap.privacy.disclosure import FLOOR

ENOUGH = FLOOR
"""From so many answers a mean is shown."""
IN_BALANCE, A_LITTLE, MORE = Fraction(5, 100), Fraction(25, 100), Fraction(60, 100)
CAMPS_SPREAD = Decimal("0.5")
"""With this spread a mean in the middle may hide two groups."""
WORTH_TELLING = Fraction(1, 10)
"""A wish smaller than this on an axis is not mentioned."""

_WISHED = frozenset({PositionKind.SELF_LATER, PositionKind.TEAM_LATER})

XY = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True, order=True)
class Dot:
    """One answer without its owner; x and y from -1 to 1."""

    x: float
    y: float
    discipline: Discipline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TooFew:
    """Nothing is shown: too few answers, or the figure would give away somebody else's."""

    n: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """The mean of at least five dots, and the spread: mean distance to it. Both with two decimals.

    ``from_balance_percent`` is 0 in the middle and 100 in a corner. ``two_camps`` is a sentence, or empty.
    """

    n: int
    x: float
    y: float
    spread: float
    from_balance_percent: int
    quadrant: Quadrant
    sentence: str
    two_camps: str


Standing = Mean | TooFew


@dataclass(frozen=True, slots=True, kw_only=True)
class Towards:
    """The arrow from now to later, per axis with two decimals, and what the team wants more of."""

    dx: float
    dy: float
    wishes: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """All that a team sees of its round: no dots, no people.

    The arrows are ``None`` when now or later has too few answers. ``disciplines`` is about ``zelf_nu``.
    """

    standings: Mapping[PositionKind, Standing]
    own_arrow: Towards | None
    team_arrow: Towards | None
    disciplines: Mapping[Discipline, Standing]


Round = Mapping[PositionKind, Sequence[Dot]]


def mean_of(dots: Sequence[Dot], subject: str = wording.OUR_TEAM, *, wish: bool = False) -> Standing:
    """Mean, spread and distance to balance of the dots; ``TooFew`` below five."""
    if len(dots) < ENOUGH:
        return TooFew(n=len(dots), sentence=wording.too_few(len(dots)))
    x, y = _exact_mean(dots)
    spread = _spread(dots, (x, y))
    return Mean(
        n=len(dots),
        x=_rounded(x),
        y=_rounded(y),
        spread=round_half_away(float(spread), 2),
        from_balance_percent=int(round_half_away(float(100 * _root((x * x + y * y) / 2)))),
        quadrant=quadrant_of(x, y),
        sentence=standing_sentence(x, y, subject, wish=wish),
        two_camps=wording.TWO_CAMPS if spread >= CAMPS_SPREAD else "",
    )


def standing_sentence(
    x: Fraction | float, y: Fraction | float, subject: str = wording.OUR_TEAM, *, wish: bool = False
) -> str:
    """The sentence of a position; also for one's own dot, with the subject "Je".

    No quadrant is named on a line between two, nor for a ``wish`` that is in balance on an axis: the name
    would say more than was answered.
    """
    x, y = _exact(x), _exact(y)
    if not _degree(x) and not _degree(y):
        return wording.in_balance(subject, wish=wish)
    unnamed = not (x and y) or (wish and not (_degree(x) and _degree(y)))
    x_words = wording.degree(_degree(x), wording.AXIS_X, positive=x > 0)
    y_words = wording.degree(_degree(y), wording.AXIS_Y, positive=y > 0)
    quadrant = None if unnamed else quadrant_of(x, y)
    return wording.standing(subject, x_words, y_words, quadrant, wish=wish)


def quadrant_of(x: Fraction, y: Fraction) -> Quadrant:
    """The quadrant by the signs only; on an axis right and above (the domain does not say)."""
    if x < 0:
        return Quadrant.LO if y < 0 else Quadrant.LB
    return Quadrant.RO if y < 0 else Quadrant.RB


def towards(now: Sequence[Dot], later: Sequence[Dot]) -> Towards | None:
    """From where the team is to where it wants to be; ``None`` when either has too few answers."""
    change = _change(now, later)
    if change is None:
        return None
    found = _wishes(change)
    return Towards(
        dx=_rounded(change[0]), dy=_rounded(change[1]), wishes=found, sentence=wording.wishes(found)
    )


def since_last_year(before: Sequence[Dot], now: Sequence[Dot]) -> str:
    """How a group moved between two rounds, in a sentence; empty when it did not, or with too few answers."""
    change = _change(before, now)
    return "" if change is None else wording.since_last_year(_wishes(change))


def by_discipline(dots: Sequence[Dot]) -> dict[Discipline, Standing]:
    """The mean per discipline, hidden below five answers.

    Those who are in no discipline that is shown can be computed from the team's mean. When they are with
    one to four, the smallest discipline that could be shown is held back as well.
    """
    groups = {craft: [dot for dot in dots if dot.discipline is craft] for craft in Discipline}
    groups = {craft: group for craft, group in groups.items() if group}
    shown = [craft for craft, group in groups.items() if len(group) >= ENOUGH]
    left = len(dots) - sum(len(groups[craft]) for craft in shown)
    held_back = None
    if shown and 0 < left < ENOUGH:
        held_back = min(shown, key=lambda craft: len(groups[craft]))
    return {
        craft: TooFew(n=len(group), sentence=wording.HIDDEN_FOR_OTHERS)
        if craft is held_back
        else mean_of(group, wording.THIS_GROUP)
        for craft, group in groups.items()
    }


def team_view(answers: Round) -> TeamView:
    """Everything a team may see of a round of answers."""
    dots = {kind: tuple(answers.get(kind, ())) for kind in PositionKind}
    return TeamView(
        standings={kind: mean_of(given, wish=kind in _WISHED) for kind, given in dots.items()},
        own_arrow=towards(dots[PositionKind.SELF_NOW], dots[PositionKind.SELF_LATER]),
        team_arrow=towards(dots[PositionKind.TEAM_NOW], dots[PositionKind.TEAM_LATER]),
        disciplines=by_discipline(dots[PositionKind.SELF_NOW]),
    )


def _exact(value: Fraction | float) -> Fraction:
    """The number as it was written: 0.1 is a tenth."""
    return value if isinstance(value, Fraction) else Fraction(repr(float(value)))


def _exact_mean(dots: Sequence[Dot]) -> XY:
    return (
        sum((_exact(dot.x) for dot in dots), Fraction(0)) / len(dots),
        sum((_exact(dot.y) for dot in dots), Fraction(0)) / len(dots),
    )


def _root(square: Fraction) -> Decimal:
    """The square root in 28 digits; exact where it has so few."""
    return (Decimal(square.numerator) / Decimal(square.denominator)).sqrt()


def _spread(dots: Sequence[Dot], mean: XY) -> Decimal:
    # Sorted, so that the order of the answers cannot change the last digit.
    distances = sorted(_root((_exact(dot.x) - mean[0]) ** 2 + (_exact(dot.y) - mean[1]) ** 2) for dot in dots)
    return sum(distances, Decimal(0)) / len(distances)


def _rounded(value: Fraction) -> float:
    return round_half_away(float(value), 2)


def _degree(value: Fraction) -> str:
    size = abs(value)
    if size < IN_BALANCE:
        return ""
    if size < A_LITTLE:
        return "iets meer"
    return "meer" if size < MORE else "vooral"


def _change(before: Sequence[Dot], after: Sequence[Dot]) -> XY | None:
    if min(len(before), len(after)) < ENOUGH:
        return None
    (x, y), (new_x, new_y) = _exact_mean(before), _exact_mean(after)
    return new_x - x, new_y - y


def _wishes(change: XY) -> tuple[str, ...]:
    return tuple(
        words[delta > 0]
        for delta, words in zip(change, (wording.WISHES_X, wording.WISHES_Y), strict=True)
        if abs(delta) >= WORTH_TELLING
    )
