"""Bundling all open questions of towns beside towns: how it grows, and beside plain loops over every pair."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.growth import in_seconds, measured, part_of_page, whole_number
from benchmarks.plain_bundling import Found, PlainBundling
from benchmarks.towns_in_memory import VOCABULARY, Towns
from socialmap.actions.bundle_pool import Pool, means_of, questions_by_theme, venues_in
from socialmap.actions.bundling_run import bundle_all
from socialmap.collective.proposals import Bundling
from socialmap.demo.town import STORY_DATE
from socialmap.model.people import Need, NeedStatus, Resident
from socialmap.model.provision import Initiative, Room
from socialmap.model.values import InitiativeId, ThemeId
from socialmap.search.offer import offer_of

_INTRO = (
    "Existing first, then second groups, then new groups by place, day part and language. Seconds for "
    "one run over all themes, from people in memory to ideas with who does not fit and why."
)
_ABOUT_PLAIN = (
    "*Plain loops* compare every question with every initiative, and every place × day part × language "
    "with everybody who is left; they skip what is about something else before they compute a score. "
    "Both give the same joins and groups at the sizes where both were run. Amounts with ≈ were not "
    "measured: they follow from the growth of the plain loops."
)
_HEADS = (
    "open questions",
    "initiatives",
    "rooms",
    "gathering",
    "bundling",
    "per question",
    "joins",
    "second groups",
    "new groups",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One size; ``plain_seconds`` where the plain loops were run too."""

    questions: int
    initiatives: int
    rooms: int
    gather_seconds: float
    seconds: float
    joins: int
    second_groups: int
    groups: int
    plain_seconds: float | None = None

    @property
    def whole(self) -> float:
        return self.gather_seconds + self.seconds


def section(small: Sequence[int], large: Sequence[int]) -> Iterable[str]:
    """The part of the page: ``small`` are measured beside plain loops, ``large`` alone."""
    measure(min(small), plain=False)  # the first search ever compiles for seconds
    rows = measured(measure, small, large)
    return part_of_page("Bundling: all open questions at once", _INTRO, _HEADS, rows, _cells, _ABOUT_PLAIN)


def measure(questions: int, *, plain: bool) -> Measured:
    """One run over towns that hold so many open questions; checked beside the plain loops where these run."""
    towns = Towns(questions)
    places_left = _places_left(towns)
    gc.collect()
    started = time.perf_counter()
    pool = _pool_of(towns)
    gathered = time.perf_counter()
    found = dict(bundle_all(pool, towns.pictures.offers, places_left.__getitem__, VOCABULARY, STORY_DATE))
    ended = time.perf_counter()
    return Measured(
        questions=sum(map(len, pool.questions.values())),
        initiatives=len(towns.all(Initiative)),
        rooms=len(towns.all(Room)),
        gather_seconds=gathered - started,
        seconds=ended - gathered,
        joins=sum(len(each.joins) for each in found.values()),
        second_groups=sum(len(each.extensions) for each in found.values()),
        groups=sum(len(each.new) for each in found.values()),
        plain_seconds=_plain_seconds(towns, pool, found) if plain else None,
    )


def _pool_of(towns: Towns) -> Pool:
    """The questions and the means, as an action gathers them."""
    open_needs = (need for need in towns.all(Need).values() if need.status is NeedStatus.OPEN)
    questions, searches = questions_by_theme(open_needs, towns.all(Resident), towns.pictures, VOCABULARY)
    means = means_of(towns.pictures, towns.workspace().projections.people(), STORY_DATE)
    return Pool(questions, searches, means, Counter())


def _places_left(towns: Towns) -> dict[InitiativeId, int | None]:
    return {
        each.id: None if each.places_unlimited else each.places_free
        for each in towns.all(Initiative).values()
    }


def _plain_seconds(towns: Towns, pool: Pool, found: dict[ThemeId, Bundling]) -> float:
    offers = [
        offer_of(each, towns.places.resolve(each), VOCABULARY) for each in towns.all(Initiative).values()
    ]
    loops = PlainBundling(
        offers,
        _places_left(towns),
        list(venues_in(towns.pictures)),
        dict(pool.searches),
        VOCABULARY,
        STORY_DATE,
    )
    started = time.perf_counter()
    answers: list[Found] = [loops.theme(theme, pool.questions[theme]) for theme in found]
    taken = time.perf_counter() - started
    for theme, joins, groups in answers:
        ours = found[theme]
        assert joins == {join.need: join.initiative_id for join in ours.joins}, theme
        assert set(groups) == {frozenset(member.need for member in group.members) for group in ours.new}, (
            theme
        )
    return taken


def _cells(row: Measured) -> Sequence[str]:
    return (
        whole_number(row.questions),
        whole_number(row.initiatives),
        whole_number(row.rooms),
        in_seconds(row.gather_seconds),
        in_seconds(row.seconds),
        f"{1000 * row.whole / row.questions:.2f} ms",
        whole_number(row.joins),
        whole_number(row.second_groups),
        whole_number(row.groups),
    )
