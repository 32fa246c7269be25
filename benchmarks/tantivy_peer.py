"""Tantivy on disk: cells and themes as words, its best hundreds then ordered by the full score."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.peer import EVERYWHERE, Missing, PlainOffer, PlainQuestion, cells, radii
from benchmarks.rerank import Columns, order_of

RERANKED = 300
_ANALYSER = "dutch"


class TantivyPeer:
    """Fields: words (Dutch stems of the name), theme and place (as they are), row (to find the columns)."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        try:
            import tantivy
        except ImportError as problem:
            raise Missing("the package tantivy is not installed") from problem
        self._tantivy = tantivy
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("words", tokenizer_name=_ANALYSER)
        for field in ("theme", "place", "state"):
            schema.add_text_field(field, tokenizer_name="raw", index_option="basic")
        schema.add_unsigned_field("row", fast=True)
        self._schema = schema.build()
        self._path = folder / "tantivy"
        self._path.mkdir()
        self._index = tantivy.Index(self._schema, str(self._path))
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for part in (tantivy.Filter.lowercase(), tantivy.Filter.stemmer("dutch")):
            words = words.filter(part)
        self._index.register_tokenizer(_ANALYSER, words.build())
        self._writer: Any = None
        self._columns = Columns()

    def load(self, offers: Iterable[PlainOffer]) -> None:
        self._writer = self._index.writer(512_000_000)
        for offer in offers:
            self._add(offer)
        self._columns.freeze()
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._writer = self._index.writer(64_000_000)
        self._index.reload()

    def _add(self, offer: PlainOffer) -> None:
        document = self._tantivy.Document()
        document.add_text("words", offer.name)
        for bit in range(offer.themes.bit_length()):
            if offer.themes >> bit & 1:
                document.add_text("theme", f"t{bit}")
        place = EVERYWHERE
        if offer.reach != EVERYWHERE:
            (place,) = cells((offer.x_mm or 0) / 1000, (offer.y_mm or 0) / 1000, 0, offer.reach)
        document.add_text("place", place)
        document.add_text("state", "open" if offer.open else "closed")
        document.add_unsigned("row", offer.row)
        self._writer.add_document(document)
        self._columns.put(offer)

    def plans(self) -> tuple[str, ...]:
        return (f"best {RERANKED} reranked", f"best {10 * RERANKED} reranked")

    def ask(self, asked: PlainQuestion, limit: int, plan: str) -> list[str]:
        query, occur = self._tantivy.Query, self._tantivy.Occur
        near = [EVERYWHERE]
        for reach, metres in radii(asked):
            near += cells(asked.numbers.x_mm / 1000, asked.numbers.y_mm / 1000, metres, reach)
        place = query.const_score_query(query.term_set_query(self._schema, "place", near), 0.0)
        open_ = query.const_score_query(query.term_query(self._schema, "state", "open"), 0.0)
        must = [(occur.Must, place), (occur.Must, open_), (occur.Must, self._about(asked))]
        searcher = self._index.searcher()
        most = RERANKED if plan == self.plans()[0] else 10 * RERANKED
        hits = searcher.search(query.boolean_query(must), most, count=False).hits
        addresses = [address for _, address in hits]
        rows: NDArray[np.int64] = np.array(searcher.fast_field_values("row", addresses), np.int64)
        return order_of(self._columns, rows, asked, limit)

    def _about(self, asked: PlainQuestion) -> Any:
        """The themes that can count, each with what it is worth at most."""
        query, occur = self._tantivy.Query, self._tantivy.Occur
        worth: dict[int, float] = {}
        for which, levels in enumerate(asked.levels):
            share = 1.0 if which == 0 and len(asked.levels) == 1 else 0.8 if which == 0 else 0.2
            for step, themes in levels.items():
                for bit in asked.themes:
                    if themes >> bit & 1:
                        worth[bit] = worth.get(bit, 0.0) + share * step
        return query.boolean_query(
            [
                (
                    occur.Should,
                    query.const_score_query(query.term_query(self._schema, "theme", f"t{bit}"), points),
                )
                for bit, points in worth.items()
            ]
        )

    def insert(self, offer: PlainOffer) -> None:
        self._add(offer)
        self._writer.commit()
        self._index.reload()

    def describe(self) -> str:
        size = sum(part.stat().st_size for part in self._path.iterdir())
        return (
            f"{self.name}: {self._tantivy.__version__}, {size / 1e6:.0f} MB on disk; themes and cells "
            "are words, its best are ordered by the full score over numpy columns"
        )

    def close(self) -> None:
        self._writer = None
