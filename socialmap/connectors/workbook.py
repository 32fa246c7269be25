"""Excel to sheets of text. Formulas are never worked out, links to other files never followed."""

from __future__ import annotations

import io
import itertools
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from socialmap.connectors.parsed import (
    MOST_COLUMNS,
    MOST_LINES,
    Line,
    Refused,
    Sheet,
    text_of,
    too_long,
    without_tail,
)

MOST_UNPACKED_BYTES = 100_000_000
MOST_RATIO = 100
MOST_MEMBERS = 200
_LAST_ROW_OF_EXCEL = 1_048_576
_BROKEN = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, RuntimeError,
)  # fmt: skip
"""What unpacking raises for an archive that is damaged, or made in a way that it does not know."""
_UNSAFE_ARCHIVE = "Dit Excel-bestand is niet veilig om te openen."
_SAVE_AGAIN = "Open het zelf, en bewaar het opnieuw als .xlsx."


def sheets_of(content: bytes) -> list[Sheet]:
    """The sheets of an XLSX workbook, the last saved value of every cell; ``Refused`` when it is unsafe."""
    _refuse_unsafe(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            return [Sheet(str(sheet.title), list(_lines(sheet))) for sheet in workbook.worksheets]
    except (MemoryError, Refused):
        raise
    except Exception as error:  # the reader raises whatever a broken part provokes
        raise Refused("Dit Excel-bestand is niet te lezen.", _SAVE_AGAIN) from error


def _lines(sheet: Any) -> Iterator[Line]:
    sheet.reset_dimensions()  # the stated size of a sheet cannot be trusted
    rows = sheet.iter_rows(values_only=True)
    filled = 0
    for number, row in enumerate(rows, start=1):
        cells = without_tail([text_of(value) for value in row[:MOST_COLUMNS]])
        if cells:
            filled += 1
            yield Line(number, cells)
        if filled > MOST_LINES or number > _LAST_ROW_OF_EXCEL:
            raise too_long()


def _refuse_unsafe(content: bytes) -> None:
    """Judge the archive by its directory before anything is unpacked, then look for entities in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            packed = sum(member.compress_size for member in members)
            if (
                len(members) > MOST_MEMBERS
                or unpacked > MOST_UNPACKED_BYTES
                or unpacked > MOST_RATIO * max(packed, 10_000)
                or any(_suspect(member) for member in members)
                or _overlapping(members)
                or any(_declares_entities(archive.read(member)) for member in members)
            ):
                raise Refused(_UNSAFE_ARCHIVE, _SAVE_AGAIN)
    except _BROKEN as error:
        raise Refused("Dit Excel-bestand is beschadigd.", _SAVE_AGAIN) from error


def _suspect(member: zipfile.ZipInfo) -> bool:
    name = member.filename.replace("\\", "/")
    encrypted = bool(member.flag_bits & 0x1)
    return encrypted or name.startswith("/") or ".." in name.split("/") or ":" in name


def _overlapping(members: list[zipfile.ZipInfo]) -> bool:
    """Members that share bytes are how a small archive unpacks to a huge one."""
    ordered = sorted(members, key=lambda member: member.header_offset)
    return any(
        first.header_offset + first.compress_size >= second.header_offset
        for first, second in itertools.pairwise(ordered)
    )


def _declares_entities(part: bytes) -> bool:
    plain = part.replace(b"\x00", b"").upper()  # without the zero bytes UTF-16 reads like ASCII
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
