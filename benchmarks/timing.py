"""Takes times: blocks of several contestants in turn, so that a noisy machine is noisy for all of them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import psutil

Item = TypeVar("Item")

BLOCK, ROUNDS = 20, 3
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Latencies:
    """Milliseconds: the middle and the 95th of a hundred (nearest rank) of ``count`` calls."""

    p50: float
    p95: float
    count: int

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Latencies:
        """Of at least one measurement."""
        ordered = sorted(seconds)
        middle, high = (ordered[round(share * (len(ordered) - 1))] * 1000 for share in (0.5, 0.95))
        return cls(middle, high, len(ordered))


def seconds(work: Callable[[], Any]) -> float:
    return timed(work)[0]


def timed(work: Callable[[], Item]) -> tuple[float, Item]:
    """How many seconds it took, and what came out."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def each(work: Callable[[Item], Any], items: Sequence[Item]) -> Latencies:
    """The latencies of one call per item."""
    return Latencies.of([seconds(lambda item=item: work(item)) for item in items])


def in_turn(contestants: Mapping[str, Callable[[Item], Any]], items: Sequence[Item]) -> dict[str, Latencies]:
    """Every contestant does every item ``ROUNDS`` times, a block of items at a time; the fastest time counts.

    So a time tells how much work an item is, and as little as possible of what else the machine did.
    """
    fastest = {name: [math.inf] * len(items) for name in contestants}
    for first in range(0, len(items), BLOCK):
        for _ in range(ROUNDS):
            for name, work in contestants.items():
                for place, item in enumerate(items[first : first + BLOCK], start=first):
                    taken = seconds(lambda item=item, work=work: work(item))
                    fastest[name][place] = min(taken, fastest[name][place])
    return {name: Latencies.of(some) for name, some in fastest.items()}


def resident_mb() -> float:
    """Memory of this process, in megabytes."""
    return psutil.Process().memory_info().rss / MEGABYTE
