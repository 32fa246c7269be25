"""Who may not know each other, what stands apart, what everything hangs on, and who of us knows a thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from socialmap.actions.graphs import everything_here, links_here, node_of
from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.graph.connections import INITIATIVE, fragmentation
from socialmap.graph.hinges import bridges, hinges
from socialmap.graph.introductions import to_introduce, who_knows
from socialmap.graph.picture import Drawing, neighbourhood_picture
from socialmap.model.language import told
from socialmap.model.people import InformalNetwork
from socialmap.model.provision import Initiative, OfferStatus
from socialmap.model.together import Introduction
from socialmap.model.wording_connections import (
    EVERYBODY_KNOWS_EACH_OTHER,
    NOBODY_KNOWS_THIS,
    island,
)
from socialmap.model.work import Acquaintance, Professional
from socialmap.privacy.roles import Right, Viewer, layers_of, may, permit

MOST_ISLANDS = 12
"""So many small islands are told; many stand alone, and a long list says no more."""
MOST_DRAWN = 14
_CAN_BE_KNOWN = frozenset({"initiative", "network", "organisation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """Two initiatives that may not know each other, and the question about them."""

    first: Choice
    second: Choice
    sentence: str
    both_about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """The one new link that would connect most."""

    first: Choice
    second: Choice
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """``nothing`` stands instead of the pairs when there are none; ``more_islands`` are not in the list.

    ``may_link``: may this viewer answer about a pair?
    """

    pairs: tuple[PairLine, ...]
    nothing: str
    apart: str
    islands: tuple[str, ...]
    more_islands: int
    new_link: LinkLine | None
    hangs_on: tuple[str, ...]
    bridges: tuple[str, ...]
    may_link: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingView:
    """One thing in the middle of what it is connected to; ``known_by``: who of us knows it, in sentences."""

    id: str
    label: str
    drawing: Drawing
    known_by: tuple[str, ...]


def show_connections(workspace: Workspace, viewer: Viewer) -> Connections:
    """The pairs nearest first, then the islands, and what alone holds things together, as sentences."""
    permit(viewer, Right.SEE_CONNECTIONS)
    graph = links_here(workspace)
    words = workspace.vocabulary
    answered = workspace.projections.people().all(Introduction).values()
    pairs = to_introduce(graph, words, answered)
    parts = fragmentation(graph, words)
    names = {node[1]: graph.nodes[node]["label"] for node in graph if node[0] == INITIATIVE}
    smaller = parts.islands[1:]
    link = parts.new_link
    return Connections(
        pairs=tuple(
            PairLine(
                first=Choice(each.first, names[each.first]),
                second=Choice(each.second, names[each.second]),
                sentence=each.sentence,
                both_about=words.themes[each.theme].called if each.theme in words.themes else "",
            )
            for each in pairs
        ),
        nothing="" if pairs else EVERYBODY_KNOWS_EACH_OTHER,
        apart=parts.sentence,
        islands=tuple(island([names[each] for each in part.initiatives]) for part in smaller[:MOST_ISLANDS]),
        more_islands=max(len(smaller) - MOST_ISLANDS, 0),
        new_link=LinkLine(
            first=Choice(link.first, names[link.first]),
            second=Choice(link.second, names[link.second]),
            sentence=link.sentence,
        )
        if link
        else None,
        hangs_on=tuple(each.sentence for each in hinges(graph)),
        bridges=tuple(each.sentence for each in bridges(graph)),
        may_link=may(viewer, Right.LINK_OFFERS),
    )


def things_in_network(workspace: Workspace, viewer: Viewer) -> tuple[Choice, ...]:
    """What one can ask about, as ``kind/id``: initiatives, organisations, places, networks, themes."""
    permit(viewer, Right.SEE_CONNECTIONS)
    return tuple(sorted(_things(workspace), key=lambda each: (each.label.casefold(), each.id)))


def show_thing(workspace: Workspace, viewer: Viewer, thing: str) -> ThingView:
    """What a thing (``kind/id``) is connected to; an unknown one has an empty drawing that says so."""
    permit(viewer, Right.SEE_CONNECTIONS)
    node, graph = node_of(thing), everything_here(workspace, layers_of(viewer))
    people = workspace.projections.people()
    known = who_knows(
        people.all(Acquaintance).values(),
        {each.id: each for each in people.all(Professional).values()},
        node,
        workspace.today(),
    )
    nobody = (NOBODY_KNOWS_THIS,) if node in graph and node[0] in _CAN_BE_KNOWN else ()
    return ThingView(
        id=thing,
        label=graph.nodes[node]["label"] if node in graph else "",
        drawing=neighbourhood_picture(graph, node, most=MOST_DRAWN),
        known_by=tuple(each.sentence for each in known) or nobody,
    )


def _things(workspace: Workspace) -> Iterator[Choice]:
    pictures = workspace.projections.current()
    for stored in workspace.catalogue.all(Initiative):
        if stored.entity.status is not OfferStatus.STOPPED:
            yield Choice(f"initiative/{stored.entity.id}", stored.entity.name)
    for organisation in pictures.organisations.values():
        yield Choice(f"organisation/{organisation.id}", organisation.name)
    for facility in pictures.facilities.values():
        yield Choice(f"facility/{facility.id}", facility.name)
    for network in workspace.projections.people().all(InformalNetwork).values():
        yield Choice(f"network/{network.id}", network.name)
    for theme in workspace.vocabulary.themes.values():
        yield Choice(f"theme/{theme.id}", told("Onderwerp: {theme}").format(theme=theme.called))
