"""What the columns of a list might mean that does not use our headers; a person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from socialmap.connectors.cells import single_line
from socialmap.connectors.headers import (
    NOT_READ,
    PERSON_HEADERS,
    TableKind,
    field_names,
    fields_of,
    likely_kind,
    meanings,
)
from socialmap.connectors.parsed import Line, Sheet
from socialmap.connectors.table import header_position, kind_of_word
from socialmap.errors import InvalidInput, Violation
from socialmap.model.normal_text import normalise
from socialmap.model.vocabulary import Vocabulary

_LIKE = 86.0
"""From this likeness on (0-100) a header is taken for a name that we know. Lower gives nonsense."""
_SHORTEST = 4
_LOOKED_AT = 30
_SHOWN = 3
_MOST_SIGNS = 40
_BY_VALUE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    ("website", re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)),
    ("postcode", re.compile(r"[1-9]\d{3} ?[A-Za-z]{2}")),
    ("phone", re.compile(r"(?:\+31|0)[\d \-()]{8,14}")),
)
"""Values that tell what a column is, whatever it is called."""


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column: its header, a few values, and the field that it is likely to be (empty: no idea).

    ``known``: the header is one of ours. ``about_person``: never read, and no values are shown.
    """

    title: str
    samples: tuple[str, ...]
    field: str = ""
    known: bool = False
    about_person: bool = False


@dataclass(frozen=True, slots=True)
class SheetGuess:
    """A sheet with a header: what its rows seem to be about, its columns, and how many rows there are."""

    name: str
    kind: TableKind
    columns: tuple[ColumnGuess, ...]
    rows: int

    @property
    def all_known(self) -> bool:
        """Can it be read without asking anything?"""
        fields = {column.field for column in self.columns if column.known}
        return "name" in fields and all(column.known or column.about_person for column in self.columns)


def guess_columns(
    sheets: Sequence[Sheet], vocabulary: Vocabulary, said: Mapping[str, str] | None = None
) -> tuple[SheetGuess, ...]:
    """A guess for every sheet that has rows. ``said`` is what was decided about headers before."""
    guesses = []
    for sheet in sheets:
        kind = kind_of_word(sheet.name)
        position = header_position(sheet.lines, kind, vocabulary, said)
        if position is None:
            position = _first_full(sheet.lines)
        if position is not None:
            guesses.append(_guess(sheet, position, kind, vocabulary, said or {}))
    return tuple(guesses)


def told_guesses(
    sheets: Sequence[Sheet], vocabulary: Vocabulary, said: Mapping[str, str] | None = None
) -> Iterator[str]:
    """One sentence per column that might mean something, with how to say so on the command line."""
    for sheet in guess_columns(sheets, vocabulary, said):
        names = field_names(sheet.kind, vocabulary.barriers)
        for column in sheet.columns:
            if column.field and not column.known:
                title, name = column.title, names[column.field]
                yield f"De kolom '{title}' lijkt op '{name}'. Klopt dat? Zeg dan --column '{title}={name}'."


def require_known_fields(columns: Mapping[str, str], vocabulary: Vocabulary) -> None:
    """``InvalidInput`` for a header that is said to mean something that no table has."""
    known = {
        name for kind in TableKind for name in (*meanings(kind, vocabulary.barriers), normalise(NOT_READ))
    }
    unknown = [title for title, text in columns.items() if text and normalise(text) not in known]
    if unknown:
        raise InvalidInput(
            [Violation("column", f"We weten niet wat de kolom '{title}' dan is.") for title in unknown],
            "Kies een kop die in het sjabloon staat, of 'overslaan'.",
        )


def _guess(
    sheet: Sheet, position: int, kind: TableKind | None, vocabulary: Vocabulary, said: Mapping[str, str]
) -> SheetGuess:
    header, rows = sheet.lines[position].cells, sheet.lines[position + 1 :]
    about = kind or likely_kind(header)
    found = fields_of(header, about, vocabulary.barriers, said)
    taken = set(found.values())
    skipped = {
        normalise(title) for title, text in said.items() if normalise(text) in ("", normalise(NOT_READ))
    }
    columns = []
    for column, title in enumerate(header):
        values = _values(rows, column)
        name = single_line(title)[:_MOST_SIGNS]
        if not title and not values:
            continue
        if normalise(title) in PERSON_HEADERS:
            columns.append(ColumnGuess(name, (), about_person=True))
        elif column in found or normalise(title) in skipped:
            columns.append(ColumnGuess(name, values[:_SHOWN], found.get(column, ""), known=True))
        else:
            likely = _likely(title, values, about, vocabulary, taken)
            taken |= {likely} if likely else set()
            columns.append(ColumnGuess(name, values[:_SHOWN], likely))
    return SheetGuess(sheet.name, about, tuple(columns), len(rows))


def _values(rows: Sequence[Line], column: int) -> tuple[str, ...]:
    found = (line.cells[column] for line in rows[:_LOOKED_AT] if column < len(line.cells))
    return tuple(dict.fromkeys(single_line(value)[:_MOST_SIGNS] for value in found if value.strip()))


def _likely(
    title: str, values: Sequence[str], kind: TableKind, vocabulary: Vocabulary, taken: set[str]
) -> str:
    """The field of the name that a header is most like, or else of what its values look like."""
    free = {alias: name for alias, name in meanings(kind, vocabulary.barriers).items() if name not in taken}
    word = normalise(title)
    long_enough = {alias: name for alias, name in free.items() if len(alias) >= _SHORTEST}
    hit = process.extractOne(word, long_enough.keys(), scorer=_likeness, score_cutoff=_LIKE) if word else None
    if hit is not None:
        return long_enough[hit[0]]
    for name, pattern in _BY_VALUE:
        if values and name in free.values() and all(pattern.fullmatch(value) for value in values):
            return name
    return ""


def _likeness(one: str, other: str, **_: object) -> float:
    """How alike two headers are: as a whole, or as words in another order or with words around them."""
    whole: float = fuzz.ratio(one, other)
    words: float = fuzz.token_set_ratio(one, other)
    return max(whole, words - 5.0)


def _first_full(lines: Sequence[Line]) -> int | None:
    """The first line with as many filled cells as the fullest of the first lines: that is the header."""
    filled = [sum(bool(cell) for cell in line.cells) for line in lines[:15]]
    most = max(filled, default=0)
    return next((n for n, count in enumerate(filled) if count >= max(2, most * 0.8)), None)
