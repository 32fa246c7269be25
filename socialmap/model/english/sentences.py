"""All whole sentences of the engine: Dutch → English. A sentence has one translation."""

from __future__ import annotations

from socialmap.model.english import people, places, refusals, search, teamwork

SENTENCES: dict[str, str] = {
    **search.SENTENCES,
    **places.SENTENCES,
    **people.SENTENCES,
    **teamwork.SENTENCES,
    **refusals.SENTENCES,
}
