"""The arrays of the offer index: one value per offer per column, and how they grow."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from socialmap.model.provision import Access, OfferStatus
from socialmap.model.quadrants import Side

Value = TypeVar("Value", bound=Hashable)

(
    ALIVE,
    LOCATED,
    HAS_POINT,
    NO_PLACES_LEFT,
    WAITING_LIST,
    HOME_VISIT,
    ONLINE,
    COMES_TO_PEOPLE,
    MAYBE_STOPPED,
) = (1 << bit for bit in range(9))
"""Bits of the fact ``FLAGS``; located without a point: somewhere around there."""
(
    FLAGS,
    X_MM,
    Y_MM,
    STATUS,
    ACCESS,
    AGE_MIN,
    AGE_MAX,
    ONLY_FOR,
    LANGUAGES,
    MOMENTS,
    YES,
    NO,
    COST_CENTS,
    CHECKED,
    LAST_DAY,
    AREA,
    FACILITY,
    SIDES,
    BUCKET,
    LOOSE,
) = range(20)
"""The facts of an offer. ``MOMENTS`` has the bit order of the week, ``YES`` and ``NO`` that of the barriers;
days are ordinals with 0 for none; ages, money, areas and facilities have -1 for none; ``BUCKET`` is where the
grid has the row, ``LOOSE`` says that the grid does not have it (any more) and that it is listed apart.
"""
FACTS = LOOSE + 1
NONE = -1
STATUSES, ACCESSES = tuple(OfferStatus), tuple(Access)
SIDE_BIT = {side: 1 << bit for bit, side in enumerate(Side)}
SIDES_KNOWN = 1 << len(SIDE_BIT)
WORD = 64
NODE, ASIDE_MM = range(2)
"""How an offer joins the streets: the point of the network (-1: it does not) and the way to it."""


class Offers(NamedTuple):
    """Offer ``row`` is ``facts[:, row]``; themes are masks of 64 bits a word; ``feet``: how it joins streets.

    In memory an offer lies together (Fortran order): a search looks at most facts of few offers.
    """

    facts: NDArray[np.int32]
    themes: NDArray[np.uint64]
    peers: NDArray[np.uint64]
    feet: NDArray[np.int32]


def empty_offers(capacity: int, words: int) -> Offers:
    """Room for ``capacity`` offers with ``words`` × 64 themes."""
    return Offers(
        np.zeros((FACTS, capacity), np.int32, order="F"),
        np.zeros((words, capacity), np.uint64, order="F"),
        np.zeros((words, capacity), np.uint64, order="F"),
        nowhere(capacity),
    )


def nowhere(capacity: int) -> NDArray[np.int32]:
    """Offers that do not join any streets."""
    feet = np.zeros((ASIDE_MM + 1, capacity), np.int32, order="F")
    feet[NODE] = NONE
    return feet


def grown(offers: Offers, capacity: int) -> Offers:
    """The same offers with room for ``capacity``."""
    larger = empty_offers(capacity, len(offers.themes))
    columns: Iterable[tuple[NDArray[Any], NDArray[Any]]] = zip(offers, larger, strict=True)
    for old, new in columns:
        new[:, : old.shape[1]] = old
    return larger


class Codes(Generic[Value]):
    """Small whole numbers for values that come back often, in the order in which they were first seen."""

    def __init__(self, values: Iterable[Value] = ()) -> None:
        self.values: list[Value] = list(values)
        self._code = {value: code for code, value in enumerate(self.values)}

    def of(self, value: Value) -> int:
        """The code of a value, a new one if it was not seen before."""
        code = self._code.get(value)
        if code is None:
            code = self._code[value] = len(self.values)
            self.values.append(value)
        return code

    def find(self, value: Value) -> int:
        """The code of a value, -1 when it was never seen."""
        return self._code.get(value, NONE)


def mask(bits: Iterable[int]) -> int:
    found = 0
    for bit in bits:
        found |= 1 << bit
    return found


@lru_cache(maxsize=1 << 14)
def set_bits(found: int) -> tuple[int, ...]:
    """Positions of the bits that are 1, low first. Kept, because the same masks come back again and again."""
    return tuple(bit for bit in range(found.bit_length()) if found >> bit & 1)


def in_words(found: int, words: int) -> list[int]:
    """A mask as ``words`` numbers of 64 bits, low word first."""
    return [found >> (WORD * word) & (1 << WORD) - 1 for word in range(words)]


def as_words(flags: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Yes or no per bit, a multiple of 64 of them, as words, low word first."""
    return np.packbits(flags, bitorder="little").view("<u8").astype(np.uint64)


def from_words(words: Iterable[int]) -> int:
    found = 0
    for place, word in enumerate(words):
        found |= word << (WORD * place)
    return found
