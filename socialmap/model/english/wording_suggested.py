"""Themes that were suggested, in English."""

from __future__ import annotations

from collections.abc import Sequence


def danger_in_row(sheet: str, line: int) -> str:
    where = f"{sheet}, line {line}," if sheet else f"Line {line}"
    return (
        f"{where} may tell of someone in danger. "
        "Then take that away and follow the reporting code (meldcode)."
    )


def or_so(labels: Sequence[str]) -> str:
    return " or ".join(labels)


def why(because: str, *, alike: bool) -> str:
    return because if alike else f"recognised by '{because}'"
