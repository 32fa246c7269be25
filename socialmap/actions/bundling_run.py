"""All themes bundled after each other: an initiative that serves several of them gives each place once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from socialmap.actions.bundle_pool import Pool, pool_of
from socialmap.actions.workspace import Workspace
from socialmap.collective.bundling import bundle
from socialmap.collective.bundling_inputs import Fit, OpenQuestion
from socialmap.collective.proposals import Bundling
from socialmap.model.provision import Initiative
from socialmap.model.values import InitiativeId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.fitting import FittingOffer, fits
from socialmap.search.index import OfferIndex

Places = Callable[[InitiativeId], int | None]
"""The free places of an initiative that is not full; ``None`` without a known limit."""
ONE_AT_A_TIME = -1
"""The answer *één persoon of huishouden* to *Voor hoeveel mensen tegelijk?*"""


@dataclass(frozen=True, slots=True)
class Run:
    """What came out for each theme in which somebody has an open question."""

    pool: Pool
    found: Mapping[ThemeId, Bundling] = field(repr=False)


def run_of(workspace: Workspace) -> Run:
    """The run on what is there now; made again when something was saved or streets came, else remembered."""
    today = workspace.today()
    name = f"bundling {today} {workspace.projections.current().streets_digest}"
    return workspace.projections.people().remembered(name, lambda: _run(workspace, today))


def _run(workspace: Workspace, today: date) -> Run:
    pool = pool_of(workspace)
    offers = workspace.projections.current().offers

    def places(offer_id: InitiativeId) -> int | None:
        stored = workspace.catalogue.find(Initiative, offer_id)
        return None if stored is None or stored.entity.places_unlimited else stored.entity.places_free

    @cache
    def one_to_one(offer_id: InitiativeId) -> bool:
        stored = workspace.catalogue.find(Initiative, offer_id)
        return stored is not None and _helps_one(stored.entity, workspace.vocabulary)

    return Run(pool, dict(bundle_all(pool, offers, places, workspace.vocabulary, today, one_to_one)))


def _helps_one(initiative: Initiative, vocabulary: Vocabulary) -> bool:
    """The first question of domain.md 2.11; what is usual for its kind when nobody answered it."""
    if initiative.quadrant is not None:
        return initiative.quadrant.c1 == ONE_AT_A_TIME
    kind = vocabulary.activity_types.get(initiative.activity_type) if initiative.activity_type else None
    return kind is not None and kind.c1 == ONE_AT_A_TIME


def bundle_all(
    pool: Pool,
    offers: OfferIndex,
    places: Places,
    vocabulary: Vocabulary,
    today: date,
    one_to_one: Callable[[InitiativeId], bool] = lambda _: False,
) -> Iterator[tuple[ThemeId, Bundling]]:
    """Each theme with its ideas; the theme in which somebody waits longest goes first.

    ``one_to_one``: does this initiative help one person or household at a time?
    """
    taken = Counter(pool.taken)
    known: dict[InitiativeId, int | None] = {}

    def places_left(offer: FittingOffer) -> int | None:
        if offer.full:
            return 0
        if offer.id not in known:
            known[offer.id] = places(offer.id)
        free = known[offer.id]
        return None if free is None else max(free - taken[offer.id], 0)

    def fits_of(question: OpenQuestion) -> list[Fit]:
        # Of somebody with two questions about this theme the days and languages of both count.
        search = replace(
            pool.searches[question.id],
            available=question.available,
            languages=question.languages,
            wheelchair=question.wheelchair,
        )
        return [
            Fit(
                offer.id,
                offer.name,
                offer.score,
                offer.distance_m,
                places_left(offer),
                one_to_one=one_to_one(offer.id),
            )
            for offer in fits(offers, search, today)
        ]

    def waits_longest(theme: ThemeId) -> tuple[date, ThemeId]:
        return min(question.reported_on for question in pool.questions[theme]), theme

    for theme in sorted(pool.questions, key=waits_longest):
        found = bundle(theme, pool.questions[theme], pool.means, fits_of, vocabulary)
        for join in found.joins:
            taken[join.initiative_id] += 1
        yield theme, found
