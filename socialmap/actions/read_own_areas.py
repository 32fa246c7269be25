"""Read own areas that somebody drew from GeoJSON: first a plan, then all of it at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from socialmap.actions.area_scope import without_figures
from socialmap.actions.import_file import ImportResult, carry_out
from socialmap.actions.workspace import Workspace
from socialmap.connectors.own_areas_in import read_own_areas
from socialmap.connectors.plan import NOTHING_DECIDED, Decided, ImportPlan, Reading, Rejected
from socialmap.geo.own_areas import covered
from socialmap.model.area import OwnArea
from socialmap.model.wording_areas import NAME_TAKEN
from socialmap.privacy.free_text import violations
from socialmap.privacy.roles import Right, Viewer, permit


def import_own_areas(
    workspace: Workspace,
    viewer: Viewer,
    path: Path,
    *,
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> ImportResult:
    """One own area for each polygon with a name. A border that cuts a neighbourhood is told in the notes."""
    permit(viewer, Right.IMPORT)
    reading = _with_usable_names(workspace, read_own_areas(path))
    result = carry_out(workspace, viewer, reading, (OwnArea,), apply=apply, decided=decided)
    notes = (*result.plan.notes, *_told(workspace, result.plan))
    return replace(result, plan=replace(result.plan, notes=notes))


def _with_usable_names(workspace: Workspace, reading: Reading) -> Reading:
    """A name with a person in it is refused, and one that something else on the map has already."""
    pictures = workspace.projections.current()
    others = Counter(area.name.casefold() for area in pictures.areas.by_id.values())
    own = {area.name.casefold(): area.id for area in pictures.own_areas.values()}
    rows, rejected = [], list(reading.rejected)
    for row in reading.rows:
        name = row.entity.name.casefold()
        wrong = [found.sentence for found in violations("name", row.entity.name)]
        if others[name] or own.get(name, row.entity.id) != row.entity.id:
            wrong.append(NAME_TAKEN)
        if wrong:
            rejected += [Rejected(row.line, sentence, "naam") for sentence in wrong]
        else:
            rows.append(row)
    return replace(reading, rows=tuple(rows), rejected=tuple(rejected))


def _told(workspace: Workspace, plan: ImportPlan) -> Iterator[str]:
    pictures = workspace.projections.current()
    for area in (*plan.new, *(change.after for change in plan.changed)):
        why = without_figures(area, covered(area, pictures.areas), pictures)
        if why:
            yield why
