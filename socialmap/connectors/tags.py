"""One column with loose labels (``gratis, maandag, ochtend, senior``), as the Amsterdam template has it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from socialmap.connectors.cells import Cells
from socialmap.connectors.moments import moments
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Session
from socialmap.model.values import ThemeId

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_PARTS = ("ochtend", "middag", "avond")


@dataclass(frozen=True, slots=True)
class TagsFound:
    """What the labels say; labels that say nothing here are left alone."""

    themes: tuple[ThemeId, ...] = ()
    sessions: tuple[Session, ...] = ()
    cost_eur: float | None = None


class Tags:
    """Reads labels; ``theme`` knows the themes by their names."""

    def __init__(self, theme: Callable[[str], ThemeId]) -> None:
        self._theme = theme

    def read(self, cells: Cells) -> TagsFound:
        """Days only count together with a part of the day: a day alone does not say when one can come."""
        labels = [normalise(label) for label in re.split(r"[,;|\n]", cells.text("labels"))]
        days = [label for label in labels if label in _DAYS]
        times = [label for label in labels if label in _PARTS]
        sessions = [session for day in days for time in times for session in moments(f"{day} {time}")]
        return TagsFound(self._themes(labels), tuple(sessions), 0.0 if "gratis" in labels else None)

    def _themes(self, labels: list[str]) -> tuple[ThemeId, ...]:
        found: dict[ThemeId, None] = {}
        for label in labels:
            try:
                found[self._theme(label)] = None
            except ValueError:
                continue
        return tuple(found)[:4]
