"""The four quadrants with a dot for every place where initiatives stand; names on pointing or by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from socialmap.actions.show_coverage import Dot, QuarterShare, Share
from socialmap.model.quadrants import Quadrant
from socialmap.ui.components.drawing import drawn_text
from socialmap.ui.text import TEXT

SIZE = 600
_MIDDLE = SIZE / 2
_REACH = 205
"""From the middle to an answer of 1."""
_NAMES_SHOWN = 8
_LINE = 24
_TREND = (600, 200)


def picture_of(dots: Sequence[Dot], shares: Sequence[Share]) -> str:
    """An SVG picture; left is one by one, right together, above by professionals, below by residents."""
    words = TEXT.spread
    percents = {share.quadrant: share.percent for share in shares}
    fields = "".join(_field(quadrant, percents[quadrant]) for quadrant in Quadrant)
    left, right, above, below = (drawn_text(word) for word in words.ends)
    ends = (
        f'<text class="eind" x="{_MIDDLE}" y="20">{above}</text>'
        f'<text class="eind" x="{_MIDDLE}" y="{SIZE - 8}">{below}</text>'
        f'<text class="eind" x="14" y="{_MIDDLE}" transform="rotate(-90 14 {_MIDDLE})">{left}</text>'
        f'<text class="eind" x="{SIZE - 14}" y="{_MIDDLE}" '
        f'transform="rotate(90 {SIZE - 14} {_MIDDLE})">{right}</text>'
    )
    drawn = "".join(_dot(dot) for dot in dots)
    return (
        f'<svg class="vakbeeld" viewBox="0 0 {SIZE} {SIZE}" role="group" '
        f'aria-label="{drawn_text(words.plot_title)}">{fields}{ends}{drawn}</svg>'
    )


def _field(quadrant: Quadrant, percent: int) -> str:
    right, below = quadrant in {Quadrant.RB, Quadrant.RO}, quadrant in {Quadrant.LO, Quadrant.RO}
    x, y = (_MIDDLE if right else 30), (_MIDDLE if below else 30)
    text_x, anchor = (SIZE - 44, "end") if right else (44, "start")
    return (
        f'<rect class="veld" x="{x}" y="{y}" width="{_MIDDLE - 30}" height="{_MIDDLE - 30}"/>'
        f'<text class="veldnaam" x="{text_x}" y="{SIZE - 44 if below else 56}" text-anchor="{anchor}">'
        f"{drawn_text(quadrant.dutch_name)} {percent}%</text>"
    )


def _dot(dot: Dot) -> str:
    x, y = round(_MIDDLE + dot.x * _REACH, 1), round(_MIDDLE - dot.y * _REACH, 1)
    names = [offer.label for offer in dot.offers]
    count = len(names)
    number = f'<text class="aantal-stip" x="{x}" y="{y}">{count}</text>' if count > 1 else ""
    radius = min(9 + 2 * count, 20)
    return (
        f'<g class="stip" tabindex="0" role="img" aria-label="{drawn_text(", ".join(names))}">'
        f'<circle class="tik" cx="{x}" cy="{y}" r="24"/>'
        f'<circle class="punt" cx="{x}" cy="{y}" r="{radius}"/>{number}{_label(names, x, y)}</g>'
    )


def _label(names: Sequence[str], x: float, y: float) -> str:
    """Up to eight names, on the side of the dot where there is room."""
    shown = list(names[:_NAMES_SHOWN])
    if len(names) > _NAMES_SHOWN:
        shown.append(TEXT.spread.and_more.format(n=len(names) - _NAMES_SHOWN))
    side, anchor = (-26, "end") if x > _MIDDLE else (26, "start")
    top = min(max(y - _LINE * (len(shown) - 1) / 2, _LINE), SIZE - _LINE * len(shown))
    lines = "".join(
        f'<tspan x="{round(x + side, 1)}" y="{round(top + _LINE * number, 1)}">{drawn_text(name)}</tspan>'
        for number, name in enumerate(shown)
    )
    return f'<text class="namen" text-anchor="{anchor}">{lines}</text>'


def trend_of(trend: Sequence[QuarterShare], title: str) -> str:
    """A line of percents, one point per quarter; empty with fewer than two."""
    if len(trend) < 2:
        return ""
    width, height = _TREND
    step = (width - 80) / (len(trend) - 1)
    points = [
        (round(40 + step * place, 1), round(height - 60 - share.percent * (height - 100) / 100, 1), share)
        for place, share in enumerate(trend)
    ]
    line = " ".join(f"{x},{y}" for x, y, _ in points)
    marks = "".join(
        f'<circle class="punt" cx="{x}" cy="{y}" r="5"/><text x="{x}" y="{y - 12}">{share.percent}%</text>'
        f'<text class="as" x="{x}" y="{height - 32}">K{share.quarter}</text>'
        + (
            f'<text class="as" x="{x}" y="{height - 4}">{share.year}</text>'
            if place == 0 or share.quarter == 1
            else ""
        )
        for place, (x, y, share) in enumerate(points)
    )
    return (
        f'<svg class="trend" viewBox="0 0 {width} {height}" role="img" aria-label="{drawn_text(title)}">'
        f'<line class="as" x1="30" x2="{width - 30}" y1="{height - 60}" y2="{height - 60}"/>'
        f'<polyline points="{line}"/>{marks}</svg>'
    )
