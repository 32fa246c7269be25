"""The marks of the map, the chips and the list: a colour and a drawing per leefgebied and per kind of place.

A colour never stands alone: each mark has its own drawing, so that it can be told apart without colour.
All colours give white at least 4.5 : 1 contrast. Drawings are strokes on a field of 24 by 24.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from socialmap.model.values import ThemeId


@dataclass(frozen=True, slots=True)
class Mark:
    """``colour`` as ``#rrggbb``; ``path`` is SVG path data, stroked in white."""

    colour: str
    path: str


GROUP_MARKS: Mapping[ThemeId, Mark] = {
    ThemeId("ontmoeten"): Mark(
        "#a8480f",
        "M6 9.5h9V14a4 4 0 0 1-4 4h-1a4 4 0 0 1-4-4zM15 11h1.3a2 2 0 0 1 0 4h-1.6M9 6.8V5.5M12 6.8V5.5",
    ),
    ThemeId("meedoen"): Mark(
        "#84399c", "m12 5.2 2 4.3 4.7.5-3.5 3.2 1 4.6-4.2-2.3-4.2 2.3 1-4.6L5.3 10l4.7-.5z"
    ),
    ThemeId("geld"): Mark("#7a5900", "M16.3 7.6a5.6 5.6 0 1 0 0 8.8M5.8 10.7h7M5.8 13.3h6"),
    ThemeId("wonen"): Mark("#2b5ca8", "M5.2 11.6 12 6l6.8 5.6M7.4 10.2V18h9.2v-7.8M10.4 18v-4h3.2v4"),
    ThemeId("veilig"): Mark(
        "#3c4f70", "m12 5 5.6 2v4.6c0 3.4-2.3 5.8-5.6 7.4-3.3-1.6-5.6-4-5.6-7.4V7zM9.4 12l2 2 3.3-3.7"
    ),
    ThemeId("gezond"): Mark(
        "#2a7634",
        "M12 18.2s-6.6-3.8-6.6-8.3A3.5 3.5 0 0 1 12 8.3a3.5 3.5 0 0 1 6.6 1.6c0 4.5-6.6 8.3-6.6 8.3z",
    ),
    ThemeId("gevoel"): Mark(
        "#b0346c",
        "M12 5.4a6.6 6.6 0 1 0 0 13.2 6.6 6.6 0 0 0 0-13.2zM9.6 10v.8"
        "M14.4 10v.8M9.2 13.7c1.4 1.8 4.2 1.8 5.6 0",
    ),
    ThemeId("opgroeien"): Mark(
        "#56730a",
        "M12 18.6v-7M12 12c0-3-2-4.8-5.6-4.8C6.4 10.6 8.4 12 12 12z"
        "M12 10.6c0-2.7 1.9-4.3 5.5-4.3 0 3.1-1.9 4.7-5.5 4.7",
    ),
    ThemeId("zorgen"): Mark(
        "#b3262e",
        "M12 10.6S9 8.9 9 7a1.6 1.6 0 0 1 3-.7A1.6 1.6 0 0 1 15 7c0 1.9-3 3.6-3 3.6z"
        "M5 13.6h2.4l3 1.7h3.1a1.2 1.2 0 0 0 0-2.4h-2"
        "M14.6 14.2l3-1.6c1.2-.6 2 .8 1.1 1.6L15 17.8H9.8l-2.4-1.2H5",
    ),
    ThemeId("leren"): Mark(
        "#006a75",
        ""
        "M12 8.1c-1.6-1.2-3.7-1.6-6.2-1.5v10c2.5-.1 4.6.4 6.2 1.5 1.6-1.1 3.7-1.6 6.2-1.5v-10"
        "c-2.5-.1-4.6.3-6.2 1.5zV18",
    ),
    ThemeId("werk"): Mark("#574bb0", "M5.4 9.4h13.2v8H5.4zM9.4 9.4V6.8h5.2v2.6M5.4 12.9h13.2"),
    ThemeId("praktisch"): Mark(
        "#6d4c3a",
        ""
        "M14.7 6a4.2 4.2 0 0 0-5 5.6l-4 4a1.8 1.8 0 0 0 2.6 2.6l4-4a4.2 4.2 0 0 0 5.6-5"
        "l-2.5 2.4-2.5-.6-.6-2.5z",
    ),
    ThemeId("zin"): Mark(
        "#4d6470",
        ""
        "M12 4.8c2.7 2.6 4.4 4.7 4.4 7.6a4.4 4.4 0 0 1-8.8 0"
        "c0-2 1.2-3.4 2.3-4.4.2 1.4.8 2 1.5 2.3-.2-1.9 0-3.8.6-5.5z"
        "M9 19.4h6",
    ),
}

KIND_MARKS: Mapping[str, Mark] = {
    "facility": Mark(
        "#5c6660", "M6.5 18.4V7h7v11.4M13.5 10.6h4v7.8M5 18.4h14M9 10v.1M11 10v.1M9 13v.1M11 13v.1"
    ),
    "meeting": Mark(
        "#8a5a00",
        "M6 9.5h9V14a4 4 0 0 1-4 4h-1a4 4 0 0 1-4-4zM15 11h1.3a2 2 0 0 1 0 4h-1.6M9 6.8V5.5M12 6.8V5.5",
    ),
    "presence": Mark(
        "#1d4f9e", "M12 5.6a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8zM6 18.6c.4-3.4 2.7-5 6-5s5.6 1.6 6 5"
    ),
}

UNKNOWN_MARK = Mark("#5c6660", "M12 7.5v5.4M12 16.2v.2")


def mark_of(name: str) -> Mark:
    """The mark of a leefgebied or kind; an exclamation mark for one we do not know."""
    return GROUP_MARKS.get(ThemeId(name)) or KIND_MARKS.get(name) or UNKNOWN_MARK


def svg_of(name: str) -> str | None:
    """The mark as a small round (leefgebied) or square (kind) picture; ``None`` for an unknown name."""
    if name not in GROUP_MARKS and name not in KIND_MARKS:
        return None
    mark = mark_of(name)
    corner = 12 if name in GROUP_MARKS else 6
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<rect width="24" height="24" rx="{corner}" fill="{mark.colour}"/>'
        f'<path d="{mark.path}" fill="none" stroke="#fff" stroke-width="1.7" '
        'stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )


def script_of_all() -> str:
    """All marks as a script for the map's frame."""
    named = [*GROUP_MARKS.items(), *KIND_MARKS.items(), ("unknown", UNKNOWN_MARK)]
    return f"window.socialmapMarks={json.dumps({str(name): asdict(mark) for name, mark in named})};"
