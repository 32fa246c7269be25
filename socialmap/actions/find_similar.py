"""Is what somebody is adding perhaps already on the map? Asked while they type."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.actions.workspace import Workspace
from socialmap.model.values import FacilityId, InitiativeId, Point
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.duplicates import Candidate, likely_same


@dataclass(frozen=True, slots=True)
class Similar:
    """An initiative that may be the same; ``distance_m`` is straight, ``None`` when a place is unknown."""

    id: InitiativeId
    name: str
    distance_m: int | None
    similarity: float
    why: tuple[str, ...]


def find_similar(
    workspace: Workspace,
    viewer: Viewer,
    name: str,
    *,
    point: Point | None = None,
    facility_id: str = "",
    contact: str = "",
    leave_out: str = "",
) -> tuple[Similar, ...]:
    """Likely duplicates, the likeliest first; empty when there is no reason to warn (domain.md 4.K)."""
    permit(viewer, Right.SEE_OFFERS)
    facility = workspace.projections.current().facilities.get(FacilityId(facility_id))
    where = facility.point if facility else point
    known = workspace.projections.known_offers()
    found = likely_same(Candidate(name, where, contact), known, leave_out=leave_out)
    return tuple(
        Similar(InitiativeId(same.id), same.name, same.distance_m, same.similarity, tuple(same.why))
        for same in found
    )
