"""A small drawn piece of the network, with a word on every line; the same stands beside it in sentences."""

from __future__ import annotations

from socialmap.actions.show_connections import ThingView
from socialmap.ui.components.drawing import drawn_text

_WIDTH, _HEIGHT = 780, 510
_REACH_X, _REACH_Y = 295, 210
_LETTERS_IN_LINE = 20
_LETTERS_ON_LINE = 13
_MOST_LINES = 3
_LINE = 21


def picture_of(thing: ThingView, title: str) -> str:
    """An SVG picture: the thing in the middle, what it is connected to around it."""
    spots = {
        node.node: (round(_WIDTH / 2 + node.x * _REACH_X, 1), round(_HEIGHT / 2 - node.y * _REACH_Y, 1))
        for node in thing.drawing.nodes
    }
    lines = "".join(_line(spots[edge.tail], spots[edge.head], edge.label) for edge in thing.drawing.edges)
    nodes = "".join(
        _node(spots[node.node], node.label, node.kind, middle=node.steps == 0) for node in thing.drawing.nodes
    )
    return (
        f'<svg class="netje" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{drawn_text(title)}">'
        f"{lines}{nodes}</svg>"
    )


def broken(text: str, width: int = _LETTERS_IN_LINE, most: int = _MOST_LINES) -> list[str]:
    """A label in short lines; what does not fit ends with dots.

    >>> broken("een bewoner met het talent Koken (via Delia)", 20, 2)
    ['een bewoner met het', 'talent Koken (via …']
    """
    lines: list[str] = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > most:
        last = lines[most - 1]
        lines = [*lines[: most - 1], f"{last} …" if len(last) < width else f"{last[: width - 1]}…"]
    return lines


def _line(tail: tuple[float, float], head: tuple[float, float], label: str) -> str:
    x, y = round((tail[0] + head[0]) / 2, 1), (tail[1] + head[1]) / 2
    lines = broken(label, _LETTERS_ON_LINE)
    top = y - _LINE * 0.85 * (len(lines) - 1) / 2
    told = "".join(
        f'<tspan x="{x}" y="{round(top + _LINE * 0.85 * number, 1)}">{drawn_text(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return (
        f'<line x1="{tail[0]}" y1="{tail[1]}" x2="{head[0]}" y2="{head[1]}"/><text class="band">{told}</text>'
    )


def _node(spot: tuple[float, float], label: str, kind: str, *, middle: bool) -> str:
    x, y = spot
    lines = broken(label)
    top = y - _LINE * (len(lines) - 1) / 2
    told = "".join(
        f'<tspan x="{x}" y="{round(top + _LINE * number, 1)}">{drawn_text(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    width, height = 12 + 9.3 * max(map(len, lines)), _LINE * len(lines) + 14
    style = f"ding {drawn_text(kind)}{' midden' if middle else ''}"
    return (
        f'<g class="{style}"><rect x="{round(x - width / 2, 1)}" y="{round(y - height / 2, 1)}" '
        f'width="{round(width, 1)}" height="{height}" rx="12"/><text>{told}</text></g>'
    )
