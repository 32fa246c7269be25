"""What falls away when somebody who leads an initiative stops: a simulation that changes nothing (4.D)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from socialmap.actions.footing_facts import active_initiatives, leaders_of
from socialmap.actions.spot_basis import SpotBasis, spot_basis
from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.collective.falling_away import FallingAway, Led, falling_away
from socialmap.errors import NotFound, UserError
from socialmap.model.area import District, Neighbourhood
from socialmap.model.provision import Initiative
from socialmap.model.rounding import round_whole
from socialmap.model.values import AreaId, InitiativeId, Layer
from socialmap.model.wording_gap_numbers import emptied_sentence, fewer_sentence
from socialmap.privacy.release_tables import Release
from socialmap.privacy.roles import Right, Viewer, layers_of, permit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happens when one of those who lead it stops; about initiatives and neighbourhoods only.

    ``stops`` and ``one_left`` are initiatives with their sentence. ``worse``: neighbourhoods whose category
    gets worse; ``fewer``: where fewer places a week remain. ``hinge`` is empty or a sentence.
    """

    stops: tuple[Choice, ...]
    one_left: tuple[Choice, ...]
    worse: tuple[str, ...]
    fewer: tuple[str, ...]
    hinge: str


@dataclass(frozen=True, slots=True)
class FallingAwayAnswer:
    """One outcome for everybody who leads it, the heaviest first. Who is who is not told."""

    id: InitiativeId
    name: str
    outcomes: tuple[Outcome, ...]


def show_falling_away(
    workspace: Workspace, viewer: Viewer, initiative_id: str, *, release: Release | None = None
) -> FallingAwayAnswer:
    """The simulation for one initiative. ``NotFound`` when it is not there or does not run; ``UserError``
    when nobody is known to lead it."""
    permit(viewer, Right.SEE_VULNERABLE)
    running = list(active_initiatives(workspace))
    chosen = next((one for one in running if one.id == initiative_id), None)
    if chosen is None:
        raise NotFound("Dit initiatief draait nu niet.", "Kies een ander initiatief uit de lijst.")
    leaders = leaders_of(workspace.projections.people())
    keys = leaders.get(chosen.id, frozenset())
    if not keys:
        raise UserError("We weten nog niet wie dit trekt.", "Vraag het eerst na.")
    led = [Led(one.id, one.name, leaders.get(one.id, frozenset())) for one in running]
    basis = spot_basis(
        workspace,
        "wat valt weg",
        inside_as=viewer.actor if Layer.CORE in layers_of(viewer) else "",
        district_id=_district_of(workspace, chosen),
        release=release,
    )
    found = [falling_away(key, led, basis.spots, basis.labels) for key in sorted(keys)]
    found.sort(key=lambda one: (-len(one.stops), -len(one.worse), -len(one.one_left)))
    return FallingAwayAnswer(chosen.id, chosen.name, tuple(_outcome(one, basis) for one in found))


def _district_of(workspace: Workspace, initiative: Initiative) -> str:
    """Where the initiative is, so that the neighbourhoods around it are looked at."""
    pictures = workspace.projections.current()
    area = pictures.areas.by_id.get(pictures.places.resolve(initiative).area_id or AreaId(""))
    if isinstance(area, Neighbourhood):
        return area.district_id or ""
    return area.id if isinstance(area, District) else ""


def _outcome(found: FallingAway, basis: SpotBasis) -> Outcome:
    stopping = [one.id for one in found.stops]
    return Outcome(
        stops=tuple(Choice(one.id, one.sentence) for one in found.stops),
        one_left=tuple(Choice(one.id, one.sentence) for one in found.one_left),
        worse=(*(spot.sentence for spot in found.worse), *_emptied(stopping, basis)),
        fewer=tuple(_fewer(stopping, basis)),
        hinge=found.hinge_sentence,
    )


def _emptied(stopping: list[InitiativeId], basis: SpotBasis) -> Iterator[str]:
    """Where nothing is known of the questions, only that no supply is left."""
    before, after = basis.places(), basis.places(stopping)
    names = {area.id: area.name for area in basis.neighbourhoods}
    for group, label in basis.labels.items():
        for area_id, name in names.items():
            cell = (area_id, group)
            if cell in basis.known.unseen and before.get(cell) and not after.get(cell):
                yield emptied_sentence(name, label)


def _fewer(stopping: list[InitiativeId], basis: SpotBasis) -> Iterator[str]:
    """Supply is public, so everybody may see it. The largest part lost first."""
    before, after = basis.places(), basis.places(stopping)
    lost = [
        (after.get(cell, 0) / places, cell) for cell, places in before.items() if after.get(cell) != places
    ]
    names = {area.id: area.name for area in basis.neighbourhoods}
    for _, cell in sorted(lost):
        was, stays = round_whole(float(before[cell])), round_whole(float(after.get(cell, 0)))
        yield fewer_sentence(names[cell[0]], basis.labels[cell[1]], was, stays)
