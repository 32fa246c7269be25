"""Where there is too little: every neighbourhood of a district judged, per leefgebied (domain.md 4.C)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from socialmap.actions.area_scope import own_choices
from socialmap.actions.browse_map import MapView, rows_of
from socialmap.actions.projections import Pictures
from socialmap.actions.spot_basis import CellId, SpotBasis, spot_basis
from socialmap.actions.surroundings_here import Known, far_basics, missing_here
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.collective.gaps import Inhabited
from socialmap.collective.supply import PlacesPerWeek
from socialmap.collective.white_spots import ShownSpot, WhiteSpots, as_shown
from socialmap.model.dutch import decimal
from socialmap.model.people import InformalNetwork
from socialmap.model.provision import Facility
from socialmap.model.rounding import round_whole
from socialmap.model.values import AreaId, Layer, ThemeId
from socialmap.model.wording_areas import NO_PEOPLE_IN_OWN_AREA
from socialmap.model.wording_gap_numbers import (
    CANNOT_COMPARE,
    FIGURES_OF_TODAY,
    NO_OFFER,
    NO_RELEASE_YET,
    NOT_COMPARED,
    count_sentence,
    places_sentence,
    ratio_sentence,
    release_sentence,
    shortfall_sentence,
    total_sentence,
    unseen_sentence,
)
from socialmap.model.wording_gaps import FEW_QUESTIONS_IS_NOT_NONE, SpotCategory
from socialmap.privacy.disclosure import NOT_SHOWN, protect
from socialmap.privacy.release_tables import Release, Shown
from socialmap.privacy.roles import Right, Viewer, layers_of, permit
from socialmap.search.browsing import rows_by_area
from socialmap.search.offer import Offer

ASKS_ATTENTION = frozenset({SpotCategory.WHITE_SPOT, SpotCategory.TIGHT, NO_OFFER})
_COMPARING = frozenset({SpotCategory.TIGHT, SpotCategory.BALANCED, SpotCategory.AMPLE})
"""Categories that say something about a neighbourhood beside others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotLine:
    """A neighbourhood and a leefgebied as the viewer may see them.

    ``category`` is that of 4.C, ``NO_OFFER`` where nothing may be said of questions and there is nothing
    within reach, ``NOT_COMPARED`` for a neighbourhood of which alone something is known, or empty where
    nothing more may be said; the last two are hatched on a map. ``count``,
    ``ratio`` and ``shortfall`` are texts, "–" for what is not shown. ``numbers``: a sentence for each of
    the numbers that are shown.
    """

    id: AreaId
    name: str
    inhabitants: int
    category: str
    sentence: str
    count: str
    places: int
    per_1000: str
    ratio: str
    shortfall: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSpots:
    """One leefgebied; ``attention``: how many neighbourhoods are a white spot, tight or without offer.

    ``total`` is a sentence, empty where totals are not shown.
    """

    id: ThemeId
    label: str
    lines: tuple[SpotLine, ...]
    attention: int
    per_1000_district: str
    total: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a neighbourhood lacks, in whole sentences."""

    id: AreaId
    name: str
    missing: tuple[str, ...]
    far_basics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhiteSpotsAnswer:
    """``stand`` says from when the figures are; ``warning`` goes with every category.

    ``district`` is what is looked at, which may be an own area: then only supply is told, and ``stand`` says
    why. ``districts`` can be chosen instead.
    """

    district: Choice | None
    districts: tuple[Choice, ...]
    stand: str
    warning: str
    groups: tuple[GroupSpots, ...]
    lacking: tuple[Lacking, ...]


def show_white_spots(
    workspace: Workspace, viewer: Viewer, *, district_id: str = "", release: Release | None = None
) -> WhiteSpotsAnswer:
    """All leefgebieden in the order of the vocabulary.

    Who sees the core gets the counts of today, protected; anybody else the last weekly
    release (or the ``release`` given). ``district_id`` may be an own area: of that nobody gets counts.
    """
    permit(viewer, Right.SEE_NEED_COUNTS)
    basis = spot_basis(
        workspace,
        "waar is te weinig",
        inside_as=viewer.actor if Layer.CORE in layers_of(viewer) else "",
        district_id=district_id,
        release=release,
    )
    pictures = workspace.projections.current()
    places, spots = basis.places(), basis.spots()
    chosen = basis.own_area or basis.district
    return WhiteSpotsAnswer(
        district=Choice(chosen.id, chosen.name) if chosen else None,
        districts=(
            *choices((one.id, one.name) for one in pictures.areas.districts),
            *own_choices(pictures),
        ),
        stand=_stand(basis),
        warning=FEW_QUESTIONS_IS_NOT_NONE,
        groups=tuple(
            _group(group, label, spots[group], basis, places) for group, label in basis.labels.items()
        ),
        lacking=tuple(_lacking(workspace, viewer, basis, pictures)),
    )


def _stand(basis: SpotBasis) -> str:
    if basis.own_area is not None:
        return NO_PEOPLE_IN_OWN_AREA
    if basis.known.released is None:
        return FIGURES_OF_TODAY
    return release_sentence(basis.known.monday) if basis.known.monday else NO_RELEASE_YET


def _group(
    group: ThemeId, label: str, spots: WhiteSpots, basis: SpotBasis, places: PlacesPerWeek
) -> GroupSpots:
    known, areas = basis.known, {area.centre.id: area for area in basis.areas}
    within = {area_id: float(places.get((area_id, group), 0)) for area_id in areas}
    inhabitants = sum(area.inhabitants for area in basis.areas)
    district = decimal(1000 * sum(within.values()) / inhabitants if inhabitants else 0, 1)
    if known.released is None:
        protected = protect(spots.counts)
        shown, total = as_shown(spots, protected), total_sentence(protected.total)
    else:
        shown, total = tuple(_from_release(group, spots, known.released)), ""
    lines = [_line(spot, areas[spot.id], within[spot.id], district) for spot in shown]
    if len(lines) == 1 < len(areas) and lines[0].category in _COMPARING:
        lines = [replace(lines[0], category=NOT_COMPARED, sentence=CANNOT_COMPARE)]
    unseen = [area for area in basis.areas if (area.centre.id, group) in known.unseen]
    lines += sorted(
        (
            _unseen(area, within[area.centre.id], district, label, own_area=basis.own_area is not None)
            for area in unseen
        ),
        key=lambda line: (line.places / max(line.inhabitants, 1), line.name.casefold()),
    )
    attention = sum(line.category in ASKS_ATTENTION for line in lines)
    return GroupSpots(
        id=group,
        label=label,
        lines=tuple(lines),
        attention=attention,
        per_1000_district=district,
        total=total,
    )


def _from_release(group: ThemeId, spots: WhiteSpots, released: Mapping[CellId, Shown]) -> Iterator[ShownSpot]:
    """What a release says, and no number worked out from it: its sums are not released."""
    for row in spots.rows:
        yield ShownSpot(
            id=row.id,
            name=row.name,
            category=row.category,
            count=released[row.id, group].text,
            ratio=NOT_SHOWN,
            per_1000=decimal(row.per_1000, 1),
            shortfall=NOT_SHOWN,
            sentence=row.sentence,
        )


def _line(spot: ShownSpot, area: Inhabited, within_reach: float, district: str) -> SpotLine:
    places = round_whole(within_reach)
    numbers = [count_sentence(spot.count), places_sentence(places, spot.per_1000, district)]
    if spot.ratio != NOT_SHOWN:
        numbers += [ratio_sentence(spot.ratio), shortfall_sentence(spot.shortfall)]
    return SpotLine(
        id=spot.id,
        name=spot.name,
        inhabitants=area.inhabitants,
        category=spot.category,
        sentence=spot.sentence,
        count=spot.count,
        places=places,
        per_1000=spot.per_1000,
        ratio=spot.ratio,
        shortfall=spot.shortfall,
        numbers=tuple(numbers),
    )


def _unseen(area: Inhabited, within_reach: float, district: str, label: str, *, own_area: bool) -> SpotLine:
    places = round_whole(within_reach)
    per_1000 = decimal(1000 * within_reach / area.inhabitants if area.inhabitants else 0, 1)
    return SpotLine(
        id=area.centre.id,
        name=area.name,
        inhabitants=area.inhabitants,
        category="" if within_reach else NO_OFFER,
        sentence=unseen_sentence(places if within_reach else 0, label),
        count=NOT_SHOWN,
        places=places,
        per_1000=per_1000,
        ratio=NOT_SHOWN,
        shortfall=NOT_SHOWN,
        numbers=(places_sentence(places, per_1000, district, own_area=own_area),),
    )


def _lacking(workspace: Workspace, viewer: Viewer, basis: SpotBasis, pictures: Pictures) -> Iterator[Lacking]:
    far = far_basics(basis.neighbourhoods, pictures, workspace.vocabulary)
    facilities = _facilities_by_area(pictures)
    networks = _networks_by_area(workspace) if Layer.SHELL in layers_of(viewer) else None
    offers, known = _offers_by_area(workspace, basis, pictures), Known.of(pictures)
    for area in basis.neighbourhoods:
        missing = missing_here(
            workspace,
            known,
            offers.get(area.id, ()),
            facilities.get(area.id, ()),
            None if networks is None else networks.get(area.id, ()),
        )
        yield Lacking(area.id, area.name, missing, far[area.id])


def _offers_by_area(
    workspace: Workspace, basis: SpotBasis, pictures: Pictures
) -> Mapping[AreaId, list[Offer]]:
    """What runs in each of the neighbourhoods; one look through all offers does for all of them."""
    with pictures.offers.lock:
        rows = rows_of(pictures, MapView(), workspace.today())
        by_area = rows_by_area(pictures.offers, rows)
        return {
            area.id: [pictures.offers.offer(row) for row in by_area.get(area.id, ())]
            for area in basis.neighbourhoods
        }


def _facilities_by_area(pictures: Pictures) -> Mapping[AreaId | None, list[Facility]]:
    facilities = list(pictures.facilities.values())
    found: defaultdict[AreaId | None, list[Facility]] = defaultdict(list)
    areas = pictures.areas.locate_many([facility.point for facility in facilities])
    for facility, area_id in zip(facilities, areas, strict=True):
        found[area_id].append(facility)
    return found


def _networks_by_area(workspace: Workspace) -> Mapping[AreaId, list[InformalNetwork]]:
    found: defaultdict[AreaId, list[InformalNetwork]] = defaultdict(list)
    for network in workspace.projections.people().all(InformalNetwork).values():
        found[network.area_id].append(network)
    return found
