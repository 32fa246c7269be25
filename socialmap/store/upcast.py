"""Older payloads are brought to today's shape when they are read; the journal itself is never rewritten.

To change the shape of an entity, add a step ``(kind, schema it turns from): function`` to ``UPCASTS``. The
function receives the payload as a dict and returns the next shape. Adding a field also needs a step (it
may return the dict as it is): its number is how older programs know that they must not touch the data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import json

from socialmap.errors import TooNew

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _with_new_fields(old: dict[str, Any]) -> dict[str, Any]:
    """Fields that came later have defaults; only the number has to move."""
    return old


def _without_route(old: dict[str, Any]) -> dict[str, Any]:
    """The tables a signal goes to follow from its kind, scale and cause."""
    return {name: value for name, value in old.items() if name != "routed_to"}


class Upcasts:
    """The steps from every schema that was ever written to today's."""

    def __init__(self, steps: Mapping[tuple[str, int], Step]) -> None:
        self._steps = steps
        self._count = Counter(kind for kind, _ in steps)

    def schema_of(self, kind: str) -> int:
        """The schema number that payloads of this kind are written with: 1 plus the number of steps."""
        return 1 + self._count[kind]

    def upcast(self, kind: str, schema: int, body: bytes) -> bytes:
        """The payload in today's shape; ``TooNew`` when it was written in a shape that is not known here."""
        today = self.schema_of(kind)
        if schema == today:
            return body
        if schema > today:
            raise too_new()
        content = json.decode(body)
        for number in range(schema, today):
            content = self._steps[kind, number](content)
        return json.encode(content, order="sorted")


UPCASTS = Upcasts(
    {
        ("need", 1): _with_new_fields,  # closed_on
        ("field_note", 1): _with_new_fields,  # written_by
        ("bundle", 1): _with_new_fields,  # proposed_on, budget_eur, money_from
        ("bundle", 2): _with_new_fields,  # room_id, answered_on
        ("signal", 1): _with_new_fields,  # about_building, noticed_on
        ("signal", 2): _without_route,
        ("position", 1): _with_new_fields,  # team_id
        ("conversation", 1): _with_new_fields,  # respondent, team_id
    }
)


def too_new() -> TooNew:
    return TooNew(
        "Deze gegevens zijn bewaard met een nieuwere versie van socialmap.",
        "Werk socialmap bij en probeer het dan opnieuw.",
    )
