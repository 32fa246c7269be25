"""What was decided about two listings that look alike: one went into the other, or they are two things."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from socialmap.model.values import Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """The listing ``old_id`` went into ``new_id`` of the same kind, under which everything is found now.

    Whatever follows an old link, or an old list, still arrives.
    """

    id: str
    object_kind: str
    old_id: str
    new_id: str
    on: date

    kind: ClassVar[str] = "replacement"
    layer: ClassVar[Layer] = Layer.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinction:
    """Two listings of one kind that look alike and are not the same; nobody is asked about them again."""

    id: str
    object_kind: str
    object_ids: tuple[str, ...]
    on: date

    kind: ClassVar[str] = "distinction"
    layer: ClassVar[Layer] = Layer.PUBLIC


def replacement_id(kind: str, old_id: str) -> str:
    """One thing goes into one other: the id of a replacement says whose it is.

    >>> replacement_id("facility", "linde")
    'facility-linde'
    """
    return f"{kind}-{old_id}"
