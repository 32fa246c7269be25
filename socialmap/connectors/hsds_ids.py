"""The UUIDs under which things of ours stand in a feed, always the same for the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import NAMESPACE_URL, UUID, uuid5

from socialmap.ontology.namespaces import SM, THING, Scheme, concept_iri, scheme_iri, thing_iri

_SPACE = uuid5(NAMESPACE_URL, THING)


def thing_uuid(kind: str, thing_id: str) -> str:
    """The UUID of an entity; ``directory`` leads back."""
    return str(uuid5(_SPACE, thing_iri(kind, thing_id)))


def part_uuid(owner: str, *path: str) -> str:
    """The UUID of a part of a record, such as its second schedule."""
    return str(uuid5(UUID(owner), "/".join(path)))


def taxonomy_uuid(scheme: Scheme) -> str:
    return str(uuid5(_SPACE, scheme_iri(scheme)))


def concept_uuid(scheme: Scheme, concept_id: str) -> str:
    return str(uuid5(_SPACE, concept_iri(scheme, concept_id)))


def property_uuid(name: str) -> str:
    return str(uuid5(_SPACE, SM + name))


PROPERTIES_TAXONOMY = str(uuid5(_SPACE, SM))
"""The taxonomy of what HSDS has no field for."""
UNKNOWN_ORGANISATION = str(uuid5(_SPACE, "unknown organisation"))
"""Tables need an organisation for every service; this one stands where none is known."""


def foreign_uuid(source: str, table: str, number: str) -> str:
    """A UUID for a row of an older package, which numbers its rows 1, 2, 3."""
    return str(uuid5(_SPACE, "\0".join((source, table, number))))


def directory(things: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, str]]:
    """From UUID back to (kind, id)."""
    return {thing_uuid(kind, thing_id): (kind, thing_id) for kind, thing_id in things}
