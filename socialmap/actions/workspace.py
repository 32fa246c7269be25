"""Everything an action works with: the truth, the words, the clock, and pictures that follow the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from socialmap.actions.projections import Projections
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words import WordFinder
from socialmap.store.catalogue import Catalogue

_HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Workspace:
    """One municipality, opened. Actions receive it; screens and commands only pass it on.

    ``clock`` gives an aware time; ``new_id`` a fresh id for a kind.
    """

    folder: Path
    catalogue: Catalogue
    vocabulary: Vocabulary
    words: WordFinder
    clock: Callable[[], datetime]
    new_id: Callable[[str], str]
    projections: Projections = field(repr=False)

    def today(self) -> date:
        """The reference date (*peildatum*): the day it is in the Netherlands."""
        return self.clock().astimezone(_HERE).date()

    def close(self) -> None:
        self.projections.close()
        self.catalogue.close()
