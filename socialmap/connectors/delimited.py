"""CSV to one sheet of text: any usual separator and encoding."""

from __future__ import annotations

import csv
import io

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

_DELIMITERS = ";\t,"


def sheet_of(content: bytes) -> Sheet:
    """The lines of a CSV file; ``Refused`` when it is not text or a quotation mark is never closed."""
    text = _decoded(content)
    csv.field_size_limit(1_000_000)
    source = io.StringIO(text, newline="")
    if text[:4].casefold() == "sep=":
        source.readline()
    skipped = 1 if text[:4].casefold() == "sep=" else 0
    reader = csv.reader(source, delimiter=_delimiter(text), strict=True)
    lines = []
    begins = skipped + 1
    try:
        for row in reader:
            cells = without_tail([text_of(cell) for cell in row[:MOST_COLUMNS]])
            if cells:
                lines.append(Line(begins, cells))
            begins = skipped + reader.line_num + 1
            if len(lines) > MOST_LINES:
                raise too_long()
    except csv.Error as error:
        raise Refused(
            f"Vanaf regel {begins} staat een aanhalingsteken verkeerd.", "Verbeter die regel."
        ) from error
    return Sheet("", lines)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding, errors = "utf-16", "replace"
    elif b"\x00" in content:
        raise Refused("Dit bestand is geen tekst.", "Bewaar het als CSV of als .xlsx.")
    else:
        encoding, errors = _encoding(content)
    try:
        return content.decode(encoding, errors)
    except UnicodeDecodeError as error:
        raise Refused("Dit bestand is geen leesbare tekst.", "Bewaar het als CSV UTF-8.") from error


def _encoding(content: bytes) -> tuple[str, str]:
    """UTF-8 when it reads as such, also when a few bytes of it broke; otherwise the Windows code page."""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", "replace")
        broken = text.count("\ufffd")
        whole = sum(not char.isascii() for char in text) - broken
        return ("utf-8-sig", "replace") if whole > broken else ("cp1252", "strict")
    return "utf-8-sig", "strict"


def _delimiter(text: str) -> str:
    """The separator that cuts the first line into most columns; ``;`` when none does."""
    first = next((line for line in text[:100_000].splitlines() if line.strip()), "")
    if first[:4].casefold() == "sep=" and len(first) > 4:
        return first[4]
    counts = {delimiter: len(next(csv.reader([first], delimiter=delimiter), [])) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])
