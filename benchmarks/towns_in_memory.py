"""Towns beside towns with so many open questions, in memory, read as an action reads its workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, cast

from socialmap.actions.projections import Pictures
from socialmap.actions.workspace import Workspace
from socialmap.demo.town import STORY_DATE, build_town
from socialmap.geo.addresses import AddressBook
from socialmap.geo.areas import AreaBook
from socialmap.model.area import District, Municipality, Neighbourhood
from socialmap.model.people import InformalNetwork, Need, NeedStatus, Resident, Talent
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.model.vocabulary import Collective
from socialmap.model.work import Leadership, PresenceMoment
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.roles import Role, Viewer
from socialmap.search.index import OfferIndex
from socialmap.search.places import PlaceBook
from socialmap.store.entries import Stored

VOCABULARY = load_vocabulary()
VIEWER = Viewer(Role.PROFESSIONAL, "meting")
"""Sees the core: today's counts, and not those of the last release."""
_AREAS = (Municipality, District, Neighbourhood)
_READ = (
    *_AREAS, Facility, Room, Organisation, Initiative, PresenceMoment, Resident, Need, Talent,
    InformalNetwork, Leadership,
)  # fmt: skip
_MANY_TOWNS = 100_000


class Towns:
    """What the computations read of so many towns that they hold this many open questions for a group.

    Questions that are no longer open, or not for a group, are there too: they count as signs.
    """

    def __init__(self, questions: int) -> None:
        self.things: dict[type[Any], dict[Any, Any]] = {cls: {} for cls in _READ}
        open_now = 0
        for entity in build_town(scale=_MANY_TOWNS):
            kept = self.things.get(type(entity))
            if kept is None:
                continue
            if isinstance(entity, Need) and open_for_a_group(entity):
                if open_now == questions:
                    continue
                open_now += 1
            # A town is taken whole, so that the last questions have the rooms of their town too.
            if isinstance(entity, Municipality) and open_now == questions:
                break
            kept[entity.id] = entity
        self.questions = open_now
        areas = self._areas(*_AREAS)
        self.places = PlaceBook(
            self.things[Facility].values(),
            self.things[Room].values(),
            locate=areas.locate,
            centre_of=areas.centre,
        )
        self.pictures = Pictures(
            areas=areas,
            addresses=AddressBook((), ()),
            organisations=self.things[Organisation],
            facilities=self.things[Facility],
            rooms=self.things[Room],
            presence=self.things[PresenceMoment],
            offers=OfferIndex.build(self.things[Initiative].values(), self.places, VOCABULARY),
            places=self.places,
        )

    def all(self, cls: type[Any]) -> dict[str, Any]:
        return self.things[cls]

    def workspace(self, *, districts: bool = True) -> Workspace:
        """What an action is called with. Without ``districts`` it looks at all neighbourhoods together."""
        pictures = self.pictures
        if not districts:
            pictures = replace(pictures, areas=self._areas(Municipality, Neighbourhood))
        return cast("Workspace", _InMemory(_Projections(self, pictures), _Catalogue(self)))

    def _areas(self, *kinds: type[Any]) -> AreaBook:
        return AreaBook(area for cls in kinds for area in self.things[cls].values())


@dataclass(frozen=True, slots=True)
class _Projections:
    towns: Towns
    pictures: Pictures

    def current(self) -> Pictures:
        return self.pictures

    def people(self) -> Towns:
        return self.towns


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """Gives what is in memory; a line that somebody looked is not kept."""

    towns: Towns

    def all(self, cls: type[Any]) -> Iterator[Stored[Any]]:
        return (Stored(entity, 1) for entity in self.towns.all(cls).values())

    def many(self, cls: type[Any], ids: list[str]) -> dict[str, Stored[Any]]:
        there = self.towns.all(cls)
        return {each: Stored(there[each], 1) for each in ids if each in there}

    def save(self, *_: object, **__: object) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class _InMemory:
    projections: _Projections
    catalogue: _Catalogue
    vocabulary = VOCABULARY

    def today(self) -> date:
        return STORY_DATE

    def clock(self) -> datetime:
        return datetime(STORY_DATE.year, STORY_DATE.month, STORY_DATE.day, 9, tzinfo=UTC)

    def new_id(self, kind: str) -> str:
        return f"{kind}-meting"


def open_for_a_group(need: Need) -> bool:
    """Is it one of the questions that are counted: open, and something people can do together?"""
    theme = VOCABULARY.themes[need.theme]
    sides = (VOCABULARY.themes[side] for side in need.side_themes)
    together = theme.collective is not Collective.NO and not theme.acute
    return need.status is NeedStatus.OPEN and together and not any(side.acute for side in sides)
