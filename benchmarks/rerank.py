"""The score of domain.md 4.A over numpy columns, for engines that can only fetch candidates."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.peer import PlainOffer, PlainQuestion
from socialmap.geo.walking import DETOUR
from socialmap.search.kernel import FARTHEST, GLADLY, RATHER_NOT

_FIELDS = (
    "exact", "moves", "online", "open", "access", "last_day", "age_min", "age_max", "only_for", "language",
    "moments", "yes", "no", "checked",
)  # fmt: skip
_WORD = 64
_LOW = (1 << _WORD) - 1

Values = NDArray[np.int64]


class Columns:
    """Facts by row; rows that came after ``freeze`` are added at the end."""

    def __init__(self) -> None:
        self._incoming: list[tuple[int, ...]] = []
        self._masks: list[tuple[int, ...]] = []
        self.ids: list[str] = []
        self._place_of: dict[int, int] = {}
        self._facts = np.empty((0, len(_FIELDS) + 3), np.int64)
        self._themes = np.empty((0, 4), np.uint64)

    def put(self, offer: PlainOffer) -> None:
        self._place_of[offer.row] = len(self.ids)
        self.ids.append(offer.id)
        placed = offer.x_mm is not None
        self._incoming.append(
            (*(int(getattr(offer, name)) for name in _FIELDS), placed, offer.x_mm or 0, offer.y_mm or 0)
        )
        self._masks.append(
            (offer.themes & _LOW, offer.themes >> _WORD, offer.peers & _LOW, offer.peers >> _WORD)
        )

    def freeze(self) -> None:
        """Make arrays of what was put."""
        if self._incoming:
            self._facts = np.vstack([self._facts, np.array(self._incoming, np.int64)])
            self._themes = np.vstack([self._themes, np.array(self._masks, np.uint64)])
            self._incoming.clear()
            self._masks.clear()

    def at(self, rows: Values) -> tuple[list[str], dict[str, Values], NDArray[np.uint64]]:
        """Ids, facts by name and masks (themes low and high, peers low and high) of some rows."""
        self.freeze()
        places = [self._place_of[row] for row in rows.tolist()]
        facts = self._facts[places]
        named = {name: facts[:, column] for column, name in enumerate((*_FIELDS, "placed", "x_mm", "y_mm"))}
        return [self.ids[place] for place in places], named, self._themes[places]


def order_of(columns: Columns, rows: Values, asked: PlainQuestion, limit: int) -> list[str]:
    """Ids of the best of the rows that are not excluded, best first."""
    if not len(rows):
        return []
    ids, facts, masks = columns.at(rows)
    numbers = asked.numbers
    metres = np.hypot(facts["x_mm"] - numbers.x_mm, facts["y_mm"] - numbers.y_mm) / 1000
    about = np.floor(DETOUR * metres + 0.5).astype(np.int64)
    known = (facts["placed"] & facts["exact"]) == 1
    fits = ~_excluded(facts, asked, about)
    theme = _theme(masks, asked)
    score, time, fresh = _score(facts, masks, asked, theme, np.where(known, about, -1))
    good = (score >= numbers.good_score) & (theme >= numbers.good_theme) & (time > 0) & (fresh > 0)
    good &= facts["no"] & numbers.wanted == 0
    fair = (score >= numbers.fair_score) & (theme >= numbers.fair_theme)
    label = np.where(good, 0, np.where(fair, 1, 2))
    far = np.where(known, about, FARTHEST)
    order = np.lexsort((-facts["checked"], far, -score, label))
    order = order[fits[order]]
    keys = np.column_stack((label, -score, far, -facts["checked"]))[order]
    if len(keys) > limit:
        # All that share the last place, so that the id decides.
        order = order[: limit + int((keys[limit:] == keys[limit - 1]).all(axis=1).sum())]
    best = sorted((*map(int, key), ids[at]) for key, at in zip(keys.tolist(), order.tolist(), strict=False))
    return [found[-1] for found in best[:limit]]


def _excluded(facts: dict[str, Values], asked: PlainQuestion, about: Values) -> NDArray[np.bool_]:
    numbers = asked.numbers
    in_region = (facts["moves"] == 1) | (facts["exact"] == 0)
    limit = np.where(in_region, numbers.region_m, numbers.far_m)
    out = (facts["placed"] == 1) & (about > limit) & (facts["online"] == 0)
    out |= facts["open"] == 0
    out |= (facts["last_day"] != 0) & (facts["last_day"] < numbers.today)
    if numbers.youngest >= 0:
        out |= (facts["age_min"] >= 0) & (numbers.oldest < facts["age_min"])
        out |= (facts["age_max"] >= 0) & (numbers.youngest > facts["age_max"])
    out |= (asked.others >> facts["only_for"] & 1) == 1
    if numbers.languages_known:
        speaks = (asked.speaks >> facts["language"] & 1) == 1
        out |= ~speaks & (facts["yes"] & numbers.little_language_bit == 0)
    if numbers.needs_wheelchair:
        out |= facts["no"] & numbers.wheelchair_bit != 0
    if numbers.indication_excluded:
        out |= facts["access"] == numbers.indication_access
    return out


def _theme(masks: NDArray[np.uint64], asked: PlainQuestion) -> Values:
    steps = []
    for levels in asked.levels:
        found = np.zeros(len(masks), np.int64)
        for step in sorted(levels):
            low, high = np.uint64(levels[step] & _LOW), np.uint64(levels[step] >> _WORD)
            found[(masks[:, 0] & low | masks[:, 1] & high) != 0] = step
        steps.append(found)
    main, *sides = steps
    return 8 * main * len(sides) + 2 * sum(sides) if sides else 10 * main


def _score(
    facts: dict[str, Values], masks: NDArray[np.uint64], asked: PlainQuestion, theme: Values, far: Values
) -> tuple[Values, Values, Values]:
    """Score, time steps and freshness steps; ``far`` is -1 where the distance is not known."""
    numbers = asked.numbers
    reach = numbers.far_m - numbers.near_m
    near = numbers.w_near * (numbers.far_m - far)
    near[far < 0] = numbers.w_near * reach // 2
    near[(facts["moves"] == 1) | ((far >= 0) & (far <= numbers.near_m))] = numbers.w_near * reach
    total = near + numbers.w_theme * theme + numbers.w_tenth_peers * _peers(masks, asked)
    met = np.bitwise_count(facts["yes"] & numbers.wanted).astype(np.int64) if numbers.wanted_count else 1
    total += numbers.w_threshold * met
    time = np.ones(len(far), np.int64)
    if numbers.available:
        time = np.where(facts["moments"] == 0, 1, np.where(facts["moments"] & numbers.available, 2, 0))
    speaks = (asked.speaks >> facts["language"] & 1) * bool(numbers.languages_known)
    fresh = np.clip(numbers.stale_days - (numbers.today - facts["checked"]), 0, numbers.fade_days)
    fresh[facts["checked"] == 0] = 0
    total += numbers.w_half_time * time + numbers.w_half_language * (1 + speaks) + numbers.w_fresh * fresh
    return (2 * total + numbers.unit) // (2 * numbers.unit), time, fresh


def _peers(masks: NDArray[np.uint64], asked: PlainQuestion) -> Values | int:
    numbers = asked.numbers
    if numbers.peer_wish == GLADLY:
        named = masks[:, 2 + numbers.theme_word] >> np.uint64(numbers.theme_bit) & np.uint64(1)
        return np.where(named, 10, numbers.peers_elsewhere)
    if numbers.peer_wish == RATHER_NOT:
        return np.where(masks[:, 2] | masks[:, 3], 0, 10)
    return 10
