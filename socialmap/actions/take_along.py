"""*Wijkpakket*: a wijk or buurt to take along, as a guide to read and to print, and as a table.

Everything in it is told as a visitor may see it, whoever asks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from socialmap.actions.browse_map import MapView, map_frame, rows_of
from socialmap.actions.guide_entries import offer_entry, organisation_entry, place_entry
from socialmap.actions.projections import Pictures
from socialmap.actions.show_offer import show_offer
from socialmap.actions.show_place import show_facility
from socialmap.actions.workspace import Workspace
from socialmap.connectors.csv_out import csv_pieces
from socialmap.connectors.guide import Chapter, Guide, GuideEntry
from socialmap.connectors.guide_html import html_guide
from socialmap.connectors.guide_zip import zipped
from socialmap.connectors.public_map import PublicMap, Thing
from socialmap.connectors.whole_file import write_whole
from socialmap.errors import InvalidInput, NotFound, OutsideError, Violation
from socialmap.model import wording_package as words
from socialmap.model.area import Area, Neighbourhood
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Initiative
from socialmap.model.sources import ATTRIBUTIONS
from socialmap.model.values import AreaId, InitiativeId, OrganisationId, ThemeId
from socialmap.privacy.roles import Right, Role, Viewer, permit
from socialmap.search.browsing import ids_of

T = TypeVar("T", bound=Thing)
_ANYBODY = Viewer(Role.VISITOR)
READ_ME, GUIDE_HTML, GUIDE_PDF, GUIDE_CSV = "LEESMIJ.txt", "wijkgids.html", "wijkgids.pdf", "wijkgids.csv"


@dataclass(frozen=True, slots=True)
class Package:
    """A zip and how to call it."""

    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written: how the area is called, how much is in it, and how many bytes."""

    area: str
    told: str
    size: int


def take_along(workspace: Workspace, viewer: Viewer, area: str) -> Package:
    """The package of a wijk or buurt as a zip; the same map and day give the same bytes.

    ``area`` is a code or a name. ``NotFound`` for another, ``InvalidInput`` when several are called so.
    """
    permit(viewer, Right.EXPORT_PUBLIC)
    pictures, today = workspace.projections.current(), workspace.today()
    chosen = _area(pictures, area)
    content = workspace.projections.made(
        f"wijkpakket/{chosen.id}",
        lambda: zipped(_files(workspace, chosen, _contents(workspace, chosen)), today),
        of=today.isoformat(),
    )
    named = re.sub("[^a-z0-9]+", "-", normalise(chosen.name)).strip("-")
    return Package(f"wijkpakket-{named or 'buurt'}.zip", content)


def export_package(workspace: Workspace, viewer: Viewer, path: Path, area: str) -> Taken:
    """The same on disk: as a zip where the name ends so, otherwise as files in that folder."""
    permit(viewer, Right.EXPORT_PUBLIC)
    chosen = _area(workspace.projections.current(), area)
    supply = _contents(workspace, chosen)
    files = _files(workspace, chosen, supply)
    if path.suffix.lower() == ".zip":
        size = write_whole(path, [zipped(files, workspace.today())])
    else:
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutsideError(words.NO_FOLDER, words.NO_FOLDER_REMEDY) from error
        size = sum(write_whole(path / name, [content]) for name, content in files.items())
    return Taken(chosen.name, _counted(supply), size)


def _area(pictures: Pictures, text: str) -> Area:
    book = pictures.areas
    smaller = {area.id for area in (*book.neighbourhoods, *book.districts)}
    found = [area_id for area_id in book.named(text) if area_id in smaller]
    if not found:
        raise NotFound(words.NO_AREA, words.NO_AREA_REMEDY)
    if len(found) > 1:
        raise InvalidInput([Violation("area", f"{words.WHICH_AREA} Geef de code: {', '.join(found)}.")])
    return book.by_id[found[0]]


def _contents(workspace: Workspace, area: Area) -> PublicMap:
    """What goes on in the area and outside any area, its places, and who is behind them."""
    pictures = workspace.projections.current()
    inside = _neighbourhoods(pictures, area)
    initiatives = _initiatives(workspace, pictures, inside)
    held_at = {offer.facility_id for offer in initiatives.values()}
    facilities = {
        place.id: place
        for place in pictures.facilities.values()
        if place.id in held_at or pictures.areas.locate(place.point) in inside
    }
    known = pictures.organisations
    behind: set[OrganisationId] = set()
    for offer in initiatives.values():
        behind.update(offer.run_by, offer.partners)
    behind.update(place.operator_id for place in facilities.values() if place.operator_id)
    behind.update(
        one.id for one in known.values() if one.point and pictures.areas.locate(one.point) in inside
    )
    return PublicMap(
        organisations={each: known[each] for each in sorted(behind) if each in known},
        facilities=dict(sorted(facilities.items())),
        initiatives=dict(sorted(initiatives.items())),
        vocabulary=workspace.vocabulary,
    )


