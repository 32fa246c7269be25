"""How a computation grows with the number of open questions, also beside plain loops; and its numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar


class Timed(Protocol):
    """One size; ``plain_seconds`` where the plain loops were run too, ``whole`` the seconds of ours."""

    @property
    def questions(self) -> int: ...

    @property
    def whole(self) -> float: ...

    @property
    def plain_seconds(self) -> float | None: ...


T = TypeVar("T", bound="Timed")


def measured(measure: Callable[..., T], small: Sequence[int], large: Sequence[int]) -> list[T]:
    """Each size once: ``small`` beside plain loops, ``large`` alone."""
    return [measure(size, plain=True) for size in small] + [measure(size, plain=False) for size in large]


def part_of_page(
    title: str,
    intro: str,
    heads: Sequence[str],
    rows: Sequence[T],
    cells: Callable[[T], Sequence[str]],
    about_plain: str,
) -> Iterator[str]:
    """The lines of one part of the page: for each size its ``cells``, then those of the plain loops."""
    growth = Growth(rows)
    names = [*heads, "plain loops", "ratio"]
    yield from (f"## {title}", "", intro, "", f"| {' | '.join(names)} |", "|" + "---|" * len(names))
    for row in rows:
        yield f"| {' | '.join(cells(row))} | {growth.beside_plain(row)} |"
    yield from ("", growth.sentence(), "", about_plain)


class Growth:
    """Of rows by size, smallest first, at least one of them with plain loops."""

    def __init__(self, rows: Sequence[Timed]) -> None:
        plain = [(row.questions, row.plain_seconds) for row in rows if row.plain_seconds]
        self._plain_exponent = exponent(plain[0], plain[-1])
        self._largest_plain = plain[-1]
        before, last = rows[-2:] if len(rows) > 1 else (rows[0], rows[0])
        self._exponent = exponent((before.questions, before.whole), (last.questions, last.whole))

    def beside_plain(self, row: Timed) -> str:
        """Two cells: seconds of the plain loops and how many times ours that is; ≈ for what follows from
        their growth."""
        if row.plain_seconds is not None:
            return f"{in_seconds(row.plain_seconds)} | **{_times(row.plain_seconds / row.whole)}**"
        questions, seconds = self._largest_plain
        expected = seconds * (row.questions / questions) ** self._plain_exponent
        return f"≈ {in_seconds(expected)} | ≈ {_times(expected / row.whole)}"

    def sentence(self) -> str:
        return (
            f"Growth exponent between the two largest sizes: **{self._exponent:.2f}** (1 is in step with the "
            f"number of questions). Of the plain loops between the sizes they can do: "
            f"{self._plain_exponent:.2f}."
        )


def exponent(first: tuple[int, float], last: tuple[int, float]) -> float:
    """The power with which seconds grow from one (size, seconds) to the other; 1 for a single size."""
    if first[0] == last[0]:
        return 1.0
    return math.log(last[1] / first[1]) / math.log(last[0] / first[0])


def in_seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 100 else f"{whole_number(value)} s"


def whole_number(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")


def _times(value: float) -> str:
    return f"{value:.1f}×" if value < 10 else f"{whole_number(value)}×"
