"""For what an earlier check already saw: a value that is there, although its type still allows nothing."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def given(value: T | None) -> T:
    """The value. ``LookupError`` when it is not there after all: then the check before it was wrong."""
    if value is None:
        raise LookupError("what was checked before is not there")
    return value
