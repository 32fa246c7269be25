"""The public supply as an Excel workbook: a sheet per kind, with headers that stay in sight."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from socialmap.connectors.headers import TableKind
from socialmap.connectors.public_map import PublicMap
from socialmap.connectors.table_out import Cell, columns_of, harmless, row_of

_SHEETS = (
    ("initiatieven", TableKind.INITIATIVE),
    ("voorzieningen", TableKind.FACILITY),
    ("organisaties", TableKind.ORGANISATION),
)
_WIDE = {"naam": 36, "omschrijving": 50, "contact": 32, "thema": 32, "wanneer": 32, "adres": 32, "plek": 28}
_A_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl wants a naive moment, and always the same
_ZIP_MOMENT = (2000, 1, 1, 0, 0, 0)


def xlsx_bytes(supply: PublicMap) -> bytes:
    """The workbook; the same supply gives the same bytes."""
    by_kind: Mapping[TableKind, Iterable[Any]] = {
        TableKind.INITIATIVE: supply.initiatives.values(),
        TableKind.FACILITY: supply.facilities.values(),
        TableKind.ORGANISATION: supply.organisations.values(),
    }
    sheets = [
        (title, list(columns_of(kind, supply)), [row_of(thing, supply) for thing in by_kind[kind]])
        for title, kind in _SHEETS
    ]
    return workbook_of(sheets, supply.credits)


def workbook_of(
    sheets: Iterable[tuple[str, list[str], list[dict[str, Cell]]]], credit_lines: Iterable[str] = ()
) -> bytes:
    """A workbook of named sheets with headers and rows; ``credit_lines`` come on a sheet of their own."""
    book = Workbook()
    book.remove(book.active)
    for title, headers, rows in sheets:
        _fill(book.create_sheet(title), headers, rows)
    told = list(credit_lines)
    if told:
        sheet = book.create_sheet("over dit bestand")
        for number, line in enumerate(told, start=1):
            _write(sheet, number, 1, line)
    book.properties.creator = "socialmap"
    book.properties.created = book.properties.modified = _A_MOMENT
    target = io.BytesIO()
    # Not book.save, which writes the moment of saving: the same things give the same bytes.
    ExcelWriter(book, zipfile.ZipFile(target, "w")).save()
    return _without_moments(target.getvalue())


def _fill(sheet: Any, headers: list[str], rows: Iterable[Mapping[str, Cell]]) -> None:
    for column, header in enumerate(headers, start=1):
        cell = _write(sheet, 1, column, header)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE.get(header, 16)
    for number, row in enumerate(rows, start=2):
        for column, header in enumerate(headers, start=1):
            value = row.get(header)
            if value not in (None, ""):
                _write(sheet, number, column, value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: Any, row: int, column: int, value: Cell) -> Any:
    """Text always as text: whatever it begins with, Excel works nothing out."""
    cell = sheet.cell(row=row, column=column)
    if isinstance(value, str):
        cell.value = harmless(ILLEGAL_CHARACTERS_RE.sub("", value))
        cell.data_type = "s"
    else:
        cell.value = value
    return cell


def _without_moments(content: bytes) -> bytes:
    """The same archive, in which no member tells when it was made."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as made,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as plain,
    ):
        for member in made.infolist():
            fresh = zipfile.ZipInfo(member.filename, _ZIP_MOMENT)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            plain.writestr(fresh, made.read(member))
    return target.getvalue()
