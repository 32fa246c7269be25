"""What somebody's words say besides the subject, to confirm one by one. Nothing of the words is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from socialmap.actions.workspace import Workspace
from socialmap.geo.addresses import NamedStreet
from socialmap.model.normal_text import normalise
from socialmap.model.values import AreaId
from socialmap.privacy.free_text import SENTENCES, SuspicionKind, end_of_address, suspicions
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.words.hints import HintKind as HintKind
from socialmap.search.words.hints import hints_in

AREA = "buurt"
_PLACES = frozenset({SuspicionKind.ADDRESS, SuspicionKind.POSTCODE})
_LED_IN_BY = re.compile(r"\b(?:in|op|aan|uit|van|bij)\s+(?:(?:de|het|den|'t)\s+)?$", re.IGNORECASE)
"""What would be left of "in de Lindestraat" with nothing behind it."""
_LOOSE_SIGNS = re.compile(r"(?:\s*[,;:])*\s*([,.;:!?])")
"""Signs that are left side by side, of which the last stays."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``kind`` is a field of the question (:class:`HintKind` or *buurt*), ``value`` its code."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Understood:
    """``suggestions``: to confirm, never taken over silently. ``too_much``: what should not stand there.

    ``places``: where addresses and streets stand, as ``text[start:end]``; the neighbourhood says enough.
    """

    suggestions: tuple[Suggestion, ...] = ()
    too_much: tuple[str, ...] = ()
    places: tuple[tuple[int, int], ...] = ()


def understand_words(workspace: Workspace, viewer: Viewer, text: str) -> Understood:
    """Age, how somebody gets about, language, moments, thresholds, wish for peers, neighbourhood.

    A street or an address becomes a neighbourhood; a name or a number is pointed out, to leave out at a tap.
    """
    permit(viewer, Right.FIND_HELP)
    private = suspicions(text)
    streets = tuple(workspace.projections.current().addresses.streets_named_in(text))
    addresses = [(each.start, each.end) for each in private if each.kind in _PLACES]
    said = (Suggestion(hint.kind, hint.value) for hint in hints_in(text, workspace.vocabulary.languages))
    written = [text[start:end] for start, end in addresses]
    areas = dict.fromkeys(_areas(workspace, text, streets, written))
    return Understood(
        suggestions=(*said, *(Suggestion(AREA, area) for area in areas)),
        too_much=tuple(dict.fromkeys(SENTENCES[each.kind] for each in private)),
        places=tuple(_places(text, addresses, streets)),
    )


def without_places(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text without ``text[start:end]`` of each place, as people would write what is left."""
    inside = {place for start, end in places for place in range(start, end)}
    if not inside:
        return text
    left = "".join(" " if place in inside else sign for place, sign in enumerate(text))
    return " ".join(_LOOSE_SIGNS.sub(r"\1", left).split()).lstrip(",.;: ")


def without_private(text: str) -> str:
    """The text without what looks like a name, a number or an address; looked at again until none is left."""
    while private := suspicions(text):
        text = without_places(text, ((each.start, each.end) for each in private))
    return text


def _places(
    text: str, addresses: Iterable[tuple[int, int]], streets: Iterable[NamedStreet]
) -> Iterator[tuple[int, int]]:
    """With what leads them in; a street that is not led in and has no number may be another word."""
    for start, end in addresses:
        yield _led_in(text, start), end
    for street in streets:
        start, end = _led_in(text, street.start), end_of_address(text, street.end)
        if (start, end) != (street.start, street.end):
            yield start, end


def _led_in(text: str, start: int) -> int:
    led = _LED_IN_BY.search(text[:start])
    return led.start() if led else start


def _areas(
    workspace: Workspace, text: str, streets: Iterable[NamedStreet], addresses: Iterable[str]
) -> Iterator[AreaId]:
    """Neighbourhoods that are named, and that of a street or an address when it can be only one.

    Only with what is known here: of words that are still being typed nothing is asked outside.
    """
    pictures = workspace.projections.current()
    plain = f" {normalise(text)} "
    for area in pictures.areas.neighbourhoods:
        if f" {normalise(area.name)} " in plain:
            yield area.id
    named = [hit for street in streets for hit in street.hits]
    for hits in (named, *map(pictures.addresses.find, addresses)):
        around = {pictures.areas.locate(hit.point) for hit in hits}
        if len(around) == 1:
            yield from filter(None, around)
