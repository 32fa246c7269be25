"""The things of a file with RDF as rows for a plan: their names on the web are their keys."""

from __future__ import annotations

from dataclasses import replace

from socialmap.connectors.guarded import parse_rdf
from socialmap.connectors.parsed import Record
from socialmap.connectors.plan import Key, Reading, Rejected, Row
from socialmap.errors import ImportRejected
from socialmap.model.registry import BY_KIND
from socialmap.model.wording_rdf import NOTHING, NOTHING_REMEDY
from socialmap.store.payload import decode
from socialmap.store.upcast import UPCASTS


def read_things(content: bytes, *, source: str = "") -> Reading:
    """What the file says. A thing without a source gets ``source``, when one is given.

    ``ImportRejected`` when there is nothing in it that we know.
    """
    records = parse_rdf(content).records
    if not records:
        raise ImportRejected(NOTHING, NOTHING_REMEDY)
    rows, rejected = [], []
    keys: set[Key] = set()
    for record in records:
        if record.json:
            rows.append(_row(record, source))
        else:
            keys.add((record.kind, record.name))
            rejected += [Rejected(record.number, sentence, field) for field, sentence in record.problems]
    return Reading(tuple(rows), tuple(rejected), rejected_keys=frozenset(keys), whole=False)


def _row(record: Record, source: str) -> Row:
    cls = BY_KIND[record.kind]
    entity = decode(cls, UPCASTS.schema_of(record.kind), record.json.encode("utf-8"))
    given = frozenset(record.given)
    if source and not entity.source:
        entity, given = replace(entity, source=source, source_id=entity.id), given | {"source", "source_id"}
    return Row(record.number, entity, given)
