"""How to call each action about what stands twice on the map; with its right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from socialmap.actions.merge_doubles import merge_doubles, tell_apart
from socialmap.actions.show_doubles import show_double, show_doubles
from socialmap.actions.where_it_went import arrive, where_it_went
from socialmap.actions.workspace import Workspace
from socialmap.geo.coordinates import from_metres
from socialmap.model.provision import Facility
from socialmap.model.values import FacilityId, FacilityTypeId
from socialmap.privacy.roles import Viewer
from tests.town import DE_LINDE

Call = Callable[[Workspace, Viewer, Path], object]
TWIN = replace(
    DE_LINDE,
    id=FacilityId("osm-1"),
    name="De Linde",
    type=FacilityTypeId("dorpshuis"),
    point=from_metres(200_230, 500_160),
    address="Lindestr. 12",
    phone="038-5550123",
    opening_hours="Mo-Fr 09:00-17:00",
    operator_id=None,
    checked_on=None,
    source="open kaart",
    source_id="n1",
)
"""Buurthuis De Linde, as another list has it."""
PAIR = (DE_LINDE.id, TWIN.id)


def with_twin(workspace: Workspace) -> None:
    if workspace.catalogue.find(Facility, TWIN.id) is None:
        workspace.catalogue.save([TWIN], actor="proef", action="ingelezen", at=workspace.clock())


def merged(workspace: Workspace, viewer: Viewer) -> object:
    with_twin(workspace)
    return merge_doubles(workspace, viewer, "facility", PAIR)


def told_apart(workspace: Workspace, viewer: Viewer) -> object:
    with_twin(workspace)
    return tell_apart(workspace, viewer, "facility", PAIR)


CALLS: dict[str, tuple[str, Call]] = {
    "show_doubles": ("aanbod wijzigen", lambda w, v, _: show_doubles(w, v)),
    "show_double": ("aanbod wijzigen", lambda w, v, _: show_double(w, v, "facility", PAIR)),
    "merge_doubles": ("aanbod wijzigen", lambda w, v, _: merged(w, v)),
    "tell_apart": ("aanbod wijzigen", lambda w, v, _: told_apart(w, v)),
    "where_it_went": ("aanbod zien", lambda w, v, _: where_it_went(w, v, "facility", DE_LINDE.id)),
    "arrive": ("aanbod zien", lambda w, v, _: arrive(w, v, Facility, DE_LINDE.id)),
}
