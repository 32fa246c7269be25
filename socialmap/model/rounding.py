"""Rounding as people do it: half away from zero, never "-0"."""

from __future__ import annotations

import math
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
    """Round half away from zero to a whole number.

    >>> round_whole(2.5), round_whole(-2.5), round_whole(0.49999999999999994)
    (3, -3, 0)
    """
    # A half is exact in binary, so this needs no decimals; distances are rounded very often.
    size = abs(value)
    whole = math.floor(size)
    whole += size - whole >= 0.5
    return whole if value > 0 else -whole
