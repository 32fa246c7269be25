"""The public layer as a feed, kept in step with the journal: what the public addresses answer from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialmap.connectors.hsds_out import Around
from socialmap.connectors.hsds_served import ServedFeed
from socialmap.connectors.hsds_terms import TermBook
from socialmap.model.area import District, Municipality, Neighbourhood
from socialmap.model.change import Position
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.model.vocabulary import Vocabulary
from socialmap.store.catalogue import Catalogue

if TYPE_CHECKING:
    from socialmap.actions.projections import Pictures

_KINDS = frozenset(
    cls.kind for cls in (Initiative, Facility, Room, Organisation, Municipality, District, Neighbourhood)
)


class FeedPicture:
    """One state of the feed at a time; a new one when something in it was changed."""

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary) -> None:
        self._catalogue = catalogue
        self._terms = TermBook(vocabulary)
        self._languages = vocabulary.languages
        self._position: Position | None = None
        self._offers: dict[str, Initiative] = {}
        self._feed: ServedFeed | None = None

    def current(self, pictures: Pictures) -> ServedFeed:
        """The feed with every change that was accepted before this call."""
        touched = self._follow()
        if self._feed is None or touched:
            areas = pictures.areas
            self._feed = ServedFeed(
                around=Around(
                    terms=self._terms,
                    facilities=pictures.facilities,
                    rooms=pictures.rooms,
                    organisations=pictures.organisations,
                    area_names={area_id: area.name for area_id, area in areas.by_id.items()},
                    languages=self._languages,
                    municipality=areas.municipalities[0].name if len(areas.municipalities) == 1 else "",
                ),
                offers=dict(sorted(self._offers.items())),
                modified=self._catalogue.changed_at(Initiative),
                middle_of=pictures.addresses.postcode,
            )
        return self._feed

    def _follow(self) -> bool:
        """Take over what changed; was anything of the feed in it?"""
        if self._position is None:
            self._position = self._catalogue.position()
            self._offers = {str(one.entity.id): one.entity for one in self._catalogue.all(Initiative)}
            return True
        changes, self._position = self._catalogue.changes_since(self._position)
        for change in changes:
            if change.kind == Initiative.kind:
                self._offers.pop(change.id, None)
                if change.entity is not None:
                    self._offers[change.id] = change.entity
        return any(change.kind in _KINDS for change in changes)
