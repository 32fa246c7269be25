"""What every gold example has in common: its file, strict keys, and places in RD New metres."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from socialmap.geo.coordinates import from_metres
from socialmap.model.values import Point

COMMON_KEYS = frozenset({"soort", "titel", "peildatum", "toelichting"})
STORY_DATE = "2026-03-02"


class WrongExample(AssertionError):
    """The file itself is not right: a key is unknown or missing, or a value cannot be read."""


@dataclass(frozen=True)
class Example:
    """One file: its kind, the reference date, and everything in it."""

    path: Path
    sort: str
    today: date
    content: Mapping[str, Any]

    def keys(self, required: set[str], optional: set[str] = frozenset()) -> None:  # type: ignore[assignment]
        check_keys(self.content, required, optional | COMMON_KEYS, f"{self.path.name}")


def read_example(path: Path) -> Example:
    """The example in a file; ``WrongExample`` when it is not JSON or says no kind."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise WrongExample(f"{path.name} is geen JSON: {error}") from error
    if not isinstance(content, dict) or "soort" not in content:
        raise WrongExample(f"{path.name} zegt niet van welke soort het is.")
    return Example(path, content["soort"], date.fromisoformat(content.get("peildatum", STORY_DATE)), content)


def check_keys(given: Mapping[str, Any], required: set[str], optional: set[str], where: str) -> None:
    """``WrongExample`` for every key too many or too few."""
    unknown = sorted(set(given) - required - optional)
    missing = sorted(required - set(given))
    if unknown or missing:
        raise WrongExample(f"{where}: onbekend {unknown}, ontbreekt {missing}")


def point(place: Sequence[float]) -> Point:
    """``[x, y]`` in RD New metres as a point."""
    x_m, y_m = place
    return from_metres(float(x_m), float(y_m))
