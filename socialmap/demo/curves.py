"""Bends in streets and shores: smooth lines through hand-placed points, in metres."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Position = tuple[float, float]
"""Metres east and north of the town's origin."""

_STEP_M = 25.0
_TENSION = 0.35


def smooth(points: Sequence[Sequence[float]]) -> tuple[Position, ...]:
    """A Catmull-Rom curve through all `points`, with a vertex about every 25 metres, then bent with the town.

    Lines that share given points still meet. A closed list (first equals last) stays closed. Decimetres.
    """
    given = [(float(x), float(y)) for x, y in points]
    closed = given[0] == given[-1]
    before = given[-2] if closed else _mirrored(given[1], given[0])
    after = given[1] if closed else _mirrored(given[-2], given[-1])
    knots = [before, *given, after]
    curve: list[Position] = []
    for i in range(1, len(knots) - 2):
        steps = max(1, round(math.dist(knots[i], knots[i + 1]) / _STEP_M))
        curve.extend(_between(knots[i - 1 : i + 3], step / steps) for step in range(steps))
    curve.append(given[-1])
    return tuple(bend(position) for position in curve)


def bend(position: Sequence[float]) -> Position:
    """Move a drawn position by at most 60 metres, smoothly, so that no street of the town is ruler-straight.

    (0, 0) stays where it is. Everything drawn goes through this once, so what touched still touches.
    """
    x, y = position[0], position[1]
    return (
        round(x + 60.0 * math.sin(y / 240.0 + x / 700.0), 1),
        round(y + 55.0 * math.sin(x / 280.0 - y / 600.0), 1),
    )


def _mirrored(a: Position, about: Position) -> Position:
    return (2 * about[0] - a[0], 2 * about[1] - a[1])


def _between(knots: Sequence[Position], t: float) -> Position:
    """The point at `t` (0 to 1) between the middle two of four knots, on a cardinal spline."""
    if t == 0:
        return knots[1]
    leave, go, arrive = t * (1 - t) ** 2, 3 * t**2 - 2 * t**3, t**3 - t**2
    x, y = (
        b + go * (c - b) + _TENSION * (leave * (c - a) + arrive * (d - b))
        for a, b, c, d in zip(*knots, strict=True)
    )
    return (round(x, 1), round(y, 1))


def offset_at(line: Sequence[Position], along_m: float, aside_m: float) -> Position:
    """The point `along_m` metres down the line and `aside_m` to its left (negative: right).

    Before the start is the start, past the end is the end.
    """
    left = max(along_m, 0.0)
    for a, b in pairwise(line):
        length = math.dist(a, b)
        if left <= length or b is line[-1]:
            share = min(left / length, 1.0) if length else 0.0
            dx, dy = ((b[0] - a[0]) / length, (b[1] - a[1]) / length) if length else (0.0, 0.0)
            x = a[0] + share * (b[0] - a[0]) - dy * aside_m
            y = a[1] + share * (b[1] - a[1]) + dx * aside_m
            return (round(x, 1), round(y, 1))
        left -= length
    return line[-1]


def length_m(line: Sequence[Position]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(line))
