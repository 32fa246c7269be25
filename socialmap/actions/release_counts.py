"""The weekly release of counts: what would go out, what the auditor says, and keeping it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from socialmap.actions.auditing import note_access
from socialmap.actions.last_release import latest_frozen
from socialmap.actions.workspace import Workspace
from socialmap.model import wording_release as words
from socialmap.model.people import Need, Resident
from socialmap.model.together import ReleaseBasis
from socialmap.model.values import AreaId
from socialmap.model.vocabulary import Vocabulary
from socialmap.privacy.auditing_releases import audit
from socialmap.privacy.release_tables import (
    Asked,
    Cell,
    Counted,
    FrozenRelease,
    Release,
    Row,
    Table,
    count_persons,
    monday_of,
)
from socialmap.privacy.release_text import to_text
from socialmap.privacy.releases import approved, as_released, next_release
from socialmap.privacy.roles import Right, Viewer, permit


@dataclass(frozen=True, slots=True)
class ReleasedCell:
    """One cell as it goes out; ``quarter`` is empty where the table has none, ``since`` a Monday."""

    table: str
    place: str
    about: str
    quarter: str
    people: str
    is_number: bool
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseReport:
    """``cells`` only hold what may leave the core; ``found`` are sentences of the auditor, none when fine.

    ``saved``: this call kept the release. ``already``: it was out before this call.
    """

    monday: date
    saved: bool
    already: bool
    sentence: str
    verdict: str
    shown: int
    hidden: int
    found: tuple[str, ...]
    cells: tuple[ReleasedCell, ...]


def release_counts(workspace: Workspace, viewer: Viewer, *, apply: bool) -> ReleaseReport:
    """The *stand van maandag* of this week; with ``apply`` it is kept, as one batch.

    A Monday that is out already gives the same again and keeps nothing. ``UserError`` with the reason when
    ``apply`` is asked and the auditor refuses; then nothing is kept.
    """
    permit(viewer, Right.RELEASE_COUNTS)
    monday = monday_of(workspace.today())
    previous = latest_frozen(workspace)
    if previous is not None and previous.monday >= monday:
        return _report(workspace, previous, (), words.is_out_already(previous.monday), already=True)
    proposed = next_release(_counted(workspace, viewer, monday), previous, monday)
    if apply:
        _keep(workspace, viewer, approved(proposed, previous))
        return _report(workspace, proposed, (), words.went_out(monday), saved=True)
    findings = audit([previous, proposed] if previous else [proposed])
    found = tuple(dict.fromkeys(finding.sentence for finding in findings.found))
    return _report(workspace, proposed, found, words.would_go_out(monday))


def _counted(workspace: Workspace, viewer: Viewer, monday: date) -> Counted:
    people = workspace.projections.people()
    residents, needs = people.all(Resident), people.all(Need)
    note_access(
        workspace, viewer.actor, "aantallen vrijgeven", Need.kind, len(needs),
        purpose="Personen tellen voor de stand van maandag.",
    )  # fmt: skip
    areas = workspace.projections.current().areas.neighbourhoods
    districts = {area.id: area.district_id or AreaId("") for area in areas}
    asked = (
        Asked(need.resident_id, need.theme, residents[need.resident_id].area_id, need.reported_on)
        for need in needs.values()
        if need.resident_id in residents
    )
    return count_persons(asked, districts, workspace.vocabulary, monday)


def _keep(workspace: Workspace, viewer: Viewer, frozen: FrozenRelease) -> None:
    basis = ReleaseBasis(id=frozen.monday.isoformat(), on=frozen.monday, frozen=to_text(frozen))
    workspace.catalogue.save(
        [basis],
        actor=viewer.actor,
        action="aantallen vrijgegeven",
        at=workspace.clock(),
        based_on={(basis.kind, basis.id): 0},
    )


def _report(
    workspace: Workspace,
    frozen: FrozenRelease,
    found: tuple[str, ...],
    sentence: str,
    *,
    saved: bool = False,
    already: bool = False,
) -> ReleaseReport:
    # What the auditor refused is nobody's to see.
    release = Release(frozen.monday, frozen.floor) if found else as_released(frozen)
    cells = tuple(_cells(workspace, release))
    told = sum(cell.is_number for cell in cells)
    return ReleaseReport(
        monday=frozen.monday,
        saved=saved,
        already=already,
        sentence=sentence,
        verdict=words.FOUND if found else words.NOTHING_FOUND,
        shown=told,
        hidden=len(cells) - told,
        found=found,
        cells=cells,
    )


def _cells(workspace: Workspace, release: Release) -> Iterator[ReleasedCell]:
    """Every cell of every row that is out: one in which nobody stands looks like one with a few."""
    areas, themes = workspace.projections.current().areas.by_id, workspace.vocabulary.themes
    for row in sorted(release.rows, key=_in_order):
        place = areas.get(row.neighbourhood or row.district)
        for cell in _cells_of(row, workspace.vocabulary):
            shown = release.shown(cell)
            yield ReleasedCell(
                table=words.TABLE_NAMES[row.table],
                place=place.name if place else "",
                about=themes[cell.theme or cell.group].label,
                quarter=row.quarter,
                people=shown.text,
                is_number=shown.value is not None,
                since=shown.since,
            )


def _cells_of(row: Row, vocabulary: Vocabulary) -> Iterator[Cell]:
    for theme, concept in vocabulary.themes.items():
        if concept.acute or (concept.group is None) is (row.table is Table.THEME):
            continue
        group = vocabulary.top_of(theme)
        yield Cell(row, group, theme) if row.table is Table.THEME else Cell(row, group)


def _in_order(row: Row) -> tuple[int, Row]:
    return list(Table).index(row.table), row
