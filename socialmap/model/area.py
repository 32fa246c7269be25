"""Municipality, district and neighbourhood, in which everything lies, and areas of a team's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from socialmap.model.values import AreaId, Layer, Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """What every area has. ``id`` is the CBS-style code (GM…, WK…, BU…) and ``year`` its vintage.

    ``boundary`` is a WKT polygon or multipolygon in WGS84, longitude first. ``centre`` is the
    population-weighted point, or the centroid where that is not known. Figures that the source keeps
    secret or does not have are ``None``.
    """

    id: AreaId
    name: str
    year: int | None = None
    boundary: str
    centre: Point
    inhabitants: int | None = None
    households: int | None = None
    percent_65_plus: float | None = None
    percent_living_alone: float | None = None
    source: str = ""
    source_id: str = ""

    kind: ClassVar[str]
    layer: ClassVar[Layer] = Layer.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality(Area):
    kind: ClassVar[str] = "municipality"


@dataclass(frozen=True, slots=True, kw_only=True)
class District(Area):
    """A *wijk*."""

    municipality_id: AreaId | None = None

    kind: ClassVar[str] = "district"


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood(Area):
    """A *buurt*, with the short dated story that stands above its numbers."""

    district_id: AreaId | None = None
    municipality_id: AreaId | None = None
    story: str = ""
    story_on: date | None = None
    rural: bool = False

    kind: ClassVar[str] = "neighbourhood"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnArea:
    """An *eigen gebied*: whole neighbourhoods that belong together for us, or a surface that was drawn.

    Either ``neighbourhood_ids`` or ``boundary`` is filled in; ``boundary`` is a WKT polygon or multipolygon
    in WGS84, longitude first. It has no figures of its own: those are of the whole neighbourhoods in it.
    """

    id: AreaId
    name: str
    neighbourhood_ids: tuple[AreaId, ...] = ()
    boundary: str = ""
    source: str = ""
    source_id: str = ""

    kind: ClassVar[str] = "own_area"
    layer: ClassVar[Layer] = Layer.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A street of the area's own gazetteer: turns a typed address into a neighbourhood, offline.

    ``line`` is a WKT linestring in WGS84.
    """

    id: str
    name: str
    line: str
    source: str = ""
    source_id: str = ""

    kind: ClassVar[str] = "street"
    layer: ClassVar[Layer] = Layer.PUBLIC
