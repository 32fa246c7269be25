"""The public supply as files are made of it: what there is, with the words and places around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from socialmap.connectors.table import entity_id_of
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.sources import ATTRIBUTIONS
from socialmap.model.values import FacilityId, InitiativeId, OrganisationId, Point
from socialmap.model.vocabulary import Vocabulary

Thing = Organisation | Facility | Initiative


@dataclass(frozen=True)
class PublicMap:
    """Organisations, facilities and initiatives by id, always in the same order."""

    organisations: Mapping[OrganisationId, Organisation]
    facilities: Mapping[FacilityId, Facility]
    initiatives: Mapping[InitiativeId, Initiative]
    vocabulary: Vocabulary

    @property
    def things(self) -> tuple[Thing, ...]:
        """Everything, those that others refer to first."""
        return (*self.organisations.values(), *self.facilities.values(), *self.initiatives.values())

    @property
    def credits(self) -> tuple[str, ...]:
        """The sentences that have to stand beside data of the sources that are in it."""
        used = {thing.source for thing in self.things}
        return tuple(one.sentence for name, one in ATTRIBUTIONS.items() if name in used)

    def point_of(self, thing: Thing) -> Point | None:
        """Where it is on the map; ``None`` for what has no point."""
        if isinstance(thing, Initiative) and thing.facility_id:
            facility = self.facilities.get(thing.facility_id)
            return facility.point if facility else thing.point
        return thing.point

    def called(self, thing_id: FacilityId | OrganisationId) -> str:
        """How a row refers to a facility or organisation: its name, or its id if others share the name."""
        named = self.facilities.get(FacilityId(thing_id)) or self.organisations.get(OrganisationId(thing_id))
        if named is None or self._names[named.kind, normalise(named.name)] != 1:
            return thing_id
        return named.name

    @cached_property
    def _names(self) -> Counter[tuple[str, str]]:
        """How often each name, id and number is used to refer to something of a kind."""
        named: tuple[Organisation | Facility, ...] = (*self.organisations.values(), *self.facilities.values())
        return Counter(
            (thing.kind, word)
            for thing in named
            for word in {normalise(text) for text in (thing.id, thing.name, thing.source_id)}
        )


def key_of(thing: Thing) -> str:
    """The number under which its source knows a thing, or our own where it has none."""
    known = thing.source_id and entity_id_of(thing.kind, thing.source, thing.source_id) == thing.id
    return thing.source_id if known else thing.id
