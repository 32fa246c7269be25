"""The records in the JSON of a feed: a page, a list, one record, several kinds at once, or one per line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from socialmap.connectors.parsed import MOST_LINES, Parsed, Record, Refused, too_long
from socialmap.model import wording_feed as words

_KINDS = {
    "services": "service",
    "organizations": "organization",
    "locations": "location",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
_TELLING = (
    ("service_at_location", ("service_id", "location")),
    (
        "service",
        ("status", "service_at_locations", "schedules", "cost_options", "organization", "minimum_age"),
    ),
    ("location", ("location_type", "latitude", "addresses")),
    (
        "organization",
        ("website", "organization_identifiers", "programs", "locations", "legal_status", "tax_status"),
    ),
    ("taxonomy_term", ("taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri", "parent_id", "code")),
    ("taxonomy", ("version", "uri")),
)
"""Fields by which a record shows what it is; the first kind with one of them counts."""


def records_of(content: bytes) -> Parsed:
    """The records of one file; ``Refused`` when it is no JSON or holds no records."""
    return Parsed([], [], _numbered(_documents(content)))


def records_of_pages(pages: Iterable[bytes]) -> Parsed:
    """The records of several answers of one feed, one after the other."""
    return Parsed([], [], _numbered(one for page in pages for one in _documents(page)))


def _numbered(found: Iterable[tuple[str, Any]]) -> list[Record]:
    records: list[Record] = []
    for number, (kind, document) in enumerate(found, start=1):
        if number > MOST_LINES:
            raise too_long()
        records.append(
            Record(number, kind, "" if document is None else json.dumps(document, ensure_ascii=False))
        )
    return records


def _documents(content: bytes) -> Iterator[tuple[str, Any]]:
    text = content.decode("utf-8-sig", "replace")
    try:
        whole = _read(text)
    except ValueError:
        yield from _line_by_line(text)
        return
    if isinstance(whole, dict) and isinstance(whole.get("contents"), list):
        whole = whole["contents"]
    if isinstance(whole, dict) and not {"id", "name"} & whole.keys():
        together = {name: kind for name, kind in _KINDS.items() if isinstance(whole.get(name), list)}
        if not together:
            raise Refused(words.NOT_A_FEED, words.NOT_A_FEED_REMEDY)
        for name, kind in together.items():
            yield from ((kind, record) for record in whole[name])
        return
    if not isinstance(whole, dict | list):
        raise Refused(words.NOT_A_FEED, words.NOT_A_FEED_REMEDY)
    for record in [whole] if isinstance(whole, dict) else whole:
        yield kind_of_record(record), record


def _line_by_line(text: str) -> Iterator[tuple[str, Any]]:
    """One record per line; a line that is no JSON has no document. One bad line alone is a bad file."""
    lines = [line for line in text.splitlines() if line.strip()]
    read: list[tuple[str, Any]] = []
    for line in lines:
        try:
            record = _read(line)
        except ValueError:
            read.append(("", None))
        else:
            read.append((kind_of_record(record), record))
    if not any(isinstance(record, dict) for _, record in read):
        raise Refused(words.BROKEN_JSON, words.DOWNLOAD_AGAIN)
    yield from read


def kind_of_record(record: object) -> str:
    """What a record is, by its fields; a service when they do not tell."""
    if isinstance(record, dict):
        for kind, names in _TELLING:
            if any(name in record for name in names):
                return kind
    return "service"


def _read(text: str) -> Any:
    def no_number(name: str) -> NoReturn:
        raise ValueError(name)

    try:
        return json.loads(text, parse_constant=no_number)
    except RecursionError as error:
        raise Refused(words.BROKEN_JSON, words.DOWNLOAD_AGAIN) from error
