"""Of two offers that fit equally well, the one checked longer ago never stands above the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from socialmap.model.people import Mobility
from socialmap.model.values import ThemeId
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.index import OfferIndex
from socialmap.search.offer import Offer, offer_of
from socialmap.search.places import Place
from socialmap.search.question import Question
from socialmap.search.ranking import rank
from tests.town import KOFFIE

TODAY = date(2026, 3, 2)
AGES: tuple[int | None, ...] = (0, 1, 45, 90, 91, 180, 181, 300, 364, 365, 500, None)
QUESTION = Question(theme=ThemeId("eenzaamheid"), x_m=200_000, y_m=500_000, mobility=Mobility.WALKING)
PLACE = Place(x_m=200_200.0, y_m=500_150.0)


def offer(name: str, age: int | None, *, tried: int = 0) -> Offer:
    checked_on = None if age is None else TODAY - timedelta(days=age)
    days = tuple(TODAY - timedelta(days=day) for day in range(tried))
    thing = replace(KOFFIE, id=name, name=name, checked_on=checked_on, unreached_on=days)
    return offer_of(thing, PLACE, load_vocabulary())


def order(*offers: Offer) -> list[str]:
    index = OfferIndex(load_vocabulary())
    for each in offers:
        index.put_offer(each)
    return [match.id for match in rank(index, QUESTION, TODAY).matches]


@pytest.mark.parametrize(("fresh", "stale"), tuple(combinations(AGES, 2)))
def test_what_was_checked_longer_ago_comes_later(fresh: int | None, stale: int | None) -> None:
    # The stale one is first by id, so only freshness can put it second.
    assert order(offer("a", stale), offer("b", fresh)) == ["b", "a"]


@pytest.mark.parametrize("stale", [age for age in AGES[5:] if age is not None])
def test_what_may_have_stopped_comes_after_whatever_was_ever_checked(stale: int) -> None:
    assert order(offer("a", 10, tried=3), offer("b", stale)) == ["b", "a"]
    assert order(offer("a", 10, tried=3), offer("b", 10, tried=2)) == ["b", "a"]
