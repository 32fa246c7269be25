"""``python -m benchmarks --doubles``: what stands twice on the map, found and missed, beside others."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import duplicate_rules
from benchmarks.growth import exponent, in_seconds, whole_number
from benchmarks.listed_city import ListedCity, Pair, listed_city
from benchmarks.machine import describe_machine
from benchmarks.timing import timed
from socialmap.model.wording_doubles import DoubleLabel
from socialmap.search.doubles import Double, find_doubles
from socialmap.search.listings import listing_of

RESULTS = Path(__file__).with_name("RESULTS_DOUBLES.md")
SIZES = (2_500, 10_000, 40_000)
BESIDE_OTHERS = 10_000
"""Up to so many listings every pair can still be compared."""
SEEDS = (11, 12, 13)
"""Other cities than those that were looked at while the rules were written."""
TOWNS = ("Meerstad",)
_WANTED = 0.95
_HEADS = "| who | precision | recall | F1 | found | seconds |\n|---|---|---|---|---|---|"
_ABOUT = (
    "Two lists of one invented city: a fifth of all buildings, organisations and groups stands on both, the "
    "second time as somebody else would write it (other words, slips, an older number, a rough point). "
    "Precision: of what was found, how much is one thing. Recall: of what is one thing, how much was found. "
    "Of every hundred second listings some three have a name without a word in common; nobody finds those by "
    "name. Sums over three cities."
)
_ABOUT_OTHERS = (
    "*Name and place* is the rule for while somebody types: names 0,70 alike (difflib) and at most 150 "
    "metres apart; *all of 4.K* also warns at the same phone number or mail address. *rapidfuzz* is "
    "`token_sort_ratio` over every pair of names of a kind, alone or within 150 metres; each at the "
    "threshold that is best for it on these very cities (the highest F1), and once more at the lowest "
    "threshold with a precision of at least 0,95, where there is one. Seconds are for one city."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What somebody found in all cities together, and how long one city took on average."""

    who: str
    found: int
    right: int
    same: int
    seconds: float

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.same if self.same else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def row(self) -> str:
        numbers = " | ".join(f"{value:.3f}" for value in (self.precision, self.recall, self.f1))
        return f"| {self.who} | {numbers} | {whole_number(self.found)} | {in_seconds(self.seconds)} |"


def page(on: str, sizes: Sequence[int], seeds: Sequence[int] = SEEDS) -> str:
    """The page as Markdown."""
    beside = max((size for size in sizes if size <= BESIDE_OTHERS), default=min(sizes))
    lines = [
        "# Results: doubles",
        "",
        f"Measured on {on} with `python -m benchmarks --doubles`; how is in [README.md](README.md).",
        "Precision, recall and growth are the claim; the seconds belong to this machine on that day.",
        "",
        describe_machine(),
        "",
        f"## {whole_number(beside)} listings",
        "",
        _ABOUT,
        "",
        _HEADS,
        *(outcome.row() for outcome in outcomes([listed_city(beside, seed) for seed in seeds])),
        "",
        _ABOUT_OTHERS,
        "",
        *_growth(sizes, max(seeds) + 1),
    ]
    return "\n".join(lines) + "\n"


def outcomes(cities: Sequence[ListedCity]) -> Iterator[Outcome]:
    """Ours, ours when it is almost certain, and everybody else."""
    ours = [timed(lambda city=city: doubles_in(city)) for city in cities]
    seconds = sum(taken for taken, _ in ours) / len(ours)
    everything = [{pair_of(each) for each in found} for _, found in ours]
    certain = [
        {pair_of(each) for each in found if each.label is DoubleLabel.ALMOST_CERTAIN} for _, found in ours
    ]
    yield _outcome("**socialmap**", cities, everything, seconds)
    yield _outcome("socialmap, *vrijwel zeker* alone", cities, certain, seconds)
    for contact, name in (
        (False, "name and place (4.K)"),
        (True, "the same, or the same contact (all of 4.K)"),
    ):
        rule = [
            timed(lambda city=city, contact=contact: duplicate_rules.while_typing(city, contact=contact))
            for city in cities
        ]
        mean = sum(taken for taken, _ in rule) / len(rule)
        yield _outcome(name, cities, [found for _, found in rule], mean)
    for near, name in ((False, "rapidfuzz"), (True, "rapidfuzz within 150 m")):
        yield from _by_threshold(name, cities, near=near)


def doubles_in(city: ListedCity) -> tuple[Double, ...]:
    """What the review list would show, from things to sentences."""
    return find_doubles((listing_of(thing, city.facilities) for thing in city.things), towns=TOWNS)


def pair_of(double: Double) -> Pair:
    return frozenset(((double.kind, double.first), (double.kind, double.second)))


def _by_threshold(name: str, cities: Sequence[ListedCity], *, near: bool) -> Iterator[Outcome]:
    found = [timed(lambda city=city: duplicate_rules.names_alone(city, near=near)) for city in cities]
    seconds = sum(taken for taken, _ in found) / len(found)
    tried = [
        _outcome(f"{name}, from {threshold}", cities, [each[threshold] for _, each in found], seconds)
        for threshold in duplicate_rules.THRESHOLDS
    ]
    best = max(tried, key=lambda outcome: outcome.f1)
    yield best
    careful = next((outcome for outcome in tried if outcome.precision >= _WANTED), None)
    if careful is not None and careful is not best:
        yield careful


def _outcome(
    who: str, cities: Sequence[ListedCity], found: Sequence[Iterable[Pair]], seconds: float
) -> Outcome:
    pairs = [frozenset(each) for each in found]
    return Outcome(
        who=who,
        found=sum(len(each) for each in pairs),
        right=sum(len(each & city.same) for each, city in zip(pairs, cities, strict=True)),
        same=sum(len(city.same) for city in cities),
        seconds=seconds,
    )


def _growth(sizes: Sequence[int], seed: int) -> Iterator[str]:
    """How long the whole map takes at every size, in a city that nobody looked at before."""
    yield from ("## Growth", "", "| listings | seconds | per listing | doubles |", "|---|---|---|---|")
    times: list[tuple[int, float]] = []
    for size in sorted(sizes):
        city = listed_city(size, seed)
        gc.collect()
        seconds, found = timed(lambda city=city: doubles_in(city))
        times.append((size, seconds))
        yield (
            f"| {whole_number(size)} | {in_seconds(seconds)} | {1000 * seconds / size:.2f} ms "
            f"| {whole_number(len(found))} |"
        )
    power = exponent(times[-2], times[-1]) if len(times) > 1 else 1.0
    yield from (
        "",
        f"Growth exponent between the two largest sizes: **{power:.2f}** (1 is in step with the number of "
        "listings; comparing every pair is 2).",
    )
