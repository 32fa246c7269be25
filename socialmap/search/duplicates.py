"""Is this new initiative perhaps already on the map? The rule is domain.md 4.K."""

from __future__ import annotations

import heapq
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.coordinates import to_metres
from socialmap.model.normal_text import normalise
from socialmap.model.rounding import round_half_away, round_whole
from socialmap.model.values import Point

SAME_NAME = 0.70
"""From this ratio of matching letters two names count as alike."""
SAME_PLACE_M = 150.0
"""Up to this many straight metres two places count as the same."""
MOST_SHOWN = 5
_MOST_COMPARED = 200
_LONGEST_CONTACT = 500
_PHONE = re.compile(r"(?<![\d+])(?:\+|00)?\d(?:[\s().\-/]{0,3}\d){7,13}(?!\d)")
_MAIL = re.compile(r"[^\s<>;,:\"()]+@[^\s<>;,:\"()]+\.[a-z]{2,}")


class Why(StrEnum):
    NAME_AND_PLACE = "naam_en_plek"
    PHONE = "telefoon"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is being typed: a name, the place if it is known yet, and the contact text."""

    name: str
    point: Point | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True)
class LikelySame:
    """An initiative that may be the same; ``similarity`` has two decimals, ``distance_m`` is straight."""

    id: str
    name: str
    distance_m: int | None
    similarity: float
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class KnownOffer:
    """An initiative as the duplicate check needs it."""

    id: str
    name: str
    point: Point | None
    contact: str


class KnownOffers:
    """Names, places and contacts of all initiatives, ready to be compared while somebody types.

    ``put`` and ``remove`` keep it current. Places lie in one array, so that leaving out everything that is
    too far costs a millisecond at 300.000.
    """

    def __init__(self, offers: Iterable[KnownOffer] = ()) -> None:
        self._offers = list({offer.id: offer for offer in offers}.values())
        self._row_of = {offer.id: row for row, offer in enumerate(self._offers)}
        self._places = np.full((max(16, len(self._offers)), 2), np.nan)
        located = [(row, offer.point) for row, offer in enumerate(self._offers) if offer.point is not None]
        self._places[[row for row, _ in located]] = to_metres([point for _, point in located])
        self._contacts: defaultdict[str, list[int]] = defaultdict(list)
        marks: dict[str, frozenset[str]] = {}  # many initiatives share the contact of one organisation
        for row, offer in enumerate(self._offers):
            if offer.contact not in marks:
                marks[offer.contact] = contact_marks(offer.contact)
            for mark in marks[offer.contact]:
                self._contacts[mark].append(row)

    def __len__(self) -> int:
        return len(self._row_of)

    def put(self, offer: KnownOffer) -> None:
        """Add an initiative, or replace the one with the same id."""
        row = self._row_of.get(offer.id)
        if row is None:
            row = self._row_of[offer.id] = len(self._offers)
            self._offers.append(offer)
            if row == len(self._places):
                self._places = np.vstack((self._places, np.full_like(self._places, np.nan)))
        else:
            self._forget_contacts(row)
            self._offers[row] = offer
        self._places[row] = np.nan if offer.point is None else to_metres((offer.point,))[0]
        for mark in contact_marks(offer.contact):
            self._contacts[mark].append(row)

    def remove(self, offer_id: str) -> None:
        """Forget an initiative; nothing happens when it is not there."""
        row = self._row_of.pop(offer_id, None)
        if row is not None:
            self._forget_contacts(row)
            self._places[row] = np.nan

    def _forget_contacts(self, row: int) -> None:
        for mark in contact_marks(self._offers[row].contact):
            self._contacts[mark].remove(row)

    def distances_m(self, point: Point) -> NDArray[np.float64]:
        """Straight metres from the point to every row; not-a-number where a place is not known."""
        x, y = to_metres((point,))[0]
        places = self._places[: len(self._offers)]
        east, north = places[:, 0] - x, places[:, 1] - y
        distances: NDArray[np.float64] = np.sqrt(east * east + north * north)
        return distances

    def with_contact(self, mark: str) -> Sequence[int]:
        """The rows that have this phone number or mail address, as ``contact_marks`` writes it."""
        return self._contacts.get(mark, ())

    def at(self, row: int) -> KnownOffer:
        return self._offers[row]


def likely_same(
    candidate: Candidate, existing: KnownOffers, *, leave_out: str = "", most: int = MOST_SHOWN
) -> tuple[LikelySame, ...]:
    """Initiatives that may be the same, the likeliest first; empty when there is no reason to warn.

    The same means: names at least 0,70 alike and places at most 150 metres apart, or the same phone number or
    mail address. ``leave_out`` is the id of the initiative that is being edited.
    """
    distance = None if candidate.point is None else existing.distances_m(candidate.point)
    why: defaultdict[int, list[Why]] = defaultdict(list)
    if distance is not None:
        for row in np.flatnonzero(distance <= SAME_PLACE_M).tolist():
            if _same_name(candidate.name, existing.at(row).name):
                why[row].append(Why.NAME_AND_PLACE)
    for mark in sorted(contact_marks(candidate.contact)):
        reason = Why.MAIL if "@" in mark else Why.PHONE
        for row in _nearest(existing, existing.with_contact(mark), distance):
            if reason not in why[row]:
                why[row].append(reason)
    found = [
        _described(
            candidate, existing.at(row), None if distance is None else float(distance[row]), tuple(reasons)
        )
        for row, reasons in why.items()
        if existing.at(row).id != leave_out
    ]
    found.sort(key=_likeliest_first)
    return tuple(found[:most])


def alike(name: str, other: str) -> float:
    """How much two names are alike once normalised, 0 to 1 (difflib ratio, the new name first).

    >>> round(alike("Koffieochtend De Linde", "Koffie in de Linde"), 2)
    0.8
    """
    return SequenceMatcher(None, normalise(name), normalise(other)).ratio()


def _same_name(name: str, other: str) -> bool:
    matcher = SequenceMatcher(None, normalise(name), normalise(other))
    # Both quick ratios are upper bounds, so they only save work.
    return all(
        ratio() >= SAME_NAME for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    )


def contact_marks(contact: str) -> frozenset[str]:
    """The phone numbers (digits only, +31 and 0031 as 0) and mail addresses (lower case) in a contact text.

    >>> sorted(contact_marks("bel +31 (0)38-123 45 67 of Info@Linde.example"))
    ['0381234567', 'info@linde.example']
    """
    lower = contact[:_LONGEST_CONTACT].casefold()
    phones = (_phone(found.group()) for found in _PHONE.finditer(lower))
    return frozenset({*(phone for phone in phones if phone), *_MAIL.findall(lower)})


def _phone(written: str) -> str:
    digits = "".join(filter(str.isdecimal, written.replace("(0)", "")))
    if written.lstrip().startswith("+31") or digits.startswith("0031"):
        digits = "0" + digits.removeprefix("00").removeprefix("31").removeprefix("0")
    return digits if digits.startswith("0") else ""


def _nearest(
    existing: KnownOffers, rows: Iterable[int], distance: NDArray[np.float64] | None
) -> Iterable[int]:
    """The nearest of many: the number of a whole organisation stands with very many initiatives."""

    def far(row: int) -> tuple[float, str]:
        unknown = distance is None or math.isnan(distance[row])
        return (math.inf if unknown or distance is None else float(distance[row]), existing.at(row).id)

    return heapq.nsmallest(_MOST_COMPARED, rows, key=far)


def _described(
    candidate: Candidate, offer: KnownOffer, distance_m: float | None, why: tuple[Why, ...]
) -> LikelySame:
    return LikelySame(
        id=offer.id,
        name=offer.name,
        distance_m=None if distance_m is None or math.isnan(distance_m) else round_whole(distance_m),
        similarity=round_half_away(alike(candidate.name, offer.name), 2),
        why=why,
    )


def _likeliest_first(found: LikelySame) -> tuple[bool, float, float, str]:
    far = math.inf if found.distance_m is None else found.distance_m
    return (Why.NAME_AND_PLACE not in found.why, -found.similarity, far, found.id)
