"""Read RDF of our own ontology (Turtle, N-Quads, JSON-LD): first a plan, then all of it."""

from __future__ import annotations

from pathlib import Path

from socialmap.actions.import_file import ImportResult, carry_out
from socialmap.actions.workspace import Workspace
from socialmap.connectors.guarded import read_bytes
from socialmap.connectors.plan import NOTHING_DECIDED, Decided
from socialmap.connectors.rdf_in import KINDS
from socialmap.connectors.rdf_things import read_things
from socialmap.model.registry import BY_KIND
from socialmap.privacy.roles import Right, Viewer, permit


def import_rdf(
    workspace: Workspace,
    viewer: Viewer,
    path: Path,
    *,
    source: str = "",
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> ImportResult:
    """Things by their name on the web, so that what was exported elsewhere keeps its id here.

    What the file does not say is not known, and changes nothing.
    """
    permit(viewer, Right.IMPORT)
    reading = read_things(read_bytes(path), source=source)
    kinds = [BY_KIND[kind] for kind in KINDS]
    return carry_out(workspace, viewer, reading, kinds, apply=apply, decided=decided)
