"""How the supply is spread: over the four quadrants, life areas, people and thresholds (domain.md 4.G)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from socialmap.actions.area_scope import Scope, choosable, scope_of
from socialmap.actions.footing_facts import active_initiatives
from socialmap.actions.projections import Pictures
from socialmap.actions.spot_basis import placed
from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.collective.coverage import (
    CoverageGrid,
    CoverageOffer,
    coverage_grid,
    threshold_reports,
    unserved_target_groups,
)
from socialmap.collective.supply import REACH_M
from socialmap.collective.trend import Lifetime, collective_share
from socialmap.collective.trend import QuarterShare as QuarterShare
from socialmap.geo.coordinates import to_metres
from socialmap.model.provision import Initiative, OfferStatus
from socialmap.model.quadrants import Quadrant, membership, position, shares
from socialmap.model.values import AreaId, ThemeId
from socialmap.model.wording_gap_numbers import quarter_name, shares_sentence, trend_sentence
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.offer import derived_barriers


@dataclass(frozen=True, slots=True)
class GridLine:
    """A leefgebied: initiatives per quadrant in the order LB, RB, LO, RO, and a note about the unplaced."""

    id: ThemeId
    label: str
    counts: tuple[int, ...]
    note: str


@dataclass(frozen=True, slots=True)
class EmptyField:
    """A leefgebied and quadrant with nothing in it; ``sides`` are what the map can be filtered by."""

    group: ThemeId
    quadrant: Quadrant
    sides: tuple[str, str]
    sentence: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One place in the plot and every initiative that stands there."""

    x: float
    y: float
    offers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Whole percents of the supply in a quadrant."""

    quadrant: Quadrant
    percent: int


@dataclass(frozen=True, slots=True)
class Unreached:
    """A neighbourhood and for whom nothing is near, in whole sentences."""

    id: AreaId
    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThresholdLine:
    """How many active initiatives answer yes, no, or are not known to."""

    label: str
    yes: int
    no: int
    unknown: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageAnswer:
    """``area``: what is looked at, ``None`` for everything; ``areas`` can be chosen instead.

    ``empty`` with the quadrant *Samen in de buurt* first. ``trend`` is empty when too few dates are known.
    """

    area: Choice | None
    areas: tuple[Choice, ...]
    count: int
    grid: tuple[GridLine, ...]
    empty: tuple[EmptyField, ...]
    dots: tuple[Dot, ...]
    shares: tuple[Share, ...]
    shares_sentence: str
    unreached: tuple[Unreached, ...]
    thresholds: tuple[ThresholdLine, ...]
    trend: tuple[QuarterShare, ...]
    trend_sentence: str


def show_coverage(workspace: Workspace, viewer: Viewer, *, area_id: str = "") -> CoverageAnswer:
    """The supply of a neighbourhood, district or own area, or all of it. ``NotFound`` for an unknown one."""
    permit(viewer, Right.SEE_OFFERS)
    pictures, words = workspace.projections.current(), workspace.vocabulary
    area = scope_of(pictures, area_id) if area_id else None
    every = [
        (initiative, _told(initiative, workspace, pictures)) for initiative in active_initiatives(workspace)
    ]
    here = [pair for pair in every if area is None or _lies_in(pair[0], area, pictures)]
    offers = [offer for _, offer in here]
    spots = [(one, position(one.quadrant)) for one, _ in here if one.quadrant is not None]
    percents = shares(spot for _, spot in spots)
    grid = coverage_grid(offers, words)
    trend = _trend(workspace, area, pictures)
    return CoverageAnswer(
        area=Choice(area.id, area.name) if area else None,
        areas=choosable(pictures),
        count=len(here),
        grid=tuple(_lines(grid)),
        empty=tuple(
            EmptyField(cell.group, cell.quadrant, _sides(cell.quadrant), cell.sentence) for cell in grid.empty
        ),
        dots=_dots(spots),
        shares=tuple(Share(quadrant, percent) for quadrant, percent in percents.items()),
        shares_sentence=shares_sentence(percents.items(), len(spots)),
        unreached=tuple(_unreached(workspace, pictures, area, [offer for _, offer in every])),
        thresholds=tuple(
            ThresholdLine(report.label, report.yes, report.no, report.unknown, report.sentence)
            for report in threshold_reports(offers, words)
        ),
        trend=trend,
        trend_sentence=_trend_sentence(trend),
    )


def _told(initiative: Initiative, workspace: Workspace, pictures: Pictures) -> CoverageOffer:
    words, place = workspace.vocabulary, pictures.places.resolve(initiative)
    x_m, y_m = placed(place, pictures)
    return CoverageOffer(
        id=initiative.id,
        groups=tuple(dict.fromkeys(words.top_of(t) for t in initiative.themes if t in words.themes)),
        status=initiative.status,
        access=initiative.access,
        quadrants=membership(*position(initiative.quadrant)) if initiative.quadrant else (),
        target_groups=initiative.target_groups,
        x_m=x_m,
        y_m=y_m,
        barriers=derived_barriers(initiative, place.wheelchair, words),
    )


def _lies_in(initiative: Initiative, area: Scope, pictures: Pictures) -> bool:
    return pictures.places.resolve(initiative).area_id in area.ids


def _lines(grid: CoverageGrid) -> Iterator[GridLine]:
    for row in grid.rows:
        yield GridLine(row.group, row.label, tuple(row.counts[quadrant] for quadrant in Quadrant), row.note)


def _sides(quadrant: Quadrant) -> tuple[str, str]:
    first, second = quadrant.sides
    return str(first), str(second)


def _dots(spots: Sequence[tuple[Initiative, tuple[float, float]]]) -> tuple[Dot, ...]:
    found: defaultdict[tuple[float, float], list[Choice]] = defaultdict(list)
    for initiative, spot in sorted(spots, key=lambda pair: (pair[0].name.casefold(), pair[0].id)):
        found[spot].append(Choice(initiative.id, initiative.name))
    return tuple(Dot(x, y, tuple(offers)) for (x, y), offers in sorted(found.items()))


def _unreached(
    workspace: Workspace,
    pictures: Pictures,
    area: Scope | None,
    offers: Sequence[CoverageOffer],
) -> Iterator[Unreached]:
    """Seen from the middle of each neighbourhood, to which something in the next one may be near."""
    here = pictures.areas.neighbourhoods if area is None else area.neighbourhoods
    located = [offer for offer in offers if offer.x_m is not None]
    places_m = np.array([(offer.x_m, offer.y_m) for offer in located], float).reshape(-1, 2)
    middles = to_metres([one.centre for one in here])
    for one, middle in zip(here, middles, strict=True):
        around = np.flatnonzero((np.abs(places_m - middle) <= REACH_M).all(axis=1))
        near = [located[row] for row in around.tolist()]
        x_m, y_m = middle.tolist()
        found = unserved_target_groups(x_m, y_m, near, workspace.vocabulary, pictures.footways)
        yield Unreached(one.id, one.name, tuple(each.sentence for each in found))


def _trend(workspace: Workspace, area: Scope | None, pictures: Pictures) -> tuple[QuarterShare, ...]:
    """Of everything that runs or ran; empty unless most of it has a date, for then it tells nothing."""
    lives, undated = [], 0
    for stored in workspace.catalogue.all(Initiative):
        one = stored.entity
        ran = one.status is OfferStatus.ACTIVE or one.status is OfferStatus.STOPPED
        if not ran or one.quadrant is None or (area is not None and not _lies_in(one, area, pictures)):
            continue
        if one.started_on is None or (one.status is OfferStatus.STOPPED and one.stopped_on is None):
            undated += 1
        else:
            lives.append(Lifetime(one.started_on, one.stopped_on, position(one.quadrant)[0]))
    return collective_share(lives, workspace.today()) if len(lives) > undated else ()


def _trend_sentence(trend: Sequence[QuarterShare]) -> str:
    if len(trend) < 2:
        return ""
    (first, last) = (
        (quarter_name(one.year, one.quarter), one.collective, one.total) for one in (trend[0], trend[-1])
    )
    return trend_sentence(first, last)
