"""The tables in a package of CSV files (zip): one sheet per table, named as in the standard."""

from __future__ import annotations

import io
import zipfile
import zlib

from socialmap.connectors.delimited import sheet_of
from socialmap.connectors.feed_json import records_of_pages
from socialmap.connectors.parsed import Parsed, Refused, Sheet
from socialmap.model import wording_feed as words

MOST_UNPACKED_BYTES = 400_000_000
_NO_RECORDS = ("datapackage.json",)


def tables_of(content: bytes) -> Parsed:
    """Every CSV file as a sheet with its name; a package of JSON files gives their records."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = [
                one for one in package.infolist() if not one.is_dir() and "profile/" not in one.filename
            ]
            if sum(one.file_size for one in members) > MOST_UNPACKED_BYTES:
                raise Refused(words.BIG_ZIP, "Knip het in stukken.")
            files = {one.filename.rsplit("/", 1)[-1]: package.read(one) for one in members}
    # NotImplementedError is what zipfile raises for a way of packing that it does not know.
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise Refused(words.BROKEN_ZIP, words.DOWNLOAD_AGAIN) from error
    sheets = [
        Sheet(name[:-4].lower(), sheet_of(body).lines)
        for name, body in sorted(files.items())
        if name.lower().endswith(".csv") and body.strip()
    ]
    if sheets:
        return Parsed(sheets, [])
    pages = [
        body
        for name, body in sorted(files.items())
        if name.lower().endswith("json") and name not in _NO_RECORDS
    ]
    if not pages:
        raise Refused(words.NOT_A_FEED, words.NOT_A_FEED_REMEDY)
    return records_of_pages(pages)
