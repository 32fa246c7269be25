"""The public data as files that other programs read: on disk, and below ``/open`` of the app."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from socialmap.actions.browse_map import DEMO_CODE, MapView, map_frame, rows_of
from socialmap.actions.telling import place_name
from socialmap.actions.workspace import Workspace
from socialmap.connectors.public_map import PublicMap
from socialmap.connectors.whole_file import write_whole
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model.given import given
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.sources import OPENSTREETMAP
from socialmap.model.values import InitiativeId, Layer
from socialmap.model.wording_calendar import CALENDAR_NAME
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.browsing import ids_of

if TYPE_CHECKING:
    from socialmap.connectors.icalendar_out import Entry, Made

_PUBLIC = frozenset({Layer.PUBLIC})
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CC_BY = "https://creativecommons.org/licenses/by/4.0/"
_ODBL = "https://opendatacommons.org/licenses/odbl/1-0/"
_TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/"


class FileForm(StrEnum):
    """In which form; the value is the ending of a file's name."""

    GEOJSON = "geojson"
    CSV = "csv"
    XLSX = "xlsx"
    TURTLE = "ttl"
    JSON_LD = "jsonld"
    N_QUADS = "nq"


MEDIA_TYPES: Mapping[FileForm, str] = {
    FileForm.GEOJSON: "application/geo+json",
    FileForm.CSV: "text/csv; charset=utf-8",
    FileForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileForm.TURTLE: "text/turtle; charset=utf-8",
    FileForm.JSON_LD: "application/ld+json",
    FileForm.N_QUADS: "application/n-quads",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A calendar on disk: how many moments are in it, and how many are not because their date is unknown."""

    moments: int
    without_date: int


def open_file(workspace: Workspace, viewer: Viewer, form: FileForm) -> bytes:
    """Layer *buiten* in one of the forms. The same data give the same bytes; made once per change."""
    permit(viewer, Right.EXPORT_PUBLIC)
    return workspace.projections.made(form, lambda: _MAKERS[form](workspace))


def export_open_file(workspace: Workspace, viewer: Viewer, form: FileForm, path: Path) -> int:
    """The same on disk; the number of bytes. An existing file is replaced only when the new one is whole."""
    permit(viewer, Right.EXPORT_PUBLIC)
    return write_whole(path, [open_file(workspace, viewer, form)])


def calendar(workspace: Workspace, viewer: Viewer, view: MapView) -> Made:
    """The moments of every initiative that the map shows with these filters."""
    permit(viewer, Right.EXPORT_PUBLIC)
    from socialmap.connectors.icalendar_out import calendar_of

    pictures = workspace.projections.current()
    with pictures.offers.lock:
        ids = ids_of(pictures.offers, rows_of(pictures, view, workspace.today()))
    name = f"{CALENDAR_NAME} {map_frame(workspace, viewer).place_name}".strip()
    return calendar_of(_entries(workspace, ids), workspace.today(), name)


def calendar_of_one(workspace: Workspace, viewer: Viewer, initiative_id: str) -> Made:
    """The moments of one initiative; ``NotFound`` when it is not there."""
    permit(viewer, Right.EXPORT_PUBLIC)
    from socialmap.connectors.icalendar_out import calendar_of

    entries = _entries(workspace, [InitiativeId(initiative_id)])
    if not entries:
        raise NotFound("Dit initiatief is er niet (meer).", "Kijk of het adres klopt.")
    return calendar_of(entries, workspace.today(), entries[0].initiative.name)


def export_calendar(
    workspace: Workspace, viewer: Viewer, path: Path, *, initiative: str = "", view: MapView | None = None
) -> Written:
    """A calendar on disk, of one initiative or of a selection."""
    permit(viewer, Right.EXPORT_PUBLIC)
    if initiative:
        made = calendar_of_one(workspace, viewer, initiative)
    else:
        made = calendar(workspace, viewer, view or MapView(social_base_only=False))
    write_whole(path, [made.content])
    return Written(made.moments, made.without_date)


def describe_dataset(
    workspace: Workspace, viewer: Viewer, address: str, contact: str = "", *, asked: str = ""
) -> bytes:
    """What these data are, as DCAT-AP-NL in Turtle.

    ``address`` is where the app can be reached, ``contact`` a mail address or web page for questions,
    ``asked`` what stands behind each address (``?gemeente=…``).
    """
    permit(viewer, Right.EXPORT_PUBLIC)
    from socialmap.connectors.dcat_out import Described, describe

    _require_addresses(address, contact)

    frame, areas = map_frame(workspace, viewer), workspace.projections.current().areas
    codes = [area.id for area in areas.municipalities if area.id != DEMO_CODE]
    supply = _public_map(workspace)
    sources = {thing.source for thing in supply.things}
    changed = [
        at
        for cls in (Organisation, Facility, Initiative)
        for at in workspace.catalogue.changed_at(cls).values()
    ]
    return describe(
        Described(
            address=address.rstrip("/"),
            asked=asked,
            place=frame.place_name or "de buurt",
            place_iri=f"{_TOOI}{codes[0].lower()}" if len(codes) == 1 else "",
            contact=contact,
            licence=_ODBL if OPENSTREETMAP in sources else _CC_BY,
            credits=supply.credits,
            bbox=(frame.west, frame.south, frame.east, frame.north),
            modified=max(changed).date() if changed else None,
        )
    )


def export_description(
    workspace: Workspace, viewer: Viewer, path: Path, *, address: str, contact: str = ""
) -> int:
    """The same on disk; the number of bytes."""
    permit(viewer, Right.EXPORT_PUBLIC)
    return write_whole(path, [describe_dataset(workspace, viewer, address, contact)])


def _require_addresses(address: str, contact: str) -> None:
    faults = []
    if not _ADDRESS.fullmatch(address):
        faults.append(Violation("address", "Een adres begint met https:// en heeft geen spaties."))
    if contact and not _ADDRESS.fullmatch(contact) and not _MAIL.fullmatch(contact):
        faults.append(Violation("contact", "Geef een mailadres, of een webadres dat begint met https://."))
    if faults:
        raise InvalidInput(faults)


def _public_map(workspace: Workspace) -> PublicMap:
    pictures = workspace.projections.current()
    initiatives = {stored.entity.id: stored.entity for stored in workspace.catalogue.all(Initiative)}
    return PublicMap(
        organisations=dict(sorted(pictures.organisations.items())),
        facilities=dict(sorted(pictures.facilities.items())),
        initiatives=dict(sorted(initiatives.items())),
        vocabulary=workspace.vocabulary,
    )


def _entries(workspace: Workspace, ids: Iterable[InitiativeId]) -> list[Entry]:
    from socialmap.connectors.icalendar_out import Entry

    pictures, words = workspace.projections.current(), workspace.vocabulary
    changed = workspace.catalogue.changed_at(Initiative)
    found = workspace.catalogue.many(Initiative, list(ids))
    entries = []
    for offer_id, stored in sorted(found.items()):
        offer = stored.entity
        facility = pictures.facilities.get(offer.facility_id) if offer.facility_id else None
        named = place_name(offer, pictures)
        address = offer.address or (facility.address if facility else "")
        entry = Entry(
            initiative=offer,
            where=named if address in named else f"{named}, {address}",
            point=facility.point if facility else offer.point,
            themes=tuple(words.themes[theme].label for theme in offer.themes if theme in words.themes),
            modified=changed.get(offer_id),
        )
        entries.append(replace(entry, where="") if offer.no_fixed_place else entry)
    return entries


def _geojson(workspace: Workspace) -> bytes:
    from socialmap.connectors.geojson_out import geojson_pieces

    return b"".join(geojson_pieces(_public_map(workspace)))


def _csv(workspace: Workspace) -> bytes:
    from socialmap.connectors.csv_out import csv_pieces

    return b"".join(csv_pieces(_public_map(workspace)))


def _xlsx(workspace: Workspace) -> bytes:
    from socialmap.connectors.xlsx_out import xlsx_bytes

    return xlsx_bytes(_public_map(workspace))


def _rdf(form: FileForm) -> Callable[[Workspace], bytes]:
    def make(workspace: Workspace) -> bytes:
        from pyoxigraph import RdfFormat

        return workspace.projections.dataset().serialize(_PUBLIC, given(RdfFormat.from_extension(form)))

    return make


_MAKERS: Mapping[FileForm, Callable[[Workspace], bytes]] = {
    FileForm.GEOJSON: _geojson,
    FileForm.CSV: _csv,
    FileForm.XLSX: _xlsx,
    FileForm.TURTLE: _rdf(FileForm.TURTLE),
    FileForm.JSON_LD: _rdf(FileForm.JSON_LD),
    FileForm.N_QUADS: _rdf(FileForm.N_QUADS),
}
