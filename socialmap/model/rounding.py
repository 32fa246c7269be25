"""Rounding as people do it: half away from zero, never "-0"."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def round_half_away(value: float, digits: int = 0) -> float:
    """Round half away from zero: 0.5 → 1, -0.5 → -1, 2.675 (2 digits) → 2.68.

    >>> round_half_away(-0.165, 2), round_half_away(-0.001, 2)
    (-0.17, 0.0)
    """
    quantum = Decimal(1).scaleb(-digits)
    rounded = Decimal(repr(value)).quantize(quantum, rounding=ROUND_HALF_UP)
    return float(rounded) + 0.0


def round_whole(value: float) -> int:
    """Round half away from zero to a whole number."""
    return int(round_half_away(value))
