"""What must hold for any neighbourhood and any initiative (domain.md 4.C, 4.D, 4.H)."""

import copy
import itertools
import math
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from socialmap.collective.falling_away import Led, falling_away
from socialmap.collective.gaps import Inhabited, white_spots_by_group
from socialmap.collective.supply import Centre, SupplyOffer, places_per_week
from socialmap.collective.vulnerability import Footing, FunderTerm, Lease, PlaceKind, judge
from socialmap.collective.white_spots import AreaSituation, as_shown, white_spots
from socialmap.geo.walking import street_m
from socialmap.model.provision import Rhythm
from socialmap.model.values import AreaId, InitiativeId, ThemeId, Tri
from socialmap.model.wording_gaps import SpotCategory
from socialmap.privacy.disclosure import protect

TODAY = date(2026, 3, 2)
GROUPS = tuple(ThemeId(name) for name in ("geld", "wonen"))
NAMES = tuple("ABCDEF")
MODEST = settings(deadline=None, max_examples=60)

situations = st.lists(
    st.tuples(
        st.integers(0, 4_000),
        st.one_of(st.integers(0, 8), st.integers(0, 60)),
        st.one_of(st.just(0), st.integers(0, 5_000)),
    ),
    min_size=1,
    max_size=6,
).map(
    lambda rows: [
        AreaSituation(AreaId(name), name, inhabitants, persons, Fraction(places, 52))
        for name, (inhabitants, persons, places) in zip(NAMES, rows, strict=False)
    ]
)
dates = st.integers(-800, 800).map(lambda days: TODAY + timedelta(days=days))
counts = st.integers(0, 6)
footings = st.builds(
    Footing,
    id=st.just(InitiativeId("I")),
    name=st.just("Eettafel"),
    leaders=counts,
    money_needed=st.sampled_from([Tri.YES, Tri.NO]),
    funders=st.lists(
        st.builds(FunderTerm, st.sampled_from(["gemeente", "fonds"]), st.none() | dates), max_size=3
    ).map(tuple),
    checked_on=st.none() | dates,
    place=st.sampled_from([PlaceKind.FIXED, PlaceKind.NONE]) | st.builds(Lease, dates),
    volunteers=counts,
    volunteers_needed=counts,
)
offers = st.lists(
    st.builds(
        SupplyOffer,
        id=st.integers(0, 20).map(lambda n: InitiativeId(f"I{n}")),
        groups=st.lists(st.sampled_from(GROUPS), unique=True, max_size=2).map(tuple),
        x_m=st.none() | st.integers(0, 3_000).map(float),
        y_m=st.integers(0, 3_000).map(float),
        district_id=st.sampled_from([None, AreaId("WK1"), AreaId("WK2")]),
        picks_up=st.booleans(),
        size=st.none() | st.integers(0, 30),
        drop_in=st.booleans(),
        rhythms=st.lists(st.sampled_from(Rhythm), max_size=2).map(tuple),
    ),
    max_size=12,
    unique_by=lambda offer: offer.id,
)
centres = [
    Centre(AreaId("A"), 500.0, 500.0, AreaId("WK1")),
    Centre(AreaId("B"), 2_000.0, 2_000.0, AreaId("WK2")),
    Centre(AreaId("C"), 1_000.0, 2_500.0),
]


def category_of(rows, area_id):
    return next(row.category for row in white_spots(rows).rows if row.id == area_id)


@MODEST
@given(situations, st.data(), st.integers(1, 500))
def test_more_supply_never_makes_the_category_of_a_neighbourhood_worse(rows, data, more):
    place = data.draw(st.integers(0, len(rows) - 1))
    richer = [*rows]
    richer[place] = replace(rows[place], places=rows[place].places + more)
    before, after = (category_of(which, rows[place].id) for which in (rows, richer))
    assert after.rank >= before.rank


@MODEST
@given(situations, st.integers(0, 4), st.integers(0, 5_000))
def test_few_questions_and_no_supply_is_never_called_anything_but_too_little_known(
    rows, persons, inhabitants
):
    quiet = AreaSituation(AreaId("Z"), "Buitenhoek", inhabitants, persons, 0)
    spot = next(row for row in white_spots([*rows, quiet]).rows if row.id == "Z")
    assert spot.category is SpotCategory.UNKNOWN
    assert spot.sentence.startswith("We kennen hier weinig vragen en geen aanbod. Ga eens kijken.")
    assert (spot.expected, spot.ratio, spot.shortfall) == (None, None, None)


@MODEST
@given(situations)
def test_no_sentence_holds_a_number_and_a_hidden_row_shows_none(rows):
    spots = white_spots(rows)
    protected = protect(spots.counts)
    hidden_of = dict(zip((row.id for row in spots.rows), protected.hidden, strict=True))
    for row in as_shown(spots, protected):
        hidden = hidden_of[row.id]
        assert not any(letter.isdigit() for letter in row.sentence)
        if hidden:
            assert row.count in {"<5", "–"}
            assert (row.ratio, row.shortfall) == ("–", "–")


@MODEST
@given(situations, st.data())
def test_what_is_shown_follows_from_the_shown_counts_alone(rows, data):
    spots = white_spots(rows)
    protected = protect(spots.counts)
    small = [row.id for row in rows if 0 < row.persons < 5]
    assume(small)
    changed = data.draw(st.fixed_dictionaries({area: st.integers(1, 4) for area in small}))
    others = [replace(row, persons=changed.get(row.id, row.persons)) for row in rows]
    other_spots = white_spots(others)
    other_protected = protect(other_spots.counts)
    assume(protected.total == other_protected.total)
    shown, other_shown = (
        {row.id: (row.count, row.ratio, row.per_1000, row.shortfall) for row in as_shown(*pair)}
        for pair in ((spots, protected), (other_spots, other_protected))
    )
    assume(all(shown[area][0] == other_shown[area][0] for area in shown))
    assert shown == other_shown


