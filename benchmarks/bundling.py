"""Bundling all open questions of towns beside towns: how it grows, and beside plain loops over every pair."""

from __future__ import annotations

import gc
import math
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.plain_bundling import Found, PlainBundling
from socialmap.actions.bundle_pool import Pool, means_of, questions_by_theme, venues_in
from socialmap.actions.bundling_run import bundle_all
from socialmap.actions.projections import Pictures
from socialmap.collective.proposals import Bundling
from socialmap.demo.town import STORY_DATE, build_town
from socialmap.geo.addresses import AddressBook
from socialmap.geo.areas import AreaBook
from socialmap.model.area import District, Municipality, Neighbourhood
from socialmap.model.people import Need, NeedStatus, Resident, Talent
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.model.vocabulary import Collective
from socialmap.model.work import Leadership
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.index import OfferIndex
from socialmap.search.offer import offer_of
from socialmap.search.places import PlaceBook

VOCABULARY = load_vocabulary()
_READ = (
    Municipality, District, Neighbourhood, Facility, Room, Organisation, Initiative, Resident, Need, Talent,
    Leadership,
)  # fmt: skip
_MANY_TOWNS = 100_000


class Towns:
    """What bundling reads of so many towns that they hold this many open questions for a group."""

    def __init__(self, questions: int) -> None:
        self.things: dict[type[Any], dict[str, Any]] = {cls: {} for cls in _READ}
        open_now = 0
        for entity in build_town(scale=_MANY_TOWNS):
            kept = self.things.get(type(entity))
            if kept is None:
                continue
            if isinstance(entity, Need):
                if entity.status is not NeedStatus.OPEN or not _for_a_group(entity) or open_now == questions:
                    continue
                open_now += 1
            # A town is taken whole, so that the last questions have the rooms of their town too.
            if isinstance(entity, Municipality) and open_now == questions:
                break
            kept[entity.id] = entity
        areas = AreaBook(thing for cls in _READ[:3] for thing in self.things[cls].values())
        self.places = PlaceBook(
            self.things[Facility].values(),
            self.things[Room].values(),
            locate=areas.locate,
            centre_of=areas.centre,
        )
        self.pictures = Pictures(
            areas=areas,
            addresses=AddressBook((), ()),
            organisations=self.things[Organisation],
            facilities=self.things[Facility],
            rooms=self.things[Room],
            presence={},
            offers=OfferIndex.build(self.things[Initiative].values(), self.places, VOCABULARY),
            places=self.places,
        )

    def all(self, cls: type[Any]) -> dict[str, Any]:
        return self.things[cls]

    def pool(self) -> Pool:
        """The questions and the means, as an action gathers them."""
        questions, searches = questions_by_theme(
            self.all(Need).values(), self.all(Resident), self.pictures, VOCABULARY
        )
        means = means_of(self.pictures, self, STORY_DATE)  # type: ignore[arg-type]  # reads only ``all``
        return Pool(questions, searches, means, Counter())

    def places_left(self, offer_id: str) -> int | None:
        offer = self.things[Initiative][offer_id]
        return None if offer.places_unlimited else offer.places_free


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
    rows = [measure(size, plain=True) for size in small] + [measure(size, plain=False) for size in large]
    yield "## Bundling: all open questions at once"
    yield ""
    yield (
        "Existing first, then second groups, then new groups by place, day part and language. Seconds for "
        "one run over all themes, from people in memory to ideas with who does not fit and why."
    )
    yield ""
    yield (
        "| open questions | initiatives | rooms | gathering | bundling | per question "
        "| joins | second groups | new groups | plain loops | ratio |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    exponent = _exponent([(row.questions, row.plain_seconds) for row in rows if row.plain_seconds])
    base = max((row for row in rows if row.plain_seconds), key=lambda row: row.questions)
    for row in rows:
        yield _row(row, base, exponent)
    yield ""
    own = _exponent([(row.questions, row.whole) for row in rows[-2:]])
    yield (
        f"Growth exponent between the two largest sizes: **{own:.2f}** (1 is in step with the number of "
        f"questions). Of the plain loops between the sizes they can do: {exponent:.2f}."
    )
    yield ""
    yield (
        "*Plain loops* compare every question with every initiative, and every place × day part × language "
        "with everybody who is left; they skip what is about something else before they compute a score. "
        "Both give the same joins and groups at the sizes where both were run. Amounts with ≈ were not "
        "measured: they follow from the growth of the plain loops."
    )


def measure(questions: int, *, plain: bool) -> Measured:
    """One run over towns that hold so many open questions; checked beside the plain loops where these run."""
    towns = Towns(questions)
    gc.collect()
    started = time.perf_counter()
    pool = towns.pool()
    gathered = time.perf_counter()
    found = dict(bundle_all(pool, towns.pictures.offers, towns.places_left, VOCABULARY, STORY_DATE))
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


def _plain_seconds(towns: Towns, pool: Pool, found: dict[str, Bundling]) -> float:
    offers = [
        offer_of(each, towns.places.resolve(each), VOCABULARY) for each in towns.all(Initiative).values()
    ]
    places = {each.id: towns.places_left(each.id) for each in towns.all(Initiative).values()}
    loops = PlainBundling(
        offers, places, list(venues_in(towns.pictures)), dict(pool.searches), VOCABULARY, STORY_DATE
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


def _for_a_group(need: Need) -> bool:
    theme = VOCABULARY.themes[need.theme]
    sides = (VOCABULARY.themes[side] for side in need.side_themes)
    return theme.collective is not Collective.NO and not theme.acute and not any(side.acute for side in sides)


def _row(row: Measured, base: Measured, exponent: float) -> str:
    assert base.plain_seconds is not None
    if row.plain_seconds is None:
        plain = base.plain_seconds * (row.questions / base.questions) ** exponent
        told, ratio = f"≈ {_seconds(plain)}", f"≈ {_times(plain / row.whole)}"
    else:
        told, ratio = _seconds(row.plain_seconds), f"**{_times(row.plain_seconds / row.whole)}**"
    return (
        f"| {_number(row.questions)} | {_number(row.initiatives)} | {_number(row.rooms)} "
        f"| {_seconds(row.gather_seconds)} | {_seconds(row.seconds)} "
        f"| {1000 * row.whole / row.questions:.2f} ms "
        f"| {_number(row.joins)} | {_number(row.second_groups)} | {_number(row.groups)} | {told} | {ratio} |"
    )


def _exponent(points: Sequence[tuple[int, float | None]]) -> float:
    """The power with which time grows from the first size to the last; 1 with a single size."""
    (first, before), (last, after) = points[0], points[-1]
    if first == last or not before or not after:
        return 1.0
    return math.log(after / before) / math.log(last / first)


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 100 else f"{_number(value)} s"


def _times(value: float) -> str:
    return f"{value:.1f}×" if value < 10 else f"{_number(value)}×"


def _number(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")
