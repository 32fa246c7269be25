"""Add or change an initiative, a facility or an organisation; it can be found at once.

A draft is the entity itself: a new one has an empty ``id``, and what was not filled in keeps its default.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.geo.coordinates import in_the_netherlands
from socialmap.model.provision import Facility, Initiative, Organisation, QuadrantItems
from socialmap.model.quadrants import Quadrant, membership, position
from socialmap.model.registry import Entity, entity_type
from socialmap.model.values import FacilityId, InitiativeId, OrganisationId
from socialmap.privacy.offer_texts import persons_in
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import findings_in

Offered = TypeVar("Offered", bound=Initiative | Facility | Organisation)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved, and the sentence that says where it lands in the four quadrants (empty if unknown).

    ``hints`` may be ignored; ``batch`` is what to take back, empty when nothing changed.
    """

    id: str
    name: str
    version: int
    placed: str
    hints: tuple[Violation, ...] = ()
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What must be mended before a draft can be saved, and hints that may be ignored."""

    violations: tuple[Violation, ...]
    hints: tuple[Violation, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity to edit, and the version that the form carries."""

    entity: Any
    version: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Where six answers put an initiative."""

    x: float
    y: float
    quadrants: tuple[Quadrant, ...]
    sentence: str


_NOT_HERE = "Deze plek ligt niet in Nederland. Kies een plek op de kaart."

_WHERE = {
    Quadrant.LB: "één voor één, door beroepskrachten",
    Quadrant.RB: "in een groep, met beroepskrachten",
    Quadrant.LO: "één voor één, door bewoners",
    Quadrant.RO: "samen, vooral door bewoners",
}


def add_offer(workspace: Workspace, viewer: Viewer, draft: Initiative | Facility | Organisation) -> Saved:
    """Save something new. ``InvalidInput`` with every violation when something is missing."""
    permit(viewer, Right.ADD_OFFERS)
    entity = _with_id(workspace, _tidied(draft))
    today = workspace.today()
    if entity.checked_on is None:
        entity = replace(entity, checked_on=today)
    hints = _require_fit(entity, None)
    return _save(workspace, viewer, entity, "toegevoegd", {}, hints)


def change_offer(
    workspace: Workspace,
    viewer: Viewer,
    draft: Initiative | Facility | Organisation,
    version: int,
    *,
    beside: Sequence[Entity] = (),
    seen: Mapping[tuple[str, str], int] | None = None,
) -> Saved:
    """Save an edit that began at ``version``; fields that others changed meanwhile are merged.

    ``beside`` is kept in the same write; ``seen`` are the versions of it that the editor saw.
    ``EditConflict`` when somebody else changed the same field, ``InvalidInput`` when a rule is broken.
    """
    permit(viewer, Right.CHANGE_OFFERS)
    entity = _tidied(draft)
    known = workspace.catalogue.find(type(entity), entity.id)
    hints = _require_fit(entity, known.entity if known else None)
    based_on = {(entity.kind, entity.id): version, **(seen or {})}
    return _save(workspace, viewer, entity, "gewijzigd", based_on, hints, beside)


def check_draft(workspace: Workspace, viewer: Viewer, draft: Initiative | Facility | Organisation) -> Checked:
    """Everything that saving this draft would say about it, without saving."""
    permit(viewer, Right.CHANGE_OFFERS)
    known = workspace.catalogue.find(type(draft), draft.id) if draft.id else None
    entity = _tidied(draft) if draft.id else _with_id(workspace, _tidied(draft))
    return _checked(entity, known.entity if known else None)


def open_draft(workspace: Workspace, viewer: Viewer, kind: str, entity_id: str) -> Draft:
    """An existing initiative, facility or organisation to edit; ``NotFound`` if it is not there."""
    permit(viewer, Right.CHANGE_OFFERS)
    stored = workspace.catalogue.get(entity_type(kind), entity_id)
    return Draft(stored.entity, stored.version)


def place_in_quadrants(items: QuadrantItems) -> Placement:
    """Where the six placement answers put an initiative, with the sentence that says so."""
    x, y = position(items)
    quadrants = membership(x, y)
    told = " of ".join(_WHERE[quadrant] for quadrant in quadrants)
    if len(quadrants) == len(Quadrant):
        told = "een beetje van alles"
    return Placement(x, y, quadrants, f"Dit past bij: {told}.")


def _save(
    workspace: Workspace,
    viewer: Viewer,
    entity: Initiative | Facility | Organisation,
    action: str,
    based_on: dict[tuple[str, str], int],
    hints: tuple[Violation, ...],
    beside: Sequence[Entity] = (),
) -> Saved:
    kept = workspace.catalogue.save(
        [entity, *beside], actor=viewer.actor, action=action, at=workspace.clock(), based_on=based_on
    )
    stored = workspace.catalogue.get(type(entity), entity.id)
    items = getattr(stored.entity, "quadrant", None)
    placed = place_in_quadrants(items).sentence if items else ""
    return Saved(entity.id, entity.name, stored.version, placed, hints, kept.batch)


def _require_fit(
    entity: Initiative | Facility | Organisation, known: Initiative | Facility | Organisation | None
) -> tuple[Violation, ...]:
    """The hints about something fit to save; ``InvalidInput`` with every violation otherwise."""
    checked = _checked(entity, known)
    if checked.violations:
        raise InvalidInput(checked.violations)
    return checked.hints


def _checked(
    entity: Initiative | Facility | Organisation, known: Initiative | Facility | Organisation | None
) -> Checked:
    findings = findings_in([entity])
    persons = persons_in(entity, known)
    broken = (*findings.violations, *_about_the_place(entity), *persons.violations)
    return Checked(broken, (*findings.hints, *persons.hints))


def _about_the_place(entity: Initiative | Facility | Organisation) -> tuple[Violation, ...]:
    if entity.point is None or in_the_netherlands(entity.point):
        return ()
    return (Violation("point", _NOT_HERE),)


def _with_id(
    workspace: Workspace, draft: Initiative | Facility | Organisation
) -> Initiative | Facility | Organisation:
    fresh = workspace.new_id(draft.kind)
    if isinstance(draft, Initiative):
        return replace(draft, id=InitiativeId(fresh))
    if isinstance(draft, Facility):
        sort = workspace.vocabulary.facility_types.get(draft.type)
        return replace(draft, id=FacilityId(fresh), basic=sort.basic if sort else draft.basic)
    return replace(draft, id=OrganisationId(fresh))


def _tidied(draft: Offered) -> Offered:
    """Without the spaces that a phone keyboard leaves behind."""
    return replace(draft, name=" ".join(draft.name.split()))
