"""As many initiatives of demo towns as wanted, town beside town, with the places they refer to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from socialmap.demo import offers, places
from socialmap.demo.site import Site
from socialmap.demo.town import STORY_DATE
from socialmap.model.registry import Entity

SEED = 1


def towns(initiatives: int) -> Iterator[list[Entity]]:
    """What lies in each town: areas, organisations, facilities, rooms, and together so many initiatives.

    Residents, teams and the like are left out: the search does not read them.
    """
    wanted = initiatives
    for copy in count():
        site = Site(copy, SEED, STORY_DATE)
        here = list(offers.initiatives(site))[:wanted]
        around = (places.areas(site), places.organisations(site), places.facilities(site), places.rooms(site))
        yield [*(entity for some in around for entity in some), *here]
        wanted -= len(here)
        if not wanted:
            return
