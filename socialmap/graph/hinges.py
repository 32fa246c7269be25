"""What alone holds parts of the network together: single things (hinges) and single links (bridges).

It is about what initiatives hang on, told as a sentence; nothing here weighs a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest

import networkx as nx

from socialmap.graph.connections import INITIATIVE
from socialmap.graph.projection import Node
from socialmap.model import wording_connections as wording
from socialmap.model.values import InitiativeId

MOST = 10
"""So many are told: the rest cut off fewer initiatives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinge:
    """A node without which ``apart`` would hang loose from the rest of their island."""

    node: Node
    apart: tuple[InitiativeId, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """A link without which ``apart`` would hang loose from the rest of their island."""

    ends: tuple[Node, Node]
    apart: tuple[InitiativeId, ...]
    sentence: str


def hinges(graph: nx.Graph, *, most: int = MOST) -> tuple[Hinge, ...]:
    """The articulation points that keep initiatives apart from each other, most cut off first, then by node.

    The rest is the part with most initiatives (among equals the part with the first id); all others are
    ``apart``. A hinge that is an initiative itself counts for neither.
    """
    found: list[tuple[int, Node, _Walk, list[Node]]] = []
    for walk in _walks(graph):
        for node, below in walk.cut_off_without().items():
            counts = [walk.initiatives[child] for child in below]
            counts.append(walk.total - sum(counts) - (node[0] == INITIATIVE))
            if sum(count > 0 for count in counts) > 1:
                found.append((sum(counts) - max(counts), node, walk, below))
    first = nsmallest(most, found, key=lambda line: (-line[0], line[1]))
    return tuple(_hinge(graph, node, walk, below) for _, node, walk, below in first)


def bridges(graph: nx.Graph, *, most: int = MOST) -> tuple[Bridge, ...]:
    """The single links with initiatives on both sides; most cut off first, then by its ends."""
    found: list[tuple[int, tuple[Node, Node], _Walk, Node]] = []
    for walk in _walks(graph):
        for above, below in walk.bridges():
            count = walk.initiatives[below]
            if 0 < count < walk.total:
                ends = (min(above, below), max(above, below))
                found.append((min(count, walk.total - count), ends, walk, below))
    first = nsmallest(most, found, key=lambda line: (-line[0], line[1]))
    return tuple(_bridge(graph, ends, walk, below) for _, ends, walk, below in first)


@dataclass(slots=True)
class _Walk:
    """A depth-first walk through one component (Tarjan 1972).

    ``low``: the earliest visited node that a node, or one under it, is linked to other than through its own
    parent. ``size`` and ``initiatives``: how many nodes and initiatives the node and those under it are; in
    ``visited`` they stand together, from the node on.
    """

    visited: list[Node] = field(default_factory=list)
    place: dict[Node, int] = field(default_factory=dict)
    parent: dict[Node, Node] = field(default_factory=dict)
    low: dict[Node, int] = field(default_factory=dict)
    size: dict[Node, int] = field(default_factory=dict)
    initiatives: dict[Node, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.initiatives[self.visited[0]]

    def bridges(self) -> Iterator[tuple[Node, Node]]:
        """The links without which the second node, and all under it, hang loose."""
        for node, parent in self.parent.items():
            if self.low[node] > self.place[parent]:
                yield parent, node

    def cut_off_without(self) -> dict[Node, list[Node]]:
        """Per node the nodes right under it that hang loose without it, each with all under it."""
        found: dict[Node, list[Node]] = defaultdict(list)
        for node, parent in self.parent.items():
            if self.low[node] >= self.place[parent]:
                found[parent].append(node)
        return found

    def under(self, node: Node) -> list[Node]:
        begin = self.place[node]
        return self.visited[begin : begin + self.size[node]]


def _walks(graph: nx.Graph) -> Iterator[_Walk]:
    seen: set[Node] = set()
    for start in sorted(graph):
        if start not in seen:
            walk = _walk(graph, start)
            seen.update(walk.visited)
            yield walk


def _walk(graph: nx.Graph, start: Node) -> _Walk:
    walk = _Walk()
    for parent, node, kind in nx.dfs_labeled_edges(graph, start):
        if kind == "forward":
            walk.place[node] = walk.low[node] = len(walk.visited)
            walk.visited.append(node)
            walk.size[node], walk.initiatives[node] = 1, int(node[0] == INITIATIVE)
            if parent != node:
                walk.parent[node] = parent
        elif kind == "nontree" and walk.parent.get(parent) != node:
            walk.low[parent] = min(walk.low[parent], walk.place[node])
    for node in reversed(walk.visited[1:]):
        above = walk.parent[node]
        walk.low[above] = min(walk.low[above], walk.low[node])
        walk.size[above] += walk.size[node]
        walk.initiatives[above] += walk.initiatives[node]
    return walk


def _hinge(graph: nx.Graph, hinge: Node, walk: _Walk, cut_off: list[Node]) -> Hinge:
    apart = _loose(walk, [walk.under(node) for node in cut_off], hinge)
    sentence = wording.hinge(graph.nodes[hinge]["label"], _names(graph, apart))
    return Hinge(node=hinge, apart=apart, sentence=sentence)


def _bridge(graph: nx.Graph, ends: tuple[Node, Node], walk: _Walk, below: Node) -> Bridge:
    apart = _loose(walk, [walk.under(below)])
    first, second = (graph.nodes[end]["label"] for end in ends)
    sentence = wording.bridge(first, second, _names(graph, apart))
    return Bridge(ends=ends, apart=apart, sentence=sentence)


def _loose(walk: _Walk, cut_off: list[list[Node]], hinge: Node | None = None) -> tuple[InitiativeId, ...]:
    """The initiatives outside the part with most of them; the parts are those cut off, and what is left."""
    left = set(walk.visited).difference({hinge}, *cut_off)
    parts = [sorted(node[1] for node in part if node[0] == INITIATIVE) for part in (*cut_off, left)]
    _, *others = sorted(parts, key=lambda part: (-len(part), part))
    return tuple(sorted(InitiativeId(each) for part in others for each in part))


def _names(graph: nx.Graph, initiatives: Iterable[InitiativeId]) -> list[str]:
    return [graph.nodes[INITIATIVE, each]["label"] for each in initiatives]
