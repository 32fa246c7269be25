"""The index and its kernel say what the readable reference says, whatever was put, changed and removed."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.geo.footways import STRAIGHT_LINES
from socialmap.model.wording import MatchLabel
from socialmap.search import index as index_module
from socialmap.search.explaining import explained_match
from socialmap.search.index import OfferIndex
from socialmap.search.index_file import Loaded
from socialmap.search.matching import WEIGHTS, Match, NotShown
from socialmap.search.ranking import rank
from tests.property.offers import TODAY, VOCABULARY, offers, questions, weights
from tests.property.streets import networks

CHANGES = st.lists(st.one_of(offers, st.sampled_from([f"I{number}" for number in range(12)])), max_size=12)
FEW = settings(max_examples=40, deadline=None)


@pytest.fixture(autouse=True)
def _merge_often(monkeypatch):
    monkeypatch.setattr(index_module, "MERGE_AT", 5)


def applied(changes, start=None):
    """An index after the changes, and what should be in it."""
    index, kept = start or OfferIndex(VOCABULARY), {}
    for change in changes:
        if isinstance(change, str):
            index.remove(change)
            kept.pop(change, None)
        else:
            index.put_offer(change)
            kept[change.id] = change
    return index, kept


def best_first(found):
    """The order of domain.md 4.A: label, score, distance (unknown last), last check, id."""
    return (
        tuple(MatchLabel).index(found.label),
        -found.score,
        math.inf if found.distance_m is None else found.distance_m,
        -(found.checked_on.toordinal() if found.checked_on else 0),
        found.id,
    )


def by_reference(question, kept, counts=WEIGHTS):
    judged = [explained_match(question, offer, VOCABULARY, TODAY, counts) for offer in kept.values()]
    matches = sorted((found for found in judged if isinstance(found, Match)), key=best_first)
    return matches, {found.id: found for found in judged if isinstance(found, NotShown)}


@FEW
@given(CHANGES, questions, weights)
def test_the_kernel_ranks_as_the_reference_for_any_weights(changes, question, counts):
    index, kept = applied(changes)
    matches, left_out = by_reference(question, kept, counts)
    ranking = rank(index, question, TODAY, 50, weights=counts)
    assert list(ranking.matches) == matches
    assert {found.id: found for found in ranking.not_shown} == left_out
    far = [math.inf if found.distance_m is None else found.distance_m for found in ranking.not_shown]
    assert far == sorted(far)
    assert (ranking.more, ranking.more_not_shown) == (0, 0)


@FEW
@given(CHANGES, networks, CHANGES, questions, st.integers(0, 3))
def test_over_streets_the_kernel_ranks_as_the_reference(before, streets, after, question, wanted):
    index, _ = applied(before)
    index.walk_on(streets)
    index, _ = applied(after, index)
    offers_now = {offer_id: index.offer(row) for offer_id, row in index.row_of.items()}
    asked = index.walked(question)
    matches, left_out = by_reference(asked, offers_now)
    ranking = rank(index, question, TODAY, 50)
    assert list(ranking.matches) == matches
    assert {found.id: found for found in ranking.not_shown} == left_out
    far = [math.inf if found.distance_m is None else found.distance_m for found in ranking.not_shown]
    assert far == sorted(far)

    scan = index.scan(asked, TODAY, wanted)
    assert {index.ids[row] for row in scan.matches[0]} == {found.id for found in matches}
    seen = {index.ids[row] for row in scan.excluded[0]}
    placed = sorted(found.distance_m for found in left_out.values() if found.distance_m is not None)
    unseen = [left_out[offer_id].distance_m for offer_id in left_out.keys() - seen]
    assert all(distance >= max(placed[:wanted], default=0) for distance in unseen)


@FEW
@given(CHANGES, networks, questions)
def test_when_the_streets_are_taken_away_everything_is_as_before(changes, streets, question):
    index, _ = applied(changes)
    before = rank(index, question, TODAY, 50)
    index.walk_on(streets)
    rank(index, question, TODAY, 50)
    index.walk_on(STRAIGHT_LINES)
    assert rank(index, question, TODAY, 50) == before


@FEW
@given(CHANGES, questions, st.integers(0, 4))
def test_a_short_list_is_the_head_of_the_long_one(changes, question, limit):
    index, kept = applied(changes)
    matches, _ = by_reference(question, kept)
    ranking = rank(index, question, TODAY, limit)
    assert list(ranking.matches) == matches[:limit]
    assert ranking.more == len(matches) - len(ranking.matches)


@FEW
@given(CHANGES, questions, st.integers(0, 3))
def test_looking_in_growing_squares_gives_all_matches_and_the_nearest_that_do_not_fit(
    changes, question, wanted
):
    index, kept = applied(changes)
    matches, left_out = by_reference(question, kept)
    scan = index.scan(question, TODAY, wanted)
    assert {index.ids[row] for row in scan.matches[0]} == {found.id for found in matches}
    seen = {index.ids[row] for row in scan.excluded[0]}
    placed = sorted(found.distance_m for found in left_out.values() if found.distance_m is not None)
    unseen = [left_out[offer_id].distance_m for offer_id in left_out if offer_id not in seen]
    assert seen <= set(left_out)
    assert not (scan.complete and unseen)
    assert all(distance >= max(placed[:wanted], default=0) for distance in unseen)
    assert scan.complete or len(seen) >= wanted


@FEW
@given(CHANGES)
def test_an_offer_comes_out_as_it_was_put(changes):
    index, kept = applied(changes)
    assert len(index) == len(kept)
    for offer_id, offer in kept.items():
        assert index.offer(index.row_of[offer_id]) == offer


@settings(max_examples=15, deadline=None)
@given(CHANGES, CHANGES, questions)
def test_a_saved_index_answers_and_grows_as_the_one_in_memory(tmp_path_factory, before, after, question):
    path = tmp_path_factory.mktemp("index") / "offers.bin"
    index, kept = applied(before)
    index.save(path, "map:7")
    loaded = OfferIndex.load(path, VOCABULARY)
    assert isinstance(loaded, Loaded)
    assert loaded.position == "map:7"
    assert rank(loaded.index, question, TODAY) == rank(index, question, TODAY)
    assert loaded.index.ids_at("F1") == index.ids_at("F1")
    grown, added = applied(after, loaded.index)
    touched = {change if isinstance(change, str) else change.id for change in after}
    final = {offer_id: offer for offer_id, offer in kept.items() if offer_id not in touched} | added
    assert set(grown.row_of) == set(final)
    assert list(rank(grown, question, TODAY, 50).matches) == by_reference(question, final)[0]


@FEW
@given(offers, offers, questions)
def test_a_change_is_found_by_the_very_next_search(first, second, question):
    index, _ = applied([first])
    changed = replace(second, id=first.id)
    index.put_offer(changed)
    assert list(rank(index, question, TODAY).matches) == by_reference(question, {first.id: changed})[0]
