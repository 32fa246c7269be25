"""The four quadrants with a few marks and arrows: where somebody or a team stands, and wants to go."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from socialmap.model.quadrants import Quadrant
from socialmap.ui.components.drawing import drawn_text
from socialmap.ui.text import TEXT

SIZE = 600
_MIDDLE = SIZE / 2
_REACH = 240
"""From the middle to an answer of 1."""
_RADIUS = 17
_EDGE = 34


@dataclass(frozen=True, slots=True)
class Mark:
    """``x`` and ``y`` from -1 to 1. A ``later`` mark is open; ``sign`` stands in it, ``label`` names it."""

    x: float
    y: float
    sign: str
    label: str
    later: bool = False
    square: bool = False


def picture_of(marks: Sequence[Mark], arrows: Sequence[tuple[int, int]], title: str) -> str:
    """An SVG picture; ``arrows`` go from one mark to another, by their place in ``marks``."""
    left, right, above, below = (drawn_text(word) for word in TEXT.stand.ends)
    fields = "".join(map(_field, Quadrant))
    ends = (
        f'<text class="eind" x="{_MIDDLE}" y="22">{above}</text>'
        f'<text class="eind" x="{_MIDDLE}" y="{SIZE - 8}">{below}</text>'
        f'<text class="eind" x="14" y="{_MIDDLE}" transform="rotate(-90 14 {_MIDDLE})">{left}</text>'
        f'<text class="eind" x="{SIZE - 14}" y="{_MIDDLE}" '
        f'transform="rotate(90 {SIZE - 14} {_MIDDLE})">{right}</text>'
    )
    spots = _spots(marks)
    lines = "".join(_arrow(marks[start], marks[end], spots[start], spots[end]) for start, end in arrows)
    drawn = "".join(map(_mark, marks, spots))
    told = f"{title}. {'. '.join(mark.label for mark in marks)}" if marks else title
    return (
        f'<svg class="vakbeeld standbeeld" viewBox="0 0 {SIZE} {SIZE}" role="img" '
        f'aria-label="{drawn_text(told)}">{fields}{ends}{lines}{drawn}</svg>'
    )


def key_of(marks: Sequence[Mark]) -> str:
    """What each mark means, as a list beside the picture."""
    items = "".join(
        f'<li><i class="{_style(mark)}" aria-hidden="true">{drawn_text(mark.sign)}</i>'
        f"{drawn_text(mark.label)}</li>"
        for mark in marks
    )
    return f'<ul class="standsleutel">{items}</ul>'


def _field(quadrant: Quadrant) -> str:
    right, below = quadrant in {Quadrant.RB, Quadrant.RO}, quadrant in {Quadrant.LO, Quadrant.RO}
    x, y = (_MIDDLE if right else _EDGE), (_MIDDLE if below else _EDGE)
    text_x, anchor = (SIZE - _EDGE - 14, "end") if right else (_EDGE + 14, "start")
    side = _MIDDLE - _EDGE
    hint = "" if right else f"<title>{drawn_text(TEXT.stand.left_half)}</title>"
    return (
        f'<rect class="veld" x="{x}" y="{y}" width="{side}" height="{side}">{hint}</rect>'
        f'<text class="veldnaam" x="{text_x}" y="{SIZE - _EDGE - 14 if below else _EDGE + 28}" '
        f'text-anchor="{anchor}">{drawn_text(quadrant.dutch_name)}</text>'
    )


def _spots(marks: Sequence[Mark]) -> list[tuple[float, float]]:
    """Where each mark is drawn: on its answer, or moved towards the middle when it would cover another."""
    taken: list[tuple[Mark, float, float]] = []
    for mark in marks:
        x, y = _MIDDLE + mark.x * _REACH, _MIDDLE - mark.y * _REACH
        down = 1 if y <= _MIDDLE else -1
        for other, other_x, other_y in sorted(taken, key=lambda placed: down * placed[2]):
            beside = abs(x - other_x) >= (_width(mark) + _width(other)) / 2
            if not beside and abs(y - other_y) < 2 * _RADIUS:
                y = other_y + down * (2 * _RADIUS + 2)
        taken.append((mark, x, y))
    return [(round(x, 1), round(y, 1)) for _, x, y in taken]


def _style(mark: Mark) -> str:
    return f"{'wij' if mark.square else 'ik'}{' straks' if mark.later else ''}"


def _width(mark: Mark) -> int:
    return 14 + 10 * len(mark.sign) if mark.square else 2 * _RADIUS


def _mark(mark: Mark, spot: tuple[float, float]) -> str:
    x, y = spot
    if mark.square:
        width = _width(mark)
        shape = f'<rect x="{x - width / 2}" y="{y - _RADIUS}" width="{width}" height="{2 * _RADIUS}" rx="8"/>'
    else:
        shape = f'<circle cx="{x}" cy="{y}" r="{_RADIUS}"/>'
    return f'<g class="merkje {_style(mark)}">{shape}<text x="{x}" y="{y}">{drawn_text(mark.sign)}</text></g>'


def _arrow(start: Mark, end: Mark, begins: tuple[float, float], ends: tuple[float, float]) -> str:
    """From edge to edge of two marks, with its head as a triangle; nothing between marks that overlap."""
    (x1, y1), (x2, y2) = begins, ends
    length = math.hypot(x2 - x1, y2 - y1)
    if length < 5 * _RADIUS:
        return ""
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    begin, stop = _half(start, ux) + 4, _half(end, ux) + 6
    from_x, from_y = x1 + ux * begin, y1 + uy * begin
    tip_x, tip_y = x2 - ux * stop, y2 - uy * stop
    back_x, back_y = tip_x - ux * 15, tip_y - uy * 15
    head = (
        f"{tip_x:.1f},{tip_y:.1f} {back_x - uy * 8:.1f},{back_y + ux * 8:.1f} "
        f"{back_x + uy * 8:.1f},{back_y - ux * 8:.1f}"
    )
    return (
        f'<g class="pijl"><line x1="{from_x:.1f}" y1="{from_y:.1f}" x2="{back_x:.1f}" y2="{back_y:.1f}"/>'
        f'<polygon points="{head}"/></g>'
    )


def _half(mark: Mark, across: float) -> float:
    """From the middle of a mark to where a line in this direction leaves it, roughly."""
    return _RADIUS + abs(across) * 5 * (len(mark.sign) - 2 if mark.square else 0)
