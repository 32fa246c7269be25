"""What somebody's words say besides the subject, to confirm one by one. Nothing of the words is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from socialmap.actions.workspace import Workspace
from socialmap.model.normal_text import normalise
from socialmap.model.values import AreaId
from socialmap.privacy.free_text import SENTENCES, Suspicion, SuspicionKind, suspicions
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.words.hints import HintKind as HintKind
from socialmap.search.words.hints import hints_in

AREA = "buurt"
_PLACES = frozenset({SuspicionKind.ADDRESS, SuspicionKind.POSTCODE})
_LOOSE_SIGNS = re.compile(r"(?:\s*[,;:])*\s*([,.;:!?])")
"""Signs that are left side by side, of which the last stays."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``kind`` is a field of the question (:class:`HintKind` or *buurt*), ``value`` its code."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Understood:
    """``suggestions``: to confirm, never taken over silently. ``too_much``: what should not stand there."""

    suggestions: tuple[Suggestion, ...] = ()
    too_much: tuple[str, ...] = ()


def understand_words(workspace: Workspace, viewer: Viewer, text: str) -> Understood:
    """Age, how somebody gets about, language, moments, thresholds, wish for peers, neighbourhood.

    A street or an address becomes a neighbourhood; a name or a number is pointed out, to leave out at a tap.
    """
    permit(viewer, Right.FIND_HELP)
    private = suspicions(text)
    said = (Suggestion(hint.kind, hint.value) for hint in hints_in(text, workspace.vocabulary.languages))
    areas = dict.fromkeys(_areas(workspace, text, private))
    return Understood(
        suggestions=(*said, *(Suggestion(AREA, area) for area in areas)),
        too_much=tuple(dict.fromkeys(SENTENCES[each.kind] for each in private)),
    )


def without_address(text: str) -> str:
    """The text without addresses: the neighbourhood says enough."""
    return _without(text, (each for each in suspicions(text) if each.kind in _PLACES))


def without_private(text: str) -> str:
    """The text without what looks like a name, a number or an address; looked at again until none is left."""
    while private := suspicions(text):
        text = _without(text, private)
    return text


def _without(text: str, private: Iterable[Suspicion]) -> str:
    inside = {place for each in private for place in range(each.start, each.end)}
    if not inside:
        return text
    left = "".join(" " if place in inside else sign for place, sign in enumerate(text))
    return " ".join(_LOOSE_SIGNS.sub(r"\1", left).split()).lstrip(",.;: ")


def _areas(workspace: Workspace, text: str, private: tuple[Suspicion, ...]) -> Iterator[AreaId]:
    """Neighbourhoods that are named, and that of a street or an address when it can be only one.

    Only with what is known here: of words that are still being typed nothing is asked outside.
    """
    pictures = workspace.projections.current()
    plain = f" {normalise(text)} "
    for area in pictures.areas.neighbourhoods:
        if f" {normalise(area.name)} " in plain:
            yield area.id
    places = [text[each.start : each.end] for each in private if each.kind in _PLACES]
    for hits in (pictures.addresses.streets_named_in(text), *map(pictures.addresses.find, places)):
        around = {pictures.areas.locate(hit.point) for hit in hits}
        if len(around) == 1:
            yield from filter(None, around)
