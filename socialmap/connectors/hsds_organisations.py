"""Organisations of a feed."""

from __future__ import annotations

from typing import Any

from socialmap.connectors.hsds_places import point_in, postal_text
from socialmap.connectors.hsds_shapes import Document
from socialmap.connectors.hsds_terms import TermBook
from socialmap.connectors.hsds_values import (
    FeedRecord,
    Outcome,
    Properties,
    Unusable,
    address_in,
    mail_in,
    number_in,
    parts_in,
    text_in,
)
from socialmap.connectors.offers import LONGEST_NAME, likely_sort
from socialmap.connectors.plan import Row
from socialmap.connectors.table import entity_id_of
from socialmap.model import wording_feed as words
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Organisation, OrganisationKind
from socialmap.model.values import OrganisationId

_NAMES = ("sort", "line", "checked_on", "address")
_SORT_WORDS = (
    ("library", OrganisationKind.LIBRARY), ("church", OrganisationKind.FAITH),
    ("mosque", OrganisationKind.FAITH), ("police", OrganisationKind.POLICE),
    ("council", OrganisationKind.MUNICIPALITY), ("city of", OrganisationKind.MUNICIPALITY),
    ("housing", OrganisationKind.HOUSING), ("association", OrganisationKind.ASSOCIATION),
    ("limited", OrganisationKind.COMPANY), ("bv", OrganisationKind.COMPANY),
    ("inc", OrganisationKind.COMPANY),
)  # fmt: skip


def organisation_ids(records: list[FeedRecord], source: str) -> dict[str, OrganisationId]:
    """Which organisation of ours each UUID of the feed is."""
    return {
        record.document["id"]: OrganisationId(entity_id_of(Organisation.kind, source, record.document["id"]))
        for record in records
    }


def read_organisation(
    record: FeedRecord, ids: dict[str, OrganisationId], source: str, terms: TermBook, outcome: Outcome
) -> None:
    """Add the row of an organisation, or the reasons why it cannot be used."""
    document = record.document
    entity_id = ids[document["id"]]
    said = Properties(list(terms.read(document.get("attributes"))))
    try:
        fields = _fields(document, said, terms, outcome)
    except Unusable as problem:
        outcome.refuse(record, problem.reasons, (Organisation.kind, entity_id))
        return
    fields["partners"] = tuple(ids[uuid] for uuid in said.texts("partners") if uuid in ids)
    given = set(fields) if "sort" in said else {name for name, value in fields.items() if value} - {"sort"}
    entity = Organisation(id=entity_id, source=source, source_id=document["id"], **fields)
    outcome.rows.append(Row(record.line, entity, frozenset(given | {"source", "source_id"}), record.sheet))


def _fields(document: Document, said: Properties, terms: TermBook, outcome: Outcome) -> dict[str, Any]:
    name = text_in(document, "name")
    if not normalise(name):
        raise Unusable(("organization.name", words.NAME_EMPTY))
    if len(name) > LONGEST_NAME:
        raise Unusable(("organization.name", words.NAME_TOO_LONG))
    fields = said.read(Organisation, _NAMES)
    if fields["sort"] is None:
        fields["sort"] = _sort(f"{name} {text_in(document, 'legal_status')}")
        if fields["sort"] is None:
            outcome.notes[words.SORT_GUESSED] += 1
            fields["sort"] = OrganisationKind.FOUNDATION
    own_places = (
        one
        for one in parts_in(document, "locations")
        if not Properties(list(terms.read(one.get("attributes")))).said
    )
    location = next(own_places, {})
    return fields | {
        "name": name,
        "themes": said.concepts("themes"),
        "website": said.text("website") or address_in(document, "website"),
        "email": said.text("email") or mail_in(document, "email"),
        "phone": next((number_in(phone) for phone in parts_in(document, "phones")), ""),
        "point": point_in(location),
        "address": fields["address"] or postal_text(location, named=False),
    }


def _sort(text: str) -> OrganisationKind | None:
    wanted = f" {normalise(text)} "
    return likely_sort(text) or next((sort for word, sort in _SORT_WORDS if f" {word} " in wanted), None)
