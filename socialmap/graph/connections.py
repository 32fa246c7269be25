"""Islands in the network of initiatives, and the one new link that would connect most (domain.md 4.K)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from socialmap.graph.projection import THEME, build_graph, may_be_asked
from socialmap.model import wording_connections as wording
from socialmap.model.people import Talent, VolunteerRole, VolunteerRoleKind
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation, Room
from socialmap.model.rounding import round_whole
from socialmap.model.together import Introduction
from socialmap.model.values import InitiativeId, TalentId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.work import Acquaintance, Leadership, Professional

LINKS = frozenset({"partnersWith", "takesPlaceAt", "leads", "runBy", "knows"})
"""The relations by which initiatives hang together."""
INITIATIVE = "initiative"
Places = Mapping[InitiativeId, tuple[float, float]]
"""Where initiatives are, in RD New metres; those without a place are not in it."""

_NODES = (Initiative, Organisation, Facility, Room, Talent, Professional)
_EDGES = (Acquaintance, Introduction)
_RUNNING = frozenset({OfferStatus.ACTIVE, OfferStatus.PAUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Island:
    """Initiatives that hang together, by id, with how many other things hang in it."""

    initiatives: tuple[InitiativeId, ...]
    others: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """Two initiatives of two islands; ``joined`` is how many initiatives would then hang together.

    ``theme`` is one that both are about, or ``None``; ``distance_m`` is straight, ``None`` without a place.
    """

    first: InitiativeId
    second: InitiativeId
    joined: int
    theme: ThemeId | None
    distance_m: int | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragmentation:
    """The islands, largest first, and the link that would connect most; ``None`` with fewer than two."""

    islands: tuple[Island, ...]
    new_link: NewLink | None
    sentence: str


def link_graph(
    entities: Iterable[Any], vocabulary: Vocabulary, places: Places, *, today: date | None = None
) -> nx.Graph:
    """The network in which islands are looked for: a part of :func:`build_graph`.

    Nodes: initiatives that run or pause, organisations, places, rooms, professionals, and the residents who
    lead something, one node each however many talents they have (the node of their first talent). Nodes of
    initiatives also have ``themes``, ``active`` and ``place`` (RD New metres, or ``None``).
    """
    known = tuple(entities)
    nodes = [
        entity
        for entity in known
        if isinstance(entity, _NODES)
        and not (isinstance(entity, Initiative) and entity.status not in _RUNNING)
    ]
    ties = [entity for entity in known if isinstance(entity, _EDGES)]
    graph = build_graph(
        [*nodes, *ties, *_leaderships(known, today)], vocabulary, today=today, relations=LINKS
    )
    graph.remove_nodes_from([node for node in graph if node[0] == THEME])
    graph.remove_nodes_from([node for node in graph if node[0] == Talent.kind and not graph[node]])
    for entity in nodes:
        if isinstance(entity, Initiative):
            graph.nodes[INITIATIVE, entity.id].update(
                themes=entity.themes,
                active=entity.status is OfferStatus.ACTIVE,
                place=places.get(entity.id),
            )
    return graph


def islands(graph: nx.Graph) -> tuple[Island, ...]:
    """The parts of a link graph that have an initiative; most initiatives first, then by the first id."""
    found = []
    for part in nx.connected_components(graph):
        inside = sorted(node for node in part if node[0] == INITIATIVE)
        if inside:
            names = [graph.nodes[node]["label"] for node in inside]
            found.append(
                Island(
                    initiatives=tuple(InitiativeId(node[1]) for node in inside),
                    others=len(part) - len(inside),
                    sentence=wording.island(names),
                )
            )
    return tuple(sorted(found, key=lambda island: (-len(island.initiatives), island.initiatives)))


def fragmentation(graph: nx.Graph, vocabulary: Vocabulary) -> Fragmentation:
    """The islands of a link graph, and the single new link that would connect most."""
    found = islands(graph)
    return Fragmentation(
        islands=found,
        new_link=best_new_link(graph, found, vocabulary),
        sentence=wording.islands([len(island.initiatives) for island in found]),
    )


def best_new_link(graph: nx.Graph, found: tuple[Island, ...], vocabulary: Vocabulary) -> NewLink | None:
    """The link between two islands with the largest product of initiatives; ``None`` with fewer than two.

    Among equals: a pair with a theme in common, then the nearest pair, then a pair without a known place;
    then the ids decide.
    """
    if len(found) < 2:
        return None
    largest, second = len(found[0].initiatives), len(found[1].initiatives)
    size_to_join = [island for island in found if len(island.initiatives) in {largest, second}]
    tied = largest == second
    ends = [
        _End(InitiativeId(each), number, graph.nodes[INITIATIVE, each])
        for number, island in enumerate(size_to_join)
        for each in island.initiatives
    ]
    by_theme: dict[ThemeId, list[_End]] = defaultdict(list)
    for end in ends:
        for theme in sorted(set(end.themes)):
            by_theme[theme].append(end)
    candidates = [_best_pair(group, theme, tied=tied) for theme, group in sorted(by_theme.items())]
    best = min((pair for pair in candidates if pair is not None), key=_pair_order, default=None)
    best = best or _best_pair(ends, None, tied=tied)
    return None if best is None else _told(best, largest + second, graph, vocabulary)


@dataclass(frozen=True, slots=True)
class _End:
    """An initiative that may be one end of the new link, with the number of its island."""

    id: InitiativeId
    island: int
    node: Mapping[str, Any]

    @property
    def themes(self) -> tuple[ThemeId, ...]:
        return tuple(self.node["themes"])

    @property
    def place_mm(self) -> tuple[int, int] | None:
        place = self.node["place"]
        return None if place is None else (round(1000 * place[0]), round(1000 * place[1]))


@dataclass(frozen=True, slots=True)
class _Pair:
    first: InitiativeId
    second: InitiativeId
    theme: ThemeId | None
    square_mm: int | None


def _best_pair(ends: list[_End], theme: ThemeId | None, *, tied: bool) -> _Pair | None:
    """The nearest pair in two islands; the first by id when none of those has a place.

    Unless the largest islands are ``tied``, one end lies in the largest island, number 0.
    """
    placed = [end for end in ends if end.place_mm is not None]
    return _nearest(placed, theme, tied=tied) or _first(ends, theme, tied=tied)


def _nearest(placed: list[_End], theme: ThemeId | None, *, tied: bool) -> _Pair | None:
    placed = sorted(placed, key=lambda end: end.id)
    in_largest = [end for end in placed if end.island == 0]
    elsewhere = [end for end in placed if end.island != 0]
    # The shorter side is walked through, the longer one is computed in one go.
    one_by_one, at_once = (placed, placed) if tied else sorted((in_largest, elsewhere), key=len)
    if not one_by_one or not at_once:
        return None
    spots = np.array([end.place_mm for end in at_once], dtype=np.int64)
    numbers = np.array([end.island for end in at_once])
    best: _Pair | None = None
    for end in one_by_one:
        squares = _squares(spots, end)
        squares[numbers == end.island] = np.iinfo(np.int64).max
        nearest = int(np.argmin(squares))
        if numbers[nearest] != end.island:
            first, second = sorted((end.id, at_once[nearest].id))
            pair = _Pair(first, second, theme, int(squares[nearest]))
            best = pair if best is None else min(best, pair, key=_pair_order)
    return best


def _squares(spots: NDArray[np.int64], end: _End) -> NDArray[np.int64]:
    away = spots - np.array(end.place_mm, dtype=np.int64)
    return np.asarray((away * away).sum(axis=1), dtype=np.int64)


def _first(ends: list[_End], theme: ThemeId | None, *, tied: bool) -> _Pair | None:
    in_order = sorted(ends, key=lambda end: end.id)
    for end in in_order:
        for other in in_order:
            if end.island != other.island and (tied or 0 in {end.island, other.island}):
                return _Pair(end.id, other.id, theme, None)
    return None


def _pair_order(pair: _Pair) -> tuple[bool, int, str, str, str]:
    return pair.square_mm is None, pair.square_mm or 0, pair.first, pair.second, pair.theme or ""


def _told(pair: _Pair, joined: int, graph: nx.Graph, vocabulary: Vocabulary) -> NewLink:
    first, second = (graph.nodes[INITIATIVE, each]["label"] for each in (pair.first, pair.second))
    shared = None if pair.theme is None else vocabulary.themes.get(pair.theme)
    return NewLink(
        first=pair.first,
        second=pair.second,
        joined=joined,
        theme=pair.theme,
        distance_m=None if pair.square_mm is None else round_whole(pair.square_mm**0.5 / 1000),
        sentence=wording.new_link(first, second, joined, shared.called if shared else ""),
    )


def _leaderships(known: Iterable[Any], today: date | None) -> Iterator[Leadership]:
    """Who leads what, also by a filled role of *trekker*; a resident always by the same talent."""
    entities = tuple(known)
    talents = sorted((each for each in entities if isinstance(each, Talent)), key=lambda each: each.id)
    first: dict[str, TalentId] = {}
    node_of: dict[TalentId, TalentId] = {}
    for talent in talents:
        if may_be_asked(talent, today):
            node_of[talent.id] = first.setdefault(talent.resident_id or f"talent {talent.id}", talent.id)
    for entity in entities:
        if isinstance(entity, VolunteerRole) and entity.role is VolunteerRoleKind.LEAD and entity.filled:
            lead = Leadership(
                id=f"role {entity.id}",
                initiative_id=entity.initiative_id,
                talent_id=entity.talent_id,
                professional_id=entity.professional_id,
            )
        elif isinstance(entity, Leadership):
            lead = entity
        else:
            continue
        yield lead if lead.talent_id is None else replace(lead, talent_id=node_of.get(lead.talent_id))
