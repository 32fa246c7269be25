"""The public supply as one CSV file that a Dutch spreadsheet opens as it is meant."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date

from socialmap.connectors.public_map import PublicMap
from socialmap.connectors.table_out import Cell, all_headers, harmless, row_of

_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of Windows."""


def csv_pieces(supply: PublicMap) -> Iterator[bytes]:
    """Everything in one table, a row each; between cells a semicolon, in numbers a comma."""
    headers = all_headers(supply)
    yield (_MARK + _line(headers)).encode("utf-8")
    for thing in supply.things:
        row = row_of(thing, supply)
        yield _line([_written(row.get(header)) for header in headers]).encode("utf-8")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case float():
            return f"{cell!r}".removesuffix(".0").replace(".", ",")
        case date():
            return cell.isoformat()
        case str():
            return harmless(cell)
        case _:
            return str(cell)


def _line(cells: list[str] | tuple[str, ...]) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerow(cells)
    return target.getvalue()
