"""The neighbourhoods as one picture, coloured by what questions and supply say; words beside the colour."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from socialmap.actions.show_white_spots import SpotLine
from socialmap.model.language import told
from socialmap.ui.components.drawing import drawn_text
from socialmap.ui.text import TEXT

Corner = tuple[float, float]

WIDTH = 640
UNJUDGED = "verborgen"
"""The style of a neighbourhood of which too little may be known to judge it."""
_MARGIN = 6
FEW_AREAS = 12
"""With more neighbourhoods than this a name no longer fits; then a number refers to the list."""


def picture_of(features: Iterable[Mapping[str, Any]], lines: Sequence[SpotLine], title: str) -> str:
    """An SVG picture of the neighbourhoods in ``lines``; empty when none of them has a shape.

    ``features``: GeoJSON of ``area_features``. Every shape says its name and category to who cannot see it.
    """
    places = {line.id: (number, line) for number, line in enumerate(lines, start=1)}
    drawn = [each for each in features if each["properties"]["id"] in places]
    if not drawn:
        return ""
    sheet = _Sheet([corner for each in drawn for ring in _rings(each["geometry"]) for corner in ring])
    shapes = "".join(_shape(each, places[each["properties"]["id"]][1], sheet) for each in drawn)
    names = "".join(
        _name(each, *places[each["properties"]["id"]], sheet, short=len(lines) > FEW_AREAS) for each in drawn
    )
    return (
        f'<svg class="buurtkaart" viewBox="0 0 {WIDTH} {sheet.height}" role="img" '
        f'aria-label="{drawn_text(title)}"><title>{drawn_text(title)}</title>'
        '<defs><pattern id="arcering" width="10" height="10" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="arcering" width="4" height="10"/></pattern></defs>'
        f"{shapes}{names}</svg>"
    )


def look_of(category: str) -> tuple[str, str, str]:
    """How a category is drawn: its style, its sign and its name; hatched when nothing was judged."""
    for known, style, sign in TEXT.too_little.categories:
        if known == category:
            return style, sign, told(category)
    return UNJUDGED, "–", told(category) or TEXT.too_little.not_shown


class _Sheet:
    """Degrees to a flat drawing ``WIDTH`` wide, north above."""

    def __init__(self, corners: Sequence[Corner]) -> None:
        lons, lats = [lon for lon, _ in corners], [lat for _, lat in corners]
        self._west, self._north = min(lons), max(lats)
        self._flat = math.cos(math.radians((min(lats) + max(lats)) / 2))
        wide = max((max(lons) - self._west) * self._flat, 1e-9)
        self._scale = (WIDTH - 2 * _MARGIN) / wide
        self.height = round((self._north - min(lats)) * self._scale + 2 * _MARGIN)

    def at(self, corner: Corner) -> Corner:
        lon, lat = corner
        x = (lon - self._west) * self._flat * self._scale + _MARGIN
        return round(x, 1), round((self._north - lat) * self._scale + _MARGIN, 1)


def _rings(geometry: Mapping[str, Any]) -> list[list[Corner]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(corner[0], corner[1]) for corner in ring] for polygon in polygons for ring in polygon]


def _shape(feature: Mapping[str, Any], line: SpotLine, sheet: _Sheet) -> str:
    style, _, name = look_of(line.category)
    path = "".join(
        "M" + "L".join("{} {}".format(*sheet.at(corner)) for corner in ring) + "Z"
        for ring in _rings(feature["geometry"])
    )
    told = drawn_text(f"{line.name}: {name}")
    hatch = f'<path class="over" d="{path}" fill="url(#arcering)"/>' if style == UNJUDGED else ""
    return f'<g><title>{told}</title><path class="vlak {style}" d="{path}"/>{hatch}</g>'


def _name(feature: Mapping[str, Any], number: int, line: SpotLine, sheet: _Sheet, *, short: bool) -> str:
    x, y = sheet.at((feature["properties"]["label_lon"], feature["properties"]["label_lat"]))
    _, sign, name = look_of(line.category)
    if short:
        return f'<text x="{x}" y="{y}"><tspan>{number} {drawn_text(sign)}</tspan></text>'
    return (
        f'<text x="{x}" y="{y}"><tspan>{drawn_text(line.name)}</tspan>'
        f'<tspan class="soort" x="{x}" dy="1.25em">{drawn_text(name)}</tspan></text>'
    )
