"""How two things are connected, told as one Dutch sentence (question 5 of domain.md 2.15)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise

import networkx as nx

from socialmap.graph import phrases
from socialmap.graph.projection import Node
from socialmap.model.language import told

ALTERNATIVES = 3
_EXTRA_WEIGHT = 2
"""A detour this much longer than the best path is still worth telling."""
_CANDIDATES = 25
"""So many paths are compared; enough to order the ties of a small town in a fixed way."""


class NoPath(StrEnum):
    """Why there is nothing to tell."""

    UNKNOWN = "onbekend"
    SAME = "hetzelfde"
    APART = "los"


@dataclass(frozen=True, slots=True)
class ExplainedPath:
    """The nodes from start to goal, and the sentence that tells how they are connected."""

    nodes: tuple[Node, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class PathAnswer:
    """At most three paths that are told differently, shortest first, and the first one's sentence.

    Without a path ``reason`` says why, and ``sentence`` says so in Dutch.
    """

    paths: tuple[ExplainedPath, ...]
    reason: NoPath | None
    sentence: str


_REASONS = {
    NoPath.UNKNOWN: phrases.NOT_IN_NETWORK,
    NoPath.SAME: phrases.SAME_THING,
    NoPath.APART: phrases.NO_CONNECTION,
}


def explain_path(graph: nx.Graph, start: Node, goal: Node) -> PathAnswer:
    """How two nodes of a graph of ``build_graph`` are connected; equal paths come in a fixed order."""
    if start not in graph or goal not in graph:
        return _nothing(NoPath.UNKNOWN)
    if start == goal:
        return _nothing(NoPath.SAME)
    if not nx.has_path(graph, start, goal):
        return _nothing(NoPath.APART)
    told: dict[str, ExplainedPath] = {}
    for nodes in _best(graph, start, goal):
        sentence = _told(graph, nodes)
        told.setdefault(sentence, ExplainedPath(nodes, sentence))
    found = tuple(told.values())[:ALTERNATIVES]
    return PathAnswer(found, None, found[0].sentence)


def _nothing(reason: NoPath) -> PathAnswer:
    return PathAnswer((), reason, _REASONS[reason])


def _best(graph: nx.Graph, start: Node, goal: Node) -> list[tuple[Node, ...]]:
    """The shortest paths in a fixed order, those that are not much longer than the best."""
    found: list[tuple[float, int, tuple[Node, ...]]] = []
    for nodes in islice(nx.shortest_simple_paths(graph, start, goal, weight="weight"), _CANDIDATES):
        weight = nx.path_weight(graph, nodes, "weight")
        if found and weight > found[0][0] + _EXTRA_WEIGHT:
            break
        found.append((weight, len(nodes), tuple(nodes)))
    return [nodes for _, _, nodes in sorted(found)]


def _told(graph: nx.Graph, nodes: tuple[Node, ...]) -> str:
    return phrases.sentence([_clause(graph, nodes[0], *step) for step in pairwise(nodes)])


def _clause(graph: nx.Graph, start: Node, here: Node, there: Node) -> str:
    """One step; the node we come from was named before, unless it is the start."""
    edge = graph.edges[here, there]
    first_name = told(phrases.AT_START.get(here[0], graph.nodes[here]["label"]))
    names = {
        here: first_name if here == start else told(phrases.AGAIN[here[0]]),
        there: graph.nodes[there]["label"],
    }
    tail = edge["tail"]
    head = there if tail == here else here
    skill = graph.nodes[head].get("skill", "")
    clause = phrases.clause_for(edge["relation"], tail[0])
    return clause.format(tail=names[tail], head=names[head], skill=skill)
