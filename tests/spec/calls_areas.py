"""How to call each action about areas side by side and own areas; with its right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from socialmap.actions.compare_areas import compare_areas, compare_choices
from socialmap.actions.name_municipality import name_municipality
from socialmap.actions.own_areas import OwnAreaDraft, remove_own_area, save_own_area, show_own_areas
from socialmap.actions.read_own_areas import import_own_areas
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotFound
from socialmap.privacy.roles import Viewer
from tests.town import HAVENRAND, LINDEHOF, VOGELWEIDE

Call = Callable[[Workspace, Viewer, Path], object]


def draft(workspace: Workspace) -> OwnAreaDraft:
    return OwnAreaDraft(name=workspace.new_id("kant"), neighbourhood_ids=(LINDEHOF.id, HAVENRAND.id))


def removed(workspace: Workspace, viewer: Viewer) -> object:
    """There is no such area: who gets so far as to be told that, was let through."""
    try:
        return remove_own_area(workspace, viewer, "nergens")
    except NotFound as not_there:
        return not_there


def drawn(folder: Path) -> Path:
    path = folder / "eigen.geojson"
    corners = LINDEHOF.boundary.removeprefix("POLYGON((").removesuffix("))").split(", ")
    ring = [[float(part) for part in corner.split()] for corner in corners]
    feature = {
        "type": "Feature",
        "properties": {"naam": "Het hart"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


CALLS: dict[str, tuple[str, Call]] = {
    "compare_choices": ("aanbod zien", lambda w, v, _: compare_choices(w, v)),
    "compare_areas": ("aanbod zien", lambda w, v, _: compare_areas(w, v, LINDEHOF.id, VOGELWEIDE.id)),
    "name_municipality": ("aanbod zien", lambda w, v, _: name_municipality(w, v)),
    "show_own_areas": ("aanbod wijzigen", lambda w, v, _: show_own_areas(w, v)),
    "save_own_area": ("aanbod wijzigen", lambda w, v, _: save_own_area(w, v, draft(w))),
    "remove_own_area": ("aanbod wijzigen", lambda w, v, _: removed(w, v)),
    "import_own_areas": ("gegevens inlezen", lambda w, v, folder: import_own_areas(w, v, drawn(folder))),
}
