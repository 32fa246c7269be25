"""Where each fact about a thing comes from: which source or which colleague, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socialmap.actions.origins import IMPORTED, Origin, origins_of
from socialmap.actions.telling_values import value_told
from socialmap.actions.workspace import Workspace
from socialmap.model.registry import entity_type
from socialmap.model.values import Layer
from socialmap.model.work import Professional
from socialmap.privacy.roles import Right, Viewer, layers_of, may, permit


@dataclass(frozen=True, slots=True)
class SaidOtherwise:
    """A field of which the source says something else than a person filled in."""

    field: str
    source_says: str


@dataclass(frozen=True, slots=True)
class OriginLine:
    """Fields with one origin: an import from ``source``, or a colleague ``by`` (then no source).

    ``by`` is empty for a viewer who may not see who changed what.
    """

    fields: tuple[str, ...]
    on: date
    source: str = ""
    by: str = ""
    otherwise: tuple[SaidOtherwise, ...] = ()


def show_origins(workspace: Workspace, viewer: Viewer, kind: str, entity_id: str) -> tuple[OriginLine, ...]:
    """The origins of what is known now, newest first; empty for what is not there."""
    permit(viewer, Right.SEE_OFFERS)
    layer: Layer = entity_type(kind).layer
    if layer is Layer.CORE or layer not in layers_of(viewer):
        return ()
    stored = workspace.catalogue.find(entity_type(kind), entity_id)
    if stored is None:
        return ()
    origins = origins_of(workspace.catalogue.versions(kind, entity_id))
    together: dict[Origin, list[str]] = {}
    for name, origin in origins.now.items():
        if _says_something(getattr(stored.entity, name)):
            together.setdefault(origin, []).append(name)
    lines = []
    for origin, names in together.items():
        otherwise = [
            SaidOtherwise(name, _told(workspace, name, origins.last_offered[name]))
            for name in names
            if not origin.source
            and name in origins.last_offered
            and origins.last_offered[name] != getattr(stored.entity, name)
        ]
        source = stored.entity.source if origin.source not in ("", IMPORTED) else origin.source
        by = "" if origin.source or not may(viewer, Right.SEE_HISTORY) else _who(workspace, origin.by)
        lines.append(OriginLine(tuple(names), origin.on, source, by, tuple(otherwise)))
    return tuple(sorted(lines, key=lambda line: (line.on, line.fields), reverse=True))


def who_is(workspace: Workspace, viewer: Viewer, actor: str) -> str:
    """Who stands in the journal under this name, as people say it; empty when that is not known."""
    permit(viewer, Right.SEE_HISTORY)
    return _who(workspace, actor)


def _says_something(value: object) -> bool:
    return value not in (None, "", (), {}, False, "onbekend")


def _told(workspace: Workspace, name: str, value: object) -> str:
    return value_told(workspace.vocabulary, workspace.projections.current(), name, value)


def _who(workspace: Workspace, actor: str) -> str:
    """``Delia (sociaal makelaar)``; only the role where the colleague is not known."""
    role, _, name = actor.partition(":")
    colleague = workspace.catalogue.find(Professional, name) if name else None
    return f"{colleague.entity.name} ({role})" if colleague else role
