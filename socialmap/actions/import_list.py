"""Look at somebody's list before it is read: what its columns may mean, and a list to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from socialmap.actions.import_file import DEFAULT_SOURCE
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.connectors.column_guess import ColumnGuess as ColumnGuess
from socialmap.connectors.column_guess import SheetGuess, guess_columns
from socialmap.connectors.guarded import FileKind, parse
from socialmap.connectors.headers import NOT_READ, TableKind, field_names
from socialmap.connectors.kept_columns import kept_columns
from socialmap.connectors.table_out import Cell
from socialmap.connectors.whole_file import write_whole
from socialmap.errors import ImportRejected
from socialmap.model.wording_lists import (
    EXPLAINED,
    EXPLANATION,
    EXPLANATION_SHEET,
    NO_ROWS,
    NO_ROWS_REMEDY,
)
from socialmap.privacy.roles import Right, Viewer, permit

SKIP = NOT_READ
"""What to say of a column that is not to be read."""
_SHEETS = {
    "initiatieven": TableKind.INITIATIVE,
    "voorzieningen": TableKind.FACILITY,
    "organisaties": TableKind.ORGANISATION,
}


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The sheets of a list, and per kind of row what a column can be (header, header)."""

    sheets: tuple[SheetGuess, ...]
    meanings: Mapping[str, tuple[Choice, ...]]

    @property
    def all_known(self) -> bool:
        return all(sheet.all_known for sheet in self.sheets)


def look_at_list(workspace: Workspace, viewer: Viewer, content: bytes, source: str = "") -> LookedAt:
    """What a CSV or XLSX file seems to hold. ``ImportRejected`` when there is nothing in it."""
    permit(viewer, Right.IMPORT)
    sheets = parse(content, FileKind.CSV, FileKind.XLSX).sheets
    said = kept_columns(workspace.folder, source or DEFAULT_SOURCE)
    guesses = guess_columns(sheets, workspace.vocabulary, said)
    if not guesses:
        raise ImportRejected(NO_ROWS, NO_ROWS_REMEDY)
    barriers = workspace.vocabulary.barriers
    return LookedAt(
        guesses,
        {
            kind: choices((field, name) for field, name in field_names(TableKind(kind), barriers).items())
            for kind in {guess.kind for guess in guesses}
        },
    )


def list_template(workspace: Workspace, viewer: Viewer) -> bytes:
    """An empty workbook with our headers, and a sheet that explains them."""
    permit(viewer, Right.EXPORT_PUBLIC)
    from socialmap.connectors.xlsx_out import workbook_of

    barriers = workspace.vocabulary.barriers
    sheets: list[tuple[str, list[str], list[dict[str, Cell]]]] = []
    told: dict[str, None] = {}
    for title, kind in _SHEETS.items():
        names = field_names(kind, barriers)
        wanted = [name for field, name in names.items() if field in EXPLAINED or field.startswith("barrier:")]
        sheets.append((title, wanted, []))
        told |= dict.fromkeys(field for field in names if field in EXPLAINED)
    header, meaning = EXPLANATION
    everything = {f: n for kind in _SHEETS.values() for f, n in field_names(kind, barriers).items()}
    rows: list[dict[str, Cell]] = [{header: everything[field], meaning: EXPLAINED[field]} for field in told]
    rows += [{header: barrier.label, meaning: EXPLAINED["barrier"]} for barrier in barriers.values()]
    return workbook_of([*sheets, (EXPLANATION_SHEET, [header, meaning], rows)])


def export_template(workspace: Workspace, viewer: Viewer, path: Path) -> int:
    """The same on disk; the number of bytes."""
    permit(viewer, Right.EXPORT_PUBLIC)
    return write_whole(path, [list_template(workspace, viewer)])
