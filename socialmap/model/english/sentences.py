"""All whole sentences of the engine: Dutch → English. A sentence has one translation."""

from __future__ import annotations

from socialmap.model.english import search

SENTENCES: dict[str, str] = {**search.SENTENCES}
