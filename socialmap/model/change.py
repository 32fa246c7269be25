"""One accepted change, as the journal's tail tells it to every projection."""

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
