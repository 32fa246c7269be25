"""Distances over streets: never shorter than the straight line, there as far as back, no detour pays."""

import networkx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.collective.reach import within_reach
from socialmap.geo.footways import NOWHERE, STRAIGHT_LINES, Destinations, estimated_m, places_mm
from socialmap.geo.shortest import NOT_REACHED, pieces_between, shortest_mm
from socialmap.geo.street_network import StreetNetwork
from socialmap.geo.walking import FARTHEST_LOOKED_M, ON_FOOT, PROFILES, Traveller
from socialmap.model.people import Mobility
from tests.property.offers import START_M
from tests.property.streets import SPOTS, drawn_ways, networks

SOME = settings(max_examples=60, deadline=None)
beside = st.tuples(SPOTS, st.tuples(*[st.floats(-150, 150)] * 2)).map(
    lambda found: tuple(START_M[axis] + found[0][axis] + found[1][axis] for axis in (0, 1))
)
travellers = st.builds(Traveller, st.sampled_from(list(Mobility)), st.booleans())


def table(streets, spots, traveller, reach_m=FARTHEST_LOOKED_M):
    """The metres from each spot to each."""
    at_mm = places_mm(spots)
    places = Destinations(streets, at_mm)
    return np.array([places.from_start(start_mm, traveller, reach_m) for start_mm in at_mm])


def on_streets(streets, spots):
    return streets.attach(places_mm(spots)).node != NOWHERE


@SOME
@given(networks, st.lists(beside, min_size=1, max_size=6), travellers, st.sampled_from([0, 900, 20_000]))
def test_nothing_is_nearer_than_in_a_straight_line(streets, spots, traveller, reach_m):
    at_mm = places_mm(spots)
    straight_m = np.hypot(*(at_mm[:, np.newaxis] - at_mm).transpose(2, 0, 1)) / 1000
    walked_m = table(streets, spots, traveller, reach_m)
    assert (walked_m >= streets.fewest * straight_m - 0.5).all()
    assert (table(STRAIGHT_LINES, spots, traveller) >= STRAIGHT_LINES.fewest * straight_m - 0.5).all()


@SOME
@given(networks, st.lists(beside, min_size=1, max_size=6), travellers)
def test_there_is_as_far_as_back(streets, spots, traveller):
    walked_m = table(streets, spots, traveller)
    assert (walked_m == walked_m.T).all()
    assert (np.diag(walked_m) == 0).all()


@SOME
@given(networks, st.lists(beside, min_size=3, max_size=5), travellers)
def test_going_by_a_third_place_is_never_shorter(streets, spots, traveller):
    """Among places on the streets; an estimate beside a measured way may say otherwise, rounding a metre."""
    spots = [spot for spot, here in zip(spots, on_streets(streets, spots), strict=True) if here]
    walked_m = table(streets, spots, traveller)
    reached = walked_m < FARTHEST_LOOKED_M
    for by in range(len(spots)):
        through = walked_m[:, [by]] + walked_m[[by], :]
        usable = reached[:, [by]] & reached[[by], :]
        assert (walked_m <= through + 1)[usable].all()


@SOME
@given(drawn_ways(), st.integers(0, 4_000_000), st.booleans(), st.data())
def test_the_shortest_ways_are_those_of_networkx(ways, limit_mm, with_steps, data):
    streets = StreetNetwork.prepare(ways)
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(streets)))
    for here in range(len(streets)):
        for piece in range(streets.first[here], streets.first[here + 1]):
            there, length = int(streets.to[piece]), int(streets.length_mm[piece])
            if with_steps or not streets.steps[piece]:
                known = graph.get_edge_data(here, there, {"weight": length})["weight"]
                graph.add_edge(here, there, weight=min(length, known))
    start = data.draw(st.integers(0, len(streets) - 1))
    used = np.ones(len(streets.to), bool) if with_steps else ~streets.steps
    pieces = pieces_between(streets.first, streets.to, streets.length_mm, used)
    found = shortest_mm(pieces, start, limit_mm)
    reached = {int(point): int(found[point]) for point in np.flatnonzero(found != NOT_REACHED)}
    assert reached == networkx.single_source_dijkstra_path_length(graph, start, cutoff=limit_mm)


@SOME
@given(networks, st.lists(beside, min_size=1, max_size=5))
def test_what_is_on_no_street_is_estimated(streets, spots):
    at_mm, off = places_mm(spots), ~on_streets(streets, spots)
    walked_m = table(streets, spots, ON_FOOT)
    for start in np.flatnonzero(off):
        assert (walked_m[start] == estimated_m(at_mm[start], at_mm)).all()


class Walker:
    def __init__(self, at_m, traveller):
        self.x_m, self.y_m = at_m
        self.traveller, self.mobility = traveller, traveller.mobility


@SOME
@given(networks, st.lists(st.tuples(beside, travellers), max_size=6), st.lists(beside, max_size=6))
def test_the_box_around_somebody_misses_no_place_within_reach_over_streets(streets, starts, ends):
    people = [Walker(*start) for start in starts]
    goals_mm = places_mm(ends)
    found = within_reach(people, goals_mm, streets)
    places = Destinations(streets, goals_mm)
    every = {
        (number, goal): metres
        for number, person in enumerate(people)
        for goal, metres in enumerate(
            places.from_start(places_mm([(person.x_m, person.y_m)])[0], person.traveller).tolist()
        )
        if metres <= PROFILES[person.mobility].far_m
    }
    assert {(person, goal): metres for person, goal, metres in np.stack(found).T.tolist()} == every
    assert len(found.person) == len(every)
