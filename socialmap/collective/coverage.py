"""Coverage: life area by quadrant, target groups with nothing near, and what is known of thresholds (4.G)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from socialmap.collective.supply import REACH_M
from socialmap.geo.footways import STRAIGHT_LINES, Destinations, Footways, places_mm
from socialmap.geo.walking import ON_FOOT
from socialmap.model.provision import Access, OfferStatus
from socialmap.model.quadrants import Quadrant
from socialmap.model.values import BarrierId, InitiativeId, TargetGroupId, ThemeId, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording_gaps import (
    empty_cell_sentence,
    threshold_sentence,
    unplaced_sentence,
    unserved_sentence,
)

EVERYBODY = TargetGroupId("iedereen")
EMPTY_FIRST = (Quadrant.RO, Quadrant.LO, Quadrant.RB, Quadrant.LB)
"""The quadrant that seldom comes by itself first, the one that is always served last (seed 004)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageOffer:
    """What coverage reads of an initiative.

    ``quadrants``: where it stands (``model.quadrants.membership``), empty when it was not placed.
    ``target_groups``: empty means everybody. ``x_m`` and ``y_m`` in RD New metres. ``barriers``: known
    answers on thresholds; what is not in it is unknown.
    """

    id: InitiativeId
    groups: tuple[ThemeId, ...]
    status: OfferStatus = OfferStatus.ACTIVE
    access: Access = Access.FREE
    quadrants: tuple[Quadrant, ...] = ()
    target_groups: tuple[TargetGroupId, ...] = ()
    x_m: float | None = None
    y_m: float | None = None
    barriers: Mapping[BarrierId, Tri]


@dataclass(frozen=True, slots=True)
class EmptyCell:
    """A life area in which a quadrant holds nothing that we know."""

    group: ThemeId
    quadrant: Quadrant
    sentence: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A life area: active initiatives per quadrant; one that stands in several is counted in each.

    ``unplaced``: those of which the quadrant is not known; ``note`` says so, empty for none.
    """

    group: ThemeId
    label: str
    counts: Mapping[Quadrant, int]
    unplaced: int
    note: str


@dataclass(frozen=True, slots=True)
class CoverageGrid:
    """Every life area in the order of the vocabulary; ``empty`` with the empty RO cells first."""

    rows: tuple[CoverageRow, ...]
    empty: tuple[EmptyCell, ...]


@dataclass(frozen=True, slots=True)
class Unserved:
    """A target group for which nothing is within 1.000 metres over streets."""

    target_group: TargetGroupId
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ThresholdReport:
    """How many active initiatives take a threshold away, how many do not, and of how many we do not know."""

    barrier: BarrierId
    label: str
    yes: int
    no: int
    unknown: int
    sentence: str


def coverage_grid(offers: Iterable[CoverageOffer], vocabulary: Vocabulary) -> CoverageGrid:
    """The grid of all life areas by the four quadrants; only active initiatives count."""
    cells: Counter[tuple[ThemeId, Quadrant]] = Counter()
    unplaced: Counter[ThemeId] = Counter()
    for offer in _active(offers):
        for group in set(offer.groups):
            cells.update((group, quadrant) for quadrant in offer.quadrants)
            unplaced[group] += not offer.quadrants
    tops = [(theme_id, theme.label) for theme_id, theme in vocabulary.themes.items() if theme.group is None]
    rows = tuple(
        CoverageRow(
            group,
            label,
            {quadrant: cells[group, quadrant] for quadrant in Quadrant},
            unplaced[group],
            unplaced_sentence(unplaced[group]),
        )
        for group, label in tops
    )
    empty = tuple(
        EmptyCell(row.group, quadrant, empty_cell_sentence(row.label, quadrant))
        for quadrant in EMPTY_FIRST
        for row in rows
        if not row.counts[quadrant]
    )
    return CoverageGrid(rows, empty)


def unserved_target_groups(
    x_m: float,
    y_m: float,
    offers: Iterable[CoverageOffer],
    vocabulary: Vocabulary,
    footways: Footways = STRAIGHT_LINES,
) -> tuple[Unserved, ...]:
    """Target groups for which nothing is near (x_m, y_m), in the order of the vocabulary.

    Only what is meant for a group counts for it: something for everybody serves "iedereen" alone, else no
    group would ever lack anything. What asks an indication is not part of the sociale basis.
    """
    served: set[TargetGroupId] = set()
    placed = [
        (offer, (offer.x_m, offer.y_m))
        for offer in _active(offers)
        if offer.access is not Access.INDICATION and offer.x_m is not None and offer.y_m is not None
    ]
    (start_mm,) = places_mm([(x_m, y_m)])
    away_m = Destinations(footways, places_mm(at for _, at in placed)).from_start(start_mm, ON_FOOT)
    for (offer, _), metres in zip(placed, away_m.tolist(), strict=True):
        if metres <= REACH_M:
            served.update(offer.target_groups or (EVERYBODY,))
    return tuple(
        Unserved(group_id, group.label, unserved_sentence(group.label))
        for group_id, group in vocabulary.target_groups.items()
        if group_id not in served
    )


def threshold_reports(offers: Iterable[CoverageOffer], vocabulary: Vocabulary) -> tuple[ThresholdReport, ...]:
    """What is known of each threshold over all active initiatives, in the order of the vocabulary."""
    active = list(_active(offers))
    return tuple(
        _threshold_report(barrier_id, barrier.label, active)
        for barrier_id, barrier in vocabulary.barriers.items()
    )


def _threshold_report(barrier: BarrierId, label: str, offers: Sequence[CoverageOffer]) -> ThresholdReport:
    answers = Counter(offer.barriers.get(barrier, Tri.UNKNOWN) for offer in offers)
    yes, no, unknown = answers[Tri.YES], answers[Tri.NO], answers[Tri.UNKNOWN]
    return ThresholdReport(barrier, label, yes, no, unknown, threshold_sentence(label, yes, no, unknown))


def _active(offers: Iterable[CoverageOffer]) -> Iterable[CoverageOffer]:
    return (offer for offer in offers if offer.status is OfferStatus.ACTIVE)
