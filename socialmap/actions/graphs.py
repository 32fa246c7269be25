"""The two networks that actions look at: by what initiatives hang together, and everything with its themes.

Built anew at each use from what is in memory. Questions of residents are in neither; an action adds those
that its viewer holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from socialmap.actions.workspace import Workspace
from socialmap.graph.connections import link_graph
from socialmap.graph.projection import Node, build_graph
from socialmap.model.people import Talent, VolunteerRole
from socialmap.model.provision import Initiative
from socialmap.model.registry import ENTITIES
from socialmap.model.together import Introduction
from socialmap.model.values import InitiativeId, Layer
from socialmap.model.work import Acquaintance, Leadership, Professional

_TIES = (Talent, Professional, Acquaintance, Introduction, Leadership, VolunteerRole)


def links_here(workspace: Workspace) -> nx.Graph:
    """The network of initiatives by people, partners and places (``graph/connections.py``). Layer shell."""
    pictures, people = workspace.projections.current(), workspace.projections.people()
    initiatives = [stored.entity for stored in workspace.catalogue.all(Initiative)]
    places: dict[InitiativeId, tuple[float, float]] = {}
    for initiative in initiatives:
        place = pictures.places.resolve(initiative)
        if place.exact and place.x_m is not None and place.y_m is not None:
            places[initiative.id] = (place.x_m, place.y_m)
    entities: list[Any] = [*initiatives]
    for kind in (pictures.organisations, pictures.facilities, pictures.rooms):
        entities += kind.values()
    for cls in _TIES:
        entities += people.all(cls).values()
    return link_graph(entities, workspace.vocabulary, places, today=workspace.today())


def everything_here(workspace: Workspace, layers: frozenset[Layer], added: Iterable[Any] = ()) -> nx.Graph:
    """All that is in these layers outside the core, with the themes; ``added`` are own questions."""
    readable = layers - {Layer.CORE}
    entities = [
        stored.entity for cls in ENTITIES if cls.layer in readable for stored in workspace.catalogue.all(cls)
    ]
    return build_graph([*entities, *added], workspace.vocabulary, today=workspace.today())


def node_of(text: str) -> Node:
    """``kind/id`` as the graph names it.

    >>> node_of("theme/samen-eten")
    ('theme', 'samen-eten')
    """
    kind, _, thing_id = text.partition("/")
    return kind, thing_id
