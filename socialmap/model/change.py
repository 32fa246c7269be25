"""One accepted change, as the journal's tail tells it to every projection, and how far one has followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """Entity ``id`` of ``kind`` became ``entity`` (``None``: removed) at journal position ``seq``."""

    seq: int
    kind: str
    id: str
    version: int
    entity: Any | None


@dataclass(frozen=True, slots=True)
class Position:
    """How far both journals have been followed: the last entry of each and its hash in hexadecimal.

    The hashes tell whether it is still the same journal. ``Position()`` is before the first entry.
    """

    map_seq: int = 0
    core_seq: int = 0
    map_hash: str = ""
    core_hash: str = ""
