"""Packages of before HSDS 3.0 as found in the wild (numbered rows, lists in a cell), made into 3.0 tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from socialmap.connectors.hsds_ids import foreign_uuid
from socialmap.connectors.hsds_schedules import clock_in
from socialmap.connectors.hsds_shapes import SHAPES, Document, check, is_uuid
from socialmap.connectors.hsds_tables import Nested, TableRow, kind_of_sheet, nest, rows_of_sheet
from socialmap.connectors.parsed import Sheet
from socialmap.connectors.plan import Rejected
from socialmap.model import wording_feed as words

_TABLES = {"regular_schedules": "schedule", "mail_addresses": "address", "taxonomy": "taxonomy_term"}
_RENAMED = {
    "service": {"website": "url", "eligibility": "eligibility_description"},
    "location": {"website": "url"},
    "phone": {"number_type": "type"},
    "taxonomy_term": {"taxonomy_id": "id", "parent_name": ""},
}
_DAYS = {
    "monday": "MO",
    "tuesday": "TU",
    "wednesday": "WE",
    "thursday": "TH",
    "friday": "FR",
    "saturday": "SA",
    "sunday": "SU",
}
_PARENT_TABLES = {
    "location_id": "location", "organization_id": "organization", "service_id": "service",
    "contact_id": "contact", "program_id": "program", "parent_id": "taxonomy_term",
    "service_at_location_id": "service_at_location",
}  # fmt: skip
_SPLIT = re.compile(r",\s*(?![^(]*\))")
"""Between commas, but not within brackets: "Chinese (Mandarin, Cantonese), Spanish"."""


def is_older(sheets: Sequence[Sheet]) -> bool:
    """Are rows numbered, instead of having UUIDs?"""
    if any(sheet.name in {"regular_schedules", "mail_addresses"} for sheet in sheets):
        return True
    ids = [
        row.get("id", "") for sheet in sheets if kind_of_sheet(sheet.name) for _, row in rows_of_sheet(sheet)
    ]
    return bool(ids) and not any(is_uuid(one) for one in ids)


def older_records(sheets: Sequence[Sheet], source: str) -> tuple[Nested, tuple[str, ...]]:
    """The records of an older package, and notes. ``source`` keeps the numbers of two packages apart."""
    tables: dict[str, list[TableRow]] = {}
    rejected: list[Rejected] = []
    notes: Counter[str] = Counter()
    for sheet in sheets:
        kind = _TABLES.get(sheet.name) or kind_of_sheet(sheet.name)
        if sheet.name == "holiday_schedules":
            notes[words.HOLIDAYS] += 1
        if kind is None:
            continue
        for line, row in rows_of_sheet(sheet):
            for found_kind, document in _made(kind, sheet.name, row, source):
                faults = [fault for fault in check(found_kind, document) if fault.fatal]
                rejected += [
                    Rejected(line, f"{one.path}: {one.sentence}", one.path, sheet.name) for one in faults
                ]
                if not faults:
                    tables.setdefault(found_kind, []).append(TableRow(document, line, sheet.name))
    _give_organizations(tables)
    return Nested(tuple(nest(tables)), tuple(rejected)), tuple(notes)


def _made(kind: str, table: str, row: Document, source: str) -> Iterator[tuple[str, Document]]:
    """The row as 3.0 has it, then what stood in its cells and is a row of its own now."""
    renamed = {_RENAMED.get(kind, {}).get(name, name): value for name, value in row.items()}
    document: Document = {name: value for name, value in renamed.items() if name in SHAPES[kind].fields}
    if "id" in renamed:
        document["id"] = foreign_uuid(source, table, str(renamed["id"]))
    for column, parent in _PARENT_TABLES.items():
        if column in document:
            document[column] = _link(source, parent, str(document[column]))
    _numbers(kind, document)
    match kind:
        case "service":
            document.setdefault("status", "active")
            yield kind, document
            yield from _of_service(row, document.get("id", ""), source)
        case "location":
            virtual = str(row.get("virtual", "")).lower() == "true"
            yield kind, document | {"location_type": "virtual" if virtual else "physical"}
        case "organization":
            yield kind, {"description": document.get("name", "")} | document
        case "address":
            yield kind, document | {"address_type": "postal" if table == "mail_addresses" else "physical"}
        case "schedule":
            yield kind, document | _weekly(row)
        case "taxonomy_term":
            yield kind, {"description": document.get("name", "")} | document
        case _:
            yield kind, document


def _link(source: str, parent: str, number: str) -> str:
    table = "taxonomy" if parent == "taxonomy_term" else SHAPES[parent].file
    return foreign_uuid(source, table, number)


def _of_service(row: Mapping[str, str], service_id: str, source: str) -> Iterator[tuple[str, Document]]:
    if row.get("location_id"):
        at_location = foreign_uuid(source, "service_at_location", f"{row.get('id')} {row['location_id']}")
        location = _link(source, "location", row["location_id"])
        yield "service_at_location", {"id": at_location, "service_id": service_id, "location_id": location}
    for name in _SPLIT.split(row.get("languages", "")):
        if name.strip():
            language = foreign_uuid(source, "language", f"{row.get('id')} {name}")
            yield "language", {"id": language, "service_id": service_id, "name": name.strip()}
    for number in filter(None, (one.strip() for one in row.get("taxonomy_ids", "").split(","))):
        yield "attribute", _attribute(row, service_id, source, _link(source, "taxonomy_term", number), number)
    for name in filter(None, (one.strip() for one in _SPLIT.split(row.get("keywords", "")))):
        term = {"id": foreign_uuid(source, "keyword", name), "name": name, "description": name}
        attribute = _attribute(row, service_id, source, term["id"], name)
        yield "attribute", attribute | {"taxonomy_term": term}


def _attribute(row: Mapping[str, str], service_id: str, source: str, term: str, key: str) -> Document:
    return {
        "id": foreign_uuid(source, "attribute", f"{row.get('id')} {key}"),
        "link_id": service_id,
        "link_entity": "service",
        "taxonomy_term_id": term,
    }


def _weekly(row: Mapping[str, str]) -> Document:
    weekly: Document = {"freq": "WEEKLY", "byday": _DAYS.get(row.get("weekday", "").lower(), "")}
    for name in ("opens_at", "closes_at"):
        moment = clock_in(row.get(name))
        weekly[name] = moment.isoformat() if moment else ""
    return weekly


def _numbers(kind: str, document: Document) -> None:
    for name, form in SHAPES[kind].fields.items():
        if form == "number" and name in document:
            try:
                document[name] = float(document[name])
            except ValueError:
                continue  # the check says so


def _give_organizations(tables: Mapping[str, list[TableRow]]) -> None:
    """A service was run by the organisation of its location."""
    by_location = {
        row.document["id"]: row.document.get("organization_id") for row in tables.get("location", ())
    }
    by_service = {
        row.document["service_id"]: by_location.get(row.document["location_id"])
        for row in tables.get("service_at_location", ())
    }
    for row in tables.get("service", ()):
        organization = row.document.get("organization_id") or by_service.get(row.document["id"])
        if organization:
            row.document["organization_id"] = organization
