"""Of which whole neighbourhoods an own area consists, and which ones its border cuts through."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.geo.areas import AreaBook
from socialmap.geo.shapes import from_wkt
from socialmap.model.area import OwnArea
from socialmap.model.values import AreaId

WHOLE_FROM = 0.98
"""A hand that draws along a border is never exact: from this part on a neighbourhood is in it whole."""
CUT_FROM = 0.02
"""And up to this part it is not in it."""


@dataclass(frozen=True, slots=True)
class Covered:
    """Neighbourhoods by code. ``gone``: named once, and not on the map now (other codes in another year)."""

    whole: tuple[AreaId, ...]
    cut: tuple[AreaId, ...] = ()
    gone: tuple[AreaId, ...] = ()

    @property
    def has_figures(self) -> bool:
        """Figures are of whole neighbourhoods only, and of all of them."""
        return bool(self.whole) and not self.cut and not self.gone


def covered(area: OwnArea, book: AreaBook) -> Covered:
    """What an own area consists of, with the borders of today."""
    if not area.boundary:
        known = {each.id for each in book.neighbourhoods}
        named = sorted(set(area.neighbourhood_ids))
        return Covered(
            tuple(each for each in named if each in known),
            gone=tuple(each for each in named if each not in known),
        )
    shares = book.shares_inside(from_wkt(area.boundary))
    return Covered(
        tuple(each for each, share in shares.items() if share >= WHOLE_FROM),
        tuple(each for each, share in shares.items() if CUT_FROM < share < WHOLE_FROM),
    )
