"""What must hold of bundling in any town, and the quick search beside one that looks at everything."""

from collections import Counter
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.collective.leading import MOST_LED
from socialmap.collective.reach import positions_mm, within_reach
from socialmap.collective.sorting_out import longest_waiting
from socialmap.geo.walking import PROFILES
from socialmap.model.people import Permission, VolunteerRoleKind
from tests.property.small_towns import (
    LANGUAGES,
    MOBILITIES,
    SIZE,
    SLOTS,
    THEME,
    VOCABULARY,
    away_m,
    best_at,
    can_come,
    plainly,
    towns,
)

MANY = settings(max_examples=120, deadline=None)
SOME = settings(max_examples=50, deadline=None)


def counted(found):
    """Every question that is counted somewhere, with those merged into it."""
    people = [*found.joins, *(member for group in found.new for member in group.members)]
    if found.too_few:
        people += found.too_few.members
    ids = [need for each in people for need in (each.need, *each.also)]
    return ids + [need for each in found.extensions for need in (*each.needs, *each.also)]


def everywhere(found):
    """Every question that is named anywhere but among those not bundled."""
    names = {*counted(found), *found.maybe_too, *(each.need for each in found.no_place)}
    for group in (*found.new, *([found.too_few] if found.too_few else ())):
        names |= {each.need for each in group.not_fitting}
    return names | set(found.too_few.could_ask if found.too_few else ())


@MANY
@given(towns)
def test_the_lazy_search_finds_what_a_plain_one_finds(town):
    found, plain = town.bundling(), plainly(town)
    assert [(join.need, join.initiative_id, join.score) for join in found.joins] == plain.joins
    assert {each.initiative_id: list(each.needs) for each in found.extensions} == plain.extensions
    groups = [(sorted(g.needs), (g.spot.venue, g.spot.slot, g.spot.language)) for g in found.new]
    assert sorted(groups) == sorted(plain.new)
    few = found.too_few
    best = few and (sorted(few.needs), (few.spot.venue, few.spot.slot, few.spot.language))
    assert best == plain.too_few
    assert [each.need for each in found.no_place] == plain.no_place


