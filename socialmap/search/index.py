"""All offers of the map in columns, kept current in place: the very next search finds a change."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from heapq import nsmallest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.footways import STRAIGHT_LINES, Footways
from socialmap.model.provision import Initiative
from socialmap.model.values import AreaId, FacilityId, InitiativeId, LanguageCode, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search import asking, kernel, rows
from socialmap.search.columns import (
    ALIVE,
    ASIDE_MM,
    BUCKET,
    FACILITY,
    FLAGS,
    LOOSE,
    NODE,
    NONE,
    X_MM,
    Y_MM,
    Codes,
    empty_offers,
    from_words,
    grown,
    nowhere,
    set_bits,
)
from socialmap.search.distances import walk_of
from socialmap.search.grid import OUTSIDE, Grid, bucket_of, build_grid
from socialmap.search.matching import WEIGHTS, Weights
from socialmap.search.names import NameText
from socialmap.search.offer import Offer, offer_of
from socialmap.search.places import Place, PlaceBook
from socialmap.search.question import Question

if TYPE_CHECKING:
    from socialmap.search.index_file import Loaded, Rebuild

MERGE_AT = 4096
"""So many changed rows are kept beside the grid before it is built again in place."""
_FIRST_CAPACITY = 64


class Scan(NamedTuple):
    """Matches as (row, order key) and excluded offers as (row, distance, bits why), a column for each.

    A distance is -1 when it is not known. ``complete``: looked everywhere, so these are all.
    """

    matches: NDArray[np.int64]
    excluded: NDArray[np.int64]
    complete: bool


class OfferIndex:
    """Columns, grid and names of all offers. Use from several threads: every method takes the lock."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.order = asking.Order(vocabulary)
        self.vocabulary = vocabulary
        self.lock = threading.RLock()
        self.offers = empty_offers(_FIRST_CAPACITY, self.order.words)
        self.ids: list[InitiativeId] = []
        self.names: list[str] = []
        self.languages: Codes[tuple[LanguageCode, ...]] = Codes()
        self.groups: Codes[str] = Codes([""])
        self.areas: Codes[AreaId] = Codes()
        self.facilities: Codes[FacilityId] = Codes()
        self.grid: Grid = build_grid(self.offers.facts, 0)[0]
        self.loose = np.empty(MERGE_AT, np.int32)
        self.loose_count = 0
        self.free: list[int] = []
        self.footways: Footways = STRAIGHT_LINES
        self._row_of: dict[InitiativeId, int] | None = None
        self._name_text: NameText | None = None

    @classmethod
    def build(cls, initiatives: Iterable[Initiative], places: PlaceBook, vocabulary: Vocabulary) -> Self:
        """The index of all initiatives."""
        index = cls(vocabulary)
        for initiative in initiatives:
            index._write(offer_of(initiative, places.resolve(initiative), vocabulary), grid=False)
        index.merge()
        return index

    def __len__(self) -> int:
        return len(self.ids) - len(self.free)

    def __contains__(self, offer_id: InitiativeId) -> bool:
        return offer_id in self.row_of

    @property
    def row_of(self) -> dict[InitiativeId, int]:
        """Row by id; made when first needed, because a loaded index is often only read."""
        if self._row_of is None:
            self._row_of = {offer_id: row for row, offer_id in enumerate(self.ids) if offer_id}
        return self._row_of

    def put(self, initiative: Initiative, place: Place) -> None:
        """Add an initiative or replace the one with its id; the next search finds it."""
        self.put_offer(offer_of(initiative, place, self.vocabulary))

    def put_offer(self, offer: Offer) -> None:
        with self.lock:
            self._write(offer, grid=True)
            if self.loose_count == MERGE_AT:
                self.merge()

    def remove(self, offer_id: InitiativeId) -> None:
        """Forget an initiative; nothing happens when it is not there."""
        with self.lock:
            row = self.row_of.pop(offer_id, None)
            if row is not None:
                self.offers.facts[FLAGS, row] = 0
                self.ids[row] = InitiativeId("")
                self.names[row] = ""
                self._name_text = None
                self.free.append(row)

    def walk_on(self, footways: Footways) -> None:
        """From now on distances are those of these streets."""
        with self.lock:
            self.footways = footways
            self.offers.feet[:] = nowhere(self.offers.feet.shape[1])
            self._attach(np.arange(len(self.ids)))

    def walked(self, question: Question) -> Question:
        """The question with the ways from its start, where there are streets; as it is otherwise."""
        if self.footways is STRAIGHT_LINES:
            return question
        return replace(question, walk=walk_of(question, self.footways))

    def merge(self) -> None:
        """Lay all rows in the order of a new grid; the rows of removed offers go."""
        with self.lock:
            self.grid, order, buckets = build_grid(self.offers.facts, len(self.ids))
            for columns in self.offers:
                columns.T[: len(order)] = columns.T[order]
            facts = self.offers.facts[:, : len(order)]
            facts[BUCKET], facts[LOOSE] = buckets, 0
            rows = order.tolist()
            self.ids = [self.ids[row] for row in rows]
            self.names = [self.names[row] for row in rows]
            self._row_of = None
            self._name_text = None
            self.free.clear()
            self.loose_count = 0

    @property
    def name_text(self) -> NameText:
        """The names as they are now, to look for words in; made again after a change."""
        if self._name_text is None:
            self._name_text = NameText(self.names)
        return self._name_text

    def ids_at(self, facility: FacilityId) -> tuple[InitiativeId, ...]:
        """The initiatives at a facility, which have to be put again when it moves or changes."""
        with self.lock:
            code = self.facilities.find(facility)
            if code == NONE:
                return ()
            here = self.offers.facts[FACILITY, : len(self.ids)] == code
            return tuple(self.ids[row] for row in np.flatnonzero(here & self.alive()).tolist())

    def alive(self) -> NDArray[np.bool_]:
        """Which rows hold an offer."""
        flags: NDArray[np.bool_] = (self.offers.facts[FLAGS, : len(self.ids)] & ALIVE) != 0
        return flags

    def scan(
        self, question: Question, today: date, nearest_excluded: int, weights: Weights = WEIGHTS
    ) -> Scan:
        """Judge every offer that the question can reach; see ``kernel.scan``. The caller holds the lock.

        Distances go over streets for a question that was ``walked``.
        """
        codes = (self.languages.values or [()], self.groups.values)
        wish = asking.wish(question, self.order, codes, today, weights)
        loose = self.loose[: self.loose_count]
        return Scan(*kernel.scan(self.offers, self.grid, loose, wish, nearest_excluded))

    def lowest(self, rows: NDArray[np.int64], keys: NDArray[np.int64], limit: int) -> list[int]:
        """Places of the ``limit`` rows with the lowest keys, lowest first, of equal keys the first id."""
        places = np.arange(len(keys))
        if 0 < limit < len(keys):
            places = np.flatnonzero(keys <= np.partition(keys, limit - 1)[limit - 1])
        ids = (self.ids[row] for row in rows[places].tolist())
        found = nsmallest(limit, zip(keys[places].tolist(), ids, places.tolist(), strict=True))
        return [place for _, _, place in found]

    def offer(self, row: int) -> Offer:
        """The offer in a row, as it was put."""
        return rows.read(self, row)

    def themes(self, words: NDArray[np.uint64]) -> tuple[ThemeId, ...]:
        return tuple(self.order.themes[bit] for bit in set_bits(from_words(words.tolist())))

    def save(self, path: Path, position: str) -> None:
        """Write the index to a file at once, with the journal position it stands at."""
        from socialmap.search.index_file import write_index

        write_index(self, path, position)

    @staticmethod
    def load(path: Path, vocabulary: Vocabulary) -> Loaded | Rebuild:
        """The index in a file with its journal position, or why it has to be built again."""
        from socialmap.search.index_file import read_index

        return read_index(path, vocabulary)

    def _write(self, offer: Offer, *, grid: bool) -> None:
        row = self.row_of.get(offer.id)
        if row is None:
            row = self._new_row()
            self.row_of[offer.id] = row
        self.ids[row], self.names[row] = offer.id, offer.name
        self._name_text = None
        rows.write(self, row, offer)
        if grid:
            self._attach(np.array([row]))
            self._file(row)

    def _attach(self, rows: NDArray[np.int64]) -> None:
        """Look up where offers join the streets."""
        if self.footways is not STRAIGHT_LINES:
            at_mm = self.offers.facts[X_MM : Y_MM + 1, rows].T.astype(np.int64)
            found = self.footways.attach(at_mm)
            self.offers.feet[NODE, rows], self.offers.feet[ASIDE_MM, rows] = found

    def _new_row(self) -> int:
        if self.free:
            return self.free.pop()
        row = len(self.ids)
        if row == self.offers.facts.shape[1]:
            self.offers = grown(self.offers, 2 * row)
        self.offers.facts[(BUCKET, LOOSE), row] = OUTSIDE, 0
        self.ids.append(InitiativeId(""))
        self.names.append("")
        return row

    def _file(self, row: int) -> None:
        """List a row apart unless the grid already has it in the right bucket."""
        facts = self.offers.facts
        if facts[LOOSE, row]:
            return
        bucket = bucket_of(self.grid, int(facts[X_MM, row]), int(facts[Y_MM, row]), int(facts[FLAGS, row]))
        if bucket == OUTSIDE or bucket != facts[BUCKET, row]:
            facts[LOOSE, row] = 1
            self.loose[self.loose_count] = row
            self.loose_count += 1
