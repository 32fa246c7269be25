"""What listening for danger was tested on: how many sentences of each kind were kept apart for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from socialmap.language.files import language_folder
from socialmap.language.sayings import Safety, Split, safety_sayings


@dataclass(frozen=True, slots=True)
class TriedKind:
    """A kind of danger (*geweld-thuis*): sentences about it, and sentences that only look like it."""

    kind: str
    acute: int
    look_alike: int


@dataclass(frozen=True, slots=True)
class TriedOn:
    """``kinds``: most sentences first. ``nothing``: sentences that say nothing about any theme.

    ``always``: the plainest sentences of danger, in which every model has to hear it.
    """

    kinds: tuple[TriedKind, ...]
    nothing: int
    always: tuple[str, ...]


@cache
def tried_on() -> TriedOn:
    """Counted in the sentences themselves, of families that nothing was learned from but the plainest."""
    acute, look_alike, nothing = (_kept_apart(safety) for safety in Safety)
    kinds = sorted(acute | look_alike, key=lambda kind: (-acute[kind], kind))
    counted = tuple(TriedKind(kind, acute[kind], look_alike[kind]) for kind in kinds)
    plainest = (each for each in safety_sayings(language_folder(), Safety.ACUTE) if each.plainest)
    return TriedOn(counted, nothing.total(), tuple(each.sentence for each in plainest))


def _kept_apart(safety: Safety) -> Counter[str]:
    """Per kind (the second column) the sentences for testing."""
    sayings = safety_sayings(language_folder(), safety)
    return Counter(saying.voice for saying in sayings if saying.split is Split.TEST)
