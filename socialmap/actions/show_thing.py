"""What lies behind the name on the web of one public thing: a page to read, or RDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from socialmap.actions.telling_values import value_told
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotFound
from socialmap.model.registry import BY_KIND
from socialmap.model.values import Layer, Tri
from socialmap.ontology.namespaces import thing_iri
from socialmap.privacy.roles import Right, Viewer, permit

_NOT_TOLD = frozenset({"id", "name", "boundary", "line", "checked_by", "source_id", "is_example", "centre"})
_ON_THE_MAP = frozenset({"initiative", "facility", "organisation"})


@dataclass(frozen=True, slots=True)
class PublicThing:
    """One thing in words. ``removed``: it was there once, and nothing else is told.

    ``facts`` are pairs of a field and the lines that tell it in Dutch; ``on_map``: a screen shows it beside
    the map.
    """

    kind: str
    id: str
    iri: str
    name: str = ""
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    on_map: bool = False
    removed: bool = False


def show_thing(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> PublicThing:
    """One thing of layer *buiten*. ``NotFound`` for what never was, and for every kind of another layer."""
    permit(viewer, Right.EXPORT_PUBLIC)
    entity = _public(workspace, kind, thing_id)
    iri = thing_iri(kind, thing_id)
    if entity is None:
        return PublicThing(kind, thing_id, iri, removed=True)
    pictures = workspace.projections.current()
    facts = []
    for field in fields(entity):
        value = getattr(entity, field.name)
        parts = [{key: answer} for key, answer in value.items()] if isinstance(value, Mapping) else [value]
        lines = [value_told(workspace.vocabulary, pictures, field.name, part) for part in parts]
        told = tuple(line for line in lines if line and line != Tri.UNKNOWN)
        if told and value is not False and field.name not in _NOT_TOLD:
            facts.append((field.name, told))
    return PublicThing(kind, thing_id, iri, getattr(entity, "name", ""), tuple(facts), kind in _ON_THE_MAP)


def thing_as_rdf(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str, ending: str) -> bytes:
    """The same as RDF, in the form of a file with this ending; empty when it was removed."""
    permit(viewer, Right.EXPORT_PUBLIC)
    from pyoxigraph import RdfFormat

    from socialmap.rdf.written import written_entity

    entity = _public(workspace, kind, thing_id)
    rdf_format = RdfFormat.from_extension(ending)
    return b"" if entity is None or rdf_format is None else written_entity(entity, rdf_format)


def _public(workspace: Workspace, kind: str, thing_id: str) -> Any:
    """The entity, or ``None`` when it was removed."""
    cls = BY_KIND.get(kind)
    if cls is not None and cls.layer is Layer.PUBLIC:
        stored = workspace.catalogue.find(cls, thing_id)
        if stored is not None:
            return stored.entity
        if workspace.catalogue.history(kind, thing_id):
            return None
    raise NotFound("Dit adres hoort nergens bij.", "Kijk of het adres klopt.")
