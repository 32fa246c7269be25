"""A small drawn piece of the network: one thing in the middle, what it is connected to around it.

It is drawn as a tree, so that no lines cross it all and every line can have its word: links between the
things around are told as a number. The sentences say the same as the picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from socialmap.graph import phrases
from socialmap.graph.projection import Node
from socialmap.model import wording_connections as wording

MOST_NODES = 20
_WIDEST = 2 * math.pi / 3
"""What hangs on one thing fans out no wider than this, so that its lines stay clear of the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnNode:
    """x and y from -1 to 1, the middle is 0; ``steps`` from the thing in the middle."""

    node: Node
    label: str
    kind: str
    x: float
    y: float
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEdge:
    """A line from the subject of a relation to its object, with a few words such as "is in"."""

    tail: Node
    head: Node
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is drawn, one sentence per line, and how many links of what is drawn or near were left out."""

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    left_out: int
    sentences: tuple[str, ...]


def neighbourhood_picture(
    graph: nx.Graph, middle: Node, *, steps: int = 1, most: int = MOST_NODES
) -> Drawing:
    """The things at most ``steps`` (1 or 2) links away from ``middle``, at most ``most`` of them.

    Nearest first; within one distance by kind, label and id, each below what it hangs on. Empty when the
    thing is not in the graph.
    """
    if middle not in graph:
        return Drawing(nodes=(), edges=(), left_out=0, sentences=(phrases.NOT_IN_NETWORK,))
    hangs_on = _tree(graph, middle, steps, most)
    rings = _rings(middle, hangs_on)
    spots = _layout(middle, hangs_on)
    lines = [(here, there) for there, here in hangs_on.items()]
    left_out = len({frozenset(edge) for edge in _all_links(graph, rings, steps)}) - len(lines)
    sentences = [_sentence(graph, *line) for line in lines] or [wording.STANDS_ALONE]
    return Drawing(
        nodes=tuple(
            DrawnNode(
                node=node,
                label=graph.nodes[node]["label"],
                kind=graph.nodes[node]["kind"],
                x=spots[node][0],
                y=spots[node][1],
                steps=number,
            )
            for number, ring in enumerate(rings)
            for node in ring
        ),
        edges=tuple(_drawn_edge(graph, *line) for line in lines),
        left_out=left_out,
        sentences=(*sentences, *([wording.not_drawn(left_out)] if left_out else ())),
    )


def _tree(graph: nx.Graph, middle: Node, steps: int, most: int) -> dict[Node, Node]:
    """Every drawn node with the node it hangs on; the middle itself is not in it."""
    hangs_on: dict[Node, Node] = {}
    ring = [middle]
    for _ in range(steps):
        following = []
        for here in ring:
            for there in sorted(graph[here], key=lambda node: (node[0], graph.nodes[node]["label"], node)):
                if there != middle and there not in hangs_on and len(hangs_on) < most - 1:
                    hangs_on[there] = here
                    following.append(there)
        ring = following
    return hangs_on


def _rings(middle: Node, hangs_on: Mapping[Node, Node]) -> list[list[Node]]:
    """The middle, what hangs on it, and what hangs on that; in the order in which they were found."""
    first = [node for node, above in hangs_on.items() if above == middle]
    second = [node for node, above in hangs_on.items() if above != middle]
    return [ring for ring in ([middle], first, second) if ring]


def _layout(middle: Node, hangs_on: Mapping[Node, Node]) -> dict[Node, tuple[float, float]]:
    """A tree in rings, clockwise from the top; each branch as wide as what hangs on it, so no lines cross."""
    branches: dict[Node, list[Node]] = {node: [] for node, above in hangs_on.items() if above == middle}
    for node, above in hangs_on.items():
        if above in branches:
            branches[above].append(node)
    radius = 0.5 if len(hangs_on) > len(branches) else 1.0
    unit = 2 * math.pi / max(sum(max(len(leaves), 1) for leaves in branches.values()), 1)
    spots = {middle: (0.0, 0.0)}
    begin = 0.0
    for node, leaves in branches.items():
        width = unit * max(len(leaves), 1)
        direction = begin + width / 2
        spots[node] = _spot(radius, direction)
        fan = min(width, _WIDEST)
        for place, leaf in enumerate(leaves):
            spots[leaf] = _spot(1.0, direction - fan / 2 + fan * (place + 0.5) / len(leaves))
        begin += width
    return spots


def _spot(radius: float, clockwise: float) -> tuple[float, float]:
    return round(radius * math.sin(clockwise), 3) + 0.0, round(radius * math.cos(clockwise), 3) + 0.0


def _all_links(graph: nx.Graph, rings: list[list[Node]], steps: int) -> Iterator[tuple[Node, Node]]:
    """The links that a picture without limits would have: those of everything closer than ``steps``."""
    drawn = {node for ring in rings for node in ring}
    for number, ring in enumerate(rings):
        for node in ring:
            for other in graph[node]:
                if number < steps or other in drawn:
                    yield node, other


def _drawn_edge(graph: nx.Graph, here: Node, there: Node) -> DrawnEdge:
    edge = graph.edges[here, there]
    tail = edge["tail"]
    head = there if tail == here else here
    words = phrases.clause_for(edge["relation"], tail[0]).format(tail="", head="", skill="")
    return DrawnEdge(tail=tail, head=head, label=words.strip().rstrip(":"))


def _sentence(graph: nx.Graph, here: Node, there: Node) -> str:
    edge = graph.edges[here, there]
    tail = edge["tail"]
    head = there if tail == here else here
    clause = phrases.clause_for(edge["relation"], tail[0])
    facts = graph.nodes[head]
    return phrases.sentence(
        [clause.format(tail=graph.nodes[tail]["label"], head=facts["label"], skill=facts.get("skill", ""))]
    )
