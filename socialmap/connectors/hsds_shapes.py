"""The objects of HSDS 3.0 as a table of facts: fields, what is required, formats, and where parts belong.

Written from the standard's description; no text of it is here. ``check`` says what is wrong with a record.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeGuard

from socialmap.model import wording_feed as words

Document = dict[str, Any]

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_URI = re.compile(r"[a-z][a-z0-9+.-]*://(?:[!#$&-;=?-Z\[\]_a-z~]|%[0-9a-f]{2})+", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PLACES = ("physical", "postal", "virtual")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field, by its path. ``fatal``: the record cannot be used because of it."""

    path: str
    sentence: str
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """One object: the file of its table, its single fields with their format, and its parts.

    ``lists`` and ``ones`` are parts by field → kind. ``required`` holds everywhere,
    ``required_in_table`` in a table only.
    """

    file: str
    fields: Mapping[str, str]
    required: frozenset[str]
    required_in_table: frozenset[str]
    lists: Mapping[str, str]
    ones: Mapping[str, str]
    options: Mapping[str, tuple[str, ...]]


def _shape(
    file: str,
    fields: str,
    lists: str = "",
    ones: str = "",
    options: Mapping[str, tuple[str, ...]] | None = None,
) -> Shape:
    """``name!`` is required, ``name?`` in a table only; ``name:uri`` has a format, otherwise it is text."""
    formats: dict[str, str] = {}
    required: set[str] = set()
    in_table: set[str] = set()
    for word in fields.split():
        name, _, form = word.partition(":")
        bare = name.rstrip("!?")
        uuid = "uuid" if bare == "id" or (bare.endswith("_id") and bare != "tax_id") else "text"
        formats[bare] = form or uuid
        if name.endswith("!"):
            required.add(bare)
        if name.endswith("?"):
            in_table.add(bare)
    return Shape(
        file, formats, frozenset(required), frozenset(in_table), _pairs(lists), _pairs(ones), options or {}
    )


def _pairs(text: str) -> dict[str, str]:
    return dict(word.split(":", 1) for word in text.split())


_MAY_LACK: Mapping[str, tuple[str, ...]] = {
    "address": ("city", "state_province", "postal_code"),
    "organization": ("description",),
    "program": ("description",),
    "taxonomy": ("description",),
    "taxonomy_term": ("description",),
}
"""What the standard requires and Dutch data often do not have: a fault, but the record can be used."""

_STATUS = ("active", "inactive", "defunct", "temporarily closed")

SHAPES: Mapping[str, Shape] = {
    "organization": _shape(
        "organizations",
        "id! name! alternate_name description! email:email website:uri tax_status tax_id "
        "year_incorporated:number "
        "legal_status logo uri:uri parent_organization_id",
        "funding:funding contacts:contact phones:phone locations:location programs:program "
        "organization_identifiers:organization_identifier attributes:attribute metadata:metadata",
    ),
    "program": _shape(
        "programs",
        "id! organization_id? name! alternate_name description!",
        "attributes:attribute metadata:metadata",
    ),
    "service": _shape(
        "services",
        "id! organization_id? program_id name! alternate_name description url:uri email:email status! "
        "interpretation_services application_process fees_description wait_time fees accreditations "
        "eligibility_description minimum_age:number maximum_age:number assured_date assurer_email:email "
        "licenses "
        "alert last_modified:date-time",
        "phones:phone schedules:schedule service_areas:service_area service_at_locations:service_at_location "
        "languages:language funding:funding cost_options:cost_option required_documents:required_document "
        "contacts:contact attributes:attribute metadata:metadata",
        "organization:organization program:program",
        {"status": _STATUS},
    ),
    "service_at_location": _shape(
        "service_at_location",
        "id! service_id? location_id? description",
        "contacts:contact phones:phone schedules:schedule attributes:attribute metadata:metadata",
        "location:location",
    ),
    "location": _shape(
        "locations",
        "id! location_type! url:uri organization_id name alternate_name description transportation "
        "latitude:number "
        "longitude:number external_identifier external_identifier_type",
        "languages:language addresses:address contacts:contact accessibility:accessibility phones:phone "
        "schedules:schedule attributes:attribute metadata:metadata",
        options={"location_type": _PLACES},
    ),
    "address": _shape(
        "addresses",
        "id! location_id attention address_1! address_2 city! region state_province! postal_code! country! "
        "address_type!",
        "attributes:attribute metadata:metadata",
        options={"address_type": _PLACES},
    ),
    "phone": _shape(
        "phones",
        "id! location_id service_id organization_id contact_id service_at_location_id number! "
        "extension:number type "
        "description",
        "languages:language attributes:attribute metadata:metadata",
    ),
    "contact": _shape(
        "contacts",
        "id! organization_id service_id service_at_location_id location_id name title department email:email",
        "phones:phone attributes:attribute metadata:metadata",
    ),
    "schedule": _shape(
        "schedules",
        "id! service_id location_id service_at_location_id valid_from valid_to dtstart timezone:number until "
        "count:number wkst freq interval:number byday byweekno bymonthday byyearday description opens_at "
        "closes_at "
        "schedule_link:uri attending_type notes",
        "attributes:attribute metadata:metadata",
        options={"freq": ("WEEKLY", "MONTHLY"), "wkst": _DAYS},
    ),
    "service_area": _shape(
        "service_areas",
        "id! service_id name description extent extent_type uri",
        "attributes:attribute metadata:metadata",
    ),
    "language": _shape(
        "languages",
        "id! service_id location_id phone_id name code note",
        "attributes:attribute metadata:metadata",
    ),
    "funding": _shape(
        "funding", "id! organization_id service_id source", "attributes:attribute metadata:metadata"
    ),
    "accessibility": _shape(
        "accessibility",
        "id! location_id description details url:uri",
        "attributes:attribute metadata:metadata",
    ),
    "cost_option": _shape(
        "cost_options",
        "id! service_id? valid_from valid_to option currency amount:number amount_description",
        "attributes:attribute metadata:metadata",
    ),
    "required_document": _shape(
        "required_documents", "id! service_id document uri:uri", "attributes:attribute metadata:metadata"
    ),
    "organization_identifier": _shape(
        "organization_identifiers",
        "id! organization_id? identifier_scheme identifier_type! identifier!",
        "attributes:attribute metadata:metadata",
    ),
    "taxonomy": _shape("taxonomies", "id! name! description! uri:uri version", "metadata:metadata"),
    "taxonomy_term": _shape(
        "taxonomy_terms",
        "id! code name! description! parent_id taxonomy language taxonomy_id term_uri:uri",
        "metadata:metadata",
        "taxonomy_detail:taxonomy",
    ),
    "attribute": _shape(
        "attributes",
        "id! link_id? taxonomy_term_id? link_type link_entity? value",
        "metadata:metadata",
        "taxonomy_term:taxonomy_term",
    ),
    "metadata": _shape(
        "metadata",
        "id! resource_id? resource_type? last_action_date! last_action_type! field_name! previous_value! "
        "replacement_value! updated_by!",
    ),
    "meta_table_description": _shape(
        "meta_table_descriptions", "id! name language character_set", "attributes:attribute metadata:metadata"
    ),
}


