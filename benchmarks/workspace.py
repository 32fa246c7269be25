"""Our own side: a data folder filled town by town, opened as the app opens it, with its times."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.timing import Latencies, each, seconds
from benchmarks.town_data import towns
from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.workspace import Workspace
from socialmap.bootstrap import close_workspace, open_workspace
from socialmap.demo.town import STORY_DATE
from socialmap.geo.coordinates import from_metres
from socialmap.model.provision import Initiative
from socialmap.model.registry import Entity
from socialmap.model.values import InitiativeId
from socialmap.privacy.roles import Role, Viewer
from socialmap.search.index import OfferIndex
from socialmap.settings import Settings

VIEWER = Viewer(Role.BROKER, "meting")
_AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
_TOGETHER = 2_000


@dataclass(frozen=True, slots=True)
class Filled:
    """How long it took to fill a folder; ``entities`` are initiatives and the places they refer to."""

    entities: int
    save_seconds: float
    open_seconds: float


@contextmanager
def filled_workspace(folder: Path, initiatives: int) -> Iterator[tuple[Workspace, Filled]]:
    """A workspace with so many initiatives, saved through the catalogue and read into the index."""
    workspace = open_workspace(Settings(folder=folder, today=STORY_DATE.isoformat()))
    entities, taken = 0, 0.0
    waiting: list[Entity] = []
    for town in towns(initiatives):
        waiting += town
        if len(waiting) >= _TOGETHER:
            taken += _save(workspace, waiting)
            entities, waiting = entities + len(waiting), []
    if waiting:
        taken += _save(workspace, waiting)
        entities += len(waiting)
    opened = seconds(workspace.projections.current)
    try:
        yield workspace, Filled(entities, taken, opened)
    finally:
        close_workspace(workspace)


def _save(workspace: Workspace, entities: list[Entity]) -> float:
    return seconds(lambda: workspace.catalogue.save(entities, actor="meting", action="vullen", at=_AT))


def build_seconds(workspace: Workspace) -> float:
    """How long it takes to build the index from initiatives that are in memory."""
    pictures = workspace.projections.current()
    initiatives = [stored.entity for stored in workspace.catalogue.all(Initiative)]
    return seconds(lambda: OfferIndex.build(initiatives, pictures.places, workspace.vocabulary))


def put_latencies(workspace: Workspace, number: int) -> Latencies:
    """Of putting a new initiative in the index alone; the index is left as it was."""
    index, places = workspace.projections.current().offers, workspace.projections.current().places
    new = [_renamed(workspace, row, f"meting-los-{row}") for row in _spread(index, number)]
    latencies = each(lambda found: index.put(found, places.resolve(found)), new)
    for initiative in new:
        index.remove(initiative.id)
    return latencies


def save_latencies(workspace: Workspace, number: int) -> tuple[Latencies, Latencies]:
    """From saving a new initiative until it is on disk and the pictures hold it; and until a search found it.

    The first is comparable with an insert in another engine, the second includes one whole search.
    ``AssertionError`` when the very next search does not find it.
    """
    index = workspace.projections.current().offers
    durable, found = [], []
    for at, row in zip(count(), _spread(index, number), strict=False):
        new = replace(
            _renamed(workspace, row, f"meting-{at}"),
            checked_on=STORY_DATE,
            places_unlimited=True,
            age_max=None,
        )
        started = time.perf_counter()
        workspace.catalogue.save([new], actor=VIEWER.actor, action="toevoegen", at=_AT)
        workspace.projections.current()
        durable.append(time.perf_counter() - started)
        answer = find_help(workspace, VIEWER, _request_for(new, workspace))
        found.append(time.perf_counter() - started)
        assert new.id in {match.id for match in answer.matches}, "a saved initiative was not found at once"
    return Latencies.of(durable), Latencies.of(found)


def _spread(index: OfferIndex, number: int) -> list[int]:
    step = max(len(index.ids) // number, 1)
    return [row for row in range(0, len(index.ids), step) if index.ids[row]][:number]


def _renamed(workspace: Workspace, row: int, new_id: str) -> Initiative:
    """A drop-in for anybody, at the place of the initiative in a row."""
    index = workspace.projections.current().offers
    stored = workspace.catalogue.get(Initiative, index.ids[row]).entity
    place = workspace.projections.current().places.resolve(stored)
    x_m, y_m = place.x_m or 0.0, place.y_m or 0.0
    return Initiative(
        id=InitiativeId(new_id),
        name=f"{stored.name} {new_id}",
        themes=stored.themes,
        contact=stored.contact,
        point=from_metres(x_m, y_m),
        sessions=stored.sessions,
    )


def _request_for(initiative: Initiative, workspace: Workspace) -> HelpRequest:
    theme = next(theme for theme in initiative.themes if not workspace.vocabulary.themes[theme].acute)
    return HelpRequest(themes=(theme,), start=initiative.point)


def help_latencies(workspace: Workspace, requests: list[HelpRequest]) -> Latencies:
    """Of the whole action: pictures brought up to date, search, sentences, contact and moments."""
    for request in requests[:20]:
        find_help(workspace, VIEWER, request)
    return each(lambda request: find_help(workspace, VIEWER, request), requests)


def poll_latencies(workspace: Workspace, number: int) -> Latencies:
    """Of asking the journal whether anything changed, when nothing did."""
    return each(lambda _: workspace.projections.current(), range(number))
