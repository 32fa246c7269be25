"""The public sources that we know: under which name, whom to thank, and under which licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

CBS_MAP = "CBS wijk- en buurtkaart"
OPENSTREETMAP = "OpenStreetMap"
CBS_POSTCODES = "CBS postcodegebieden"
PRODUCT_CATALOGUES = "Samenwerkende Catalogi"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What has to stand beside the data of a source. ``licence`` and ``page`` are addresses."""

    source: str
    sentence: str
    licence: str
    page: str


ATTRIBUTIONS: Mapping[str, Attribution] = MappingProxyType(
    {
        one.source: one
        for one in (
            Attribution(
                CBS_MAP,
                "Grenzen en cijfers: © CBS en Kadaster, CC BY 4.0.",
                "https://creativecommons.org/licenses/by/4.0/",
                "https://www.pdok.nl/introductie/-/article/cbs-wijken-en-buurten",
            ),
            Attribution(
                OPENSTREETMAP,
                "Voorzieningen: © OpenStreetMap-bijdragers, ODbL 1.0.",
                "https://opendatacommons.org/licenses/odbl/1-0/",
                "https://www.openstreetmap.org/copyright",
            ),
            Attribution(
                CBS_POSTCODES,
                "Postcodes: © CBS en Kadaster, CC BY 4.0.",
                "https://creativecommons.org/licenses/by/4.0/",
                "https://api.pdok.nl/cbs/postcode4/ogc/v1",
            ),
            Attribution(
                PRODUCT_CATALOGUES,
                "Producten van de gemeente: Samenwerkende Catalogi, CC0 1.0.",
                "https://creativecommons.org/publicdomain/zero/1.0/",
                "https://www.logius.nl/domeinen/infrastructuur/samenwerkende-catalogi",
            ),
        )
    }
)
"""By the name of the source, which is also that of its graph: licences differ."""
