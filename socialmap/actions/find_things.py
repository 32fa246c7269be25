"""What somebody means by a name: a theme, or something in the neighbourhood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from socialmap.actions.workspace import Workspace
from socialmap.graph.projection import THEME
from socialmap.model.area import Neighbourhood
from socialmap.model.normal_text import normalise
from socialmap.model.people import InformalNetwork
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.registry import BY_KIND
from socialmap.model.work import Professional, Team
from socialmap.privacy.roles import Right, Viewer, layers_of, permit

_NAMED: tuple[type[Any], ...] = (
    Initiative,
    Facility,
    Organisation,
    Neighbourhood,
    InformalNetwork,
    Team,
    Professional,
)


@dataclass(frozen=True, slots=True)
class Thing:
    """``key`` is "kind/id", as the graph and ``explain_connection`` name it."""

    key: str
    name: str


def find_things(workspace: Workspace, viewer: Viewer, text: str) -> tuple[Thing, ...]:
    """Everything with exactly this name, else everything with all its words in the name; empty if nothing.

    A key ("theme/samen-eten") means itself, whether it is there or not.
    """
    permit(viewer, Right.SEE_CONNECTIONS)
    kind, slash, _ = text.partition("/")
    if slash and (kind == THEME or kind in BY_KIND):
        return (Thing(text, text),)
    wanted = normalise(text)
    exact: dict[str, Thing] = {}
    partly: dict[str, Thing] = {}
    for thing, written in _everything(workspace, viewer):
        known = normalise(written)
        if known == wanted:
            exact[thing.key] = thing
        elif wanted and set(wanted.split()) <= set(known.split()):
            partly[thing.key] = thing
    return tuple((exact or partly).values())


def _everything(workspace: Workspace, viewer: Viewer) -> Iterator[tuple[Thing, str]]:
    """Each thing with one way to call it; a theme comes once for every label."""
    for theme in workspace.vocabulary.themes.values():
        for written in (theme.id, theme.label, *theme.alt_labels):
            yield Thing(f"{THEME}/{theme.id}", theme.label), written
    readable = layers_of(viewer)
    for cls in _NAMED:
        if cls.layer in readable:
            for stored in workspace.catalogue.all(cls):
                yield Thing(f"{cls.kind}/{stored.entity.id}", stored.entity.name), stored.entity.name