def check(kind: str, record: object, path: str = "", *, in_table: bool = False) -> Iterator[Fault]:
    """Everything that is wrong with a record and its parts. In a table every value is text."""
    if not isinstance(record, dict):
        yield Fault(path, words.NOT_A_RECORD)
        return
    shape = SHAPES[kind]
    wanted = shape.required | shape.required_in_table if in_table else shape.required
    for name in sorted(wanted):
        if record.get(name) is None or (in_table and record[name] == ""):
            yield Fault(_below(path, name), words.MISSING, fatal=name not in _MAY_LACK.get(kind, ()))
    for name, form in shape.fields.items():
        value = record.get(name)
        if value is not None and not (in_table and value == ""):
            yield from _value_faults(
                _below(path, name), form, value, shape.options.get(name), in_table=in_table
            )
    for name, part in shape.ones.items():
        if record.get(name) is not None:
            yield from check(part, record[name], _below(path, name))
    for name, part in shape.lists.items():
        parts = record.get(name)
        if parts is not None and not isinstance(parts, list):
            yield Fault(_below(path, name), words.NOT_A_LIST)
        for position, one in enumerate(parts if isinstance(parts, list) else ()):
            yield from check(part, one, f"{_below(path, name)}[{position}]")


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _value_faults(
    path: str, form: str, value: object, options: tuple[str, ...] | None, *, in_table: bool
) -> Iterator[Fault]:
    if form == "number":
        if not (_is_number_text(value) if in_table else is_number(value)):
            yield Fault(path, words.NOT_A_NUMBER)
    elif not isinstance(value, str):
        yield Fault(path, words.NOT_TEXT)
    elif options is not None and value not in options:
        yield Fault(path, words.one_of(options))
    elif form == "uuid" and not is_uuid(value):
        yield Fault(path, words.NOT_A_UUID)
    elif form == "uri" and not is_uri(value):
        yield Fault(path, words.NOT_A_WEB_ADDRESS, fatal=False)
    elif form == "email" and not is_mail(value):
        yield Fault(path, words.NOT_A_MAIL_ADDRESS, fatal=False)
    elif form == "date-time" and not is_moment(value):
        yield Fault(path, words.NOT_A_MOMENT, fatal=False)


def is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_number_text(value: object) -> bool:
    try:
        return math.isfinite(float(str(value)))
    except ValueError:
        return False


def is_uuid(text: str) -> bool:
    return _UUID.fullmatch(text) is not None


def is_uri(text: str) -> bool:
    """An address with a scheme, in the signs that RFC 3986 allows."""
    return _URI.fullmatch(text) is not None


def is_mail(text: str) -> bool:
    return _MAIL.fullmatch(text) is not None


def is_moment(text: str) -> bool:
    """A date with a time and a zone, as RFC 3339 writes it."""
    try:
        return "T" in text and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
