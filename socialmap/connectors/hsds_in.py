"""Services of a feed (HSDS 3.0, Open Referral UK) as initiatives, with their places and organisations.

A record of our own feed gives every field back. From a feed of others only what it says is *given*: what we
had to guess (the theme, the sort of an organisation) is never taken for the source's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from socialmap.connectors.hsds_ids import UNKNOWN_ORGANISATION
from socialmap.connectors.hsds_offers import ServiceReader
from socialmap.connectors.hsds_organisations import organisation_ids, read_organisation
from socialmap.connectors.hsds_places import LocationReader
from socialmap.connectors.hsds_shapes import SHAPES, Document, Fault, check
from socialmap.connectors.hsds_terms import TermBook
from socialmap.connectors.hsds_values import FeedRecord, Outcome, every_part, parts_in
from socialmap.connectors.plan import Reading
from socialmap.connectors.suggested import FindThemes
from socialmap.connectors.table import Known, entity_id_of
from socialmap.model import wording_feed as words
from socialmap.model.provision import Initiative
from socialmap.model.values import ThemeId

_READ = {
    "service": "id organization_id name description email url status eligibility_description minimum_age "
    "maximum_age "
    "fees assured_date schedules languages organization cost_options contacts phones attributes "
    "service_at_locations service_areas last_modified application_process",
    "organization": "id name description email website phones locations attributes legal_status",
    "location": "id location_type name latitude longitude addresses schedules phones url attributes "
    "organization_id "
    "accessibility external_identifier external_identifier_type",
}
"""What we hold of each; the names of other fields are told."""
_NO_MATTER = frozenset({"metadata", "program_id", "alternate_name", "wait_time"})
_POSITION = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class FeedChoices:
    """How a feed is read. ``find_themes`` gives themes for free text, best first; ``theme`` is for the rest.

    ``own`` are the UUIDs of our own map: what comes back to us under them is left out.
    """

    source: str
    find_themes: FindThemes
    theme: ThemeId | None = None
    own: frozenset[str] = frozenset()


def read_records(records: Sequence[FeedRecord], known: Known, choices: FeedChoices) -> Reading:
    """What a feed says, and every refused record with its line and all its reasons in Dutch."""
    outcome = Outcome()
    terms = TermBook(known.vocabulary)
    sound = [_lowered(record) for record in records if _is_sound(record, choices, outcome)]
    ours = [record for record in sound if record.document["id"] in choices.own]
    if ours:
        outcome.notes[words.OUR_OWN] += len(ours)
    taken = [record for record in sound if record.document["id"] not in choices.own]
    organisations = _fullest(taken, "organization")
    ids = organisation_ids(organisations, choices.source)
    for record in organisations:
        read_organisation(record, ids, choices.source, terms, outcome)
    places = LocationReader(known, choices.source, terms)
    locations = _fullest(taken, "location")
    for record in locations:
        places.read(record, outcome, ids)
    for record in locations:
        places.read_room(record, outcome)
    services = ServiceReader(known, choices.source, choices.find_themes, choices.theme, terms, places, ids)
    for record in taken:
        if record.kind == "service":
            services.read(record, outcome)
    if not any(record.kind == "service" for record in records):
        outcome.notes[words.NO_SERVICES] += 1
    return Reading(
        tuple(outcome.rows), tuple(outcome.rejected), outcome.told(), frozenset(outcome.rejected_keys)
    )


def _is_sound(record: FeedRecord, choices: FeedChoices, outcome: Outcome) -> bool:
    """Has a record the shape that the standard says? Its faults are told otherwise."""
    known = record.kind in SHAPES
    faults = list(check(record.kind, record.document)) if known else [Fault("", words.NOT_A_RECORD)]
    fatal = [fault for fault in faults if fault.fatal]
    outcome.notes.update([words.NOT_BY_STANDARD] * bool(len(faults) - len(fatal)))
    if not fatal:
        outcome.unread |= set(_unread(record.kind, record.document))
        return True
    uuid = _uuid_in(record.document)
    key = (Initiative.kind, entity_id_of(Initiative.kind, choices.source, uuid)) if uuid else None
    outcome.refuse(record, [(fault.path, fault.sentence) for fault in fatal], key)
    return False


def _uuid_in(document: Any) -> str:
    return str(document.get("id") or "").lower() if isinstance(document, dict) else ""


def _unread(kind: str, document: Document) -> Iterator[str]:
    for name in document:
        if kind in _READ and name not in _READ[kind].split() and name not in _NO_MATTER and document[name]:
            yield f"{kind}.{name}"
    for part in ("organization", "location"):
        if kind == "service":
            for found in every_part(document, part):
                yield from _unread(part, found)


def _lowered(record: FeedRecord) -> FeedRecord:
    """UUIDs mean the same in capitals."""
    return replace(record, document=_lower(record.document))


def _lower(value: Any) -> Any:
    if isinstance(value, list):
        return [_lower(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: one.lower() if isinstance(one, str) and (name == "id" or name.endswith("_id")) else _lower(one)
        for name, one in value.items()
    }


def _fullest(records: Sequence[FeedRecord], kind: str) -> list[FeedRecord]:
    """Every record of a kind, also those inside others, once: the one that says most."""
    found: dict[str, FeedRecord] = {}
    for record in records:
        inside = [part for name in (kind, f"{kind}s") for part in _every(record.document, name)]
        for document in [record.document] if record.kind == kind else inside:
            before = found.get(document["id"])
            if document["id"] != UNKNOWN_ORGANISATION and (
                before is None or len(document) > len(before.document)
            ):
                line, sheet = (before.line, before.sheet) if before else (record.line, record.sheet)
                found[document["id"]] = FeedRecord(kind, document, line, sheet)
    return list(found.values())


def _every(document: Document, name: str) -> list[Document]:
    if name == "locations":  # those of an organisation itself say where it is, not where something is done
        return parts_in(document, name)
    return list(every_part(document, name))
