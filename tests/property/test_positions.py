"""A team's figures do not depend on the order of its answers, and lie where they must."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.collective.positions import (
    Dot,
    Mean,
    TooFew,
    by_discipline,
    mean_of,
    team_view,
)
from socialmap.model.together import PositionKind
from socialmap.model.work import Discipline

TENTHS = st.integers(-10, 10).map(lambda tenths: tenths / 10)
CRAFTS = st.sampled_from([None, *list(Discipline)[:3]])
DOTS = st.lists(st.builds(Dot, TENTHS, TENTHS, CRAFTS), max_size=20)


@given(dots=DOTS, data=st.data())
@settings(deadline=None, max_examples=100)
def test_the_order_of_the_answers_changes_nothing(dots: list[Dot], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(dots))
    assert mean_of(mixed) == mean_of(dots)
    assert by_discipline(mixed) == by_discipline(dots)
    kind = PositionKind.SELF_NOW
    assert team_view({kind: mixed}) == team_view({kind: dots})


@given(dots=DOTS)
@settings(deadline=None, max_examples=100)
def test_a_mean_lies_among_its_answers_and_is_never_minus_nought(dots: list[Dot]) -> None:
    standing = mean_of(dots)
    assert isinstance(standing, TooFew) == (len(dots) < 5)
    if isinstance(standing, Mean):
        assert min(dot.x for dot in dots) - 0.005 <= standing.x <= max(dot.x for dot in dots) + 0.005
        assert 0 <= standing.from_balance_percent <= 100
        assert 0 <= standing.spread <= 2.83
        assert "-0.0" not in {str(standing.x), str(standing.y), str(standing.spread)}
        assert bool(standing.two_camps) <= (standing.spread >= 0.5)


@given(dots=DOTS)
@settings(deadline=None, max_examples=200)
def test_whoever_is_in_no_shown_discipline_is_never_one_of_a_few(dots: list[Dot]) -> None:
    shown = [craft for craft, standing in by_discipline(dots).items() if isinstance(standing, Mean)]
    others = [dot for dot in dots if dot.discipline not in shown]
    assert not shown or len(others) == 0 or len(others) >= 5
    assert all(sum(dot.discipline is craft for dot in dots) >= 5 for craft in shown)
