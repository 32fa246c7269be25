"""How many different people have an open question, per leefgebied and neighbourhood, as it may be shown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from socialmap.actions.auditing import note_access
from socialmap.actions.holding import CLOSED
from socialmap.actions.last_release import latest_release
from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.model.people import Need, Resident
from socialmap.model.values import AreaId, Layer, ResidentId, ThemeId
from socialmap.model.wording_counts import OPEN_TODAY
from socialmap.model.wording_gap_numbers import NO_RELEASE_YET, release_sentence
from socialmap.privacy.disclosure import protect
from socialmap.privacy.release_tables import Cell, Release, Row, Table
from socialmap.privacy.roles import Right, Viewer, layers_of, permit


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedCount:
    """One cell; ``people`` is a text such as ``12``, ``<5`` or ``–``."""

    group: Choice
    area: Choice
    people: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedCounts:
    """``stand`` says from when the figures are; without a weekly release there are none outside the core."""

    stand: str
    counts: tuple[NeedCount, ...]


def count_needs(workspace: Workspace, viewer: Viewer, *, release: Release | None = None) -> NeedCounts:
    """Inside the core the people of today, protected per leefgebied; anybody else the last weekly release
    (or the ``release`` given).

    Themes about safety are in no count.
    """
    permit(viewer, Right.SEE_NEED_COUNTS)
    pictures, words = workspace.projections.current(), workspace.vocabulary
    areas = pictures.areas.neighbourhoods
    groups = [(theme_id, theme.called) for theme_id, theme in words.themes.items() if theme.group is None]
    if Layer.CORE not in layers_of(viewer):
        release = release or latest_release(workspace)
        if release is None:
            return NeedCounts(stand=NO_RELEASE_YET, counts=())
        rows = {area.id: Row(Table.NEIGHBOURHOOD, area.district_id or AreaId(""), area.id) for area in areas}
        told = {
            (group, area.id): release.shown(Cell(rows[area.id], group)).text
            for group, _ in groups
            for area in areas
        }
        stand = release_sentence(release.monday)
    else:
        told, stand = _of_today(workspace, viewer, groups), OPEN_TODAY
    return NeedCounts(
        stand=stand,
        counts=tuple(
            NeedCount(
                group=Choice(group, label), area=Choice(area.id, area.name), people=told[group, area.id]
            )
            for group, label in groups
            for area in areas
        ),
    )


def _of_today(
    workspace: Workspace, viewer: Viewer, groups: list[tuple[ThemeId, str]]
) -> dict[tuple[ThemeId, AreaId], str]:
    people, words = workspace.projections.people(), workspace.vocabulary
    residents = people.all(Resident)
    asking: defaultdict[tuple[ThemeId, AreaId], set[ResidentId]] = defaultdict(set)
    counted = 0
    for need in people.all(Need).values():
        resident, theme = residents.get(need.resident_id), words.themes.get(need.theme)
        if resident and theme and not theme.acute and need.status not in CLOSED:
            asking[words.top_of(need.theme), resident.area_id].add(resident.id)
            counted += 1
    note_access(
        workspace, viewer.actor, "vragen tellen", Need.kind, counted,
        purpose="Personen tellen per buurt en leefgebied.",
    )  # fmt: skip
    areas = workspace.projections.current().areas.neighbourhoods
    told: dict[tuple[ThemeId, AreaId], str] = {}
    for group, _ in groups:
        cells = protect([(area.name, len(asking[group, area.id])) for area in areas]).cells
        told |= {(group, area.id): cell for area, cell in zip(areas, cells, strict=True)}
    return told