@SOME
@given(towns, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(town, chance):
    shuffled = {
        name: chance.sample(found, len(found))
        for name, found in town._asdict().items()
        if isinstance(found, list)
    }
    assert town.bundling(**shuffled) == town.bundling()


@SOME
@given(towns)
def test_a_no_is_never_counted_and_a_person_still_to_ask_neither(town):
    found = town.bundling()
    refused = {each.person for each in town.questions if each.may_be_linked is Permission.NO}
    unasked = {each.person for each in town.questions if each.may_be_linked is Permission.STILL_TO_ASK}
    person = {each.id: each.person for each in town.questions}
    assert not {person[need] for need in everywhere(found)} & refused
    assert {person[each.need] for each in found.not_bundled} == refused
    assert not {person[need] for need in counted(found)} & (refused | unasked)
    assert {person[need] for need in found.maybe_too} == unasked - refused


@SOME
@given(towns, st.data())
def test_a_permission_that_is_withdrawn_works_everywhere_at_once(town, data):
    if not town.questions:
        return
    withdrawn = data.draw(st.sampled_from(town.questions))
    changed = [
        replace(each, may_be_linked=Permission.NO) if each.id == withdrawn.id else each
        for each in town.questions
    ]
    found = town.bundling(questions=changed)
    assert withdrawn.id not in everywhere(found)
    assert withdrawn.id in {each.need for each in found.not_bundled}


@SOME
@given(towns)
def test_everybody_has_exactly_one_answer(town):
    found = town.bundling()
    told = counted(found) + list(found.maybe_too) + [each.need for each in found.not_bundled]
    told += [need for each in found.no_place for need in (each.need, *each.also)]
    # Who waits beside the best small group is told there, and beside nothing else.
    few = found.too_few
    nowhere = {each.need for each in found.no_place}
    if few:
        told += [
            need for each in few.not_fitting if each.need not in nowhere for need in (each.need, *each.also)
        ]
    assert sorted(told) == sorted(each.id for each in town.questions)


@SOME
@given(towns)
def test_members_can_always_come_and_a_group_is_never_too_small_or_too_large(town):
    found = town.bundling()
    venue = {each.id: each for each in town.venues}
    for group in found.new:
        place = venue[group.spot.venue]
        assert SIZE.minimum <= len(group.members) <= min(SIZE.maximum, place.capacity - 2)
        assert len({member.person for member in group.members}) == len(group.members)
        for member in group.members:
            asked = [each for each in town.questions if each.id in (member.need, *member.also)]
            first = next(each for each in asked if each.id == member.need)
            assert member.distance_m == away_m(first, place) <= PROFILES[first.mobility].far_m
            assert first == min(asked, key=longest_waiting)
            assert any(group.spot.slot in each.available for each in asked)
            assert any(group.spot.language in each.languages for each in asked)


@SOME
@given(towns)
def test_places_that_are_there_are_filled_before_anything_new(town):
    found = town.bundling()
    taken = Counter(join.initiative_id for join in found.joins)
    grouped = [member.need for group in found.new for member in group.members]
    extended = [need for each in found.extensions for need in each.needs]
    few = found.too_few
    waiting = [each.need for each in (*few.members, *few.not_fitting)] if few else []
    for need in {*grouped, *extended, *waiting, *(each.need for each in found.no_place)}:
        for offer, _, _ in town.liked[need]:
            assert town.places[offer] == taken[offer]


@SOME
@given(towns)
def test_leads_can_come_too_and_nobody_is_asked_too_much(town):
    by_id, venue = {each.id: each for each in town.candidates}, {each.id: each for each in town.venues}
    for group in town.bundling().new:
        roles = [lead.role for lead in group.leads]
        assert roles[:1] in ([], [VolunteerRoleKind.CONTENT])
        assert len({lead.person for lead in group.leads}) == len(group.leads) <= 2
        members = {member.person for member in group.members}
        for lead in group.leads:
            talent = by_id[lead.talent]
            assert talent.leads < MOST_LED
            assert group.spot.slot in talent.available
            assert group.spot.language in talent.languages
            assert lead.distance_m <= PROFILES[talent.mobility].far_m
            assert lead.distance_m == away_m(talent, venue[group.spot.venue])
            assert lead.also_participant == (lead.person in members)
        assert not {lead.talent for lead in group.leads} & set(group.asked_too_much)
        assert 0 <= group.score <= 100


@SOME
@given(towns)
def test_every_reason_is_true(town):
    found, place = town.bundling(), {each.id: each for each in town.venues}
    asked = {each.id: each for each in town.questions}
    for group in (*found.new, *([found.too_few] if found.too_few else ())):
        spot = (place[group.spot.venue], group.spot.slot, group.spot.language)
        for each in group.not_fitting:
            if not each.also:
                assert can_come(asked[each.need], *spot) == (each.why == ("vol",))
    for each in found.no_place:
        assert each.why
        if not each.also:
            spots = [(venue, slot, code) for venue in town.venues for slot in SLOTS for code in LANGUAGES]
            assert not any(best_at([asked[each.need]], spot) for spot in spots)


places = st.lists(st.tuples(st.integers(-9_000, 9_000), st.integers(-9_000, 9_000)), max_size=12)


class Somebody:
    def __init__(self, x_m, y_m, mobility=None):
        self.x_m, self.y_m, self.mobility = float(x_m), float(y_m), mobility


@SOME
@given(places, st.lists(st.sampled_from(MOBILITIES), min_size=12, max_size=12), places)
def test_the_grid_finds_every_pair_within_reach_and_no_other(starts, mobility, ends):
    people = [Somebody(*start, how) for start, how in zip(starts, mobility, strict=False)]
    goals = [Somebody(*end) for end in ends]
    pairs = within_reach(people, positions_mm(goals))
    found = {(p, g): m for p, g, m in np.stack(pairs).T.tolist()}
    every = {(p, g): away_m(one, two) for p, one in enumerate(people) for g, two in enumerate(goals)}
    assert found == {pair: m for pair, m in every.items() if m <= PROFILES[people[pair[0]].mobility].far_m}
    assert len(found) == len(pairs.person)


def test_the_theme_of_the_small_towns_is_bundled():
    assert VOCABULARY.themes[THEME].collective == "ja"
