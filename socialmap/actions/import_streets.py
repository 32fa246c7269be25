"""Read the streets of a town, so that distances go over them: first a plan, then the prepared file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from socialmap.actions.projections import STREETS_FILE, Pictures
from socialmap.actions.workspace import Workspace
from socialmap.connectors.streets import CREDIT, read_streets
from socialmap.errors import ImportRejected, OutsideError
from socialmap.geo.coordinates import to_metres
from socialmap.geo.footways import NOWHERE, whole_mm
from socialmap.geo.network_file import StoredStreets, write_streets
from socialmap.geo.street_network import StreetNetwork
from socialmap.privacy.roles import Right, Viewer, permit


class StreetsChange(StrEnum):
    """What an import of streets does to those that are loaded."""

    NEW = "nieuw"
    REPLACED = "vervangt de vorige"
    SAME = "gelijk"


@dataclass(frozen=True, slots=True)
class StreetsPlan:
    """What there is in the file. ``applied``: it was carried out.

    ``places_on_streets`` of the ``places`` on the map lie within 200 metres of a street.
    """

    change: StreetsChange
    kilometres: int
    points: int
    steps: int
    abroad: int
    places: int
    places_on_streets: int
    applied: bool


def import_streets(workspace: Workspace, viewer: Viewer, path: Path, *, apply: bool = False) -> StreetsPlan:
    """Prepare the streets in a file of OpenStreetMap; ``apply`` puts them in the data folder.

    ``ImportRejected`` when the file cannot be used, ``OutsideError`` when the folder cannot be written.
    """
    permit(viewer, Right.IMPORT)
    pictures = workspace.projections.current()
    reading = read_streets(path)
    stored = StoredStreets(StreetNetwork.prepare(reading.ways), reading.digest, CREDIT)
    change = _change(pictures.streets, stored)
    places, on_streets = _places_on(stored.network, pictures)
    if places and not on_streets:
        raise ImportRejected(
            "Geen enkele plek op de kaart ligt bij deze straten.", "Kies een bestand van de eigen gemeente."
        )
    if apply and change is not StreetsChange.SAME:
        _keep(workspace.folder / STREETS_FILE, stored)
    return StreetsPlan(
        change=change,
        kilometres=round(stored.network.length_m / 1000),
        points=len(stored.network),
        steps=int(reading.ways.steps.sum()),
        abroad=reading.abroad,
        places=places,
        places_on_streets=on_streets,
        applied=apply and change is not StreetsChange.SAME,
    )


def _change(before: StoredStreets | None, after: StoredStreets) -> StreetsChange:
    if before is None:
        return StreetsChange.NEW
    return StreetsChange.SAME if before.digest == after.digest else StreetsChange.REPLACED


def _places_on(network: StreetNetwork, pictures: Pictures) -> tuple[int, int]:
    """How many facilities there are, and how many of them join the network."""
    at_mm = whole_mm(to_metres([facility.point for facility in pictures.facilities.values()]))
    return len(at_mm), int((network.attach(at_mm).node != NOWHERE).sum())


def _keep(path: Path, stored: StoredStreets) -> None:
    try:
        write_streets(path, stored)
    except OSError as error:
        raise OutsideError(
            "De straten konden niet worden bewaard.",
            "Kijk of de schijf vol is en de map beschreven mag worden.",
        ) from error
