"""What must hold for every pattern: no small number is told, and looking harder is not a rise."""

import math
import re
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from socialmap.collective.signals import STRIKING, Situation, judge, measure, poisson_tail
from socialmap.model.wording_signals import PatternOutcome

FEW = settings(max_examples=150, deadline=None)
WINDOWS = st.tuples(*[st.integers(0, 40)] * 4)
REGISTRATIONS = st.tuples(*[st.integers(0, 400)] * 4)
SITUATIONS = st.builds(
    Situation,
    theme=st.just("slechte-woning"),
    area_id=st.just("BU"),
    inhabitants=st.integers(0, 6_000),
    inhabitants_total=st.integers(6_000, 20_000) | st.just(0),
    persons=st.integers(0, 60),
    persons_total=st.integers(60, 200),
    earlier=WINDOWS,
    registrations=st.integers(0, 800),
    registrations_earlier=REGISTRATIONS,
)
TIMELY = {PatternOutcome.NOW, PatternOutcome.HERE_AND_NOW}


@FEW
@given(SITUATIONS)
def test_nothing_that_is_said_holds_a_number_of_persons_below_the_floor(situation):
    pattern = judge(situation)
    assert not re.search(r"\d", " ".join(pattern.sentences))
    assert pattern.persons is None or pattern.persons >= 5
    assert not re.search(r"\b[1-4]\b", repr(pattern))
    if situation.persons < 5:
        assert pattern == judge(replace(situation, persons=1))


@FEW
@given(SITUATIONS)
def test_whatever_stands_out_says_that_it_is_no_proof(situation):
    pattern = judge(situation)
    assert pattern.outcome.is_signal == ("Opvallend. Dit is geen bewijs." in pattern.sentences)
    assert (pattern.chance <= 0.05) == pattern.outcome.is_signal


@FEW
@given(SITUATIONS, st.floats(0, 1), st.floats(0.5, 1))
def test_twice_as_much_outreach_does_not_make_a_rise(situation, share, pace):
    """Everything that is registered doubles; what did not rise beyond the registrations still does not."""
    usual = [count + 1 for count in situation.registrations_earlier]
    now = math.ceil(pace * sum(usual) / 4)
    calm = replace(situation, registrations=now, registrations_earlier=tuple(usual))
    found = measure(calm)
    assume(found.factor <= 1)
    ceiling = math.ceil(STRIKING * found.mean_before * found.factor) - 1
    calm = replace(calm, persons=max(0, int(share * ceiling)))
    outreach = replace(
        calm,
        persons=2 * calm.persons,
        persons_total=2 * calm.persons_total,
        registrations=2 * calm.registrations,
    )
    assert judge(calm).outcome not in TIMELY
    assert judge(outreach).outcome not in TIMELY


@FEW
@given(SITUATIONS, st.integers(0, 20))
def test_more_persons_never_make_a_pattern_less_striking_in_time(situation, more):
    later = replace(situation, persons=situation.persons + more)
    assert judge(situation).outcome not in TIMELY or judge(later).outcome in TIMELY


@FEW
@given(st.integers(0, 300), st.floats(0, 300))
def test_a_tail_is_a_chance_and_falls_with_every_person(at_least, mean):
    tail = poisson_tail(at_least, mean)
    assert 0 <= tail <= 1 + 1e-12
    assert poisson_tail(at_least + 1, mean) <= tail + 1e-12
