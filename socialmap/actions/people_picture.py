"""What actions about people and teamwork read: whole kinds in memory, kept current from the journal's tail.

In memory only. An action takes out what its viewer may see, and notes the access, before it returns anything.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

from socialmap.model.change import Position
from socialmap.model.people import InformalNetwork, Need, Resident, SharedItem, Talent, VolunteerRole
from socialmap.model.registry import Entity
from socialmap.model.suggestion import ConfirmLink, Suggestion
from socialmap.model.together import (
    BundleMembers,
    BundleProposal,
    CollectiveAction,
    Conversation,
    Introduction,
    QuadrantPosition,
    Signal,
    WeekMark,
)
from socialmap.model.work import (
    Acquaintance,
    AuditLine,
    FieldNote,
    Footing,
    Funding,
    Leadership,
    Professional,
    Team,
    TeamSupport,
    Verification,
    WarmHandover,
)
from socialmap.store.catalogue import Catalogue

E = TypeVar("E", bound=Entity)
Made = TypeVar("Made")

_KINDS: tuple[type[Any], ...] = (
    Resident, Need, Talent, InformalNetwork, SharedItem, VolunteerRole, Team, Professional, TeamSupport,
    Acquaintance, Leadership, Funding, Footing, Verification, Suggestion, ConfirmLink, FieldNote,
    WarmHandover, BundleProposal, BundleMembers, Introduction, Signal, CollectiveAction, QuadrantPosition,
    Conversation, WeekMark,
)  # fmt: skip
_NO_NEWS = frozenset({AuditLine.kind, WeekMark.kind})


class PeoplePicture:
    """Every entity of these kinds by id; ``current()`` first brings it up to date."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = threading.RLock()
        self._position: Position | None = None
        self._things: dict[type[Any], dict[str, Any]] = {}
        self._kept: dict[str, Any] = {}

    def current(self) -> PeoplePicture:
        """This picture, with every change that was accepted before the call."""
        with self._lock:
            if self._position is None:
                self._position = self._catalogue.position()
                self._things = {
                    cls: {stored.entity.id: stored.entity for stored in self._catalogue.all(cls)}
                    for cls in _KINDS
                }
            changes, self._position = self._catalogue.changes_since(self._position)
            kept = {cls.kind: cls for cls in _KINDS}
            touched: set[type[Any]] = set()
            for change in changes:
                cls = kept.get(change.kind)
                if cls is None:
                    continue
                if cls not in touched:  # in a copy: nobody's loop over the old one breaks
                    self._things[cls] = dict(self._things[cls])
                    touched.add(cls)
                if change.entity is None:
                    self._things[cls].pop(change.id, None)
                else:
                    self._things[cls][change.id] = change.entity
            if any(change.kind not in _NO_NEWS for change in changes):
                self._kept = {}  # after the things, so that nothing made of older ones lands in it
            return self

    def all(self, cls: type[E]) -> dict[str, E]:
        """Every entity of a class by id, in no order. Not to be changed."""
        return self._things[cls]

    def remembered(self, name: str, make: Callable[[], Made]) -> Made:
        """What ``make`` works out, kept until there is news in a journal; that somebody looked is no news."""
        kept = self._kept
        if name not in kept:
            kept[name] = make()
        return cast("Made", kept[name])
