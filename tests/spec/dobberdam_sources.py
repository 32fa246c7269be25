"""What the public sources say of Dobberdam, in answers that we wrote ourselves."""

from tests.unit.map_files import feature, square
from tests.unit.source_server import (
    AREAS,
    FREE,
    OVERPASS,
    POSTCODES,
    documents,
    element,
    neighbourhood,
    overpass,
    page,
    parent,
)

BUURTEN = AREAS.format(year=2025, collection="buurten")
NAMES = ("Oud-Assenrade", "Nieuw-Assenrade", "Werkhoek")
ELEMENTS = (
    element(1, 6.105, 52.505, amenity="community_centre", name="De Lindeboom", addr__street="Lindelaan",
            addr__housenumber="12", opening_hours="Mo-Fr 09:00-17:00"),
    element(2, 6.115, 52.505, sort="way", amenity="library", name="Boekerij", phone="+31 6 10000000"),
    element(3, 6.115, 52.506, amenity="social_facility", social_facility="shelter",
            social_facility__for="abused"),
    element(4, 6.900, 52.505, amenity="library", name="Elders"),
)  # fmt: skip


def everything(sources):
    """Dobberdam as the sources tell it: three neighbourhoods on two pages, four elements, two postcodes."""
    first, second, third = (neighbourhood(n, name) for n, name in enumerate(NAMES, start=1))
    following = f"https://api.pdok.nl{BUURTEN.removeprefix('/api.pdok.nl')}?cursor=DwA%7CNwyr1Q&f=json"
    sources.routes |= {
        FREE: documents({"type": "gemeente", "gemeentenaam": "Dobberdam", "gemeentecode": "9998"}),
        AREAS.format(year=2025, collection="gemeenten"): page(parent("gemeente", "GM9998", "Dobberdam")),
        AREAS.format(year=2025, collection="wijken"): page(parent("wijk", "WK999801", "Assenrade")),
        BUURTEN: lambda asked: page(third) if "cursor" in asked.parameters else page(
            first, second, following=following
        ),
        OVERPASS: overpass(*ELEMENTS),
        POSTCODES: page(
            feature({"postcode": 9998, "jaarcode": 2024}, square()), feature({"postcode": 9000}, square(6.5))
        ),
    }  # fmt: skip
    return sources
