"""Which listings are worth comparing: those that share a word, or the beginning of one at the same place.

Not all pairs: the work grows with the number of listings, not with its square. Two listings of one thing have
some word in common, however it is misspelt, so every key holds something of the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from socialmap.search.double_names import Name, stem
from socialmap.search.double_words import KIND_WORDS, LEGAL_WORDS
from socialmap.search.listings import Listing

Key: TypeAlias = tuple[object, ...]
Pair: TypeAlias = tuple[int, int]
Metres: TypeAlias = tuple[float, float] | None

CELL_M = 300
"""Side of a square; with four grids, half a side apart, whatever is within half a side shares a square."""
RARE = 12
"""A word, or a beginning of a name, that so many listings have brings them together wherever they are."""
MOST_TOGETHER = 60
"""Of more listings with one key only neighbours by name are compared."""
_NEIGHBOURS = 8
_BEGINNING, _LONG_WORD = 6, 6


def candidate_pairs(
    listings: Sequence[Listing], names: Sequence[Name], metres: Sequence[Metres]
) -> set[Pair]:
    """Row numbers of listings of one kind to compare, each pair once, the lower row first."""
    anywhere: defaultdict[Key, list[int]] = defaultdict(list)
    somewhere: defaultdict[Key, list[int]] = defaultdict(list)
    for row, (listing, name) in enumerate(zip(listings, names, strict=True)):
        words = _own_words(name)
        for key in _keys_anywhere(name, words):
            anywhere[key].append(row)
        beginnings = {word[0] for word in words or name.words}
        for place in _places(listing, metres[row]):
            for letter in beginnings:
                somewhere[*place, letter].append(row)
    return {
        *_pairs(anywhere, names, RARE, spread=False),
        *_pairs(somewhere, names, MOST_TOGETHER, spread=True),
    }


def _own_words(name: Name) -> list[str]:
    """The words that are not only a sort or a legal form."""
    return [word for word in dict.fromkeys(name.words) if word not in KIND_WORDS and word not in LEGAL_WORDS]


def _keys_anywhere(name: Name, words: Sequence[str]) -> set[Key]:
    keys: set[Key] = set()
    for word in words:
        keys |= {("word", word), ("word", stem(word))}
        if len(word) >= _LONG_WORD:
            keys.add(("ends", word[:3], word[-2:]))
        if len(name.words) == 1:
            keys.add(("initials", word))
    if len(name.loose) >= _BEGINNING:
        keys |= {("begins", name.loose[:_BEGINNING]), ("finishes", name.loose[-_BEGINNING:])}
        keys.add(("whole", name.loose))
    if len(name.initials) >= 3:
        keys.add(("initials", name.initials))
    return keys


def _places(listing: Listing, at: Metres) -> Iterator[Key]:
    """What two listings of one thing are likely to share besides their name."""
    if at is not None:
        for grid in range(4):
            shift_x, shift_y = (CELL_M // 2 * (grid % 2), CELL_M // 2 * (grid // 2))
            yield "square", grid, int((at[0] + shift_x) // CELL_M), int((at[1] + shift_y) // CELL_M)
    address = listing.address
    if address.postcode and address.number:
        yield "postcode", address.postcode, address.number
    if address.street and address.number:
        yield "street", address.street, address.number
    if listing.place_id:
        yield "building", listing.place_id
    if listing.area_id:
        yield "area", listing.area_id
    for mark in sorted(listing.marks):
        yield "contact", mark
    if listing.site.host:
        yield "host", listing.site.host
    if listing.site.page:
        yield "page", listing.site.page


def _pairs(
    blocks: Mapping[Key, Sequence[int]], names: Sequence[Name], most: int, *, spread: bool
) -> Iterator[Pair]:
    for rows in blocks.values():
        if len(rows) <= most:
            yield from combinations(rows, 2)
        elif spread:
            in_order = sorted(rows, key=lambda row: (names[row].loose, names[row].written, row))
            for position, row in enumerate(in_order):
                for other in in_order[position + 1 : position + 1 + _NEIGHBOURS]:
                    yield min(row, other), max(row, other)
