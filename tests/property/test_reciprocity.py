"""Pairs and rings agree with trying every two and every three people, and each is reported once."""

from __future__ import annotations

import math
from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.collective.reciprocity import Person, Reciprocity
from socialmap.model.people import Mobility
from socialmap.model.values import LanguageCode, TalentKindId, ThemeId
from socialmap.ontology.thesaurus import load_vocabulary

WORDS = load_vocabulary()
THEMES = [ThemeId(theme) for theme in ("samen-eten", "digitaal", "rouw")]
FAR_M = {Mobility.POOR: 500, Mobility.WALKING: 1_000, Mobility.CYCLING: 3_000, Mobility.TRANSIT: 6_000}
LANGUAGES = st.sets(st.sampled_from(["nl", "ar"]), min_size=1).map(
    lambda codes: frozenset(LanguageCode(code) for code in codes)
)
GIVES = st.sets(st.sampled_from(THEMES), max_size=2).map(
    lambda themes: dict.fromkeys(themes, TalentKindId("koken"))
)
ASKS = st.sets(st.sampled_from(THEMES), max_size=1).map(frozenset)
PLACES = st.integers(0, 50).map(lambda steps: 100.0 * steps)


@st.composite
def groups(draw: st.DrawFn) -> list[Person]:
    return [
        Person(
            id=f"B-{number}",
            x_m=draw(PLACES),
            y_m=draw(PLACES),
            mobility=draw(st.sampled_from(Mobility)),
            languages=draw(LANGUAGES),
            gives=draw(GIVES),
            asks=draw(ASKS),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


def _arrow(giver: Person, receiver: Person) -> bool:
    metres = 1.3 * math.hypot(giver.x_m - receiver.x_m, giver.y_m - receiver.y_m)
    return (
        bool(giver.gives.keys() & receiver.asks)
        and bool(giver.languages & receiver.languages)
        and math.floor(metres + 0.5) <= max(FAR_M[giver.mobility], FAR_M[receiver.mobility])
    )


@given(people=groups(), data=st.data())
@settings(deadline=None, max_examples=150)
def test_circles_are_those_of_trying_everybody_once_each(people: list[Person], data: st.DataObject) -> None:
    found = Reciprocity(data.draw(st.permutations(people)), WORDS)
    by_id = sorted(people, key=lambda person: person.id)
    pairs = [(a.id, b.id) for a, b in combinations(by_id, 2) if _arrow(a, b) and _arrow(b, a)]
    rings = [
        tuple(person.id for person in three)
        for three in combinations(by_id, 3)
        if any(_arrow(a, b) and _arrow(b, c) and _arrow(c, a) for a, b, c in permutations(three))
    ]
    assert [circle.members for circle in found.pairs()] == pairs
    assert [circle.members for circle in found.rings()] == rings
    for person in people:
        mine = [members for members in (*pairs, *rings) if person.id in members]
        assert [circle.members for circle in found.around(person.id)] == mine


@given(people=groups())
@settings(deadline=None, max_examples=100)
def test_the_gifts_of_a_circle_go_round_it(people: list[Person]) -> None:
    by_id = {person.id: person for person in people}
    found = Reciprocity(people, WORDS)
    for circle in (*found.pairs(), *found.rings()):
        givers = [gift.giver for gift in circle.gifts]
        assert sorted(givers) == list(circle.members)
        assert [gift.receiver for gift in circle.gifts] == [*givers[1:], givers[0]]
        for gift in circle.gifts:
            assert _arrow(by_id[gift.giver], by_id[gift.receiver])
            assert gift.theme in by_id[gift.receiver].asks