def _neighbourhoods(pictures: Pictures, area: Area) -> frozenset[AreaId]:
    if isinstance(area, Neighbourhood):
        return frozenset({area.id})
    return frozenset(each.id for each in pictures.areas.neighbourhoods if each.district_id == area.id)


def _initiatives(
    workspace: Workspace, pictures: Pictures, inside: Iterable[AreaId]
) -> dict[InitiativeId, Initiative]:
    """What the map shows of these neighbourhoods, and what has no fixed place and so comes here too."""
    today = workspace.today()
    with pictures.offers.lock:
        views = (MapView(area_id=each) for each in inside)
        here = {each for view in views for each in ids_of(pictures.offers, rows_of(pictures, view, today))}
        everywhere = ids_of(pictures.offers, rows_of(pictures, MapView(), today))
    found = [stored.entity for stored in workspace.catalogue.many(Initiative, list(everywhere)).values()]
    return {offer.id: offer for offer in found if offer.id in here or offer.no_fixed_place}


def _files(workspace: Workspace, area: Area, supply: PublicMap) -> dict[str, bytes]:
    from socialmap.connectors.guide_pdf import pdf_guide

    guide = _guide(workspace, area, supply)
    read_me = words.read_me(guide.title, area.name, guide.as_of, _counted(supply), guide.sources)
    warned = f"{guide.warning}\n\n{read_me}" if guide.warning else read_me
    return {
        READ_ME: warned.replace("\n", "\r\n").encode("utf-8"),
        GUIDE_HTML: html_guide(guide),
        GUIDE_PDF: pdf_guide(guide),
        GUIDE_CSV: b"".join(csv_pieces(supply)),
    }


def _counted(supply: PublicMap) -> str:
    return words.counted(len(supply.initiatives), len(supply.facilities), len(supply.organisations))


def _guide(workspace: Workspace, area: Area, supply: PublicMap) -> Guide:
    frame = map_frame(workspace, _ANYBODY)
    bounds = ATTRIBUTIONS.get(area.source)
    thanks = (*([bounds.sentence] if bounds else []), *supply.credits)
    return Guide(
        area=area.name,
        as_of=workspace.today(),
        chapters=tuple(_chapters(workspace, supply)),
        sources=tuple(dict.fromkeys((words.OWN_SOURCE.format(place=frame.place_name or area.name), *thanks))),
        warning=words.DEMO if frame.is_demo else "",
    )


def _chapters(workspace: Workspace, supply: PublicMap) -> Iterator[Chapter]:
    """A chapter per leefgebied with something in it; then what has no place, the places, and who they are."""
    offers, known = _by_name(supply.initiatives.values()), workspace.vocabulary.themes
    anchors = {offer.id: f"i{number}" for number, offer in enumerate(offers, 1)}
    groups = {
        offer.id: [workspace.vocabulary.top_of(theme) for theme in offer.themes if theme in known]
        for offer in offers
    }

    def told(them: Iterable[Initiative]) -> tuple[GuideEntry, ...]:
        return tuple(offer_entry(anchors[one.id], show_offer(workspace, _ANYBODY, one.id)) for one in them)

    fixed = [offer for offer in offers if not offer.no_fixed_place]
    for group in (ThemeId(theme.id) for theme in known.values() if theme.group is None):
        about = [offer for offer in fixed if group in groups[offer.id]]
        first = [offer for offer in about if groups[offer.id][0] == group]
        also = tuple((anchors[offer.id], offer.name) for offer in about if offer not in first)
        if about:
            yield Chapter(anchor=f"l-{group}", title=known[group].label, entries=told(first), also=also)
    nowhere = [offer for offer in offers if offer.no_fixed_place]
    other = [offer for offer in fixed if not groups[offer.id]]
    for anchor, title, entries in (
        ("overig", words.OTHER, told(other)),
        ("zonder-plek", words.NO_FIXED_PLACE, told(nowhere)),
        ("plekken", words.PLACES, tuple(_places(workspace, supply))),
        ("organisaties", words.ORGANISATIONS, tuple(_organisations(workspace, supply))),
    ):
        if entries:
            yield Chapter(anchor=anchor, title=title, entries=entries)


def _places(workspace: Workspace, supply: PublicMap) -> Iterator[GuideEntry]:
    for number, place in enumerate(_by_name(supply.facilities.values()), 1):
        yield place_entry(f"p{number}", show_facility(workspace, _ANYBODY, place.id))


def _organisations(workspace: Workspace, supply: PublicMap) -> Iterator[GuideEntry]:
    does: defaultdict[str, list[str]] = defaultdict(list)
    for offer in _by_name(supply.initiatives.values()):
        for each in offer.run_by:
            does[each].append(offer.name)
    for number, one in enumerate(_by_name(supply.organisations.values()), 1):
        yield organisation_entry(f"o{number}", one, does[one.id], workspace.today())


def _by_name(things: Iterable[T]) -> list[T]:
    return sorted(things, key=lambda thing: (normalise(thing.name), thing.id))
