"""Ask the knowledge graph one of its fixed questions: in SPARQL, or worked out where SPARQL cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rdflib

from socialmap.actions.thinking_queries import THINKING, fill_in
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotFound
from socialmap.model.people import Talent
from socialmap.model.suggestion import ConfirmLink, Suggestion
from socialmap.model.together import BundleProposal, Signal
from socialmap.model.values import Layer
from socialmap.privacy.roles import Right, Viewer, layers_of, may, permit
from socialmap.rdf.catalogue import questions

_ALSO_NEEDS = {"signals-waiting": Right.SEE_SIGNALS, "talents-for": Right.SEE_TALENTS}
"""Questions of which not everybody who reads their layers may have the answer."""
_KINDS = {
    Signal.kind: Right.SEE_SIGNALS,
    Talent.kind: Right.SEE_TALENTS,
    BundleProposal.kind: Right.SEE_BUNDLES,
    Suggestion.kind: Right.CHECK_OFFERS,
    ConfirmLink.kind: Right.CHECK_OFFERS,
}
"""Kinds of things that not everybody may see who reads their layer."""


@dataclass(frozen=True, slots=True)
class KnownQuery:
    """A question: its name, what it asks in Dutch, and the names of what has to be filled in."""

    name: str
    question: str
    parameters: tuple[str, ...]


def list_queries(workspace: Workspace, viewer: Viewer) -> tuple[KnownQuery, ...]:
    """The questions that the viewer may ask, by name."""
    permit(viewer, Right.SEE_OFFERS)
    in_sparql = [
        KnownQuery(asked.name, asked.text, tuple(parameter.name for parameter in asked.parameters))
        for asked in questions().values()
        if asked.layers <= _readable(viewer) and may(viewer, _ALSO_NEEDS.get(asked.name, Right.SEE_OFFERS))
    ]
    worked_out = [
        KnownQuery(asked.name, asked.text, tuple(asked.parameters))
        for asked in THINKING.values()
        if may(viewer, asked.right)
    ]
    return tuple(sorted((*in_sparql, *worked_out), key=lambda known: known.name))


def run_query(
    workspace: Workspace, viewer: Viewer, name: str, parameters: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The answers, one dictionary a row. The reference date is filled in where a question wants one.

    ``NotFound`` for an unknown question, ``InvalidInput`` for wrong parameters, ``NotAllowed`` when the
    viewer may not read what it needs.
    """
    permit(viewer, Right.SEE_OFFERS)
    if name in THINKING:
        thinking = THINKING[name]
        permit(viewer, thinking.right)
        return thinking.ask(workspace, viewer, fill_in(thinking, parameters))
    asked = questions().get(name)
    if asked is None:
        names = sorted((*questions(), *THINKING))
        raise NotFound("Deze vraag bestaat niet.", f"Kies een van: {', '.join(names)}")
    permit(viewer, _ALSO_NEEDS.get(name, Right.SEE_OFFERS))
    known = dict(parameters)
    if any(parameter.name == "peildatum" for parameter in asked.parameters):
        known.setdefault("peildatum", workspace.today())
    return workspace.projections.dataset().select(name, layers=_readable(viewer), **known)


def open_dataset(workspace: Workspace, viewer: Viewer) -> rdflib.Dataset:
    """A copy of what the viewer may read as an rdflib dataset, for notebooks. Never the core."""
    permit(viewer, Right.SEE_OFFERS)
    unseen = [kind for kind, right in _KINDS.items() if not may(viewer, right)]
    return workspace.projections.dataset().as_rdflib(_readable(viewer), without=unseen)


def _readable(viewer: Viewer) -> frozenset[Layer]:
    """The graph holds no questions of residents, whoever looks."""
    return layers_of(viewer) - {Layer.CORE}
