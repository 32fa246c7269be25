"""Turns a question into the whole numbers and masks that the kernel reads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from socialmap.geo.walking import DETOUR
from socialmap.model.freshness import FRESH_DAYS, STALE_DAYS
from socialmap.model.people import PeerWish
from socialmap.model.provision import Access, OfferStatus
from socialmap.model.values import DAY_PARTS, LanguageCode, ThemeId, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.search import kernel
from socialmap.search.columns import ACCESSES, STATUSES, WORD, as_words, in_words, mask
from socialmap.search.distances import millimetres
from socialmap.search.matching import (
    FAIR_SCORE,
    FAIR_THEME,
    GOOD_SCORE,
    GOOD_THEME,
    GROUPS_OF_ONE_SEX,
    MAIN_TENTHS,
    PEERS_ELSEWHERE,
    REGION_M,
    RELAXED_THEME,
    SIDE_TENTHS,
    Weights,
    in_scope,
    tenths_of,
)
from socialmap.search.offer import LITTLE_LANGUAGE, WHEELCHAIR
from socialmap.search.question import Question, ThemeScope
from socialmap.search.wish import ASKED, Asked, Wish

_WISHES = {
    PeerWish.GLADLY: kernel.GLADLY,
    PeerWish.RATHER_NOT: kernel.RATHER_NOT,
    PeerWish.NO_PREFERENCE: kernel.NO_PREFERENCE,
}

_NO_STREETS = np.empty(0, np.int32)


class Order:
    """The vocabulary as bit positions: themes, barriers, and which themes are how near to each other."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.themes: tuple[ThemeId, ...] = tuple(vocabulary.themes)
        self.theme_bit = {theme: bit for bit, theme in enumerate(self.themes)}
        self.barriers = tuple(vocabulary.barriers)
        self.barrier_bit = {barrier: bit for bit, barrier in enumerate(self.barriers)}
        self.words = len(self.themes) // WORD + 1
        self._near = np.zeros((len(self.themes), WORD * self.words), np.int64)
        for bit, theme in enumerate(self.themes):
            self._near[bit, : len(self.themes)] = [tenths_of(vocabulary, theme, b) for b in self.themes]

    def theme_words(self, themes: Iterable[ThemeId]) -> list[int]:
        return in_words(mask(self.theme_bit[theme] for theme in themes), self.words)

    def near(self, themes: Sequence[ThemeId]) -> NDArray[np.int64]:
        """Shape (themes, words × 64): the similarity in tenths of every theme, by bit, to each of these."""
        return self._near[[self.theme_bit[theme] for theme in themes]]


def asked(question: Question, order: Order, today: date, weights: Weights) -> Asked:
    """The question in whole numbers; ``unit`` is the common denominator of all parts."""
    profile = question.profile
    reach = profile.far_m - profile.near_m
    wanted = question.barriers(order.vocabulary)
    theme_steps = 100 * max(len(question.side_themes), 1)
    unit = math.lcm(theme_steps, reach, max(len(wanted), 1), 10, STALE_DAYS - FRESH_DAYS)
    youngest, oldest = question.ages or (-1, -1)
    excludes = question.only_social_base or question.has_indication is Tri.NO
    theme_bit = order.theme_bit[question.theme]
    spread = question.spread
    return Asked(
        x_mm=millimetres(question.x_m),
        y_mm=millimetres(question.y_m),
        near_m=profile.near_m,
        far_m=profile.far_m,
        reach_m=question.reach_m,
        region_m=max(question.reach_m, REGION_M),
        today=today.toordinal(),
        available=mask(DAY_PARTS.index(slot) for slot in question.available),
        wanted=mask(order.barrier_bit[barrier] for barrier in wanted),
        wanted_count=len(wanted),
        youngest=youngest,
        oldest=oldest,
        full_excluded=int(not question.also_full),
        needs_wheelchair=int(question.needs_wheelchair_access),
        wheelchair_bit=1 << order.barrier_bit[WHEELCHAIR],
        little_language_bit=1 << order.barrier_bit[LITTLE_LANGUAGE],
        languages_known=int(bool(question.languages)),
        active_status=STATUSES.index(OfferStatus.ACTIVE),
        indication_access=ACCESSES.index(Access.INDICATION),
        indication_excluded=int(excludes),
        peer_wish=_WISHES[question.peer_wish],
        theme_word=theme_bit // WORD,
        theme_bit=theme_bit % WORD,
        unit=unit,
        w_theme=weights.theme * unit // theme_steps,
        w_near=weights.nearness * unit // reach,
        w_threshold=weights.thresholds * unit // max(len(wanted), 1),
        w_half_time=weights.time * unit // 2,
        w_half_language=weights.language * unit // 2,
        w_tenth_peers=weights.peers * unit // 10,
        w_fresh=weights.freshness * unit // (STALE_DAYS - FRESH_DAYS),
        stale_days=STALE_DAYS,
        fade_days=STALE_DAYS - FRESH_DAYS,
        good_score=GOOD_SCORE,
        fair_score=FAIR_SCORE,
        good_theme=int(GOOD_THEME * theme_steps),
        fair_theme=int(FAIR_THEME * theme_steps),
        relaxed=int(RELAXED_THEME * theme_steps),
        peers_elsewhere=int(PEERS_ELSEWHERE * 10),
        aside_mm=spread.aside_mm if spread else 0,
        looked_m=spread.limit_m if spread else 0,
    )


def wish(
    question: Question,
    order: Order,
    codes: tuple[Sequence[tuple[LanguageCode, ...]], Sequence[str]],
    today: date,
    weights: Weights,
) -> Wish:
    """The question for the kernel; ``codes`` are the languages and groups behind the codes of the index."""
    languages, groups = codes
    sides = len(question.side_themes)
    shares = np.array([MAIN_TENTHS * sides] + [SIDE_TENTHS] * sides if sides else [10])
    worth = order.near(question.themes) * shares[:, np.newaxis]
    spoken = set(question.languages)
    spread = question.spread
    return Wish(
        asked=np.array([asked(question, order, today, weights)], ASKED),
        worth=worth,
        about=as_words(worth.any(axis=0)) | np.array(order.theme_words(_scope(question, order)), np.uint64),
        shares_language=np.array([not spoken.isdisjoint(codes) for codes in languages], np.uint8),
        in_group=np.array([not _excludes(group, question.person_is) for group in groups], np.uint8),
        walked_mm=_NO_STREETS if spread is None else spread.node_mm,
        detour=DETOUR,
        fewest=DETOUR if spread is None else 1.0,
    )


def _scope(question: Question, order: Order) -> Iterable[ThemeId]:
    if question.scope is ThemeScope.ASKED:
        return ()
    return (theme for theme in order.themes if in_scope(question, theme, order.vocabulary))


def _excludes(group: str, person_is: str) -> bool:
    return bool(person_is) and group in GROUPS_OF_ONE_SEX and group != person_is
