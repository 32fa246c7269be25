"""Who does something alike, nearby, without knowing each other; and who of us knows something (O5)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import networkx as nx

from socialmap.graph.connections import INITIATIVE
from socialmap.graph.projection import Node
from socialmap.model import wording_connections as wording
from socialmap.model.rounding import round_whole
from socialmap.model.together import Introduction
from socialmap.model.values import InitiativeId, ProfessionalId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.work import Acquaintance, Professional

ALIKE = 0.6
"""From this similarity of themes two initiatives do something alike (domain.md 4.K)."""
NEAR_M = 500
"""So far apart in a straight line, at most."""
RECENT_DAYS = 365
"""Whoever had contact within twelve months knows a group (004-44)."""

_NEAR_MM = 1000 * NEAR_M


@dataclass(frozen=True, slots=True, kw_only=True)
class ToIntroduce:
    """Two initiatives that may not know each other, in the order of their names; ``theme`` is the first's."""

    first: InitiativeId
    second: InitiativeId
    distance_m: int
    theme: ThemeId
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Knows:
    """A colleague who knows something, and the last contact."""

    professional: ProfessionalId
    name: str
    last_contact: date
    sentence: str


def to_introduce(
    graph: nx.Graph, vocabulary: Vocabulary, answered: Iterable[Introduction] = ()
) -> tuple[ToIntroduce, ...]:
    """The pairs of a link graph to introduce, nearest first, then by id.

    Both are active, themes are alike from 0.6, at most 500 m lie between them, and nothing connects them:
    no link and no common neighbour. A pair about which somebody answered, whatever the answer, stays away.
    """
    hidden = {frozenset(each.initiative_ids) for each in answered}
    found = []
    for square_mm, one, other in _near_and_alike(graph, vocabulary):
        if frozenset((one[1], other[1])) in hidden or graph.has_edge(one, other):
            continue
        if graph[one].keys().isdisjoint(graph[other].keys()):
            found.append((square_mm, one, other))
    return tuple(_pair(graph, vocabulary, *line) for line in sorted(found))


def who_knows(
    acquaintances: Iterable[Acquaintance],
    colleagues: Mapping[ProfessionalId, Professional],
    thing: Node,
    today: date,
) -> tuple[Knows, ...]:
    """The colleagues who know an initiative, network or organisation, the last contact first, then by name.

    Only contact of the past twelve months counts; of several contacts the last one.
    """
    last: dict[ProfessionalId, date] = {}
    for each in acquaintances:
        if _known(each) == thing and today - timedelta(days=RECENT_DAYS) <= each.last_contact <= today:
            before = last.get(each.professional_id, each.last_contact)
            last[each.professional_id] = max(before, each.last_contact)
    found = [
        Knows(
            professional=professional,
            name=colleagues[professional].name,
            last_contact=on,
            sentence=wording.knows(colleagues[professional].name, thing[0], on),
        )
        for professional, on in last.items()
        if professional in colleagues
    ]
    return tuple(
        sorted(found, key=lambda each: (-each.last_contact.toordinal(), each.name, each.professional))
    )


def _near_and_alike(graph: nx.Graph, vocabulary: Vocabulary) -> Iterator[tuple[int, Node, Node]]:
    """Pairs within reach, once each, the lower id first; found per theme and per square of 500 m.

    With the squared distance in whole millimetres, so that no noise decides at 500 m.

    From 0.6 on two themes are the same, or one is the life area of the other.
    """
    with_theme: dict[tuple[ThemeId, int, int], list[Node]] = defaultdict(list)
    in_life_area: dict[tuple[ThemeId, int, int], list[Node]] = defaultdict(list)
    spots = {
        node: (round(1000 * facts["place"][0]), round(1000 * facts["place"][1]))
        for node, facts in graph.nodes(data=True)
        if node[0] == INITIATIVE and facts["active"] and facts["place"] is not None
    }
    themes = {node: set(graph.nodes[node]["themes"]) for node in spots}
    areas = {node: {vocabulary.top_of(theme) for theme in themes[node]} for node in spots}
    for node, spot in spots.items():
        for theme in themes[node]:
            with_theme[theme, *_square(spot)].append(node)
        for area in areas[node]:
            in_life_area[area, *_square(spot)].append(node)
    for node, (x_mm, y_mm) in spots.items():
        near = tuple(_squares_around(_square((x_mm, y_mm))))
        alike = {
            other
            for theme in themes[node] | areas[node]
            for at in near
            for other in with_theme.get((theme, *at), ())
        }
        alike |= {
            other for theme in themes[node] for at in near for other in in_life_area.get((theme, *at), ())
        }
        for other in alike:
            square_mm = (x_mm - spots[other][0]) ** 2 + (y_mm - spots[other][1]) ** 2
            if node < other and square_mm <= _NEAR_MM * _NEAR_MM:
                yield square_mm, node, other


def _squares_around(square: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            yield square[0] + dx, square[1] + dy


def _square(spot_mm: tuple[int, int]) -> tuple[int, int]:
    return spot_mm[0] // _NEAR_MM, spot_mm[1] // _NEAR_MM


def _pair(graph: nx.Graph, vocabulary: Vocabulary, square_mm: int, one: Node, other: Node) -> ToIntroduce:
    first, second = sorted((one, other), key=lambda node: (graph.nodes[node]["label"], node))
    mine, theirs = graph.nodes[first]["themes"], graph.nodes[second]["themes"]
    theme = max(mine, key=lambda theme: max(vocabulary.similarity(theme, each) for each in theirs))
    distance = round_whole(math.sqrt(square_mm) / 1000)
    return ToIntroduce(
        first=InitiativeId(first[1]),
        second=InitiativeId(second[1]),
        distance_m=distance,
        theme=theme,
        sentence=wording.introduce(graph.nodes[first]["label"], graph.nodes[second]["label"], distance),
    )


def _known(acquaintance: Acquaintance) -> Node | None:
    for kind, known_id in (
        ("initiative", acquaintance.initiative_id),
        ("network", acquaintance.network_id),
        ("organisation", acquaintance.organisation_id),
    ):
        if known_id is not None:
            return kind, known_id
    return None
