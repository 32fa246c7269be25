"""Read initiatives, facilities and organisations from GeoJSON: first a plan, then all of it."""

from __future__ import annotations

from pathlib import Path

from socialmap.actions.import_file import ImportResult, carry_out, known_here
from socialmap.actions.workspace import Workspace
from socialmap.connectors.geojson_table import sheet_of_features
from socialmap.connectors.guarded import FileKind, parse_file
from socialmap.connectors.plan import NOTHING_DECIDED, Decided
from socialmap.connectors.table import table_from
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.privacy.roles import Right, Viewer, permit

DEFAULT_SOURCE = "geojson"


def import_geojson(
    workspace: Workspace,
    viewer: Viewer,
    path: Path,
    *,
    source: str = "",
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> ImportResult:
    """A ``FeatureCollection`` whose properties are called as the columns of a table may be.

    The ``id`` of a feature, or a property of that name, is its number at ``source``.
    """
    permit(viewer, Right.IMPORT)
    features = parse_file(path, FileKind.GEOJSON).features
    reading = table_from(
        [sheet_of_features(features)], known_here(workspace), source=source or DEFAULT_SOURCE
    )
    kinds = (Organisation, Facility, Initiative)
    return carry_out(workspace, viewer, reading, kinds, apply=apply, decided=decided)
