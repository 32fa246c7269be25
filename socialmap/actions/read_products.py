"""Read the products of a municipality from the Samenwerkende Catalogi: first a plan, then all of it."""

from __future__ import annotations

from pathlib import Path

from socialmap.actions.import_file import ImportResult, carry_out
from socialmap.actions.imported_rows import themes_in
from socialmap.actions.workspace import Workspace
from socialmap.connectors.guarded import parse_products, read_bytes
from socialmap.connectors.plan import NOTHING_DECIDED, Decided
from socialmap.connectors.products_in import ProductChoices, read_products
from socialmap.errors import InvalidInput, Violation
from socialmap.model.provision import Initiative, Organisation
from socialmap.model.values import ThemeId
from socialmap.privacy.roles import Right, Viewer, permit


def import_products(
    workspace: Workspace,
    viewer: Viewer,
    path: Path,
    *,
    theme: str = "",
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> ImportResult:
    """Products of a municipality that is on the map. ``theme`` is for what does not show what it is about."""
    permit(viewer, Right.IMPORT)
    if theme and theme not in workspace.vocabulary.themes:
        raise InvalidInput([Violation("theme", "We kennen dit onderwerp niet.")])
    choices = ProductChoices(
        areas=workspace.projections.current().areas,
        find_themes=lambda text: themes_in(workspace, text),
        theme=ThemeId(theme) if theme else None,
    )
    reading = read_products(parse_products(read_bytes(path)).records, choices)
    return carry_out(workspace, viewer, reading, (Organisation, Initiative), apply=apply, decided=decided)
