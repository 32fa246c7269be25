"""The port through which a typed address becomes a place; who answers is chosen at the start."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from socialmap.geo.registers import AddressHit
from socialmap.model.values import AreaId


class Geocoder(Protocol):
    """Two adapters: ``geo.addresses.AddressBook`` (own data, offline) and ``connectors.locatieserver``."""

    def find(self, text: str, within: Collection[AreaId] = ()) -> tuple[AddressHit, ...]:
        """Places that fit a typed address, best first; empty when none does.

        ``within`` are the municipalities in which to look. Nothing of the text is kept or logged.
        """
