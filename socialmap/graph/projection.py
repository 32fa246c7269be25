"""The networkx picture of entities and themes: things as nodes, relations as edges with their name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import networkx as nx

from socialmap.graph import phrases
from socialmap.model.area import District, Municipality, Neighbourhood
from socialmap.model.language import told
from socialmap.model.people import InformalNetwork, Need, Permission, Resident, Talent, VolunteerRole
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.model.together import Introduction, IntroductionOutcome
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.work import Acquaintance, Funding, Leadership, Professional, Team, TeamSupport

Node = tuple[str, str]
"""Kind and id, such as ``("initiative", "I-014")`` or ``("theme", "samen-eten")``."""
Edge = tuple[Node, str, Node]
"""Subject, relation of domain.md 2.2, object."""

THEME = "theme"
CONSENT_DAYS = 365
"""Consent of a talent lapses after twelve months (domain.md 2.1)."""
_LOOSE_RELATIONS = frozenset({"locatedIn", "broader", "related", "via", "worksIn"})
_LOOSE_WEIGHT = 2
_AREAS = ("neighbourhood", "district", "municipality")


def build_graph(
    entities: Iterable[Any],
    vocabulary: Vocabulary,
    *,
    today: date | None = None,
    relations: Collection[str] | None = None,
) -> nx.Graph:
    """The network of these entities; kinds that are not given are not in it.

    Nodes are :data:`Node` tuples with ``kind`` and ``label`` (persons only as a role). Edges carry
    ``relation``, ``tail`` (the node that is the subject) and ``weight``: 2 for what says little (being in
    the same area, themes that are alike, what an organisation says it works on), else 1. Left out are
    talents without consent, with ``today`` also those whose consent has lapsed, relations to things that
    were not given, and, with ``relations``, all others.
    """
    known = sorted(entities, key=lambda entity: (entity.kind, entity.id))
    known = [entity for entity in known if not isinstance(entity, Talent) or may_be_asked(entity, today)]
    graph = nx.Graph()
    _add_nodes(graph, known, vocabulary)
    areas = {node_id: (kind, node_id) for kind, node_id in graph if kind in _AREAS}
    for tail, relation, head in _all_edges(known, vocabulary):
        if relations is None or relation in relations:
            _connect(graph, tail, relation, areas.get(head[1], head) if head[0] in _AREAS else head)
    return graph


def _all_edges(known: list[Any], vocabulary: Vocabulary) -> Iterator[Edge]:
    for entity in known:
        yield from _EDGES.get(type(entity), _no_edges)(entity)
    for entity in known:
        if isinstance(entity, Talent):
            yield from _talent_edges(entity, vocabulary)
    yield from _theme_edges(vocabulary)


def _add_nodes(graph: nx.Graph, known: list[Any], vocabulary: Vocabulary) -> None:
    for theme in vocabulary.themes.values():
        graph.add_node((THEME, theme.id), kind=THEME, label=phrases.theme(theme.called))
    colleagues: dict[str | None, str] = {
        entity.id: entity.name for entity in known if isinstance(entity, Professional)
    }
    reached_via = {
        entity.resident_id: colleagues.get(entity.via, "") for entity in known if isinstance(entity, Talent)
    }
    for entity in known:
        node = (entity.kind, entity.id)
        if isinstance(entity, Talent):
            skill = _skill(entity, vocabulary)
            label = phrases.talent(skill, colleagues.get(entity.via, ""))
            graph.add_node(node, kind=entity.kind, label=label, skill=skill)
        elif isinstance(entity, Resident):
            graph.add_node(node, kind=entity.kind, label=phrases.resident(reached_via.get(entity.id, "")))
        elif isinstance(entity, Need):
            graph.add_node(node, kind=entity.kind, label=told(phrases.NEED))
        elif isinstance(entity, _NAMED):
            graph.add_node(node, kind=entity.kind, label=entity.name)


def _connect(graph: nx.Graph, tail: Node, relation: str, head: Node) -> None:
    """Add an edge between known nodes; of two relations between the same nodes the first one stays."""
    if tail != head and tail in graph and head in graph and not graph.has_edge(tail, head):
        graph.add_edge(tail, head, relation=relation, tail=tail, weight=_weight(tail, relation))


def _weight(tail: Node, relation: str) -> int:
    """What an organisation says it works on tells less than what an initiative does."""
    loose = relation in _LOOSE_RELATIONS or (relation, tail[0]) == ("addresses", "organisation")
    return _LOOSE_WEIGHT if loose else 1


def may_be_asked(talent: Talent, today: date | None) -> bool:
    """Did this person say yes, and is that yes, with ``today``, no older than twelve months?"""
    if talent.consent is not Permission.YES:
        return False
    if today is None or talent.consent_on is None:
        return True
    return today <= talent.consent_on + timedelta(days=CONSENT_DAYS)


def _skill(talent: Talent, vocabulary: Vocabulary) -> str:
    kind = vocabulary.talents.get(talent.talent)
    return kind.called if kind else talent.talent


def _theme_edges(vocabulary: Vocabulary) -> Iterator[Edge]:
    for theme in vocabulary.themes.values():
        if theme.group is not None:
            yield (THEME, theme.id), "broader", (THEME, theme.group)
    for one, other in sorted(tuple(sorted(pair)) for pair in vocabulary.related):
        yield (THEME, one), "related", (THEME, other)


def _talent_edges(talent: Talent, vocabulary: Vocabulary) -> Iterator[Edge]:
    node = ("talent", talent.id)
    kind = vocabulary.talents.get(talent.talent)
    # What somebody lived through takes the place of what the kind of talent helps with (domain.md 2.4).
    if talent.experience_with:
        yield from ((node, "experienceWith", (THEME, theme)) for theme in talent.experience_with)
    elif kind is not None:
        yield from ((node, "helpsWith", (THEME, theme)) for theme in kind.helps_with)
    if talent.resident_id is not None:
        yield ("resident", talent.resident_id), "offers", node
    if talent.via is not None:
        yield node, "via", ("professional", talent.via)
    if talent.area_id is not None:
        yield node, "locatedIn", ("neighbourhood", talent.area_id)


def _initiative_edges(initiative: Initiative) -> Iterator[Edge]:
    node = ("initiative", initiative.id)
    yield from ((node, "addresses", (THEME, theme)) for theme in initiative.themes)
    yield from ((node, "runBy", ("organisation", runner)) for runner in initiative.run_by)
    yield from ((node, "partnersWith", ("organisation", partner)) for partner in initiative.partners)
    if initiative.facility_id is not None:
        yield node, "takesPlaceAt", ("facility", initiative.facility_id)
    if initiative.room_id is not None:
        yield node, "takesPlaceAt", ("room", initiative.room_id)
    if initiative.area_id is not None:
        yield node, "locatedIn", ("neighbourhood", initiative.area_id)


def _organisation_edges(organisation: Organisation) -> Iterator[Edge]:
    node = ("organisation", organisation.id)
    yield from ((node, "addresses", (THEME, theme)) for theme in organisation.themes)
    yield from ((node, "partnersWith", ("organisation", partner)) for partner in organisation.partners)


def _facility_edges(facility: Facility) -> Iterator[Edge]:
    if facility.operator_id is not None:
        yield ("facility", facility.id), "operatedBy", ("organisation", facility.operator_id)


def _room_edges(room: Room) -> Iterator[Edge]:
    yield ("room", room.id), "containedInPlace", ("facility", room.facility_id)


def _need_edges(need: Need) -> Iterator[Edge]:
    node = ("need", need.id)
    yield ("resident", need.resident_id), "hasNeed", node
    yield node, "asksFor", (THEME, need.theme)
    yield from ((node, "alsoAsksFor", (THEME, theme)) for theme in need.side_themes)


def _professional_edges(professional: Professional) -> Iterator[Edge]:
    node = ("professional", professional.id)
    yield from ((node, "worksFor", ("team", team)) for team in professional.team_ids)
    if professional.organisation_id is not None:
        yield node, "memberOf", ("organisation", professional.organisation_id)


def _acquaintance_edges(acquaintance: Acquaintance) -> Iterator[Edge]:
    node = ("professional", acquaintance.professional_id)
    for kind, known_id in (
        ("initiative", acquaintance.initiative_id),
        ("network", acquaintance.network_id),
        ("organisation", acquaintance.organisation_id),
    ):
        if known_id is not None:
            yield node, "knows", (kind, known_id)


def _role_edges(role: Leadership | VolunteerRole) -> Iterator[Edge]:
    relation = "leads" if isinstance(role, Leadership) else "volunteersIn"
    for kind, person in (("talent", role.talent_id), ("professional", role.professional_id)):
        if person is not None:
            yield (kind, person), relation, ("initiative", role.initiative_id)


def _area_edges(area: Municipality | District | Neighbourhood) -> Iterator[Edge]:
    above = getattr(area, "district_id", None) or getattr(area, "municipality_id", None)
    if above is not None:
        yield (area.kind, area.id), "locatedIn", ("district", above)


def _located_edges(thing: InformalNetwork | Resident) -> Iterator[Edge]:
    yield (thing.kind, thing.id), "locatedIn", ("neighbourhood", thing.area_id)


def _team_edges(team: Team) -> Iterator[Edge]:
    yield from ((("team", team.id), "worksIn", ("neighbourhood", area)) for area in team.area_ids)


def _support_edges(support: TeamSupport) -> Iterator[Edge]:
    yield ("team", support.team_id), "supports", ("initiative", support.initiative_id)


def _funding_edges(funding: Funding) -> Iterator[Edge]:
    yield ("initiative", funding.initiative_id), "fundedBy", ("organisation", funding.organisation_id)


def _introduction_edges(introduction: Introduction) -> Iterator[Edge]:
    """Two initiatives that were found to know each other."""
    if introduction.outcome is IntroductionOutcome.KNOW_EACH_OTHER:
        one, other = (("initiative", each) for each in introduction.initiative_ids)
        yield one, "knows", other


def _no_edges(_: Any) -> Iterator[Edge]:
    return iter(())


_NAMED = (
    Municipality,
    District,
    Neighbourhood,
    Organisation,
    Facility,
    Room,
    Initiative,
    InformalNetwork,
    Professional,
    Team,
)

_EDGES: Mapping[type[Any], Callable[[Any], Iterator[Edge]]] = {
    Municipality: _area_edges,
    District: _area_edges,
    Neighbourhood: _area_edges,
    Organisation: _organisation_edges,
    Facility: _facility_edges,
    Room: _room_edges,
    Initiative: _initiative_edges,
    Need: _need_edges,
    Resident: _located_edges,
    InformalNetwork: _located_edges,
    Professional: _professional_edges,
    Team: _team_edges,
    TeamSupport: _support_edges,
    Acquaintance: _acquaintance_edges,
    Leadership: _role_edges,
    VolunteerRole: _role_edges,
    Funding: _funding_edges,
    Introduction: _introduction_edges,
}
