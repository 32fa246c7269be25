"""A feed on disk or from the internet: JSON, a package of tables, a folder with tables; also older ones."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from socialmap.connectors.guarded import parse_feed, parse_pages, read_bytes
from socialmap.connectors.hsds_older import is_older, older_records
from socialmap.connectors.hsds_tables import kind_of_sheet, records_in
from socialmap.connectors.hsds_values import FeedRecord
from socialmap.connectors.parsed import Parsed
from socialmap.connectors.plan import Rejected
from socialmap.errors import ImportRejected
from socialmap.model import wording_feed as words

_MOST_FILES = 100


@dataclass(frozen=True, slots=True)
class FeedContent:
    """The records of a feed, and the rows that were refused while bringing its tables together."""

    records: tuple[FeedRecord, ...]
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()


def open_feed(path: Path, *, source: str) -> FeedContent:
    """The records in a JSON file, a zip, or a folder with CSV files.

    ``ImportRejected`` when it is no feed, ``NotFound`` when it is not there.
    """
    return content_of(parse_feed(_zipped(path) if path.is_dir() else read_bytes(path)), source)


def pages_of_feed(pages: Sequence[bytes]) -> FeedContent:
    """The records in the answers of a feed."""
    return content_of(parse_pages(pages), "")


def content_of(parsed: Parsed, source: str) -> FeedContent:
    """The records in what was parsed; ``ImportRejected`` when its tables are not those of a feed."""
    if parsed.sheets:
        if not any(kind_of_sheet(sheet.name) for sheet in parsed.sheets):
            raise ImportRejected(words.NOT_A_FEED, words.NOT_A_FEED_REMEDY)
        if is_older(parsed.sheets):
            nested, notes = older_records(parsed.sheets, source)
            return FeedContent(nested.records, nested.rejected, notes)
        nested = records_in(parsed.sheets)
        return FeedContent(nested.records, nested.rejected)
    records = [FeedRecord(one.kind, json.loads(one.json), one.number) for one in parsed.records if one.json]
    broken = [
        Rejected(one.number, words.BROKEN_JSON_LINE.format(line=one.number))
        for one in parsed.records
        if not one.json
    ]
    return FeedContent(tuple(records), tuple(broken))


def _zipped(folder: Path) -> bytes:
    """The CSV files of a folder as one package, so that they go through the same door."""
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".csv", ".json"})
    if not files or len(files) > _MOST_FILES:
        raise ImportRejected(words.NOT_A_FEED, words.NOT_A_FEED_REMEDY)
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in files:
            zipped.writestr(path.name, read_bytes(path))
    return package.getvalue()
