"""Themes that were suggested, in English."""

from __future__ import annotations

from collections.abc import Sequence


def or_so(labels: Sequence[str]) -> str:
    return " or ".join(labels)


def why(because: str, *, alike: bool) -> str:
    return because if alike else f"recognised by '{because}'"
