"""Fill a data folder with the invented town of Meerwold, its people, its base map and its streets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from socialmap.actions.projections import STREETS_FILE
from socialmap.actions.release_counts import release_counts
from socialmap.actions.workspace import Workspace
from socialmap.demo.basemap import write_basemap
from socialmap.demo.footways import street_network
from socialmap.demo.ground import load_ground
from socialmap.demo.town import build_town
from socialmap.errors import UserError
from socialmap.geo.network_file import write_streets
from socialmap.model.area import Municipality
from socialmap.privacy.roles import Right, Viewer, permit

BASEMAP_FILE = "basemap.pmtiles"
_TOGETHER = 2_000
"""Entities per transaction: one town and more fits, and a very large one does not fill the memory."""


def build_demo(workspace: Workspace, viewer: Viewer, *, seed: int = 1, scale: int = 1) -> int:
    """Save ``scale`` invented towns beside each other, with the weekly release; how many things that are.

    ``UserError`` when the folder already holds a municipality: invented and real data never mix.
    """
    permit(viewer, Right.PREPARE_FOLDER)
    if workspace.catalogue.count(Municipality):
        raise UserError("In deze map staan al gegevens.", "Kies met --folder een lege map voor de oefenstad.")
    at = workspace.clock()
    total = 0
    for some in _parts(build_town(seed, scale, today=workspace.today())):
        workspace.catalogue.save(some, actor=viewer.actor, action="oefenstad", at=at)
        total += len(some)
    release_counts(workspace, viewer, apply=True)
    write_basemap(workspace.folder / BASEMAP_FILE, load_ground())
    write_streets(workspace.folder / STREETS_FILE, street_network(load_ground()))
    return total


def _parts(entities: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(entities)
    while some := list(islice(waiting, _TOGETHER)):
        yield some
