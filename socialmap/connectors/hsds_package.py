"""A tabular package: one CSV per object, a ``datapackage.json`` that describes them, and our profile."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from socialmap.connectors.hsds_out import unknown_organization
from socialmap.connectors.hsds_profile import patches
from socialmap.connectors.hsds_shapes import SHAPES, Document
from socialmap.connectors.hsds_tables import tables_of

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same data give the same bytes, so no file in a package has a time of its own."""
_TYPES = {"number": "number", "date-time": "datetime"}
_FORMATS = frozenset({"uuid", "uri", "email"})


def package_files(records: Iterable[tuple[str, Document]]) -> Iterator[tuple[str, bytes]]:
    """Every file of a package of these records, as (kind, record), by name."""
    tables = dict(tables_of(_with_organizations(records)))
    for kind, rows in tables.items():
        yield f"{SHAPES[kind].file}.csv", _csv(kind, rows)
    yield "datapackage.json", _json(_description(tables))
    for name, patch in patches().items():
        yield f"profile/{name}.json", _json(patch)


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files in one zip; the same files give the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in files:
            package.writestr(zipfile.ZipInfo(name, _MOMENT), body, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _with_organizations(records: Iterable[tuple[str, Document]]) -> Iterator[tuple[str, Document]]:
    """In a table a service has an organisation, if need be the one that stands for none."""
    for kind, record in records:
        if kind == "service" and not record.get("organization_id"):
            nobody = unknown_organization()
            yield kind, record | {"organization_id": nobody["id"], "organization": nobody}
        else:
            yield kind, record


def _csv(kind: str, rows: Iterable[Document]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(SHAPES[kind].fields), lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _description(tables: Mapping[str, Any]) -> Document:
    return {
        "name": "sociale-kaart",
        "title": "Sociale kaart: openbaar aanbod",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "resources": [_resource(kind) for kind in tables],
    }


def _resource(kind: str) -> Document:
    shape = SHAPES[kind]
    required = shape.required | shape.required_in_table
    return {
        "name": kind,
        "path": f"{shape.file}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {
            "primaryKey": "id",
            "fields": [
                _field(name, form, shape.options.get(name), name in required)
                for name, form in shape.fields.items()
            ],
        },
    }


def _field(name: str, form: str, options: tuple[str, ...] | None, required: bool) -> Document:
    described: Document = {"name": name, "type": _TYPES.get(form, "string")}
    if form in _FORMATS:
        described["format"] = form
    constraints: Document = {"required": True} if required else {}
    if options:
        constraints["enum"] = list(options)
    return described | ({"constraints": constraints} if constraints else {})


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
