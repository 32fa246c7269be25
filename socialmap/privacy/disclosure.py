"""How a count of people may be shown: the floor, the second hiding, rounded totals, sensitive themes.

The rules are domain.md 4.H; inside the core they are enough. Outside the core a count is part of a
weekly release (``privacy/releases.py``), which adds to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from socialmap.errors import InvalidInput, Violation
from socialmap.model.language import by_language
from socialmap.model.values import Layer, ThemeId
from socialmap.model.vocabulary import Vocabulary

FLOOR = 5
"""Fewer people than this are never told apart from each other in a number.

With four or fewer in a neighbourhood, somebody who knows three of them knows the fourth. Dutch public
statistics on the social domain use the same floor, and count neighbourhoods in steps of five.
"""

HIGHEST_FLOOR = 10
"""A municipality may be more careful than ``FLOOR``. Beyond this a neighbourhood table says nothing."""

STEP = 5
"""Totals and released values are multiples of this."""

NOT_SHOWN = "–"


class AreaLevel(StrEnum):
    """The two sizes of area in which people are counted."""

    NEIGHBOURHOOD = "buurt"
    DISTRICT = "wijk"


@dataclass(frozen=True, slots=True)
class Protected:
    """One table as it may be shown: a text per row in the order given, the total, and which were hidden."""

    cells: tuple[str, ...]
    total: str
    hidden: tuple[bool, ...]


def checked_floor(asked: int) -> int:
    """The floor a setting asks for; ``InvalidInput`` below ``FLOOR`` or above ``HIGHEST_FLOOR``."""
    if not FLOOR <= asked <= HIGHEST_FLOOR:
        sentence = f"Kies een ondergrens van {FLOOR} tot en met {HIGHEST_FLOOR} mensen."
        raise InvalidInput([Violation("floor", sentence)])
    return asked


def protect(rows: Sequence[tuple[str, int]], *, floor: int = FLOOR, sensitive: bool = False) -> Protected:
    """A table of (name, number of persons) as it may be shown; no rows give no cells and total ``"0"``.

    Zero stays ``0``; from 1 to under the floor becomes ``<5``; if that happens exactly once, the smallest
    of the other cells is hidden too (``–``; the first of equals). When anything is hidden the total is
    ``ongeveer N``: the nearest multiple of five, half up. One exception, found by trying all small tables:
    where that N would only be possible with every hidden cell at its very least, or at its very most, the
    neighbouring multiple is told instead, because the reader could work the small cells out.

    ``sensitive``: the rows are neighbourhoods and the theme is sensitive. Then no row is shown, zero or
    not, and the total is the district's own cell. ``InvalidInput`` for a floor outside its bounds.

    >>> protect([("Lindehof", 24), ("Vogelweide", 30), ("Oude Kern", 6), ("Buitenhoek", 3)])
    Protected(cells=('24', '30', '–', '<5'), total='ongeveer 65', hidden=(False, False, True, True))
    """
    checked_floor(floor)
    counts = [count for _, count in rows]
    if any(count < 0 for count in counts):
        raise ValueError("a number of persons is never below zero")
    if sensitive:
        return _only_the_total(counts, floor)
    small = [0 < count < floor for count in counts]
    second = _second_to_hide(counts, floor) if sum(small) == 1 else None
    hidden = tuple(is_small or place == second for place, is_small in enumerate(small))
    cells = tuple(
        NOT_SHOWN if place == second else shown_count(count, floor=floor)
        for place, count in enumerate(counts)
    )
    total = about(_safe_total(counts, hidden, second, floor)) if any(hidden) else str(sum(counts))
    return Protected(cells, total, hidden)


def shown_count(count: int, *, floor: int = FLOOR) -> str:
    """One number of persons on its own: ``0``, ``<5``, or the number."""
    return f"<{floor}" if 0 < count < floor else str(count)


@by_language
def number_words(count: int, *, floor: int = FLOOR) -> str:
    """A number of persons inside a sentence.

    >>> number_words(0), number_words(3), number_words(5)
    ('niemand', 'enkele mensen', '5 mensen')
    """
    if count == 0:
        return "niemand"
    return "enkele mensen" if count < floor else f"{count} mensen"


@by_language
def about(count: int) -> str:
    """``ongeveer 85`` for 84: the nearest multiple of five, half up."""
    return f"ongeveer {rounded_to_step(count)}"


def rounded_to_step(count: int) -> int:
    """The nearest multiple of ``STEP``; a whole number is never exactly half way.

    >>> [rounded_to_step(count) for count in (2, 3, 7, 8)]
    [0, 5, 5, 10]
    """
    return (count + STEP // 2) // STEP * STEP


def finest_area(theme: ThemeId, vocabulary: Vocabulary, layer: Layer) -> AreaLevel:
    """The smallest area for which a count of this theme may be shown in a layer.

    The total of a *leefgebied* may always be shown per neighbourhood, also where its themes are sensitive.
    """
    concept = vocabulary.themes[theme]
    if layer is not Layer.CORE and concept.sensitive and concept.group is not None:
        return AreaLevel.DISTRICT
    return AreaLevel.NEIGHBOURHOOD


def theme_to_name(theme: ThemeId, vocabulary: Vocabulary, layer: Layer) -> ThemeId:
    """The theme under which a signal is shown in a layer: a sensitive one under its *leefgebied*."""
    if layer is not Layer.CORE and vocabulary.themes[theme].sensitive:
        return vocabulary.top_of(theme)
    return theme


def _second_to_hide(counts: Sequence[int], floor: int) -> int | None:
    """The place of the smallest cell from the floor up, the first of equals; ``None`` without any."""
    places = [place for place, count in enumerate(counts) if count >= floor]
    return min(places, key=lambda place: counts[place], default=None)


def _only_the_total(counts: Sequence[int], floor: int) -> Protected:
    total = sum(counts)
    told = about(total) if total >= floor and counts else shown_count(total, floor=floor)
    return Protected((NOT_SHOWN,) * len(counts), told, (True,) * len(counts))


def _safe_total(counts: Sequence[int], hidden: Sequence[bool], second: int | None, floor: int) -> int:
    """The total, moved to the neighbouring multiple of five if rounding would give the hidden cells away.

    A reader knows the visible sum, how many cells are small, and that the second hidden cell lies between
    the floor and the smallest visible one. So the hidden sum has a least and a most, and a rounded total
    leaves a piece of that range. Only a piece of one value, at an end, fixes the cells; it is joined to
    the piece beside it, which makes the answer the same for both.
    """
    total = sum(counts)
    visible = sum(count for count, is_hidden in zip(counts, hidden, strict=True) if not is_hidden)
    smalls = sum(hidden) - (second is not None)
    least = visible + smalls + (floor if second is not None else 0)
    if total == least and rounded_to_step(least + 1) > rounded_to_step(least):
        return least + 1
    # Of equals the first is hidden, so a visible cell that stands before it is larger by at least one.
    bounds = [
        count - (second is not None and place < second)
        for place, count in enumerate(counts)
        if count >= floor and not hidden[place]
    ]
    if second is not None and not bounds:
        return total
    most = visible + smalls * (floor - 1) + (min(bounds) if second is not None else 0)
    if total == most and rounded_to_step(most - 1) < rounded_to_step(most):
        return most - 1
    return total
