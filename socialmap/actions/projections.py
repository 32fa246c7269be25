"""Pictures of the public layer in memory, brought up to date from the journal's tail before each use."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialmap.connectors.registers import kept_registers
from socialmap.geo.addresses import AddressBook
from socialmap.geo.areas import AreaBook
from socialmap.geo.footways import STRAIGHT_LINES, Footways
from socialmap.geo.network_file import StoredStreets, read_streets_file
from socialmap.geo.registers import RegisterBook
from socialmap.model.area import District, Municipality, Neighbourhood, OwnArea, Street
from socialmap.model.change import Change, Position
from socialmap.model.given import given
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.model.registry import ENTITIES, entity_type
from socialmap.model.values import AreaId, FacilityId, InitiativeId, Layer, OrganisationId, RoomId
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.work import PresenceMoment
from socialmap.search.duplicates import KnownOffer, KnownOffers
from socialmap.search.index import OfferIndex
from socialmap.search.index_file import Loaded, read_index
from socialmap.search.places import PlaceBook
from socialmap.store.catalogue import Catalogue

if TYPE_CHECKING:
    from socialmap.actions.feed_picture import FeedPicture
    from socialmap.actions.people_picture import PeoplePicture
    from socialmap.connectors.hsds_served import ServedFeed
    from socialmap.rdf.dataset import GraphDataset

_AREAS = (Municipality, District, Neighbourhood)
_KEPT_WHOLE = (*_AREAS, OwnArea, Street, Organisation, Facility, Room, PresenceMoment)
_REBUILD_ALL = frozenset(cls.kind for cls in _AREAS)
STREETS_FILE = "streets.npz"
"""Where the prepared streets lie in the data folder."""
_INDEX_FILE = "offers.index"
_WORTH_A_FILE = 5_000
"""From so many initiatives on, loading the index from its file is quicker than building it."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The public layer as screens and searches need it: small kinds whole, initiatives in columns.

    A reader may go on using these after somebody else's change; only ``offers`` moves along at once.
    """

    areas: AreaBook
    addresses: AddressBook
    organisations: dict[OrganisationId, Organisation]
    facilities: dict[FacilityId, Facility]
    rooms: dict[RoomId, Room]
    presence: dict[str, PresenceMoment]
    offers: OfferIndex
    places: PlaceBook = field(repr=False)
    streets: StoredStreets | None = field(default=None, repr=False)
    own_areas: Mapping[AreaId, OwnArea] = field(default_factory=dict)

    @property
    def footways(self) -> Footways:
        """What every distance on foot is asked of."""
        return STRAIGHT_LINES if self.streets is None else self.streets.network

    @property
    def streets_digest(self) -> str:
        """Other streets, other digest; empty without streets. For what is remembered."""
        return "" if self.streets is None else self.streets.digest


class Projections:
    """Keeps the pictures, the duplicate check and the graph dataset in step with the journal."""

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary, folder: Path) -> None:
        self._catalogue = catalogue
        self._vocabulary = vocabulary
        self._folder = folder
        self._index_path = folder / _INDEX_FILE
        self._streets_path = folder / STREETS_FILE
        self._streets: StoredStreets | None = None
        self._streets_stamp: tuple[int, ...] | None = None
        self._lock = threading.RLock()
        self._making = threading.Lock()
        self._position: Position | None = None
        self._things: dict[str, dict[Any, Any]] = {}
        self._registers: RegisterBook | None = None
        self._pictures: Pictures | None = None
        self._known: KnownOffers | None = None
        self._dataset: GraphDataset | None = None
        self._people: PeoplePicture | None = None
        self._feed: FeedPicture | None = None
        self._made: dict[str, tuple[int, str, bytes]] = {}

    def current(self) -> Pictures:
        """The pictures, with every change that was accepted before this call."""
        with self._lock:
            self._follow()
            self._follow_streets()
            return given(self._pictures)

    def known_offers(self) -> KnownOffers:
        """Names, places and contacts of all initiatives, for the duplicate check. Built when first needed."""
        with self._lock:
            pictures = self.current()
            if self._known is None:
                self._known = KnownOffers(
                    _known(stored.entity, pictures) for stored in self._catalogue.all(Initiative)
                )
            return self._known

    def take_registers(self) -> None:
        """Read the registers in the folder anew, after they were brought in."""
        with self._lock:
            if self._pictures is not None:
                self._registers = kept_registers(self._folder)
                old = self._pictures
                self._pictures = self._painted(old.offers, old.places, old.areas)
            self._feed = None

    def people(self) -> PeoplePicture:
        """Residents, needs, talents and the work of teams, current. Built when first needed."""
        from socialmap.actions.people_picture import PeoplePicture

        with self._lock:
            if self._people is None:
                self._people = PeoplePicture(self._catalogue)
        return self._people.current()

    def feed(self) -> ServedFeed:
        """The public layer as a feed that can be asked, current. Built when first needed."""
        from socialmap.actions.feed_picture import FeedPicture

        with self._lock:
            if self._feed is None:
                self._feed = FeedPicture(self._catalogue, self._vocabulary)
            return self._feed.current(self.current())

    def dataset(self) -> GraphDataset:
        """The knowledge graph of the public and the shell layer, in memory. Built when first needed."""
        from socialmap.rdf.dataset import GraphDataset

        with self._lock:
            self._follow()
            if self._dataset is None:
                self._dataset = GraphDataset()
                self._dataset.apply(self._everything())
            return self._dataset

    def made(self, name: str, make: Callable[[], bytes], *, of: str = "") -> bytes:
        """A file made of the public layer, kept under a name until something on the map changes.

        ``of`` is what else it was made of, such as the day. One is made at a time; meanwhile the pictures are
        there for everybody.
        """
        with self._making:
            seq = self._catalogue.position().map_seq
            kept = self._made.get(name)
            if kept is None or kept[:2] != (seq, of):
                kept = seq, of, make()
                self._made[name] = kept
            return kept[2]

    def close(self) -> None:
        """Keep the index as a file beside the journal, where that saves time at the next start."""
        with self._lock:
            if self._pictures is not None and len(self._pictures.offers) >= _WORTH_A_FILE:
                # A folder that may only be read, or a full disk: then the next start takes longer.
                with contextlib.suppress(OSError):
                    self._pictures.offers.save(
                        self._index_path, json.dumps(asdict(self._position or Position()))
                    )

    def _follow(self) -> None:
        if self._position is None:
            self._load()
            return
        changes, self._position = self._catalogue.changes_since(self._position)
        if not changes:
            return
        if any(change.kind in _REBUILD_ALL for change in changes):
            self._load()
        else:
            self._apply(changes)
        if self._dataset is not None:
            self._dataset.apply(change for change in changes if _may_be_in_graph(change))

    def _follow_streets(self) -> None:
        """Look whether somebody imported streets, also in another process, or took them away."""
        pictures = given(self._pictures)
        stamp = _stamp(self._streets_path)
        if stamp != self._streets_stamp:
            self._streets_stamp = stamp
            self._streets = read_streets_file(self._streets_path) if stamp else None
        if pictures.streets is not self._streets:
            self._pictures = replace(pictures, streets=self._streets)
            self._pictures.offers.walk_on(self._pictures.footways)

    def _load(self, *, from_file: bool = True) -> None:
        """Read everything anew; the index from its file when that stands in the same journal."""
        self._position = self._catalogue.position()
        self._things = {
            cls.kind: {stored.entity.id: stored.entity for stored in self._catalogue.all(cls)}
            for cls in _KEPT_WHOLE
        }
        self._known = None
        self._registers = kept_registers(self._folder)
        areas = AreaBook(thing for cls in _AREAS for thing in self._things[cls.kind].values())
        places = PlaceBook(
            self._things[Facility.kind].values(),
            self._things[Room.kind].values(),
            locate=areas.locate,
            centre_of=areas.centre,
        )
        found = read_index(self._index_path, self._vocabulary) if from_file else None
        position = _position_in(found) if isinstance(found, Loaded) else None
        if isinstance(found, Loaded) and position and self._catalogue.follows(position):
            self._pictures = self._painted(found.index, places, areas)
            changes, self._position = self._catalogue.changes_since(position)
            if any(change.kind in _REBUILD_ALL for change in changes):
                self._load(from_file=False)
            else:
                self._apply(changes)
        else:
            initiatives = (stored.entity for stored in self._catalogue.all(Initiative))
            index = OfferIndex.build(initiatives, places, self._vocabulary)
            self._pictures = self._painted(index, places, areas)

    def _painted(
        self, offers: OfferIndex, places: PlaceBook, areas: AreaBook, streets: StoredStreets | None = None
    ) -> Pictures:
        things = self._things
        return Pictures(
            areas=areas,
            addresses=AddressBook(
                things[Street.kind].values(), things[Facility.kind].values(), given(self._registers)
            ),
            organisations=things[Organisation.kind],
            facilities=things[Facility.kind],
            rooms=things[Room.kind],
            presence=things[PresenceMoment.kind],
            offers=offers,
            places=places,
            streets=streets,
            own_areas=things[OwnArea.kind],
        )

    def _apply(self, changes: Iterable[Change]) -> None:
        pictures = given(self._pictures)
        offers, places = pictures.offers, pictures.places
        moved: set[InitiativeId] = set()
        repaint = False
        for change in changes:
            if change.kind in self._things:
                self._keep(change)
                repaint = True
                moved |= self._moved_by(change)
            elif change.kind == Initiative.kind:
                moved.discard(InitiativeId(change.id))
                self._put(change.id, change.entity)
        if repaint:
            self._pictures = self._painted(offers, places, pictures.areas, pictures.streets)
        for offer_id, stored in self._catalogue.many(Initiative, moved).items():
            self._put(offer_id, stored.entity)

    def _keep(self, change: Change) -> None:
        """Replace a small thing in a copy, so that nobody's loop over the old dictionary breaks."""
        things = dict(self._things[change.kind])
        if change.entity is None:
            things.pop(change.id, None)
        else:
            things[change.id] = change.entity
        self._things[change.kind] = things

    def _moved_by(self, change: Change) -> set[InitiativeId]:
        """The initiatives whose place or access changes with this facility or room."""
        pictures = given(self._pictures)
        offers, places = pictures.offers, pictures.places
        if change.kind == Facility.kind:
            facility = FacilityId(change.id)
            if change.entity is None:
                places.remove_facility(facility)
            else:
                places.put_facility(change.entity)
            return set(offers.ids_at(facility))
        if change.kind == Room.kind:
            if change.entity is None:
                places.remove_room(RoomId(change.id))
            else:
                places.put_room(change.entity)
                return set(offers.ids_at(change.entity.facility_id))
        return set()

    def _put(self, offer_id: str, initiative: Initiative | None) -> None:
        pictures = given(self._pictures)
        offers = pictures.offers
        if initiative is None:
            offers.remove(InitiativeId(offer_id))
            if self._known is not None:
                self._known.remove(offer_id)
            return
        offers.put(initiative, pictures.places.resolve(initiative))
        if self._known is not None:
            self._known.put(_known(initiative, pictures))

    def _everything(self) -> Iterable[Change]:
        for cls in ENTITIES:
            if cls.layer is not Layer.CORE:
                for stored in self._catalogue.all(cls):
                    yield Change(0, cls.kind, stored.entity.id, stored.version, stored.entity)


def _known(initiative: Initiative, pictures: Pictures) -> KnownOffer:
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    point = facility.point if facility else initiative.point
    return KnownOffer(initiative.id, initiative.name, point, initiative.contact)


def _may_be_in_graph(change: Change) -> bool:
    layer: Layer = entity_type(change.kind).layer
    return layer is not Layer.CORE


def _stamp(path: Path) -> tuple[int, ...] | None:
    """What changes when a file is replaced; ``None`` without one."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _position_in(loaded: Loaded) -> Position | None:
    try:
        return Position(**json.loads(loaded.position))
    except (TypeError, ValueError):
        return None
