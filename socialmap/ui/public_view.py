"""What somebody chose to see on the map, as it stands in the page's address; nothing about a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from socialmap.actions.browse_map import MapView
from socialmap.model.values import AreaId, BarrierId, ThemeId, Weekday

LAYERS = ("initiatives", "facilities", "meeting", "presence", "areas")
DEFAULT_LAYERS = ("initiatives", "meeting", "areas")
SIDES = ("collectief", "individueel", "informeel", "formeel")
PAGE_SIZE = 25
LONGEST_TEXT = 200
VIEW_PARAMETER = "kaart"


@dataclass(frozen=True, slots=True)
class Opened:
    """What is open beside the map: its kind (initiative, facility, organisation, site, area) and id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class PublicView:
    """``today`` means open today. Unknown names in an address are left out, never an error."""

    text: str = ""
    themes: tuple[str, ...] = ()
    today: bool = False
    free: bool = False
    thresholds: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    social_base_only: bool = True
    layers: tuple[str, ...] = DEFAULT_LAYERS
    area: str = ""
    opened: Opened | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> PublicView:
        kind, _, name = query.get("open", "").partition(":")
        layers = _listed(query, "lagen", LAYERS)
        return cls(
            text=query.get("q", "")[:LONGEST_TEXT],
            themes=_listed(query, "thema"),
            today=query.get("vandaag") == "1",
            free=query.get("gratis") == "1",
            thresholds=_listed(query, "drempels"),
            sides=_listed(query, "kant", SIDES),
            social_base_only=query.get("alles") != "1",
            layers=layers if "lagen" in query else DEFAULT_LAYERS,
            area=query.get("buurt", ""),
            opened=Opened(kind, name) if kind and name else None,
        )

    def to_query(self) -> dict[str, str]:
        """The shortest address that says the same; what is at its default is left out.

        >>> PublicView(themes=("ontmoeten",), free=True, opened=Opened("initiative", "i-7")).to_query()
        {'thema': 'ontmoeten', 'gratis': '1', 'open': 'initiative:i-7'}
        """
        said = {
            "q": self.text,
            "thema": ",".join(self.themes),
            "vandaag": "1" if self.today else "",
            "gratis": "1" if self.free else "",
            "drempels": ",".join(self.thresholds),
            "kant": ",".join(self.sides),
            "alles": "" if self.social_base_only else "1",
            "buurt": self.area,
            "open": f"{self.opened.kind}:{self.opened.id}" if self.opened else "",
        }
        short = {name: value for name, value in said.items() if value}
        if set(self.layers) != set(DEFAULT_LAYERS):
            short["lagen"] = ",".join(self.layers)
        return short

    def filters_on(self) -> int:
        """How many filters stand in another way than at the start; themes and words are seen elsewhere."""
        return (
            self.today
            + self.free
            + (not self.social_base_only)
            + len(self.thresholds)
            + len(self.sides)
            + (set(self.layers) != set(DEFAULT_LAYERS))
        )

    def is_filtered(self) -> bool:
        return bool(self.filters_on() or self.text or self.themes or self.area)

    def as_map_view(self, *, today: date, limit: int) -> MapView:
        """The same for the engine; ``today`` is the day that "open today" means."""
        return MapView(
            text=self.text,
            themes=tuple(ThemeId(theme) for theme in self.themes),
            open_on=tuple(Weekday)[today.weekday()] if self.today else None,
            free=self.free,
            thresholds=tuple(BarrierId(name) for name in self.thresholds),
            sides=self.sides,
            social_base_only=self.social_base_only,
            area_id=AreaId(self.area) if self.area else None,
            limit=limit,
        )


def _listed(query: Mapping[str, str], name: str, allowed: tuple[str, ...] = ()) -> tuple[str, ...]:
    asked = dict.fromkeys(part for part in query.get(name, "").split(",") if part)
    return tuple(part for part in asked if not allowed or part in allowed)
