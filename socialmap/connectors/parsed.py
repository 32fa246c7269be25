"""What comes out of a file before anything is understood of it: sheets of text, features, or streets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

LONGEST_TEXT = 2_000
MOST_LINES = 100_000
MOST_COLUMNS = 200


class Refused(Exception):
    """A file that cannot be used at all: a Dutch sentence and a remedy."""

    def __init__(self, sentence: str, remedy: str = "Kies een ander bestand.") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy


def too_long() -> Refused:
    return Refused(f"Dit bestand heeft meer dan {MOST_LINES} regels.", "Knip het in stukken.")


@dataclass(frozen=True, slots=True)
class Line:
    """One record: the line on which it begins (1 is the first), and its cells as text."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Feature:
    """One record of a map file: its number (1 is the first), columns as text, and a valid polygon in WGS84.

    ``problem`` says in Dutch why there is no usable polygon; ``wkb`` is then empty, or a point if it is one.
    ``repaired`` says what was mended; ``name`` is the ``id`` that a file gives beside the columns.
    """

    number: int
    layer: str
    properties: dict[str, str]
    wkb: bytes
    problem: str = ""
    repaired: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a feed: its number (1 is the first), what it is, and its JSON; empty if it is broken.

    Of a thing of our own also ``name`` (its id), the fields that are ``given``, and its ``problems`` (field
    and sentence).
    """

    number: int
    kind: str
    json: str
    name: str = ""
    given: tuple[str, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Walkable:
    """The ways of a map file on which people walk, as arrays in bytes (little-endian).

    ``lonlat``: 32-bit pairs in ten-millionths of a degree, longitude first; ``ends``: 32-bit pairs, the
    points at both ends of each piece; ``steps``: a byte per piece, 1 for stairs.
    """

    lonlat: bytes
    ends: bytes
    steps: bytes


@dataclass(frozen=True, slots=True)
class Parsed:
    sheets: list[Sheet]
    features: list[Feature]
    records: list[Record] = field(default_factory=list)
    ways: Walkable | None = None


def text_of(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as 2026-03-02, yes/no as ja/nee, nothing as "".

    Anything that is not a single value (a list, an object) is nothing.
    """
    match value:
        case bool():
            return "ja" if value else "nee"
        case int():
            return str(value) if abs(value) < 10**18 else ""
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)
        case str():
            return value.strip()[:LONGEST_TEXT]
        case datetime() if value.time() != time():
            return value.isoformat(sep=" ", timespec="minutes")
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
        case _:
            return ""


def without_tail(cells: list[str]) -> list[str]:
    """The cells up to the last one that holds something."""
    while cells and not cells[-1]:
        cells.pop()
    return cells
