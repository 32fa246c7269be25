"""Islands, hinges and introductions of random small towns agree with plain definitions."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.graph.connections import fragmentation, islands, link_graph
from socialmap.graph.hinges import bridges, hinges
from socialmap.graph.introductions import to_introduce
from socialmap.graph.picture import neighbourhood_picture
from socialmap.model.provision import Initiative, Organisation, OrganisationKind
from socialmap.model.values import InitiativeId, OrganisationId, ThemeId
from socialmap.ontology.thesaurus import load_vocabulary

WORDS = load_vocabulary()
THEMES = [ThemeId(theme) for theme in ("samen-eten", "ontmoeten", "eenzaamheid", "digitaal", "leren")]
ORGANISATIONS = [
    Organisation(id=OrganisationId(f"O-{number}"), name=f"Organisatie {number}", sort=OrganisationKind.FAITH)
    for number in range(5)
]


@st.composite
def towns(draw: st.DrawFn) -> tuple[list[Any], dict[InitiativeId, tuple[float, float]]]:
    initiatives, places = [], {}
    for number in range(draw(st.integers(0, 9))):
        initiative = Initiative(
            id=InitiativeId(f"I-{number}"),
            name=f"Initiatief {number}",
            themes=tuple(draw(st.lists(st.sampled_from(THEMES), min_size=1, max_size=2, unique=True))),
            contact="via de wijk",
            no_fixed_place=True,
            run_by=tuple(
                each.id for each in draw(st.lists(st.sampled_from(ORGANISATIONS), max_size=2, unique=True))
            ),
        )
        initiatives.append(initiative)
        if draw(st.booleans()):
            places[initiative.id] = (draw(st.integers(-9, 9)) * 100.0, draw(st.integers(-9, 9)) * 100.0)
    return [*ORGANISATIONS, *initiatives], places


def _without(graph: nx.Graph, node: Any) -> nx.Graph:
    return graph.subgraph(set(graph) - {node})


@given(town=towns(), data=st.data())
@settings(deadline=None, max_examples=60)
def test_adding_a_link_never_makes_more_islands(town: Any, data: st.DataObject) -> None:
    graph = link_graph(town[0], WORDS, town[1])
    before = len(islands(graph))
    first, second = data.draw(st.lists(st.sampled_from(sorted(graph)), min_size=2, max_size=2, unique=True))
    graph.add_edge(first, second, relation="knows", tail=first, weight=1)
    assert len(islands(graph)) <= before


@given(town=towns(), data=st.data())
@settings(deadline=None, max_examples=60)
def test_the_new_link_joins_the_two_largest_islands(town: Any, data: st.DataObject) -> None:
    found = fragmentation(link_graph(town[0], WORDS, town[1]), WORDS)
    shuffled = data.draw(st.permutations(town[0]))
    assert fragmentation(link_graph(shuffled, WORDS, town[1]), WORDS) == found
    link = found.new_link
    assert (link is None) == (len(found.islands) < 2)
    if link is None:
        return
    of = {each: island.initiatives for island in found.islands for each in island.initiatives}
    assert of[link.first] != of[link.second]
    product = len(of[link.first]) * len(of[link.second])
    pairs = combinations(found.islands, 2)
    assert product == max(len(one.initiatives) * len(other.initiatives) for one, other in pairs)
    themes = {each.id: set(each.themes) for each in town[0] if isinstance(each, Initiative)}
    common = [
        (a, b)
        for a, b in combinations(sorted(of), 2)
        if of[a] != of[b] and len(of[a]) * len(of[b]) == product and themes[a] & themes[b]
    ]
    assert (link.theme is not None) == bool(common)
    placed = [math.dist(town[1][a], town[1][b]) for a, b in common if a in town[1] and b in town[1]]
    if placed:
        assert link.distance_m == math.floor(min(placed) + 0.5)


@given(town=towns())
@settings(deadline=None, max_examples=60)
def test_hinges_and_bridges_are_those_that_keep_initiatives_together(town: Any) -> None:
    graph = link_graph(town[0], WORDS, town[1])
    told = {hinge.node: hinge for hinge in hinges(graph, most=100)}
    for node in graph:
        others = len(islands(graph)) - (node[0] == "initiative" and not graph[node])
        assert (node in told) == (len(islands(_without(graph, node))) > others)
    crossing = {bridge.ends: bridge for bridge in bridges(graph, most=100)}
    for first, second in graph.edges:
        cut = nx.Graph(graph)
        cut.remove_edge(first, second)
        ends = (min(first, second), max(first, second))
        assert (ends in crossing) == (len(islands(cut)) > len(islands(graph)))


@given(town=towns())
@settings(deadline=None, max_examples=200)
def test_pairs_to_introduce_are_near_alike_and_without_a_common_neighbour(town: Any) -> None:
    graph = link_graph(town[0], WORDS, town[1])
    themes = {each.id: each.themes for each in town[0] if isinstance(each, Initiative)}
    expected = {
        (one, other)
        for one, other in combinations(sorted(town[1]), 2)
        if math.dist(town[1][one], town[1][other]) <= 500
        and max(WORDS.similarity(a, b) for a in themes[one] for b in themes[other]) >= 0.6
        and not set(nx.common_neighbors(graph, ("initiative", one), ("initiative", other)))
    }
    found = to_introduce(graph, WORDS)
    assert [(pair.first, pair.second) for pair in found] == sorted(
        expected, key=lambda pair: (math.dist(town[1][pair[0]], town[1][pair[1]]), pair)
    )


@given(town=towns(), data=st.data())
@settings(deadline=None, max_examples=60)
def test_a_picture_is_a_small_tree(town: Any, data: st.DataObject) -> None:
    graph = link_graph(town[0], WORDS, town[1])
    middle = data.draw(st.sampled_from(sorted(graph)))
    picture = neighbourhood_picture(graph, middle, steps=data.draw(st.integers(1, 2)), most=6)
    assert len(picture.nodes) <= 6
    assert len(picture.edges) == len(picture.nodes) - 1
    assert not picture.edges or nx.is_tree(nx.Graph([(edge.tail, edge.head) for edge in picture.edges]))
    assert len({(node.x, node.y) for node in picture.nodes}) == len(picture.nodes)
