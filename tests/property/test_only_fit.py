"""The only offer that fits is the one that the readable reference finds, or none."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.model.wording import MatchLabel
from socialmap.search.index import OfferIndex
from socialmap.search.only_fit import only_fit
from socialmap.search.ranking import rank
from tests.property.offers import TODAY, VOCABULARY, offers, questions


@settings(max_examples=60, deadline=None)
@given(st.lists(offers, max_size=6), questions)
def test_something_is_the_only_one_when_the_ranking_has_no_other(found, question):
    index = OfferIndex(VOCABULARY)
    for offer in found:
        index.put_offer(offer)
    fitting = [
        match.id
        for match in rank(index, question, TODAY, 50).matches
        if match.label in {MatchLabel.GOOD, MatchLabel.FAIR}
    ]
    assert only_fit(index, question, TODAY) == (fitting[0] if len(fitting) == 1 else None)
