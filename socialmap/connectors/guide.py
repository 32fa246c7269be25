"""The guide of a wijk or buurt as it is drawn: chapters with entries, everything already in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socialmap.model import wording_package as words


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """One thing. ``facts`` are pairs of a heading and its lines; ``badge`` tells how fresh it is, and what
    that means. ``anchor`` is its name within the guide.
    """

    anchor: str
    name: str
    about: str
    badge: str
    badge_meaning: str
    description: str = ""
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A leefgebied, the places or the organisations; ``also`` are entries that stand in another chapter."""

    anchor: str
    title: str
    entries: tuple[GuideEntry, ...]
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A whole guide; ``as_of`` is the day for which it holds. ``warning`` stands above everything."""

    area: str
    as_of: date
    chapters: tuple[Chapter, ...]
    sources: tuple[str, ...]
    warning: str = ""

    @property
    def title(self) -> str:
        return words.TITLE.format(area=self.area)

    @property
    def intro(self) -> str:
        return words.INTRO.format(area=self.area) if self.chapters else words.NOTHING
