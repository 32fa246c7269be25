"""Everything an action works with: the truth, the words, the clock, and pictures that follow the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.found import Listener
from socialmap.store.catalogue import Catalogue

if TYPE_CHECKING:
    from socialmap.actions.projections import Projections
    from socialmap.connectors.http_gateway import Client
    from socialmap.geo.geocoding import Geocoder

_HERE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Workspace:
    """One municipality, opened. Actions receive it; screens and commands only pass it on.

    ``clock`` gives an aware time; ``new_id`` a fresh id for a kind. ``gateway`` asks sources on the internet,
    ``geocoder`` addresses from one; both are ``None`` unless the administrator turned them on.
    """

    folder: Path
    catalogue: Catalogue
    vocabulary: Vocabulary
    words: Listener
    clock: Callable[[], datetime]
    new_id: Callable[[str], str]
    gateway: Client | None = None
    geocoder: Geocoder | None = None

    @cached_property
    def projections(self) -> Projections:
        """The pictures. Loaded when first asked for: whoever only reads the journal does without."""
        from socialmap.actions.projections import Projections

        return Projections(self.catalogue, self.vocabulary, self.folder)

    def today(self) -> date:
        """The reference date (*peildatum*): the day it is in the Netherlands."""
        return self.clock().astimezone(_HERE).date()

    def listening_by(self, words: Listener) -> Workspace:
        """The same workspace, pictures and all, that hears words in another way."""
        other = replace(self, words=words)
        vars(other)["projections"] = self.projections
        return other

    def close(self) -> None:
        if "projections" in vars(self):
            self.projections.close()
        self.catalogue.close()