@MODEST
@given(situations)
def test_the_order_does_not_depend_on_the_order_of_the_input(rows):
    assert white_spots(rows) == white_spots(rows[::-1])


def reached_one_by_one(centre, offer):
    if offer.picks_up and offer.district_id is not None and offer.district_id == centre.district_id:
        return True
    if offer.x_m is None or offer.y_m is None:
        return False
    return street_m(math.hypot(offer.x_m - centre.x_m, offer.y_m - centre.y_m)) <= 1_000


@MODEST
@given(offers)
def test_supply_counted_in_columns_is_supply_counted_one_by_one(given_offers):
    slow = {}
    for centre in centres:
        for group in GROUPS:
            found = [
                offer for offer in given_offers if group in offer.groups and reached_one_by_one(centre, offer)
            ]
            if places := sum(offer.places_a_year for offer in found):
                slow[centre.id, group] = Fraction(places, 52)
    assert places_per_week(centres, given_offers) == slow


@MODEST
@given(footings, st.sampled_from(["leaders", "volunteers", "volunteers_needed", "place", "money"]))
def test_unknown_never_scores_above_the_worst_or_below_the_best_known_answer(footing, what):
    every_place = [PlaceKind.FIXED, PlaceKind.NONE, Lease(TODAY), Lease(TODAY + timedelta(days=181))]
    known, unknown = {
        "leaders": ([replace(footing, leaders=n) for n in range(5)], replace(footing, leaders=None)),
        "volunteers": ([replace(footing, volunteers=n) for n in range(8)], replace(footing, volunteers=None)),
        "volunteers_needed": (
            [replace(footing, volunteers_needed=n) for n in range(8)],
            replace(footing, volunteers_needed=None),
        ),
        "place": (
            [replace(footing, place=place) for place in every_place],
            replace(footing, place=PlaceKind.UNKNOWN),
        ),
        "money": (
            [replace(footing, money_needed=answer) for answer in (Tri.YES, Tri.NO)],
            replace(footing, money_needed=Tri.UNKNOWN),
        ),
    }[what]
    scores = [judge(one, TODAY).score for one in known]
    assert min(scores) <= judge(unknown, TODAY).score <= max(scores)


@MODEST
@given(footings)
def test_a_score_is_the_sum_of_six_parts_and_at_most_a_hundred(footing):
    judged = judge(footing, TODAY)
    assert len(judged.parts) == 6
    assert judged.score == sum(part.points for part in judged.parts)
    assert 0 <= judged.score <= 100
    assert all("persoon" not in part.sentence or part.points == 30 for part in judged.parts)


@MODEST
@given(
    offers,
    st.dictionaries(st.tuples(st.sampled_from("ABC"), st.sampled_from(GROUPS)), st.integers(0, 40)),
    st.data(),
)
def test_the_simulation_changes_nothing_and_lists_only_what_gets_worse(given_offers, persons, data):
    leaders = st.frozensets(st.sampled_from("PQRS"), max_size=3)
    initiatives = [Led(offer.id, f"Initiatief {offer.id}", data.draw(leaders)) for offer in given_offers]
    areas = [Inhabited(f"Buurt {centre.id}", 1_000, centre) for centre in centres]

    def spots_without(gone):
        return white_spots_by_group(areas, given_offers, persons, GROUPS, without=gone)

    before = spots_without(())
    copies = copy.deepcopy((given_offers, persons, initiatives, areas))
    found = falling_away("P", initiatives, spots_without, dict.fromkeys(GROUPS, "Geld"))
    assert copies == (given_offers, persons, initiatives, areas)
    assert spots_without(()) == before
    after = spots_without([one.id for one in found.stops])
    for group in GROUPS:
        was = {row.id: row.category for row in before[group].rows}
        worse = {row.id for row in after[group].rows if row.category.rank < was[row.id].rank}
        assert {spot.area_id for spot in found.worse if spot.group == group} == worse
    leading = [one for one in initiatives if "P" in one.leaders]
    assert found.hinge is (len(leading) >= 3)
    assert len(found.stops) + len(found.one_left) <= len(leading)


@given(rows=situations)
@MODEST
def test_what_is_shown_of_hidden_counts_follows_from_what_is_shown(rows: list[AreaSituation]) -> None:
    """The exact total stands in no ratio, in no shortfall and in no order, as soon as a cell is hidden."""
    spots = white_spots(rows)
    protected = protect(spots.counts)
    assume(any(protected.hidden) and not all(protected.hidden))
    shown, total = as_shown(spots, protected), int(protected.total.rpartition(" ")[2])
    people = {row.id: row.inhabitants for row in rows}
    everybody = sum(people.values())
    keys = []
    for spot in shown:
        ratio = None
        if spot.ratio != "–":
            expected = people[spot.id] * total / everybody if everybody else 0
            ratio = (int(spot.count) + 5) / (expected + 5)
            assert abs(float(spot.ratio.replace(",", ".").replace("−", "-")) - ratio) <= 0.0500001
        near = next(row.per_1000 for row in spots.rows if row.id == spot.id)
        relative = near / spots.per_1000_district if spots.per_1000_district else 0.0
        keys.append((spot.category.rank, math.inf if ratio is None else relative - ratio))
    assert all(one <= other or math.isclose(one[1], other[1]) for one, other in itertools.pairwise(keys))
