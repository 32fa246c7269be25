"""How are two things in the neighbourhood connected? At most three ways, each as one sentence."""

from __future__ import annotations

from socialmap.actions.auditing import note_access
from socialmap.actions.graphs import everything_here, node_of
from socialmap.actions.workspace import Workspace
from socialmap.graph.paths import PathAnswer as PathAnswer
from socialmap.graph.paths import explain_path
from socialmap.model.people import Need
from socialmap.privacy.roles import Right, Viewer, layers_of, may, permit


def explain_connection(workspace: Workspace, viewer: Viewer, start: str, goal: str) -> PathAnswer:
    """The shortest ways from one thing to another, both written as ``kind/id`` ("theme/samen-eten").

    People appear as a role ("een bewoner, via Delia"). Of the questions of residents only those take part
    that the viewer holds and asks about. No way is a value with its reason.
    """
    permit(viewer, Right.SEE_CONNECTIONS)
    own = _own_needs(workspace, viewer, (start, goal))
    if own:
        note_access(
            workspace, viewer.actor, "verbinding uitleggen", Need.kind, len(own),
            purpose="Hoe een eigen vraag samenhangt met de buurt.",
        )  # fmt: skip
    return explain_path(everything_here(workspace, layers_of(viewer), own), node_of(start), node_of(goal))


def _own_needs(workspace: Workspace, viewer: Viewer, asked: tuple[str, ...]) -> list[Need]:
    if not viewer.name or not may(viewer, Right.SEE_OWN_NEEDS):
        return []
    needs = workspace.projections.people().all(Need)
    found = [needs[thing] for kind, thing in map(node_of, asked) if kind == Need.kind and thing in needs]
    return [need for need in found if need.held_by == viewer.name]
