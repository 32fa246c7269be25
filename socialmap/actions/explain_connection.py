"""How are two things in the neighbourhood connected? At most three ways, each as one sentence."""

from __future__ import annotations

from socialmap.actions.workspace import Workspace
from socialmap.graph.paths import PathAnswer, explain_path
from socialmap.graph.projection import build_graph
from socialmap.model.registry import ENTITIES
from socialmap.model.values import Layer
from socialmap.privacy.roles import Right, Viewer, layers_of, permit


def explain_connection(workspace: Workspace, viewer: Viewer, start: str, goal: str) -> PathAnswer:
    """The shortest ways from one thing to another, both written as ``kind/id`` ("theme/samen-eten").

    People appear as a role ("een bewoner, via Delia"). Questions of residents take no part in it: those
    belong to the team that holds them. No way is a value with its reason.
    """
    permit(viewer, Right.SEE_CONNECTIONS)
    readable = layers_of(viewer) - {Layer.CORE}
    entities = (
        stored.entity for cls in ENTITIES if cls.layer in readable for stored in workspace.catalogue.all(cls)
    )
    graph = build_graph(entities, workspace.vocabulary, today=workspace.today())
    return explain_path(graph, _node(start), _node(goal))


def _node(text: str) -> tuple[str, str]:
    kind, _, thing_id = text.partition("/")
    return kind, thing_id
