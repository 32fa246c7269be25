"""Themes that a file does not name: suggested from its words, each with its reason, for a person to check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from socialmap.model.language import told
from socialmap.model.values import ThemeId
from socialmap.model.wording_suggested import NO_THEME, PERHAPS, or_so

if TYPE_CHECKING:
    from socialmap.connectors.plan import Reading

MOST_SUGGESTED = 2


@dataclass(frozen=True, slots=True)
class SuggestedTheme:
    """A theme that a text seems to be about, how it is called, and the words that led to it.

    ``sure``: it may be taken over unless somebody objects; others are only worth asking about.
    """

    theme: ThemeId
    label: str
    because: str
    sure: bool = True


FindThemes: TypeAlias = Callable[[str], tuple[SuggestedTheme, ...]]
"""What a text seems to be about, best first; empty if nothing can be known."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Something new on the map with themes that its source did not give: where it stands, and why these."""

    kind: str
    id: str
    name: str
    line: int
    themes: tuple[SuggestedTheme, ...]
    sheet: str = ""


def find_nothing(_: str) -> tuple[SuggestedTheme, ...]:
    """For who has no finder."""
    return ()


def taken(found: Iterable[SuggestedTheme]) -> tuple[SuggestedTheme, ...]:
    """Those that may be taken over: the sure ones, at most two."""
    return tuple(each for each in found if each.sure)[:MOST_SUGGESTED]


def ask_for_theme(found: Iterable[SuggestedTheme], refusal: str = NO_THEME) -> str:
    """A refusal that names what it may be, when there is anything to name."""
    labels = [each.label for each in found][:MOST_SUGGESTED]
    return f"{refusal} {told(PERHAPS).format(themes=or_so(labels))}" if labels else refusal


def suggestions_in(reading: Reading, new: Iterable[Any]) -> Iterator[Suggested]:
    """What the rows of new things suggest, each thing once, in the order of the file."""
    wanted = {(entity.kind, entity.id) for entity in new}
    for row in reading.rows:
        if row.suggested and row.key in wanted:
            wanted.remove(row.key)
            yield Suggested(*row.key, row.entity.name, row.line, row.suggested, row.sheet)
