"""Nested records as the tables of a package (one per object) and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socialmap.connectors.hsds_shapes import SHAPES, Document, Shape, check
from socialmap.connectors.hsds_values import FeedRecord
from socialmap.connectors.parsed import Sheet
from socialmap.connectors.plan import Rejected
from socialmap.model import wording_feed as words
from socialmap.model.normal_text import normalise

Table = list[Document]

_LINK = {"attribute": "link_id", "metadata": "resource_id"}
_LINK_KIND = {"attribute": "link_entity", "metadata": "resource_type"}
_NESTED = {"organization": "organization_id", "program": "program_id", "location": "location_id",
           "taxonomy_term": "taxonomy_term_id", "taxonomy_detail": "taxonomy_id"}  # fmt: skip
_SHARED = frozenset({"organization", "location", "program", "taxonomy_term", "taxonomy"})
"""Records to which several others point; parts of one record only are copied into it."""
ROOTS = ("service", "organization", "location")


def tables_of(records: Iterable[tuple[str, Document]]) -> Mapping[str, Table]:
    """The rows per kind, each record once, each part with the column that says where it belongs."""
    tables: defaultdict[str, dict[str, Document]] = defaultdict(dict)
    for kind, record in records:
        _lay_down(kind, record, tables)
    return {kind: list(tables[kind].values()) for kind in SHAPES if tables[kind]}


def _lay_down(kind: str, record: Document, tables: Mapping[str, dict[str, Document]]) -> None:
    shape = SHAPES[kind]
    row = {name: record[name] for name in shape.fields if name in record}
    for name, part_kind in shape.ones.items():
        part = record.get(name)
        if part:
            row[_NESTED[name]] = part["id"]
            _lay_down(part_kind, part, tables)
    for name, part_kind in shape.lists.items():
        for part in record.get(name, ()):
            link = _LINK.get(part_kind, f"{kind}_id")
            linked = part | {link: record["id"]}
            if part_kind in _LINK_KIND:
                linked |= {_LINK_KIND[part_kind]: kind}
            _lay_down(part_kind, linked, tables)
    before = tables[kind].get(record["id"], {})
    tables[kind][record["id"]] = before | row


@dataclass(frozen=True, slots=True)
class Nested:
    """What tables say: whole records with their line, and rows that cannot be used."""

    records: tuple[FeedRecord, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its line, and the sheet that it is in."""

    document: Document
    line: int
    sheet: str


def kind_of_sheet(name: str) -> str | None:
    """The object whose table this is, whether its name is written for one or for many."""
    wanted = normalise(name).replace(" ", "_")
    for kind, shape in SHAPES.items():
        if wanted in {shape.file, kind, f"{kind}s", f"{kind}es", f"{kind[:-1]}ies"}:
            return kind
    return None


def rows_of_sheet(sheet: Sheet) -> Iterator[tuple[int, Document]]:
    """The rows under the header, as text; empty cells are left out."""
    if not sheet.lines:
        return
    header = [title.strip().lower().replace(" ", "_") for title in sheet.lines[0].cells]
    for line in sheet.lines[1:]:
        yield line.number, {name: cell for name, cell in zip(header, line.cells, strict=False) if cell}


def records_in(sheets: Sequence[Sheet]) -> Nested:
    """The tables of a package brought together; a row that breaks the standard is refused with its line."""
    tables: dict[str, list[TableRow]] = {}
    rejected: list[Rejected] = []
    for sheet in sheets:
        kind = kind_of_sheet(sheet.name)
        if kind is None:
            continue
        rows = tables.setdefault(kind, [])
        for line, document in rows_of_sheet(sheet):
            faults = [fault for fault in check(kind, document, in_table=True) if fault.fatal]
            rejected += [
                Rejected(line, f"{one.path}: {one.sentence}", one.path, sheet.name) for one in faults
            ]
            if not faults:
                rows.append(TableRow(_typed(SHAPES[kind], document), line, sheet.name))
    return Nested(tuple(nest(tables)), (*rejected, *_lonely(tables)))


def nest(tables: Mapping[str, Sequence[TableRow]]) -> Iterator[FeedRecord]:
    """Services, organizations and locations with all their parts inside."""
    by_id = {kind: {row.document["id"]: row.document for row in rows} for kind, rows in tables.items()}
    children: defaultdict[tuple[str, str, str], list[Document]] = defaultdict(list)
    for kind, rows in tables.items():
        for row in rows:
            for parent, column in _parents(kind):
                if row.document.get(column):
                    children[parent, kind, row.document[column]].append(row.document)
    for kind in ROOTS:
        for row in tables.get(kind, ()):
            yield FeedRecord(kind, _whole(kind, row.document, by_id, children), row.line, row.sheet)


def _parents(kind: str) -> Iterator[tuple[str, str]]:
    """Which kinds have this one as a part, and the column that names them."""
    for parent, shape in SHAPES.items():
        if kind in shape.lists.values():
            yield parent, _LINK.get(kind, f"{parent}_id")


def _whole(
    kind: str,
    document: Document,
    by_id: Mapping[str, Mapping[str, Document]],
    children: Mapping[tuple[str, str, str], list[Document]],
) -> Document:
    shape = SHAPES[kind]
    whole: Document = dict(document)
    for name, part_kind in shape.ones.items():
        part = by_id.get(part_kind, {}).get(document.get(_NESTED[name], ""))
        if part is not None:
            # Organisations and locations are whole records of their own: here their single fields will do.
            whole[name] = dict(part) if part_kind in ROOTS else _whole(part_kind, part, by_id, children)
    for name, part_kind in shape.lists.items():
        found = children.get((kind, part_kind, document["id"]), ())
        if found:
            whole[name] = [_whole(part_kind, part, by_id, children) for part in found]
    return whole


def _typed(shape: Shape, document: Document) -> Document:
    """Numbers as numbers, UUIDs in lower case."""
    return {name: _value(shape.fields.get(name, "text"), value) for name, value in document.items()}


def _value(form: str, text: str) -> Any:
    if form == "number":
        number = float(text)
        return int(number) if number.is_integer() else number
    return text.lower() if form == "uuid" else text


def _lonely(tables: Mapping[str, Sequence[TableRow]]) -> Iterator[Rejected]:
    """Rows of parts that say nowhere what they belong to."""
    for kind, rows in tables.items():
        columns = sorted({column for _, column in _parents(kind)})
        if kind in _SHARED or kind in ROOTS or not columns:
            continue
        for row in rows:
            if not any(row.document.get(column) for column in columns):
                yield Rejected(row.line, words.LONELY_ROW, columns[0], row.sheet)
