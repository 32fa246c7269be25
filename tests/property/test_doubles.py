"""Finding doubles looks the same from both sides and in any order; a merge taken back leaves no trace."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.listed_city import listed_city
from benchmarks.second_listing import second_listing
from socialmap.actions.merge_doubles import merge_doubles
from socialmap.actions.show_history import undo_change
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.references import moved, references, referring, refers_to
from socialmap.model.registry import ENTITIES
from socialmap.privacy.roles import Role, Viewer
from socialmap.search.double_choice import Pick, answers, united, which_stays
from socialmap.search.double_names import WordWeights, compare, take_apart
from socialmap.search.doubles import find_doubles
from socialmap.search.listings import listing_of
from socialmap.store.payload import encode
from tests.property.strategies import things
from tests.town import TOWN, opened

DELIA = Viewer(Role.BROKER, "delia")
CITY = listed_city(160, 3)
LISTINGS = [listing_of(thing, CITY.facilities) for thing in CITY.things]
WORDS = st.sampled_from(
    ["buurthuis", "de", "linde", "lidne", "st", "noord", "zuid", "koffie", "koffieochtend", "4", "8", "huis"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join) | st.text(max_size=12)


@given(NAMES, NAMES, NAMES, st.booleans())
@settings(deadline=None, max_examples=150)
def test_two_names_are_as_much_alike_from_both_sides(
    one: str, other: str, building: str, activities: bool
) -> None:
    names = take_apart(one, building), take_apart(other)
    weights = WordWeights(names, activities=activities)
    there, back = compare(*names, weights), compare(*names[::-1], weights)
    assert (round(there.alike, 9), round(there.telling, 9)) == (round(back.alike, 9), round(back.telling, 9))
    assert (there.against is None) == (back.against is None)
    assert 0 <= there.alike <= 1 + 1e-9
    same = compare(names[1], names[1], WordWeights([names[1], names[1]]))
    assert (round(same.alike, 9), same.against) == (1.0 if names[1].words else 0.0, None)


@given(st.permutations(LISTINGS))
@settings(deadline=None, max_examples=10)
def test_the_order_of_the_listings_does_not_matter(listings: list[Any]) -> None:
    found = find_doubles(listings)
    assert found == find_doubles(LISTINGS)
    pairs = [frozenset(((each.kind, each.first), (each.kind, each.second))) for each in found]
    assert len(pairs) == len(set(pairs)) > 0
    assert all(each.first < each.second for each in found)
    assert all(each.score == sum(part.points for part in each.parts) for each in found)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(deadline=None, max_examples=30)
def test_it_does_not_matter_which_of_the_two_has_the_lower_id(city: int, number: int) -> None:
    """The same two, with their ids exchanged: the same score, for the same reasons."""
    things_there = listed_city(40, city).things
    thing = things_there[number % len(things_there)]
    other = second_listing(Random(number), thing, "B", {})
    swapped = [listing_of(replace(thing, id="B"), {}), listing_of(replace(other, id=thing.id), {})]
    told = [
        [(each.score, each.label, each.parts) for each in find_doubles(both)]
        for both in ([listing_of(thing, {}), listing_of(other, {})], swapped)
    ]
    assert told[0] == told[1]


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_after_a_move_nothing_says_the_old_and_nothing_else_changed(data: st.DataObject) -> None:
    cls = data.draw(st.sampled_from(referring()))
    entity = data.draw(things(cls))
    named = [each for each in references(entity) if each[0] in {"facility", "organisation", "initiative"}]
    old = data.draw(st.sampled_from(named)) if named else ("facility", "oud")
    new = (old[0], "nieuw")
    now = moved(entity, old, new)
    if now is None:
        return
    assert not refers_to(now, old)
    if not named:
        assert now == entity
    assert moved(now, old, new) == now


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_what_is_filled_in_on_one_side_is_never_lost(data: st.DataObject) -> None:
    cls = data.draw(st.sampled_from((Facility, Organisation, Initiative)))
    first, second = which_stays(data.draw(things(cls)), data.draw(things(cls)))
    found = answers(first, second)
    picks = {each.name: data.draw(st.sampled_from(each.picks)) for each in found if each.picks}
    whole = united(first, second, picks)
    assert (whole.id, whole.source, whole.source_id) == (first.id, first.source, first.source_id)
    for each in found:
        now = tuple(getattr(whole, name) for name in each.fields)
        pick = picks.get(each.name, each.proposed)
        if pick is not Pick.BOTH and not any(isinstance(value, tuple) for value in now):
            assert now == (each.first if pick is Pick.FIRST else each.second)
        told = (*each.first, *each.second)
        if each.name == "partners":  # one that worked with the other does not work with itself
            told = tuple({*each.first[0], *each.second[0]} - {first.id, second.id})
        if any(value not in (None, "", (), {}) for value in told) and each.differs:
            assert any(value not in (None, "", ()) for value in now)


def _state(workspace: Any) -> dict[tuple[str, str], bytes]:
    return {
        (cls.kind, stored.entity.id): encode(stored.entity)
        for cls in ENTITIES
        for stored in workspace.catalogue.all(cls)
    }


@given(st.integers(0, 10**6), st.data())
@settings(deadline=None, max_examples=8)
def test_a_merge_taken_back_leaves_everything_byte_for_byte_as_it_was(seed: int, data: st.DataObject) -> None:
    originals = [each for each in TOWN if isinstance(each, Facility | Organisation | Initiative)]
    original = data.draw(st.sampled_from(originals))
    twin = second_listing(Random(seed), original, "twin", {})
    others = [moved(each, (original.kind, original.id), (original.kind, "twin")) for each in TOWN]
    hanging = [
        replace(other, id=f"{other.id}-2")
        for other, each in zip(others, TOWN, strict=True)
        if other is not None and other != each and each.id != original.id
    ]
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as workspace:
        workspace.catalogue.save([*TOWN, twin, *hanging], actor="proef", action="proef", at=workspace.clock())
        before = _state(workspace)
        merged = merge_doubles(workspace, DELIA, original.kind, (original.id, "twin"))
        gone = "twin" if merged.id == original.id else original.id
        left = [key for key in _state(workspace) if key == (original.kind, gone)]
        assert left == []
        for cls in referring():
            for stored in workspace.catalogue.all(cls):
                assert not refers_to(stored.entity, (original.kind, gone))
        undo_change(workspace, DELIA, merged.batch)
        assert _state(workspace) == before
