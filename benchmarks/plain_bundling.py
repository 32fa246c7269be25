"""Bundling as one would first write it: every question beside every initiative and room, in plain loops.

It gives the same joins and groups as the engine, which the measurement checks on the size it can do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from socialmap.collective.bundling_inputs import OpenQuestion
from socialmap.collective.gathering import SEATS_FOR_LEADS
from socialmap.collective.group_sizes import GroupSize, group_size
from socialmap.collective.rooms import Venue
from socialmap.collective.sorting_out import sort_out
from socialmap.geo.walking import PROFILES, street_m
from socialmap.model.values import DAY_PARTS, InitiativeId, NeedId, ThemeId, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.fitting import LEAST_SCORE, LEAST_TENTHS
from socialmap.search.matching import Match, Part, match, similarity
from socialmap.search.offer import Offer
from socialmap.search.question import Question

Found = tuple[ThemeId, dict[NeedId, InitiativeId], tuple[frozenset[NeedId], ...]]
"""A theme, who joins what, and who are in each new group."""


class PlainBundling:
    """Holds a town as lists and walks through them."""

    def __init__(
        self,
        offers: Sequence[Offer],
        places: dict[InitiativeId, int | None],
        venues: Sequence[Venue],
        searches: dict[NeedId, Question],
        vocabulary: Vocabulary,
        today: date,
    ) -> None:
        self.offers, self.places, self.venues, self.searches = offers, places, venues, searches
        self.vocabulary, self.today = vocabulary, today
        self.taken: Counter[InitiativeId] = Counter()

    def theme(self, theme: ThemeId, questions: Iterable[OpenQuestion]) -> Found:
        of_theme = self.vocabulary.themes[theme]
        pool = list(sort_out(of_theme, questions).pool)
        size = group_size(of_theme.group_form, of_theme.collective)
        if size is None:
            return theme, {}, ()
        joins, left = self._join(pool, size)
        return theme, joins, tuple(self._groups(left, size))

    def _join(
        self, pool: list[OpenQuestion], size: GroupSize
    ) -> tuple[dict[NeedId, InitiativeId], list[OpenQuestion]]:
        joins: dict[NeedId, InitiativeId] = {}
        left, only_full = [], {}
        for question in pool:
            fitting = self._fits(question)
            chosen = next((offer for offer in fitting if self._has_place(offer)), None)
            if chosen is not None:
                joins[question.id] = chosen.id
                self.taken[chosen.id] += 1
                continue
            left.append(question)
            if fitting:
                only_full.setdefault(fitting[0].id, []).append(question.id)
        extended = {need for needs in only_full.values() if len(needs) >= size.minimum for need in needs}
        return joins, [question for question in left if question.id not in extended]

    def _fits(self, question: OpenQuestion) -> list[Offer]:
        search = replace(
            self.searches[question.id],
            available=question.available,
            languages=question.languages,
            wheelchair=question.wheelchair,
            also_full=True,
        )
        found = []
        for offer in self.offers:
            if similarity(search.theme, offer, self.vocabulary) < LEAST_TENTHS:
                continue
            judged = match(search, offer, self.vocabulary, self.today)
            if isinstance(judged, Match) and judged.score >= LEAST_SCORE and judged.parts[Part.TIME] > 0:
                far = judged.distance_m
                found.append((-judged.score, far if far is not None else float("inf"), offer.id, offer))
        return [offer for *_, offer in sorted(found, key=lambda each: each[:3])]

    def _has_place(self, offer: Offer) -> bool:
        free = self.places[offer.id]
        return not offer.no_places_left and (free is None or free > self.taken[offer.id])

    def _groups(self, pool: list[OpenQuestion], size: GroupSize) -> Iterable[frozenset[NeedId]]:
        languages = sorted({code for question in pool for code in question.languages})
        while pool:
            best: tuple[tuple[object, ...], list[OpenQuestion]] | None = None
            for venue in self.venues:
                near = [(m, question) for question in pool if (m := _can_reach(question, venue)) is not None]
                cap = min(venue.capacity - SEATS_FOR_LEADS, size.maximum)
                if cap < 1:
                    continue
                for slot in venue.free_at:
                    for language in languages:
                        able = [
                            (m, number, question)
                            for number, (m, question) in enumerate(near)
                            if slot in question.available and language in question.languages
                        ]
                        if not able:
                            continue
                        able = sorted(able, key=lambda each: each[:2])[:cap]
                        cost = float("inf") if venue.cost_eur is None else venue.cost_eur
                        total = sum(m for m, _, _ in able)
                        place = (cost, venue.id, DAY_PARTS.index(slot), language, venue.room_id or "")
                        rank = (-len(able), total / len(able), *place)
                        if best is None or rank < best[0]:
                            best = rank, [question for *_, question in able]
            if best is None or len(best[1]) < size.minimum:
                return
            members = frozenset(question.id for question in best[1])
            yield members
            pool = [question for question in pool if question.id not in members]


def _can_reach(question: OpenQuestion, venue: Venue) -> int | None:
    """Metres over streets, when somebody gets there and can go in."""
    if question.wheelchair and venue.wheelchair is not Tri.YES:
        return None
    straight = ((question.x_m - venue.x_m) ** 2 + (question.y_m - venue.y_m) ** 2) ** 0.5
    far = street_m(straight)
    return far if far <= PROFILES[question.mobility].far_m else None
