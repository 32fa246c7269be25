"""What another search engine has to be able to do to be measured beside ours."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, Protocol

import numpy as np

from socialmap.geo.walking import DETOUR
from socialmap.model.values import LanguageCode
from socialmap.search import asking
from socialmap.search.columns import (
    ACCESS,
    AGE_MAX,
    AGE_MIN,
    CHECKED,
    COMES_TO_PEOPLE,
    FLAGS,
    HAS_POINT,
    LANGUAGES,
    LAST_DAY,
    LOCATED,
    MOMENTS,
    NO,
    NO_PLACES_LEFT,
    ONLINE,
    ONLY_FOR,
    STATUS,
    STATUSES,
    WAITING_LIST,
    X_MM,
    Y_MM,
    YES,
)
from socialmap.search.index import OfferIndex
from socialmap.search.matching import GROUPS_OF_ONE_SEX, WEIGHTS
from socialmap.search.question import Question
from socialmap.search.wish import Asked

NEAR, REGION, EVERYWHERE = "qnear", "qregion", "qall"
"""Also words in the indexes of words; no name has them."""


class Missing(Exception):
    """A peer cannot be had on this machine; the text says why."""


class Peer(Protocol):
    """Gets all offers once, then answers questions with ids, best first."""

    name: str

    def load(self, offers: Iterable[PlainOffer]) -> None: ...

    def plans(self) -> tuple[str, ...]:
        """The ways to answer that are worth trying; the quickest is measured."""
        ...

    def ask(self, asked: PlainQuestion, limit: int, plan: str) -> list[str]: ...

    def insert(self, offer: PlainOffer) -> None:
        """Returns when the offer is on disk and the next question finds it."""
        ...

    def describe(self) -> str:
        """Version, settings and size on disk."""
        ...

    def close(self) -> None: ...


class PlainOffer(NamedTuple):
    """An offer as numbers, the same that our own columns hold.

    ``themes`` and ``peers`` are bit masks, the other masks and codes those of ``columns``; ``reach`` says
    whether its place counts nearby, within the region, or not at all; ``x_mm`` is ``None`` without a place.
    """

    row: int
    id: str
    name: str
    reach: str
    x_mm: int | None
    y_mm: int | None
    exact: bool
    moves: bool
    online: bool
    open: bool
    access: int
    last_day: int
    age_min: int
    age_max: int
    only_for: int
    language: int
    moments: int
    yes: int
    no: int
    checked: int
    themes: int
    peers: int


class PlainQuestion(NamedTuple):
    """A question as numbers: ``levels[i]`` maps tenths of similarity to a mask, for the main theme (0) and
    the side themes; ``anything`` masks every theme that can count; ``speaks`` and ``others`` are masks over
    the codes of languages and groups that fit and that do not."""

    numbers: Asked
    levels: tuple[dict[int, int], ...]
    anything: int
    speaks: int
    others: int
    themes: tuple[int, ...]


def plain_offers(index: OfferIndex) -> Iterable[PlainOffer]:
    """Every offer of the index, in the order of its rows."""
    return (plain_offer(index, row) for row in np.flatnonzero(index.alive()).tolist())


def plain_offer(index: OfferIndex, row: int) -> PlainOffer:
    facts = index.offers.facts[:, row].tolist()
    flags = facts[FLAGS]
    located, online = bool(flags & LOCATED), bool(flags & ONLINE)
    exact, moves = bool(flags & HAS_POINT), bool(flags & COMES_TO_PEOPLE)
    full = flags & NO_PLACES_LEFT and not flags & WAITING_LIST
    placed = NEAR if exact and not moves else REGION
    return PlainOffer(
        row=row,
        id=index.ids[row],
        name=index.names[row],
        reach=placed if located and not online else EVERYWHERE,
        x_mm=facts[X_MM] if located else None,
        y_mm=facts[Y_MM] if located else None,
        exact=exact,
        moves=moves,
        online=online,
        open=STATUSES[facts[STATUS]] == "actief" and not full,
        access=facts[ACCESS],
        last_day=facts[LAST_DAY],
        age_min=facts[AGE_MIN],
        age_max=facts[AGE_MAX],
        only_for=facts[ONLY_FOR],
        language=facts[LANGUAGES],
        moments=facts[MOMENTS],
        yes=facts[YES],
        no=facts[NO],
        checked=facts[CHECKED],
        themes=_joined(index.offers.themes[:, row].tolist()),
        peers=_joined(index.offers.peers[:, row].tolist()),
    )


def plain_question(question: Question, index: OfferIndex, today: date) -> PlainQuestion:
    order = index.order
    found = []
    for near in order.near(question.themes).tolist():
        steps = sorted(set(near) - {0}, reverse=True)
        found.append({step: _mask(each == step for each in near) for step in steps})
    anything = 0
    for masks in found:
        for themes in masks.values():
            anything |= themes
    return PlainQuestion(
        numbers=asking.asked(question, order, today, WEIGHTS),
        levels=tuple(found),
        anything=anything,
        speaks=_mask(_shares(question.languages, codes) for codes in index.languages.values),
        others=_mask(_other_group(group, question.person_is) for group in index.groups.values),
        themes=tuple(bit for bit in range(anything.bit_length()) if anything >> bit & 1),
    )


def _shares(spoken: tuple[LanguageCode, ...], codes: tuple[LanguageCode, ...]) -> bool:
    return bool(set(spoken) & set(codes))


def _other_group(group: str, person_is: str) -> bool:
    return bool(person_is) and group in GROUPS_OF_ONE_SEX and group != person_is


def _mask(flags: Iterable[bool]) -> int:
    return sum(1 << bit for bit, holds in enumerate(flags) if holds)


def _joined(words: list[Any]) -> int:
    return sum(int(word) << (64 * place) for place, word in enumerate(words))


def radii(asked: PlainQuestion) -> tuple[tuple[str, float], ...]:
    """Straight metres within which an offer of this reach can be near enough."""
    numbers = asked.numbers
    return ((NEAR, (numbers.far_m + 1) / DETOUR), (REGION, (numbers.region_m + 1) / DETOUR))


def cells(x_m: float, y_m: float, metres: float, reach: str) -> list[str]:
    """Names of the cells within ``metres``: half a kilometre wide nearby, ten kilometres in the region."""
    wide = 500 if reach == NEAR else 10_000
    spans = [
        range(math.floor((at - metres) / wide), math.floor((at + metres) / wide) + 1) for at in (x_m, y_m)
    ]
    return [f"{reach}{column}x{row}".replace("-", "m") for column in spans[0] for row in spans[1]]
