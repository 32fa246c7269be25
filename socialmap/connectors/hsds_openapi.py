"""The description of the public addresses of our feed (OpenAPI 3.1), made from the same facts as the feed."""

from __future__ import annotations

from socialmap.connectors.hsds_shapes import SHAPES, Document

_PAGE = {
    "total_items": "integer", "total_pages": "integer", "page_number": "integer", "size": "integer",
    "first_page": "boolean", "last_page": "boolean", "empty": "boolean",
}  # fmt: skip
_PAGING = "search page per_page format"
_FILTERS = "taxonomy_term_id taxonomy_id organization_id modified_after full"
_LISTS = {
    "services": ("service", f"{_PAGING} {_FILTERS} minimal minimum_age maximum_age start_time end_time day"),
    "organizations": ("organization", f"{_PAGING} full full_service"),
    "service_at_locations": ("service_at_location", f"{_PAGING} {_FILTERS} postcode proximity"),
    "taxonomies": ("taxonomy", _PAGING),
    "taxonomy_terms": ("taxonomy_term", f"{_PAGING} taxonomy_id top_only parent_id"),
}
_TYPES = {
    "page": "integer", "per_page": "integer", "minimal": "boolean", "full": "boolean",
    "full_service": "boolean", "top_only": "boolean", "proximity": "number", "minimum_age": "number",
    "maximum_age": "number",
}  # fmt: skip


def openapi() -> Document:
    """The whole description."""
    paths: Document = {
        "/": {"get": _get("", _object({"version": "string", "profile": "string", "openapi_url": "string"}))}
    }
    for name, (kind, parameters) in _LISTS.items():
        paths[f"/{name}"] = {"get": _get(parameters, _page(kind, minimal="minimal" in parameters))}
        paths[f"/{name}/{{id}}"] = {"get": _get("", _record(kind), of_one=True)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sociale kaart: openbaar aanbod", "version": "3.0"},
        "paths": paths,
    }


def _get(parameters: str, schema: Document, *, of_one: bool = False) -> Document:
    asked: list[Document] = [
        {"name": name, "in": "query", "required": False, "schema": {"type": _TYPES.get(name, "string")}}
        for name in parameters.split()
    ]
    if of_one:
        asked.append(
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        )
    answer = {"description": "ok", "content": {"application/json": {"schema": schema}}}
    return {"parameters": asked, "responses": {"200": answer}}


def _object(fields: dict[str, str]) -> Document:
    return {
        "type": "object",
        "properties": {name: {"type": kind} for name, kind in fields.items()},
        "required": list(fields),
    }


def _page(kind: str, *, minimal: bool) -> Document:
    page = _object(_PAGE)
    item = {"type": "object", "required": ["id"]} if minimal else _record(kind)
    page["properties"]["contents"] = {"type": "array", "items": item}
    page["required"].append("contents")
    return page


def _record(kind: str) -> Document:
    shape = SHAPES[kind]
    properties: Document = {}
    for name, form in shape.fields.items():
        properties[name] = {"type": "number"} if form == "number" else {"type": "string"}
        if form not in {"number", "text"}:
            properties[name]["format"] = form
        if name in shape.options:
            properties[name]["enum"] = list(shape.options[name])
    return {"type": "object", "properties": properties, "required": sorted(shape.required)}
